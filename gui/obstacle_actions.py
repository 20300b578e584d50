"""What is done to difficulties and proposals in the window."""

from functools import partial

from core.evidence.obstacles import Kind, Obstacle
from gui.actions import Actions
from gui.tasks import Changes


class ObstacleActions(Actions):
    """Writes down, edits, removes."""

    CHANGES = Changes(obstacles=True)

    def add(self, kind: Kind, text: str, criterion_id: str | None, unit: str | None) -> None:
        """Without a unit it comes from the criterion's lead unit."""
        add = partial(self._workspace.obstacles.add, kind, text, criterion_id, unit)
        self._do(add, self.tr("Đã ghi vào danh sách khó khăn, kiến nghị."))

    def edit(self, obstacle: Obstacle, text: str) -> None:
        if text != obstacle.text:
            self._do(partial(self._workspace.obstacles.edit, obstacle.id, text), self.tr("Đã sửa nội dung."))

    def remove(self, obstacle: Obstacle) -> None:
        self._do(partial(self._workspace.obstacles.remove, obstacle.id), self.tr("Đã xoá nội dung đã ghi."))

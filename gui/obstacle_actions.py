"""What is done to difficulties and proposals in the window."""

from functools import partial

from core.evidence.obstacles import Kind, Obstacle
from gui.actions import Actions
from gui.tasks import Changes


class ObstacleActions(Actions):
    """Writes down, edits, says what was dealt with, removes."""

    CHANGES = Changes(obstacles=True)

    def add(self, kind: Kind, text: str, criterion_id: str | None, unit: str | None) -> None:
        """Without a unit it comes from the criterion's lead unit."""
        add = partial(self._workspace.obstacles.add, kind, text, criterion_id, unit)
        self._do(add, self.tr("Đã ghi vào danh sách khó khăn, kiến nghị."))

    def edit(self, obstacle: Obstacle, text: str) -> None:
        if text != obstacle.text:
            self._do(partial(self._workspace.obstacles.edit, obstacle.id, text), self.tr("Đã sửa nội dung."))

    def resolve(self, obstacle: Obstacle, is_resolved: bool) -> None:
        words = self.tr("Đã ghi là đã giải quyết.") if is_resolved else self.tr("Đã ghi là chưa giải quyết.")
        self._do(partial(self._workspace.obstacles.resolve, obstacle.id, is_resolved=is_resolved), words)

    def remove(self, obstacle: Obstacle) -> None:
        self._do(partial(self._workspace.obstacles.remove, obstacle.id), self.tr("Đã xoá nội dung đã ghi."))

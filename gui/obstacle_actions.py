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
        obstacles = self._workspace.obstacles
        added: list[Obstacle] = []

        def add() -> None:
            added.append(obstacles.add(kind, text, criterion_id, unit))

        words = (
            self.tr("Đã ghi khó khăn, vướng mắc.") if kind == "difficulty" else self.tr("Đã ghi kiến nghị, đề xuất.")
        )
        self._do(add, words, lambda: obstacles.remove(added[0].id))

    def edit(self, obstacle: Obstacle, text: str) -> None:
        edit = partial(self._workspace.obstacles.edit, obstacle.id)
        if text != obstacle.text:
            self._do(partial(edit, text), self.tr("Đã sửa nội dung."), partial(edit, obstacle.text))

    def remove(self, obstacle: Obstacle) -> None:
        obstacles = self._workspace.obstacles
        back = partial(obstacles.add, obstacle.kind, obstacle.text, obstacle.criterion_id, obstacle.unit)
        self._do(partial(obstacles.remove, obstacle.id), self.tr("Đã xoá nội dung đã ghi."), back)

"""Every action on the evidence page, with 66 criteria and many links: how long until the window shows it.

Usage: python -m tests.benchmarks.bench_evidence [LINKS]. 200 of them belong to one criterion. "answered" is the time
from the action until the criterion in the middle and the tree show what it led to, "all" until the description at the
right has followed, both of the middle and of the longest round; "work" is what the processor did for it in the middle
round, in all threads, which other programs do not make longer; "block" is the longest work of the GUI thread without a
break. Run it on a machine that has nothing else to do.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from PySide6.QtCore import QEventLoop, QModelIndex
from PySide6.QtWidgets import QApplication

from core.catalogue.builtin import load_catalogue
from core.workspace import Workspace
from gui.app import share_time
from gui.evidence_actions import Target
from gui.models.criteria import Filter
from gui.pages.evidence import EvidencePage, Loaded
from gui.tasks import Changes, TaskRunner
from gui.theme import apply_theme
from gui.widgets.criterion_view import evidence_of
from gui.widgets.trees import indexes
from tests.benchmarks.bench_coverage import fill
from tests.benchmarks.bench_window import Heartbeat

TIMES = 5
IN_ONE = 200


class Bench:
    """A page over a filled workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.tasks = TaskRunner(undo=workspace.undo)
        self.page = EvidencePage(workspace, self.tasks)
        self._show, self.page._on_loaded = self.page._on_loaded, self._on_loaded
        self.answered_at = 0.0
        self.heart = Heartbeat()

    def measure(self, name: str, *actions: Callable[[], object]) -> None:
        """Of several rounds of the actions, which take turns: the middle one, and the longest block of all."""
        answered: list[float] = []
        settled: list[float] = []
        worked: list[float] = []
        blocked = 0.0
        for _ in range(TIMES):
            for action in actions:
                self.heart.reset()
                self.answered_at = 0.0
                start, work = time.perf_counter(), time.process_time()
                action()
                self.settle()
                worked.append(1000 * (time.process_time() - work))
                settled.append(1000 * (time.perf_counter() - start))
                answered.append(1000 * (self.answered_at - start) if self.answered_at else settled[-1])
                blocked = max(blocked, self.heart.longest())
        print(
            f"{name:44} answered {median(answered):4.0f} ms (longest {max(answered):4.0f}), "
            f"all {median(settled):4.0f} ms (longest {max(settled):4.0f}), work {median(worked):3.0f} ms, "
            f"block {blocked:3.0f} ms",
            flush=True,
        )

    def _on_loaded(self, loaded: Loaded) -> None:
        """In place of the page's own: it has answered when what it shows first has been painted."""
        self._show(loaded)
        self.page.view.tree.viewport().repaint()
        self.answered_at = self.answered_at or time.perf_counter()

    def take_back(self) -> None:
        self.tasks.write(self.workspace.undo.undo, changes=Changes.of_step)

    def settle(self) -> None:
        while True:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1)
            if self.tasks.is_idle():
                QApplication.processEvents()
                if self.tasks.is_idle():
                    return

    def choose(self, code: str) -> None:
        self.page.reveal("criterion", self.workspace.criteria.get(code).id)
        self.settle()


def crowd(workspace: Workspace, code: str) -> None:
    """Let the first documents prove one criterion."""
    key = workspace.criteria.get(code).id
    for document in workspace.documents.all()[:IN_ONE]:
        workspace.links.link(document.id, key)


def run(bench: Bench) -> None:
    page, workspace = bench.page, bench.workspace
    keys = {code: workspace.criteria.get(code).id for code in ("1.2", "1.4", "3.1", "3.2", "3.3")}
    bench.choose("3.2")

    def evidence(at: int) -> list[QModelIndex]:
        return [index for index in indexes(page.view.tree) if page.view.model.proof(index)][at : at + 1]

    def select(at: int = 0) -> None:
        page.view.tree.setCurrentIndex(evidence(at)[0])

    bench.measure(
        "another criterion (40 links each)",
        *(lambda key=key: page.reveal("criterion", key) for key in (keys["3.2"], keys["3.3"])),
    )
    bench.measure(
        f"open the criterion with {IN_ONE} links",
        lambda: page.reveal("criterion", keys["3.1"]),
        lambda: page.reveal("criterion", keys["3.2"]),
    )
    document = workspace.documents.all()[-1].id
    for code in ("3.2", "3.1"):
        bench.choose(code)
        here = Target(workspace.criteria.get(code))
        there = Target(workspace.criteria.get("1.4"))
        select()
        chosen = evidence_of(page.view.selected())

        count = len(page.view.model.proofs())
        bench.measure(
            f"{code} ({count} links): link a document", lambda here=here: page.evidence.link([document], here)
        )
        bench.measure(
            f"{code}: check, take back",
            lambda chosen=chosen: page.judgements.judge(chosen, "checked"),
            bench.take_back,
        )
        bench.measure(
            f"{code}: move to another criterion, take back",
            lambda chosen=chosen, there=there: page.evidence.move(chosen, there),
            bench.take_back,
        )
        notes = iter(range(100))
        bench.measure(
            f"{code}: edit a note",
            lambda chosen=chosen, notes=notes: page.evidence.edit(chosen[0], "note", str(next(notes))),
        )
        results = iter(("met", "partly", "not_met", "met", "partly"))
        criterion = workspace.criteria.get(code)
        bench.measure(
            f"{code}: judge the criterion",
            lambda criterion=criterion, results=results: page.judgements.assess(criterion, result=next(results)),
        )
        bench.measure(f"{code}: go down one row", lambda: select(1), lambda: select(0))
    filters = (Filter(state="partial"), Filter(mark="unchecked"), Filter(words="bao cao"), Filter())
    bench.measure("filter the tree", *(lambda one=one: page.reveal("criteria", one.to_key()) for one in filters))


def main(links: int) -> None:
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    apply_theme(application)
    collector = share_time(application)
    with tempfile.TemporaryDirectory() as place, Workspace.create(Path(place) / "ws", "lan") as workspace:
        workspace.criteria.create(load_catalogue("par-index-2023-hoa-binh"))
        fill(workspace, links)
        crowd(workspace, "3.1")
        bench = Bench(workspace)
        bench.page.resize(1080, 700)
        bench.page.show()
        bench.settle()
        print(f"{len(workspace.criteria.tree())} criteria, {len(workspace.links.all())} links")
        run(bench)
        bench.tasks.close()
    collector.stop()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)

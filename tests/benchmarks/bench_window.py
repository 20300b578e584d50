"""The longest block of the GUI thread while a clerk works: files come in, pages are opened, words are typed.

Usage: python -m tests.benchmarks.bench_window [FILES]. A timer ticks on the GUI thread; how late it comes is how long a
person who clicked just then has waited. Run it on a machine that has nothing else to do.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
from PIL import Image
from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QTreeView

from core.catalogue.builtin import catalogues, load_catalogue
from core.workspace import Workspace
from gui.app import Program, share_time
from gui.main_window import MainWindow
from gui.preferences import Preferences
from gui.theme import apply_theme
from gui.widgets.navigation import COUNT
from tests.gui.conftest import make_pdf

TICK_MS = 5


class Heartbeat(QObject):
    """How late the ticks come, and what of that the GUI thread worked itself: on a busy machine it waits, too."""

    def __init__(self) -> None:
        super().__init__()
        self._last = time.perf_counter(), time.thread_time()
        self._gaps: list[tuple[float, float]] = []
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def reset(self) -> None:
        self._gaps = []
        self._last = time.perf_counter(), time.thread_time()

    def longest(self) -> float:
        """Milliseconds of its own work that the GUI thread did between two ticks, since it was reset."""
        self._beat()
        return 1000 * max(worked for _, worked in self._gaps)

    def words(self) -> str:
        self._beat()
        late = sorted((1000 * gap - TICK_MS for gap, _ in self._gaps), reverse=True)
        own = 1000 * max(worked for _, worked in self._gaps)
        over = sum(one > 100 for one in late)
        following = late[1] if len(late) > 1 else 0
        return f"longest {late[0]:5.0f} ms, next {following:5.0f} ms, over 100 ms: {over:2}, own work {own:4.0f} ms"

    def _beat(self) -> None:
        now = time.perf_counter(), time.thread_time()
        self._gaps.append((now[0] - self._last[0], now[1] - self._last[1]))
        self._last = now


class Bench:
    """A window on a workspace with a watched folder."""

    def __init__(self, place: Path, files: int, application: QApplication) -> None:
        folder = place / "workspace"
        first = catalogues()[0].id
        with Workspace.create(folder) as workspace:
            workspace.criteria.create(load_catalogue(first), catalogue=first)
        self.share = place / "share"
        self.share.mkdir()
        drop(self.share, files)
        self.collector = share_time(application)
        self.heart = Heartbeat()
        self.program = Program(Preferences(place / "preferences.ini"))
        self.measure("start", lambda: self.program.start(folder), until=lambda: self.program.window is not None)

    @property
    def window(self) -> MainWindow:
        assert self.program.window
        return self.program.window

    @property
    def workspace(self) -> Workspace:
        assert self.program.session
        return self.program.session.workspace

    def measure(self, name: str, do: Callable[[], object], until: Callable[[], bool] = lambda: True) -> None:
        self.heart.reset()
        start = time.perf_counter()
        do()
        while not (until() and self._is_idle()):
            # As the program does, it sleeps until something comes: a loop that spins would hold up every thread.
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        print(f"{name:34} {self.heart.words()}  ({time.perf_counter() - start:.1f} s)", flush=True)

    def _is_idle(self) -> bool:
        return self.program.session is None or self.program.session.tasks.is_idle()

    def counted(self) -> int:
        """What stands beside the inbox in the navigation: to ask the database would block by itself."""
        navigation = self.window.findChild(QListWidget, "navigation")
        assert navigation
        return navigation.item(1).data(COUNT) or 0

    def type_into(self, name: str, words: str) -> None:
        field = self.window.findChild(QLineEdit, name)
        assert field
        QTest.keyClicks(field, words, delay=30)

    def walk(self, tree: QTreeView, steps: int) -> None:
        for _ in range(steps):
            QTest.keyClick(tree, Qt.Key.Key_Down, delay=30)


def drop(share: Path, files: int) -> None:
    """As offices have them: letters, notes, scans, lists and photos, some in folders."""
    words = [f"Kết quả cải cách hành chính, phần {number}: thủ tục, một cửa, công vụ." for number in range(400)]
    for number in range(files):
        folder = share / f"Phòng {number % 7}" if number % 3 else share
        folder.mkdir(exist_ok=True)
        name = folder / f"Báo cáo số {number}"
        kind = number % 20
        if kind < 8:
            make_pdf(name.with_suffix(".pdf"), *[f"Bao cao so {number}, trang {page}" for page in range(kind + 1)])
        elif kind < 12:
            document = docx.Document()
            for line in [f"Số: {number}/BC-SGD&ĐT", *words[: 20 * (kind - 7)]]:
                document.add_paragraph(line)
            document.save(str(name.with_suffix(".docx")))
        elif kind < 13:
            book = openpyxl.Workbook()
            book.worksheets[0].append([name.name, number])
            book.save(name.with_suffix(".xlsx"))
        elif kind < 15:
            Image.new("RGB", (300, 200), (number % 256, 90, 90)).save(name.with_suffix(".jpg"))
        else:
            name.with_suffix(".txt").write_text("\n".join([name.name, *words[: kind * 20]]), encoding="utf-8")


def main(files: int) -> None:
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    apply_theme(application)
    with tempfile.TemporaryDirectory() as place:
        bench = Bench(Path(place), files, application)
        inbox = bench.workspace.inbox
        bench.window.open("page", "inbox")
        bench.measure(
            f"{files} files taken in, inbox shown",
            lambda: bench.window.pages["settings"].add_folder(bench.share),
            until=lambda: bench.counted() == files,
        )
        for page in bench.window.pages:
            bench.measure(f"open {page}", lambda page=page: bench.window.open("page", page))
        bench.window.open("page", "inbox")
        arrivals = [one.id for one in inbox.all()]
        key = bench.workspace.criteria.get("1.2").id
        bench.measure("accept one", lambda: QTest.keyClick(application.focusWidget(), Qt.Key.Key_Return))
        for arrival in arrivals[1:200]:
            inbox.accept(arrival, [key])
        bench.measure("open evidence, 200 in one criterion", lambda: bench.window.open("criterion", key))
        tree = bench.window.findChild(QTreeView, "criteria_tree")
        assert tree
        bench.measure("walk down 20 criteria", lambda: bench.walk(tree, 20))
        bench.measure("filter criteria", lambda: bench.type_into("criteria_words", "bao cao"))
        bench.measure("search from anywhere", lambda: bench.type_into("search", "bao cao 12"))
        bench.program.close()
        bench.collector.stop()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)

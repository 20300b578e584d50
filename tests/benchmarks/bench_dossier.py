"""Printing a dossier against `cat` and `qpdf --empty --pages` over the same files, in the same run.

Usage: python -m tests.benchmarks.bench_dossier [DOCUMENTS] [KIND …]. From a workspace to the checked file under its
name: first with nothing in the cache, then after one changed link.
"""

import multiprocessing
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # each worker imports this file anew: what it need not know costs its start
    from core.workspace import Workspace

KINDS = ("written", "scanned", "tagged")
PAGES = 8
LOOK_EVERY_SECONDS = 0.05
ON = date(2023, 12, 1)
MEGABYTE = 1 << 20


class NoReader:
    """Takes files in without reading them: that is measured elsewhere."""

    def read(self, _path: Path, _name: str) -> object:
        from core.reading.reading import Reading

        return Reading("application/pdf", pages=PAGES, text_source="none")


def fill(kind: str, count: int, place: Path) -> None:
    """Make a workspace with documents of a kind, linked to one leaf after the other; in a process of its own, whose
    memory is nobody else's.
    """
    from core.catalogue.builtin import catalogues, load_catalogue
    from core.workspace import Workspace
    from tests.benchmarks.dossier_corpora import corpus

    first = catalogues()[0].id
    with Workspace.create(place / "workspace") as workspace:
        workspace.criteria.create(load_catalogue(first), catalogue=first)
        leaves = [one for one in workspace.criteria.tree() if one.is_leaf]
        workspace.originals._reader = NoReader()
        file = place / "incoming.pdf"
        for number, content in enumerate(corpus(kind, count)):
            file.write_bytes(content)
            document = workspace.documents.add(file, f"Văn bản {number}.pdf").document
            subject = f"Về việc thực hiện nhiệm vụ thứ {number}"
            workspace.documents.describe(document.id, subject=subject, number=str(number))
            workspace.links.link(document.id, leaves[number * len(leaves) // count].id)


class Used:
    """What this process and those below it used: the most memory together, in bytes (what they share counts once), and
    seconds on processors.
    """

    def __init__(self) -> None:
        self.bytes = 0
        self._ticks: dict[int, int] = {}
        self.look()
        self._before = sum(self._ticks.values())

    @property
    def seconds(self) -> float:
        return (sum(self._ticks.values()) - self._before) / os.sysconf("SC_CLK_TCK")

    def look(self) -> None:
        children: dict[int, list[int]] = {}
        ticks: dict[int, int] = {}
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit():
                try:
                    facts = (entry / "stat").read_text().rsplit(")", 1)[1].split()
                except OSError:
                    continue
                children.setdefault(int(facts[1]), []).append(int(entry.name))
                ticks[int(entry.name)] = int(facts[11]) + int(facts[12])
        waiting, total = [os.getpid()], 0
        while waiting:
            one = waiting.pop()
            total += _proportional(one)
            self._ticks[one] = ticks.get(one, 0)
            waiting += children.get(one, [])
        self.bytes = max(self.bytes, total)


def _proportional(process: int) -> int:
    """The memory of a process in bytes, with its part of what others have, too (proc(5), Pss)."""
    try:
        text = Path(f"/proc/{process}/smaps_rollup").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in text.splitlines() if line.startswith("Pss:")), 0)


@contextmanager
def watched() -> Generator[Used]:
    used, over = Used(), threading.Event()

    def follow() -> None:
        while not over.wait(LOOK_EVERY_SECONDS):
            used.look()

    thread = threading.Thread(target=follow)
    thread.start()
    yield used
    used.look()
    over.set()
    thread.join()


def measured(name: str, action: Callable[[], object], size: int, floor: float | None = None) -> float:
    """Seconds that an action takes which writes some `size` bytes, or twice as many."""
    touch_memory(3 * size)
    with watched() as used:
        start = time.perf_counter()
        action()
        seconds = time.perf_counter() - start
    ratio = f"{seconds / floor:5.2f}" if floor else "     "
    print(f"  {name:<34} {seconds:7.2f} s  {ratio}  {used.seconds:7.2f} s  {used.bytes / MEGABYTE:6.0f} MB", flush=True)
    return seconds


def touch_memory(size: int) -> None:
    """Have the system use so many bytes of memory for a file: in a virtual machine, memory that nobody has used lately
    costs several times the copying, and each of those compared would pay for another part of it.
    """
    with tempfile.TemporaryFile() as stream:
        for _ in range(size // MEGABYTE):
            stream.write(bytes(MEGABYTE))


def joined(originals: list[Path], target: Path) -> None:
    with target.open("wb") as stream:
        subprocess.run(["xargs", "cat"], input="\n".join(map(str, originals)).encode(), stdout=stream, check=True)


def merged(originals: list[Path], target: Path) -> None:
    arguments = target.with_suffix(".args")
    arguments.write_text("\n".join(["--empty", "--pages", *map(str, originals), "--", str(target)]))
    subprocess.run(["qpdf", f"@{arguments}"], check=True)


def change_a_link(workspace: "Workspace") -> None:
    """The last document of the first criterion leaves it: all after it moves to other pages."""
    first = workspace.links.all()[0]
    workspace.links.unlink(workspace.links.of_criterion(first.criterion_id)[-1].id)


def run(kind: str, count: int) -> None:
    from core.dossier.options import Options
    from core.workspace import Workspace

    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        filling = multiprocessing.get_context("spawn").Process(target=fill, args=(kind, count, folder))
        filling.start()
        filling.join()
        with Workspace(folder / "workspace") as workspace:
            originals = [workspace.store.path(one.sha256) for one in workspace.documents.all()]
        size = sum(one.stat().st_size for one in originals)
        print(f"{kind}: {count} documents, {count * PAGES} pages, {size / MEGABYTE:.0f} MB")
        print(f"  {'':<34} {'time':>9}  ratio  {'processor':>9}  memory")
        measured("cat", lambda: joined(originals, folder / "cat.bin"), size)
        floor = None
        if has_qpdf():
            floor = measured("qpdf --empty --pages", lambda: merged(originals, folder / "qpdf.pdf"), size)
        with Workspace(folder / "workspace") as workspace:

            def printing() -> None:
                workspace.dossier.print_dossier(folder / "dossier.pdf", Options(on=ON))

            measured("dossier, first printing", printing, size, floor)
            change_a_link(workspace)
            measured("dossier, after one changed link", printing, size, floor)


def has_qpdf() -> bool:
    return shutil.which("qpdf") is not None


def main(arguments: list[str]) -> None:
    count = int(arguments[0]) if arguments else 1000
    for kind in arguments[1:] or [*KINDS, "mixed"]:
        run(kind, count)


if __name__ == "__main__":
    main(sys.argv[1:])

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core.dossier.options import Options
from core.dossier.printer import DossierPrinter
from core.dossier.records import Printed
from core.reading.worker import Worker
from tests.core.dossier.making import CRITERIA, ON, Bench, Read

Print = Callable[..., tuple[Printed, Read]]


@pytest.fixture(scope="session")
def worker() -> Iterator[Worker]:
    worker = Worker()
    yield worker
    worker.close()


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path, CRITERIA)


@pytest.fixture
def printer(bench: Bench, worker: Worker) -> DossierPrinter:
    return DossierPrinter(bench.load, bench.original, worker, bench.folder / "cache")


@pytest.fixture
def print_dossier(bench: Bench, printer: DossierPrinter) -> Iterator[Print]:
    """Prints and reads what was printed."""
    opened: list[Read] = []

    def run(**choice: object) -> tuple[Printed, Read]:
        out = bench.folder / "hồ sơ.pdf"
        printed = printer.print_dossier(out, Options(**({"on": ON} | choice)))
        opened.append(Read(out))
        return printed, opened[-1]

    yield run
    for read in opened:
        read.pdf.close()

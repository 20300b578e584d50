"""How long a suggestion takes where many documents were accepted already.

Usage: python -m tests.benchmarks.bench_suggest [DOCUMENTS]. The documents are shuffled paragraphs of suggest_documents,
two pages of text each. Measured as the window asks: each paper in the inbox once, and once more after a decision.
Processor time stands beside the clock's, which tells how busy the machine is with other things.
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, insert

from core.catalogue.builtin import load_catalogue
from core.catalogue.criteria import Criteria
from core.database import tables
from core.database.engine import Database, new_id, now
from core.evidence.suggest import Suggest
from tests.benchmarks.papers_of_offices import load_written
from tests.benchmarks.workspaces import temporary_database

CATALOGUE = "par-index-2023-hoa-binh"
ASKED = 100
CHARACTERS = 6000


def fill(connection: Connection, database: Database, documents: int, ids: dict[str, str]) -> list[str]:
    """Documents that are evidence, and ASKED more that have only arrived; returns the hashes of those."""
    written = [one for one in load_written() if one.codes and one.body]
    chance = random.Random(1)
    stamp = database.stamp()
    waiting: list[str] = []
    for number in range(documents + ASKED):
        one = written[number % len(written)]
        text = one.content.text
        while len(text) < CHARACTERS:
            text += "\n" + chance.choice(written).body
        sha256 = f"{number:064x}"
        read = {"sha256": sha256, "size": 1, "text": text, "read_at": now(), "problems": [], "signatures": []}
        connection.execute(insert(tables.original).values(**read, description={"subject": one.subject}, **stamp))
        if number >= documents:
            waiting.append(sha256)
            continue
        document = {"id": new_id(), "subject": f"{one.subject} ({number})", "added_at": now(), "added_by": ""}
        revision = {
            "id": new_id(),
            "document_id": document["id"],
            "number": 1,
            "sha256": sha256,
            "name": "",
            "source": "",
        }
        link = {"id": new_id(), "document_id": document["id"], "criterion_id": ids[one.codes[0]], "position": number}
        for table, row in ((tables.document, document), (tables.revision, revision), (tables.evidence, link)):
            connection.execute(insert(table).values(**row, **stamp))
    return waiting


def milliseconds(action: Callable[[], object]) -> tuple[float, float]:
    """By the clock and of the processor."""
    clock, processor = time.perf_counter(), time.process_time()
    action()
    return (time.perf_counter() - clock) * 1000, (time.process_time() - processor) * 1000


def tell(label: str, times: list[tuple[float, float]]) -> None:
    for name, measured in zip(("clock", "processor"), zip(*times, strict=True), strict=True):
        middle, slowest = statistics.median(measured), max(measured)
        print(f"{label:34} {name:10} median {middle:8.1f} ms   slowest {slowest:8.1f} ms")


def main(documents: int) -> None:
    with temporary_database() as (database, journal), tempfile.TemporaryDirectory() as cache:
        criteria = Criteria(database, journal)
        criteria.create(load_catalogue(CATALOGUE))
        with database.write() as connection:
            waiting = fill(connection, database, documents, {one.code: one.id for one in criteria.tree()})
        suggest = Suggest(database, Path(cache))

        def ask(sha256: str) -> None:
            assert suggest.of_original(sha256, "/chung/a.pdf"), sha256

        def ask_after_a_decision(sha256: str) -> tuple[float, float]:
            with database.write() as connection:
                journal.record(connection, "arrival.accepted", "document:")
            return milliseconds(lambda: ask(sha256))

        print(f"{documents} documents accepted, {ASKED} asked for")
        tell("the first, with learning them all", [milliseconds(lambda: ask(waiting[0]))])
        again = Suggest(database, Path(cache))
        next_start = milliseconds(lambda: again.of_original(waiting[0], "/chung/a.pdf"))
        tell("the first of the next start", [next_start])
        tell("each", [milliseconds(lambda sha256=sha256: ask(sha256)) for sha256 in waiting])
        tell("each after a decision", [ask_after_a_decision(sha256) for sha256 in waiting])


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)

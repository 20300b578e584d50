"""Coverage, agenda and preflight of the built-in plan with many links, from the database on.

Usage: python -m tests.benchmarks.bench_coverage [LINKS].
"""

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import insert

from core.catalogue.builtin import load_catalogue
from core.database import tables
from core.database.engine import new_id, now
from core.evidence.agenda import agenda
from core.evidence.coverage import coverage
from core.workspace import Workspace

ON = date(2023, 7, 1)
TIMES = 20


def fill(workspace: Workspace, links: int) -> None:
    """Documents with a date and a subject each, spread over the leaves; rows are written at once."""
    leaves = [criterion for criterion in workspace.criteria.tree() if criterion.is_leaf]
    appraisal = workspace.criteria.appraisal().id
    stamp = workspace.database.stamp()
    with workspace.database.write() as connection:
        for number in range(links):
            criterion = leaves[number % len(leaves)]
            document, sha256 = new_id(), f"{number:064}"
            slot = criterion.slots[number % len(criterion.slots)].id if criterion.requirements else None
            about = {
                "number": str(number),
                "notation": "BC-SGD&ĐT",
                "type": "Báo cáo",
                "subject": f"Báo cáo số {number} về công tác cải cách hành chính",
                "issued_on": date(2023, 1, 1) + timedelta(days=number % 365),
            }
            rows = (
                (tables.original, {"sha256": sha256, "size": 1, "problems": [], "signatures": [], "description": {}}),
                (tables.document, {"id": document, **about, "added_at": now(), "added_by": ""}),
                (
                    tables.revision,
                    {
                        "id": new_id(),
                        "document_id": document,
                        "number": 1,
                        "sha256": sha256,
                        "name": "a.pdf",
                        "source": "",
                    },
                ),
                (
                    tables.evidence,
                    {
                        "id": new_id(),
                        "criterion_id": criterion.id,
                        "document_id": document,
                        "slot_id": slot,
                        "position": number,
                    },
                ),
                (
                    tables.evidence_code,
                    {
                        "id": new_id(),
                        "appraisal_id": appraisal,
                        "document_id": document,
                        "criterion_id": criterion.id,
                        "number": number,
                        "code": str(number),
                    },
                ),
            )
            for table, row in rows:
                connection.execute(insert(table).values(**row, **stamp))


def best(action: Callable[[], object]) -> float:
    """Milliseconds, the best of several."""
    times: list[float] = []
    for _ in range(TIMES):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return min(times) * 1000


def main(links: int) -> None:
    with tempfile.TemporaryDirectory() as place, Workspace.create(Path(place) / "ws", "lan") as workspace:
        workspace.criteria.create(load_catalogue("par-index-2023-hoa-binh"))
        fill(workspace, links)
        tree, evidence = workspace.criteria.tree(), workspace.links.all()
        standing = coverage(tree, evidence, ON)
        print(f"{len(tree)} criteria, {len(evidence)} links")
        print(f"coverage from records  {best(lambda: coverage(tree, evidence, ON)):7.1f} ms")
        print(f"agenda                 {best(lambda: agenda(standing, ON)):7.1f} ms")
        print(f"criteria from the file {best(workspace.criteria.tree):7.1f} ms")
        print(f"links from the file    {best(workspace.links.all):7.1f} ms")
        print(f"coverage from the file {best(lambda: workspace.coverage(ON)):7.1f} ms")
        print(f"preflight, all of it   {best(lambda: workspace.preflight(ON)):7.1f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)

"""Killed at any write, a workspace opens again with every file wholly in or still offered: never half, never twice."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import select

from core.database import tables
from tests.core.intake.conftest import PLAN, Office

FILES = {"Kế hoạch/a.txt": "number: 1", "bản sao.txt": "number: 1", "chạy.exe": "x"}
WORTH_TAKING = sorted(Path(name).name for name in FILES if not name.endswith(".exe"))


def arrivals(office):
    with office.database.read() as connection:
        return connection.execute(select(tables.arrival).order_by(tables.arrival.c.path)).all()


def check_whole(office):
    """What holds right after opening, before anything is looked at again."""
    check = office.originals.verify()
    assert (check.damaged, check.missing) == ((), ())
    rows = arrivals(office)
    assert len({row.path for row in rows}) == len(rows)
    for row in rows:
        if row.sha256:
            assert office.store.path(row.sha256).read_bytes() == Path(row.path).read_bytes()
        assert (row.state == "accepted") == (row.document_id is not None)
    documents = {one.id: one for one in office.documents.all()}
    linked = {one.document_id for one in office.links.all()}
    assert {row.document_id for row in rows if row.document_id} == set(documents) == linked
    assert office.journal.is_whole()


def check_finished(office):
    """After another look nothing is lost and nothing is there twice."""
    office.look()
    for arrival in office.inbox.all():
        office.inbox.accept(arrival.id, [office.criteria.get("1.1").id])
    assert sorted(one.name for one in office.inbox.all("accepted")) == WORTH_TAKING
    assert len(office.inbox.all("refused")) == 1
    assert len(office.documents.all()) == 1
    assert [hit.document.description.number for hit in office.search.find("number")] == ["1"]
    assert len(list(office.store.folder.rglob("*.part"))) == 0
    assert office.originals.verify().orphans == ()


@pytest.mark.skipif(os.name == "nt", reason="needs fork")
def test_killed_at_every_write(tmp_path):
    template = Office(tmp_path / "template" / "ws")
    template.criteria.create(PLAN)
    for name, content in FILES.items():
        template.drop(name, content)
    template.close()
    subprocess.run([sys.executable, "-m", "tests.core.intake.killing", tmp_path], check=True)

    kills = sorted((path for path in tmp_path.iterdir() if path.name.isdigit()), key=lambda path: int(path.name))
    assert len(kills) > 40
    stages = set()
    for place in kills:
        office = Office(place / "ws")
        office.folders.add(office.watched)
        stages.add((len(arrivals(office)), len(office.documents.all())))
        office.originals.sweep()
        check_whole(office)
        check_finished(office)
        office.close()
        shutil.rmtree(place)
    assert len(stages) == 5, "the kills did not fall into different stages"

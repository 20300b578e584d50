"""What a person did is taken back and done again, row by row; what happened meanwhile is not trodden upon."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select, update

from core.catalogue.drafting import draft_criteria
from core.catalogue.records import Draft
from core.database.engine import Database
from core.database.recording import RECORDED
from core.database.tables import document
from core.errors import UserError
from core.workspace import Workspace
from tests.core.evidence.conftest import STATED

Rows = dict[str, list[str]]


def rows(workspace: Workspace) -> Rows:
    return rows_of(workspace.database)


def rows_of(database: Database) -> Rows:
    """Every row of the clerks' work, and of the full-text index."""
    with database.read() as connection:
        found = {
            table.name: sorted(map(repr, connection.execute(select(table)).all()))
            for table in RECORDED
            if table.name != "journal"
        }
        index = connection.exec_driver_sql(
            "SELECT document_id, code, subject, people, name, body FROM document_search"
            " JOIN search_entry ON search_entry.line = document_search.rowid"
        )
        return {**found, "index": sorted(map(repr, index.all()))}


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "workspace", "Nguyễn Thị Hà") as workspace:
        workspace.criteria.create(Draft("Nâng cao Chỉ số", 2023, draft_criteria(STATED, 2023)))
        yield workspace


@pytest.fixture
def paper(workspace: Workspace, tmp_path: Path) -> str:
    path = tmp_path / "67 KH.txt"
    path.write_text("Kế hoạch tuyên truyền", encoding="utf-8")
    return workspace.documents.add(path).document.id


def take(workspace: Workspace, share: Path) -> str:
    """A file arrives and waits for a decision."""
    share.mkdir(exist_ok=True)
    (share / "báo cáo.txt").write_text("Báo cáo cải cách hành chính quý I", encoding="utf-8")
    workspace.folders.add(share)
    return workspace.scan.run(settle_seconds=0).arrived[0].id


def test_linking_is_undone_and_done_again_exactly(workspace: Workspace, paper: str) -> None:
    before = rows(workspace)
    with workspace.undo.step():
        workspace.links.link(paper, "1.2", pages="3-5")
    after = rows(workspace)
    step = workspace.undo.next_undo
    assert step
    assert (step.action, step.more) == ("evidence.linked", 0)
    assert (step.facts["criterion"], step.facts["document"]) == ("1.2", "67 KH.txt")
    assert workspace.undo.undo() is step
    assert rows(workspace) == before
    assert workspace.undo.next_undo is None
    assert workspace.undo.redo() is step
    assert rows(workspace) == after
    assert [entry.action for entry in workspace.journal.entries()][-3:] == [
        "evidence.linked",
        "change.undone",
        "change.redone",
    ]
    assert workspace.journal.is_whole()


def test_a_step_of_many_transactions_goes_as_one(workspace: Workspace, paper: str) -> None:
    before = rows(workspace)
    with workspace.undo.step():
        for code in ("1.2", "1.3", "2.2"):
            workspace.links.link(paper, code)
    assert workspace.undo.next_undo
    assert workspace.undo.next_undo.more == 2
    workspace.undo.undo()
    assert rows(workspace) == before


def test_a_step_that_failed_halfway_can_be_taken_back(workspace: Workspace, paper: str) -> None:
    before = rows(workspace)
    with pytest.raises(UserError, match="criterion_unknown"), workspace.undo.step():
        workspace.links.link(paper, "1.2")
        workspace.links.link(paper, "9.9")
    workspace.undo.undo()
    assert rows(workspace) == before


def test_an_accepted_file_waits_again_and_is_found_no_more(workspace: Workspace, tmp_path: Path) -> None:
    arrival = take(workspace, tmp_path / "chung")
    before = rows(workspace)
    with workspace.undo.step():
        added, _ = workspace.inbox.accept(arrival, [workspace.criteria.get("1.2").id])
        workspace.documents.describe(added.document.id, subject="Báo cáo quý I", issued_on=date(2023, 3, 14))
    after = rows(workspace)
    assert workspace.search.find("quy I")
    workspace.undo.undo()
    assert rows(workspace) == before
    assert [one.state for one in workspace.inbox.all()] == ["offered"]
    assert not workspace.search.find("quy I")
    workspace.undo.redo()
    assert rows(workspace) == after
    assert workspace.search.find("quy I")


def test_what_was_read_meanwhile_does_not_keep_an_accepted_file(workspace: Workspace, tmp_path: Path) -> None:
    arrival = take(workspace, tmp_path / "chung")
    with workspace.undo.step():
        added, _ = workspace.inbox.accept(arrival)
    with workspace.database.write() as connection:  # as recognition does
        connection.execute(update(document).values(signer="Trần Văn Bình"))
    workspace.undo.undo()
    assert workspace.listing.count() == 0
    workspace.undo.redo()
    assert workspace.documents.get(added.document.id).description.signer == "Trần Văn Bình"


def test_a_field_that_was_read_meanwhile_stays(workspace: Workspace, paper: str) -> None:
    with workspace.undo.step():
        workspace.documents.describe(paper, number="67")
    with workspace.database.write() as connection:
        connection.execute(update(document).values(signer="Trần Văn Bình"))
    workspace.undo.undo()
    description = workspace.documents.get(paper).description
    assert (description.number, description.signer) == (None, "Trần Văn Bình")


def test_what_was_changed_otherwise_since_is_not_trodden_upon(workspace: Workspace, paper: str) -> None:
    with workspace.undo.step():
        workspace.links.link(paper, "1.3")
    with workspace.undo.step():
        workspace.documents.describe(paper, number="67")
    workspace.documents.describe(paper, number="68")  # not by this person's hand
    before = rows(workspace)
    with pytest.raises(UserError, match="undo_refused"):
        workspace.undo.undo()
    assert rows(workspace) == before
    workspace.undo.undo()  # the one before it still can be
    assert workspace.links.all() == []


def test_a_code_that_was_printed_meanwhile_stays_with_its_document(workspace: Workspace, paper: str) -> None:
    with workspace.undo.step():
        code = workspace.links.link(paper, "1.3").code
    workspace.codes.mark_printed([paper])
    workspace.undo.undo()
    assert workspace.links.all() == []
    assert workspace.codes.of_document(paper) == code
    workspace.undo.redo()
    assert [one.code for one in workspace.links.all()] == [code]
    assert [one.code for one in workspace.codes.printed()] == [code]


def test_something_new_ends_what_could_be_done_again(workspace: Workspace, paper: str) -> None:
    with workspace.undo.step() as first:
        workspace.links.link(paper, "1.2")
    workspace.undo.undo()
    with workspace.undo.step():
        workspace.links.link(paper, "1.3")
    with pytest.raises(UserError, match="nothing_to_redo"):
        workspace.undo.redo()
    with pytest.raises(UserError, match="undo_not_last"):
        workspace.undo.undo(first.step)
    workspace.undo.undo()
    with pytest.raises(UserError, match="nothing_to_undo"):
        workspace.undo.undo()


def test_what_the_program_does_by_itself_is_no_step(workspace: Workspace, tmp_path: Path) -> None:
    take(workspace, tmp_path / "chung")
    assert workspace.undo.next_undo is None
    with workspace.undo.step() as nothing:
        workspace.criteria.get("1.2")
    assert nothing.step is None


def test_a_removed_criterion_comes_back_with_its_slots(workspace: Workspace) -> None:
    with workspace.undo.step():
        added = workspace.criteria.add(None, "3", "Mới", text="Mới: (1) một; (2) hai")
    workspace.slots.add(added.id, "biên bản", count=3, target=33.333333333333336)
    before = rows(workspace)
    with workspace.undo.step():
        workspace.criteria.remove(added.id)
    workspace.undo.undo()
    assert rows(workspace) == before
    with pytest.raises(UserError, match="undo_refused"):  # a slot hangs on it that was not of this step
        workspace.undo.undo()

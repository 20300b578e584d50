"""What documents are to each other, on the shelves of a real library."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from core.catalogue.drafting import Stated, draft_criteria
from core.catalogue.records import Draft
from core.errors import UserError
from core.library.relations import Relation, replaced_by
from core.workspace import Workspace

STATED = (Stated("1", "CHỈ ĐẠO"), Stated("1.1", "Kế hoạch (1) một; (2) hai"), Stated("1.2", "Kiểm tra"))


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "Dữ liệu", "lan") as workspace:
        workspace.criteria.create(Draft("Chỉ số CCHC", 2023, draft_criteria(STATED, 2023)))
        yield workspace


@pytest.fixture
def add(workspace: Workspace, tmp_path: Path):
    """Adds a text file and describes it; returns its id."""

    def make(text: str, **description: object) -> str:
        path = tmp_path / f"{len(workspace.documents.all())}.txt"
        path.write_text(text, encoding="utf-8")
        key = workspace.documents.add(path).document.id
        workspace.documents.describe(key, **description)  # type: ignore[arg-type]
        return key

    return make


def said(found: list[Relation]) -> list[tuple[str, str, str]]:
    return [(one.document.id, one.kind, one.other.id) for one in found]


def test_relations_are_shown_on_both_sides(workspace: Workspace, add) -> None:
    old, new, report = (add(name) for name in ("cũ", "mới", "báo cáo"))
    workspace.relations.relate(new, "replaces", old)
    workspace.relations.relate(new, "replaces", old)
    workspace.relations.relate(report, "reports_on", new)
    assert said(workspace.relations.of_document(new)) == [(new, "replaces", old), (report, "reports_on", new)]
    assert said(workspace.relations.of_document(old)) == [(new, "replaces", old)]
    workspace.relations.unrelate(new, "replaces", old)
    assert said(workspace.relations.all()) == [(report, "reports_on", new)]
    with pytest.raises(UserError, match="relation_missing"):
        workspace.relations.unrelate(new, "replaces", old)
    actions = [entry.action for entry in workspace.journal.entries(f"document:{new}")]
    assert actions[-2:] == ["document.related", "document.unrelated"]


def test_what_cannot_be(workspace: Workspace, add) -> None:
    first, second, third = (add(name) for name in "abc")
    workspace.relations.relate(second, "replaces", first)
    workspace.relations.relate(third, "replaces", second)
    for other, error in ((first, "same_document"), (third, "relation_circle"), ("x", "document_unknown")):
        with pytest.raises(UserError, match=error):
            workspace.relations.relate(first, "replaces", other)
    with pytest.raises(UserError, match="relation_unknown"):
        workspace.relations.relate(first, "follows", second)  # type: ignore[arg-type]
    assert {key: one.id for key, one in replaced_by(workspace.relations.all()).items()} == {first: third, second: third}


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pairs=st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=10))
def test_no_circle_ever_comes_about(workspace: Workspace, add, pairs: list[tuple[int, int]]) -> None:
    keys = [one.id for one in workspace.documents.all()] or [add(f"văn bản {number}") for number in range(5)]
    for one in workspace.relations.all():
        workspace.relations.unrelate(one.document.id, one.kind, one.other.id)
    after: dict[str, set[str]] = {key: set() for key in keys}
    for first, second in pairs:
        reached = {keys[second]}
        while more := {key for one in reached for key in after[one]} - reached:
            reached |= more
        if keys[first] in reached:
            with pytest.raises(UserError, match="same_document" if first == second else "relation_circle"):
                workspace.relations.relate(keys[first], "replaces", keys[second])
        else:
            workspace.relations.relate(keys[first], "replaces", keys[second])
            after[keys[first]].add(keys[second])
    replaced_by(workspace.relations.all())  # comes to an end


def test_what_a_text_says_is_proposed(workspace: Workspace, add) -> None:
    old = add("cũ", type="Quyết định", number="0131".lstrip("0"), notation="QĐ-UBND", issued_on=date(2021, 1, 5))
    plan = add("kế hoạch", type="Kế hoạch", number="67", notation="KH-SGD&ĐT", issued_on=date(2023, 3, 1))
    add("khác", type="Quyết định", number="13", notation="QĐ-UBND", issued_on=date(2021, 1, 5))
    add("sau này", type="Quyết định", number="131", notation="QĐ-UBND", issued_on=date(2024, 1, 5))
    text = "Điều 3. Quyết định này có hiệu lực từ ngày ký và thay thế Quyết định số 0131/QĐ-UBND ngày 05/01/2021."
    new = add(text, type="Quyết định", number="22", issued_on=date(2023, 5, 1))
    report = add(
        "BÁO CÁO kết quả thực hiện Kế hoạch số 67/KH-SGDĐT về cải cách hành chính; căn cứ Quyết định số 131/QĐ-UBND",
        type="Báo cáo",
        issued_on=date(2023, 12, 1),
    )
    assert said(workspace.relations.proposed(new)) == [(new, "replaces", old)]
    assert said(workspace.relations.proposed(report)) == [(report, "reports_on", plan)]
    assert workspace.relations.proposed(plan) == []
    workspace.relations.relate(new, "replaces", old)
    assert workspace.relations.proposed(new) == []


def test_a_newer_document_takes_over_what_the_old_one_proved(workspace: Workspace, add) -> None:
    old, new = add("cũ", number="1"), add("mới", number="2")
    first, second = (workspace.criteria.get(code).id for code in ("1.1", "1.2"))
    checked = workspace.links.link(old, first, 1, pages="1", note="ghi chú")
    workspace.judgements.check(checked.id)
    workspace.links.link(old, second)
    workspace.judgements.reject(workspace.links.link(old, first, 2).id, "Sai")
    workspace.links.link(new, second)
    with workspace.undo.step():
        handed = sorted(workspace.links.hand_over(old, new), key=lambda one: one.criterion_id != first)
    assert [(one.criterion_id, one.document_id, one.requirement, one.state) for one in handed] == [
        (first, new, 1, "accepted"),
        (second, new, None, "accepted"),
    ]
    assert (handed[0].pages, handed[0].note, handed[0].judged_by) == ("1", "ghi chú", None)
    assert [(one.requirement, one.state) for one in workspace.links.of_document(old)] == [(2, "rejected")]
    assert workspace.codes.all()[old] != workspace.codes.all()[new]  # each keeps its own
    workspace.undo.undo()
    assert sorted(one.state for one in workspace.links.of_document(old)) == ["accepted", "checked", "rejected"]


def test_a_newer_revision_stands_in_all_links(workspace: Workspace, tmp_path: Path) -> None:
    files = [tmp_path / f"Kế hoạch {number}.pdf" for number in (1, 2)]
    for count, path in enumerate(files, 1):
        canvas = Canvas(str(path))
        for page in range(count):
            canvas.drawString(72, 700, f"page {page}")
            canvas.showPage()
        canvas.save()
    key = workspace.documents.add(files[0]).document.id
    links = [workspace.links.link(key, workspace.criteria.get(code).id) for code in ("1.1", "1.2")]
    workspace.judgements.check(links[1].id)
    revised = workspace.documents.replace(key, files[1])
    assert (revised.id, revised.pages, revised.revision, revised.name) == (key, 2, 2, "Kế hoạch 2.pdf")
    assert {one.document_id for one in workspace.links.all()} == {key}
    history = workspace.documents.revisions(key)
    assert [(one.number, one.name, one.pages, one.added_by) for one in history] == [
        (1, "Kế hoạch 1.pdf", 1, "lan"),
        (2, "Kế hoạch 2.pdf", 2, "lan"),
    ]
    assert all(workspace.store.path(one.sha256).is_file() for one in history)
    assert [one.added_at for one in history] == sorted(one.added_at for one in history)
    assert all(earlier.sha256 != later.sha256 for earlier, later in pairwise(history))
    findings = {one.code: one.facts for one in workspace.preflight(date(2023, 6, 1))}
    assert (findings["revised_after_check"]["evidence"], findings["revised_after_check"]["by"]) == ("1.1-01", "lan")
    with pytest.raises(UserError, match="file_known"):
        workspace.documents.replace(key, files[0])

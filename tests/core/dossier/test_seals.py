"""A sealed dossier: printed again as it was, what changed since, and what supplements it."""

from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from sqlalchemy import update

from core.catalogue.builtin import load_catalogue
from core.database import tables
from core.dossier.difference import KINDS
from core.dossier.frozen import freeze, thaw
from core.dossier.options import Options
from core.dossier.records import Material, Printed
from core.dossier.wording import vietnamese
from core.errors import UserError
from core.progress import Progress
from core.workspace import Workspace
from tests.core.dossier.making import ON, Read, pdf, photo

Add = Callable[..., str]
DAY = date(2023, 11, 20)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "data", actor="Lan") as workspace:
        workspace.criteria.create(load_catalogue("par-index-2023-hoa-binh"))
        yield workspace


@pytest.fixture
def add(workspace: Workspace, tmp_path: Path) -> Add:
    """Takes a paper in under criteria; returns its id."""

    def add(name: str, *codes: str, pages: int = 2, **description: object) -> str:
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(pdf(*[f"{name} page {page}" for page in range(1, pages + 1)]))
        document = workspace.documents.add(path).document
        if description:
            workspace.documents.describe(document.id, **description)
        for code in codes:
            workspace.links.link(document.id, workspace.criteria.get(code).id)
        return document.id

    return add


@pytest.fixture
def reading() -> Iterator[Callable[[Printed], Read]]:
    opened: list[Read] = []

    def read(printed: Printed) -> Read:
        opened.append(Read(printed.files[0].path))
        return opened[-1]

    yield read
    for one in opened:
        one.pdf.close()


@pytest.fixture
def sealed(workspace: Workspace, add: Add, tmp_path: Path) -> Printed:
    add("plan", "1.1", "1.4", subject="Kế hoạch năm")
    add("report", "1.2")
    printed = workspace.dossier.print_dossier(tmp_path / "first.pdf", Options(on=DAY))
    workspace.seals.seal(" Nộp lần 1 ")
    return printed


def test_every_record_comes_back_as_it_was(workspace: Workspace, sealed: Printed) -> None:
    material = sealed.matter.material
    kept = workspace.seals.get("Nộp lần 1")
    assert kept.material == material
    assert kept.options == sealed.matter.options
    assert kept.places == sealed.places
    assert thaw(Options, freeze(Options(max_pages=3, criteria=("1",), on=ON))) == Options(
        max_pages=3, criteria=("1",), on=ON
    )
    assert isinstance(kept.material, Material)


def test_a_seal_says_what_by_whom_and_when(workspace: Workspace, sealed: Printed) -> None:
    (seal,) = workspace.seals.all()
    assert (seal.name, seal.sealed_by, seal.on, seal.since) == ("Nộp lần 1", "Lan", DAY, None)
    assert (seal.documents, seal.evidence) == (2, 3)
    (file,) = seal.files
    assert (file.path.name, file.pages, file.sha256) == ("first.pdf", *_facts(sealed))
    assert workspace.journal.entries()[-1].action == "dossier.sealed"


def _facts(printed: Printed) -> tuple[int, str]:
    return printed.files[0].pages, printed.files[0].sha256


def test_printed_again_it_is_the_same_whatever_happened(
    workspace: Workspace, add: Add, sealed: Printed, tmp_path: Path
) -> None:
    plan = next(one for one in workspace.documents.all() if one.name == "plan.pdf")
    workspace.documents.describe(plan.id, subject="Tên khác")
    workspace.links.unlink(workspace.links.of_document(plan.id)[0].id)
    workspace.judgements.assess(workspace.criteria.get("1.1").id, result="not_met", explanation="Vì sao")
    workspace.criteria.edit(workspace.criteria.get("1.1").id, title="Tiêu đề khác")
    workspace.wordings.set("cover.title", "BÌA KHÁC")
    add("later", "1.1")
    again = workspace.dossier.reprint(tmp_path / "again.pdf", "Nộp lần 1")
    assert _facts(again) == _facts(sealed)
    assert again.same
    assert workspace.dossier.print_dossier(tmp_path / "new.pdf", Options(on=DAY)).files[0].sha256 != _facts(sealed)[1]


def test_only_what_was_printed_can_be_sealed_and_only_once(
    workspace: Workspace, sealed: Printed, tmp_path: Path
) -> None:
    del sealed
    for name, code in ((" ", "seal_name_missing"), ("Nộp lần 1", "seal_name_taken"), ("2", "nothing_printed")):
        with pytest.raises(UserError, match=code):
            workspace.seals.seal(name)
    assert not workspace.seals.can_seal()
    workspace.dossier.reprint(tmp_path / "again.pdf", "Nộp lần 1")
    assert not workspace.seals.can_seal()
    workspace.dossier.print_dossier(tmp_path / "second.pdf", Options(on=DAY))
    assert workspace.seals.can_seal()
    with pytest.raises(UserError, match="seal_unknown"):
        workspace.dossier.reprint(tmp_path / "no.pdf", "Lần 9")


def test_a_supplement_lists_what_was_rejected_since(
    workspace: Workspace, add: Add, reading: Callable[[Printed], Read], tmp_path: Path
) -> None:
    def reject(name: str, reason: str) -> None:
        (link,) = workspace.links.of_document(add(name, "1.4"))
        workspace.judgements.reject(link.id, reason)

    add("plan", "1.1")
    reject("old", "Hết hiệu lực")
    printed = workspace.dossier.print_dossier(tmp_path / "first.pdf", Options(on=DAY))
    assert reading(printed).find("Hết hiệu lực")
    workspace.seals.seal("Nộp lần 1")
    assert workspace.seals.get("Nộp lần 1").material == printed.matter.material
    reject("draft", "Chưa ký")
    (plan,) = workspace.links.of_criterion(workspace.criteria.get("1.1").id)
    workspace.judgements.reject(plan.id, "Sai năm")
    add("report", "1.2")
    read = reading(workspace.dossier.print_dossier(tmp_path / "more.pdf", Options(on=DAY, since="Nộp lần 1")))
    assert read.find("Chưa ký")
    assert read.find("Loại minh chứng 1.1-01: plan.pdf")
    assert not read.find("Rút minh chứng")
    assert not read.find("Hết hiệu lực")


def test_another_appraisal_that_is_chosen_meanwhile_is_not_marked(
    workspace: Workspace, add: Add, tmp_path: Path
) -> None:
    add("plan", "1.1")
    first = workspace.criteria.appraisal()

    def switch(*_: object) -> None:
        if workspace.criteria.appraisal().id == first.id:
            workspace.criteria.create(load_catalogue("par-index-2023-hoa-binh"), year=2024)

    workspace.dossier.print_dossier(tmp_path / "first.pdf", Options(on=DAY), progress=Progress(switch))
    assert workspace.codes.printed() == []
    assert not workspace.seals.can_seal()
    workspace.appraisals.use(first.id)
    assert [one.code for one in workspace.codes.printed()] == ["1.1-01"]
    assert workspace.seals.can_seal()


def test_what_is_printed_and_handed_over_is_in_the_journal(workspace: Workspace, add: Add, tmp_path: Path) -> None:
    add("plan", "1.1")
    made = workspace.stick.make(tmp_path / "USB", Options(on=DAY))
    subject = f"appraisal:{workspace.criteria.appraisal().id}"
    entries = {entry.action: entry.after for entry in workspace.journal.entries(subject)}
    printed, handed = entries["dossier.printed"], entries["stick.made"]
    assert printed
    assert handed
    assert printed["files"][0]["sha256"] == handed["dossier"][0] == made.printed.files[0].sha256
    assert (handed["path"], handed["files"]) == (str(tmp_path / "USB"), len(made.files))


def test_a_seal_that_was_tampered_with_is_refused(workspace: Workspace, sealed: Printed, tmp_path: Path) -> None:
    del sealed
    with workspace.database.write() as connection:
        connection.execute(update(tables.printed_dossier).values(options={"on": "2020-01-01"}))
    with pytest.raises(UserError, match="seal_broken"):
        workspace.dossier.reprint(tmp_path / "again.pdf", "Nộp lần 1")


def test_what_changed_since_is_told(workspace: Workspace, add: Add, sealed: Printed) -> None:
    del sealed
    assert workspace.dossier.changes("Nộp lần 1") == ()
    first, report = workspace.criteria.get("1.1"), workspace.criteria.get("1.2")
    (plan,) = workspace.links.of_criterion(first.id)
    workspace.links.edit(plan.id, pages="2")
    workspace.documents.describe(plan.document_id, subject="Kế hoạch sửa đổi")
    workspace.links.unlink(workspace.links.of_criterion(report.id)[0].id)
    workspace.judgements.assess(first.id, result="met")
    add("later", "1.5", subject="Văn bản mới")
    told = [(one.kind, one.criterion, one.before, one.after) for one in workspace.dossier.changes("Nộp lần 1")]
    assert told == [
        ("result", "1.1", "", "met"),
        ("evidence_edited", "1.1", "", "2"),
        ("document_described", "1.1", "Kế hoạch năm", "Kế hoạch sửa đổi"),
        ("coverage", "1.2", "partial", "missing"),
        ("evidence_removed", "1.2", "report.pdf", ""),
        ("document_described", "1.4", "Kế hoạch năm", "Kế hoạch sửa đổi"),
        ("coverage", "1.5", "missing", "complete"),
        ("evidence_added", "1.5", "", "Văn bản mới"),
    ]
    assert {kind for kind, *_ in told} <= set(KINDS)


def test_of_a_description_that_reads_the_same_it_is_told_what_changed(
    workspace: Workspace, add: Add, tmp_path: Path
) -> None:
    plan = add("plan", "1.1", subject="Kế hoạch năm", issuer="Sở Nội vụ")
    workspace.dossier.print_dossier(tmp_path / "first.pdf", Options(on=DAY))
    workspace.seals.seal("Nộp lần 1")
    workspace.documents.describe(plan, issuer="Sở Tài chính", issued_on=date(2023, 3, 1))
    (told,) = workspace.dossier.changes("Nộp lần 1")
    assert (told.kind, told.before, told.after) == ("document_described", "Sở Nội vụ", "01/03/2023, Sở Tài chính")
    workspace.links.unlink(workspace.links.of_document(plan)[0].id)
    told = workspace.dossier.changes("Nộp lần 1")  # of the leaf alone, though all above it has nothing any more, too
    assert [(one.kind, one.criterion) for one in told] == [("coverage", "1.1"), ("evidence_removed", "1.1")]


def test_a_supplement_holds_what_is_new_and_counts_on(
    workspace: Workspace, add: Add, sealed: Printed, tmp_path: Path, reading: Callable[[Printed], Read]
) -> None:
    last = sealed.files[0].pages
    add("later", "1.3", pages=3, subject="Biên bản mới")
    plan = next(one for one in workspace.documents.all() if one.name == "plan.pdf")
    workspace.links.link(plan.id, workspace.criteria.get("1.5").id)  # printed before, cited anew
    printed = workspace.dossier.print_dossier(tmp_path / "more.pdf", Options(on=DAY, since="Nộp lần 1"))
    read = reading(printed)
    assert read.first == printed.files[0].first == last + 1
    assert "BỔ SUNG" in read.text(1)
    assert f"Bổ sung cho hồ sơ “Nộp lần 1” ngày 20/11/2023; số trang tiếp theo trang {last}" in read.text(1)
    (first, *_) = read.find("later page 1")
    assert f"Trang hồ sơ {last + first}" in read.text(first)
    assert not read.find("plan page")
    assert not read.find("report page")
    assert not read.find("TIÊU CHÍ 1.2")
    assert read.find("Minh chứng mới hoặc thay đổi của tiêu chí")
    assert not read.find("Danh mục minh chứng của tiêu chí")
    place = sealed.places[plan.id]
    cited = read.text(read.find("TIÊU CHÍ 1.5")[0])
    assert f"Nộp lần 1, tr. {place.first}–{place.last}" in cited
    assert "Thêm minh chứng 1.3-01: Biên bản mới" in read.text(read.find("NHỮNG THAY ĐỔI SO VỚI")[-1])
    assert printed.documents == 1


def test_a_seal_is_taken_off(workspace: Workspace, add: Add, sealed: Printed, tmp_path: Path) -> None:
    del sealed
    add("later", "1.3")
    workspace.dossier.print_dossier(tmp_path / "more.pdf", Options(on=DAY, since="Nộp lần 1"))
    workspace.seals.seal("Bổ sung")
    with pytest.raises(UserError, match="seal_in_use") as refused:
        workspace.seals.unseal("Nộp lần 1")
    assert refused.value.facts["other"] == "Bổ sung"
    workspace.seals.unseal("Bổ sung")
    assert workspace.seals.seal("Bổ sung lần 1").since == "Nộp lần 1"  # it was the last printing
    workspace.seals.unseal("Bổ sung lần 1")
    with workspace.undo.step():
        workspace.seals.unseal("Nộp lần 1")
    assert workspace.seals.all() == ()
    workspace.undo.undo()
    assert [one.name for one in workspace.seals.all()] == ["Nộp lần 1"]
    assert workspace.seals.get("Nộp lần 1").files
    with pytest.raises(UserError, match="seal_unknown"):
        workspace.seals.unseal("Lần 9")


def test_supplements_follow_one_another(
    workspace: Workspace, add: Add, sealed: Printed, tmp_path: Path, reading: Callable[[Printed], Read]
) -> None:
    later = add("later", "1.3")
    second = workspace.dossier.print_dossier(tmp_path / "2.pdf", Options(on=DAY, since="Nộp lần 1"))
    workspace.seals.seal("Bổ sung 1")
    with pytest.raises(UserError, match="nothing_changed"):
        workspace.dossier.print_dossier(tmp_path / "3.pdf", Options(on=DAY, since="Bổ sung 1"))
    for document in (later, next(one.id for one in workspace.documents.all() if one.name == "plan.pdf")):
        workspace.links.link(document, workspace.criteria.get("1.5").id)
    third = workspace.dossier.print_dossier(tmp_path / "3.pdf", Options(on=DAY, since="Bổ sung 1"))
    assert third.files[0].first == sealed.files[0].pages + second.files[0].pages + 1
    assert third.documents == 0
    text = reading(third).text(reading(third).find("TIÊU CHÍ 1.5")[0])
    assert "Bổ sung 1, tr." in text
    assert "Nộp lần 1, tr." in text
    again = workspace.dossier.reprint(tmp_path / "2.pdf", "Bổ sung 1")
    assert (again.files, again.same) == (second.files, True)


def test_a_new_revision_is_printed_in_the_supplement(
    workspace: Workspace, sealed: Printed, tmp_path: Path, reading: Callable[[Printed], Read]
) -> None:
    del sealed
    plan = next(one for one in workspace.documents.all() if one.name == "plan.pdf")
    path = tmp_path / "plan mới.pdf"
    path.write_bytes(pdf("revised plan"))
    sha256 = workspace.originals.keep(path)
    workspace.originals.read(sha256, path.name)
    with workspace.database.write() as connection:
        workspace.documents.revise(connection, plan.id, sha256, path.name, "")
    printed = workspace.dossier.print_dossier(tmp_path / "more.pdf", Options(on=DAY, since="Nộp lần 1"))
    read = reading(printed)
    assert read.find("revised plan")
    assert "Minh chứng 1.1-01 được thay bằng bản mới" in " ".join(read.texts)
    old = workspace.dossier.reprint(tmp_path / "old.pdf", "Nộp lần 1")
    assert reading(old).find("plan page 1")
    workspace.dossier.print_dossier(tmp_path / "more.pdf", Options(on=DAY, since="Nộp lần 1"))
    workspace.seals.seal("Bổ sung 1")
    workspace.links.link(plan.id, workspace.criteria.get("1.5").id)
    third = workspace.dossier.print_dossier(tmp_path / "third.pdf", Options(on=DAY, since="Bổ sung 1"))
    cited = reading(third).text(reading(third).find("TIÊU CHÍ 1.5")[0])
    assert (third.documents, "Bổ sung 1, tr." in cited) == (0, True)  # there it stands as it is today


def test_a_logo_is_taken_from_a_picture_and_nothing_else(workspace: Workspace, tmp_path: Path) -> None:
    picture = tmp_path / "logo.jpg"
    picture.write_bytes(photo(size=(3000, 2000)))
    workspace.wordings.set_logo(picture)
    logo = vietnamese().but(workspace.wordings.words()).logo
    with Image.open(BytesIO(logo)) as image:
        assert (image.format, image.size) == ("PNG", (600, 400))
    strange = BytesIO()
    Image.new("RGB", (9, 9)).save(strange, "PCX")
    for content in (b"no picture", strange.getvalue()):
        picture.write_bytes(content)
        with pytest.raises(UserError, match="logo_unreadable"):
            workspace.wordings.set_logo(picture)
    workspace.wordings.reset()
    assert vietnamese().but(workspace.wordings.words()).logo == logo
    workspace.wordings.set_logo(None)
    assert workspace.wordings.words() == {}


@pytest.mark.parametrize("text", ["{title:d}", "{title!x}", "{title:{year}}", "{title", "{title.upper}", "{nobody}"])
def test_words_that_could_not_be_printed_are_refused(workspace: Workspace, text: str) -> None:
    with pytest.raises(UserError, match="wording_facts_wrong"):
        workspace.wordings.set("cover.file_title", text)


def test_a_supplement_of_what_did_not_change_is_refused(workspace: Workspace, add: Add, sealed: Printed) -> None:
    del sealed
    add("later", "1.3")
    for choice in ({"criteria": ("2",)}, {"unit": "Tổ CNTT"}):
        with pytest.raises(UserError, match="nothing_changed"):
            workspace.dossier.foresee(Options(on=DAY, since="Nộp lần 1", **choice))
    assert workspace.dossier.foresee(Options(on=DAY, since="Nộp lần 1", criteria=("1",))).documents == 1

"""Suggestions as the clerk meets them: what is offered, why, and how it learns."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import insert, update

from core.catalogue.builtin import load_catalogue
from core.catalogue.criteria import Criteria
from core.database import tables
from core.database.engine import Database, new_id, now
from core.evidence.codes import Codes
from core.evidence.judgements import Judgements
from core.evidence.links import Links
from core.evidence.scoring import Scorer
from core.evidence.suggest import Suggest, Suggestion
from core.journal import Journal

CATALOGUE = "par-index-2023-hoa-binh"
DISBURSED = """Tổng vốn giao 86.400 triệu đồng cho 11 dự án trường học. Đã giải ngân 58.230 triệu, đạt 67,4% kế hoạch
vốn. Đề nghị các chủ đầu tư đẩy nhanh tiến độ, nghiệm thu khối lượng hoàn thành."""
SPORT = """Công đoàn tổ chức giải bóng chuyền hơi cho nữ đoàn viên nhân ngày 20/10.
Vòng tròn tính điểm, mỗi trận ba hiệp."""
LETTERHEAD = """UBND TỈNH HÒA BÌNH
SỞ GIÁO DỤC VÀ ĐÀO TẠO
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
Nơi nhận:
- Như trên;
- Lưu: VT."""

Keep = Callable[..., str]


@pytest.fixture
def tree(criteria: Criteria) -> Criteria:
    criteria.create(load_catalogue(CATALOGUE), catalogue=CATALOGUE)
    return criteria


@pytest.fixture
def links(tree: Criteria, database: Database, journal: Journal) -> Links:  # noqa: ARG001
    return Links(database, journal, Codes(database, journal))


@pytest.fixture
def suggest(tree: Criteria, database: Database) -> Suggest:  # noqa: ARG001
    return Suggest(database)


@pytest.fixture
def arrive(database: Database) -> Keep:
    """Keeps a file as the reader left it; returns its SHA-256."""

    def make(text: str, **read: str) -> str:
        row = {
            "sha256": sha256(text.encode() + repr(read).encode()).hexdigest(),
            "size": 1,
            "text": text,
            "read_at": now(),
        }
        values = {**row, "problems": [], "signatures": [], "description": dict(read)}
        with database.write() as connection:
            connection.execute(insert(tables.original).values(**values, **database.stamp()))
        return str(row["sha256"])

    return make


@pytest.fixture
def add(database: Database, journal: Journal, arrive: Keep) -> Keep:
    """Makes a document of the library; returns its id."""

    def make(text: str, source: str = "/chung/a.pdf", **description: str) -> str:
        sha = arrive(text, **description)
        document = {"id": new_id(), "added_at": now(), "added_by": "", **description}
        revision = {"id": new_id(), "document_id": document["id"], "number": 1, "sha256": sha}
        with database.write() as connection:
            connection.execute(insert(tables.document).values(**document, **database.stamp()))
            values = {**revision, "name": "a.pdf", "source": source, **database.stamp()}
            connection.execute(insert(tables.revision).values(**values))
            journal.record(connection, "document.added", f"document:{document['id']}")
        return str(document["id"])

    return make


def codes(suggestions: list[Suggestion]) -> list[str]:
    return [one.code for one in suggestions]


def test_the_words_decide_and_are_told_as_the_paper_has_them(suggest: Suggest, arrive: Keep) -> None:
    sha = arrive(f"{LETTERHEAD}\n{DISBURSED}", subject="Tiến độ GIẢI NGÂN vốn đầu tư công")
    first = suggest.of_original(sha, "/chung/a.pdf")[0]
    assert first.code == "6.1.1"
    assert 0 < first.score < 1
    assert [reason.code for reason in first.reasons] == ["words"]
    assert "giải ngân" in " ".join(first.reasons[0].facts["words"]).lower()
    assert "kế hoạch vốn" in first.reasons[0].facts["words"]


def test_without_accents_it_is_found_all_the_same(suggest: Suggest, arrive: Keep) -> None:
    sha = arrive("", subject="TIEN DO GIAI NGAN KE HOACH VON GIAO")
    assert codes(suggest.of_original(sha, "a.pdf"))[0] == "6.1.1"


@pytest.mark.parametrize(
    ("subject", "code"),
    [
        ("Xử lý PAKN của cá nhân", "3.5.1"),
        ("Rà soát văn bản QPPL theo kế hoạch", "2.2.1"),
        ("Hoạt động TĐTHPL theo Nghị định số 59/2012/NĐ-CP", "2.1.1"),
        ("Nhiệm vụ trong Kế hoạch CĐS năm nay", "7.1"),
        ("Tuyên truyền CCHC trên website", "1.4"),
        ("Tuyên truyền cải cách hành chính trên website", "1.4"),
    ],
)
def test_abbreviations_are_known(suggest: Suggest, arrive: Keep, subject: str, code: str) -> None:
    assert codes(suggest.of_original(arrive("", subject=subject), "a.pdf"))[0] == code


def test_what_every_paper_says_proves_nothing(suggest: Suggest, arrive: Keep) -> None:
    assert suggest.of_original(arrive(LETTERHEAD), "a.pdf") == []
    assert suggest.of_original(arrive(f"{LETTERHEAD}\n{SPORT}", subject="Giải bóng chuyền nữ"), "a.pdf") == []
    assert suggest.of_original(arrive(""), "a.pdf") == []


@pytest.mark.parametrize(
    "path",
    [
        "/chung/1.2/Báo cáo.pdf",
        "/chung/1.2 Báo cáo/a.pdf",
        "/chung/1.2_quý I/sâu hơn/a.pdf",
        "/chung/1.2. Báo cáo/a.pdf",
        "/chung/8.1.5-SIPAS/1.2 a.pdf",
        "\\\\may-chu\\chung\\1.2 Báo cáo\\a.pdf",
        "1.2.pdf",
    ],
)
def test_a_name_that_begins_with_a_code_comes_first(suggest: Suggest, arrive: Keep, path: str) -> None:
    first = suggest.of_original(arrive(DISBURSED), path)[0]
    assert (first.code, first.score) == ("1.2", 1.0)
    assert first.reasons[0].code == "folder"
    assert first.reasons[0].facts["name"].startswith("1.2")


@pytest.mark.parametrize(
    "path",
    [
        "/chung/1.20/a.pdf",
        "/chung/1.2.2023 họp.pdf",
        "/chung/1.2a.pdf",
        "/chung/Báo cáo 1.2.pdf",
        "/chung/1. Quyết định.pdf",
        "/chung/2023/a.pdf",
        "/chung/5.7 Chất lượng/a.pdf",  # a survey
        "",
    ],
)
def test_other_names_decide_nothing(suggest: Suggest, arrive: Keep, path: str) -> None:
    found = suggest.of_original(arrive(DISBURSED), path)
    assert "folder" not in [reason.code for one in found for reason in one.reasons]
    assert codes(found)[0] == "6.1.1"


def test_a_folder_may_name_a_criterion_with_others_below(suggest: Suggest, arrive: Keep) -> None:
    assert codes(suggest.of_original(arrive(""), "/chung/6.1 Tài chính/a.pdf")) == ["6.1"]


def test_it_learns_from_what_was_accepted(
    suggest: Suggest, add: Keep, arrive: Keep, tree: Criteria, links: Links
) -> None:
    sha = arrive(
        "Thực đơn bán trú tuần này có thêm rau xanh, cân nặng của trẻ được theo dõi.", subject="Thực đơn bán trú"
    )
    assert suggest.of_original(sha, "a.pdf") == []
    known = add(
        "Bếp ăn nấu theo thực đơn bán trú, theo dõi cân nặng của trẻ.", subject="Bếp ăn", number="12", notation="BC-MN"
    )
    link = links.link(known, tree.get("8.2").id)
    first = suggest.of_original(sha, "a.pdf")[0]
    assert first.code == "8.2"
    assert [reason.code for reason in first.reasons] == ["like_document"]
    assert first.reasons[0].facts == {"document": known, "symbol": "12/BC-MN", "subject": "Bếp ăn", "name": "a.pdf"}
    links.unlink(link.id)
    assert suggest.of_original(sha, "a.pdf") == []


def test_what_was_rejected_teaches_nothing(
    suggest: Suggest, add: Keep, arrive: Keep, tree: Criteria, links: Links, database: Database, journal: Journal
) -> None:
    sha = arrive("Thực đơn bán trú tuần này có thêm rau xanh.", subject="Thực đơn bán trú")
    known = add("Bếp ăn nấu theo thực đơn bán trú của tuần.", subject="Bếp ăn bán trú")
    link = links.link(known, tree.get("8.2").id)
    assert codes(suggest.of_original(sha, "a.pdf")) == ["8.2"]
    judgements = Judgements(database, journal)
    judgements.reject(link.id, "không phải của năm nay")
    assert suggest.of_original(sha, "a.pdf") == []
    judgements.reopen(link.id)
    assert codes(suggest.of_original(sha, "a.pdf")) == ["8.2"]


def test_a_document_does_not_speak_for_itself(suggest: Suggest, add: Keep, tree: Criteria, links: Links) -> None:
    document = add(SPORT, subject="Giải bóng chuyền nữ")
    links.link(document, tree.get("1.5").id)
    assert suggest.of_document(document) == []


def test_a_paper_that_cites_an_accepted_one_is_known_by_that(
    suggest: Suggest, add: Keep, arrive: Keep, tree: Criteria, links: Links
) -> None:
    known = add("Kết quả làm việc tại các trường.", subject="Kết luận", number="1295", notation="TB-SGD&ĐT")
    links.link(known, tree.get("1.3").id)
    sha = arrive("Nhà trường đã sửa xong.", subject="Thực hiện Thông báo số 1295/TB-SGD&ĐT")
    assert codes(suggest.of_original(sha, "a.pdf"))[0] == "1.3"


def test_surveys_and_what_is_not_assigned_are_never_offered(suggest: Suggest, arrive: Keep, tree: Criteria) -> None:
    survey = arrive("", subject=tree.get("5.7").title)
    assert "5.7" not in codes(suggest.of_original(survey, "a.pdf", limit=50))
    sha = arrive(DISBURSED)
    tree.assign(tree.get("6.1").id, "not_assigned")
    assert "6.1.1" not in codes(suggest.of_original(sha, "/chung/6.1.1/a.pdf", limit=50))


def test_an_edited_criterion_is_read_again(suggest: Suggest, arrive: Keep, tree: Criteria) -> None:
    sha = arrive(SPORT, subject="Giải bóng chuyền nữ")
    assert suggest.of_original(sha, "a.pdf") == []
    tree.edit(tree.get("1.5").id, title="Phong trào thể thao: giải bóng chuyền của công đoàn")
    assert codes(suggest.of_original(sha, "a.pdf")) == ["1.5"]


def test_the_same_is_answered_after_a_new_start(
    suggest: Suggest, database: Database, add: Keep, tree: Criteria, links: Links
) -> None:
    for number, code in enumerate(("6.1.1", "6.1.2", "6.1.3")):
        links.link(add(f"{DISBURSED} Đợt {number}", subject=f"Kinh phí {code}"), tree.get(code).id)
        suggest.of_document(add(f"Khác {number}"))
    document = add(DISBURSED)
    assert suggest.of_document(document) == Suggest(database).of_document(document)
    assert len(suggest.of_document(document, limit=2)) == 2


class Counting(Suggest):
    """Starts anew over a cache; says which texts had to be read for it."""

    def __init__(self, database: Database, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        super().__init__(database, cache)
        self.read: list[str] = []
        terms_of = Scorer.terms_of
        monkeypatch.setattr(
            Scorer, "terms_of", lambda scorer, content: self.read.append(content.text) or terms_of(scorer, content)
        )


def test_texts_are_read_once_and_again_when_they_change_or_the_cache_is_damaged(
    database: Database, add: Keep, tree: Criteria, links: Links, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path / "cache"
    for number in range(3):
        links.link(add(f"{DISBURSED} Đợt {number}", subject="Kinh phí"), tree.get("6.1.1").id)
    asked = add(DISBURSED)
    wanted = Suggest(database, cache).of_document(asked)
    assert wanted

    again = Counting(database, cache, monkeypatch)
    assert again.of_document(asked) == wanted
    assert again.read == [DISBURSED]  # of the one that was asked about

    with database.write() as connection:
        where = tables.original.c.text.endswith("Đợt 1")
        connection.execute(update(tables.original).where(where).values(text="Nhận dạng lại", **database.stamp()))
    changed = Counting(database, cache, monkeypatch)
    assert changed.of_document(asked)
    assert sorted(changed.read) == sorted(["Nhận dạng lại", DISBURSED])

    (file,) = cache.rglob("*.db")
    for damage in (lambda: file.write_bytes(b"\0" * 5000), lambda: other_version(file), file.unlink):
        damage()
        anew = Counting(database, cache, monkeypatch)
        assert anew.of_document(asked) == changed.of_document(asked)
        assert len(anew.read) > 4


def other_version(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE made_for SET version = version + 1")


def test_nothing_for_what_is_not_there(suggest: Suggest) -> None:
    assert suggest.of_document("0" * 36) == []
    assert suggest.of_original("0" * 64, "/chung/1.2/a.pdf") == []

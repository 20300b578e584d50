import csv
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph
from hypothesis import given, settings
from hypothesis import strategies as st

from core.catalogue import tables
from core.catalogue.builtin import load_catalogue
from core.catalogue.drafting import Stated, draft_criteria
from core.catalogue.plan import read_plan
from core.catalogue.records import Draft
from core.errors import UserError
from tests.core.catalogue.plans import HEADS, write_docx, write_txt, write_xlsx

HEAD = "\n".join("\t".join(row) for row in HEADS) + "\n"
Write = Callable[[Path, Draft], None]


@pytest.fixture
def plan() -> Draft:
    """The built-in plan without what a file does not say."""
    return replace(load_catalogue("par-index-2023-hoa-binh"), organisation="", parent="", place="")


def read_words(folder: Path, words: str) -> Draft:
    path = folder / "kế hoạch.txt"
    path.write_text(words, encoding="utf-8")
    return read_plan(path)


def failure(path: Path) -> UserError:
    with pytest.raises(UserError) as caught:
        read_plan(path)
    return caught.value


@pytest.mark.parametrize(("name", "write"), [("a.txt", write_txt), ("a.docx", write_docx), ("a.xlsx", write_xlsx)])
def test_the_whole_plan_comes_back_from_each_kind_of_file(tmp_path: Path, plan: Draft, name: str, write: Write) -> None:
    write(tmp_path / name, plan)
    assert read_plan(tmp_path / name) == plan


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_text_is_read_in_any_unicode_encoding(tmp_path: Path, plan: Draft, encoding: str, newline: str) -> None:
    write_txt(tmp_path / "a.txt", plan, encoding=encoding, newline=newline)
    assert read_plan(tmp_path / "a.txt") == plan


def with_tones_apart(text: str) -> str:
    """As the old Windows code page has it: letters with their shape, each tone as a character of its own."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    letters = (unicodedata.normalize("NFD", letter) for letter in text)
    return "".join(
        unicodedata.normalize("NFC", "".join(mark for mark in letter if mark not in tones))
        + "".join(mark for mark in letter if mark in tones)
        for letter in letters
    )


def test_text_in_the_old_windows_code_page_is_read(tmp_path: Path) -> None:
    words = HEAD + "1.\tCÔNG TÁC CHỈ ĐẠO\tPhòng Giáo dục Tiểu học\t\tNăm 2023"
    (tmp_path / "a.txt").write_bytes(with_tones_apart(words).encode("cp1258"))
    criterion = read_plan(tmp_path / "a.txt").criteria[0]
    assert (criterion.text, criterion.lead_unit) == ("CÔNG TÁC CHỈ ĐẠO", "Phòng Giáo dục Tiểu học")


def test_a_row_cut_by_a_page_break_belongs_to_the_row_above(tmp_path: Path) -> None:
    table = f"{HEAD}1.\t(1) Cơ quan tiếp\tVăn\t\tNăm\n\n{HEAD}\t<i>nhận. (2) Trả lời.</i>\tphòng Sở\t\t2023\n"
    criterion = read_words(tmp_path, table).criteria[0]
    assert criterion.requirements == ((1, "Cơ quan tiếp nhận"), (2, "Trả lời"))
    assert (criterion.lead_unit, criterion.deadline_text) == ("Văn phòng Sở", "Năm 2023")


def test_a_row_broken_within_a_cell_is_joined(tmp_path: Path) -> None:
    words = HEAD + "1.\tXử lý kiến nghị\n(Yêu cầu: trả lời\nđủ)\tVăn phòng\nSở\t\tNăm 2023\n1.1\tHai\t\t\t\n"
    one, two = read_words(tmp_path, words).criteria
    assert (one.text, one.lead_unit) == ("Xử lý kiến nghị (Yêu cầu: trả lời đủ)", "Văn phòng Sở")
    assert (one.deadline_text, two.text) == ("Năm 2023", "Hai")


def test_page_numbers_are_no_criteria(tmp_path: Path) -> None:
    words = HEAD + "1.\tXử lý\t\t\t\n\n2\n\n\tkiến nghị\t\t\t\n2.\tHai\t\t\t\n"
    assert [criterion.text for criterion in read_words(tmp_path, words).criteria] == ["Xử lý kiến nghị", "Hai"]


def test_empty_cells_at_the_end_of_a_line_may_be_left_out(tmp_path: Path) -> None:
    words = HEAD + "1.\tMột\n1.1\tHai\tVăn phòng Sở\n\nNơi nhận:\n"
    one, two = read_words(tmp_path, words).criteria
    assert (one.text, two.text, two.lead_unit) == ("Một", "Hai", "Văn phòng Sở")


def test_words_below_the_table_belong_to_no_criterion(tmp_path: Path) -> None:
    words = HEAD + "1.\tCông tác\t\t\t\n\nNơi nhận:\n\t\t\tGIÁM ĐỐC\t\n\tBùi Thị Kim Tuyền\t\t\t\n"
    assert [criterion.text for criterion in read_words(tmp_path, words).criteria] == ["Công tác"]


def test_bullets_in_the_number_column_go_on_with_the_criterion(tmp_path: Path) -> None:
    words = HEAD + "1.\tHồ sơ gồm:\t\t\t\n-\tbáo cáo;\t\t\t\nb)\tbiên bản\t\t\t\n"
    assert read_words(tmp_path, words).criteria[0].text == "Hồ sơ gồm: - báo cáo; b) biên bản"


def test_other_columns_in_another_order_are_known_by_their_heads(tmp_path: Path) -> None:
    words = "TT\tThời hạn\tMã số\tNội dung tiêu chí\tĐơn vị phối hợp\tĐơn vị chủ trì\n1\t15/11/2023\t2.1\tA\tX\tY\n"
    criterion = read_words(tmp_path, words).criteria[0]
    assert (criterion.code, criterion.text, criterion.lead_unit) == ("2.1", "A", "Y")
    assert (criterion.coordinating_units, str(criterion.deadlines[0])) == (("X",), "2023-11-15")


def test_a_criterion_whose_parent_is_missing_hangs_on_the_next_one_above(tmp_path: Path) -> None:
    words = HEAD + "1.\tMột\t\t\t\n1.2.3.\tCháu\t\t\t\n7.1\tMồ côi\t\t\t\n"
    one, grandchild, orphan = read_words(tmp_path, words).criteria
    assert (grandchild.parent, grandchild.level) == (one.code, 3)
    assert (orphan.parent, orphan.level) == (None, 2)


def test_a_parent_that_comes_after_its_child_stands_before_it(tmp_path: Path) -> None:
    words = HEAD + "1.1\tCon\t\t\t\n2\tHai\t\t\t\n1\tMột\t\t\t\n"
    assert [criterion.code for criterion in read_words(tmp_path, words).criteria] == ["2", "1", "1.1"]


def test_title_and_year_stand_above_the_table(tmp_path: Path) -> None:
    words = "SỞ GD&ĐT\n\nKẾ HOẠCH\nNâng cao Chỉ số năm 2024 (Quyết định năm 2022)\n(Ban hành kèm theo)\n"
    draft = read_words(tmp_path, words + HEAD + "1.\tMột\t\t\tNăm 2024")
    assert (draft.title, draft.year) == ("Nâng cao Chỉ số năm 2024 (Quyết định năm 2022)", 2024)


def test_without_a_title_the_file_lends_its_name(tmp_path: Path) -> None:
    draft = read_words(tmp_path, HEAD + "1.\tMột\t\t\tNăm 2025")
    assert (draft.title, draft.year) == ("kế hoạch", 2025)


def test_two_criteria_of_one_code_are_named_with_their_lines(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        read_words(tmp_path, HEAD + "1.\tMột\t\t\t\n1.1\tA\t\t\t\n\n1.1.\tB\t\t\t\n")
    assert caught.value.code == "plan_duplicate_code"
    assert {"code": "1.1", "first_line": 4, "line": 6}.items() <= caught.value.facts.items()


@pytest.mark.parametrize("words", ["", "Kính gửi các phòng", HEAD, "STT\tHọ và tên\n1\tNguyễn Văn An\n"])
def test_a_file_without_such_a_table_is_refused(tmp_path: Path, words: str) -> None:
    (tmp_path / "a.txt").write_text(words, encoding="utf-8")
    assert failure(tmp_path / "a.txt").code == "plan_without_table"


def test_a_code_that_excel_took_for_a_date_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        read_words(tmp_path, HEAD + "1.\tMột\t\t\t\n01/02/2023\tHai\t\t\t\n")
    assert (caught.value.code, caught.value.facts["line"]) == ("plan_code_is_date", 4)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (None, "missing"),
        (b"%PDF-1.7 ...", "not_supported"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "not_supported"),
        (b"PK\x03\x04 and then nothing", "damaged"),
        (b"\xff\xfe\x00", "encoding"),
        (b"\x81\x8d\xff\xfe", "encoding"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(tmp_path: Path, data: bytes | None, reason: str) -> None:
    if data is not None:
        (tmp_path / "a.docx").write_bytes(data)
    error = failure(tmp_path / "a.docx")
    assert (error.code, error.facts["reason"]) == ("plan_unreadable", reason)


LEVEL = '<w:lvl w:ilvl="{0}"><w:start w:val="1"/><w:numFmt w:val="{1}"/><w:lvlText w:val="{2}"/></w:lvl>'
LISTS = {
    "71": [("decimal", "%1."), ("decimal", "%1.%2."), ("decimal", "%1.%2.%3.")],
    "72": [("decimal", "(%1)"), ("bullet", "\uf0b7"), ("lowerLetter", "%3)")],
}


def number(document: WordDocument, paragraph: Paragraph, of_list: str, level: int) -> None:
    """Let Word number a paragraph by itself."""
    lists = document.part.numbering_part.element
    if not lists.xpath(f"w:num[@w:numId='{of_list}']"):
        levels = "".join(LEVEL.format(depth, *facts) for depth, facts in enumerate(LISTS[of_list]))
        for part in (
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{of_list}">{levels}</w:abstractNum>',
            f'<w:num {nsdecls("w")} w:numId="{of_list}"><w:abstractNumId w:val="{of_list}"/></w:num>',
        ):
            lists.append(parse_xml(part))
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = int(of_list)


def test_codes_and_demands_that_word_numbers_by_itself_are_read(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "STT", "Tiêu chí"
    for depth, text in [(0, "Một"), (1, "Hai"), (2, "Ba"), (2, "Bốn"), (1, "Năm"), (0, "Sáu"), (1, "Bảy")]:
        row = table.add_row()
        number(document, row.cells[0].paragraphs[0], "71", depth)
        row.cells[1].text = text
    for level, words in [(0, "hội nghị;"), (0, "bài viết"), (1, "ảnh"), (2, "báo in")]:
        number(document, row.cells[1].add_paragraph(words), "72", level)
    document.save(str(tmp_path / "a.docx"))
    criteria = read_plan(tmp_path / "a.docx").criteria
    assert [criterion.code for criterion in criteria] == ["1", "1.1", "1.1.1", "1.1.2", "1.2", "2", "2.1"]
    assert criteria[-1].text == "Bảy (1) hội nghị; (2) bài viết - ảnh a) báo in"
    assert criteria[-1].requirements[0] == (1, "hội nghị")


def pack(path: Path, name: str, data: bytes) -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as package:
        package.writestr(name, data)
    return path


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "LARGEST_UNPACKED", 1_000_000)
    assert failure(pack(tmp_path / "a.docx", "word/document.xml", bytes(1_000_001))).facts["reason"] == "too_large"


@pytest.mark.parametrize("data", [b"<w:document", b"<a>" * 100_000 + b"</a>" * 100_000])
def test_a_word_file_with_bad_xml_is_damaged(tmp_path: Path, data: bytes) -> None:
    assert failure(pack(tmp_path / "a.docx", "word/document.xml", data)).facts["reason"] == "damaged"


def test_a_zip_that_is_no_office_file_is_not_supported(tmp_path: Path) -> None:
    assert failure(pack(tmp_path / "a.xlsx", "a.txt", b"a")).facts["reason"] == "not_supported"


@pytest.mark.parametrize("rest", ["và", "a"])
def test_a_very_short_rest_of_a_text_below_a_repeated_head_is_no_number_of_a_column(tmp_path: Path, rest: str) -> None:
    (tmp_path / "a.txt").write_text(f"STT\tTiêu chí\n1.\tRà soát\n\nSTT\tTiêu chí\n\t{rest}\n", encoding="utf-8")
    assert [criterion.text for criterion in read_plan(tmp_path / "a.txt").criteria] == [f"Rà soát {rest}"]


words = st.lists(
    st.text("abcdeghiklmnopqrstuvxyăâđêôơưáàảãạếềểễệ,", min_size=1, max_size=8), min_size=1, max_size=6
).map(" ".join)
codes = st.lists(st.integers(1, 30), min_size=1, max_size=4).map(lambda parts: ".".join(map(str, parts)))
stated = st.builds(Stated, code=codes, text=words, lead_unit=words | st.just(""), deadline=st.just("Năm 2024"))


@settings(max_examples=30, deadline=None)
@given(st.lists(stated, min_size=1, max_size=40, unique_by=lambda criterion: criterion.code))
def test_any_tree_comes_back_from_each_kind_of_file(
    tmp_path_factory: pytest.TempPathFactory, criteria: list[Stated]
) -> None:
    folder = tmp_path_factory.mktemp("plan")
    draft = Draft("Nâng cao Chỉ số năm 2024", 2024, draft_criteria(criteria, 2024))
    assert {criterion.code for criterion in draft.criteria} == {criterion.code for criterion in criteria}
    for name, write in (("a.txt", write_txt), ("a.docx", write_docx), ("a.xlsx", write_xlsx)):
        write(folder / name, draft)
        assert read_plan(folder / name) == draft


def lines_of(draft: Draft) -> list[tuple[str, str | None, float | None]]:
    return [(one.code, one.parent, one.max_points) for one in draft.criteria]


@pytest.mark.parametrize(("first", "second"), [("I", "II"), ("A", "B")])
def test_numbers_that_begin_anew_in_each_section_take_its_letter(tmp_path: Path, first: str, second: str) -> None:
    path = tmp_path / "a.txt"
    rows = (f"{first}\tChỉ đạo", "1\tKế hoạch", "2\tBáo cáo", f"{second}\tThể chế", "1\tTheo dõi")
    path.write_text("\n".join(("STT\tTiêu chí", *rows)), encoding="utf-8")
    codes = [(one.code, one.parent) for one in read_plan(path).criteria]
    assert codes == [
        (first, None),
        (f"{first}.1", first),
        (f"{first}.2", first),
        (second, None),
        (f"{second}.1", second),
    ]


def test_numbers_that_run_on_keep_their_code_below_their_section(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("STT\tTiêu chí\nI\tChỉ đạo\n1\tKế hoạch\nII\tThể chế\n2\tTheo dõi\n2.1\tRà soát", encoding="utf-8")
    assert [(one.code, one.parent) for one in read_plan(path).criteria] == [
        ("I", None),
        ("1", "I"),
        ("II", None),
        ("2", "II"),
        ("2.1", "2"),
    ]


@pytest.mark.parametrize("separator", [";", ","])
def test_csv_is_read_with_the_commas_of_this_country(tmp_path: Path, separator: str) -> None:
    path = tmp_path / "a.csv"
    rows = [("STT", "Tiêu chí", "Điểm tối đa"), ("1", "Chỉ đạo; điều hành, kiểm tra", "3,5"), ("1,1", "Kế hoạch", "2")]
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream, delimiter=separator, quoting=csv.QUOTE_ALL).writerows(rows)
    assert lines_of(read_plan(path)) == [("1", None, 3.5), ("1.1", "1", 2)]


def test_codes_are_known_in_whatever_is_written_around_them(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    rows = ("Tiêu chí 1\tMột\t10 điểm", "Tiêu chí 1.1.\tHai\t0 - 3", "1 .2\tBa\t-2", "TC2\tBốn\t", "TC2.1\tNăm\tnhiều")
    path.write_text("\n".join(("Mã\tTiêu chí\tĐiểm", *rows)), encoding="utf-8")
    assert lines_of(read_plan(path)) == [
        ("1", None, 10),
        ("1.1", "1", 3),
        ("1.2", "1", None),
        ("TC2", None, None),
        ("TC2.1", "TC2", None),
    ]


def test_the_line_of_the_sum_is_no_part_of_the_last_criterion(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("STT\tTiêu chí\tĐiểm\n1\tMột\t2\n\tTổng cộng\t2", encoding="utf-8")
    (one,) = read_plan(path).criteria
    assert one.title == "Một"


def test_a_criterion_without_its_code_is_not_swallowed(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("STT\tTiêu chí\tĐiểm\tChủ trì\n1\tMột\t2\tVăn phòng\n\tHai\t3\tThanh tra", encoding="utf-8")
    with pytest.raises(UserError, match="plan_code_missing") as refused:
        read_plan(path)
    assert refused.value.facts["line"] == 3

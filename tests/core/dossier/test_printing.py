"""What the reader of a printed dossier meets."""

import re
from datetime import date

import pytest

from core.catalogue.records import DraftSlot
from core.dossier.options import Options
from core.dossier.printer import DossierPrinter
from core.errors import UserError
from core.files import hash_file
from tests.core.dossier.conftest import Print
from tests.core.dossier.making import ON, Bench, criterion, parts_without, pdf, photo, tree

PLAN = {
    "number": "67",
    "notation": "KH-SGD&ĐT",
    "issued_on": date(2023, 1, 9),
    "type": "Kế hoạch",
    "issuer": "Sở Giáo dục và Đào tạo",
    "subject": "Cải cách hành chính năm 2023",
}


@pytest.fixture
def full(bench: Bench) -> Bench:
    """Three documents; the plan proves three criteria and one requirement."""
    bench.add(pdf("plan one", "plan two", "plan three"), "kh67.pdf", ["1.1.1", "1.2", ("2.1", 2)], **PLAN)
    bench.add(pdf("report one", "report two"), "bc12.pdf", ["1.1.1"], subject="Báo cáo quý I")
    bench.add(photo(), "ảnh.jpg", [("2.1", 1)], media_type="image/jpeg", subject="Bộ phận một cửa")
    return bench


def test_cover_says_whose_dossier_it_is(full: Bench, print_dossier: Print) -> None:
    full.change(title="Đánh giá cải cách hành chính")
    cover = print_dossier()[1].text(1)
    for words in (
        "ỦY BAN NHÂN DÂN TỈNH HÒA BÌNH",
        "SỞ GIÁO DỤC VÀ ĐÀO TẠO",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "HỒ SƠ MINH CHỨNG",
        "Đánh giá cải cách hành chính",
        "Năm 2023",
        "Hòa Bình, ngày 05 tháng 01 năm 2023",
    ):
        assert words in cover


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2023, 2, 28), "ngày 28 tháng 02 năm 2023"),
        (date(2023, 3, 1), "ngày 01 tháng 3 năm 2023"),
        (date(2023, 12, 10), "ngày 10 tháng 12 năm 2023"),
    ],
)
def test_days_below_10_and_months_1_and_2_take_a_zero(print_dossier: Print, day: date, words: str) -> None:
    assert words in print_dossier(on=day)[1].text(1)


@pytest.mark.usefixtures("full")
def test_counts_pages_documents_and_evidence(print_dossier: Print) -> None:
    printed, read = print_dossier()
    assert printed.files[0].pages == len(read.texts) == len(read.pdf.pages)
    assert printed.files[0].sha256 == hash_file(printed.files[0].path)
    assert (printed.documents, printed.evidence, printed.omitted) == (3, 5, ())


def test_every_entry_of_the_contents_names_the_page_it_leads_to(full: Bench, print_dossier: Print) -> None:
    _, read = print_dossier()
    page = read.find("MỤC LỤC")[0]
    links = read.links(page)
    targets = {
        "1. CÔNG TÁC CHỈ ĐẠO ĐIỀU HÀNH": "LĨNH VỰC 1",
        "1.1. Kế hoạch cải cách hành chính": "TIÊU CHÍ 1.1 ",
        "1.1.1. Ban hành kế hoạch": "TIÊU CHÍ 1.1.1",
        "1.1.1-01 Kế hoạch cải cách hành chính năm 2023": "plan one",
        "1.1.1-02 Báo cáo quý I": "report one",
        "2.1-01 Bộ phận một cửa": "Bộ phận một cửa",
        "2.3. Thu nhập của người dân": "TIÊU CHÍ 2.3",
        "DANH MỤC MINH CHỨNG": "DANH MỤC MINH CHỨNG",
    }
    for title, landing in targets.items():
        words, to = next((words, to) for words, to in links if words.lower().startswith(title.lower()))
        assert landing in read.text(to) + " "
        assert words.endswith(f" {to}")
    assert len(links) == 4 + len(full.criteria) + len(full.documents)


@pytest.mark.usefixtures("full")
def test_each_page_bears_its_number_and_each_document_page_its_code(print_dossier: Print) -> None:
    _, read = print_dossier()
    codes = {"plan": "1.1.1-01", "report": "1.1.1-02", "Bộ phận một cửa": "2.1-01"}
    for number, text in enumerate(read.texts[1:], 2):
        own = next((code for words, code in codes.items() if text.startswith(words)), None)
        if own:
            assert f"{own} Trang hồ sơ {number}" in text
        else:
            assert text.startswith(f"{number} ")
    assert len(read.find("Trang hồ sơ ")) >= 6


@pytest.mark.usefixtures("full")
def test_the_evidence_list_agrees_with_the_stamps(print_dossier: Print) -> None:
    _, read = print_dossier()
    page = read.find("DANH MỤC MINH CHỨNG Tiêu")[0]
    assert "67/KH-SGD&ĐT ngày 09/01/2023" in read.text(page)
    ranges = [(words, to) for words, to in read.links(page) if re.fullmatch(r"\d+(–\d+)?", words)]
    shown = [words for words, to in ranges if to == read.find("plan one")[0]]
    first, last = read.find("plan one")[0], read.find("plan three")[0]
    assert last == first + 2
    assert shown.count(f"{first}–{last}") == 3  # three criteria, one place
    for words, to in ranges:
        assert words.split("–")[0] == str(to)
        assert f"Trang hồ sơ {to}" in read.text(to)


@pytest.mark.usefixtures("full")
def test_a_document_that_proves_several_criteria_is_in_once(print_dossier: Print) -> None:
    _, read = print_dossier()
    assert len(read.find("plan two")) == 1
    cited = read.find("TIÊU CHÍ 1.2")[0]
    assert "1.1.1-01" in read.text(cited)
    assert "in tại tiêu chí 1.1.1" in read.text(cited)
    assert read.find("plan one")[0] in [to for _, to in read.links(cited)]


def test_a_document_stands_under_the_criterion_of_its_code(bench: Bench, print_dossier: Print) -> None:
    bench.add(pdf("later field"), "a.pdf", ["2.1", "1.1.1"])
    _, read = print_dossier()
    assert read.find("later field")[0] > read.find("TIÊU CHÍ 2.1")[0]


def test_own_pages_of_a_document_become_dossier_pages(bench: Bench, print_dossier: Print) -> None:
    bench.add(pdf("one", "two", "three", "four"), "a.pdf", ["1.2"], pages="2-3")
    _, read = print_dossier()
    sheet = read.find("TIÊU CHÍ 1.2")[0]
    assert f"xem trang {sheet + 2}–{sheet + 3}" in read.text(sheet)
    assert (f"{sheet + 2}–{sheet + 3}", sheet + 2) in read.links(sheet)


@pytest.mark.usefixtures("full")
def test_the_sheet_of_a_criterion_says_all_about_it(print_dossier: Print) -> None:
    _, read = print_dossier()
    text = read.text(read.find("TIÊU CHÍ 1.1.1")[0])
    for words in (
        "Văn phòng Sở",
        "Phòng TCCB; Phòng KHTC",
        "Trước ngày 15/11/2023",
        "Đủ minh chứng",
        "ban hành kịp thời",
    ):
        assert words in text
    satisfaction = read.text(read.find("TIÊU CHÍ 2.1")[0])
    plan, shot = read.find("plan one")[0], read.find("2.1-01 Trang hồ sơ")[0]
    assert f"(1) Công chức có thái độ giao tiếp lịch sự 2.1-01 (tr. {shot})" in satisfaction
    assert f"câu hỏi, ý kiến 1.1.1-01 (tr. {plan})" in satisfaction
    assert "ý kiến đầy đủ Chưa có minh chứng" in satisfaction
    assert "Chưa đủ minh chứng" in satisfaction


def test_what_needs_no_evidence_or_has_none_is_said(print_dossier: Print) -> None:
    _, read = print_dossier()
    assert "Chưa có minh chứng cho tiêu chí này." in read.text(read.find("TIÊU CHÍ 1.1.2")[0])
    assert "Điều tra xã hội học" in read.text(read.find("TIÊU CHÍ 2.2")[0])
    assert "Không được giao" in read.text(read.find("TIÊU CHÍ 2.3")[0])
    assert "Chưa có minh chứng nào" in read.text(read.find("DANH MỤC MINH CHỨNG")[1])


def test_bookmarks_are_a_tree_of_field_criterion_document(full: Bench, print_dossier: Print) -> None:
    _, read = print_dossier()
    bookmarks = read.bookmarks()
    plan, report = read.find("plan one")[0], read.find("report one")[0]
    assert all(re.search(rf" \(tr\. {page}(–\d+)?\)$", title) for _, title, page in bookmarks)
    assert [(depth, re.sub(r" \(tr\. \d+\)$", "", title)) for depth, title, _ in bookmarks][:9] == [
        (0, "MỤC LỤC"),
        (0, "TỔNG HỢP TÌNH HÌNH MINH CHỨNG"),
        (0, "DANH MỤC MINH CHỨNG"),
        (0, "DANH MỤC MINH CHỨNG CÒN THIẾU"),
        (0, "1. Công tác chỉ đạo điều hành"),
        (1, "1.1. Kế hoạch cải cách hành chính"),
        (2, "1.1.1. Ban hành kế hoạch"),
        (3, f"1.1.1-01 Kế hoạch cải cách hành chính năm 2023 (tr. {plan}–{plan + 2})"),
        (3, f"1.1.1-02 Báo cáo quý I (tr. {report}–{report + 1})"),
    ]
    assert [page for _, title, page in bookmarks if "Báo cáo quý I" in title] == [report]
    assert bookmarks[-1][1] == f"XÁC NHẬN TÍNH TOÀN VẸN CỦA HỒ SƠ (tr. {len(read.texts)})"
    assert len(bookmarks) == 5 + len(full.criteria) + 3


@pytest.mark.usefixtures("full")
def test_a_stamp_leads_back_to_the_sheet(print_dossier: Print) -> None:
    _, read = print_dossier()
    page = read.find("report two")[0]
    assert read.links(page) == [(f"1.1.1-02 Trang hồ sơ {page}", read.find("TIÊU CHÍ 1.1.1")[0])]


def test_says_its_title_author_and_language(full: Bench, print_dossier: Print) -> None:
    pdf_file = print_dossier()[1].pdf
    assert str(pdf_file.docinfo.Title) == "Hồ sơ minh chứng - Chỉ số cải cách hành chính năm 2023"
    assert str(pdf_file.docinfo.Author) == full.appraisal.organisation
    assert str(pdf_file.Root.Lang) == "vi-VN"
    assert pdf_file.Root.PageLabels.Nums[1].S == "/D"


@pytest.mark.usefixtures("full")
def test_every_font_of_the_sheets_is_embedded_once(print_dossier: Print) -> None:
    _, read = print_dossier()
    own = [number for number, text in enumerate(read.texts, 1) if text.startswith(f"{number} ")]
    fonts = {
        font.objgen if font.is_indirect else id(font): font
        for number in own
        for font in read.pdf.pages[number - 1].Resources.Font.values()
    }
    files = {font.FontDescriptor.FontFile2.objgen for font in fonts.values()}
    assert len(files) <= 8  # four faces, a second part of each at most


@pytest.mark.usefixtures("full")
def test_the_lists_alone(print_dossier: Print) -> None:
    printed, read = print_dossier(parts=parts_without("documents"))
    assert not read.find("plan one")
    assert "1.1.1-01" in read.text(read.find("DANH MỤC MINH CHỨNG Tiêu")[0])
    assert (printed.documents, printed.evidence) == (0, 5)


@pytest.mark.usefixtures("full")
def test_one_field_brings_what_is_below_it(print_dossier: Print) -> None:
    printed, read = print_dossier(criteria=("2",))
    assert not read.find("report one")
    assert read.find("plan one")[0] > read.find("TIÊU CHÍ 2.1")[0]  # its home is not in this dossier
    assert "Phạm vi: Tiêu chí 2" in read.text(1)
    assert (printed.documents, printed.evidence) == (2, 2)


@pytest.mark.usefixtures("full")
def test_one_unit_brings_what_it_leads(print_dossier: Print) -> None:
    _, read = print_dossier(unit="văn phòng sở")
    assert read.find("TIÊU CHÍ 1.1.1")
    assert read.find("TIÊU CHÍ 1.2")
    assert not read.find("TIÊU CHÍ 1.1.2")
    assert not read.find("LĨNH VỰC 2")


@pytest.mark.parametrize(
    ("choice", "code"), [({"criteria": ("9.9",)}, "criterion_unknown"), ({"unit": "Phòng X"}, "unit_unknown")]
)
def test_a_choice_of_nothing_is_an_error(print_dossier: Print, choice: dict[str, object], code: str) -> None:
    with pytest.raises(UserError) as error:
        print_dossier(**choice)
    assert error.value.code == code


def test_the_same_state_on_the_same_day_prints_the_same(full: Bench, print_dossier: Print) -> None:
    first = print_dossier()[0].files[0].sha256
    for file in (full.folder / "cache" / "pages").iterdir():  # it may be deleted at any time
        file.unlink()
    assert print_dossier()[0].files[0].sha256 == first


def test_tells_which_documents_were_printed(full: Bench, printer: DossierPrinter) -> None:
    told: list[str] = []
    printer._on_printed = lambda _impression, documents: told.extend(documents)
    printer.print_dossier(full.folder / "a.pdf", Options(criteria=("1",), on=ON))
    assert set(told) == {"document-001", "document-002"}


def test_long_texts_and_many_rows_go_on_on_further_pages(bench: Bench, print_dossier: Print) -> None:
    for index in range(60):
        subject = f"Văn bản thứ {index} " + "về cải cách hành chính " * 20
        bench.add(pdf(f"page {index}"), f"{index}.pdf", ["1.2"], subject=subject)
    _, read = print_dossier()
    sheet = [number for number, text in enumerate(read.texts, 1) if "Tên minh chứng" in text and "Trang hồ sơ" in text]
    assert len(sheet) > 4
    listed = " ".join(read.text(number) for number in sheet)
    assert all(f"Văn bản thứ {index} " in listed for index in range(60))
    rows = [to for number in sheet for words, to in read.links(number) if re.fullmatch(r"1\.2-\d+", words)]
    assert {f"page {index}" for index in range(60)} <= {read.text(to)[:7].strip() for to in rows}


def test_a_criterion_longer_than_a_page_is_whole(bench: Bench, print_dossier: Print) -> None:
    words = " ".join(f"chữ{index}" for index in range(3000))
    long = (("1", "Lĩnh vực"), ("1.1", "Tiêu chí dài"))
    bench.criteria = tree(
        [criterion(*long[0]), criterion(*long[1], text=words, slots=(DraftSlot(words, 1), DraftSlot("Ngắn", 2)))]
    )
    _, read = print_dossier()
    text = " ".join(read.texts)
    assert all(text.count(f"chữ{index} ") >= 2 for index in range(0, 2999, 97))

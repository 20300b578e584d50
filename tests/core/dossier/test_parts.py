"""The parts of a dossier besides the documents: what they say, and that each can be left out."""

import re
from base64 import b64encode
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256

import pypdfium2
import pytest

from core.catalogue.periods import Period
from core.catalogue.records import Score, Slot
from core.dossier.options import PARTS, Options, Part
from core.dossier.printer import DossierPrinter
from tests.core.dossier.conftest import Print
from tests.core.dossier.making import ON, Bench, Read, parts_without, pdf, photo

TITLES: dict[Part, str] = {
    "cover": "HỒ SƠ MINH CHỨNG",
    "contents": "MỤC LỤC",
    "summary": "TỔNG HỢP TÌNH HÌNH MINH CHỨNG",
    "evidence_list": "DANH MỤC MINH CHỨNG Tiêu",
    "missing": "DANH MỤC MINH CHỨNG CÒN THIẾU Tiêu",
    "omitted": "DANH MỤC TÀI LIỆU KHÔNG ĐƯA ĐẦY ĐỦ VÀO HỒ SƠ Các",
    "dividers": "LĨNH VỰC 1",
    "sheets": "TIÊU CHÍ 1.1.1",
    "documents": "plan one",
    "integrity": "XÁC NHẬN TÍNH TOÀN VẸN CỦA HỒ SƠ Hồ sơ",
}


@pytest.fixture
def full(bench: Bench) -> Bench:
    bench.add(pdf("plan one", "plan two"), "kh67.pdf", ["1.1.1", ("2.1", 1)], subject="Kế hoạch năm")
    bench.add(b"no pdf", "hỏng.pdf", ["1.2"])
    return bench


def change(bench: Bench, code: str, **fields: object) -> None:
    bench.criteria = tuple(replace(one, **fields) if one.code == code else one for one in bench.criteria)


@pytest.mark.usefixtures("full")
@pytest.mark.parametrize("part", PARTS)
def test_each_part_can_be_left_out(print_dossier: Print, part: Part) -> None:
    _, read = print_dossier()
    assert read.find(TITLES[part])
    _, read = print_dossier(parts=parts_without(part))
    assert not read.find(TITLES[part])
    others = set(TITLES) - {part, "omitted"} - ({"cover"} if part == "documents" else set())
    assert all(read.find(TITLES[other]) for other in others)
    for number, text in enumerate(read.texts, 1):
        assert text.startswith(f"{number} ") or f"Trang hồ sơ {number}" in text or "CỘNG HÒA XÃ HỘI" in text


@pytest.mark.usefixtures("full")
def test_only_the_documents_with_stamps_that_lead_nowhere(print_dossier: Print) -> None:
    _, read = print_dossier(parts=frozenset({"documents"}))
    assert read.texts[0] == "plan one 1.1.1-01 Trang hồ sơ 1"
    assert len(read.texts) == 3
    assert not read.links(1)


@pytest.mark.usefixtures("full")
def test_without_sheets_a_stamp_leads_to_the_list(print_dossier: Print) -> None:
    _, read = print_dossier(parts=parts_without("sheets", "dividers"))
    page = read.find("plan two")[0]
    assert [to for _, to in read.links(page)] == read.find(TITLES["evidence_list"])


def test_documents_by_date(bench: Bench, print_dossier: Print) -> None:
    bench.add(pdf("late paper"), "a.pdf", ["1.1.1"], issued_on=date(2023, 6, 1))
    bench.add(pdf("undated paper"), "b.pdf", ["1.1.2"])
    bench.add(pdf("early paper"), "c.pdf", ["2.1"], issued_on=date(2023, 1, 1))
    _, read = print_dossier(order="date")
    places = [read.find(words)[0] for words in ("early paper", "late paper", "undated paper")]
    assert places == [places[0], places[0] + 1, places[0] + 2]
    assert places[0] > read.find("TIÊU CHÍ 2.3")[0]
    (heading,) = [to for words, to in read.links(2) if words.startswith("CÁC TÀI LIỆU THEO NGÀY BAN HÀNH")]
    assert heading == places[0]
    assert read.links(places[0]) == [(f"2.1-01 Trang hồ sơ {places[0]}", read.find("TIÊU CHÍ 2.1")[0])]
    titles = [(depth, title.split(" (")[0]) for depth, title, _ in read.bookmarks()]
    assert titles.index((2, "2.1-01 c.pdf")) == titles.index((1, "2.1. Chỉ số hài lòng")) + 1


@pytest.mark.usefixtures("full")
def test_the_summary_counts_by_field_and_unit(print_dossier: Print) -> None:
    _, read = print_dossier()
    (page,) = read.find(TITLES["summary"])[1:]
    text = read.text(page)
    assert "5 tiêu chí được giao, trong đó: 2 tiêu chí đủ minh chứng; 1 tiêu chí chưa đủ" in text
    assert "1. Công tác chỉ đạo điều hành 3 2 0 1 0 0 67%" in text
    assert "2. Tác động đến người dân, tổ chức 2 0 1 0 1 0 0%" in text
    assert "Văn phòng Sở 2 2 0 0 0 0 100%" in text
    assert "Cộng 5 2 1 1 1 0 50%" in text
    assert "2/3 (67%)" in text  # beside its bar
    assert "Kết quả đánh giá" not in text
    assert ("1. Công tác chỉ đạo điều hành", read.find("LĨNH VỰC 1")[0]) in read.links(page)


def test_results_are_summed_up_where_there_are_some(full: Bench, print_dossier: Print) -> None:
    change(full, "1.1.1", result="met")
    change(full, "1.2", result="partly")
    _, read = print_dossier()
    assert "1. Công tác chỉ đạo điều hành 3 1 1 0 1" in read.text(read.find(TITLES["summary"])[1])


def test_a_sheet_says_what_fills_each_slot(full: Bench, print_dossier: Print) -> None:
    slots = (
        Slot("Báo cáo", period=Period(2023, "Q1"), id="q1", own_due=date(2023, 3, 15), due=date(2023, 3, 15)),
        Slot("Biên bản", count=3, id="minutes"),
        Slot("Tỷ lệ hồ sơ đúng hạn", target=100, reached=97.5, id="share"),
    )
    change(full, "1.2", slots=slots)
    for index in range(2):
        full.add(pdf(f"minutes {index}"), f"bb{index}.pdf", [])
        link = replace(full.links[0], id=f"m{index}", criterion_id="1.2", document_id=f"document-00{3 + index}")
        full.links.append(replace(link, code=f"1.2-0{2 + index}", slot="minutes", requirement=None))
    full.links[-2:] = full.links[:-3:-1]
    _, read = print_dossier(on=date(2023, 4, 1))
    text = read.text(read.find("TIÊU CHÍ 1.2")[0])
    assert "Quý I năm 2023 Báo cáo Chưa có minh chứng Chưa có, quá hạn ngày 15/03/2023" in text
    first = read.find("minutes 0")[0]
    filled = f"Biên bản (cần 3 tài liệu) 1.2-02 (tr. {first}); 1.2-03 (tr. {first + 1}) Một phần (2/3)"
    assert filled in text
    assert "(yêu cầu 100%, đạt được: 97,5%)" in text
    assert "Minh chứng chung cho cả tiêu chí 1.2-01" in text


def test_result_and_explanation(full: Bench, print_dossier: Print) -> None:
    judged = {"judged_at": datetime(2023, 1, 3, 5, tzinfo=UTC), "judged_by": "Lê Thị Hoa"}
    change(full, "1.1.1", result="met", **judged)
    change(full, "2.1", result="not_met", explanation="Đang xin ý kiến Sở Nội vụ.\nSẽ bổ sung trong quý II.")
    _, read = print_dossier()
    met = read.text(read.find("TIÊU CHÍ 1.1.1")[0])
    assert "Kết quả đánh giá Đạt (Lê Thị Hoa đánh giá ngày 03/01/2023)" in met
    assert "Giải trình" not in met
    failed = read.text(read.find("TIÊU CHÍ 2.1")[0])
    assert "Kết quả đánh giá Không đạt" in failed
    assert "Giải trình Đang xin ý kiến Sở Nội vụ. Sẽ bổ sung trong quý II." in failed
    assert "Giải trình Chưa có giải trình." in read.text(read.find("TIÊU CHÍ 1.1.2")[0])
    listed = read.text(read.find(TITLES["missing"])[0])
    assert "2.1 Chỉ số hài lòng – (2) Công chức chăm chú lắng nghe câu hỏi, ý kiến – (3) Công chức" in listed
    assert "Phòng TCCB Đang xin ý kiến Sở Nội vụ." in listed
    assert "1.1.2 Mức độ thực hiện kế hoạch Phòng TCCB Chưa có giải trình." in listed
    assert "1.1.1" not in listed


def test_nothing_missing_is_said(bench: Bench, print_dossier: Print) -> None:
    bench.add(pdf("x"), "a.pdf", ["1.2"])
    _, read = print_dossier(criteria=("1.2",))
    assert "Không tiêu chí nào" in read.text(read.find("MINH CHỨNG CÒN THIẾU")[1])


def test_rejected_evidence_is_listed_with_why_by_whom_and_when(full: Bench, print_dossier: Print) -> None:
    full.add(pdf("late"), "bc9.pdf", ["2.1"], subject="Báo cáo quý")
    code = full.reject("Văn bản hết hiệu lực")
    full.add(pdf("draft"), "nháp.docx", [("2.1", 1), ("2.1", 3)])
    for _ in range(2):
        full.reject("Chưa ký")
    full.links.append(replace(full.rejected[0], id="other", criterion_id="1.2", state="accepted"))  # proves another one
    printed, read = print_dossier()
    (page,) = read.find("Chưa ký")
    text = read.text(page)
    assert text.index("Tệp hỏng") < text.index("đã được xem xét và loại")
    assert f"1 2.1 {code} Báo cáo quý (bc9.pdf) Văn bản hết hiệu lực Lê Thị Hoa, 03/01/2023" in text
    assert "2 2.1 2.1-02 nháp.docx [Yêu cầu (1), (3)] Chưa ký Lê Thị Hoa, 03/01/2023" in text
    assert dict(read.links(page))[code] == read.find("late")[0]
    assert (printed.evidence, len(printed.omitted)) == (4, 1)
    assert not read.find("draft")
    _, lists = print_dossier(parts=parts_without("documents"), criteria=("2",))
    assert lists.find("Chưa ký")
    _, others = print_dossier(parts=parts_without("documents"), criteria=("1",))
    assert not others.find("Chưa ký")


def test_anyone_can_check_the_originals_by_the_integrity_page(full: Bench, print_dossier: Print) -> None:
    _, read = print_dossier()
    page = read.find(TITLES["integrity"])[0]
    text = read.text(page)
    documents = list(full.documents.values())
    codes = ["1.1.1-01", "1.2-01"]
    # as the page says it is done
    lines = "".join(f"{one.sha256}  {code}\n" for one, code in zip(documents, codes, strict=True))
    digest = sha256(lines.encode()).hexdigest()
    assert f"Mã băm SHA-256 của danh sách {digest[:32]} {digest[32:]}" in text
    assert read.pdf.attachments["ma-bam-sha256.txt"].get_file().read_bytes() == lines.encode()
    assert page == len(read.texts)
    for document in documents:
        assert f"{document.name} {document.sha256[:32]} {document.sha256[32:]}" in text
    assert "Số tài liệu 2" in text
    landed = {words: to for words, to in read.links(page) if re.fullmatch(r"\d[\d.]*-\d\d", words)}
    assert landed["1.1.1-01"] == read.find("plan one")[0]


def test_points_by_field_only_where_there_are_some(full: Bench, print_dossier: Print) -> None:
    assert "Bảng điểm" not in print_dossier()[1].text(3)
    change(full, "1.1.1", max_points=2.0, scores=(Score(1, 1.5, 1.0, "Có kế hoạch.", "Ban hành muộn."),))
    change(full, "2.1", max_points=4.0)
    _, read = print_dossier()
    text = " ".join(read.text(page) for page in (3, 4))
    assert "1. Công tác chỉ đạo điều hành 2 1,5 1 1 50%" in text
    assert "2. Tác động đến người dân, tổ chức 4 – – – –" in text
    assert "Cộng 6 1,5 1 5 17%" in text
    sheet = read.text(read.find("TIÊU CHÍ 1.1.1")[0])
    assert "Điểm Tối đa 2 Vòng 1: tự chấm 1,5 (Có kế hoạch); thẩm định 1 (Ban hành muộn)" in sheet


def test_an_appraisal_has_words_a_logo_and_a_signature_of_its_own(bench: Bench, printer: DossierPrinter) -> None:
    bench.add(pdf("x"), "a.pdf", ["1.2"])
    words = {
        "cover": {"title": "HỒ SƠ TỰ ĐÁNH GIÁ", "year": "Năm học {year}"},
        "signature": {"authority": "kt. giám đốc", "post": "phó giám đốc", "name": "Nguyễn Thị Lan"},
        "look": {"logo": b64encode(photo("red", (40, 40), "PNG")).decode()},
    }
    bench.change(title="Đánh giá")
    load = bench.load
    printer._load = lambda on: replace(load(on), words=words)
    printed = printer.print_dossier(bench.folder / "a.pdf", Options(on=ON))
    read = Read(printed.files[0].path)
    assert "HỒ SƠ TỰ ĐÁNH GIÁ" in read.text(1)
    assert "Năm học 2023" in read.text(1)
    assert len(read.pdf.pages[0].Resources.XObject) == 1
    listed = read.text(read.find(TITLES["evidence_list"])[0])
    assert "Hòa Bình, ngày 05 tháng 01 năm 2023 KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC Nguyễn Thị Lan" in listed
    read.pdf.close()


def test_a_long_name_on_the_cover_is_broken_where_an_office_breaks_it(bench: Bench, print_dossier: Print) -> None:
    bench.change(
        parent="Sở Giáo dục và Đào tạo tỉnh Hoà Bình", organisation="Trung tâm Giáo dục nghề nghiệp và thường xuyên"
    )
    _, read = print_dossier(parts=frozenset({"cover"}))
    with pypdfium2.PdfDocument(read.pdf.filename) as document:
        rows = [row.strip() for row in document[0].get_textpage().get_text_range().splitlines()]
    assert {"SỞ GIÁO DỤC VÀ ĐÀO TẠO", "TỈNH HOÀ BÌNH"} < set(rows)
    last = next(row for row in rows if row.endswith("THƯỜNG XUYÊN"))
    assert last not in ("XUYÊN", "THƯỜNG XUYÊN")


def test_no_signature_stands_on_a_page_of_its_own(bench: Bench, printer: DossierPrinter) -> None:
    load = bench.load
    printer._load = lambda on: replace(load(on), words={"signature": {"name": "Nguyễn Thị Lan"}})
    for index in range(12):
        for more in range(3):
            bench.add(pdf(f"{index}.{more}"), f"{index}.{more}.pdf", ["1.2"], subject="Văn bản về việc " * 6)
        parts = frozenset({"evidence_list", "integrity"})
        printed = printer.print_dossier(bench.folder / "a.pdf", Options(on=ON, parts=parts))
        read = Read(printed.files[0].path)
        (page,) = read.find("Nguyễn Thị Lan")
        assert re.search(r"1\.2-\d+", read.text(page))
        read.pdf.close()

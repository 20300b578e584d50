"""Letterheads of every kind of office and time; each once went wrong."""

from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from core.dossier import fonts
from core.reading import media
from core.reading.contents import read_file
from core.reading.description import ATTACHMENT, Description
from core.reading.letterhead import describe
from core.reading.lines import Line
from core.reading.plain import text_lines
from tests.core.reading.letters import CITED, COUNTRY, MOTTO, plan_page, write_docx, write_pdf


def described(text: str) -> Description:
    return describe(text_lines(text), text).description


def letter(*title: str, left: str = "SỞ Y TẾ", number: str = "Số: 7/KH-SYT", place: str = "Hà Nội") -> Description:
    head = f"UBND TỈNH A\t{COUNTRY}\n{left}\t{MOTTO}\n{number}\t{place}, ngày 6 tháng 7 năm 2023\n"
    return described(head + "\n".join(title) + f"\n{CITED}")


@pytest.mark.parametrize(
    ("number", "symbol"),
    [
        ("Số: 07-CTr/ĐTN", "07-CTr/ĐTN"),
        ("Số: 298 KH/TĐTN-PT", "298 KH/TĐTN-PT"),
        ("Số: 217-HĐBT", "217-HĐBT"),
        ("Số: 12-A Trần Phú", ""),
        ("Số: 12-14", ""),
    ],
)
def test_numbers_that_are_parted_otherwise_print_as_they_stand(number: str, symbol: str) -> None:
    assert letter("KẾ HOẠCH", number=number).symbol == symbol


def test_the_youth_union_stands_where_the_country_does() -> None:
    head = "TỈNH ĐOÀN A\tĐOÀN TNCS HỒ CHÍ MINH\nBCH ĐOÀN TRƯỜNG B\t\nSố: 7-KH/ĐTN\tA, ngày 6 tháng 7 năm 2023\n"
    about = described(f"{head}KẾ HOẠCH\nTình nguyện hè\n{CITED}")
    assert (about.symbol, about.issued_on, about.subject) == ("7-KH/ĐTN", date(2023, 7, 6), "Tình nguyện hè")
    left = "ĐOÀN TNCS HỒ CHÍ MINH\nBAN CHẤP HÀNH TỈNH A"
    text = f"{left}\n{COUNTRY}\nSố: 7/KH-ĐTN\nA, ngày 6 tháng 7 năm 2023\nKẾ HOẠCH\nTình nguyện hè\n{CITED}"
    assert described(text).parent_issuer == "Đoàn TNCS Hồ Chí Minh"


def test_a_letter_of_the_republic_before_is_read() -> None:
    head = "BỘ GIÁO DỤC\tVIỆT NAM DÂN CHỦ CỘNG HÒA\nSố: 138-QĐ\tHà Nội, ngày 23 tháng 3 năm 1964\n"
    about = described(f"{head}QUYẾT ĐỊNH\nBan hành quy chế tuyển sinh\n{CITED}")
    assert (about.symbol, about.type, about.issuer) == ("138-QĐ", "Quyết định", "Bộ Giáo dục")


def test_a_ward_may_have_a_number() -> None:
    assert letter("KẾ HOẠCH", place="Phường 5").issued_on == date(2023, 7, 6)


@pytest.mark.parametrize(
    ("title", "type_", "subject"),
    [
        (("KẾ HOẠCH", "Thực hiện công tác dân vận"), "Kế hoạch", "Thực hiện công tác dân vận"),
        (
            ("KẾ HOẠCH", "Thực hiện Nghị quyết số 29-NQ/TW", "của Ban Chấp hành Trung ương"),
            "Kế hoạch",
            "Thực hiện Nghị quyết số 29-NQ/TW của Ban Chấp hành Trung ương",
        ),
        (("KẾ HOẠCH", "Thực hiện Kế hoạch số 9/KH-UBND, Sở Y tế báo cáo như sau:"), "Kế hoạch", None),
        (("KẾ HOẠCH LIÊN TỊCH", "Phối hợp"), "Kế hoạch liên tịch", "Phối hợp"),
        (("BÁO CÁO TỔNG KẾT", "Công tác năm 2022"), "Báo cáo", "Báo cáo tổng kết Công tác năm 2022"),
        (("ĐIỀU LỆ", "Giải thể thao học sinh"), "Điều lệ", "Giải thể thao học sinh"),
        (("LỊCH TIẾP CÔNG DÂN", "Tháng 8 năm 2023"), "Kế hoạch", "Lịch tiếp công dân Tháng 8 năm 2023"),
        (
            ("THÔNG TƯ", "CỦA BỘ Y TẾ SỐ 7/2001/TT-BYT NGÀY 6/7/2023 VỀ VIỆC HƯỚNG DẪN TIÊM CHỦNG"),
            "Thông tư",
            "Về việc hướng dẫn tiêm chủng",
        ),
        (("quyết định của ubnd tỉnh a", "Về phòng dịch"), "Quyết định", "Về phòng dịch"),
        (("QUYẾT ĐỊNH", "CỦA BỘ TRƯỞNG BỘ Y TẾ", "Về phòng dịch"), "Quyết định", "Về phòng dịch"),
        (("QUYẾT ĐỊNH", "VỀ PHÒNG DỊCH", "HỘI ĐỒNG BỘ TRƯỞNG"), "Quyết định", "Về phòng dịch"),
    ],
)
def test_titles_of_every_shape(title: tuple[str, ...], type_: str, subject: str | None) -> None:
    about = letter(*title)
    assert (about.type, about.subject) == (type_, subject)


def test_a_subject_under_the_number_may_begin_without_its_mark() -> None:
    head = f"SỞ Y TẾ\t{COUNTRY}\nSố: 7/SYT-VP\tA, ngày 6 tháng 7 năm 2023\nVề tổ chức lễ khai giảng\t \nnăm 2023\t \n"
    assert described(f"{head}Kính gửi: Các phòng").subject == "Về tổ chức lễ khai giảng năm 2023"


def test_an_english_decision_has_its_type_and_subject() -> None:
    head = "VIETNAM JAPAN UNIVERSITY\tSOCIALIST REPUBLIC OF VIETNAM\nNo: 7/QD-DHVN\tHanoi, June 22, 2021\n"
    about = described(f"{head}CIRCULAR\nOn tuition fees\nPursuant to the Law on Education;")
    assert (about.type, about.subject, about.issued_on) == ("Thông tư", "On tuition fees", date(2021, 6, 22))


@pytest.mark.parametrize(
    ("body", "issuer"),
    [
        ("PHÒNG VĂN HÓA - XÃ HỘI", "Phòng Văn hóa - Xã hội tỉnh A"),
        ("SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "Sở Lao động - Thương binh và Xã hội tỉnh A"),
        ("CĐCS TRƯỜNG B", "CĐCS Trường B"),
        ("TRUNG ƯƠNG ĐOÀN", "Trung ương Đoàn"),
        ("CÔNG TY CỔ PHẦN THIẾT BỊ\nTRƯỜNG HỌC B", "Công ty Cổ phần Thiết Bị Trường Học B"),
        ("Bộ giáo dục và đào tạo", "Bộ Giáo dục và Đào tạo"),
    ],
)
def test_names_of_bodies(body: str, issuer: str) -> None:
    assert letter("KẾ HOẠCH", left=body).issuer == issuer


COPY = [(0.7, 20, "SAO Y; SỞ Y TẾ"), (0.7, 32, "Số: 15/SY-SYT"), (0.7, 44, "Hòa Bình, ngày 20 tháng 8 năm 2023")]


def test_the_number_of_a_copy_is_not_that_of_the_document(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", [COPY + plan_page()])
    about = read_file(path, path.name, media.PDF).description
    assert (about.symbol, about.issued_on) == ("12/KH-SGD&ĐT", date(2023, 1, 5))
    assert (about.issuer, about.parent_issuer) == ("Sở Giáo dục và Đào tạo tỉnh Hòa Bình", "UBND tỉnh Hòa Bình")


@pytest.mark.parametrize(("title", "symbol"), [("KẾ HOẠCH", "12/KH-SGD&ĐT"), ("HỒ SƠ", "")])
def test_behind_a_cover_stands_the_letterhead_of_the_same_document(tmp_path: Path, title: str, symbol: str) -> None:
    cover = [(0.5, 90, "SỞ GIÁO DỤC VÀ ĐÀO TẠO"), (0.5, 300, title), (0.5, 330, "CẢI THIỆN CHỈ SỐ")]
    path = write_pdf(tmp_path / "a.pdf", [cover, plan_page()])
    assert read_file(path, path.name, media.PDF).description.symbol == symbol


@pytest.mark.parametrize("covered", [True, False])
def test_what_a_scanner_recognised_is_not_taken_for_the_number(tmp_path: Path, covered: bool) -> None:
    path = tmp_path / "a.pdf"
    fonts.register()
    canvas = Canvas(str(path), pagesize=A4)
    for layer in ("text", "picture") if covered else ("picture", "text"):
        if layer == "picture":
            canvas.drawImage(ImageReader(Image.new("RGB", (60, 84), "white")), 0, 0, *A4)
            continue
        for middle, top, line in plan_page():
            text = canvas.beginText(middle * A4[0] - 100, A4[1] - top)
            text.setFont(fonts.REGULAR, 12)
            text.setTextRenderMode(0 if covered else 3)
            text.textOut(line)
            canvas.drawText(text)
    canvas.save()
    reading = read_file(path, path.name, media.PDF)
    assert (reading.description, reading.scanned) == (Description(), (0,))
    assert "KẾ HOẠCH" in reading.text


@pytest.mark.parametrize(
    "text",
    [
        "TRÍCH QUYẾT ĐỊNH\nSố 45/QĐ-UBND ngày 5 tháng 3 năm 2020 của UBND tỉnh A",
        "DANH MỤC MINH CHỨNG\nH1-1.1-01\tSố: 12/QĐ-SYT\tNgày 05 tháng 01 năm 2023\tSở Y tế",
        f"Số: 00123/VB ngày 26/02/2024\nSỞ Y TẾ\t{COUNTRY}\nSố:     /KH-SYT\tA, ngày … tháng … năm 2024\nKẾ HOẠCH",
        f"DỰ THẢO NGÀY 12/5/2023\nSỞ Y TẾ\t{COUNTRY}\nSố:     /KH-SYT\tA, ngày … tháng 5 năm 2023\nKẾ HOẠCH",
    ],
    ids=["cited", "in a list", "of the journal of letters", "of a draft"],
)
def test_numbers_and_days_that_are_not_those_of_issue(text: str) -> None:
    about = described(text)
    assert (about.symbol, about.issued_on) == ("", None)


def test_what_one_cell_holds_together_is_parted() -> None:
    head = f"SỞ Y TẾ\t{COUNTRY}\nSố: 7/SYT-VP V/v hướng dẫn tiêm chủng\tA, ngày 6 tháng 7 năm 2023\n"
    about = described(f"{head}Kính gửi: Các phòng")
    assert (about.symbol, about.subject) == ("7/SYT-VP", "Hướng dẫn tiêm chủng")


def test_a_date_may_begin_in_one_line_and_go_on_in_the_next(tmp_path: Path) -> None:
    right = [COUNTRY, MOTTO, "Sóc Trăng, ngày", "27 tháng 09 năm 2022"]
    path = write_docx(tmp_path / "a.docx", ["SỞ Y TẾ", "Số: 7/KH-SYT"], right, ["KẾ HOẠCH", "Tiêm chủng"], [])
    assert read_file(path, path.name, media.DOCX).description.issued_on == date(2022, 9, 27)


def test_a_resolution_names_its_type_before_its_number() -> None:
    head = f"ỦY BAN THƯỜNG VỤ QUỐC HỘI\t{COUNTRY}\nNghị quyết số: 1210/2016/UBTVQH13\tA, ngày 25 tháng 5 năm 2016\n"
    assert described(f"{head}NGHỊ QUYẾT\nVỀ PHÂN LOẠI ĐÔ THỊ").symbol == "1210/2016/UBTVQH13"


def test_the_subject_ends_where_the_text_stands_apart() -> None:
    text = f"SỞ Y TẾ\n{COUNTRY}\nSố: 7/TT-SYT\n\nTHÔNG TƯ\n\nHướng dẫn tiêm chủng\n\nTrong thời gian qua, bệnh tăng."
    assert described(text).subject == "Hướng dẫn tiêm chủng"


def test_words_that_look_like_a_body_without_their_marks_are_none() -> None:
    assert described("SỔ TAY CHẤT LƯỢNG\nQUY TRÌNH KIỂM SOÁT TÀI LIỆU").issuer is None
    assert described("SƠ ĐỒ HƯỚNG DẪN").issuer is None
    assert described("SỞ Y TẾ\nSƠ ĐỒ HƯỚNG DẪN").issuer == "Sở Y tế"


@pytest.mark.parametrize(
    ("text", "symbol", "issued_on", "issuer", "subject"),
    [
        (
            "LUẬT\nGIÁO DỤC CỦA QUỐC HỘI NƯỚC CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
            "SỐ 11/1998/QH10 NGÀY 2 THÁNG 12 NĂM 1998",
            "11/1998/QH10",
            date(1998, 12, 2),
            "Quốc hội nước Cộng hoà xã hội chủ nghĩa Việt Nam",
            "Giáo dục",
        ),
        (
            "NGHỊ ĐỊNH SỐ 109/2004/NĐ-CP NGÀY 02 THÁNG 4 NĂM 2004\nCỦA CHÍNH PHỦ VỀ ĐĂNG KÝ KINH DOANH\nCHÍNH PHỦ",
            "109/2004/NĐ-CP",
            date(2004, 4, 2),
            "Chính phủ",
            "Về đăng ký kinh doanh",
        ),
        (
            "PHÁP LỆNH\nCỦA UỶ BAN THƯỜNG VỤ QUỐC HỘI SỐ 02/1998/PL-UBTVQH10\nVỀ CÁN BỘ, CÔNG CHỨC",
            "02/1998/PL-UBTVQH10",
            None,
            "Uỷ ban Thường vụ Quốc hội",
            "Về cán bộ, công chức",
        ),
        (
            "QUYẾT ĐỊNH CỦA BỘ TRƯỞNG BỘ TÀI CHÍNH\nSỐ 167/2000/QĐ-BTC NGÀY 25 THÁNG 10 NĂM 2000 VỀ VIỆC\nTHU PHÍ",
            "167/2000/QĐ-BTC",
            date(2000, 10, 25),
            "Bộ trưởng Bộ Tài chính",
            "Về việc thu phí",
        ),
        (
            "THÔNG TƯ LIÊN TỊCH\nBỘ TÀI CHÍNH - BỘ Y TẾ SỐ 54/1998/TTLT/BYT-BTC\n"
            "NGÀY 31 THÁNG 8 NĂM 1998 HƯỚNG DẪN THU PHÍ",
            "54/1998/TTLT/BYT-BTC",
            date(1998, 8, 31),
            "Bộ Tài chính - Bộ Y tế",
            "Hướng dẫn thu phí",
        ),
        ("QUY CHẾ\nBAN TỔ CHỨC\nTheo Quyết định số 45/QĐ-UBND ngày 5 tháng 3 năm 2020", "", None, None, None),
        ("QUY CHẾ\nBAN TỔ CHỨC THEO QUYẾT ĐỊNH SỐ 45/QĐ-UBND NGÀY 5 THÁNG 3 NĂM 2020", "", None, None, None),
    ],
)
def test_titles_of_collections_name_number_and_day(
    text: str, symbol: str, issued_on: date | None, issuer: str | None, subject: str | None
) -> None:
    about = described(f"{text}\n{CITED}")
    assert (about.symbol, about.issued_on) == (symbol, issued_on)
    assert (about.issuer, about.subject) == (issuer, subject) or not symbol


def test_a_paragraph_under_the_title_is_no_part_of_it() -> None:
    about = letter("CHỈ THỊ", "VỀ TIÊM CHỦNG", "Trong những năm qua, công tác tiêm chủng đã phát triển.")
    assert about.subject == "Về tiêm chủng"


@pytest.mark.parametrize(
    ("title", "type_", "subject"),
    [
        ("QUY CHẾ\nChi tiêu nội bộ năm 2024\n", "Quy chế", "Chi tiêu nội bộ năm 2024"),
        ("PHỤ LỤC II\nDANH MỤC HỒ SƠ CHUYÊN MÔN\n", ATTACHMENT, "Phụ lục II danh mục hồ sơ chuyên môn"),
    ],
)
def test_what_is_attached_has_the_number_of_another_document(title: str, type_: str, subject: str) -> None:
    about = described(f"{title}(Ban hành kèm theo Quyết định số 5/QĐ-SYT ngày 8 tháng 1 năm 2024)\nĐiều 1. Phạm vi")
    assert (about.type, about.subject, about.symbol, about.issued_on) == (type_, subject, "", None)


def test_a_long_name_may_reach_under_the_country() -> None:
    lines = [
        Line("BỘ GIÁO DỤC VÀ ĐÀO TẠO", 0.15, 0.4, 0.06),
        Line(COUNTRY, 0.46, 0.88, 0.06),
        Line("CỤC NHÀ GIÁO VÀ CÁN BỘ QUẢN LÝ GIÁO DỤC", 0.05, 0.5, 0.08),
        Line(MOTTO, 0.55, 0.79, 0.081),
        Line("Số: 7/NGCBQLGD", 0.13, 0.42, 0.12),
    ]
    assert describe(lines, "").description.issuer == "Cục Nhà giáo và Cán bộ quản lý giáo dục"

"""Letters of every shape; what matters most is that nothing is invented."""

from datetime import date
from pathlib import Path

import pytest
from docx import Document

from core.reading import media
from core.reading.contents import read_file
from core.reading.description import Description
from core.reading.letterhead import describe
from core.reading.lines import Line
from core.reading.plain import text_lines
from tests.core.reading.letters import CITED, COUNTRY, MOTTO, plan_page, signature_block, write_docx, write_pdf

PLAN = Description(
    number="12",
    notation="KH-SGD&ĐT",
    issued_on=date(2023, 1, 5),
    type="Kế hoạch",
    issuer="Sở Giáo dục và Đào tạo tỉnh Hòa Bình",
    parent_issuer="UBND tỉnh Hòa Bình",
    subject="Cải thiện chỉ số cải cách hành chính (PAR Index) của Sở Giáo dục và Đào tạo năm 2023",
    signer="Đinh Thị Hường",
    signer_post="Phó Giám đốc",
    valid_from=date(2023, 1, 5),
)


def described_pdf(path: Path) -> Description:
    return read_file(path, path.name, media.PDF).description


def described(text: str) -> Description:
    return describe(text_lines(text), text).description


def test_a_letter_is_read_from_where_its_lines_stand(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", [plan_page() + signature_block()])
    assert described_pdf(path) == PLAN


def test_each_field_says_where_it_was_read(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", [plan_page() + signature_block()])
    sources = read_file(path, path.name, media.PDF).sources
    assert {name: one.place for name, one in sources.items()} == {
        "number": "number_line",
        "notation": "number_line",
        "issued_on": "date_line",
        "type": "title",
        "issuer": "left_head",
        "parent_issuer": "left_head",
        "subject": "under_title",
        "signer": "signature_block",
        "signer_post": "signature_block",
        "valid_from": "sentence",
    }
    assert all(one.is_sure and one.means == "text" for one in sources.values())


def test_a_letterhead_in_the_header_of_a_word_file_is_read(tmp_path: Path) -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].text = f"SỞ Y TẾ\t{COUNTRY}"
    for line in ("Số: 7/KH-SYT\tHà Nội, ngày 6 tháng 7 năm 2023", "KẾ HOẠCH", "Phòng dịch mùa hè", CITED):
        document.add_paragraph(line)
    document.save(str(tmp_path / "a.docx"))
    about = read_file(tmp_path / "a.docx", "a.docx", media.DOCX).description
    assert (about.symbol, about.issuer, about.subject) == ("7/KH-SYT", "Sở Y tế", "Phòng dịch mùa hè")


def test_what_recognition_makes_of_the_rule_under_a_name_is_no_part_of_it() -> None:
    head = [f"BỘ GIÁO DỤC VÀ ĐÀO TẠO\t{COUNTRY}", f"ˆ\t{MOTTO}", "Số: 4/TB-BGDĐT\tHà Nội, ngày 8 tháng 3 năm 2023"]
    assert described("\n".join([*head, "THÔNG BÁO", "Lịch tuyển sinh", CITED])).issuer == "Bộ Giáo dục và Đào tạo"


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("có hiệu lực từ ngày 10/7/2023 đến hết ngày 31 tháng 12 năm 2024.", (date(2023, 7, 10), date(2024, 12, 31))),
        ("có hiệu lực kể từ ngày ký.", (date(2023, 7, 6), None)),
        ("thay thế Kế hoạch có hiệu lực từ ngày 1/2/2020 đến ngày 3/4/2021.", (None, None)),
    ],
)
def test_from_when_to_when_it_is_in_force(sentence: str, days: tuple[date | None, date | None]) -> None:
    head = f"SỞ Y TẾ\t{COUNTRY}\nSố: 7/KH-SYT\tHà Nội, ngày 6 tháng 7 năm 2023\nKẾ HOẠCH\nPhòng dịch"
    about = described(f"{head}\n{CITED}\nKế hoạch này {sentence}")
    assert (about.valid_from, about.valid_to) == days


def test_a_number_under_no_letterhead_is_read_but_not_sure() -> None:
    text = "Số: 12/KH-SGDĐT\nKẾ HOẠCH\nCải thiện chỉ số cải cách hành chính"
    description, sources = describe(text_lines(text), text)
    assert description.symbol == "12/KH-SGDĐT"
    assert not sources["number"].is_sure
    assert sources["type"].is_sure


def test_bodies_that_issue_together_are_one_issuer() -> None:
    left = ("LIÊN ĐOÀN LAO ĐỘNG -", "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "TỈNH A")
    right = (COUNTRY, MOTTO, "")
    text = "\n".join(f"{one}\t{other}" for one, other in zip(left, right, strict=True))
    about = described(f"{text}\nSố: 154/CTPH-LĐLĐ-SVH,TT,DL\tA, ngày 28 tháng 4 năm 2017\nCHƯƠNG TRÌNH PHỐI HỢP")
    assert about.symbol == "154/CTPH-LĐLĐ-SVH,TT,DL"
    assert about.issuer == "Liên đoàn Lao động - Sở Văn hóa, Thể thao và Du lịch tỉnh A"
    assert about.parent_issuer is None


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_a_page_that_is_stored_turned_is_read_as_it_is_shown(tmp_path: Path, rotation: int) -> None:
    path = write_pdf(tmp_path / "a.pdf", [plan_page()], rotation)
    description = described_pdf(path)
    assert (description.symbol, description.issued_on) == (PLAN.symbol, PLAN.issued_on)
    assert (description.issuer, description.subject) == (PLAN.issuer, PLAN.subject)


def test_the_signature_block_may_go_on_on_the_next_page(tmp_path: Path) -> None:
    block = signature_block(top=770)
    first = [placed for placed in block if placed[1] < 800]
    rest = [(middle, top - 780, text) for middle, top, text in block if top >= 800]
    path = write_pdf(tmp_path / "a.pdf", [plan_page() + first, rest])
    description = described_pdf(path)
    assert (description.signer, description.signer_post) == ("Đinh Thị Hường", "Phó Giám đốc")


@pytest.mark.parametrize(
    "number", ["Số:      /KH-SGD&ĐT", "Số: ……/KH-SGD&ĐT", "Số: ___/KH-SGD&ĐT", "Số:........./KH-SGD&ĐT"]
)
def test_a_number_that_is_still_blank_stays_empty(tmp_path: Path, number: str) -> None:
    description = described_pdf(write_pdf(tmp_path / "a.pdf", [plan_page(number)]))
    assert (description.number, description.notation) == (None, None)
    assert description.type == "Kế hoạch"


@pytest.mark.parametrize("dated", ["Hòa Bình, ngày     tháng     năm 2023", "Hòa Bình, ngày … tháng … năm 2023"])
def test_a_date_that_is_still_blank_stays_empty(tmp_path: Path, dated: str) -> None:
    assert described_pdf(write_pdf(tmp_path / "a.pdf", [plan_page(dated=dated)])).issued_on is None


def test_a_number_put_over_the_dots_belongs_to_the_number_line(tmp_path: Path) -> None:
    page = plan_page("Số:            /KH-SGD&ĐT")
    path = write_pdf(tmp_path / "a.pdf", [[*page, (0.245, 107, "984")]])
    assert described_pdf(path).symbol == "984/KH-SGD&ĐT"


def test_day_and_month_written_into_a_form_are_read_in_their_places(tmp_path: Path) -> None:
    page = [placed for placed in plan_page() if "ngày" not in placed[2] or placed[1] > 200]
    parts = [
        (0.53, 110, "Hòa Bình, ngày"),
        (0.64, 110, "07"),
        (0.72, 110, "tháng"),
        (0.77, 110, "9"),
        (0.86, 110, "năm 2023"),
    ]
    assert described_pdf(write_pdf(tmp_path / "a.pdf", [page + parts])).issued_on == date(2023, 9, 7)


LETTER_HEAD = f"""UBND TỈNH HÒA BÌNH\t{COUNTRY}
SỞ GIÁO DỤC VÀ ĐÀO TẠO\t{MOTTO}
Số: 1198/SGDĐT-VP\tHòa Bình, ngày 12 tháng 5 năm 2023
V/v báo cáo công tác cải cách\t
hành chính quý II năm 2023\t
Kính gửi: Các phòng thuộc Sở
"""


def test_a_letter_without_a_type_in_its_notation_has_its_subject_after_its_mark() -> None:
    description = described(LETTER_HEAD + CITED)
    assert description.symbol == "1198/SGDĐT-VP"
    assert description.type == "Công văn"
    assert description.subject == "Báo cáo công tác cải cách hành chính quý II năm 2023"


def test_what_stands_below_each_other_in_one_column_is_read_too() -> None:
    head = f"BỘ GIÁO DỤC VÀ ĐÀO TẠO\n-------\n{COUNTRY}\n{MOTTO}\n---------------\nSố: 05/2022/TT-BGDĐT\n"
    description = described(f"{head}Hà Nội, ngày 10 tháng 3 năm 2022\nTHÔNG TƯ\nBAN HÀNH QUY CHẾ THI\n{CITED}")
    assert (description.symbol, description.issued_on) == ("05/2022/TT-BGDĐT", date(2022, 3, 10))
    assert (description.type, description.issuer) == ("Thông tư", "Bộ Giáo dục và Đào tạo")
    assert description.subject == "Ban hành quy chế thi"


def test_a_word_file_is_read_from_its_table(tmp_path: Path) -> None:
    path = write_docx(
        tmp_path / "a.docx",
        ["SỞ GDĐT HÒA BÌNH", "TRƯỜNG THPT CÔNG NGHIỆP", "Số: 45 /BC- THPTCN"],
        [COUNTRY, MOTTO, "Hòa Bình, ngày 31/12/2023"],
        ["BÁO CÁO", "Tổng kết công tác cải cách hành chính", CITED, "Trường THPT Công Nghiệp báo cáo như sau."],
        [["Nơi nhận:", "- Sở GDĐT;", "- Lưu: VT."], ["HIỆU TRƯỞNG", "(Đã ký)", "Nguyễn Văn Thành"]],
    )
    assert read_file(path, path.name, media.DOCX).description == Description(
        number="45",
        notation="BC-THPTCN",
        issued_on=date(2023, 12, 31),
        type="Báo cáo",
        issuer="Trường THPT Công Nghiệp",
        parent_issuer="Sở GDĐT Hòa Bình",
        subject="Tổng kết công tác cải cách hành chính",
        signer="Nguyễn Văn Thành",
        signer_post="Hiệu trưởng",
    )


DECOYS = {
    "an attachment": "QUY ĐỊNH\nVề hồ sơ\n(Ban hành kèm theo Quyết định số 12/QĐ-SGDĐT ngày 05 tháng 01 năm 2023)",
    "an appendix": "PHỤ LỤC I\n(Kèm theo Công văn số 756/QLCL-KĐCLGD ngày 21/5/2020)\nDANH SÁCH",
    "grounds alone": f"{CITED}\nSố 5/2020/NĐ-CP ngày 1 tháng 1 năm 2020 của Chính phủ",
    "a gazette's head": "CÔNG BÁO/Số 15 + 16/Ngày 05-01-2023\nPHẦN VĂN BẢN KHÁC",
    "a signing time": "Người ký: VĂN PHÒNG SỞ\nThời gian ký: 26.02.2024 10:47:47 +07:00\nNgày ký: 26/02/2024",
    "a stamp of arrival": f"{COUNTRY}\nSỞ GIÁO DỤC VÀ ĐÀO TẠO\nĐẾN\nSố: 1234\nNgày: 22/02/2024\nNgày 22/02/2024",
    "a letter in the text": "Thưa các bạn,\nHôm nay, ngày 5 tháng 3 năm 2023, chúng tôi nhận được\nsố 12/KH-ABC.",
    "a school's address": f"{COUNTRY}\nTRƯỜNG THCS A\nSố 12/5 đường Trần Phú",
}


@pytest.mark.parametrize("text", DECOYS.values(), ids=list(DECOYS))
def test_numbers_and_dates_of_other_documents_are_left_alone(text: str) -> None:
    description = described(text)
    assert (description.number, description.notation, description.issued_on) == (None, None, None)


def test_a_date_within_the_title_is_no_date_of_issue() -> None:
    head = f"BỘ TÀI CHÍNH\t{COUNTRY}\nSố: 99/1998/TT-BTC\n"
    title = "THÔNG TƯ\nHướng dẫn thi hành Nghị định số 30/1998/NĐ-CP\nngày 13 tháng 5 năm 1998 của Chính phủ\n"
    description = described(head + title + CITED)
    assert (description.symbol, description.issued_on) == ("99/1998/TT-BTC", None)
    assert description.subject == "Hướng dẫn thi hành Nghị định số 30/1998/NĐ-CP ngày 13 tháng 5 năm 1998 của Chính phủ"


def test_a_title_that_names_number_and_date_itself_stands_for_a_letterhead() -> None:
    title = "NGHỊ ĐỊNH\nCỦA CHÍNH PHỦ SỐ 29/1998/NĐ-CP NGÀY 11 THÁNG 5 NĂM 1998\nVỀ VIỆC BAN HÀNH QUY CHẾ DÂN CHỦ\n"
    description = described(f"{title}CHÍNH PHỦ\n{CITED}")
    assert (description.symbol, description.issued_on) == ("29/1998/NĐ-CP", date(1998, 5, 11))
    assert (description.type, description.issuer) == ("Nghị định", "Chính phủ")
    assert description.subject == "Về việc ban hành quy chế dân chủ"


@pytest.mark.parametrize(
    ("line", "symbol"),
    [
        ("Số: 2211/QĐ-SGD&ĐT", "2211/QĐ-SGD&ĐT"),
        ("Số : 256 /2004/QĐ-UB", "256/2004/QĐ-UB"),
        ("Số 06-KL/TU", "06-KL/TU"),
        ("Luật số: 08/2012/QH13", "08/2012/QH13"),
        ("Số: 154/CTPH-LĐLĐ-SVH,TT,DL", "154/CTPH-LĐLĐ-SVH,TT,DL"),
        ("Số: 12a/TB - THCS", "12a/TB-THCS"),
    ],
)
def test_symbols_print_as_they_stand(line: str, symbol: str) -> None:
    assert described(f"SỞ Y TẾ\t{COUNTRY}\n{line}\t\n").symbol == symbol


def test_the_type_comes_from_the_title_before_the_notation() -> None:
    head = f"TRƯỜNG ĐẠI HỌC A\t{COUNTRY}\nSố: 50/ĐHVN-KT&ĐBCL\tHà Nội, ngày 19 tháng 01 năm 2026\n"
    assert described(f"{head}KẾ HOẠCH TRIỂN KHAI CÔNG TÁC NĂM 2026\n{CITED}").type == "Kế hoạch"


def test_names_in_capitals_are_written_as_the_text_writes_them() -> None:
    lines = [Line("TRƯỜNG ĐẠI HỌC VIỆT NHẬT", 0, 0.4, 1), Line(COUNTRY, 0.5, 1, 1), Line("Số: 1/TB-ĐHVN", 0, 0.4, 3)]
    schools = "các cơ sở giáo dục và đào tạo"
    head = [Line("SỞ GIÁO DỤC VÀ ĐÀO TẠO", 0, 0.4, 1), *lines[1:]]
    assert describe(head, schools).description.issuer == "Sở Giáo dục và Đào tạo"
    assert describe(lines, "").description.issuer == "Trường Đại học Việt Nhật"
    assert describe(lines, "Trường Đại học Việt nhật thông báo.").description.issuer == "Trường Đại học Việt nhật"


@pytest.mark.parametrize(
    "decoy",
    [
        [(0.2, 24, "2"), (0.55, 24, "CÔNG BÁO/Số 317 + 318/Ngày 17-3-2022")],
        [(0.2, 20, "Người ký: Sở Giáo dục và Đào tạo"), (0.2, 30, "Thời gian ký: 17/03/2022 10:47:47 +07:00")],
        [(0.75, 20, "Ký bởi: Văn phòng Sở"), (0.75, 30, "Ngày ký: 17/03/2022")],
        [(0.15, 140, "CÔNG VĂN ĐẾN"), (0.15, 152, "Số: 935"), (0.15, 164, "Ngày: 17/03/2022")],
        [(0.85, 140, "HỎA TỐC")],
    ],
    ids=["gazette", "signing time left", "signing time right", "stamp of arrival", "urgent"],
)
def test_numbers_and_dates_around_the_head_are_not_its_own(
    tmp_path: Path, decoy: list[tuple[float, float, str]]
) -> None:
    path = write_pdf(tmp_path / "a.pdf", [decoy + plan_page() + signature_block()])
    assert described_pdf(path) == PLAN


def test_what_a_stamp_says_is_not_taken_for_a_number_that_is_still_blank(tmp_path: Path) -> None:
    decoy = [(0.15, 140, "Số: 935/KH-SGDĐT"), (0.15, 164, "Ngày: 17/03/2022")]
    page = plan_page("Số:        /KH-SGD&ĐT", "Hòa Bình, ngày      tháng      năm 2023")
    about = described_pdf(write_pdf(tmp_path / "a.pdf", [decoy + page]))
    assert (about.number, about.notation, about.issued_on) == (None, None, None)


@pytest.mark.parametrize(
    "text",
    [
        f"CÔNG BÁO/Số 12 + 13/Ngày 05-01-2023\nBỘ Y TẾ\t{COUNTRY}\nTHÔNG TƯ\nQuy định\n{CITED}",
        f"Thời gian ký: 26.02.2024 10:47:47 +07:00\nSỞ Y TẾ\t{COUNTRY}\nSố:      /KH-SYT\tHà Nội, ngày   tháng   năm\n"
        f"KẾ HOẠCH\n{CITED}",
        "QUY ĐỊNH\nVề văn thư\n(Ban hành kèm theo Quyết định số 12/QĐ-SGD ngày 5 tháng 1 năm 2023)\nĐiều 1. Phạm vi",
        f"CÔNG VĂN ĐẾN Số: 99 Ngày 7/1/2023\nSỞ Y TẾ\t{COUNTRY}\nSố:    /SYT\nKính gửi: các phòng",
    ],
    ids=["gazette", "signing time", "attached regulation", "stamp of arrival"],
)
def test_numbers_and_days_of_something_else_are_not_taken(text: str) -> None:
    about = described(text)
    assert (about.symbol, about.issued_on) == ("", None)

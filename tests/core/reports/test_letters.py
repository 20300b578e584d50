"""The paper that a unit gets, as PDF and for Word."""

from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from docx import Document

from core.catalogue.drafting import Stated, draft_criteria
from core.catalogue.records import Draft
from core.catalogue.units import Person
from core.reports.printing import Format
from core.workspace import Workspace

LONG = "Thực hiện kiểm tra, rà soát văn bản quy phạm pháp luật theo kế hoạch đã xây dựng của cơ quan "
STATED = (
    Stated("1", "CHỈ ĐẠO"),
    Stated("1.1", "Tuyên truyền: (1) hội nghị; (2) bài viết", "Phòng TCCB", "Phòng KHTC", "Trước ngày 15/11/2023"),
    Stated("1.2", "Đào tạo", "Phòng TCCB", "", "Năm 2023"),
    *(Stated(f"1.{number}", LONG * 3, "Phòng KHTC", "", "Năm 2023") for number in range(3, 23)),
)
ON = date(2023, 12, 1)


@pytest.fixture
def workspace(tmp_path: Path):
    with Workspace.create(tmp_path / "Dữ liệu") as workspace:
        draft = Draft("Chỉ số CCHC 2023", 2023, draft_criteria(STATED, 2023))
        head = {"organisation": "Sở Giáo dục và Đào tạo", "parent": "UBND tỉnh Mai Hồng", "place": "Mai Hồng"}
        workspace.criteria.create(draft, **head)
        workspace.units.describe("Phòng TCCB", people=[Person("Nguyễn Văn Bình", "Trưởng phòng", "0912 345 678")])
        workspace.units.describe("Sở giáo dục và đào tạo", people=[Person("Lê Thị Hạnh", "Giám đốc")])
        yield workspace


def written(workspace: Workspace, folder: Path, kind: Format) -> dict[str, Path]:
    found = workspace.print_reminders(workspace.reminders(ON).due, folder, kind)
    return {one.reminder.unit.name: one.path for one in found}


FACTS = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "UBND TỈNH MAI HỒNG",
    "SỞ GIÁO DỤC VÀ ĐÀO TẠO",
    "Mai Hồng, ngày 01 tháng 12 năm 2023",
    "PHIẾU ĐÔN ĐỐC",
    "Kính gửi: Phòng TCCB.",
    "Nguyễn Văn Bình, Trưởng phòng, ĐT 0912 345 678",
    "(1) hội nghị",
    "15/11/2023",
    "Quá hạn 16 ngày",
    "Phối hợp: Phòng KHTC",
    "Còn 30 ngày",
    "Nơi nhận:",
    "GIÁM ĐỐC",
    "Lê Thị Hạnh",
)


def test_as_pdf(workspace: Workspace, tmp_path: Path) -> None:
    paths = written(workspace, tmp_path / "phiếu", "pdf")
    assert sorted(path.name for path in paths.values()) == [
        "Phiếu đôn đốc - Phòng KHTC.pdf",
        "Phiếu đôn đốc - Phòng TCCB.pdf",
    ]
    with pypdfium2.PdfDocument(paths["Phòng TCCB"]) as pdf:
        assert len(pdf) == 1
        assert pdf[0].get_size() == pytest.approx((595.3, 841.9), abs=1)
        said = " ".join(pdf[0].get_textpage().get_text_bounded().split())
    assert [fact for fact in FACTS if fact not in said] == []


def test_a_long_table_goes_on_under_its_head(workspace: Workspace, tmp_path: Path) -> None:
    path = written(workspace, tmp_path, "pdf")["Phòng KHTC"]
    with pypdfium2.PdfDocument(path) as pdf:
        pages = [page.get_textpage().get_text_bounded() for page in pdf]
    assert len(pages) > 2
    assert all("Nội dung cần bổ sung" in page for page in pages[:-1])
    assert pages[1].split()[0] == "2"  # numbered from the second page on
    assert "Nếu có khó khăn" in pages[-1]  # the signature is never alone
    assert sum(f"1.{number}. " in page for page in pages for number in range(3, 23)) == 20


def test_for_word(workspace: Workspace, tmp_path: Path) -> None:
    word = Document(str(written(workspace, tmp_path, "docx")["Phòng TCCB"]))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    said = "\n".join([*(paragraph.text for paragraph in word.paragraphs), *cells])
    assert [fact for fact in FACTS if fact not in said] == []
    section = word.sections[0]
    lengths = [round(length.mm) for length in (section.page_width, section.left_margin, section.right_margin) if length]
    assert lengths == [210, 30, 15]
    runs = [
        run
        for table in word.tables
        for row in table.rows
        for cell in row.cells
        for p in cell.paragraphs
        for run in p.runs
    ]
    assert {run.font.name for run in [*runs, *(run for p in word.paragraphs for run in p.runs)]} == {"Times New Roman"}


def test_an_office_of_which_little_is_known(workspace: Workspace, tmp_path: Path) -> None:
    workspace.criteria.edit_appraisal(parent="", place="", organisation="")
    word = Document(str(written(workspace, tmp_path, "docx")["Phòng TCCB"]))
    said = "\n".join(cell.text for table in word.tables for row in table.rows for cell in row.cells)
    assert "Ngày 01 tháng 12 năm 2023" in said
    assert "THỦ TRƯỞNG CƠ QUAN" in said
    assert written(workspace, tmp_path, "pdf")


def test_two_units_of_one_file_name_get_a_paper_each(workspace: Workspace, tmp_path: Path) -> None:
    for code, unit in (("1.1", "Phòng 1/2"), ("1.2", "phòng 1:2")):
        workspace.criteria.edit(workspace.criteria.get(code).id, lead_unit=unit)
    paths = written(workspace, tmp_path, "docx")
    assert len({path.name.casefold() for path in paths.values()}) == len(list(tmp_path.glob("*.docx"))) == len(paths)
    assert "Kính gửi: phòng 1:2." in [paragraph.text for paragraph in Document(str(paths["phòng 1:2"])).paragraphs]


def test_what_stands_in_the_way_goes_to_the_head_who_does_not_sign(workspace: Workspace, tmp_path: Path) -> None:
    workspace.obstacles.add("difficulty", "Thiếu người", unit="Phòng TCCB")
    workspace.report_obstacles(tmp_path / "Báo cáo.docx", ON)
    word = Document(str(tmp_path / "Báo cáo.docx"))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    said = "\n".join([*(paragraph.text for paragraph in word.paragraphs), *cells])
    assert "Kính gửi: Lãnh đạo Sở Giáo dục và Đào tạo." in said
    assert "NGƯỜI TỔNG HỢP" in said
    assert "Lê Thị Hạnh" not in said

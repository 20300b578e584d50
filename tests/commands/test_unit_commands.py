"""The units of the office and their reminders, by command line."""

from pathlib import Path

from openpyxl import load_workbook

from tests.commands.conftest import Run, texts_of


def test_people_of_a_unit(office: Run) -> None:
    assert [(one["name"], one["leads"]) for one in office("units")] == [
        ("Trường THPT Mai Hồng", []),
        ("Văn phòng Sở", ["1.1", "1.2"]),
        ("Phòng TCCB", ["1.3", "1.4"]),
        ("Thanh tra Sở", []),
    ]
    shown = office("unit", "phong tccb", "--person", "Nguyễn Văn Bình", "--post", "Trưởng phòng")
    assert shown["people"] == [{"name": "Nguyễn Văn Bình", "post": "Trưởng phòng", "phone": "", "email": ""}]
    shown = office("unit", "Phòng TCCB", "--person", "nguyễn văn bình", "--phone", "0912")
    assert shown["people"] == [{"name": "Nguyễn Văn Bình", "post": "Trưởng phòng", "phone": "0912", "email": ""}]
    assert office("unit", "Phòng TCCB", "--remove-person", "Lan", status=1)["error"] == "person_unknown"
    assert office("unit", "Phòng TCCB", "--remove-person", "Nguyễn Văn Bình")["people"] == []
    assert office("unit", "Phòng Y", status=1)["error"] == "unit_unknown"
    assert office("unit", "Phòng TCCB", "--phone", "1", status=2)["error"] == "usage"
    assert office("unit", "Phòng Y", "--note", "mới")["note"] == "mới"
    assert office("unit", "Phòng Y", "--remove") is None


def test_reminders_are_written(office: Run, tmp_path: Path) -> None:
    answer = office("reminders", tmp_path / "phiếu", "--format", "pdf", "--on", "2023-10-01")
    assert [(one["unit"], one["open"], one["overdue"]) for one in answer["files"]] == [
        ("Văn phòng Sở", 2, 3),
        ("Phòng TCCB", 1, 0),
    ]
    assert "PHIẾU ĐÔN ĐỐC" in texts_of(Path(answer["files"][0]["path"]))[0]
    (only,) = office("reminders", tmp_path, "--unit", "phong tccb", "--on", "2023-10-01")["files"]
    assert Path(only["path"]).name == "Phiếu đôn đốc - Phòng TCCB.docx"
    assert [(row["code"], row["due"], [slot["number"] for slot in row["slots"]]) for row in only["rows"]] == [
        ("1.3", "2023-11-15", [1, 2])
    ]
    assert office("reminders", tmp_path, "--unit", "Phòng Z", status=1)["error"] == "unit_unknown"


def test_reports_are_written(office: Run, tmp_path: Path) -> None:
    (tmp_path / "=1+1.txt").write_text("Báo cáo", encoding="utf-8")
    office("add", tmp_path / "=1+1.txt", "--to", "1.1")
    assert office("report", tmp_path / "tiến độ.pdf", "--period", "2023-9M")["rows"] == 3
    said = " ".join(texts_of(tmp_path / "tiến độ.pdf")[0].split())
    assert "Tính đến ngày 30/09/2023, trong 4 tiêu chí cần chấm có 1 tiêu chí đủ minh chứng" in said
    assert "2 Phòng TCCB 2 1 1" in said
    assert office("report", tmp_path / "đôn đốc.docx", "--unit", "Phòng TCCB", "--period", "2023-9M")["rows"] == 1
    answer = office("report", tmp_path / "bảng.xlsx", "--period", "2023-9M")
    book = load_workbook(tmp_path / "bảng.xlsx")
    assert book.sheetnames == ["Tiến độ", "Danh mục minh chứng", "Còn thiếu"]
    assert answer["rows"] == sum(sheet.max_row - 1 for sheet in book)
    evidence = [cell.value for cell in book["Danh mục minh chứng"][2]]
    assert evidence[:4] == ["1.1", 1, "1.1-01", "=1+1.txt"]
    assert book["Danh mục minh chứng"]["D2"].data_type == "s"
    assert [cell.value for cell in book["Còn thiếu"]["B"]] == ["Mã", "1.2", "1.2", "1.2", "1.2", "1.3"]
    assert office("report", tmp_path / "a.odt", status=1)["error"] == "report_kind_unknown"
    assert office("report", tmp_path / "a.pdf", "--unit", "Thanh tra Sở", status=1)["error"] == "unit_owes_nothing"
    assert office("report", tmp_path / "a.pdf", "--period", "quý", status=1)["error"] == "period_unreadable"

"""The units of the office and their reminders, by command line."""

from pathlib import Path

from tests.test_command_line import (  # noqa: F401 - the fixtures of the commands
    Run,
    cli,
    office,
    plan,
    texts_of,
    vietnamese_afterwards,
)


def test_people_of_a_unit(office: Run) -> None:  # noqa: F811
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


def test_reminders_are_written(office: Run, tmp_path: Path) -> None:  # noqa: F811
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

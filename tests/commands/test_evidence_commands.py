"""What is proven and what is missing, by command line."""

from pathlib import Path
from typing import Any

import pytest

from tests.commands.conftest import Run


def criterion(office: Run, code: str) -> dict[str, Any]:
    return next(one for one in office("criteria") if one["code"] == code)


def test_slots_stand_beside_the_numbered_requirements(office: Run, report: str) -> None:
    assert office("link", report, "1.2")["slot"] is None
    found = criterion(office, "1.2")
    assert found["requirements"] == []
    assert [(slot["period"], slot["due"], slot["state"]) for slot in found["slots"]] == [
        ("2023-Q1", "2023-03-15", "complete"),
        ("2023-Q2", "2023-06-15", "missing"),
        ("2023-Q3", "2023-09-15", "missing"),
        ("2023-Q4", "2023-12-15", "missing"),
    ]
    assert found["slots"][0]["evidence_codes"] == ["1.2-01"]
    assert [slot["number"] for slot in criterion(office, "1.3")["slots"]] == [1, 2]
    (row,) = [row for row in office("coverage", "--on", "2023-04-01")["rows"] if row["code"] == "1.2"]
    assert (row["state"], row["due"], row["overdue"], row["unplaced"]) == ("partial", "2023-06-15", False, [])


def test_one_document_for_several_criteria_at_once(office: Run, report: str) -> None:
    both = office("link", report, "1.2", "1.3")
    assert [(one["criterion"], one["evidence_code"]) for one in both] == [("1.2", "1.2-01"), ("1.3", "1.2-01")]
    assert office("unlink", report, "1.3")["removed"] == 1
    assert office("link", report, "1.4", "9.9", status=1)["error"] == "criterion_unknown"
    assert all(one["evidence"] == 0 for one in office("criteria") if one["code"] == "1.4")


def test_a_link_may_name_the_slot(office: Run, report: str) -> None:
    linked = office("link", report, "1.2", "--slot", "q3")
    third = criterion(office, "1.2")["slots"][2]
    assert (linked["slot"], third["evidence_codes"], third["late"]) == (third["id"], ["1.2-01"], False)
    assert office("link", report, "1.2", "--slot", "2022-Q1", status=1)["error"] == "slot_unknown"
    assert office("unlink", report, "1.2", "--slot", "2023-Q3")["removed"] == 1
    assert criterion(office, "1.2")["evidence"] == 0


def test_slots_are_added_edited_and_removed(office: Run) -> None:
    (added,) = office("slot", "1.1", "--text", "biên bản họp", "--count", 3, "--due", "31/5/2023")
    assert (added["criterion"], added["count"], added["due"], added["state"]) == ("1.1", 3, "2023-05-31", "missing")
    (edited,) = office("slot", "1.1", added["id"][:8], "--target", "100 %", "--reached", "97,5", "--due", "")
    assert (edited["target"], edited["reached"], edited["due"]) == (100, 97.5, "2023-12-31")
    assert office("slots", "1.1") == [edited]
    assert office("slot", "1.1", added["id"], "--count", 0, status=1)["error"] == "slot_count_wrong"
    assert office("slot", "1.1", added["id"], "--remove") == []
    assert office("slot", "1.1", "--count", 2, status=2)["error"] == "usage"


def test_assessing_a_criterion(office: Run, report: str) -> None:
    assert criterion(office, "1.1")["state"] == "untouched"
    office("link", report, "1.1")
    assert (criterion(office, "1.1")["state"], criterion(office, "1.1")["result"]) == ("collecting", None)
    judged = office("assess", "1.1", "--state", "checked", "--result", "partly", "--explanation", "Thiếu số liệu")
    assert judged == criterion(office, "1.1")
    assert (judged["state"], judged["result"], judged["explanation"]) == ("checked", "partly", "Thiếu số liệu")
    assert judged["judged_by"]
    assert judged["judged_at"]
    assert office("assess", "1.1", "--result", "")["result"] is None
    assert office("assess", "1.1", "--state", "done", status=1)["error"] == "work_state_unknown"
    assert office("assess", "1.1", "--assessed-by", "not_assigned")["coverage"] == "not_assigned"
    assert office("coverage")["criteria"] == 3
    assert office("assess", "1.1", "--result", "met", status=1)["error"] == "criterion_not_assigned"


def test_rejected_evidence_stays_listed_and_is_not_printed(office: Run, report: str, tmp_path: Path) -> None:
    office("link", report, "1.1")
    (rejected,) = office("reject", report, "1.1", "--reason", "Chưa ký")
    assert (rejected["state"], rejected["reason"]) == ("rejected", "Chưa ký")
    assert criterion(office, "1.1")["coverage"] == "missing"
    assert criterion(office, "1.1")["evidence_codes"] == ["1.1-01"]
    assert office("link", report, "1.1", status=1)["error"] == "evidence_rejected"
    assert office("dossier", tmp_path / "a.pdf")["evidence"] == 0
    assert office("check", report, "1.1", "--undo")[0]["state"] == "accepted"
    assert office("check", report, "1.1")[0]["judged_by"]
    assert criterion(office, "1.1")["coverage"] == "complete"
    assert office("dossier", tmp_path / "a.pdf")["evidence"] == 1


def test_dates_and_the_calendar(office: Run, report: str, tmp_path: Path) -> None:
    office("link", report, "1.2")
    dues = office("deadlines", "--on", "2023-06-10", "--ics", tmp_path / "Lịch.ics")
    assert [(due["code"], due["due"], due["state"], due["days"]) for due in dues][:2] == [
        ("1.2", "2023-03-15", "done", -87),
        ("1.2", "2023-06-15", "due_in_7", 5),
    ]
    assert dues[1]["what"] == "Quý II năm 2023"
    calendar = (tmp_path / "Lịch.ics").read_bytes()
    assert calendar.startswith(b"BEGIN:VCALENDAR\r\n")
    assert calendar.count(b"BEGIN:VEVENT") == len(dues)
    assert {due["code"] for due in office("deadlines", "--unit", "phòng tccb")} == {"1.3"}
    assert office("deadline", "1.1", "30/6/2023", "2023-12-20")["deadlines"] == ["2023-06-30", "2023-12-20"]
    assert [due["due"] for due in office("deadlines") if due["code"] == "1.1"] == ["2023-06-30", "2023-12-20"]
    assert office("deadline", "1.1")["deadlines"] == ["2023-12-31"]
    assert office("deadline", "1.1", "mai", status=1)["error"] == "date_unreadable"


def test_the_preflight_says_what_is_wrong_and_where(office: Run, report: str) -> None:
    office("link", report, "1.1", "--pages", "90")
    found = office("preflight", "--on", "2023-06-20", status=3)
    assert {(one["criterion"], one["code"], one["severity"]) for one in found} == {
        ("1.1", "pages_beyond", "error"),
        ("1.1", "unchecked", "notice"),
        ("1.2", "no_evidence", "error"),
        ("1.3", "no_evidence", "warning"),
    }
    beyond = next(one for one in found if one["code"] == "pages_beyond")
    assert beyond["document"] == report
    assert "90" in beyond["message"]
    english = office("preflight", "--on", "2023-06-20", "--language", "en", status=3)
    assert [one["code"] for one in english] == [one["code"] for one in found]
    assert not {one["message"] for one in english} & {one["message"] for one in found}
    for code in ("1.2", "1.3"):
        office("assess", code, "--explanation", "Chưa đến kỳ")
    office("unlink", report, "1.1")
    office("assess", "1.1", "--explanation", "Chưa đến kỳ")
    assert office("preflight", "--on", "2023-06-20") == []


def test_last_year_and_what_stands_in_the_way(office: Run, tmp_path: Path) -> None:
    judged = office("assess", "1.1", "--last-result", "partly", "--last-lost", "0,5")
    assert (judged["last_result"], judged["last_lost"], judged["fell_short"]) == ("partly", 0.5, True)
    assert "remedy_missing" in [one["code"] for one in office("preflight", status=3)]
    office("assess", "1.1", "--remedy", "Làm sớm hơn")
    assert "remedy_missing" not in [one["code"] for one in office("preflight", status=3)]
    assert not office("assess", "1.1", "--last-result", "", "--last-lost", "")["fell_short"]
    proposal = office("obstacle", "proposal", "Cấp thêm kinh phí", "--criterion", "1.1")
    difficulty = office("obstacle", "difficulty", "Thiếu người", "--unit", "Phòng TCCB")
    assert (proposal["criterion"], proposal["unit"], difficulty["criterion"]) == ("1.1", "Văn phòng Sở", None)
    report = tmp_path / "bao-cao.docx"
    assert office("obstacles", "--docx", str(report)) == [difficulty, proposal]
    assert report.is_file()
    assert office("obstacle", "wish", "x", status=1)["error"] == "obstacle_kind_unknown"


POINTED = """Bộ tiêu chí Chỉ số cải cách hành chính năm 2023

STT\tTiêu chí\tĐiểm tối đa\tPhòng chủ trì\tĐiểm tự đánh giá
1\tCÔNG TÁC CHỈ ĐẠO\t3,5\t\t
1.1\tThực hiện kế hoạch\t1,5\tVăn phòng Sở\t1
1.2\tBáo cáo định kỳ\t2\tVăn phòng Sở\t
"""


def test_points_of_a_catalogue_that_has_them(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "Bộ tiêu chí.txt").write_text(POINTED, encoding="utf-8")
    cli("init", tmp_path / "Dữ liệu", "--plan", tmp_path / "Bộ tiêu chí.txt")

    def call(*arguments: object, status: int = 0) -> Any:
        return cli("--workspace", tmp_path / "Dữ liệu", *arguments, status=status)

    assert [one["max_points"] for one in call("criteria")] == [3.5, 1.5, 2]
    assert call("coverage")["points"]["max_points"] == 3.5
    judged = call("assess", "1.2", "--self-score", "1,5", "--appraised-score", "1", "--score-reason", "Thiếu một kỳ")
    assert (judged["self_score"], judged["appraised_score"], judged["points"]) == (1.5, 1, 1)
    call("assess", "1.2", "--round", 2, "--score-explanation", "Đã gửi bổ sung", "--appraised-score", "1,5")
    found = call("points", "--if", "1.1")
    assert (found["max_points"], found["points"], found["if"]["points"]) == (3.5, 1.5, 3)
    assert [(one["code"], one["points"], one["scored"]) for one in found["fields"]] == [("1", 1.5, 1)]
    assert [one["round"] for one in found["rows"][2]["rounds"]] == [1, 2]
    assert call("assess", "1.1", "--self-score", 2, status=1)["error"] == "points_above"
    assert call("assess", "1.1", "--self-score", "nan", status=1)["error"] == "points_wrong"
    found = {one["code"] for one in call("preflight", status=3)}
    assert "points_without_evidence" in found


def test_without_points_nothing_speaks_of_them(office: Run) -> None:
    assert office("points", status=1)["error"] == "catalogue_without_points"
    assert "points" not in office("coverage")
    assert all("max_points" not in one for one in office("criteria"))


def test_codes_are_renumbered_after_a_look(office: Run, report: str, tmp_path: Path) -> None:
    office("link", report, "1.1")
    assert [(one["code"], one["printed_at"]) for one in office("codes")] == [("1.1-01", None)]
    looked = office("codes", "--renumber", "--pattern", "MC.{criterion}.{number:02}", "--dry-run")
    assert [(one["old"], one["new"]) for one in looked["changes"]] == [("1.1-01", "MC.1.1.01")]
    assert office("codes")[0]["code"] == "1.1-01"
    assert office("codes", "--renumber", "--pattern", "MC.{criterion}.{number:02}")["done"]
    assert office("codes")[0]["code"] == "MC.1.1.01"
    office("dossier", tmp_path / "hồ sơ.pdf")
    assert office("codes", "--renumber")["frozen"] == ["MC.1.1.01"]
    assert office("codes", "--pattern", "x", status=2)["error"] == "usage"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["link"], "Dùng sai lệnh: Thiếu DOCUMENT. Gõ --help để xem cách dùng."),
        (["reject", "a", "1.1"], "Dùng sai lệnh: Thiếu --reason. Gõ --help để xem cách dùng."),
        (
            ["link", "a", "1.1", "--nonsense"],
            "Dùng sai lệnh: Không có tuỳ chọn --nonsense. Gõ --help để xem cách dùng.",
        ),
        (["suggest", "a", "--limit", "0"], "Dùng sai lệnh: Giá trị của --limit chưa đúng. Gõ --help để xem cách dùng."),
        (["assess", "1.1", "--state"], "Dùng sai lệnh: Thiếu giá trị của --state. Gõ --help để xem cách dùng."),
        (["seals", "x"], "Dùng sai lệnh: Thừa: x. Gõ --help để xem cách dùng."),
        (["nonsense"], "Dùng sai lệnh: Không có lệnh nonsense. Gõ --help để xem cách dùng."),
        (["documnts"], "Dùng sai lệnh: Không có lệnh documnts. Gõ --help để xem cách dùng."),
        (["it's"], "Dùng sai lệnh: Không có lệnh it's. Gõ --help để xem cách dùng."),
        (
            ["assess", "1.1", "--self-score", "abc"],
            "Dùng sai lệnh: --self-score: Hãy gõ một con số. Gõ --help để xem cách dùng.",
        ),
    ],
)
def test_wrong_arguments_are_named_in_plain_words(office: Run, arguments: list[str], words: str) -> None:
    assert office(*arguments, status=2) == {"error": "usage", "message": words}

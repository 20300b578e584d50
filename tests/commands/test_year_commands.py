"""The next year by command line."""

from pathlib import Path

import pytest

from core.demo.sheet import write_pdf
from tests.commands.conftest import Run, paper


@pytest.fixture
def report(office: Run, tmp_path: Path) -> str:
    write_pdf(paper("512-BC"), tmp_path / "Báo cáo quý I.pdf")
    (added,) = office("add", tmp_path / "Báo cáo quý I.pdf", "--to", "1.1")
    return added["document"]


def test_the_next_year_begins_with_proposals_and_both_stay_open(office: Run, report: str) -> None:
    office("assess", "1.1", "--state", "checked", "--result", "partly", "--explanation", "Vì …")
    planned = office("next-year", "--dry-run")
    assert (planned["dry_run"], planned["year"], planned["appraisal"], planned["new"]) == (True, 2024, None, [])
    (match,) = [one for one in planned["matches"] if one["code"] == "1.1"]
    assert (match["to"], match["how"], match["evidence"], match["standing"]) == ("1.1", "same", 1, 0)
    assert office("next-year", "--year", "99999", "--dry-run", status=2)["error"] == "usage"
    made = office("next-year", "--match", "1.1=1.2")
    assert (made["proposed"], made["left"]) == (1, 0)
    assert [(one["year"], one["current"]) for one in office("appraisals")] == [(2024, True), (2023, False)]
    assert office("coverage", "--on", "2024-01-02")["complete"] == 0
    (proposed,) = office("proposals")
    assert (proposed["criterion"], proposed["document"], proposed["evidence_code"]) == ("1.2", report, "")
    (accepted,) = office("proposals", "--accept", "--criterion", "1.2")
    assert (accepted["state"], accepted["evidence_code"]) == ("accepted", "1.2-01")
    old = {one["code"]: one for one in office("--appraisal", "2023", "criteria")}
    assert (old["1.1"]["state"], old["1.1"]["evidence_codes"]) == ("checked", ["1.1-01"])
    new = {one["code"]: one for one in office("criteria")}
    assert (new["1.1"]["state"], new["1.2"]["evidence_codes"]) == ("untouched", ["1.2-01"])
    assert new["1.2"]["last_result"] == "partly"
    assert [one["current"] for one in office("appraisals", "--use", "2023")] == [False, True]
    assert office("--appraisal", "2031", "criteria", status=1)["error"] == "appraisal_unknown"


def test_points_above_a_corrected_maximum_are_said(office: Run, plan: Path) -> None:
    head, *rows = (line for line in plan.read_text(encoding="utf-8").splitlines() if "\t" in line)
    (first,) = [row for row in rows if row.startswith("1.1")]

    def corrected(points: str) -> Path:
        lines = [f"{line}\t{points if line == first else ''}" for line in rows]
        plan.write_text("\n".join(["Kế hoạch năm 2023", "", f"{head}\tĐiểm tối đa", *lines]), encoding="utf-8")
        return plan

    office("update-catalogue", corrected("2"))
    office("assess", "1.1", "--self-score", "2")
    assert office("assess", "1.1", "--max-points", "1", status=1)["error"] == "points_given"
    done = office("update-catalogue", corrected("1,5"))
    assert [(one["code"], one["fields"], one["given"]) for one in done["changes"] if one["fields"]] == [
        ("1.1", ["max_points"], 2)
    ]
    (found,) = [one for one in office("preflight", status=3) if one["code"] == "points_above"]
    assert (found["criterion"], found["severity"]) == ("1.1", "error")


def test_a_corrected_plan_is_seen_before_it_changes_anything(office: Run, report: str, plan: Path) -> None:
    office("link", report, "1.3")
    words = plan.read_text(encoding="utf-8").replace(
        "1.3\tTuyên truyền: (1) Tổ chức hội nghị; (2) Đăng tải", "1.5\tViệc mới"
    )
    plan.write_text(words, encoding="utf-8")
    seen = office("update-catalogue", plan, "--dry-run")
    assert (seen["new"], seen["set_aside"], seen["removed"], seen["same"]) == (1, 1, 0, 4)
    assert [one["code"] for one in office("criteria")] == ["1", "1.1", "1.2", "1.3", "1.4"]
    done = office("update-catalogue", plan)
    (gone,) = [one for one in done["changes"] if one["kind"] == "set_aside"]
    assert (gone["old_code"], gone["code"], gone["evidence"]) == ("1.3", None, 1)
    found = {one["code"]: one for one in office("criteria")}
    assert list(found) == ["1", "1.1", "1.2", "1.5", "1.4", "CX", "1.3 (cũ)"]
    assert found["1.3 (cũ)"]["evidence_codes"] == ["1.1-01"]
    assert office("coverage")["criteria"] == 4

"""What an inspector would find wrong: each kind once, and nothing where all is well."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from core.catalogue.criteria import Criteria
from core.catalogue.slots import Slots
from core.database.engine import Database
from core.evidence.codes import Codes
from core.evidence.coverage import coverage
from core.evidence.judgements import Judgements
from core.evidence.links import Links
from core.evidence.points import scored
from core.evidence.preflight import Finding, Inspected, preflight
from core.evidence.scores import Scores
from core.journal import Journal
from core.library.records import Document
from core.library.relations import Relation
from core.reading.description import Description

Make = Callable[..., str]
ON = date(2023, 11, 20)
GOOD: dict[str, Any] = {
    "number": "12",
    "notation": "QĐ-SGD&ĐT",
    "type": "Quyết định",
    "issued_on": date(2023, 5, 4),
    "subject": "Về việc kiểm tra",
}


class Office:
    """A clerk's way to evidence, and the inspector's look at it."""

    def __init__(self, criteria: Criteria, links: Links, codes: Codes, database: Database, journal: Journal) -> None:
        self.criteria, self.links, self.codes = criteria, links, codes
        self.judgements, self.slots = Judgements(database, journal), Slots(database, journal)
        self.scores = Scores(database, journal)
        self.documents: dict[str, Document] = {}
        self.broken: dict[str, Any] = {}
        self.relations: list[Relation] = []
        self.decided: set[frozenset[str]] = set()

    def inspect(self, code: str | None = None, on: date = ON) -> list[Finding]:
        """All findings, or those of one criterion, but for those that only say that something is not there yet."""
        evidence = self.links.all()
        found = preflight(
            Inspected(
                self.criteria.appraisal(),
                coverage(self.criteria.tree(), evidence, on),
                evidence,
                self.documents,
                self.codes.printed(),
                self.broken,
                on,
                self.decided,
                scored(self.criteria.tree()),
                self.relations,
            )
        )
        key = self.criteria.get(code).id if code else None
        return [one for one in found if key in (None, one.criterion_id)]

    def codes_found(self, code: str) -> list[str]:
        return [one.code for one in self.inspect(code)]


@pytest.fixture
def office(made: Criteria, links: Links, codes: Codes, database: Database, journal: Journal) -> Office:
    return Office(made, links, codes, database, journal)


@pytest.fixture
def prove(office: Office, document: Make) -> Callable[..., str]:
    """Links a checked document of two pages; returns its id."""

    def link(code: str = "1.3", pages: str = "", checked: bool = True, **facts: Any) -> str:
        about = {**GOOD, **{name: value for name, value in facts.items() if hasattr(Description(), name)}}
        key = document(**about)
        rest = {name: value for name, value in facts.items() if name not in about}
        whole = Document(key, key, "a.pdf", 1, "application/pdf", 2, Description(**about), "ok", (), NOW, "lan")
        office.documents[key] = replace(whole, **rest)
        evidence = office.links.link(key, office.criteria.get(code).id, pages=pages)
        if checked:
            office.judgements.check(evidence.id)
        return key

    return link


NOW = datetime(2023, 5, 5, tzinfo=UTC)
Prove = Callable[..., str]


def test_where_all_is_well_nothing_is_found(office: Office, prove: Prove) -> None:
    prove()
    assert office.inspect("1.3") == []


def test_what_is_missing_asks_for_an_explanation(office: Office) -> None:
    found = {office.criteria.get(one.criterion_id or "").code: one for one in office.inspect()}
    assert {code: (one.code, one.severity) for code, one in found.items()} == {
        "1.1": ("no_evidence", "warning"),  # there is time until the end of the year
        "1.2": ("no_evidence", "error"),
        "1.3": ("no_evidence", "error"),  # no date says that there is time
        "2.2": ("no_evidence", "error"),
    }
    office.judgements.assess(office.criteria.get("1.3").id, explanation="Năm nay không có đợt kiểm tra.")
    office.criteria.assign(office.criteria.get("2").id, "not_assigned")
    assert len(office.inspect()) == 2


def test_a_result_that_is_not_met_asks_for_an_explanation_of_a_survey_too(office: Office, prove: Prove) -> None:
    prove()
    for code, result in (("1.3", "partly"), ("2.1", "not_met")):
        key = office.criteria.get(code).id
        office.judgements.assess(key, result=result)  # type: ignore[arg-type]
        assert office.codes_found(code) == ["explanation_missing"]
        office.judgements.assess(key, explanation="Vì …")
        assert office.codes_found(code) == []


def test_an_empty_slot_is_named(office: Office, prove: Prove) -> None:
    prove("1.2", type="Báo cáo", notation="BC-SGD&ĐT", issued_on=date(2023, 3, 20), subject="Báo cáo quý I")
    found = office.inspect("1.2")
    assert [(one.code, one.severity, one.facts["slot"]) for one in found] == [
        ("slot_empty", "error", "Quý II năm 2023"),
        ("slot_empty", "error", "Quý III năm 2023"),
        ("late", "warning", "Quý I năm 2023"),
        ("slot_empty", "warning", "Quý IV năm 2023"),
    ]
    assert found[2].facts["issued"] == "20/03/2023"


@pytest.mark.parametrize(
    ("facts", "code", "severity"),
    [
        ({"issued_on": date(2022, 5, 4)}, "wrong_year", "warning"),
        ({"issued_on": date(2024, 5, 4), "valid_to": date(2025, 12, 31)}, "wrong_year", "warning"),
        ({"issued_on": None}, "no_date", "warning"),
        ({"number": None}, "no_number", "warning"),
        ({"valid_to": date(2023, 6, 30)}, "expired", "error"),
        ({"problems": ("repaired", "encrypted")}, "unreadable", "error"),
        ({"problems": ("has_password",)}, "has_password", "warning"),
        ({"problems": ("low_resolution",)}, "low_resolution", "warning"),
        ({"pages": "1-3"}, "pages_beyond", "error"),
        ({"checked": False}, "unchecked", "notice"),
        ({"type": "Kế hoạch"}, "plan_without_report", "notice"),
    ],
)
def test_what_is_wrong_with_a_document(
    office: Office, prove: Prove, facts: dict[str, Any], code: str, severity: str
) -> None:
    key = prove(**facts)
    (found,) = office.inspect("1.3")
    assert (found.code, found.severity) == (code, severity)
    assert found.document_id in (key, None)
    assert found.facts["evidence"] == "1.3-01"


@pytest.mark.parametrize(
    "facts",
    [
        {"issued_on": date(2021, 11, 17), "valid_to": date(2025, 12, 31)},
        {"issued_on": date(2024, 1, 5), "subject": "Báo cáo tổng kết năm 2023"},
        {"valid_to": ON},
        {"number": None, "media_type": "image/jpeg"},
        {"number": None, "type": "Biên bản"},
        {"problems": ("repaired",)},
        {"pages": "1-2"},
    ],
)
def test_what_is_right_is_not_found_wrong(office: Office, prove: Prove, facts: dict[str, Any]) -> None:
    prove(**facts)
    assert office.inspect("1.3") == []


def test_a_plan_with_its_report(office: Office, prove: Prove) -> None:
    prove(type="Kế hoạch", number="3")
    prove(type="Báo cáo", number="4")
    assert office.inspect("1.3") == []


def test_the_same_number_with_other_bytes(office: Office, prove: Prove) -> None:
    pair = {prove(), prove(notation="QĐ-SGD&Đt")}
    prove(issued_on=date(2023, 1, 2), number="13")
    assert [(one.code, one.facts["evidence"], one.facts["others"]) for one in office.inspect("1.3")] == [
        ("same_symbol", "1.3-01", "1.3-02"),
        ("same_symbol", "1.3-02", "1.3-01"),
    ]
    office.decided = {frozenset(pair)}
    assert office.inspect("1.3") == []


@pytest.mark.parametrize("what", ["missing", "damaged"])
def test_a_file_that_is_gone_or_spoilt(office: Office, prove: Prove, what: str) -> None:
    office.broken[prove()] = what
    assert office.codes_found("1.3") == [f"file_{what}"]


def test_a_printed_code_without_its_evidence(office: Office, prove: Prove) -> None:
    prove()
    office.codes.mark_printed([prove(number="14")])
    assert office.inspect("1.3") == []
    office.links.unlink(office.links.all()[1].id)
    (found,) = office.inspect("1.3")
    assert (found.code, found.severity, found.facts) == ("printed_code_gone", "error", {"evidence": "1.3-02"})


def test_a_printed_code_whose_evidence_was_rejected_is_told_with_the_reason(office: Office, prove: Prove) -> None:
    prove()
    office.codes.mark_printed([prove(number="14")])
    office.judgements.reject(office.links.all()[1].id, "Sai năm")
    (found,) = office.inspect("1.3")
    facts = {"evidence": "1.3-02", "reason": "Sai năm"}
    assert (found.code, found.severity, found.facts) == ("printed_code_rejected", "notice", facts)


def test_a_percentage_has_to_be_entered_and_reached(office: Office, prove: Prove) -> None:
    prove()
    (slot,) = office.slots.add(office.criteria.get("1.3").id, "Hoàn thành 100%", target=100).slots
    assert office.codes_found("1.3") == ["percent_missing"]
    office.slots.edit(slot.id, reached=97.5)
    (found,) = office.inspect("1.3")
    assert (found.code, found.severity, found.facts["reached"]) == ("target_missed", "error", "97.5")
    office.judgements.assess(office.criteria.get("1.3").id, explanation="Hai hồ sơ còn trong hạn.")
    assert [one.severity for one in office.inspect("1.3")] == ["notice"]
    office.judgements.assess(office.criteria.get("1.3").id, result="met")
    assert [one.severity for one in office.inspect("1.3")] == ["error"]  # whatever is explained, that is not so
    office.slots.edit(slot.id, reached=100)
    assert office.inspect("1.3") == []


def test_points_that_were_taken_off_are_told_until_the_next_round(office: Office, prove: Prove) -> None:
    prove()
    key = office.criteria.get("1.3").id
    office.criteria.edit(key, max_points=2)
    office.scores.score(key, self_score=2)
    assert office.inspect("1.3") == []
    office.scores.score(key, appraised=1.5, reason="Thiếu biên bản")
    (found,) = office.inspect("1.3")
    assert (found.code, found.severity, found.facts) == ("points_lost", "warning", {"own": "2", "appraised": "1.5"})
    office.scores.score(key, explanation="Đã bổ sung")
    assert [one.severity for one in office.inspect("1.3")] == ["notice"]
    office.scores.score(key, 2, self_score=1.75)
    assert office.inspect("1.3") == []
    office.criteria.edit(office.criteria.get("1").id, max_points=5)
    (found,) = office.inspect("1")
    assert (found.code, found.severity, found.facts) == ("points_differ", "notice", {"stated": "5", "sum": "2"})


def test_what_comes_after_the_check_was_not_checked(office: Office, prove: Prove) -> None:
    prove()
    prove(number="14", checked=False)
    office.judgements.assess(office.criteria.get("1.3").id, state="checked")
    assert office.codes_found("1.3") == ["unchecked"]  # whoever checked the criterion saw it so
    office.judgements.check(office.links.all()[1].id)
    office.judgements.assess(office.criteria.get("1.3").id, state="checked")
    assert office.inspect("1.3") == []
    prove(number="15", checked=False)
    found = next(one for one in office.inspect("1.3") if one.code == "changed_after_check")
    assert (found.facts["evidence"], found.facts["by"]) == ("1.3-03", "Nguyễn Thị Hoa")
    office.judgements.check(office.links.all()[2].id)
    assert office.inspect("1.3") == []


def test_evidence_that_fills_no_slot(office: Office, prove: Prove) -> None:
    key = prove("1.1")
    unplaced = next(one for one in office.inspect("1.1") if one.code == "unplaced")
    assert (unplaced.document_id, unplaced.facts["evidence"]) == (key, "1.1-01")


def test_a_document_that_was_replaced(office: Office, prove: Prove) -> None:
    old, newer = prove(number="1"), prove("2.2", number="2")
    office.relations = [Relation(office.documents[newer], "replaces", office.documents[old])]
    (found,) = office.inspect("1.3")
    assert (found.code, found.severity, found.facts["newer"]) == ("superseded", "error", "2/QĐ-SGD&ĐT")
    office.judgements.check(office.links.link(newer, office.criteria.get("1.3").id).id)
    assert [(one.code, one.severity) for one in office.inspect("1.3")] == [("superseded", "notice")]


def test_a_plan_and_the_report_on_it(office: Office, prove: Prove) -> None:
    plan = prove(type="Kế hoạch", number="1")
    assert office.codes_found("1.3") == ["plan_without_report"]
    report = prove("2.2", type="Báo cáo", number="2")
    assert office.codes_found("1.3") == ["plan_without_report"]  # nobody says that it is on this plan
    office.relations = [Relation(office.documents[report], "reports_on", office.documents[plan])]
    assert office.codes_found("1.3") == []
    office.links.unlink(office.links.of_document(report)[0].id)
    assert office.codes_found("1.3") == ["report_not_linked"]

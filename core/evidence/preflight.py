"""What an inspector would find wrong. Pure: knows neither files nor the database."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from textwrap import shorten
from typing import Any, Literal

from core.catalogue.periods import period_named
from core.catalogue.records import Appraisal
from core.evidence.codes import PrintedCode
from core.evidence.points import Scored
from core.evidence.records import Coverage, Evidence, Place, Row
from core.library.records import Document
from core.library.relations import Relation, replaced_by
from core.reading.reading import LEAST_DPI, LOW_RESOLUTION, UNLOCKED
from core.text import fold

Severity = Literal["error", "warning", "notice"]
Broken = Literal["missing", "damaged"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "notice")
UNREADABLE = {"encrypted", "damaged", "empty", "timed_out", "crashed", "out_of_memory", "not_supported"}
WITHOUT_NUMBER = {"Biên bản"}
PLAN, REPORT = "Kế hoạch", "Báo cáo"
LONGEST_NAME = 80  # of a slot in a sentence


@dataclass(frozen=True)
class Finding:
    """`facts` fill the sentence that the front end says for `code`; `slot_id` is where it lies in the criterion."""

    code: str
    severity: Severity
    criterion_id: str | None = None
    document_id: str | None = None
    facts: Mapping[str, Any] = field(default_factory=dict[str, Any])
    slot_id: str | None = None


@dataclass(frozen=True)
class Inspected:
    """What is looked at. `documents`: those that are linked; `broken`: "missing" or "damaged" by document id;
    `printed`: codes that stand in a printed dossier; `decided`: pairs of documents with the same number on which
    somebody has decided.
    """

    appraisal: Appraisal
    standing: Coverage
    evidence: Sequence[Evidence]
    documents: Mapping[str, Document]
    printed: Sequence[PrintedCode]
    broken: Mapping[str, Broken]
    on: date
    decided: Collection[frozenset[str]] = frozenset()
    points: Scored | None = None
    relations: Sequence[Relation] = ()


def preflight(inspected: Inspected) -> tuple[Finding, ...]:
    """The gravest first, each kind in the order of the criteria; rejected evidence only where it was printed."""
    order = {criterion_id: place for place, criterion_id in enumerate(inspected.standing.work)}
    linked: dict[str, list[Evidence]] = {}
    proofs: dict[str, list[Evidence]] = {}
    for one in inspected.evidence:
        if one.counts:
            linked.setdefault(one.criterion_id, []).append(one)
            proofs.setdefault(one.document_id, []).append(one)
    found = [finding for row in inspected.standing.rows for finding in _of_row(row)]
    for criterion_id, of_one in linked.items():
        found += _of_evidence(criterion_id, of_one, inspected)
    found += _plans(linked, proofs, inspected.relations)
    newer = replaced_by(inspected.relations)
    for document_id, of_one in proofs.items():
        if document_id in newer:
            found += _superseded(of_one, newer[document_id], proofs.get(newer[document_id].id, ()))
        home = min((one.criterion_id for one in of_one), key=order.__getitem__)
        found += _of_document(inspected.documents[document_id], of_one, home, inspected)
    found += _same_symbols(inspected, proofs)
    found += _gone_codes(inspected, proofs)
    found += _wrong_points(inspected.points)
    last = len(order)
    return tuple(
        sorted(found, key=lambda one: (SEVERITIES.index(one.severity), order.get(one.criterion_id or "", last)))
    )


def _of_row(row: Row) -> Iterator[Finding]:
    criterion = row.criterion
    if criterion.counts_as == "not_assigned":
        return
    if criterion.result in ("partly", "not_met") and not criterion.explanation:
        yield Finding("explanation_missing", "error", criterion.id)
    if criterion.fell_short and not criterion.remedy:
        yield Finding("remedy_missing", "warning", criterion.id)
    yield from _of_points(row)
    if criterion.counts_as == "survey":
        return
    explained = bool(criterion.explanation)
    if row.state == "missing":
        if not explained:
            yield Finding("no_evidence", _gravity(row.overdue or row.due is None), criterion.id)
    else:
        for place in row.places:
            yield from _of_place(place, row, explained)
    for one in row.unplaced:
        yield Finding("unplaced", "warning", criterion.id, one.document_id, {"evidence": one.code})
    if criterion.state == "checked" and criterion.judged_at:
        later = [one for one in row.unchecked if one.changed_at and one.changed_at > criterion.judged_at]
        if later:
            facts = {"evidence": ", ".join(one.code for one in later), "by": criterion.judged_by or ""}
            yield Finding("changed_after_check", "warning", criterion.id, None, facts)


def _of_points(row: Row) -> Iterator[Finding]:
    criterion = row.criterion
    own, appraised = criterion.self_score, criterion.appraised
    if own and row.state == "missing" and not criterion.explanation:
        yield Finding("points_without_evidence", "warning", criterion.id, None, {"points": f"{own:g}"})
    if own is not None and appraised is not None and appraised < own and criterion.scores[-1].appraised is not None:
        severity = "notice" if criterion.scores[-1].explanation else "warning"
        facts = {"own": f"{own:g}", "appraised": f"{appraised:g}"}
        yield Finding("points_lost", severity, criterion.id, None, facts)


def _wrong_points(points: Scored | None) -> Iterator[Finding]:
    if points:
        for criterion_id, stated in points.differing.items():
            facts = {"stated": f"{stated:g}", "sum": f"{points.below[criterion_id].maximum:g}"}
            yield Finding("points_differ", "notice", criterion_id, None, facts)
        for criterion_id, (number, given) in points.exceeding.items():
            facts = {"points": f"{given:g}", "round": number, "maximum": f"{points.below[criterion_id].maximum:g}"}
            yield Finding("points_above", "error", criterion_id, None, facts)


def _of_place(place: Place, row: Row, explained: bool) -> Iterator[Finding]:
    slot, criterion = place.slot, row.criterion
    key = slot.id or None
    name = shorten(slot.text, LONGEST_NAME, placeholder="…") or (f"{slot.due:%d/%m/%Y}" if slot.due else "")
    if slot.number:
        name = f"({slot.number}) {name}"
    if place.state != "complete":
        severity = "notice" if explained else _gravity(place.overdue)
        facts = {"slot": name, "there": len(place.evidence), "wanted": slot.count}
        yield Finding("slot_empty", severity, criterion.id, None, facts, key)
    elif place.late and place.due:
        days = [one.paper.issued_on for one in place.evidence if one.paper.issued_on]
        facts = {"slot": name, "due": f"{place.due:%d/%m/%Y}", "issued": f"{max(days):%d/%m/%Y}"}
        document_id = place.evidence[-1].document_id
        yield Finding("late", "notice" if explained else "warning", criterion.id, document_id, facts, key)
    if slot.target and slot.reached is None:
        facts = {"slot": name, "target": f"{slot.target:g}"}
        yield Finding("percent_missing", "notice", criterion.id, None, facts, key)
    elif slot.target and slot.reached is not None and slot.reached < slot.target:
        facts = {"slot": name, "target": f"{slot.target:g}", "reached": f"{slot.reached:g}"}
        is_grave = criterion.result == "met" or not explained
        yield Finding("target_missed", "error" if is_grave else "notice", criterion.id, None, facts, key)


def _of_evidence(criterion_id: str, linked: Sequence[Evidence], inspected: Inspected) -> Iterator[Finding]:
    if unchecked := [one for one in linked if one.state == "accepted"]:
        facts = {"count": len(unchecked), "evidence": ", ".join(dict.fromkeys(one.code for one in unchecked))}
        yield Finding("unchecked", "notice", criterion_id, None, facts)
    for one in linked:
        pages = inspected.documents[one.document_id].pages
        last = max(map(int, re.findall(r"\d+", one.pages)), default=0)
        if pages is not None and last > pages:
            facts = {"evidence": one.code, "cited": one.pages, "pages": pages}
            yield Finding("pages_beyond", "error", criterion_id, one.document_id, facts)
        revised_at = inspected.documents[one.document_id].revised_at
        if one.state == "checked" and one.judged_at and revised_at and revised_at > one.judged_at:
            facts = {"evidence": one.code, "by": one.judged_by or "", "day": f"{revised_at.astimezone():%d/%m/%Y}"}
            yield Finding("revised_after_check", "warning", criterion_id, one.document_id, facts)


def _plans(
    linked: Mapping[str, Sequence[Evidence]], proofs: Mapping[str, Sequence[Evidence]], relations: Sequence[Relation]
) -> Iterator[Finding]:
    """Plans of which nothing is told: no report that is known to be on them, and none beside them."""
    reports: dict[str, list[Document]] = {}
    for one in relations:
        if one.kind == "reports_on":
            reports.setdefault(one.other.id, []).append(one.document)
    for criterion_id, of_one in linked.items():
        types = {one.paper.type: one for one in of_one}
        plan = types.get(PLAN)
        if plan is None or REPORT in types:
            continue
        known = reports.get(plan.document_id, [])
        if not known:
            yield Finding("plan_without_report", "notice", criterion_id, plan.document_id, {"evidence": plan.code})
        elif not any(report.id in proofs for report in known):
            facts = {"evidence": plan.code, "report": known[0].description.symbol or known[0].name}
            yield Finding("report_not_linked", "warning", criterion_id, known[0].id, facts)


def _superseded(old: Sequence[Evidence], newer: Document, proofs: Sequence[Evidence]) -> Iterator[Finding]:
    """Beside the paper that replaced it, an old one only tells how it was before."""
    there = {one.criterion_id for one in proofs}
    for one in old:
        facts = {"evidence": one.code, "newer": newer.description.symbol or newer.name}
        severity = "notice" if one.criterion_id in there else "error"
        yield Finding("superseded", severity, one.criterion_id, one.document_id, facts)


def _of_document(document: Document, proofs: Sequence[Evidence], home: str, inspected: Inspected) -> Iterator[Finding]:
    about = document.description
    facts: dict[str, Any] = {"evidence": proofs[0].code, "name": about.subject or document.name}

    def found(code: str, severity: Severity, **more: Any) -> Finding:
        return Finding(code, severity, home, document.id, {**facts, **more})

    if broken := inspected.broken.get(document.id):
        yield found(f"file_{broken}", "error")
    if unreadable := next((problem for problem in document.problems if problem in UNREADABLE), None):
        yield found("unreadable", "error", reason=unreadable)
    if LOW_RESOLUTION in document.problems:
        yield found(LOW_RESOLUTION, "warning", least=LEAST_DPI)
    if UNLOCKED in document.problems:
        yield found("has_password", "warning")
    if about.valid_to and about.valid_to < inspected.on:
        yield found("expired", "error", day=f"{about.valid_to:%d/%m/%Y}")
    if about.issued_on is None:
        yield found("no_date", "warning")
    elif year := _wrong_year(document, inspected.appraisal.year):
        yield found("wrong_year", "warning", year=year, wanted=inspected.appraisal.year)
    if about.number is None and _wants_number(document):
        yield found("no_number", "warning")


def _wrong_year(document: Document, wanted: int | None) -> int | None:
    """The year that the document is of, where that is not the appraisal's. What is said to be valid in that year, and a
    report on it that came out after its end, is right.
    """
    about = document.description
    if wanted is None or about.issued_on is None or about.issued_on.year == wanted:
        return None
    period = period_named(about.subject or "", about.issued_on)
    stands = about.valid_to is not None and about.issued_on.year < wanted <= about.valid_to.year
    return None if stands or (period and period.year == wanted) else about.issued_on.year


def _wants_number(document: Document) -> bool:
    """Photos, spreadsheets and minutes carry none."""
    is_paper = not document.media_type.startswith("image/") and "sheet" not in document.media_type
    return is_paper and document.description.type not in WITHOUT_NUMBER


def _same_symbols(inspected: Inspected, proofs: Mapping[str, Sequence[Evidence]]) -> Iterator[Finding]:
    """Number, notation, issuer and year together occur once (Nghị định 30/2020/NĐ-CP, Appendix VI).

    Where they do not, a person may have decided what the documents are to each other.
    """
    by_symbol: dict[tuple[object, ...], list[Document]] = {}
    for document in inspected.documents.values():
        about = document.description
        if about.number and about.notation:
            year = about.issued_on.year if about.issued_on else None
            key = (fold(about.number), fold(about.notation), fold(about.issuer or ""), year)
            by_symbol.setdefault(key, []).append(document)
    for same in by_symbol.values():
        codes = {document.id: proofs[document.id][0] for document in same if document.id in proofs}
        for document_id, proof in codes.items():
            known = {other for other in codes if {document_id, other} in inspected.decided}
            others = [one.code for other, one in codes.items() if other not in {document_id, *known}]
            if others:
                facts = {"evidence": proof.code, "others": ", ".join(others)}
                yield Finding("same_symbol", "warning", proof.criterion_id, document_id, facts)


def _gone_codes(inspected: Inspected, proofs: Mapping[str, Sequence[Evidence]]) -> Iterator[Finding]:
    """What was rejected, the next dossier lists with its reason; of the rest nobody is told where it went."""
    reasons = {one.document_id: one.reason or "" for one in inspected.evidence if one.state == "rejected"}
    for one in inspected.printed:
        if one.document_id in proofs:
            continue
        facts, where = {"evidence": one.code}, (one.criterion_id, one.document_id)
        if one.document_id in reasons:
            facts["reason"] = reasons[one.document_id]
            yield Finding("printed_code_rejected", "notice", *where, facts)
        else:
            yield Finding("printed_code_gone", "error", *where, facts)


def _gravity(is_grave: bool) -> Severity:
    return "error" if is_grave else "warning"

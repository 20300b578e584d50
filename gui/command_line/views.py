"""Records as the JSON that scripts read. The keys are a contract."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.reading.sources import to_json
from gui.messages import reason

if TYPE_CHECKING:
    from core.catalogue.records import Criterion, Slot
    from core.catalogue.units import Unit
    from core.evidence.agenda import Due
    from core.evidence.obstacles import Obstacle
    from core.evidence.points import Points, Scored
    from core.evidence.preflight import Finding
    from core.evidence.records import Coverage, Evidence, Place, Row, Totals
    from core.evidence.reminders import Reminder, Wanted
    from core.evidence.suggest import Suggestion
    from core.intake.records import Arrival, Passed
    from core.journal import Entry
    from core.library.records import Document, Hit, Revision
    from core.library.relations import Relation
    from core.library.twins import Twin
    from core.reading.reading import Reading

Json = dict[str, Any]


def arrival(record: Arrival, suggestions: Iterable[Suggestion] = ()) -> Json:
    return {
        "id": record.id,
        "path": record.path,
        "name": record.name,
        "document": record.document_id,
        "size": record.size,
        "sha256": record.sha256,
        "media_type": record.media_type,
        "pages": record.pages,
        "description": record.description.to_json(),
        "description_sources": to_json(record.sources),
        "problems": list(record.problems),
        "suggestions": list(map(suggestion, suggestions)),
        "duplicate_of": record.duplicate_of,
        "revision_of": record.revision_of,
        "superseded_by": record.superseded_by,
        "set": record.set_id,
        "entries": record.entries,
        "state": record.state,
        "reason": record.reason,
        "arrived_at": record.arrived_at.isoformat(),
    }


def suggestion(record: Suggestion) -> Json:
    """`why` is for people; `reasons` are the same with their facts apart."""
    return {
        "code": record.code,
        "title": record.title,
        "score": record.score,
        "why": "; ".join(reason(one.code, one.facts) for one in record.reasons),
        "reasons": [{"reason": one.code, **one.facts} for one in record.reasons],
    }


def passed(record: Passed) -> Json:
    return {"path": record.path, "reason": record.reason}


def criterion(record: Criterion, parent: str | None, standing: Coverage, codes: list[str]) -> Json:
    """`parent` is a code; `codes` are the evidence codes of the documents linked to it."""
    places = next((row.places for row in standing.rows if row.criterion.id == record.id), ())
    by_slot = {place.slot.id: place for place in places}
    found = {
        "code": record.code,
        "level": record.level,
        "parent": parent,
        "title": record.title,
        "text": record.text,
        "requirements": [{"number": item.number, "text": item.text} for item in record.requirements],
        "slots": [slot(item, by_slot.get(item.id)) for item in record.slots],
        "lead_unit": record.lead_unit,
        "coordinating_units": list(record.coordinating_units),
        "deadline_text": record.deadline_text,
        "deadlines": [day.isoformat() for day in record.deadlines],
        "assessed_by": record.assessed_by,
        "counts_as": record.counts_as,
        "coverage": standing.states[record.id],
        "state": standing.work[record.id],
        "result": record.result,
        "explanation": record.explanation,
        "judged_at": _day(record.judged_at),
        "judged_by": record.judged_by,
        "last_result": record.last_result,
        "last_lost": record.last_lost,
        "remedy": record.remedy,
        "fell_short": record.fell_short,
        "evidence": len(codes),
        "evidence_codes": codes,
    }
    return found if record.max_points is None else found | score(record)


def score(record: Criterion) -> Json:
    """Only of criteria that have points."""
    return {
        "max_points": record.max_points,
        "self_score": record.self_score,
        "appraised_score": record.appraised,
        "points": record.points,
        "rounds": [
            {
                "round": one.round,
                "self_score": one.self_score,
                "appraised_score": one.appraised,
                "explanation": one.explanation,
                "reason": one.reason,
            }
            for one in record.scores
        ],
    }


def points(record: Points) -> Json:
    return {
        "max_points": record.maximum,
        "self_score": record.self_score,
        "appraised_score": record.appraised,
        "points": record.points,
        "criteria": record.criteria,
        "scored": record.scored,
        "appraised": record.appraised_criteria,
    }


def slot(record: Slot, place: Place | None) -> Json:
    """`place` is None where no documents are asked for."""
    return {
        "id": record.id,
        "number": record.number,
        "text": record.text,
        "period": str(record.period) if record.period else None,
        "due": _day(record.due),
        "count": record.count,
        "target": record.target,
        "reached": record.reached,
        "state": place.state if place else None,
        "late": bool(place and place.late),
        "evidence_codes": [one.code for one in place.evidence] if place else [],
    }


def document(record: Document, codes: list[str]) -> Json:
    return {
        "id": record.id,
        "sha256": record.sha256,
        "name": record.name,
        "size": record.size,
        "media_type": record.media_type,
        "pages": record.pages,
        "description": record.description.to_json(),
        "description_sources": to_json(record.sources),
        "evidence_codes": codes,
        "text": record.text,
        "problems": list(record.problems),
        "added_at": record.added_at.isoformat(),
        "added_by": record.added_by,
        "revision": record.revision,
    }


def revision(record: Revision) -> Json:
    return {**vars(record), "added_at": record.added_at.isoformat()}


def relation(record: Relation) -> Json:
    return {"document": record.document.id, "kind": record.kind, "other": record.other.id}


def twin(record: Twin) -> Json:
    """What is known of another document with the same number."""
    return {
        "document": record.document.id,
        "name": record.document.name,
        "kind": record.kind,
        "is_later": record.is_later,
    }


def evidence(record: Evidence, criterion_code: str) -> Json:
    return {
        "id": record.id,
        "evidence_code": record.code,
        "criterion": criterion_code,
        "document": record.document_id,
        "requirement": record.requirement,
        "slot": record.slot,
        "pages": record.pages,
        "note": record.note,
        "state": record.state,
        "reason": record.reason,
        "judged_at": _day(record.judged_at),
        "judged_by": record.judged_by,
    }


def reading(record: Reading) -> Json:
    return {
        "media_type": record.media_type,
        "pages": record.pages,
        "text": record.text,
        "text_source": {"ok": "text", "ocr": "ocr"}.get(record.text_source, "none"),
        "description": record.description.to_json(),
        "description_sources": to_json(record.sources),
        "signatures": list(record.signatures),
        "problems": list(record.problems),
    }


def hit(record: Hit) -> Json:
    return {
        "document": record.document.id,
        "name": record.document.name,
        "snippet": record.snippet,
        "score": record.score,
        "description": record.document.description.to_json(),
    }


def totals(record: Totals) -> Json:
    return dict(vars(record))


def row(record: Row) -> Json:
    return {
        "code": record.criterion.code,
        "title": record.criterion.title,
        "lead_unit": record.criterion.lead_unit,
        "state": record.state,
        "evidence": record.evidence,
        "wanting": list(record.wanting),
        "slots": [slot(place.slot, place) for place in record.places],
        "unplaced": [one.code for one in record.unplaced],
        "due": _day(record.due),
        "overdue": record.overdue,
    }


def due(record: Due) -> Json:
    return {
        "code": record.row.criterion.code,
        "title": record.row.criterion.title,
        "lead_unit": record.row.criterion.lead_unit,
        "what": record.what,
        "due": _day(record.day),
        "days": record.days,
        "state": record.state,
        "late": record.late,
        "undated": record.undated,
        "deadline_text": record.row.criterion.deadline_text,
    }


def obstacle(record: Obstacle, codes: Mapping[str, str]) -> Json:
    """`codes` by criterion id."""
    return {
        "id": record.id,
        "kind": record.kind,
        "criterion": codes.get(record.criterion_id or ""),
        "unit": record.unit,
        "text": record.text,
        "changed_at": record.changed_at.isoformat(),
        "changed_by": record.changed_by,
        "resolved_at": record.resolved_at.isoformat() if record.resolved_at else None,
    }


def unit(record: Unit, codes: Mapping[str, str]) -> Json:
    """`codes` by criterion id."""
    return {
        "name": record.name,
        "is_office": record.is_office,
        "people": [dict(vars(person)) for person in record.people],
        "note": record.note,
        "leads": [codes[key] for key in record.leads],
        "coordinates": [codes[key] for key in record.coordinates],
    }


def wanted(record: Wanted) -> Json:
    return {
        "code": record.criterion.code,
        "title": record.criterion.title,
        "slots": [slot(place.slot, place) for place in record.places],
        "explanation": record.wants_explanation,
        "due": _day(record.day),
        "days": record.days,
        "state": record.state,
    }


def reminder(record: Reminder, path: Path) -> Json:
    return {
        "unit": record.unit.name,
        "path": str(path),
        "leads": record.leads,
        "open": record.open,
        "overdue": record.overdue,
        "rows": [wanted(one) for one in record.wanted],
    }


def finding(record: Finding, codes: Mapping[str, str], message: str) -> Json:
    """`codes` by criterion id."""
    return {
        "code": record.code,
        "severity": record.severity,
        "criterion": codes.get(record.criterion_id or ""),
        "document": record.document_id,
        "message": message,
    }


def coverage(record: Coverage, codes: Mapping[str, str], points_of: Scored | None = None) -> Json:
    """`codes` by criterion id; `points_of` where the catalogue has points."""
    in_points = {"points": points(points_of.total)} if points_of else {}
    return {
        **in_points,
        **totals(record.totals),
        "rows": [row(item) for item in record.rows],
        "units": [{"unit": unit or None, **totals(item)} for unit, item in record.units.items()],
        "fields": [{"code": codes[key], **totals(item)} for key, item in record.fields.items()],
        "deadlines": [{"date": _day(day), **totals(item)} for day, item in record.deadlines.items()],
    }


def entry(record: Entry) -> Json:
    return {
        "at": record.at.isoformat(),
        "actor": record.actor,
        "action": record.action,
        "subject": record.subject,
        "before": record.before,
        "after": record.after,
    }


def _day(day: date | datetime | None) -> str | None:
    return day.isoformat() if day else None

"""Appraisals, and the way from one to the next, as the JSON that scripts read. The keys are a contract."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from gui.command_line.views import Json

if TYPE_CHECKING:
    from core.catalogue.records import Appraisal
    from core.evidence.catalogue_update import UpdatePlan
    from core.evidence.next_year import Carried, NextYearPlan, Proposal
    from core.evidence.records import Evidence


def appraisal(record: Appraisal, current: Appraisal) -> Json:
    return {**vars(record), "current": record.id == current.id}


def next_year(planned: NextYearPlan, chosen: Mapping[str, str | None], made: Carried | None) -> Json:
    matches = [
        {
            "code": one.criterion.code,
            "title": one.criterion.title,
            "to": chosen.get(one.criterion.id, one.match.code if one.match else None),
            "how": "chosen" if one.criterion.id in chosen else one.match.how if one.match else None,
            "likeness": one.match.likeness if one.match else None,
            "evidence": len(one.evidence),
            "standing": len(one.standing),
        }
        for one in planned.carries
    ]
    return {
        "appraisal": made.appraisal.id if made else None,
        "dry_run": made is None,
        "title": planned.draft.title,
        "year": planned.draft.year,
        "criteria": len(planned.draft.criteria),
        "proposed": made.proposed if made else 0,
        "standing": made.standing if made else 0,
        "left": made.left if made else 0,
        "obstacles": made.obstacles if made else len(planned.obstacles),
        "matches": matches,
        "new": list(planned.new),
    }


def proposal(record: Proposal, link: Evidence, codes: Mapping[str, str]) -> Json:
    return {
        "criterion": codes[link.criterion_id],
        "evidence_code": link.code,
        "document": record.document.id,
        "name": record.document.name,
        "description": record.document.description.to_json(),
        "state": link.state,
        "standing": record.standing,
    }


def update(plan: UpdatePlan, *, dry_run: bool) -> Json:
    changes = [
        {
            "kind": one.kind,
            "code": one.new.code if one.new else None,
            "old_code": one.old.code if one.old else None,
            "title": one.new.title if one.new else one.old.title if one.old else "",
            "fields": list(one.fields),
            "evidence": one.evidence,
            "loosened": one.loosened,
            "given": one.given,
        }
        for one in plan.changes
    ]
    kinds = ("new", "changed", "same", "set_aside", "removed")
    return {"dry_run": dry_run, **{kind: plan.count(kind) for kind in kinds}, "changes": changes}

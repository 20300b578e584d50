"""What is otherwise than it was when a dossier was sealed. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from core.catalogue.records import Criterion
from core.dossier.records import Material
from core.evidence.records import Evidence
from core.library.records import Document

ChangeKind = Literal[
    "criterion_added",
    "criterion_removed",
    "criterion_edited",
    "coverage",
    "result",
    "explanation",
    "points",
    "evidence_added",
    "evidence_removed",
    "evidence_rejected",
    "evidence_edited",
    "document_revised",
    "document_described",
]
KINDS: tuple[ChangeKind, ...] = get_args(ChangeKind)
EDITED = (
    "code",
    "title",
    "text",
    "lead_unit",
    "coordinating_units",
    "deadline_text",
    "deadlines",
    "counts_as",
    "slots",
)
LINKED = ("slot", "pages", "note")


@dataclass(frozen=True)
class Change:
    """`before` and `after` are words, codes ("met") or digests, "" where there was or is nothing; `code` is that of a
    piece of evidence; `criterion` is its code, `evidence_id` and `document_id` are None for the criterion itself.
    """

    kind: ChangeKind
    criterion_id: str
    criterion: str
    title: str
    before: str = ""
    after: str = ""
    evidence_id: str | None = None
    document_id: str | None = None
    code: str = ""


def compare(old: Material, new: Material) -> tuple[Change, ...]:
    """In the order of the criteria, those that are gone last."""
    before = {criterion.id: criterion for criterion in old.tree}
    after = {criterion.id: criterion for criterion in new.tree}
    changes: list[Change] = []
    for criterion in new.tree:
        changes += _of_criterion(before.get(criterion.id), criterion, old, new)
        changes += _of_evidence(criterion, old, new)
    for criterion in old.tree:
        if criterion.id not in after:
            changes.append(_change("criterion_removed", criterion))
            changes += _of_evidence(criterion, old, new)
    return tuple(changes)


def _change(kind: ChangeKind, criterion: Criterion, before: object = "", after: object = "") -> Change:
    said = ["" if one is None else str(one) for one in (before, after)]
    return Change(kind, criterion.id, criterion.code, criterion.title, *said)


def _of_criterion(was: Criterion | None, criterion: Criterion, old: Material, new: Material) -> Iterator[Change]:
    if was is None:
        yield _change("criterion_added", criterion)
        return
    if any(getattr(was, name) != getattr(criterion, name) for name in EDITED):
        yield _change("criterion_edited", criterion, was.title, criterion.title)
    if criterion.is_leaf and (then := old.coverage.states[was.id]) != (now := new.coverage.states[criterion.id]):
        yield _change("coverage", criterion, then, now)
    for kind in ("result", "explanation", "points"):
        then, now = getattr(was, kind), getattr(criterion, kind)
        if then != now:
            yield _change(kind, criterion, then, now)


def _of_evidence(criterion: Criterion, old: Material, new: Material) -> Iterator[Change]:
    then = {one.id: one for one in old.evidence if one.criterion_id == criterion.id}
    now = {one.id: one for one in new.evidence if one.criterion_id == criterion.id}
    for one in now.values():
        if one.id not in then:
            yield _linked("evidence_added", criterion, one, "", _name(new, one))
            continue
        was = then[one.id]
        if any(getattr(was, name) != getattr(one, name) for name in LINKED):
            yield _linked("evidence_edited", criterion, one, was.pages, one.pages)
        yield from _of_document(criterion, one, old, new)
    rejected = {one.id for one in new.rejected}
    for one in then.values():
        if one.id not in now:
            kind = "evidence_rejected" if one.id in rejected else "evidence_removed"
            yield _linked(kind, criterion, one, _name(old, one), "")


def _of_document(criterion: Criterion, one: Evidence, old: Material, new: Material) -> Iterator[Change]:
    was, document = old.documents.get(one.document_id), new.documents.get(one.document_id)
    if was is None or document is None:
        return
    if was.sha256 != document.sha256:
        yield _linked("document_revised", criterion, one, was.sha256, document.sha256)
    elif (was.description, was.name) != (document.description, document.name):
        yield _linked("document_described", criterion, one, *_descriptions(was, document))


def _linked(kind: ChangeKind, criterion: Criterion, one: Evidence, before: str, after: str) -> Change:
    names = criterion.id, criterion.code, criterion.title
    return Change(kind, *names, before, after, evidence_id=one.id, document_id=one.document_id, code=one.code)


def _name(material: Material, one: Evidence) -> str:
    document = material.documents.get(one.document_id)
    return _described(document) if document else ""


def _descriptions(was: Document, now: Document) -> tuple[str, str]:
    """What is told of both; where that is the same, what else was changed."""
    told = _described(was), _described(now)
    if told[0] != told[1]:
        return told
    then, today = vars(was.description), vars(now.description)
    changed = [name for name in then if then[name] != today[name]]
    if not changed:
        return was.name, now.name
    return _listed(then[name] for name in changed), _listed(today[name] for name in changed)


def _listed(values: Iterable[object]) -> str:
    return ", ".join(f"{one:%d/%m/%Y}" if isinstance(one, date) else str(one) for one in values if one)


def _described(document: Document) -> str:
    description = document.description
    return " ".join(filter(None, (description.type, description.symbol, description.subject))) or document.name

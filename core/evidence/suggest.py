"""Suggestions: which criteria a document may prove, and why. It gets better with every document that is accepted."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any, Literal

from sqlalchemy import Connection, Row, String, and_, exists, func, select, type_coerce

from core.catalogue.records import Appraisal, Criterion
from core.catalogue.tree import load_appraisal, load_tree
from core.database.engine import Database
from core.database.tables import document, evidence, journal, original, revision
from core.evidence.named import named_criterion
from core.evidence.phrases import shared_phrases
from core.evidence.remembered import Kept, RememberedTerms, Terms
from core.evidence.scoring import Content, Score, Scorer
from core.evidence.terms import READ, Language
from core.reading.description import Description

FOLDER = "suggestions"  # in the cache
LIMIT = 5
LEAST = 0.05  # papers that prove nothing mostly stay below
SHARE = 0.35  # of the best score: what is far behind only distracts
ROWS = 500  # at a time: SQLite takes a limited number of parameters
TELLING = 0.25  # of a score: a finding that adds less is no reason


@dataclass(frozen=True)
class Reason:
    """Why: "folder" with `name`; "words" with `words`; "like_document" with `document`, `symbol`, `subject`, `name`."""

    code: Literal["folder", "words", "like_document"]
    facts: dict[str, Any] = field(default_factory=dict[str, Any])


@dataclass(frozen=True)
class Suggestion:
    """A criterion that a document may prove; `score` is between 0 and 1, the weightiest reason comes first."""

    criterion_id: str
    code: str
    title: str
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class _Known:
    """What a paper was learnt from: where that differs, it is learnt again."""

    read_at: str
    changed_at: str | None
    criterion_ids: tuple[str, ...]

    @property
    def stamp(self) -> str:
        """Changes with the paper's terms."""
        return f"{self.read_at} {self.changed_at}"


@dataclass(frozen=True)
class _Catalogue:
    appraisal: Appraisal
    tree: tuple[Criterion, ...]


class Suggest:
    """Keeps what it knows in memory, and brings it up to date when the journal has grown. Safe in any thread.

    With a `cache`, the terms of papers are kept there from one start to the next.
    """

    def __init__(self, database: Database, cache: Path | None = None) -> None:
        self._database = database
        self._remembered = RememberedTerms(cache / FOLDER / "terms.db") if cache else None
        self._lock = Lock()
        self._state: tuple[Any, ...] | None = None
        self._catalogue: _Catalogue | None = None
        self._scorer: Scorer | None = None
        self._known: dict[str, _Known] = {}

    def of_document(self, document_id: str, limit: int = LIMIT) -> list[Suggestion]:
        """For a document of the library, best first. Empty for one that does not exist."""
        query = _PAPERS.where(document.c.id == document_id).order_by(revision.c.number.desc())
        with self._lock, self._database.read() as connection:
            row = connection.execute(query).first()
            return self._suggest(connection, row, row.source, limit) if row else []

    def of_original(self, sha256: str, path: str, limit: int = LIMIT) -> list[Suggestion]:
        """For kept bytes that came as `path`, best first."""
        query = _PAPERS.where(original.c.sha256 == sha256)
        with self._lock, self._database.read() as connection:
            row = connection.execute(query).first()
            return self._suggest(connection, row, path, limit) if row else []

    def _suggest(self, connection: Connection, row: Row[Any], path: str, limit: int) -> list[Suggestion]:
        scorer, tree = self._refreshed(connection)
        content = _content(row)
        scores = scorer.scores(content, apart_from=row.sha256)
        found = [
            Suggestion(one.id, one.code, one.title, round(score.total, 3), reasons)
            for score in offered(scores)[: limit + 1]
            if (one := score.criterion) and (reasons := self._reasons(connection, scorer, content, score))
        ]
        if named := named_criterion(path, tree):
            criterion, name = named
            others = [one for one in found if one.criterion_id != criterion.id]
            same = [reason for one in found if one.criterion_id == criterion.id for reason in one.reasons]
            reasons = (Reason("folder", {"name": name}), *same)
            found = [Suggestion(criterion.id, criterion.code, criterion.title, 1.0, reasons), *others]
        return found[:limit]

    def _reasons(self, connection: Connection, scorer: Scorer, content: Content, score: Score) -> tuple[Reason, ...]:
        found: list[tuple[float, Reason]] = []
        if score.by_words >= TELLING * score.total:
            weights = scorer.weights(score.criterion)
            if words := shared_phrases((content.subject, content.text), weights, scorer.language):
                found.append((score.by_words, Reason("words", {"words": words})))
        if score.nearest and score.by_papers >= TELLING * score.total:
            row = connection.execute(_PAPERS.where(original.c.sha256 == score.nearest)).one()
            facts = {"document": row.id, "symbol": _content(row).symbol, "subject": row.subject or "", "name": row.name}
            found.append((score.by_papers, Reason("like_document", facts)))
        return tuple(reason for _, reason in sorted(found, key=lambda one: -one[0]))

    def _refreshed(self, connection: Connection) -> tuple[Scorer, tuple[Criterion, ...]]:
        state = tuple(connection.execute(_STATE).one())
        catalogue, scorer = self._catalogue, self._scorer
        if catalogue is None or scorer is None or state != self._state:
            catalogue = _Catalogue(load_appraisal(connection), load_tree(connection))
            if scorer is None or catalogue != self._catalogue:
                scorer, self._known = Scorer(catalogue.appraisal, catalogue.tree), {}
            self._catalogue, self._scorer = catalogue, scorer
            self._learn(connection, scorer)
            self._state = state
        return scorer, catalogue.tree

    def _learn(self, connection: Connection, scorer: Scorer) -> None:
        """Every paper that was read tells which words are common; those that are evidence, for what."""
        linked: dict[str, set[str]] = {}
        links = select(evidence.c.document_id, evidence.c.criterion_id).where(evidence.c.state != "rejected")
        for document_id, criterion_id in connection.execute(links):
            linked.setdefault(document_id, set()).add(criterion_id)
        now: dict[str, _Known] = {}
        for row in connection.execute(_STAMPS):
            criterion_ids = linked.get(row.id, ()) if row.is_current else ()
            now[row.sha256] = _Known(row.read_at, row.changed_at, tuple(sorted(criterion_ids)))
        for gone in self._known.keys() - now.keys():
            scorer.forget(gone)
        kept = self._kept(scorer, now) if not self._known else {}
        changed = sorted(sha256 for sha256, known in now.items() if self._known.get(sha256) != known)
        new: list[Kept] = []
        for start in range(0, len(changed), ROWS):
            some = changed[start : start + ROWS]
            found = {sha256: kept[sha256] for sha256 in some if sha256 in kept}
            of_these = original.c.sha256.in_([sha256 for sha256 in some if sha256 not in found])
            for row in connection.execute(_PAPERS.where(of_these)):
                found[row.sha256] = scorer.terms_of(_content(row))
                new.append((row.sha256, now[row.sha256].stamp, found[row.sha256]))
            for sha256 in some:
                scorer.learn(sha256, found[sha256], now[sha256].criterion_ids)
        if self._remembered:
            self._remembered.save(_fingerprint(scorer.language), new, self._known.keys() - now.keys())
        self._known = now

    def _kept(self, scorer: Scorer, now: Mapping[str, _Known]) -> dict[str, Terms]:
        """The terms of papers that have not changed since they were kept."""
        if not self._remembered:
            return {}
        papers = self._remembered.load(_fingerprint(scorer.language))
        return {key: terms for key, stamp, terms in papers if key in now and now[key].stamp == stamp}


def offered(scores: list[Score]) -> list[Score]:
    """Those that are worth showing, of all, best first."""
    least = max(LEAST, SHARE * scores[0].total) if scores else LEAST
    return [score for score in scores if score.total >= least]


# Bytes that were read, and the document that they are a revision of, where they are one.
_later = revision.alias("later")
_is_current = ~exists().where(_later.c.document_id == revision.c.document_id, _later.c.number > revision.c.number)
_again = revision.alias("again")  # a document may return to bytes that it had before
_is_last = ~exists().where(_again.c.sha256 == revision.c.sha256, _again.c.number > revision.c.number)
_described = original.outerjoin(revision, and_(revision.c.sha256 == original.c.sha256, _is_last)).outerjoin(
    document, document.c.id == revision.c.document_id
)
_STAMPS = (
    select(
        original.c.sha256,
        type_coerce(original.c.changed_at, String).label("read_at"),
        type_coerce(document.c.changed_at, String).label("changed_at"),
        document.c.id,
        _is_current.label("is_current"),
    )
    .select_from(_described)
    .where(original.c.read_at.is_not(None))
)
_PAPERS = select(
    original.c.sha256,
    original.c.description,
    func.substr(original.c.text, 1, READ).label("text"),
    *(document.c[name] for name in ("id", "type", "subject", "number", "notation")),
    revision.c.name,
    revision.c.source,
).select_from(_described)
# Changes with what is learnt: people's doings are journaled, the reader's are not. What is recognised in a scan page by
# page is learnt at the next of either.
_STATE = select(
    select(func.max(journal.c.line)).scalar_subquery(),
    select(func.count()).select_from(original).where(original.c.read_at.is_not(None)).scalar_subquery(),
)


def _fingerprint(language: Language) -> str:
    """The same for languages that find the same terms."""
    ignored = language.ignored.pattern if language.ignored else ""
    return hashlib.sha256(repr((sorted(language.short.items()), ignored)).encode()).hexdigest()


def _content(row: Row[Any]) -> Content:
    """Described as in the library, or else as it was read. The type is part of the title: BÁO CÁO Kết quả …"""
    about = Description.from_json(row.description or {})
    if row.id is not None:
        about = Description(number=row.number, notation=row.notation, type=row.type, subject=row.subject)
    return Content(" ".join(filter(None, (about.type, about.subject))), about.symbol, row.text)

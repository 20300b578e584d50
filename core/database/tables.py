"""The tables. Every id is a UUID as text; every record says when and by whom it was changed."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    UniqueConstraint,
    false,
    func,
)
from sqlalchemy.types import TypeDecorator

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Instant(TypeDecorator[datetime]):
    """A point in time: aware in Python, ISO 8601 text in UTC in the file."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return value.astimezone(UTC).isoformat(timespec="microseconds") if value else None

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return datetime.fromisoformat(value) if value else None


def record(name: str, *columns: Any) -> Table:
    return Table(
        name,
        metadata,
        *columns,
        Column("changed_at", Instant, nullable=False),
        Column("changed_by", String, nullable=False),
    )


def identity() -> Column[str]:
    return Column("id", String(36), primary_key=True)


def belongs_to(column: str, target: str, *, optional: bool = False) -> Column[str]:
    return Column(column, String, ForeignKey(target), nullable=optional, index=True)


def words(name: str) -> Column[str]:
    return Column(name, String, nullable=False, server_default="")


appraisal = record(
    "appraisal",
    identity(),
    words("title"),
    Column("year", Integer),
    words("organisation"),
    words("parent"),
    words("place"),
    Column("code_pattern", String, nullable=False),
    words("catalogue"),
)

criterion = record(
    "criterion",
    identity(),
    belongs_to("appraisal_id", "appraisal.id"),
    belongs_to("parent_id", "criterion.id", optional=True),
    Column("position", Integer, nullable=False),
    Column("code", String, nullable=False),
    words("title"),
    words("text"),
    Column("lead_unit", String),
    Column("coordinating_units", JSON, nullable=False),
    words("deadline_text"),
    Column("deadlines", JSON, nullable=False),
    Column("assessed_by", String, nullable=False),
    Column("state", String, nullable=False, server_default="untouched"),
    Column("result", String),
    words("explanation"),
    Column("judged_at", Instant),
    Column("judged_by", String),
    Column("last_result", String),
    Column("last_lost", Float),
    words("remedy"),
    Column("max_points", Float),
    UniqueConstraint("appraisal_id", "code"),
)

# The points of a criterion in one round of scoring: what the office gives itself, and what the appraisers give.
score = record(
    "score",
    identity(),
    belongs_to("criterion_id", "criterion.id"),
    Column("round", Integer, nullable=False),
    Column("self_score", Float),
    Column("appraised", Float),
    words("explanation"),
    words("reason"),
    UniqueConstraint("criterion_id", "round"),
)

# What a criterion wants to be shown. `period` as "2023-Q1"; `due` only where it was set by hand; `target` and
# `reached` in percent.
slot = record(
    "slot",
    identity(),
    belongs_to("criterion_id", "criterion.id"),
    Column("position", Integer, nullable=False),
    Column("number", Integer),
    words("text"),
    Column("period", String),
    Column("due", Date),
    Column("count", Integer, nullable=False, server_default="1"),
    Column("target", Float),
    Column("reached", Float),
    UniqueConstraint("criterion_id", "number"),
)

obstacle = record(
    "obstacle",
    identity(),
    belongs_to("appraisal_id", "appraisal.id"),
    belongs_to("criterion_id", "criterion.id", optional=True),
    Column("unit", String),
    Column("kind", String, nullable=False),
    words("text"),
    Column("resolved_at", Instant),
)

# A unit of the office by the name that criteria call it, and those whom one asks there; the first answers for it.
unit = record("unit", identity(), Column("name", String, nullable=False), words("note"))

person = record(
    "person",
    identity(),
    belongs_to("unit_id", "unit.id"),
    Column("position", Integer, nullable=False),
    Column("name", String, nullable=False),
    words("post"),
    words("phone"),
    words("email"),
)

# What is known of some bytes: one row for each file in `files/`, whoever refers to it. `scanned`: the pages (from 0)
# whose letters are still to be recognised; `sources`: where each field of the description was read.
original = record(
    "original",
    Column("sha256", String(64), primary_key=True),
    Column("size", Integer, nullable=False),
    Column("media_type", String),
    Column("pages", Integer),
    words("text"),
    Column("text_source", String),
    Column("problems", JSON, nullable=False),
    Column("signatures", JSON, nullable=False),
    Column("description", JSON, nullable=False),
    Column("read_at", Instant),
    Column("scanned", JSON, nullable=False, server_default="[]"),
    Column("sources", JSON, nullable=False, server_default="{}"),
)

# What was read and when, without a walk over each text.
Index("ix_original_read", original.c.read_at, original.c.sha256, original.c.changed_at)

# The description of Nghị định 30/2020/NĐ-CP, Appendix VI; a field that cannot be read stays NULL.
# `sources`: where each field was read, or who typed it, even where it was emptied.
document = record(
    "document",
    identity(),
    Column("number", String),
    Column("notation", String),
    Column("issued_on", Date),
    Column("type", String),
    Column("issuer", String),
    Column("parent_issuer", String),
    Column("subject", String),
    Column("signer", String),
    Column("signer_post", String),
    Column("language", String),
    Column("arrived_on", Date),
    Column("valid_from", Date),
    Column("valid_to", Date),
    Column("note", String),
    Column("sources", JSON, nullable=False, server_default="{}"),
    Column("added_at", Instant, nullable=False),
    Column("added_by", String, nullable=False),
)

revision = record(
    "revision",
    identity(),
    belongs_to("document_id", "document.id"),
    Column("number", Integer, nullable=False),
    Column("sha256", String, ForeignKey("original.sha256"), nullable=False, index=True),
    Column("name", String, nullable=False),
    Column("source", String, nullable=False),
    UniqueConstraint("document_id", "number"),
)

# Two documents with the same number, notation and issuer, on which a person has decided: "revision" or "signed_copy"
# (`document_id` is that of `other_id`), or "other".
twin = record(
    "twin",
    identity(),
    belongs_to("document_id", "document.id"),
    belongs_to("other_id", "document.id"),
    Column("kind", String, nullable=False),
)

# `document_id` replaces, or reports on, `other_id`.
relation = record(
    "relation",
    identity(),
    belongs_to("document_id", "document.id"),
    belongs_to("other_id", "document.id"),
    Column("kind", String, nullable=False),
    UniqueConstraint("document_id", "other_id", "kind"),
)

# Holds the rowid of a document's line in the full-text index `document_search` (made by the first migration).
search_entry = Table(
    "search_entry",
    metadata,
    Column("line", Integer, primary_key=True),
    Column("document_id", String, ForeignKey("document.id"), nullable=False, unique=True),
)

evidence = record(
    "evidence",
    identity(),
    belongs_to("criterion_id", "criterion.id"),
    belongs_to("document_id", "document.id"),
    belongs_to("slot_id", "slot.id", optional=True),
    words("pages"),
    words("note"),
    Column("position", Integer, nullable=False),
    Column("state", String, nullable=False, server_default="accepted"),
    Column("reason", String),
    Column("judged_at", Instant),
    Column("judged_by", String),
)
Index(
    "uq_evidence_link",
    evidence.c.criterion_id,
    evidence.c.document_id,
    func.coalesce(evidence.c.slot_id, ""),
    unique=True,
)

# Rows are never deleted: a code that was given never moves to another document.
evidence_code = record(
    "evidence_code",
    identity(),
    belongs_to("appraisal_id", "appraisal.id"),
    belongs_to("document_id", "document.id"),
    belongs_to("criterion_id", "criterion.id"),
    Column("number", Integer, nullable=False),
    Column("code", String, nullable=False),
    Column("printed_at", Instant),
    UniqueConstraint("appraisal_id", "code", name="uq_evidence_code_code"),
    UniqueConstraint("appraisal_id", "document_id", name="uq_evidence_code_document_id"),
)

# What was printed, from which state. The last printing of an appraisal has no name; one that was sealed has its own
# and is never changed. `digest`: SHA-256 over state and options; `places` by document; `documents`, `evidence`: counts.
printed_dossier = record(
    "printed_dossier",
    identity(),
    belongs_to("appraisal_id", "appraisal.id"),
    Column("name", String),
    Column("printed_at", Instant, nullable=False),
    Column("sealed_at", Instant),
    Column("sealed_by", String),
    Column("options", JSON, nullable=False),
    Column("state", JSON, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("places", JSON, nullable=False),
    Column("files", JSON, nullable=False),
    Column("documents", Integer, nullable=False),
    Column("evidence", Integer, nullable=False),
    UniqueConstraint("appraisal_id", "name"),
)

# Words of the dossier that an appraisal has of its own.
wording = record(
    "wording",
    identity(),
    belongs_to("appraisal_id", "appraisal.id"),
    Column("section", String, nullable=False),
    Column("name", String, nullable=False),
    Column("text", String, nullable=False),
    UniqueConstraint("appraisal_id", "section", "name"),
)

watched_folder = record(
    "watched_folder",
    identity(),
    Column("path", String, nullable=False, unique=True),
    Column("looked_at", Instant),
    Column("problem", String),
    Column("observe", String, nullable=False, server_default="automatic"),
    Column("accepts_by_code", Boolean, nullable=False, server_default=false()),
)

# An entry of an archive has the arrival of the archive as `set_id`. `gone_at`: the first look that missed the file.
arrival = record(
    "arrival",
    identity(),
    belongs_to("folder_id", "watched_folder.id", optional=True),
    Column("path", String, nullable=False, index=True),
    Column("name", String, nullable=False),
    Column("size", Integer, nullable=False),
    Column("modified_ns", Integer, nullable=False),
    Column("sha256", String, ForeignKey("original.sha256"), index=True),
    belongs_to("document_id", "document.id", optional=True),
    Column("state", String, nullable=False, index=True),
    Column("reason", String),
    Column("arrived_at", Instant, nullable=False),
    Column("decided_at", Instant),
    Column("decided_by", String),
    belongs_to("set_id", "arrival.id", optional=True),
    Column("unpacked_at", Instant),
    Column("gone_at", Instant),
)

setting = record("setting", Column("key", String, primary_key=True), Column("value", JSON, nullable=False))

journal = Table(
    "journal",
    metadata,
    Column("line", Integer, primary_key=True),
    Column("id", String(36), nullable=False, unique=True),
    Column("at", Instant, nullable=False),
    Column("actor", String, nullable=False),
    Column("action", String, nullable=False),
    Column("subject", String, nullable=False, index=True),
    Column("before", JSON),
    Column("after", JSON),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
)

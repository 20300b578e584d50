"""Requirements grow into slots; criteria get a work state and a result, evidence a state."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "slot",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("criterion_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("text", sa.String(), server_default="", nullable=False),
        sa.Column("period", sa.String(), nullable=True),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("count", sa.Integer(), server_default="1", nullable=False),
        sa.Column("target", sa.Float(), nullable=True),
        sa.Column("reached", sa.Float(), nullable=True),
        sa.Column("changed_at", sa.String(), nullable=False),
        sa.Column("changed_by", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["criterion_id"], ["criterion.id"], name="fk_slot_criterion_id"),
        sa.PrimaryKeyConstraint("id", name="pk_slot"),
        sa.UniqueConstraint("criterion_id", "number", name="uq_slot_criterion_id"),
    )
    op.create_index("ix_slot_criterion_id", "slot", ["criterion_id"])
    op.execute(
        "INSERT INTO slot (id, criterion_id, position, number, text, changed_at, changed_by)"
        " SELECT id, criterion_id, number - 1, number, text, changed_at, changed_by FROM requirement"
    )
    _link_evidence_to_slots()
    op.drop_table("requirement")
    op.add_column("criterion", sa.Column("state", sa.String(), server_default="untouched", nullable=False))
    op.add_column("criterion", sa.Column("result", sa.String(), nullable=True))
    op.add_column("criterion", sa.Column("explanation", sa.String(), server_default="", nullable=False))
    op.add_column("criterion", sa.Column("judged_at", sa.String(), nullable=True))
    op.add_column("criterion", sa.Column("judged_by", sa.String(), nullable=True))


def _link_evidence_to_slots() -> None:
    """The table is made anew: SQLite lets go of no foreign key."""
    op.create_table(
        "evidence_now",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("criterion_id", sa.String(), nullable=False),
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("slot_id", sa.String(), nullable=True),
        sa.Column("pages", sa.String(), server_default="", nullable=False),
        sa.Column("note", sa.String(), server_default="", nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), server_default="accepted", nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("judged_at", sa.String(), nullable=True),
        sa.Column("judged_by", sa.String(), nullable=True),
        sa.Column("changed_at", sa.String(), nullable=False),
        sa.Column("changed_by", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["criterion_id"], ["criterion.id"], name="fk_evidence_criterion_id"),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name="fk_evidence_document_id"),
        sa.ForeignKeyConstraint(["slot_id"], ["slot.id"], name="fk_evidence_slot_id"),
        sa.PrimaryKeyConstraint("id", name="pk_evidence"),
    )
    kept = "id, criterion_id, document_id, {}, pages, note, position, changed_at, changed_by"
    op.execute(
        f"INSERT INTO evidence_now ({kept.format('slot_id')}) SELECT {kept.format('requirement_id')} FROM evidence"
    )
    op.drop_table("evidence")
    op.rename_table("evidence_now", "evidence")
    for column in ("criterion_id", "document_id", "slot_id"):
        op.create_index(f"ix_evidence_{column}", "evidence", [column])
    op.create_index(
        "uq_evidence_link", "evidence", ["criterion_id", "document_id", sa.text("coalesce(slot_id, '')")], unique=True
    )

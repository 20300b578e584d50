"""Relations between documents: which replaces which, which report tells of which plan."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "relation",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("other_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("changed_at", sa.String(), nullable=False),
        sa.Column("changed_by", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name="fk_relation_document_id"),
        sa.ForeignKeyConstraint(["other_id"], ["document.id"], name="fk_relation_other_id"),
        sa.PrimaryKeyConstraint("id", name="pk_relation"),
        sa.UniqueConstraint("document_id", "other_id", "kind", name="uq_relation_document_id"),
    )
    op.create_index("ix_relation_document_id", "relation", ["document_id"])
    op.create_index("ix_relation_other_id", "relation", ["other_id"])

"""What was decided on documents with the same number, notation and issuer."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "twin",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("other_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("changed_at", sa.String(), nullable=False),
        sa.Column("changed_by", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name="fk_twin_document_id"),
        sa.ForeignKeyConstraint(["other_id"], ["document.id"], name="fk_twin_other_id"),
        sa.PrimaryKeyConstraint("id", name="pk_twin"),
    )
    op.create_index("ix_twin_document_id", "twin", ["document_id"])
    op.create_index("ix_twin_other_id", "twin", ["other_id"])

"""What was printed and sealed, from which state; an appraisal's own wording of its dossier."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "printed_dossier",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("appraisal_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("printed_at", sa.String(), nullable=False),
        sa.Column("sealed_at", sa.String(), nullable=True),
        sa.Column("sealed_by", sa.String(), nullable=True),
        sa.Column("options", sa.JSON(), nullable=False),
        sa.Column("state", sa.JSON(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("places", sa.JSON(), nullable=False),
        sa.Column("files", sa.JSON(), nullable=False),
        sa.Column("documents", sa.Integer(), nullable=False),
        sa.Column("evidence", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.String(), nullable=False),
        sa.Column("changed_by", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["appraisal_id"], ["appraisal.id"], name="fk_printed_dossier_appraisal_id"),
        sa.PrimaryKeyConstraint("id", name="pk_printed_dossier"),
        sa.UniqueConstraint("appraisal_id", "name", name="uq_printed_dossier_appraisal_id"),
    )
    op.create_index("ix_printed_dossier_appraisal_id", "printed_dossier", ["appraisal_id"])
    op.create_table(
        "wording",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("appraisal_id", sa.String(), nullable=False),
        sa.Column("section", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("changed_at", sa.String(), nullable=False),
        sa.Column("changed_by", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["appraisal_id"], ["appraisal.id"], name="fk_wording_appraisal_id"),
        sa.PrimaryKeyConstraint("id", name="pk_wording"),
        sa.UniqueConstraint("appraisal_id", "section", "name", name="uq_wording_appraisal_id"),
    )
    op.create_index("ix_wording_appraisal_id", "wording", ["appraisal_id"])

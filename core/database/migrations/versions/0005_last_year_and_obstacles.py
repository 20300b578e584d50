"""What a criterion came to last year and what is done about it; difficulties and proposals."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("criterion", sa.Column("last_result", sa.String(), nullable=True))
    op.add_column("criterion", sa.Column("last_lost", sa.Float(), nullable=True))
    op.add_column("criterion", sa.Column("remedy", sa.String(), server_default="", nullable=False))
    op.create_table(
        "obstacle",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("appraisal_id", sa.String(), nullable=False),
        sa.Column("criterion_id", sa.String(), nullable=True),
        sa.Column("unit", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("text", sa.String(), server_default="", nullable=False),
        sa.Column("changed_at", sa.String(), nullable=False),
        sa.Column("changed_by", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["appraisal_id"], ["appraisal.id"], name="fk_obstacle_appraisal_id"),
        sa.ForeignKeyConstraint(["criterion_id"], ["criterion.id"], name="fk_obstacle_criterion_id"),
        sa.PrimaryKeyConstraint("id", name="pk_obstacle"),
    )
    op.create_index("ix_obstacle_appraisal_id", "obstacle", ["appraisal_id"])
    op.create_index("ix_obstacle_criterion_id", "obstacle", ["criterion_id"])

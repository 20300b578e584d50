"""When a difficulty or a proposal was dealt with."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("obstacle", sa.Column("resolved_at", sa.String(), nullable=True))

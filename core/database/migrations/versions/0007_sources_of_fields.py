"""Each field of a description says where it was read, or who typed it."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table in ("original", "document"):
        op.add_column(table, sa.Column("sources", sa.JSON(), server_default="{}", nullable=False))

"""Pages of scans and photos wait to be recognised; what was read as having no text is read again, to find them."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("original", sa.Column("scanned", sa.JSON(), server_default="[]", nullable=False))
    op.execute("UPDATE original SET read_at = NULL WHERE text_source = 'none'")

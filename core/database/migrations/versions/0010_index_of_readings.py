"""Which files were read, and when, is asked at each suggestion: not by walking over their texts."""

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_original_read", "original", ["read_at", "sha256", "changed_at"])

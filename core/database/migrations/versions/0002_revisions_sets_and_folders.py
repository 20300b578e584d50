"""A document may return to earlier bytes; archives as sets of arrivals; settings of watched folders."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("revision", recreate="always") as table:
        table.drop_constraint("uq_revision_sha256", type_="unique")
        table.create_index("ix_revision_sha256", ["sha256"])
    op.add_column("watched_folder", sa.Column("observe", sa.String(), server_default="automatic", nullable=False))
    op.add_column(
        "watched_folder", sa.Column("accepts_by_code", sa.Boolean(), server_default=sa.false(), nullable=False)
    )
    with op.batch_alter_table("arrival") as table:
        table.add_column(sa.Column("set_id", sa.String(), nullable=True))
        table.add_column(sa.Column("unpacked_at", sa.String(), nullable=True))
        table.add_column(sa.Column("gone_at", sa.String(), nullable=True))
        table.create_foreign_key("fk_arrival_set_id", "arrival", ["set_id"], ["id"])
        table.create_index("ix_arrival_set_id", ["set_id"])

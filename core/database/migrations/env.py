"""Alembic's entry: the connection is handed over by core.database.upgrade."""

from alembic import context

from core.database.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()

"""Alembic's entry: the open connection comes from ``engine.migrate``, which holds the write lock."""

from __future__ import annotations

from alembic import context

from briefings.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()

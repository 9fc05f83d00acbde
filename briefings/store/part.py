"""What every part of the store on SQL shares: its engine, and inserts that say what was new."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection, Engine

CHUNK = 500
"""Values in one IN list: under SQLite's oldest limit of 999 parameters."""


class Part:
    """Some of the methods of ``protocol.Store``, over one engine."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def _insert_new(
        self, connection: Connection, table: sa.Table, rows: Sequence[dict[str, Any]]
    ) -> list[str]:
        """Insert what is not there; the first key column of what was inserted."""
        key = next(iter(table.primary_key.columns))
        columns = list(table.primary_key.columns)
        unique = {tuple(row[c.name] for c in columns): row for row in reversed(rows)}
        held = set()
        for chunk in chunks(sorted({keys[0] for keys in unique})):
            held |= set(map(tuple, connection.execute(sa.select(*columns).where(key.in_(chunk))).all()))
        # In order of the keys, so that two writers never wait for each other in a ring.
        fresh = [row for keys, row in sorted(unique.items(), key=lambda pair: pair[0]) if keys not in held]
        if not fresh:
            return []
        # On PostgreSQL another writer may put some of them there meanwhile: those are not ours to count.
        insert = self._insert(table).on_conflict_do_nothing().returning(key)
        return [str(value) for value in connection.execute(insert, fresh).scalars()]

    def _upsert(
        self, connection: Connection, table: sa.Table, keys: tuple[str, ...], rows: Sequence[dict[str, Any]]
    ) -> None:
        if not rows:
            return
        insert = self._insert(table)
        changes = {name: insert.excluded[name] for name in rows[0] if name not in keys}
        ordered = sorted(rows, key=lambda row: [row[name] for name in keys])
        connection.execute(insert.on_conflict_do_update(index_elements=list(keys), set_=changes), ordered)

    def _insert(self, table: sa.Table) -> sqlite.Insert | postgresql.Insert:
        if self._engine.dialect.name == "postgresql":
            return postgresql.insert(table)
        return sqlite.insert(table)


def chunks(values: Sequence[str], size: int = CHUNK) -> Iterator[Sequence[str]]:
    """Values in slices that fit one IN list."""
    return (values[i : i + size] for i in range(0, len(values), size))

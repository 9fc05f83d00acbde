"""What every part of the store on SQL shares: its engine, and inserts that say what was new."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
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
        names = [column.name for column in table.primary_key.columns]
        unique = {tuple(row[name] for name in names): row for row in reversed(rows)}
        held = set[tuple[Any, ...]]()
        for chunk in chunks(sorted({keys[0] for keys in unique})):
            held |= set(map(tuple, connection.execute(_held(table), {"keys": chunk}).all()))
        # In order of the keys, so that two writers never wait for each other in a ring.
        fresh = [row for keys, row in sorted(unique.items(), key=lambda pair: pair[0]) if keys not in held]
        if not fresh:
            return []
        dialect = self._engine.dialect.name
        result = connection.execute(_insert_missing(table, dialect), fresh)
        # On PostgreSQL another writer may put some of them there meanwhile: those are not ours to count.
        return [str(key) for key in result.scalars()] if result.returns_rows else [r[names[0]] for r in fresh]

    def _upsert(
        self, connection: Connection, table: sa.Table, keys: tuple[str, ...], rows: Sequence[dict[str, Any]]
    ) -> None:
        if not rows:
            return
        statement = _insert_or_replace(table, self._engine.dialect.name, keys, tuple(rows[0]))
        connection.execute(statement, sorted(rows, key=lambda row: [row[name] for name in keys]))


def chunks(values: Sequence[str], size: int = CHUNK) -> Iterator[Sequence[str]]:
    """Values in slices that fit one IN list."""
    return (values[i : i + size] for i in range(0, len(values), size))


# Statements are built once: building one costs more than storing a document.


@cache
def _held(table: sa.Table) -> sa.Select[Any]:
    columns = list(table.primary_key.columns)
    return sa.select(*columns).where(columns[0].in_(sa.bindparam("keys", expanding=True)))


@cache
def _insert_missing(table: sa.Table, dialect: str) -> sa.Executable:
    key = next(iter(table.primary_key.columns))
    statement = _insert(table, dialect).on_conflict_do_nothing()
    return statement.returning(key) if dialect == "postgresql" else statement


@cache
def _insert_or_replace(
    table: sa.Table, dialect: str, keys: tuple[str, ...], columns: tuple[str, ...]
) -> sa.Executable:
    statement = _insert(table, dialect)
    changes = {name: statement.excluded[name] for name in columns if name not in keys}
    return statement.on_conflict_do_update(index_elements=list(keys), set_=changes)


def _insert(table: sa.Table, dialect: str) -> sqlite.Insert | postgresql.Insert:
    return postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)

"""The whole store as one file, for either database: a backup of SQLite can be restored into PostgreSQL.

The file is gzipped JSON lines: first what it is, then one line per row, table after table. The same content gives
the same bytes. Restoring first makes the tables as they were when the backup was made and then brings them up to
date, so that an old backup never meets a table that it does not know.
"""

from __future__ import annotations

import base64
import gzip
import itertools
import json
import os
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from briefings.errors import InputError, StoreError
from briefings.store.engine import HEAD, make_engine, reading, shown, upgrade, writing

FORMAT = "briefings-backup-1"
_BATCH = 500


def backup(url: str, path: Path) -> int:
    """Write one consistent state of the store at ``url`` to ``path``; the number of rows.

    The file appears under its name only when it is whole. Raises ``StoreError``.
    """
    engine = make_engine(url)
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("wb") as raw, gzip.GzipFile("", "wb", 6, raw, mtime=0) as out:
            rows = _write(engine, out)
        os.replace(part, path)  # noqa: PTH105 - named for what it is: all or nothing
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise StoreError(f"The backup {path} cannot be written: {reason}.") from error
    finally:
        part.unlink(missing_ok=True)
        engine.dispose()
    return rows


def restore(path: Path, url: str) -> int:
    """Fill the empty or missing store at ``url`` from a backup, all or nothing; the number of rows.

    Raises ``InputError`` when the file is no whole backup, ``StoreError`` when the store holds anything.
    """
    engine = make_engine(url)
    try:
        with gzip.open(path, "rb") as lines, writing(engine) as connection:
            return _restore(engine, connection, lines)
    except (OSError, EOFError, ValueError, KeyError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
        raise InputError(f"{path} is no whole backup of briefings: {reason}.") from error
    finally:
        engine.dispose()


def _write(engine: Engine, out: gzip.GzipFile) -> int:
    count = 0
    with reading(engine) as connection:
        tables = _tables(connection)
        _line(out, {"format": FORMAT, "revision": HEAD})
        for table in tables:
            query = sa.select(table).order_by(*table.primary_key.columns)
            for row in connection.execution_options(yield_per=_BATCH).execute(query).mappings():
                _line(out, {"table": table.name, "row": {name: _plain(value) for name, value in row.items()}})
                count += 1
        _line(out, {"rows": count})
    return count


def _restore(engine: Engine, connection: Connection, lines: Iterable[bytes]) -> int:
    held = iter(lines)
    head = json.loads(next(held, b"null"))
    if not isinstance(head, dict) or head.get("format") != FORMAT:
        raise ValueError("it does not begin as one")
    _clear(engine, connection)
    upgrade(connection, head["revision"])
    tables = {table.name: table for table in _tables(connection)}
    count = _insert(connection, tables, held)
    _restart_numbers(connection, tables.values())
    upgrade(connection, "head")
    return count


def _insert(connection: Connection, tables: dict[str, sa.Table], lines: Iterator[bytes]) -> int:
    count, told = 0, -1
    rows = (json.loads(line) for line in lines)
    for name, group in itertools.groupby(rows, key=lambda line: line.get("table")):
        if name is None:
            told = next(group)["rows"]
            break
        for batch in _batches(group):
            values = [{key: _value(value) for key, value in line["row"].items()} for line in batch]
            connection.execute(sa.insert(tables[name]), values)
            count += len(values)
    if told != count or next(lines, None) is not None:  # reading to the end also checks gzip's checksum
        raise ValueError("its end is missing")
    return count


def _clear(engine: Engine, connection: Connection) -> None:
    """Drop empty tables; a store that holds anything is left alone."""
    found = sa.MetaData()
    found.reflect(connection)
    for table in found.tables.values():
        if table.name != "alembic_version" and connection.execute(sa.select(table).limit(1)).first():
            where = shown(engine.url)
            raise StoreError(f"The store {where} is not empty: move it away, or name another under `store`.")
    found.drop_all(connection)


def _tables(connection: Connection) -> list[sa.Table]:
    """The tables as they are, each after those that it refers to."""
    found = sa.MetaData()
    found.reflect(connection)
    return [table for table in found.sorted_tables if table.name != "alembic_version"]


def _restart_numbers(connection: Connection, tables: Iterable[sa.Table]) -> None:
    """PostgreSQL counts rows in sequences, which an insert with a number does not move."""
    if connection.dialect.name != "postgresql":
        return
    for table in tables:
        key = list(table.primary_key.columns)
        if len(key) == 1 and isinstance(key[0].type, sa.Integer):
            sequence = sa.func.pg_get_serial_sequence(table.name, key[0].name)
            last = sa.select(sa.func.coalesce(sa.func.max(key[0]), 0) + 1).scalar_subquery()
            connection.execute(sa.select(sa.func.setval(sequence, last, False)))


def _line(out: gzip.GzipFile, value: dict[str, Any]) -> None:
    out.write(json.dumps(value, ensure_ascii=True, sort_keys=True, separators=(",", ":")).encode() + b"\n")


def _plain(value: Any) -> Any:
    return (
        {"b64": base64.b64encode(bytes(value)).decode()} if isinstance(value, bytes | memoryview) else value
    )


def _value(value: Any) -> Any:
    return base64.b64decode(value["b64"]) if isinstance(value, dict) else value


def _batches(group: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    rows = iter(group)
    while batch := list(itertools.islice(rows, _BATCH)):
        yield batch

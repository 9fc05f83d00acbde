"""Opening a database: pragmas, transactions, migrations, and its errors in one clear sentence."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import URL, Connection, Engine, make_url

from briefings.errors import StoreError, needs

BUSY_SECONDS = 30
"""How long a writer waits for another before it gives up; an import of 5,000 documents takes under 2 s."""

HEAD = "0004"
"""The newest migration, checked before alembic is imported: it costs 0.2 s and is needed once per upgrade."""

_LOCK = 0x62726965
"""Key of PostgreSQL's advisory lock while the tables are brought up to date."""

_REASONS = (
    (
        "locked",
        "another process has been writing to it for {busy} s; wait until that has ended and try again",
    ),
    ("is full", "the disk is full; nothing was changed: make room and try again"),
    ("no space left", "the disk is full; nothing was changed: make room and try again"),
    ("file too large", "the file may not grow any further; nothing was changed: make room and try again"),
    ("readonly", "it may only be read; give this user the right to write to the file and its folder"),
    ("read-only", "it may only be read; give this user the right to write to the file and its folder"),
    ("not a database", "the file there is no database; name another file under `store` or move it away"),
    ("malformed", "the database is damaged; restore a backup"),
    ("unable to open", "the file cannot be opened or made; look at its folder and at the rights to it"),
    ("disk i/o error", "the disk failed or is full; nothing was changed: make room and try again"),
    ("connection refused", "no database server answers there; start it or correct `store`"),
)


def make_engine(url: str) -> Engine:
    """An engine for ``sqlite:///...`` or ``postgresql://...``; raises ``StoreError`` for anything else."""
    parsed = _parse(url)
    if parsed.get_backend_name() == "sqlite":
        return _sqlite(parsed)
    if parsed.drivername == "postgresql":
        parsed = parsed.set(drivername="postgresql+psycopg")
    try:
        return sa.create_engine(parsed, pool_pre_ping=True)
    except ImportError as error:
        text = f"The store {shown(parsed)} needs a PostgreSQL driver: {needs('postgresql')}."
        raise StoreError(text) from error


def shown(url: URL) -> str:
    """An address for messages: no password."""
    return url.render_as_string(hide_password=True)


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection for reading one consistent state."""
    with translated(engine), engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql("BEGIN")
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction that holds the write lock from its start, so that no lock stops it half way."""
    with translated(engine), engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        yield connection
        connection.commit()


@contextmanager
def translated(engine: Engine) -> Iterator[None]:
    """Database errors as ``StoreError``."""
    try:
        yield
    except (sa.exc.DBAPIError, sqlite3.Error) as error:
        raise StoreError(f"The store {shown(engine.url)} cannot be used: {_reason(error)}.") from error


def migrate(engine: Engine) -> None:
    """Bring the tables up to date, one process at a time; raises ``StoreError`` when they are newer."""
    with reading(engine) as connection:
        if _revision(connection) == HEAD:
            return
    with writing(engine) as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))
        revision = _revision(connection)
        if revision != HEAD:
            _refuse_newer(engine, revision)
            upgrade(connection)


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Run the migrations up to a revision, inside the open transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def _parse(url: str) -> URL:
    try:
        parsed = make_url(url)
    except sa.exc.ArgumentError as error:
        raise StoreError(f"The store {url!r} is no address; write sqlite:///briefings.db.") from error
    if parsed.get_backend_name() not in {"sqlite", "postgresql"}:
        raise StoreError(f"The store {shown(parsed)} is neither sqlite:///... nor postgresql://...")
    return parsed


def _sqlite(url: URL) -> Engine:
    if url.database and not url.database.startswith((":memory:", "file:")):
        folder = Path(url.database).parent
        if not folder.is_dir():
            raise StoreError(f"The store {shown(url)} cannot be made: there is no folder {folder}.")
    engine = sa.create_engine(url, connect_args={"timeout": BUSY_SECONDS, "isolation_level": None})
    sa.event.listen(engine, "connect", _pragmas)
    return engine


def _pragmas(connection: Any, _record: object) -> None:
    _wal(connection)
    # FULL: a finished write survives a power cut.
    for pragma in ("synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}").close()


def _wal(connection: sqlite3.Connection) -> None:
    """Let readers go on while one process writes.

    Two processes that switch a new file over at once are told "locked" without the busy time-out being waited for
    (https://sqlite.org/wal.html, "Sometimes queries return SQLITE_BUSY"), so this waits itself.
    """
    until = time.monotonic() + BUSY_SECONDS
    while connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        try:
            connection.execute("PRAGMA journal_mode=WAL").close()
            return  # a file system without shared memory keeps its mode: slower, but safe
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(0.02)


def _revision(connection: Connection) -> str | None:
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    row = connection.exec_driver_sql("SELECT version_num FROM alembic_version").first()
    return None if row is None else str(row[0])


def _refuse_newer(engine: Engine, revision: str | None) -> None:
    known = {path.name[:4] for path in (Path(__file__).parent / "migrations" / "versions").glob("[0-9]*.py")}
    if revision is not None and revision not in known:
        text = f"The store {shown(engine.url)} was written by a newer version of briefings"
        raise StoreError(f"{text} (tables {revision}, this one knows {HEAD}): update it.")


def _reason(error: Exception) -> str:
    cause = getattr(error, "orig", None) or error
    text = " ".join(str(cause).split()).rstrip(".")
    for needle, reason in _REASONS:
        if needle in text.casefold():
            return reason.format(busy=BUSY_SECONDS)
    return text or type(cause).__name__

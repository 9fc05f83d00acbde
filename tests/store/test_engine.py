"""Opening a store, its errors, and several processes on one file."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa

from briefings.errors import StoreError
from briefings.store import Store, engine, open_store
from briefings.store.tables import metadata
from tests.store.make import document

WRITER = """
import sys
from briefings.store import open_store
from tests.store.make import document
store = open_store(sys.argv[1])
pairs = ([document(str(i)), document(f"{sys.argv[2]}-{i}")] for i in range(60))
print(sum(len(store.add_documents(pair).new) for pair in pairs))
"""


def test_the_migrations_make_the_tables_that_the_code_expects(url: str, store: Store) -> None:
    made = sa.MetaData()
    opened = engine.make_engine(url)
    made.reflect(opened)
    opened.dispose()
    shape = {name: {c.name: (str(c.type), c.nullable) for c in t.columns} for name, t in made.tables.items()}
    wanted = {
        name: {c.name: (str(c.type.compile(opened.dialect)), c.nullable) for c in t.columns}
        for name, t in metadata.tables.items()
    }
    del shape["alembic_version"]
    assert shape == wanted


def test_foreign_keys_and_wal_are_on(url: str, store: Store) -> None:
    opened = engine.make_engine(url)
    with engine.reading(opened) as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
    opened.dispose()


def test_an_article_without_its_document_is_refused(store: Store) -> None:
    with pytest.raises(StoreError, match="FOREIGN KEY"):
        store.put_articles("r", [("0" * 64, ())])


def test_processes_that_open_and_write_at_once_lose_and_double_nothing(any_url: str) -> None:
    command = [sys.executable, "-c", WRITER, any_url]
    writers = [subprocess.Popen([*command, name], stdout=subprocess.PIPE, text=True) for name in ("a", "b")]
    counts = [int(writer.communicate(timeout=120)[0]) for writer in writers]
    assert [writer.returncode for writer in writers] == [0, 0]
    assert sum(counts) == 60 + 2 * 60
    opened = open_store(any_url)
    assert len(list(opened.documents())) == 180
    opened.close()


def test_a_locked_store_says_so(
    url: str, store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.1)
    impatient = open_store(url)
    other = sqlite3.connect(tmp_path / "store.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match=r"another process has been writing to it for 0\.1 s"):
        impatient.add_documents([document("x")])
    assert list(impatient.documents()) == []
    other.execute("ROLLBACK")
    assert impatient.add_documents([document("x")]).new


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"This is a letter, not a database. " * 40, "no database"),
        (b"SQLite format 3\0" + b"\xff" * 4096, "cannot be used"),
    ],
)
def test_a_file_that_is_no_database_says_so(tmp_path: Path, content: bytes, reason: str) -> None:
    (tmp_path / "store.db").write_bytes(content)
    with pytest.raises(StoreError, match=reason):
        open_store(f"sqlite:///{tmp_path}/store.db")
    assert (tmp_path / "store.db").read_bytes() == content


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("briefings.db", "is no address; write sqlite:///"),
        ("mysql://host/db", r"neither sqlite:///\.\.\. nor postgresql://"),
        ("sqlite:////nowhere/at/all/s.db", "there is no folder /nowhere/at/all"),
        ("postgresql://127.0.0.1:1/db", "no database server answers there"),
    ],
)
def test_an_address_that_cannot_be_a_store_says_why(url: str, reason: str) -> None:
    with pytest.raises(StoreError, match=reason):
        open_store(url)


def test_a_password_is_never_shown() -> None:
    with pytest.raises(StoreError) as caught:
        open_store("mysql://user:secret@host/db")
    assert "secret" not in str(caught.value)


def test_a_store_of_a_newer_version_is_left_alone(url: str, store: Store, tmp_path: Path) -> None:
    store.close()
    with sqlite3.connect(tmp_path / "store.db") as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError, match="newer version"):
        open_store(url)


def test_a_read_only_store_says_so(store: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="may only be read"):
        open_store(f"sqlite:///file:{tmp_path}/store.db?mode=ro&uri=true").add_documents([document("x")])


def test_a_folder_that_nobody_may_write_to_says_so() -> None:
    with pytest.raises(StoreError, match="cannot be opened or made"):
        open_store("sqlite:////proc/briefings.db")


FILLER = """
import resource, signal, sys
from briefings.errors import StoreError
from briefings.store import open_store
from tests.store.make import document
store = open_store(sys.argv[1])
store.add_documents([document("first")])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
import random
try:
    store.add_documents([document(str(random.Random(i).random()) * 20_000) for i in range(200)])
except StoreError as error:
    print(error)
"""


def test_a_file_that_may_not_grow_says_so_and_stays_whole(url: str) -> None:
    told = subprocess.run(
        [sys.executable, "-c", FILLER, url], capture_output=True, text=True, check=True
    ).stdout
    assert "nothing was changed: make room" in told
    assert [d.raw for d in open_store(url).documents()] == [b"first"]

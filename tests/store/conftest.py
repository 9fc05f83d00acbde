"""The stores that the contract suite runs against."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from briefings.store import Store, open_store
from tests.store import postgres

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    if postgres.programs() is None:
        pytest.skip("no PostgreSQL server here (apt install postgresql)")
    if find_spec("psycopg") is None:
        pytest.skip("no PostgreSQL driver here (pip install '.[postgresql]')")
    with postgres.running() as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def any_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty store of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/store.db"
    server: str = request.getfixturevalue("server")
    admin = sa.create_engine(f"{server}/postgres".replace("postgresql:", "postgresql+psycopg:"))
    with admin.begin() as connection:  # a schema of its own is made fifty times as fast as a database
        connection.exec_driver_sql("DROP SCHEMA public CASCADE")
        connection.exec_driver_sql("CREATE SCHEMA public")
    admin.dispose()
    return f"{server}/postgres"


@pytest.fixture
def any_store(any_url: str) -> Iterator[Store]:
    opened = open_store(any_url)
    yield opened
    opened.close()


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/store.db"


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    opened = open_store(url)
    yield opened
    opened.close()

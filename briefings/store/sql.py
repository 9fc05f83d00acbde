"""The store on SQLAlchemy Core: SQLite for one desk, PostgreSQL for a team."""

from __future__ import annotations

from sqlalchemy.engine import Engine

from briefings.store.articles import Readings
from briefings.store.engine import make_engine, migrate, shown
from briefings.store.incoming import Incoming
from briefings.store.records import Records
from briefings.store.retention import Retention


class SqlStore(Incoming, Readings, Records, Retention):
    """See ``protocol.Store``: the contract stands there."""

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine)
        self.url = shown(engine.url)

    @classmethod
    def open(cls, url: str) -> SqlStore:
        """Open it and bring its tables up to date."""
        engine = make_engine(url)
        try:
            migrate(engine)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine)

    def close(self) -> None:
        """Let go of every connection."""
        self._engine.dispose()

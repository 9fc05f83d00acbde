"""What is kept no longer: old documents that no issue cites, with all that was read from them, and old polls."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from briefings.store import codec
from briefings.store import tables as t
from briefings.store.engine import reading, translated, writing
from briefings.store.part import Part, chunks
from briefings.store.protocol import Pruned


class Retention(Part):
    """Removal; see ``protocol.Store``."""

    def prune(
        self, documents: datetime | None, polls: datetime | None, keep: Collection[str], *, dry: bool = False
    ) -> Pruned:
        """Remove what came before these times, but for documents in ``keep``."""
        with reading(self._engine) if dry else writing(self._engine) as connection:
            doomed = _doomed(connection, documents, keep)
            wholes = _unneeded(connection, documents, set(doomed))
            older = t.polls.c.at < codec.moment(polls) if polls else sa.false()
            told = connection.scalar(sa.select(sa.func.count()).select_from(t.polls).where(older)) or 0
            if not dry:
                self._remove(connection, doomed, wholes)
                connection.execute(sa.delete(t.polls).where(older))
        pruned = Pruned(len(doomed), len(wholes), told)
        if pruned != Pruned() and not dry:
            self._shrink()
        return pruned

    def _remove(self, connection: Connection, doomed: list[str], wholes: list[str]) -> None:
        for chunk in chunks(doomed):
            connection.execute(sa.delete(t.blocks).where(t.blocks.c.sha256.in_(chunk)))
            connection.execute(sa.delete(t.documents).where(t.documents.c.sha256.in_(chunk)))
        self._insert_new(connection, t.removed, [{"sha256": sha} for sha in doomed])
        for chunk in chunks(wholes):
            connection.execute(sa.delete(t.wholes).where(t.wholes.c.sha256.in_(chunk)))
        left = sa.select(t.articles.c.id)
        for table in (t.tags, t.story_ids, t.releases):
            connection.execute(sa.delete(table).where(table.c.article.not_in(left)))

    def _shrink(self) -> None:
        """Give the room back and leave no removed bytes in the file; PostgreSQL does so by itself."""
        if self._engine.dialect.name == "sqlite":
            with translated(self._engine), self._engine.connect() as connection:
                connection.exec_driver_sql("VACUUM")


def _doomed(connection: Connection, before: datetime | None, keep: Collection[str]) -> list[str]:
    if before is None:
        return []
    query = sa.select(t.documents.c.sha256).where(t.documents.c.retrieved < codec.moment(before))
    return sorted(set(connection.scalars(query)) - set(keep))


def _unneeded(connection: Connection, before: datetime | None, doomed: set[str]) -> list[str]:
    """Files from which only doomed documents were split."""
    if before is None:
        return []
    query = sa.select(t.wholes.c.sha256).where(t.wholes.c.retrieved < codec.moment(before))
    pairs = connection.execute(sa.select(t.documents.c.sha256, t.documents.c.container))
    needed = {row.container for row in pairs if row.sha256 not in doomed}
    return sorted(set(connection.scalars(query)) - needed)

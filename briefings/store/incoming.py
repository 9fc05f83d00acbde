"""What came in: documents as they came, the files that they were split from, and the polls that brought them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from briefings.store import codec
from briefings.store import tables as t
from briefings.store.engine import reading, writing
from briefings.store.part import Part, chunks
from briefings.store.protocol import Added
from briefings.store.rows import document_row, document_rows, memory_row, poll_row, to_document
from briefings.types import Fetched, Memory, Poll

_AT_ONCE = 20
"""Documents fetched at once with their bytes, of which each may have 20 MB."""
_REMOVED = sa.select(t.removed.c.sha256).where(t.removed.c.sha256.in_(sa.bindparam("shas", expanding=True)))


class Incoming(Part):
    """Documents and polls; see ``protocol.Store``."""

    def add_documents(self, documents: Iterable[Fetched]) -> Added:
        """Keep documents; what is there already stays as it first came."""
        rows = [(document, document_row(document)) for document in documents]
        with writing(self._engine) as connection:
            self._insert_new(connection, t.wholes, [row for document, row in rows if document.whole])
            for chunk in chunks([document.sha256 for document, _ in rows]):  # asked for in so many words
                connection.execute(sa.delete(t.removed).where(t.removed.c.sha256.in_(chunk)))
            return self._add(connection, [row for document, row in rows if not document.whole])

    def documents(self, shas: Sequence[str] | None = None) -> Iterator[Fetched]:
        """Stored documents by SHA-256, a few at a time so that a large store fits in memory."""
        for chunk in chunks(self.unread("") if shas is None else sorted(set(shas)), _AT_ONCE):
            query = (
                sa.select(t.documents).where(t.documents.c.sha256.in_(chunk)).order_by(t.documents.c.sha256)
            )
            with reading(self._engine) as connection:
                rows = connection.execute(query).mappings().all()
            yield from (to_document(row) for row in rows)

    def paths(self, shas: Sequence[str]) -> Mapping[str, str]:
        """Where documents lay when they came in, by SHA-256."""
        found: dict[str, str] = {}
        with reading(self._engine) as connection:
            for chunk in chunks(sorted(set(shas))):
                query = sa.select(t.documents.c.sha256, t.documents.c.path)
                rows = connection.execute(query.where(t.documents.c.sha256.in_(chunk)))
                found |= {row.sha256: row.path for row in rows}
        return found

    def unread(self, reader: str) -> tuple[str, ...]:
        """SHA-256 of the documents that a reader has not read, sorted."""
        query = sa.select(t.documents.c.sha256).order_by(t.documents.c.sha256)
        if reader:
            done = sa.select(t.readings.c.sha256).where(t.readings.c.reader == reader)
            query = query.where(t.documents.c.sha256.not_in(done))
        with reading(self._engine) as connection:
            return tuple(connection.scalars(query))

    def whole(self, sha256: str) -> Fetched | None:
        """The file that documents were split from."""
        with reading(self._engine) as connection:
            row = (
                connection.execute(sa.select(t.wholes).where(t.wholes.c.sha256 == sha256)).mappings().first()
            )
        return None if row is None else replace(to_document(row), whole=True)

    def put_polls(self, polls: Sequence[Poll]) -> tuple[Poll, ...]:
        """Keep what polls brought, all or nothing: an ETag is never remembered without its items."""
        rows = document_rows(document for poll in polls for document in poll.documents)
        with writing(self._engine) as connection:
            parts = [document.sha256 for poll in polls for document in poll.documents if not document.whole]
            removed = self._removed(connection, parts)
            new = set(self._insert_new(connection, t.documents, [rows[s] for s in parts if s not in removed]))
            kept = tuple(_kept(poll, new) for poll in polls)
            files = [
                d for was, poll in zip(polls, kept, strict=True) if poll.new for d in was.documents if d.whole
            ]
            self._insert_new(connection, t.wholes, [rows[file.sha256] for file in files])
            self._upsert(connection, t.polls, ("source", "at"), [poll_row(poll) for poll in kept])
            self._upsert(connection, t.memories, ("source",), [memory_row(poll.memory) for poll in kept])
        return kept

    def polls(
        self, source: str = "", start: datetime | None = None, end: datetime | None = None
    ) -> tuple[Poll, ...]:
        """The history by (time, source)."""
        query = sa.select(t.polls.c.payload).order_by(t.polls.c.at, t.polls.c.source)
        if source:
            query = query.where(t.polls.c.source == source)
        if start is not None:
            query = query.where(t.polls.c.at >= codec.moment(start))
        if end is not None:
            query = query.where(t.polls.c.at < codec.moment(end))
        with reading(self._engine) as connection:
            return tuple(codec.load_poll(payload) for payload in connection.scalars(query))

    def memories(self) -> Mapping[str, Memory]:
        """Source id -> memory."""
        query = sa.select(t.memories.c.source, t.memories.c.payload).order_by(t.memories.c.source)
        with reading(self._engine) as connection:
            return {row.source: codec.load_memory(row.payload) for row in connection.execute(query)}

    def _removed(self, connection: Connection, shas: Sequence[str]) -> set[str]:
        found: set[str] = set()
        for chunk in chunks(sorted(set(shas))):
            found |= set(connection.scalars(_REMOVED, {"shas": chunk}))
        return found

    def _add(self, connection: Connection, rows: Sequence[dict[str, Any]]) -> Added:
        fresh = set(self._insert_new(connection, t.documents, rows))
        new: dict[str, None] = {}
        known: list[str] = []
        for row in rows:
            sha = row["sha256"]
            if sha in fresh and sha not in new:
                new[sha] = None
            else:
                known.append(sha)
        return Added(tuple(new), tuple(known))


def _kept(poll: Poll, new: set[str]) -> Poll:
    """A poll with those of its documents that are new, which then are so no longer."""
    found: dict[str, Fetched] = {}
    for document in poll.documents:
        if not document.whole and document.sha256 in new:
            new.remove(document.sha256)
            found[document.sha256] = document
    memory = replace(poll.memory, last_new=poll.at) if found else poll.memory
    return replace(poll, new=len(found), memory=memory, documents=tuple(found.values()))

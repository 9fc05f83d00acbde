"""The store on SQLAlchemy Core: SQLite for one desk, PostgreSQL for a team."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from types import MappingProxyType
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection, Engine

from briefings.errors import StoreError
from briefings.store import codec
from briefings.store import tables as t
from briefings.store.engine import make_engine, migrate, reading, shown, writing
from briefings.store.protocol import EVERYTHING, Added, Edit, Find, IssueRecord, LogLine
from briefings.store.rows import article_row, document_row, to_document, to_edit, to_issue
from briefings.types import Article, Fetched, Memory, Poll, Queued, Tag, Tagged

_CHUNK = 500
"""Values in one IN list: under SQLite's oldest limit of 999 parameters."""


class SqlStore:
    """See ``protocol.Store``: the contract stands there."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
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

    # Documents

    def add_documents(self, documents: Iterable[Fetched]) -> Added:
        """Keep documents; what is there already stays as it first came."""
        rows = [(document, document_row(document)) for document in documents]
        with writing(self._engine) as connection:
            self._insert_new(connection, t.wholes, [row for document, row in rows if document.whole])
            return self._add(connection, [row for document, row in rows if not document.whole])

    def documents(self, shas: Sequence[str] | None = None, unread_by: str = "") -> Iterator[Fetched]:
        """Stored documents by SHA-256, read in chunks so that a large store fits in memory."""
        with reading(self._engine) as connection:
            wanted = sorted(self._unread(connection, unread_by) if shas is None else set(shas))
            if shas is not None and unread_by:
                wanted = sorted(set(wanted) & set(self._unread(connection, unread_by)))
        for chunk in _chunks(wanted):
            query = (
                sa.select(t.documents).where(t.documents.c.sha256.in_(chunk)).order_by(t.documents.c.sha256)
            )
            with reading(self._engine) as connection:
                rows = connection.execute(query).mappings().all()
            yield from (to_document(row) for row in rows)

    def whole(self, sha256: str) -> Fetched | None:
        """The file that documents were split from."""
        with reading(self._engine) as connection:
            row = (
                connection.execute(sa.select(t.wholes).where(t.wholes.c.sha256 == sha256)).mappings().first()
            )
        return None if row is None else replace(to_document(row), whole=True)

    # Articles

    def put_articles(
        self,
        reader: str,
        readings: Iterable[tuple[str, Sequence[Article]]],
        blocks: Mapping[str, Iterable[tuple[str, str, str]]] = MappingProxyType({}),
    ) -> None:
        """Replace what earlier readers made of these documents."""
        batch = {sha: {a.id: a for a in reversed(articles)} for sha, articles in readings}
        rows = [article_row(sha, a) for sha, articles in batch.items() for a in articles.values()]
        with writing(self._engine) as connection:
            for chunk in _chunks(sorted(batch)):
                connection.execute(sa.delete(t.articles).where(t.articles.c.sha256.in_(chunk)))
            read = [{"sha256": sha, "reader": reader} for sha in batch]
            self._upsert(connection, t.readings, ("sha256",), read)
            self._upsert(connection, t.articles, ("id", "sha256"), rows)
            self._replace_blocks(connection, blocks)

    def _replace_blocks(
        self, connection: Connection, blocks: Mapping[str, Iterable[tuple[str, str, str]]]
    ) -> None:
        for chunk in _chunks(sorted(blocks)):
            connection.execute(sa.delete(t.blocks).where(t.blocks.c.sha256.in_(chunk)))
        rows = sorted((*block, sha) for sha, found in blocks.items() for block in found)
        names = ("outlet", "mark", "title", "sha256")
        if rows:
            connection.execute(sa.insert(t.blocks), [dict(zip(names, row, strict=True)) for row in rows])

    def blocks(self, outlets: Iterable[str]) -> frozenset[tuple[str, str, str]]:
        """(outlet, mark, title) of every paragraph of these outlets."""
        found: set[tuple[str, str, str]] = set()
        query = sa.select(t.blocks.c.outlet, t.blocks.c.mark, t.blocks.c.title).distinct()
        with reading(self._engine) as connection:
            for chunk in _chunks(sorted(set(outlets))):
                rows = connection.execute(query.where(t.blocks.c.outlet.in_(chunk)))
                found |= {(row.outlet, row.mark, row.title) for row in rows}
        return frozenset(found)

    def holding(self, marks: Iterable[tuple[str, str]]) -> tuple[str, ...]:
        """SHA-256 of the documents that hold a paragraph with one of these (outlet, mark)."""
        wanted = set(marks)
        found: set[str] = set()
        with reading(self._engine) as connection:
            for chunk in _chunks(sorted({mark for _, mark in wanted})):
                query = sa.select(t.blocks).where(t.blocks.c.mark.in_(chunk))
                rows = connection.execute(query)
                found |= {row.sha256 for row in rows if (row.outlet, row.mark) in wanted}
        return tuple(sorted(found))

    def articles(self, find: Find = EVERYTHING) -> tuple[Article, ...]:
        """The current version of each article that meets every condition."""
        latest = _current(find.retrieved_by)
        query = sa.select(latest.c.payload, latest.c.released, latest.c.start_day, latest.c.id)
        query = query.where(*_conditions(latest, find))
        with reading(self._engine) as connection:
            if find.ids is None:
                rows = list(connection.execute(query))
            else:
                chunks = (query.where(latest.c.id.in_(ids)) for ids in _chunks(sorted(set(find.ids))))
                rows = [row for chunk in chunks for row in connection.execute(chunk)]
        rows.sort(key=lambda row: (row.start_day or "9999", row.id))
        return tuple(codec.load_article(row.payload, released=row.released is not None) for row in rows)

    def versions(self, article_id: str) -> tuple[Article, ...]:
        """Every reading of one article, oldest retrieval first."""
        query = (
            sa.select(t.articles.c.payload)
            .where(t.articles.c.id == article_id)
            .order_by(t.articles.c.retrieved, t.articles.c.sha256)
        )
        with reading(self._engine) as connection:
            return tuple(codec.load_article(payload) for payload in connection.scalars(query))

    def release(self, article_id: str) -> bool:
        """Let a quarantined article into briefs."""
        held = sa.select(t.articles.c.id).where(t.articles.c.id == article_id, t.articles.c.quarantine != "")
        with writing(self._engine) as connection:
            if connection.execute(held).first() is None:
                return False
            self._insert_new(connection, t.releases, [{"article": article_id}])
        return True

    # Tags

    def put_tags(self, watch_digest: str, items: Iterable[Tagged]) -> None:
        """Keep the tags of one watch list."""
        rows = [
            {
                "article": item.article.id,
                "watch": watch_digest,
                "wording": codec.wording(item.article),
                "payload": codec.storable(codec.dump_tags(item.tags)),
            }
            for item in items
        ]
        with writing(self._engine) as connection:
            self._upsert(connection, t.tags, ("article", "watch"), rows)

    def tags(self, watch_digest: str, articles: Iterable[Article]) -> Mapping[str, tuple[Tag, ...]]:
        """The tags that hold for these very wordings."""
        wordings = {article.id: codec.wording(article) for article in articles}
        found = {}
        with reading(self._engine) as connection:
            for chunk in _chunks(sorted(wordings)):
                query = sa.select(t.tags).where(t.tags.c.watch == watch_digest, t.tags.c.article.in_(chunk))
                for row in connection.execute(query):
                    if row.wording == wordings[row.article]:
                        found[row.article] = codec.load_tags(row.payload)
        return found

    # Stories

    def story_ids(self) -> Mapping[str, str]:
        """Article id -> story id."""
        query = sa.select(t.story_ids.c.article, t.story_ids.c.story).order_by(t.story_ids.c.article)
        with reading(self._engine) as connection:
            return {row.article: row.story for row in connection.execute(query)}

    def put_story_ids(self, ids: Mapping[str, str]) -> None:
        """Remember story ids."""
        rows = [{"article": article, "story": story} for article, story in ids.items()]
        with writing(self._engine) as connection:
            self._upsert(connection, t.story_ids, ("article",), rows)

    # Issues

    def put_issue(self, issue: IssueRecord) -> None:
        """Keep an issue; the same version twice must be the same bytes, and may add files of other formats."""
        row = {
            "name": issue.name,
            "label": issue.label,
            "version": issue.version,
            "created": codec.moment(issue.created),
            "data": issue.data,
            "files": codec.dump_json(issue.files),
        }
        with writing(self._engine) as connection:
            if self._insert_new(connection, t.issues, [row]):
                return
            held = connection.execute(
                sa.select(t.issues.c.data, t.issues.c.files).where(*_is_issue(issue))
            ).first()
            if held is not None and bytes(held.data) == issue.data:
                files = codec.dump_json({**codec.load_json(held.files), **issue.files})
                connection.execute(sa.update(t.issues).where(*_is_issue(issue)).values(files=files))
                return
        which = f"{issue.name} {issue.label} v{issue.version}"
        raise StoreError(f"The issue {which} is in the store with other content; write a new version.")

    def issues(self, name: str = "", label: str = "") -> tuple[IssueRecord, ...]:
        """Issues by (name, label, version)."""
        query = sa.select(t.issues).order_by(t.issues.c.name, t.issues.c.label, t.issues.c.version)
        if name:
            query = query.where(t.issues.c.name == name)
        if label:
            query = query.where(t.issues.c.label == label)
        with reading(self._engine) as connection:
            return tuple(to_issue(row) for row in connection.execute(query))

    # Polls

    def put_poll(self, poll: Poll) -> Poll:
        """Keep what a poll brought, all or nothing: an ETag is never remembered without its items."""
        wholes = [document_row(document) for document in poll.documents if document.whole]
        rows = [document_row(document) for document in poll.documents if not document.whole]
        with writing(self._engine) as connection:
            self._insert_new(connection, t.wholes, wholes)
            new = set(self._add(connection, rows).new)
            memory = replace(poll.memory, last_new=poll.at) if new else poll.memory
            documents = tuple(d for d in poll.documents if d.sha256 in new and not d.whole)
            kept = replace(poll, new=len(new), memory=memory, documents=documents)
            line = {"source": poll.source, "at": codec.moment(poll.at), "payload": codec.dump_poll(kept)}
            self._upsert(connection, t.polls, ("source", "at"), [line])
            remembered = {"source": poll.source, "payload": codec.dump_memory(memory)}
            self._upsert(connection, t.memories, ("source",), [remembered])
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

    # The outbox

    def enqueue(self, copies: Sequence[Queued]) -> None:
        """Put copies into the outbox."""
        with writing(self._engine) as connection:
            self._insert_new(connection, t.outbox, [asdict(copy) for copy in copies])

    def outbox(self, mailing: str = "") -> tuple[Queued, ...]:
        """Copies of one mailing, or all."""
        query = sa.select(t.outbox).order_by(t.outbox.c.mailing, t.outbox.c.recipient)
        if mailing:
            query = query.where(t.outbox.c.mailing == mailing)
        with reading(self._engine) as connection:
            return tuple(Queued(**row) for row in connection.execute(query).mappings())

    def settle(self, copy: Queued) -> None:
        """Replace a copy's state, answer and attempts."""
        with writing(self._engine) as connection:
            connection.execute(sa.update(t.outbox).where(t.outbox.c.id == copy.id), asdict(copy))

    # A person's hand, the log, odds and ends

    def add_edit(
        self, kind: str, subject: str, payload: Mapping[str, object], author: str, at: datetime
    ) -> Edit:
        """Keep what a person set."""
        row = {"kind": kind, "subject": subject, "payload": codec.dump_json(payload), "author": author}
        row |= {"at": codec.moment(at)}
        with writing(self._engine) as connection:
            done = connection.execute(sa.insert(t.edits).values(**row, undone=False))
            number = done.inserted_primary_key[0] if done.inserted_primary_key else 0
        return Edit(number, kind, subject, payload, author, at)

    def edits(self, kind: str = "", subject: str = "", *, undone: bool | None = False) -> tuple[Edit, ...]:
        """Edits in the order in which they were made."""
        query = sa.select(t.edits).order_by(t.edits.c.id)
        if kind:
            query = query.where(t.edits.c.kind == kind)
        if subject:
            query = query.where(t.edits.c.subject == subject)
        if undone is not None:
            query = query.where(t.edits.c.undone.is_(undone))
        with reading(self._engine) as connection:
            return tuple(to_edit(row) for row in connection.execute(query))

    def undo_edit(self, edit_id: int) -> bool:
        """Mark an edit as taken back."""
        query = sa.update(t.edits).where(t.edits.c.id == edit_id, t.edits.c.undone.is_(False))
        with writing(self._engine) as connection:
            return connection.execute(query.values(undone=True)).rowcount == 1

    def log(self, event: str, detail: Mapping[str, object], at: datetime) -> None:
        """Append a line to the log."""
        row = {"at": codec.moment(at), "event": event, "detail": codec.dump_json(detail)}
        with writing(self._engine) as connection:
            connection.execute(sa.insert(t.log).values(**row))

    def log_lines(self, event: str = "") -> tuple[LogLine, ...]:
        """The log in order."""
        query = sa.select(t.log).order_by(t.log.c.id)
        if event:
            query = query.where(t.log.c.event == event)
        with reading(self._engine) as connection:
            return tuple(
                LogLine(row.id, codec.parse_moment(row.at), row.event, codec.load_json(row.detail))
                for row in connection.execute(query)
            )

    def meta(self, key: str) -> str | None:
        """A remembered value."""
        with reading(self._engine) as connection:
            return connection.scalar(sa.select(t.meta.c.value).where(t.meta.c.key == key))

    def put_meta(self, key: str, value: str) -> None:
        """Remember a value."""
        with writing(self._engine) as connection:
            self._upsert(connection, t.meta, ("key",), [{"key": key, "value": value}])

    # Inside

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

    def _insert_new(
        self, connection: Connection, table: sa.Table, rows: Sequence[dict[str, Any]]
    ) -> list[str]:
        """Insert what is not there; the first key column of what was inserted."""
        key = next(iter(table.primary_key.columns))
        columns = list(table.primary_key.columns)
        unique = {tuple(row[c.name] for c in columns): row for row in reversed(rows)}
        held = set()
        for chunk in _chunks(sorted({keys[0] for keys in unique})):
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

    def _unread(self, connection: Connection, reader: str) -> Iterable[str]:
        query = sa.select(t.documents.c.sha256)
        if reader:
            done = sa.select(t.readings.c.sha256).where(t.readings.c.reader == reader)
            query = query.where(t.documents.c.sha256.not_in(done))
        return connection.scalars(query).all()


def _chunks(values: Sequence[str]) -> Iterator[Sequence[str]]:
    return (values[i : i + _CHUNK] for i in range(0, len(values), _CHUNK))


def _current(retrieved_by: datetime | None) -> sa.Subquery:
    """Articles with their rows numbered, best version first, cut down to the first of each."""
    order = (t.articles.c.rank.desc(), t.articles.c.retrieved.desc(), t.articles.c.sha256)
    place = sa.func.row_number().over(partition_by=t.articles.c.id, order_by=order).label("place")
    query = sa.select(t.articles, place)
    if retrieved_by is not None:
        query = query.where(t.articles.c.retrieved <= codec.moment(retrieved_by))
    numbered = query.subquery()
    released = t.releases.c.article.label("released")
    joined = numbered.outerjoin(t.releases, t.releases.c.article == numbered.c.id)
    return sa.select(numbered, released).select_from(joined).where(numbered.c.place == 1).subquery()


def _conditions(latest: sa.Subquery, find: Find) -> list[sa.ColumnElement[bool]]:
    conditions = _words(latest, find.search)
    if find.start is not None:
        conditions.append(latest.c.end_day >= codec.day(find.start))
    if find.end is not None:
        conditions.append(latest.c.start_day <= codec.day(find.end))
    if find.undated is not None:
        undated = latest.c.start_day.is_(None)
        conditions.append(undated if find.undated else ~undated)
    if find.quarantined is not None:
        kept_out = (latest.c.quarantine != "") & latest.c.released.is_(None)
        conditions.append(kept_out if find.quarantined else ~kept_out)
    return conditions


def _words(latest: sa.Subquery, search: str) -> list[sa.ColumnElement[bool]]:
    words = codec.folded(search).split()
    return [latest.c.folded.contains(word, autoescape=True) for word in words]


def _is_issue(issue: IssueRecord) -> Iterable[sa.ColumnElement[bool]]:
    same = (t.issues.c.name == issue.name, t.issues.c.label == issue.label)
    return itertools.chain(same, (t.issues.c.version == issue.version,))

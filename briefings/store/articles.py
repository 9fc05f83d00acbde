"""What was read from documents: articles in their versions, marks of their paragraphs, tags, and stories."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from briefings.store import codec
from briefings.store import tables as t
from briefings.store.engine import reading, writing
from briefings.store.part import Part, chunks
from briefings.store.protocol import EVERYTHING, Find
from briefings.store.rows import article_row
from briefings.types import Article, Tag, Tagged


class Readings(Part):
    """Articles, tags and stories; see ``protocol.Store``."""

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
            for chunk in chunks(sorted(batch)):
                connection.execute(sa.delete(t.articles).where(t.articles.c.sha256.in_(chunk)))
            read = [{"sha256": sha, "reader": reader} for sha in batch]
            self._upsert(connection, t.readings, ("sha256",), read)
            self._upsert(connection, t.articles, ("id", "sha256"), rows)
            self._replace_blocks(connection, blocks)

    def _replace_blocks(
        self, connection: Connection, blocks: Mapping[str, Iterable[tuple[str, str, str]]]
    ) -> None:
        for chunk in chunks(sorted(blocks)):
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
            for chunk in chunks(sorted(set(outlets))):
                rows = connection.execute(query.where(t.blocks.c.outlet.in_(chunk)))
                found |= {(row.outlet, row.mark, row.title) for row in rows}
        return frozenset(found)

    def holding(self, marks: Iterable[tuple[str, str]]) -> tuple[str, ...]:
        """SHA-256 of the documents that hold a paragraph with one of these (outlet, mark)."""
        wanted = set(marks)
        found: set[str] = set()
        with reading(self._engine) as connection:
            for chunk in chunks(sorted({mark for _, mark in wanted})):
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
                parts = (query.where(latest.c.id.in_(ids)) for ids in chunks(sorted(set(find.ids))))
                rows = [row for part in parts for row in connection.execute(part)]
            addresses = _addresses(connection, find.retrieved_by)
        rows.sort(key=lambda row: (row.start_day or "9999", row.id))
        found = (codec.load_article(row.payload, released=row.released is not None) for row in rows)
        return tuple(_at_all(article, addresses.get(article.id, set())) for article in found)

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
            for chunk in chunks(sorted(wordings)):
                query = sa.select(t.tags).where(t.tags.c.watch == watch_digest, t.tags.c.article.in_(chunk))
                for row in connection.execute(query):
                    if row.wording == wordings[row.article]:
                        found[row.article] = codec.load_tags(row.payload)
        return found

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


def _addresses(connection: Connection, retrieved_by: datetime | None) -> dict[str, set[str]]:
    """The addresses under which articles of several versions came, by article."""
    several = sa.select(t.articles.c.id).group_by(t.articles.c.id).having(sa.func.count() > 1)
    query = sa.select(t.articles.c.id, t.articles.c.payload).where(t.articles.c.id.in_(several))
    if retrieved_by is not None:
        query = query.where(t.articles.c.retrieved <= codec.moment(retrieved_by))
    found: dict[str, set[str]] = {}
    for row in connection.execute(query):
        version = codec.load_article(row.payload)
        found.setdefault(row.id, set()).update(version.url_variants)
    return found


def _at_all(article: Article, addresses: set[str]) -> Article:
    """The article with the addresses of its other versions, too."""
    variants = tuple(sorted({*article.url_variants, *addresses} - {article.url or ""}))
    return article if variants == article.url_variants else replace(article, url_variants=variants)


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

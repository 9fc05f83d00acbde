"""Cargo as rows of the tables, and back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from briefings.store import codec
from briefings.store.protocol import Edit, IssueRecord
from briefings.types import Article, Fetched, Memory, Poll

if TYPE_CHECKING:
    import sqlalchemy as sa


def document_rows(documents: Iterable[Fetched]) -> dict[str, dict[str, Any]]:
    """Documents as rows by their SHA-256, of equal ones the first."""
    rows: dict[str, dict[str, Any]] = {}
    for document in documents:
        if document.sha256 not in rows:
            rows[document.sha256] = document_row(document)
    return rows


def document_row(document: Fetched) -> dict[str, Any]:
    """A document as a row."""
    raw, packed = codec.pack(document.raw)
    return {
        "sha256": document.sha256,
        "raw": raw,
        "packed": packed,
        "media_type": document.media_type,
        "url": document.url and codec.storable(document.url),
        "path": codec.storable(document.path),
        "source": document.source,
        "container": document.container,
        "headers": codec.dump_json(document.headers),
        "retrieved": codec.moment(document.retrieved),
    }


def to_document(row: sa.RowMapping) -> Fetched:
    """The document in a row."""
    return Fetched(
        raw=codec.unpack(row["raw"], row["packed"]),
        sha256=row["sha256"],
        media_type=row["media_type"],
        retrieved=codec.parse_moment(row["retrieved"]),
        path=row["path"],
        url=row["url"],
        source=row["source"],
        container=row["container"],
        headers=codec.load_json(row["headers"]),
    )


def article_row(sha256: str, article: Article) -> dict[str, Any]:
    """An article as a row of the document that it was read from.

    Its days are those of publication; an old text that a feed passed off as new is found by the day it was given.
    """
    when = article.published
    days = (when.delivered or when.start, when.delivered or when.end) if when else None
    return {
        "id": article.id,
        "sha256": sha256,
        "retrieved": codec.moment(article.retrieved),
        "start_day": codec.day(days[0]) if days else None,
        "end_day": codec.day(days[1]) if days else None,
        "language": article.language,
        "url": article.url and codec.storable(article.url),
        "publisher": codec.storable(article.publisher),
        "title": codec.storable(article.title),
        "quarantine": codec.storable(article.quarantine),
        "wording": codec.wording(article),
        "rank": codec.rank(article),
        "folded": codec.folded(f"{article.title}\n{article.text}"),
        "payload": codec.dump_article(article),
    }


def poll_row(poll: Poll) -> dict[str, Any]:
    """A poll as a line of the history."""
    return {"source": poll.source, "at": codec.moment(poll.at), "payload": codec.dump_poll(poll)}


def memory_row(memory: Memory) -> dict[str, Any]:
    """A source's memory as a row."""
    return {"source": memory.source, "payload": codec.dump_memory(memory)}


def to_issue(row: sa.Row[Any]) -> IssueRecord:
    """The issue in a row."""
    created = codec.parse_moment(row.created)
    return IssueRecord(row.name, row.label, row.version, created, bytes(row.data), codec.load_json(row.files))


def to_edit(row: sa.Row[Any]) -> Edit:
    """The edit in a row."""
    at = codec.parse_moment(row.at)
    return Edit(row.id, row.kind, row.subject, codec.load_json(row.payload), row.author, at, row.undone)

"""Feeds to documents: each entry a record, and the feed itself kept as the file that they were split from.

The dates stay as the feed writes them: their zone tells the outlet's local day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefings.errors import InputError
from briefings.sources.answers import syndication
from briefings.sources.answers.entries import Feed, Item
from briefings.sources.formats import markup
from briefings.sources.items import Blob, digest, problem, record, whole
from briefings.types import Fetched, Problem


def split(blob: Blob, content_type: str = "") -> Iterator[Fetched | Problem]:
    """The entries of a feed as records, before them the feed itself."""
    try:
        feed = syndication.parse(blob.raw, content_type, blob.url or "")
    except InputError as error:
        yield problem(blob.path or blob.url or "", str(error))
        return
    yield whole(blob, content_type or "application/xml")
    yield from records(blob, feed)
    if not feed.items:
        yield problem(blob.path or blob.url or "", "The feed holds no items.")


def records(blob: Blob, feed: Feed) -> Iterator[Fetched]:
    """The entries of a feed as documents; an entry without title and text is passed over."""
    container = digest(blob.raw)
    for item in feed.items:
        fields = _fields(item, feed, named=bool(blob.source))
        if fields["title"] or fields["html"] or fields["text"]:
            yield record(blob, fields, container)


def _fields(item: Item, feed: Feed, *, named: bool) -> dict[str, str]:
    body = item.content or item.summary
    marked = not item.is_text and re.search(r"<[a-zA-Z/!]|&[a-zA-Z#]", body)
    return {
        "title": " ".join(markup.unescaped(item.title).split())
        if item.title_is_text
        else markup.plain(item.title),
        "html": markup.safe(body, item.link or feed.link) if marked else "",
        "text": "" if marked else body,
        "url": item.link,
        "id": item.id if item.id != item.link else "",
        "date": item.published or item.updated,
        "updated": item.updated if item.updated != item.published else "",
        "author": markup.plain(item.author),
        "language": item.language or feed.language,
        "publisher": markup.plain(item.publisher or ("" if named else feed.title)),
        "section": markup.plain(item.section),
    }

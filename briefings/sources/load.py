"""One door for everything that can be imported: files, folders, archives and single addresses."""

from __future__ import annotations

import asyncio
import itertools
import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from briefings.sources import files
from briefings.sources.files import split
from briefings.sources.items import Blob, problem
from briefings.sources.options import LoadOptions
from briefings.sources.polling.fetch import Answer, Fetcher, FetchError, FetchOptions, Refused, Request
from briefings.types import Fetched, Problem

DEFAULTS = LoadOptions()


def load(paths: Sequence[str], now: datetime, options: LoadOptions = DEFAULTS) -> Iterator[Fetched | Problem]:
    """The documents at paths and addresses, in the order given; a folder's files in the order of their names.

    ``now`` (UTC) becomes their time of retrieval. What cannot be used comes as a ``Problem`` and the rest goes on.
    A file that was split (table, feed) comes first, with ``whole`` set, then its records. Raises ``InputError``
    before the first document when a path does not exist.
    """
    return itertools.chain.from_iterable(
        (entry,) if isinstance(entry, Problem) else _one(entry, now, options) for entry in listed(paths)
    )


def listed(paths: Sequence[str]) -> Iterator[str | Problem]:
    """The files and addresses that ``load`` takes apart one after the other, and what it passes over.

    Raises ``InputError`` at once when a path does not exist.
    """
    held = files.listed([path for path in paths if not is_address(path)])
    return itertools.chain(held, (path for path in paths if is_address(path)))


def _one(path: str, now: datetime, options: LoadOptions) -> Iterator[Fetched | Problem]:
    """The documents in one file or at one address."""
    for part in parts(path, now, options):
        yield from (part,) if isinstance(part, Problem) else split(part, options)


def parts(path: str, now: datetime, options: LoadOptions) -> Iterator[Blob | Problem]:
    """What one file or address holds that can be split by itself: the file, or the members of an archive."""
    return (_page if is_address(path) else files.parts)(path, now, options)


def is_address(path: str) -> bool:
    """Whether this is an http(s) address and not a path."""
    return re.match(r"(?i)https?://", path) is not None


def _page(url: str, now: datetime, options: LoadOptions) -> Iterator[Blob | Problem]:
    """What one address holds: a page, a feed, a PDF, or whatever else can be read."""
    try:
        answer = asyncio.run(_fetch(Request(url, allow_private=options.allow_private), options))
    except Refused as error:
        yield problem(url, f"It is not fetched: {error}; say --allow-private if that is meant.")
        return
    except FetchError as error:
        yield problem(url, f"It cannot be fetched: {error}.")
        return
    if answer.status != 200:
        yield problem(url, f"It cannot be fetched: the server answered {answer.status}.")
        return
    kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    blob = Blob(answer.body, "", now, url=answer.url, headers=answer.headers, kind=_KINDS.get(kind, ""))
    yield from files.unpacked(blob, options)


async def _fetch(request: Request, options: LoadOptions) -> Answer:
    async with Fetcher(FetchOptions(deadline=options.timeout, max_bytes=options.max_document)) as fetcher:
        return await fetcher.get(request)


_KINDS = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
    "application/pdf": "pdf",
    "application/rss+xml": "xml",
    "application/atom+xml": "xml",
    "application/feed+json": "json",
    "application/json": "json",
}

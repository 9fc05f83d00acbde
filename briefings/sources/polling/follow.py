"""Pages that a listing, a sitemap or a feed's stub points to: each fetched once, as its site allows."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from briefings.sources.answers import listing
from briefings.sources.items import Blob, digest, document
from briefings.sources.polling.fetch import Answer, Fetcher, FetchError, Request
from briefings.sources.polling.poll import Outcome
from briefings.sources.polling.robots import Robots
from briefings.types import Fetched, Poll, Source

PAGES = 25
"""Pages fetched in one poll of one source; the rest comes with the next poll."""
_ABREAST = 4
"""Of these at a time; those of one host still keep their distance."""
_SITEMAPS = 3
"""Parts of a sitemap looked into, the latest first: the others hold the archive."""
_FINAL = {200, 401, 403, 404, 410, 451}
"""Statuses after which asking again is of no use."""


@dataclass(slots=True)
class _Seen:
    """Addresses fetched in earlier polls, as short digests: a listing names each for days."""

    marks: dict[str, None]

    @classmethod
    def of(cls, poll: Poll) -> _Seen:
        return cls(dict.fromkeys(poll.memory.extra.get("seen", "").split()))

    def __contains__(self, url: str) -> bool:
        return self._mark(url) in self.marks

    def add(self, url: str) -> None:
        self.marks[self._mark(url)] = None

    def kept(self, poll: Poll) -> Poll:
        """The poll with these in its memory; the last 1,000 are more than any listing shows."""
        seen = " ".join(list(self.marks)[-1000:])
        return replace(poll, memory=replace(poll.memory, extra={**poll.memory.extra, "seen": seen}))

    @staticmethod
    def _mark(url: str) -> str:
        return digest(url.encode("utf-8", "replace"))[:12]


async def follow(fetcher: Fetcher, robots: Robots, source: Source, outcome: Outcome, together: float) -> Poll:
    """The poll with the pages that it points to and that were not fetched before, as many as come in time.

    ``together``: seconds for all of them.
    """
    poll, seen = outcome.poll, _Seen.of(outcome.poll)
    if poll.state != "ok" or not (outcome.pages or outcome.sitemaps):
        return poll
    pages = outcome.pages or await _mapped(fetcher, source, outcome.sitemaps)
    wanted = [url for url in dict.fromkeys(pages) if url not in seen]
    slots = asyncio.Semaphore(_ABREAST)

    async def one(url: str) -> Fetched | str:
        async with slots:
            return await _page(fetcher, robots, source, poll, url)

    tasks = [asyncio.create_task(one(url)) for url in wanted[:PAGES]]
    answers = await _in_time(tasks, together)
    documents = [got for got in answers if isinstance(got, Fetched)]
    notes = [got for got in answers if isinstance(got, str) and got]
    for url, got in zip(wanted, answers, strict=False):
        if isinstance(got, Fetched) or not got:
            seen.add(url)
    left = len(wanted) > PAGES or bool(notes)
    poll = replace(
        poll, documents=(*poll.documents, *documents), notes=(*poll.notes, *list(dict.fromkeys(notes))[:3])
    )
    if left:  # to be read again next time although it has not changed
        poll = replace(poll, memory=replace(poll.memory, etag="", last_modified="", digest=""))
    return seen.kept(poll)


async def _in_time(tasks: Sequence[asyncio.Task[Fetched | str]], together: float) -> list[Fetched | str]:
    """What these tasks give, in their order, and a reason for each that does not end in time."""
    late: set[asyncio.Task[Fetched | str]] = set()
    try:
        if tasks:
            _, late = await asyncio.wait(tasks, timeout=together)
    finally:
        for task in tasks:
            task.cancel()
    reason = f"Some of its pages did not come within {together:g} s; the next poll asks for them."
    return [reason if task in late else task.result() for task in tasks]


async def _mapped(fetcher: Fetcher, source: Source, sitemaps: Sequence[str]) -> tuple[str, ...]:
    found: list[str] = []
    for url in sitemaps[:_SITEMAPS]:
        answer = await _get(fetcher, source, url)
        if isinstance(answer, Answer):
            found += (listing.sitemap(listing.decode(answer.body)) or ((), ()))[0]
    return tuple(found)


async def _page(fetcher: Fetcher, robots: Robots, source: Source, poll: Poll, url: str) -> Fetched | str:
    """The page; else why it should be tried again, or nothing when that is of no use."""
    if not await robots.allow(url, private=_is_private(source, url)):
        return ""
    answer = await _get(fetcher, source, url)
    if isinstance(answer, str):
        return answer
    media = answer.headers.get("content-type", "text/html").partition(";")[0].strip().lower()
    if answer.status != 200 or media not in {
        "text/html",
        "application/xhtml+xml",
        "application/pdf",
        "text/plain",
    }:
        return "" if answer.status in _FINAL else f"{url}: the server answered {answer.status}."
    blob = Blob(answer.body, "", poll.at, url=answer.url, source=source.id, headers=answer.headers)
    return document(blob, media)


async def _get(fetcher: Fetcher, source: Source, url: str) -> Answer | str:
    try:
        return await fetcher.get(Request(url, allow_private=_is_private(source, url)))
    except FetchError as error:
        return f"{url}: {error}."


def _is_private(source: Source, url: str) -> bool:
    return source.allow_private and _host(url) == _host(source.url)


def _host(url: str) -> str:
    return urlsplit(url).hostname or ""

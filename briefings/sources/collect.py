"""Polling configured sources, many at a time: each poll is a value, whatever happens."""

from __future__ import annotations

import asyncio
import contextlib
import email.utils
import queue
import threading
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from briefings.errors import InputError
from briefings.sources import feeds
from briefings.sources.fetch import Answer, Fetcher, FetchError, FetchOptions, Refused, Request
from briefings.sources.files import load_files
from briefings.sources.items import Blob, digest, document, whole
from briefings.sources.options import LoadOptions
from briefings.types import Fetched, Memory, Poll, Source

_BACKOFF = (timedelta(minutes=15), timedelta(hours=12))
"""First and longest pause after failures; doubled each time."""
_LONGEST_RETRY = timedelta(days=2)
"""A server's Retry-After is believed up to here."""


@dataclass(frozen=True, slots=True)
class CollectOptions:
    """How sources are polled."""

    fetch: FetchOptions = field(default_factory=FetchOptions)
    force: bool = False
    """Ask also those whose server or back-off said later."""
    folders: LoadOptions = field(default_factory=LoadOptions)


DEFAULTS = CollectOptions()


def collect(
    sources: Sequence[Source],
    memories: Mapping[str, Memory],
    now: datetime,
    options: CollectOptions = DEFAULTS,
) -> Iterator[Poll]:
    """Poll sources, all at once; polls come in the order in which they end.

    ``memories`` is what the store kept of earlier polls, ``now`` (UTC) becomes the time of these. The network runs
    in a thread of its own, so that slow storing costs no source its deadline; leaving the iterator early ends it.
    """
    polls: queue.SimpleQueue[Poll | BaseException | None] = queue.SimpleQueue()
    worker = _Worker(_polls(sources, memories, now, options), polls)
    worker.start()
    try:
        while (poll := polls.get()) is not None:
            if isinstance(poll, BaseException):
                raise poll
            yield poll
    finally:
        worker.stop()


class _Worker(threading.Thread):
    """Runs the event loop and hands over what it yields."""

    def __init__(
        self, stream: AsyncIterator[Poll], polls: queue.SimpleQueue[Poll | BaseException | None]
    ) -> None:
        super().__init__(daemon=True)
        self._stream, self._polls = stream, polls
        self._loop = asyncio.new_event_loop()
        self._task: asyncio.Task[None] | None = None

    def run(self) -> None:
        try:
            self._task = self._loop.create_task(self._drain())
            with contextlib.suppress(asyncio.CancelledError):
                self._loop.run_until_complete(self._task)
            self._loop.run_until_complete(self._loop.shutdown_default_executor())
        except BaseException as error:  # noqa: BLE001 - handed to the thread that waits for it
            self._polls.put(error)
        finally:
            self._loop.close()
            self._polls.put(None)

    def stop(self) -> None:
        """End the loop, whatever is still under way."""
        if self.is_alive() and self._task is not None:
            with contextlib.suppress(RuntimeError):
                self._loop.call_soon_threadsafe(self._task.cancel)
        self.join()

    async def _drain(self) -> None:
        async for poll in self._stream:
            self._polls.put(poll)


async def _polls(
    sources: Sequence[Source], memories: Mapping[str, Memory], now: datetime, options: CollectOptions
) -> AsyncIterator[Poll]:
    async with Fetcher(options.fetch) as fetcher:
        slots = asyncio.Semaphore(options.fetch.connections)

        async def one(source: Source) -> Poll:
            async with slots:
                memory = memories.get(source.id, Memory(source.id))
                return await poll_one(fetcher, source, memory, now, options)

        tasks = [asyncio.create_task(one(source)) for source in sources]
        try:
            for task in asyncio.as_completed(tasks):
                yield await task
        finally:
            for task in tasks:
                task.cancel()


async def poll_one(
    fetcher: Fetcher, source: Source, memory: Memory, now: datetime, options: CollectOptions
) -> Poll:
    """Poll one source; what fails is told by the poll's state."""
    if memory.gone and not options.force:
        return Poll(source.id, now, "gone", memory, reason="It ended: the server said so for good.")
    if memory.not_before is not None and memory.not_before > now and not options.force:
        later = memory.not_before.astimezone(UTC).strftime("%Y-%m-%d %H:%M UTC")
        return Poll(source.id, now, "waiting", memory, reason=f"Not asked before {later}.")
    if source.type == "folder":
        return _folder(source, memory, now, options)
    try:
        answer = await fetcher.get(_request(source, memory))
    except Refused as error:
        return _failed(Poll(source.id, now, "refused", memory, reason=f"Not asked: {error}."))
    except FetchError as error:
        return _failed(Poll(source.id, now, "failing", memory, reason=f"No answer: {error}."))
    return _answered(source, memory, now, answer)


def _request(source: Source, memory: Memory) -> Request:
    headers = {}
    if memory.etag:
        headers["if-none-match"] = memory.etag
    if memory.last_modified:
        headers["if-modified-since"] = memory.last_modified
    return Request(memory.address or source.url, headers, source.allow_private)


def _answered(source: Source, memory: Memory, now: datetime, answer: Answer) -> Poll:
    poll = Poll(
        source.id, now, "ok", memory, status=answer.status, address=answer.url, transferred=answer.transferred
    )
    if answer.status == 304:
        return _succeeded(replace(poll, state="unchanged"))
    if answer.status == 410:
        gone = replace(memory, gone=True, failures=memory.failures + 1)
        return replace(poll, state="gone", memory=gone, reason="It ended: the server said so for good (410).")
    if answer.status != 200:
        reason = f"The server answered {answer.status}."
        return _failed(replace(poll, state="failing", reason=reason), _retry_after(answer, now))
    poll = _moved(poll, answer, source)
    if digest(answer.body) == memory.digest:
        return _succeeded(replace(poll, state="unchanged"), answer)
    blob = Blob(answer.body, "", now, url=answer.url, source=source.id, headers=answer.headers)
    if source.type == "page":
        media = answer.headers.get("content-type", "").partition(";")[0].strip() or "text/html"
        return _succeeded(replace(poll, documents=(document(blob, media),), items=1), answer)
    return _feed(poll, blob, answer)


def _feed(poll: Poll, blob: Blob, answer: Answer) -> Poll:
    kind = answer.headers.get("content-type", "")
    try:
        feed = feeds.parse(blob.raw, kind, answer.url)
    except InputError as error:
        return _failed(replace(poll, state="broken", reason=str(error)))
    if not feed.items:
        return _failed(replace(poll, state="broken", reason="The feed holds no items."))
    documents: tuple[Fetched, ...] = (whole(blob, kind or "application/xml"), *feeds.records(blob, feed))
    return _succeeded(replace(poll, documents=documents, items=len(feed.items)), answer)


def _succeeded(poll: Poll, answer: Answer | None = None) -> Poll:
    memory = replace(poll.memory, failures=0, not_before=None, last_success=poll.at, gone=False)
    if answer is not None:
        etag, modified = answer.headers.get("etag", ""), answer.headers.get("last-modified", "")
        memory = replace(memory, etag=etag, last_modified=modified, digest=digest(answer.body))
    return replace(poll, memory=memory)


def _failed(poll: Poll, not_before: datetime | None = None) -> Poll:
    """One more failure: ask again after a pause that doubles, or when the server says."""
    failures = poll.memory.failures + 1
    first, longest = _BACKOFF
    pause = min(first * 2 ** min(failures - 1, 10), longest)
    # Spread by the source's name, so that feeds which failed together are not asked again together.
    spread = int(digest(f"{poll.source} {failures}".encode())[:4], 16) / 0xFFFF
    later = not_before or poll.at + pause * (0.75 + spread / 2)
    return replace(poll, memory=replace(poll.memory, failures=failures, not_before=later))


def _moved(poll: Poll, answer: Answer, source: Source) -> Poll:
    if not answer.moved or answer.moved == source.url:
        return poll
    memory = replace(poll.memory, address=answer.moved)
    return replace(poll, memory=memory, notes=(f"It moved for good to {answer.moved}.",))


def _retry_after(answer: Answer, now: datetime) -> datetime | None:
    value = answer.headers.get("retry-after", "").strip()
    if value.isdecimal():
        later = now + min(timedelta(seconds=int(value[:9])), _LONGEST_RETRY)
    else:
        try:
            later = email.utils.parsedate_to_datetime(value)
        except (TypeError, ValueError):
            return None
        later = later if later.tzinfo else later.replace(tzinfo=UTC)
    return min(max(later, now), now + _LONGEST_RETRY)


def _folder(source: Source, memory: Memory, now: datetime, options: CollectOptions) -> Poll:
    poll = Poll(source.id, now, "ok", memory, address=source.url)
    try:
        found = list(load_files([source.url], now, options.folders))
    except InputError as error:
        return _failed(replace(poll, state="failing", reason=str(error)))
    documents = tuple(replace(each, source=source.id) for each in found if isinstance(each, Fetched))
    notes = tuple(f"{each.subject}: {each.reason}" for each in found if not isinstance(each, Fetched))
    items = sum(not each.whole for each in documents)
    return _succeeded(replace(poll, documents=documents, notes=notes, items=items))

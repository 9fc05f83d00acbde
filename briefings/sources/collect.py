"""Polling configured sources, many at a time: each poll is a value, whatever happens."""

from __future__ import annotations

import asyncio
import contextlib
import queue
import threading
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from urllib.parse import urlsplit

from briefings.errors import InputError
from briefings.sources.load import load
from briefings.sources.options import LoadOptions
from briefings.sources.polling import imap
from briefings.sources.polling.fetch import Answer, Fetcher, FetchError, FetchOptions
from briefings.sources.polling.follow import follow
from briefings.sources.polling.poll import (
    Outcome,
    answered,
    failed,
    remembered,
    request,
    succeeded,
    unanswered,
    unasked,
)
from briefings.sources.polling.robots import Robots
from briefings.types import Fetched, Memory, Poll, Problem, Source


@dataclass(frozen=True, slots=True)
class CollectOptions:
    """How sources are polled."""

    fetch: FetchOptions = field(default_factory=FetchOptions)
    force: bool = False
    """Ask also those whose server or back-off said later."""
    folders: LoadOptions = field(default_factory=LoadOptions)
    load: Callable[[Sequence[str], datetime, LoadOptions], Iterator[Fetched | Problem]] = load
    """What takes the files of a folder apart."""
    answered: Callable[[Source, Memory, datetime, Answer], Outcome] = answered
    """What makes sense of an answer; called by several threads."""


DEFAULTS = CollectOptions()
_BATCH = 32
"""Polls handed over at once: what a killed run asks for again, and what is in memory at a time."""
_COMPANY = 0.25
"""Seconds that a poll waits for others."""


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
    with contextlib.closing(collect_batches(sources, memories, now, options)) as batches:
        for batch in batches:
            yield from batch


def collect_batches(
    sources: Sequence[Source],
    memories: Mapping[str, Memory],
    now: datetime,
    options: CollectOptions = DEFAULTS,
) -> Generator[list[Poll], None, None]:
    """The same, at once those that end within a quarter of a second, at most 32: stored together they cost half."""
    polls: queue.SimpleQueue[Poll | BaseException | None] = queue.SimpleQueue()
    worker = _Worker(_polls(sources, memories, now, options), polls)
    worker.start()
    try:
        ended = False
        while not ended:
            ready = list(_together(polls))
            ended = ready[-1] is None
            for each in ready:
                if isinstance(each, BaseException):
                    raise each
            if batch := [each for each in ready if isinstance(each, Poll)]:
                yield batch
    finally:
        worker.stop()


def _together(
    polls: queue.SimpleQueue[Poll | BaseException | None],
) -> Iterator[Poll | BaseException | None]:
    """The next of a queue and what follows it at once, to the ``None`` at its end."""
    yield (last := polls.get())
    until = time.monotonic() + _COMPANY
    for _ in range(_BATCH - 1):
        if last is None:
            return
        try:
            yield (last := polls.get(timeout=max(0.0, until - time.monotonic())))
        except queue.Empty:
            return


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
        robots = Robots(fetcher)
        slots = asyncio.Semaphore(options.fetch.connections)

        async def one(source: Source) -> Poll:
            async with slots:
                memory = remembered(source, memories.get(source.id, Memory(source.id)))
                return await _poll(fetcher, robots, source, memory, now, options)

        tasks = [asyncio.create_task(one(source)) for source in _mixed(sources)]
        try:
            for task in asyncio.as_completed(tasks):
                yield await task
        finally:
            for task in tasks:
                task.cancel()


def _mixed(sources: Sequence[Source]) -> list[Source]:
    """Sources of one host apart from each other, so that none waits in line while others could be asked."""
    places: Counter[str] = Counter()
    ranked: list[tuple[int, int, Source]] = []
    for source in sources:
        host = urlsplit(source.url).netloc
        ranked.append((places[host], len(ranked), source))
        places[host] += 1
    return [source for _, _, source in sorted(ranked, key=lambda each: each[:2])]


async def _poll(
    fetcher: Fetcher, robots: Robots, source: Source, memory: Memory, now: datetime, options: CollectOptions
) -> Poll:
    """Poll one source; what fails is told by the poll's state."""
    later = None if options.force else unasked(source, memory, now)
    if later is not None:
        return later
    if source.type == "folder":
        return await asyncio.to_thread(_folder, source, memory, now, options)
    if source.type == "imap":
        return await asyncio.to_thread(imap.poll, source, memory, now, options.fetch)
    try:
        answer = await fetcher.get(request(source, memory))
    except FetchError as error:
        return unanswered(source, memory, now, error)
    outcome = await asyncio.to_thread(options.answered, source, memory, now, answer)
    return await follow(fetcher, robots, source, outcome, options.fetch.together)


def _folder(source: Source, memory: Memory, now: datetime, options: CollectOptions) -> Poll:
    poll = Poll(source.id, now, "ok", memory, address=source.url)
    try:
        found = list(options.load([source.url], now, options.folders))
    except InputError as error:
        return failed(replace(poll, state="failing", reason=str(error)))
    documents = tuple(replace(each, source=source.id) for each in found if isinstance(each, Fetched))
    notes = tuple(f"{each.subject}: {each.reason}" for each in found if not isinstance(each, Fetched))
    items = sum(not each.whole for each in documents)
    return succeeded(replace(poll, documents=documents, notes=notes, items=items))

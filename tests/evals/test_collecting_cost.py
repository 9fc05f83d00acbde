"""What collecting costs, part by part, beside the libraries that only parse: five hundred feeds of twenty new items.

Feeds are parsed by feedparser, so collecting cannot cost less; fastfeedparser is shown for scale. It is not used: it
gives dates in UTC, without the zone that tells an outlet's own day, and meets fewer of the expectations of
``tests/floors/test_feeds.py``.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from multiprocessing import forkserver
from pathlib import Path

import fastfeedparser
import feedparser
import pytest

from briefings.run.intake.answers import Answers
from briefings.sources import CollectOptions, collect_batches
from briefings.sources.answers import feeds, syndication
from briefings.sources.items import Blob, whole
from briefings.sources.polling.fetch import Answer, Fetcher, Request
from briefings.store import open_store
from briefings.types import Fetched, Memory, Poll, Source
from tests.sources.server import full

FEEDS, ITEMS = 500, 20
NOW = datetime(2024, 12, 2, tzinfo=UTC)
RAWS = [full(f"full-{n}") for n in range(100)]
"""What the parts are measured on."""

pytestmark = pytest.mark.evals


@pytest.fixture
def address() -> Iterator[str]:
    """A server in a process of its own, whose work is not counted."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.sources.server"], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    yield process.stdout.readline().strip()
    process.kill()


def test_collecting_costs_little_more_than_parsing_alone(
    address: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sources = [
        Source(f"s{n}", f"S {n}", "feed", f"{address}/full/{n}", allow_private=True) for n in range(FEEDS)
    ]
    syndication.parse(RAWS[0])  # loads the library
    with Answers() as answered:  # starts the server, which loads what readers need
        answered(sources[0], Memory("s0"), NOW, Answer(200, sources[0].url, {}, RAWS[0]))
    parts = [split(raw) for raw in RAWS]
    measured = {
        "in all": cpu(lambda: collect_all(sources, tmp_path / "all.db"), FEEDS),
        "  fetching": cpu(lambda: asyncio.run(fetch(sources)), FEEDS),
        "  parsing": cpu(lambda: [syndication.parse(raw) for raw in RAWS]),
        "  parsing and making documents": cpu(lambda: [split(raw) for raw in RAWS]),
        "  storing, 32 polls at a time": cpu(lambda: store(parts, 32, tmp_path / "batches.db")),
        "  storing, poll by poll": cpu(lambda: store(parts, 1, tmp_path / "single.db")),
        "feedparser alone": cpu(lambda: [feedparser.parse(raw) for raw in RAWS]),
        "fastfeedparser alone": cpu(lambda: [fastfeedparser.parse(raw) for raw in RAWS]),
    }
    with capsys.disabled():
        print("\nmicroseconds of CPU an item, and in parts of feedparser's:")
        for name, value in measured.items():
            print(f"{value:6.0f} {value / measured['feedparser alone']:6.2f}  {name}")
    assert measured["in all"] <= 1.5 * measured["feedparser alone"]
    assert measured["  storing, 32 polls at a time"] <= 0.2 * measured["feedparser alone"]


def cpu(work: Callable[[], object], feeds: int = len(RAWS)) -> float:
    """Microseconds of CPU per item."""
    started = spent()
    work()
    return (spent() - started) / (feeds * ITEMS) * 1e6


def spent() -> float:
    """Seconds of CPU of this process and of those that make sense of answers, which a server starts and awaits."""
    server = forkserver._forkserver._forkserver_pid  # type: ignore[attr-defined]
    if server is None:
        return time.process_time()
    told = Path(f"/proc/{server}/stat").read_text("ascii").rpartition(")")[2].split()
    return time.process_time() + sum(map(int, told[11:15])) / os.sysconf("SC_CLK_TCK")


def collect_all(sources: Sequence[Source], path: Path) -> None:
    kept = open_store(f"sqlite:///{path}")
    with Answers() as answered:
        batches = collect_batches(sources, {}, NOW, CollectOptions(answered=answered))
        polls = [poll for batch in batches for poll in kept.put_polls(batch)]
    kept.close()
    assert sum(poll.new for poll in polls) == FEEDS * ITEMS


async def fetch(sources: Sequence[Source]) -> list[Answer]:
    async with Fetcher() as fetcher:
        slots = asyncio.Semaphore(64)

        async def one(source: Source) -> Answer:
            async with slots:
                return await fetcher.get(Request(source.url, allow_private=True))

        return await asyncio.gather(*map(one, sources))


def split(raw: bytes) -> tuple[Fetched, ...]:
    """A feed as it is handed to the store."""
    blob = Blob(raw, "", NOW, url="https://o.example/feed", source="o", headers={"content-type": "text/xml"})
    return whole(blob, "text/xml"), *feeds.records(blob, syndication.parse(raw))


def store(parts: Sequence[tuple[Fetched, ...]], size: int, path: Path) -> None:
    polls = [Poll(f"s{n}", NOW, "ok", Memory(f"s{n}"), part) for n, part in enumerate(parts)]
    kept = open_store(f"sqlite:///{path}")
    for place in range(0, len(polls), size):
        kept.put_polls(polls[place : place + size])
    kept.close()

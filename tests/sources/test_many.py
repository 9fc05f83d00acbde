"""Five hundred feeds at once, encryption, and the second poll that costs next to nothing."""

from __future__ import annotations

import ssl
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import trustme

from briefings.sources import CollectOptions, collect
from briefings.sources.polling.fetch import FetchOptions
from briefings.types import Poll, Source
from tests.sources.server import Server

NOW = datetime(2024, 12, 2, 6, 0, tzinfo=UTC)
OPTIONS = CollectOptions(FetchOptions(deadline=3.0, max_bytes=1_000_000))
MOODS = {
    "etag": ("ok", "unchanged", 390),
    "modified": ("ok", "unchanged", 20),
    "for/301/etag": ("ok", "unchanged", 5),
    "for/302/etag": ("ok", "unchanged", 5),
    "gzip": ("ok", "unchanged", 5),
    "charset": ("ok", "unchanged", 5),
    "busy": ("failing", "waiting", 10),
    "error": ("failing", "waiting", 15),
    "drip": ("failing", "waiting", 5),
    "endless": ("failing", "waiting", 2),
    "bomb": ("failing", "waiting", 2),
    "hangup": ("failing", "waiting", 5),
    "stranger": ("failing", "waiting", 5),
    "html": ("broken", "waiting", 5),
    "empty": ("broken", "waiting", 5),
    "gone": ("gone", "gone", 5),
    "for/302/http://127.0.0.2/x": ("refused", "waiting", 5),
    "for/302/http://0x7f.2/x": ("refused", "waiting", 3),
    "for/302/ftp://127.0.0.1/x": ("refused", "waiting", 3),
}
"""Mood -> (state of the first poll, of the second one minutes later, how many of the five hundred)."""


def test_five_hundred_feeds_get_their_states_and_the_second_poll_transfers_next_to_nothing(
    server: Server, encrypted: Server
) -> None:
    sources = [
        Source(f"{mood} {n}", mood, "feed", _address(server, encrypted, mood, n), allow_private=True)
        for mood, (_, _, number) in MOODS.items()
        for n in range(number)
    ]
    assert len(sources) == 500
    started = time.monotonic()
    first = list(collect(sources, {}, NOW, OPTIONS))
    assert time.monotonic() - started < 60
    assert _states(first) == {(mood, state): number for mood, (state, _, number) in MOODS.items()}
    assert sum(p.items for p in first) == 2 * sum(p.state == "ok" for p in first)
    second = list(collect(sources, {p.source: p.memory for p in first}, NOW + timedelta(minutes=5), OPTIONS))
    assert _states(second) == {(mood, state): number for mood, (_, state, number) in MOODS.items()}
    # Ten servers know neither ETag nor date: theirs come again, and are known by their bytes.
    assert sum(p.transferred for p in second) < 0.02 * sum(p.transferred for p in first)


def _address(server: Server, encrypted: Server, mood: str, n: int) -> str:
    if mood == "stranger":
        return f"{encrypted.url.replace('http:', 'https:')}/plain/{n}"
    return f"{server.url}/{mood}" + ("" if "://" in mood else f"/{n}")


def _states(polls: list[Poll]) -> Counter[tuple[str, str]]:
    return Counter((p.source.rpartition(" ")[0], p.state) for p in polls)


@pytest.fixture
def encrypted() -> Iterator[Server]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)

    def wrap(server: Server) -> None:
        server.socket = context.wrap_socket(server.socket, server_side=True)

    running = Server(wrap)
    yield running
    running.shutdown()


def test_requests_to_one_host_keep_their_distance() -> None:
    """Names that are not known are paced too: three requests, two pauses."""
    sources = [Source(f"s{n}", "S", "feed", f"http://nowhere.invalid/{n}") for n in range(3)]
    started = time.monotonic()
    states = {poll.state for poll in collect(sources, {}, NOW, CollectOptions(FetchOptions(pace=0.2)))}
    assert (states, 0.4 <= time.monotonic() - started < 3) == ({"failing"}, True)

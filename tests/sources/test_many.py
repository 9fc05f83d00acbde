"""Five hundred feeds at once, encryption, and the second poll that costs next to nothing."""

from __future__ import annotations

import ssl
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import trustme

from briefings.sources import CollectOptions, collect
from briefings.sources.fetch import FetchOptions
from briefings.types import Poll, Source
from tests.sources.server import Server

NOW = datetime(2024, 12, 2, 6, 0, tzinfo=UTC)
OPTIONS = CollectOptions(FetchOptions(deadline=3.0, max_bytes=1_000_000))
MOODS = {
    "etag": ("ok", 420),
    "gzip": ("ok", 20),
    "charset": ("ok", 10),
    "busy": ("failing", 10),
    "error": ("failing", 10),
    "drip": ("failing", 5),
    "endless": ("failing", 2),
    "bomb": ("failing", 2),
    "hangup": ("failing", 5),
    "html": ("broken", 5),
    "empty": ("broken", 5),
    "gone": ("gone", 3),
    "for/302/http://127.0.0.2/x": ("refused", 3),
}


def test_five_hundred_feeds_get_their_states_and_nothing_hangs(server: Server) -> None:
    sources = [
        Source(
            f"{mood}/{n}",
            mood,
            "feed",
            f"{server.url}/{mood}" + ("" if "302" in mood else f"/{n}"),
            allow_private=True,
        )
        for mood, (_, number) in MOODS.items()
        for n in range(number)
    ]
    assert len(sources) == 500
    started = time.monotonic()
    first = list(collect(sources, {}, NOW, OPTIONS))
    assert time.monotonic() - started < 30
    expected = {(mood, state): number for mood, (state, number) in MOODS.items()}
    assert Counter((p.source.rpartition("/")[0], p.state) for p in first) == expected
    good = [s for s in sources if s.name == "etag"]
    second = list(collect(good, {p.source: p.memory for p in first}, NOW, OPTIONS))
    assert Counter(p.state for p in second) == {"unchanged": 420}
    assert sum(p.transferred for p in second) == 0


@pytest.fixture
def encrypted() -> Iterator[Server]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)

    def wrap(server: Server) -> None:
        server.socket = context.wrap_socket(server.socket, server_side=True)

    running = Server(wrap)
    yield running
    running.shutdown()


def test_a_certificate_of_a_stranger_is_told(encrypted: Server) -> None:
    address = encrypted.url.replace("http:", "https:")
    (found,) = collect(
        [Source("tls", "TLS", "feed", f"{address}/plain", allow_private=True)], {}, NOW, OPTIONS
    )
    assert isinstance(found, Poll)
    assert (found.state, "encrypted connection failed" in found.reason) == ("failing", True)


def test_requests_to_one_host_keep_their_distance() -> None:
    """Names that are not known are paced too: three requests, two pauses."""
    sources = [Source(f"s{n}", "S", "feed", f"http://nowhere.invalid/{n}") for n in range(3)]
    started = time.monotonic()
    states = {poll.state for poll in collect(sources, {}, NOW, CollectOptions(FetchOptions(pace=0.2)))}
    assert (states, 0.4 <= time.monotonic() - started < 3) == ({"failing"}, True)

"""What collecting costs, beside the libraries that only parse."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import fastfeedparser
import feedparser
import pytest

from briefings.sources import collect, syndication
from briefings.store import open_store
from briefings.types import Source
from tests.sources.server import full

FEEDS, ITEMS = 500, 20

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


def cpu(work: Callable[[], object]) -> float:
    """Microseconds of CPU per item."""
    started = time.process_time()
    work()
    return (time.process_time() - started) / (FEEDS * ITEMS) * 1e6


def test_cpu_per_item(address: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sources = [
        Source(f"s{n}", f"S {n}", "feed", f"{address}/full/{n}", allow_private=True) for n in range(FEEDS)
    ]
    raws = [full(f"full-{n}") for n in range(FEEDS)]
    store = open_store(f"sqlite:///{tmp_path}/s.db")
    syndication.parse(raws[0])

    def everything() -> None:
        polls = [store.put_poll(poll) for poll in collect(sources, {}, datetime(2024, 12, 2, tzinfo=UTC))]
        assert sum(poll.new for poll in polls) == FEEDS * ITEMS

    measured = {
        "collected, split and stored": cpu(everything),
        "parsed here": cpu(lambda: [syndication.parse(raw) for raw in raws]),
        "feedparser, parsing alone": cpu(lambda: [feedparser.parse(raw) for raw in raws]),
        "fastfeedparser, parsing alone": cpu(lambda: [fastfeedparser.parse(raw) for raw in raws]),
    }
    with capsys.disabled():
        sys.stdout.write(
            "".join(f"\n{value:6.0f} us CPU an item: {name}" for name, value in measured.items()) + "\n"
        )
    assert measured["collected, split and stored"] <= 1.5 * measured["feedparser, parsing alone"]

"""Killed at any moment, a poll that is run again leaves the store as an undisturbed one does."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefings.store import open_store
from tests.sources.server import Server

FEEDS = 60
POLLER = """
import sys
from datetime import UTC, datetime
from briefings.sources import CollectOptions, collect
from briefings.store import open_store
from briefings.types import Source
url, base, feeds = sys.argv[1:]
store = open_store(url)
sources = [Source(f"s{n}", f"S {n}", "feed", f"{base}/etag/{n}", allow_private=True) for n in range(int(feeds))]
print("started", flush=True)
for poll in collect(sources, store.memories(), datetime(2024, 12, 2, tzinfo=UTC), CollectOptions(force=True)):
    store.put_poll(poll)
"""


def start(url: str, server: Server) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", POLLER, url, server.url, str(FEEDS)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.readline()
    return process


def content(url: str) -> object:
    """Everything that a poll leaves, but for what tells how often it was asked."""
    store = open_store(url)
    documents = [(d.sha256, d.raw, d.container, d.source) for d in store.documents()]
    held = all(store.whole(container) is not None for _, _, container, _ in documents)
    memories = {name: (m.etag, m.digest, m.failures) for name, m in store.memories().items()}
    store.close()
    return documents, held, memories


@pytest.fixture(scope="module")
def module_server() -> Iterator[Server]:
    running = Server()
    yield running
    running.shutdown()


@pytest.fixture(scope="module")
def undisturbed(module_server: Server, tmp_path_factory: pytest.TempPathFactory) -> tuple[object, float]:
    url = f"sqlite:///{tmp_path_factory.mktemp('undisturbed')}/s.db"
    process, began = start(url, module_server), time.monotonic()
    assert process.wait(60) == 0
    return content(url), time.monotonic() - began


def killed_and_run_again(tmp_path: Path, server: Server, after: float) -> object:
    url = f"sqlite:///{tmp_path}/s.db"
    process = start(url, server)
    time.sleep(after)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    assert start(url, server).wait(60) == 0
    return content(url)


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_killed_and_run_again(
    tmp_path: Path, module_server: Server, undisturbed: tuple[object, float], part: float
) -> None:
    expected, seconds = undisturbed
    assert killed_and_run_again(tmp_path, module_server, seconds * part) == expected


@pytest.mark.evals
@pytest.mark.parametrize("seed", range(50))
def test_killed_at_fifty_random_points(
    tmp_path: Path, module_server: Server, undisturbed: tuple[object, float], seed: int
) -> None:
    expected, seconds = undisturbed
    after = random.Random(seed).random() * seconds
    assert killed_and_run_again(tmp_path, module_server, after) == expected

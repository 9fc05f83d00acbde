"""Killed at any moment, a poll that is run again leaves the store as an undisturbed one does."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefings.store import Store, open_store
from tests.project import NOW, start
from tests.sources.server import Server

FEEDS = 60


@pytest.fixture(scope="module")
def module_server() -> Iterator[Server]:
    running = Server()
    yield running
    running.shutdown()


def collecting(folder: Path) -> subprocess.Popen[bytes]:
    """``briefings collect`` as a process of its own."""
    env = {"PATH": os.environ["PATH"], "HOME": str(folder), "SOURCE_DATE_EPOCH": NOW}
    command = [sys.executable, "-m", "briefings", "collect"]
    return subprocess.Popen(command, cwd=folder, env=env, stdout=subprocess.DEVNULL)


def desk(folder: Path, server: Server) -> Path:
    """A project with sixty feeds."""
    path = start(folder).folder / "config.yaml"
    head = path.read_text("utf-8").partition("\nsources:\n")[0]
    feeds = [
        f"  - {{id: s{n}, name: S {n}, url: '{server.url}/etag/{n}', allow_private: true}}"
        for n in range(FEEDS)
    ]
    path.write_text("\n".join([head, "sources:", *feeds, ""]), "utf-8")
    return folder


def content(store: Store) -> tuple[object, ...]:
    """Everything that a poll leaves, but for what tells how often it was asked."""
    documents = [replace(d, headers={}) for d in store.documents()]
    held = [store.whole(d.container) is not None for d in documents]
    memories = {name: (m.etag, m.digest, m.failures, m.gone) for name, m in store.memories().items()}
    return documents, held, memories, store.articles(), store.story_ids()


def left(folder: Path) -> tuple[object, ...]:
    store = open_store(f"sqlite:///{folder}/briefings.db")
    try:
        return content(store)
    finally:
        store.close()


@pytest.fixture(scope="module")
def undisturbed(module_server: Server, tmp_path_factory: pytest.TempPathFactory) -> tuple[object, ...]:
    folder = desk(tmp_path_factory.mktemp("undisturbed"), module_server)
    assert collecting(folder).wait(200) == 0
    found = left(folder)
    assert len(found[0]) == len(found[3]) == 2 * FEEDS  # type: ignore[arg-type]
    return found


def stored(folder: Path) -> int:
    """How many polls the store holds; none before its tables are made."""
    with contextlib.closing(sqlite3.connect(f"file:{folder}/briefings.db?mode=ro", uri=True)) as raw:
        return int(raw.execute("SELECT count(*) FROM polls").fetchone()[0])


def killed(folder: Path, server: Server, polls: int, pause: float) -> int:
    """Kill it when it has stored so many polls, and a moment later; how many it had stored then."""
    process, found = collecting(desk(folder, server)), 0
    while found < polls and process.poll() is None:
        with contextlib.suppress(sqlite3.OperationalError):
            found = stored(folder)
    time.sleep(pause)
    process.send_signal(signal.SIGKILL)
    process.wait()
    return stored(folder)


@pytest.mark.parametrize(("polls", "pause"), [(1, 0.0), (30, 0.0), (FEEDS, 0.1)])
def test_killed_and_run_again(
    tmp_path: Path, module_server: Server, undisturbed: tuple[object, ...], polls: int, pause: float
) -> None:
    assert killed(tmp_path, module_server, polls, pause) >= polls
    assert collecting(tmp_path).wait(200) == 0
    assert left(tmp_path) == undisturbed


@pytest.mark.evals
def test_killed_at_fifty_random_points(
    tmp_path: Path,
    module_server: Server,
    undisturbed: tuple[object, ...],
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = []
    for seed in range(50):
        chance = random.Random(seed)
        folder = tmp_path / str(seed)
        # Polls are stored some dozens at a time: the second half of them comes with the end.
        polls, pause = chance.randint(1, FEEDS // 2), chance.choice((0.0, 0.001, 0.005, 0.02))
        found.append(killed(folder, module_server, polls, pause))
        assert collecting(folder).wait(200) == 0
        assert left(folder) == undisturbed, (seed, polls, pause)
    with capsys.disabled():
        print("\npolls stored when it was killed:", sorted(found))
    assert len([n for n in found if 0 < n < FEEDS]) >= 25, "the kills did not fall into the middle"

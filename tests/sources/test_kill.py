"""Killed at any moment, a poll that is run again leaves the store as an undisturbed one does."""

from __future__ import annotations

import os
import random
import signal
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


def killed(folder: Path, server: Server, answers: int, pause: float) -> int:
    """Kill it when so many feeds have been asked, and a moment later; how many polls it had stored."""
    asked = len(server.asked)
    process = collecting(desk(folder, server))
    while len(server.asked) - asked < answers and process.poll() is None:
        time.sleep(0.001)
    time.sleep(pause)
    os.kill(process.pid, signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    store = open_store(f"sqlite:///{folder}/briefings.db")
    stored = len(store.polls())
    store.close()
    return stored


@pytest.mark.parametrize(("answers", "pause"), [(5, 0.0), (30, 0.02), (FEEDS, 0.1)])
def test_killed_and_run_again(
    tmp_path: Path, module_server: Server, undisturbed: tuple[object, ...], answers: int, pause: float
) -> None:
    killed(tmp_path, module_server, answers, pause)
    assert collecting(tmp_path).wait(200) == 0
    assert left(tmp_path) == undisturbed


@pytest.mark.evals
def test_killed_at_fifty_random_points(
    tmp_path: Path,
    module_server: Server,
    undisturbed: tuple[object, ...],
    capsys: pytest.CaptureFixture[str],
) -> None:
    stored = []
    for seed in range(50):
        chance = random.Random(seed)
        folder = tmp_path / str(seed)
        answers, pause = chance.randint(1, FEEDS), chance.choice((0.0, 0.005, 0.05, 0.3))
        stored.append(killed(folder, module_server, answers, pause))
        assert collecting(folder).wait(200) == 0
        assert left(folder) == undisturbed, (seed, answers, pause)
    with capsys.disabled():
        print("\npolls stored when it was killed:", sorted(stored))
    assert len([n for n in stored if 0 < n < FEEDS]) >= 10, "the kills did not fall into the middle"

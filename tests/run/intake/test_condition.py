"""Health as the coverage box and ``run`` tell it, from polls at a moment of the past."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from briefings import run
from briefings.config import load
from briefings.run.issues.coverage import source_notes, source_states
from briefings.types import Memory, Period, Poll
from tests.project import Project, start
from tests.sources.server import Server
from tests.store.make import document

NOW = datetime(2024, 12, 2, 6, 0, tzinfo=UTC)
WEEK = Period(
    "weekly", "2024-W48", datetime(2024, 11, 25, tzinfo=UTC), datetime(2024, 12, 2, tzinfo=UTC), "UTC"
)


def project(folder: Path, *sources: str) -> Project:
    made = start(folder)
    path = made.folder / "config.yaml"
    head = path.read_text("utf-8").partition("\nsources:\n")[0].replace("lists: [desk]", "lists: []")
    path.write_text("\n".join([head, "sources:", *(f"  - {s}" for s in sources), ""]), "utf-8")
    return made


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[run.Desk]:
    names = [f"{{id: {n}, name: {n.upper()}, url: 'https://{n}.example/feed'}}" for n in "abcdefg"]
    with run.opened(load(project(tmp_path, *names).folder / "config.yaml"), NOW) as opened:
        yield opened


def polled(desk: run.Desk, source: str, *told: tuple[float, Any, int], **changes: Any) -> None:
    """Polls so many days before now, each with a state and its new items; remembered as ``collect`` does."""
    good = new = None
    for days, state, count in told:
        at = NOW - timedelta(days=days)
        good, new = (at if state in {"ok", "unchanged"} else good), (at if count else new)
        memory = Memory(source, last_success=good, last_new=new)
        documents = tuple(document(f"{source} {at} {n}") for n in range(count))
        poll = Poll(source, at, state, memory, documents, "" if state == "ok" else state, **changes)
        desk.store.put_polls([poll])


def test_what_died_this_week_is_told_once_dead_for_good_or_silent_for_a_week(desk: run.Desk) -> None:
    polled(desk, "a", (30, "ok", 1), *((d, "failing", 0) for d in (20, 10, 1)))  # long dead
    polled(desk, "b", (9, "ok", 1), *((d, "failing", 0) for d in (8, 4, 1)))
    polled(desk, "c", (9, "ok", 1), (2, "gone", 0))
    polled(desk, "d", (9, "ok", 1), (3, "failing", 0))  # its last answer is nine days old, no poll between
    polled(desk, "e", (3, "ok", 1), (1, "failing", 0))
    polled(desk, "f", (30, "ok", 1), (20, "gone", 0), (1, "gone", 0))
    told = {source.id: (found.state, found.reason) for source, found in run.died(desk)}
    assert told == {"b": ("dead", "failing"), "c": ("dead", "gone"), "d": ("dead", "failing")}


def test_states_of_a_week_do_not_change_with_what_came_after_it(desk: run.Desk) -> None:
    polled(desk, "a", (6, "ok", 1), (4, "failing", 0), (2, "failing", 0))
    before = source_states(desk, WEEK, ())
    polled(desk, "a", (-1, "ok", 5))
    assert source_states(desk, WEEK, ()) == before
    first = before[0]
    assert (first.state, first.since and first.since.isoformat(), first.reason) == (
        "failing",
        "2024-11-28",
        "failing",
    )
    assert {s.state for s in before[1:]} == {"not polled"}


def test_what_is_polled_on_the_morning_after_tells_of_the_week(desk: run.Desk) -> None:
    polled(desk, "a", (0, "failing", 0))
    polled(desk, "b", (6, "failing", 0), (0, "ok", 3))
    polled(desk, "c", (6, "ok", 3), (0, "failing", 0))
    states = {s.id: (s.state, s.reason) for s in source_states(desk, WEEK, ())}
    assert states["a"] == states["c"] == ("failing", "failing")
    assert states["b"][0] == "silent"  # it answered, with nothing of this week


def test_silence_is_judged_by_the_feeds_own_rhythm(desk: run.Desk) -> None:
    polled(
        desk, "a", *((d, "ok", 1) for d in (27, 20, 13)), (6, "unchanged", 0), (1, "unchanged", 0)
    )  # weekly
    polled(desk, "b", *((d, "ok", 1) for d in (13, 12.5, 12, 11.5)), (6, "unchanged", 0), (1, "unchanged", 0))
    polled(desk, "c", (1, "unchanged", 0))
    found = {s.id: (s.state, s.reason) for s in source_states(desk, WEEK, ())}
    assert found["a"] == ("ok", "")
    assert found["b"] == ("silent", "No new item since 2024-11-20; usually it brings some every 12 h.")
    assert found["c"] == ("silent", "")


def test_what_changed_though_a_source_answered_is_printed(desk: run.Desk) -> None:
    polled(desk, "a", (10, "ok", 1), notes=("Before the week.",))
    polled(desk, "a", (3, "ok", 1), (2, "ok", 1), notes=("Its certificate changed.",))
    assert [(p.subject, p.reason) for p in source_notes(desk, WEEK)] == [("A", "Its certificate changed.")]


def test_run_tells_of_feeds_that_died_and_the_brief_prints_them(tmp_path: Path) -> None:
    server = Server()
    made = project(
        tmp_path,
        f"{{id: ended, name: Ended Post, url: '{server.url}/gone', allow_private: true}}",
        f"{{id: moved, name: Moved Post, url: '{server.url}/for/301/etag', allow_private: true}}",
    )
    ran = made.run("run")
    server.shutdown()
    assert ran.status == 3
    assert "ended died this week: It ended: the server said so for good (410) (since 2025-12-01)" in ran.err
    assert f"moved: It moved for good to {server.url}/etag." in ran.err
    listed = {s["id"]: s for s in made.run("sources", "list", "--json").json["sources"]}
    assert (listed["ended"]["state"], listed["moved"]["notes"]) == (
        "dead",
        [f"It moved for good to {server.url}/etag."],
    )
    path = made.run("generate", "--week", "2025-W49", "--format", "json").out.strip()
    box = json.loads(Path(path).read_bytes())["coverage"]
    assert f"Moved Post: It moved for good to {server.url}/etag." in box["problems"]
    assert [s["state"] for s in box["sources"] if s["name"] == "Ended Post"] == ["dead"]

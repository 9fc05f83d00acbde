"""A source's condition from its polls: failing since, silent against its own rhythm, dead."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Literal

import pytest

from briefings.sources.polling.health import health
from briefings.types import Memory, Poll

NOW = datetime(2024, 12, 2, 6, 0, tzinfo=UTC)
State = Literal["ok", "unchanged", "failing", "broken", "gone", "waiting", "refused"]


def polls(*told: tuple[float, State, int]) -> list[Poll]:
    """Polls so many hours ago, each with a state and its new items."""
    memory = Memory("x")
    return [
        Poll("x", NOW - timedelta(hours=h), state, memory, new=new, reason=state) for h, state, new in told
    ]


def memory(of: Sequence[Poll]) -> Memory:
    good = [p.at for p in of if p.state in {"ok", "unchanged"}]
    new = [p.at for p in of if p.new]
    return Memory("x", last_success=good[-1] if good else None, last_new=new[-1] if new else None)


@pytest.mark.parametrize(
    ("told", "state", "hours"),
    [
        ([], "not polled", None),
        ([(1, "waiting", 0)], "not polled", None),
        ([(30, "ok", 5), (1, "unchanged", 0)], "ok", None),
        ([(30, "ok", 5), (20, "failing", 0), (10, "broken", 0), (1, "waiting", 0)], "failing", 20),
        ([(30, "failing", 0), (20, "ok", 5), (10, "failing", 0)], "failing", 10),
        ([(30, "ok", 5), (10, "gone", 0)], "dead", 10),
        ([(300, "ok", 5), (200, "failing", 0), (10, "failing", 0)], "dead", 200),
        ([(220, "failing", 0), (10, "refused", 0)], "dead", 220),
        ([(90, "ok", 5), (84, "ok", 5), (78, "ok", 5), (1, "unchanged", 0)], "silent", 78),
        ([(340, "ok", 1), (220, "ok", 1), (100, "ok", 1), (1, "unchanged", 0)], "ok", None),
        ([(30, "ok", 5), (24, "ok", 5), (18, "ok", 5), (1, "unchanged", 0)], "ok", None),
    ],
)
def test_each_history_gets_its_state(
    told: list[tuple[float, State, int]], state: str, hours: float | None
) -> None:
    found = health(memory(polls(*told)) if told else None, polls(*told), NOW)
    assert (found.state, found.since) == (state, None if hours is None else NOW - timedelta(hours=hours))


def test_silence_names_the_last_day_and_the_usual_gap() -> None:
    history = polls((90, "ok", 5), (84, "ok", 5), (78, "ok", 5), (1, "unchanged", 0))
    found = health(memory(history), history, NOW)
    assert found.reason == "No new item since 2024-11-29; usually it brings some every 6 h."
    assert (found.new, found.rhythm) == (15, timedelta(hours=6))

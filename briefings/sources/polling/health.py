"""How a source is doing, from what its polls left: failing since when, silent against its own rhythm, changed."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from statistics import median
from typing import Literal

from briefings.types import Memory, Poll

FAILED = ("failing", "broken", "gone", "refused")
"""States of a poll that brought nothing because something is wrong."""

DEAD_AFTER = timedelta(days=7)
"""A source that has answered nothing usable for so long is called dead: outlets' servers are down for hours or a
day, a week is a moved address or the end of the outlet."""

_SILENCE = 4
"""Silent: no new item for this many of its own usual gaps ..."""
_SHORTEST = timedelta(days=2)
"""... and at least this long, so that a weekend is no silence."""


@dataclass(frozen=True, slots=True)
class Health:
    """A source's condition at a moment."""

    state: Literal["ok", "failing", "silent", "dead", "not polled"]
    since: datetime | None = None
    """Since when it is in this state, as far as polls tell."""
    last_success: datetime | None = None
    last_new: datetime | None = None
    failures: int = 0
    """In a row."""
    new: int = 0
    """New items in the polls looked at."""
    rhythm: timedelta | None = None
    """Its usual gap between polls that brought something new; None before there were three."""
    reason: str = ""
    notes: tuple[str, ...] = ()


def health(memory: Memory | None, polls: Sequence[Poll], now: datetime) -> Health:
    """The condition of one source from its memory and its polls in order of time."""
    asked = [poll for poll in polls if poll.state != "waiting"]
    if memory is None or not asked:
        return Health("not polled")
    told = Health(
        "ok",
        last_success=memory.last_success,
        last_new=memory.last_new,
        failures=memory.failures,
        new=sum(poll.new for poll in asked),
        rhythm=_rhythm(asked),
        notes=tuple(dict.fromkeys(note for poll in asked for note in poll.notes)),
    )
    if asked[-1].state in FAILED:
        first = _first_failure(asked)
        dead = asked[-1].state == "gone" or now - (memory.last_success or first.at) > DEAD_AFTER
        return replace(told, state="dead" if dead else "failing", since=first.at, reason=asked[-1].reason)
    if memory.last_new and now - memory.last_new > max(_SHORTEST, (told.rhythm or _SHORTEST) * _SILENCE):
        reason = f"No new item since {memory.last_new.date().isoformat()}" + _usually(told.rhythm)
        return replace(told, state="silent", since=memory.last_new, reason=reason)
    return told


def _rhythm(asked: Sequence[Poll]) -> timedelta | None:
    times = [poll.at for poll in asked if poll.new]
    if len(times) < 3:
        return None
    gaps = [later - earlier for earlier, later in itertools.pairwise(times)]
    return timedelta(seconds=median(gap.total_seconds() for gap in gaps))


def _first_failure(asked: Sequence[Poll]) -> Poll:
    """The first poll of the failure that still lasts."""
    good = [number for number, poll in enumerate(asked) if poll.state not in FAILED]
    return asked[good[-1] + 1 if good else 0]


def _usually(rhythm: timedelta | None) -> str:
    if rhythm is None:
        return "."
    hours = rhythm.total_seconds() / 3600
    return f"; usually it brings some every {f'{hours:.0f} h' if hours < 48 else f'{hours / 24:.0f} days'}."

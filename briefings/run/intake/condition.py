"""How the sources are doing: now, as they were at the end of a period, and which of them died lately."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from briefings.run.desk import Desk
from briefings.sources.polling.health import Health, health
from briefings.types import Poll, Source

LOOKED_AT = timedelta(days=28)
"""How far back polls are looked at: four weeks show the rhythm of a weekly outlet."""


def conditions(desk: Desk) -> tuple[tuple[Source, Health], ...]:
    """Every configured source and its condition now."""
    polls, memories = polls_by_source(desk, desk.now - LOOKED_AT), desk.store.memories()
    sources = desk.config.sources
    return tuple((s, health(memories.get(s.id), polls.get(s.id, []), desk.now)) for s in sources)


def died(desk: Desk, within: timedelta = timedelta(days=7)) -> tuple[tuple[Source, Health], ...]:
    """The sources that are dead and were not yet so long ago."""
    before = desk.now - within
    polls = polls_by_source(desk, before - LOOKED_AT, before)
    dead = [(source, found) for source, found in conditions(desk) if found.state == "dead"]
    return tuple(
        (source, found) for source, found in dead if as_of(polls.get(source.id, []), before).state != "dead"
    )


def as_of(polls: Sequence[Poll], moment: datetime) -> Health:
    """The condition at a moment of the past, from the polls before it alone; each holds what was remembered then."""
    return health(polls[-1].memory if polls else None, polls, moment)


def polls_by_source(desk: Desk, start: datetime, end: datetime | None = None) -> dict[str, list[Poll]]:
    """Polls by their source, in order of time."""
    found: dict[str, list[Poll]] = {}
    for poll in desk.store.polls(start=start, end=end):
        found.setdefault(poll.source, []).append(poll)
    return found

"""How the sources did in a period, from the polls and from what came in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Literal

from briefings.run.desk import Desk
from briefings.run.intake.condition import LOOKED_AT, as_of, polls_by_source
from briefings.types import Article, Period, Poll, Problem, Source, SourceState, Tagged

_CLOSING = timedelta(days=1)
"""What is polled so soon after a period brought its last items, and says how the sources did in it: an issue is mostly
written on the morning after. Later polls change nothing."""

State = Literal["ok", "failing", "silent", "dead", "not polled", "imported"]


def source_states(desk: Desk, period: Period, items: Sequence[Tagged]) -> tuple[SourceState, ...]:
    """Every configured source, then every other outlet that an import brought items of, by name."""
    polls = polls_by_source(desk, period.start - LOOKED_AT, period.end + _CLOSING)
    # The last poll, not the clock: the same store gives the same states whenever it is asked.
    last = max((found[-1].at for found in polls.values()), default=period.end)
    inside = [item.article for item in items if _inside(item.article, period)]
    by_source = Counter(a.source for a in inside)
    by_outlet = Counter(a.publisher for a in inside if not a.source)
    configured = desk.config.sources
    states = []
    for source in configured:
        told = _described(source, "ok", by_source[source.id] + by_outlet[source.name])
        states.append(_state(told, polls.get(source.id, []), period, last))
    known = {o.name: o for o in desk.config.outlets}
    others = sorted(set(by_outlet) - {s.name for s in configured} - {""})
    imported = (_described(known.get(n) or Source(n, n), "imported", by_outlet[n]) for n in others)
    return (*states, *imported)


def source_notes(desk: Desk, period: Period) -> tuple[Problem, ...]:
    """What changed about sources in a period though they answered: moved, another certificate, an archive."""
    names = {source.id: source.name for source in desk.config.sources}
    polls = desk.store.polls(start=period.start, end=period.end + _CLOSING)
    return tuple(dict.fromkeys(_notes(polls, names)))


def _notes(polls: Sequence[Poll], names: dict[str, str]) -> Iterator[Problem]:
    for poll in sorted(polls, key=lambda poll: poll.source):
        if poll.source in names:
            yield from (Problem("sources", names[poll.source], note) for note in poll.notes)


def _state(told: SourceState, polls: list[Poll], period: Period, last: datetime) -> SourceState:
    if not any(poll.at >= period.start and poll.state != "waiting" for poll in polls):
        return replace(told, state="imported" if told.items else "not polled")
    found = as_of(polls, last)
    if found.state in {"failing", "dead", "silent"}:
        since = found.since.date() if found.since else None
        return replace(told, state=found.state, since=since, reason=found.reason)
    if not told.items and found.rhythm is None:  # it may be its habit; before its rhythm is known, say so
        return replace(told, state="silent")
    return told


def _described(source: Source, state: State, items: int) -> SourceState:
    return SourceState(
        source.id, source.name, state, None, items, source.language, source.country, source.kind
    )


def _inside(article: Article, period: Period) -> bool:
    when = article.published
    last = (period.end - timedelta(microseconds=1)).date()
    return when is not None and when.start <= last and when.end >= period.start.date()

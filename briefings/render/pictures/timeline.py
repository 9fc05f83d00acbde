"""The week in time: events on their days, solid when past, hollow when only announced."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from briefings.brief_types import Brief, EventLine
from briefings.render.language.dates import day

MOST = 12
"""Flags in the picture (brief anatomy); the others are listed below it."""


@dataclass(frozen=True, slots=True)
class Day:
    """A column."""

    label: str
    events: tuple[EventLine, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The columns, none if there is little to draw; what did not fit; and what has no day."""

    days: tuple[Day, ...]
    more: tuple[EventLine, ...]
    undated: tuple[EventLine, ...]


def timeline(brief: Brief, words: Mapping[str, str]) -> Timeline | None:
    """The events of the period, in columns by day; ``None`` when there are none.

    Without columns when fewer than two have a day or the period is not a week: then they make a line, no picture.
    """
    past = [e for e in brief.events if not e.ahead]
    dated = [e for e in past if e.precision in ("day", "minute", "second")]
    days = _days(brief.period.start, brief.period.end)
    shown = [e for e in dated if e.start[:10] in days][:MOST]
    if len(shown) < 2 or len(days) != 7:
        return Timeline((), tuple(past), ()) if past else None
    return Timeline(
        days=tuple(
            Day(day(d, words, year=False), tuple(e for e in shown if e.start[:10] == d)) for d in days
        ),
        more=tuple(e for e in dated if e not in shown),
        undated=tuple(e for e in past if e not in dated),
    )


def _days(start: str, end: str) -> list[str]:
    first, last = date.fromisoformat(start[:10]), date.fromisoformat(end[:10])
    return [(first + timedelta(days=i)).isoformat() for i in range((last - first).days + 1)]

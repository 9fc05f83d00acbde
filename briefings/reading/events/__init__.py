"""Dated events that a text announces or reports: summits, visits, exercises, elections, deadlines.

Every event has the sentence that says so; its date is what the sentence says, seen from the day of publication. A
date that allows two readings keeps both. What a text says twice is one event.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from briefings.reading.dates import mentions
from briefings.reading.dates.resolve import span
from briefings.reading.events.merge import merge
from briefings.reading.events.told import Told, event, is_dateline
from briefings.text import sentences

if TYPE_CHECKING:
    from datetime import date

    from briefings.reading.dates import Mention
    from briefings.types import Event, When


_SIGNS = frozenset(".!?…\n")
"""What may end a sentence before a date."""


def extract(title: str, text: str, language: str, published: When | None) -> tuple[Event, ...]:
    """Find the dated events of one article, each once; ``sentence`` is word for word the source's.

    ``published`` dates "on Thursday" and "next week"; without it only complete dates count.
    """
    reference = (
        published.start if published and published.precision not in {"month", "year", "unknown"} else None
    )
    found: list[Event] = []
    repeated = bool(text) and title.startswith(text[:40].rstrip(" .…"))
    for part in (title, "" if repeated else text):
        marks = mentions(part, language, reference)
        if marks and not (len(marks) == 1 and _is_headed(part, marks[0])):
            found.extend(_in_part(part, marks, language, reference))
    return merge(found)


def _is_headed(part: str, only: Mention) -> bool:
    """Whether the only date of a text is its dateline's: then there is nothing to look for, as in most wire leads."""
    before = part[: only.start]
    return is_dateline(before, only) and _SIGNS.isdisjoint(before)


def _in_part(part: str, marks: tuple[Mention, ...], language: str, reference: date | None) -> list[Event]:
    events = []
    spans = sentences(part, language)
    for first, last in spans:
        inside = [mark for mark in marks if first <= mark.start < last]
        kept = _distinct(_stretched(inside))
        told = Told(part, first, last, language, reference, tuple(kept))
        dated = [event(told, mark) for mark in kept]
        events.extend(_moved([item for item in dated if item]))
    return events


def _moved(events: list[Event]) -> list[Event]:
    """Keep the new day of what a sentence says is put off: "moved from 28 November to 5 December"."""
    if len(events) > 1 and all(item.status == "postponed" for item in events):
        return [max(events, key=lambda item: item.when.start)]
    return events


def _stretched(marks: list[Mention]) -> list[Mention]:
    """Join "begins today ... until November 27" to one stretch of days."""
    for first, last in pairwise(marks):
        days = first.when.precision == last.when.precision == "day"
        if last.edge == "until" and days and first.when.start < last.when.start:
            joined = replace(last, when=span(first.when.start, last.when.end), edge="")
            return [mark for mark in marks if mark not in (first, last)] + [joined]
    return marks


def _distinct(marks: list[Mention]) -> list[Mention]:
    """Drop a mention that repeats another of its sentence ("tomorrow, on November 27")."""
    return [
        mark
        for index, mark in enumerate(marks)
        if not any(
            other.when.start <= mark.when.start and mark.when.end <= other.when.end
            and (other.when != mark.when or place > index)
            and other.form != "relative"
            for place, other in enumerate(marks)
            if place != index
        )
    ]  # fmt: skip

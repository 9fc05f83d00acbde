"""Makes one event of what a text says twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefings.types import Event

_WEAK = frozenset({"the", "of", "in", "to", "a", "an", "and", "for", "with", "on", "at"})
_GENERIC = frozenset({"summit", "meeting", "session", "talks", "conference", "event", "negotiations"})
"""Nouns under which a text means the same gathering."""


def merge(events: Iterable[Event]) -> tuple[Event, ...]:
    """Join events that one article tells of the same days and place; the fuller telling stands."""
    kept: list[Event] = []
    for event in events:
        twin = next((index for index, item in enumerate(kept) if _same(item, event)), None)
        if twin is None:
            kept.append(event)
        elif _weight(event) > _weight(kept[twin]):
            kept[twin] = event
    return tuple(sorted(kept, key=lambda item: (item.when.start, item.when.end, item.name)))


def _same(left: Event, right: Event) -> bool:
    if left.when.end < right.when.start or right.when.end < left.when.start:
        return False
    if left.country and right.country and left.country != right.country:
        return False
    if left.place and right.place and left.place != right.place and "," in left.place and "," in right.place:
        return False
    a, b = _words(left.name), _words(right.name)
    shared = a & b
    if len(shared) >= 2 or (shared and min(len(a), len(b)) <= 2):
        return True
    return bool(a & _GENERIC and b & _GENERIC and (a <= _GENERIC or b <= _GENERIC))


def _weight(event: Event) -> tuple[bool, bool, int, int]:
    width = (event.when.end - event.when.start).days
    words = _words(event.name) - _GENERIC
    return (event.when.precision in {"day", "minute", "range"}, "," in event.place, len(words), -width)


def _words(name: str) -> set[str]:
    return {word for word in re.findall(r"\w+", name.lower()) if word not in _WEAK}

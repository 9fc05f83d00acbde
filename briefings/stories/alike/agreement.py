"""How far the watched topics of two documents agree: bodies, borders and crossings first, then countries."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from briefings.stories.alike.contacts import of_another
from briefings.stories.texts.docs import together

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefings.stories.texts.features import Doc

_KINDS = {"body": 3.0, "border": 3.0, "place": 3.0, "country": 1.0}
"""Themes are left out: two clashes have one theme."""
_COMMON = 4
"""A topic of more than one document in four weighs no less than that: it may be what the week is about."""
_WORST, BEST = 0.3, 1.3
"""Factor when no topic is shared, and when all are."""
_ELSEWHERE = 0.5
"""Further factor when each is mainly about borders and they share none: what happens on two borders is two events; and
when each title names two countries, but not the same two: what one state does with two others is two events."""


class Agreement:
    """The weights of topics in one set: what every document has says little."""

    def __init__(self, docs: Sequence[Doc]) -> None:
        most = len(docs) / _COMMON
        some = together(docs).columns.beside.nonzero()[0].tolist()
        spread = Counter(topic for at in some for topic in _topics(docs[at]))
        self._weights = {
            topic: _KINDS.get(topic.split(".")[0], 0.0)
            * (math.log((1 + len(docs)) / (1 + min(number, most))) + 0.3)
            for topic, number in spread.items()
        }
        self._sums: dict[str, float] = {}

    def factor(self, a: Doc, b: Doc) -> float:
        """Return 0.3 to 1.3; 1 when either has no body, border or country to compare.

        One subject makes one event only on the days of that event: an undated document gains nothing by its topics, and
        loses nothing by those that both name by the way.
        """
        both = self._whole(a) * self._whole(b)
        undated = a.bare.day is None or b.bare.day is None
        if both <= 0 or (undated and not (_chief(a) or _chief(b))):
            return 1.0
        shared = self._sum(_topics(a) & _topics(b))
        factor = _WORST + (BEST - _WORST) * shared / math.sqrt(both)
        if undated:
            factor = min(1.0, factor)
        if against := of_another(a, b):
            return factor * against
        return factor * _ELSEWHERE if _of_other_pairs(a, b) or _on_other_borders(a, b) else factor

    def _whole(self, doc: Doc) -> float:
        if doc.id not in self._sums:
            self._sums[doc.id] = self._sum(_topics(doc))
        return self._sums[doc.id]

    def _sum(self, topics: Iterable[str]) -> float:
        return math.fsum(sorted(self._weights[topic] for topic in topics))


def _chief(doc: Doc) -> bool:
    """Whether a body, border or country is what it is about."""
    return any(
        level == "primary" and topic.split(".")[0] in _KINDS for topic, level in doc.bare.topics.items()
    )


def _on_other_borders(a: Doc, b: Doc) -> bool:
    one, other = (
        {t for t, level in doc.bare.topics.items() if level == "primary" and t.startswith("border.")}
        for doc in (a, b)
    )
    return bool(one and other) and not one & other


def _of_other_pairs(a: Doc, b: Doc) -> bool:
    one, other = _states(a), _states(b)
    return len(one) == len(other) == 2 and one != other


def _states(doc: Doc) -> set[str]:
    return {topic for topic in doc.bare.titled if topic.startswith("country.")}


def _topics(doc: Doc) -> set[str]:
    return {*doc.bare.topics, *(f"place.{place}" for place in doc.bare.places)}

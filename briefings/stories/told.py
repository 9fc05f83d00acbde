"""What one document's headline and lead name, and whether the other tells of it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefings.stories.bags import Floats, Vocabulary
    from briefings.stories.features import Doc


@dataclass(frozen=True, slots=True)
class ToldOptions:
    """What is asked of two texts; found together with the weights of ``LikenessOptions``."""

    title: float = 0.4
    """Share of a title's words, by rarity, that the other text should have: both ways on average, less counts less."""
    asked: float = 0.7
    """How far the shortest text is asked for them: a headline that repeats nothing of another is another matter."""
    named: float = 0.7
    """Share of the names in title and lead, by rarity, that the other text should have: the same."""
    sure: float = 15.0
    """Rarity of three names more that are imagined as known: one or two that are missing say little."""
    knows_from: int = 30
    knows_to: int = 90
    """Words below the title from which on a document is expected to name what the other names: nothing of it - all."""


class Told:
    """Whether each text tells what the other's title says, and knows the names of its lead.

    Two reports on one subject share many words; two on one event know each other's persons and places as well.
    A short text can hardly be asked.
    """

    def __init__(self, weights: Floats, vocabulary: Vocabulary, options: ToldOptions) -> None:
        self._options = options
        self._weights = weights.tolist()
        self._vocabulary = vocabulary
        self._titles: dict[str, float] = {}
        self._leads: dict[str, float] = {}

    def factor(self, a: Doc, b: Doc) -> float:
        """Return 0 to 1: 1 when enough of both titles and of the names in both leads stands in the other's text."""
        if not (_speaks_of(a, b) or _speaks_of(b, a)):
            return 0.0
        missing = (self._missing(a, b) + self._missing(b, a)) / 2
        unknown = (self._unknown(a, b) + self._unknown(b, a)) / 2
        told = min(1.0, (1.0 - missing) / self._options.title)
        return told * min(1.0, (1.0 - unknown) / self._options.named)

    def _missing(self, a: Doc, b: Doc) -> float:
        """Share of ``a``'s title that ``b`` lacks, less if it is too short to have it."""
        if a.id not in self._titles:
            self._titles[a.id] = self._weigh(a.titled)
        if not self._titles[a.id]:
            return 0.0
        asked = max(self._options.asked, knows(b, self._options))
        return asked * self._weigh(a.titled - b.said) / self._titles[a.id]

    def _unknown(self, a: Doc, b: Doc) -> float:
        """Share of the names in ``a``'s lead that ``b`` lacks, less if it is too short to have them."""
        known = knows(b, self._options)
        if not known or a.lead_names <= b.names:
            return 0.0
        if a.id not in self._leads:
            self._leads[a.id] = self._sum(a.lead_names)
        lost = self._sum(name for name in a.lead_names - b.names if not begun(name, b.names))
        return known * lost / (self._leads[a.id] + self._options.sure)

    def _weigh(self, numbers: Iterable[int]) -> float:
        return math.fsum(map(self._weights.__getitem__, numbers))

    def _sum(self, keys: Iterable[str]) -> float:
        return self._weigh(map(self._vocabulary.__getitem__, keys))


def _speaks_of(a: Doc, b: Doc) -> bool:
    """Whether ``b`` has anything of ``a``'s title: else the two share a page's own words, or an advertisement."""
    return not a.heading or not (a.titled.isdisjoint(b.said) and a.heading_names.isdisjoint(b.names))


def knows(doc: Doc, options: ToldOptions) -> float:
    """Return 0 to 1: how far a document is long enough to say what the other's title says."""
    known = (doc.body - options.knows_from) / (options.knows_to - options.knows_from)
    return min(1.0, max(0.0, known))


def begun(name: str, names: frozenset[str]) -> bool:
    """Whether another form of a longer name stands there: ``Минкульт`` for ``Минкультуры``."""
    start = name[:6]  # mark, colon and four consonants
    return len(name) > 5 and any(other.startswith(start) for other in names)

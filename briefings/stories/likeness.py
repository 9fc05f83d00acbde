"""How much two documents speak for one event: what they share, less what stands against it."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefings.stories.agreement import BEST, Agreement
from briefings.stories.vectors import Near, join, named, products, rarity, rows, units
from briefings.stories.vetoes import days_differ
from briefings.stories.where import Beside, WhereOptions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.stories.bags import Floats, Ints
    from briefings.stories.features import Doc


@dataclass(frozen=True, slots=True)
class LikenessOptions:
    """Weights of the evidence: one setting for all sets.

    Found on the training and development parts of ECB+ and looked at on Russian pairs of the Telegram contest.
    """

    lead: float = 0.5
    """Share of the lead's cosine in the similarity, the whole text has the rest."""
    stranger: float = 0.85
    """Factor for each name of one title that the other document does not know."""
    both: float = 0.4
    """Further factor when each title has such a name: Brest here, Gomel there."""
    told: float = 0.5
    """Share of a title's words, by rarity, that the other text should have: both ways on average, less counts less."""
    numbers: float = 0.3
    """Factor for numbers of the two titles that contradict each other."""
    days: float = 0.2
    """Factor when title and lead name days, and none lies within a day of one of the other's."""
    knows_from: int = 50
    knows_to: int = 120
    """Words from which on a document is expected to name what the other's title names: none of it - all of it."""
    short: int = 30
    long: int = 150
    slack: int = 150
    """Short texts of one event share less: the similarity is scaled by size / (size + slack), capped."""
    least: float = 0.06
    """Cosine under which a pair is not looked at."""
    max_df: float = 0.02
    """In sets over 1,000: features that a larger share bears are left out."""
    where: WhereOptions = field(default_factory=WhereOptions)


class Likeness:
    """Pairs of one language that share anything, whose second is ``fresh`` or later."""

    def __init__(self, docs: Sequence[Doc], options: LikenessOptions, fresh: int = 0) -> None:
        import numpy as np

        self._docs, self._options = docs, options
        vocabulary = docs[0].table.vocabulary
        bag, lead = rows(docs, lambda table: table.bag), rows(docs, lambda table: table.lead)
        found = join(units(bag, rarity(bag, vocabulary, options.max_df), vocabulary), options.least, fresh)
        alike = np.array(
            [one_tongue(docs[a], docs[b]) for a, b in zip(found.a.tolist(), found.b.tolist(), strict=True)],
            np.bool_,
        )
        self.near = Near(found.a[alike], found.b[alike], found.score[alike])
        leads = products(units(lead, rarity(lead, vocabulary), vocabulary), self.near)
        self._shared = (1 - options.lead) * self.near.score + options.lead * leads
        self._shared /= _scales(np.array([doc.size for doc in docs]), self.near, options)
        self.most = self._shared * BEST
        self._agreed, self._beside = Agreement(docs), Beside(docs, options.where)
        self._told = Told(docs, options)

    def score(self, at: int) -> float:
        """Return the likeness of one pair; it is never more than ``most``."""
        a, b = int(self.near.a[at]), int(self.near.b[at])
        one, other = self._docs[a], self._docs[b]
        fitting = self._agreed.factor(one, other) * against(one, other, self._options)
        fitting *= self._beside.factor(a, b) * self._told.factor(one, other)
        return float(self._shared[at]) * fitting


class Told:
    """Whether each text tells what the other's title says; a short text cannot be asked."""

    def __init__(self, docs: Sequence[Doc], options: LikenessOptions) -> None:
        self._options = options
        vocabulary = docs[0].table.vocabulary
        self._rare = named(rarity(rows(docs, lambda table: table.bag), vocabulary), vocabulary)
        self._sums: dict[str, float] = {}

    def factor(self, a: Doc, b: Doc) -> float:
        """Return 0 to 1: 1 when half of both titles stands in the other's text."""
        missing = (self._missing(a, b) + self._missing(b, a)) / 2
        return min(1.0, (1.0 - missing) / self._options.told)

    def _missing(self, a: Doc, b: Doc) -> float:
        """Share of ``a``'s title that ``b`` lacks, less if it is too short to have it."""
        if b.size <= self._options.knows_from:
            return 0.0
        if not (whole := self._whole(a)):
            return 0.0
        missing = a.heading.difference(b.bag)
        return _knows(b, self._options) * math.fsum(map(self._rare.__getitem__, missing)) / whole

    def _whole(self, doc: Doc) -> float:
        if doc.id not in self._sums:
            self._sums[doc.id] = math.fsum(map(self._rare.__getitem__, doc.heading))
        return self._sums[doc.id]


def _knows(doc: Doc, options: LikenessOptions) -> float:
    """Return 0 to 1: how far a document is long enough to say what the other's title says."""
    known = (doc.size - options.knows_from) / (options.knows_to - options.knows_from)
    return min(1.0, max(0.0, known))


def one_tongue(a: Doc, b: Doc) -> bool:
    """Whether words can be compared: one script, and one language as far as both are known."""
    (letters, language), (others, other) = a.tongue, b.tongue
    return letters == others and (language == other or not language or not other)


def _scales(sizes: Ints, pairs: Near, options: LikenessOptions) -> Floats:
    import numpy as np

    size = np.clip(np.minimum(sizes[pairs.a], sizes[pairs.b]), options.short, options.long)
    scale: Floats = (options.long + options.slack) / options.long * size / (size + options.slack)
    return scale


def against(a: Doc, b: Doc, options: LikenessOptions) -> float:
    """Return the factor, 0 to 1, for what stands against one event: names, numbers, days."""
    one, other = _strangers(a, b, options), _strangers(b, a, options)
    factor = 1.0
    if one or other:
        factor = options.stranger ** min(one + other, 4.0) * options.both ** min(one, other, 1.5)
    if _numbers_differ(a, b):
        factor *= options.numbers
    if days_differ(a, b):
        factor *= options.days
    return float(factor)


def _strangers(a: Doc, b: Doc, options: LikenessOptions) -> float:
    """Names of ``a``'s title that ``b`` does not have, less if ``b`` is too short to have them."""
    known = 0.0 if a.heading_names <= b.names else _knows(b, options)
    return known * sum(not _begun(name, b.names) for name in a.heading_names - b.names) if known else 0.0


def _begun(name: str, names: frozenset[str]) -> bool:
    """Whether another form of a longer name stands there: ``Минкульт`` for ``Минкультуры``."""
    start = name[:6]  # mark, colon and four consonants
    return len(name) > 5 and any(other.startswith(start) for other in names)


def _numbers_differ(a: Doc, b: Doc) -> bool:
    """Whether the titles count one thing differently, or each has a number that the other text lacks."""
    if any(unit in b.units and not numbers & b.units[unit] for unit, numbers in a.units.items()):
        return True
    return bool(a.heading_numbers - b.numbers) and bool(b.heading_numbers - a.numbers)

"""How much two documents speak for one event: what they share, less what stands against it."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefings.stories.agreement import Agreement
from briefings.stories.vectors import Pairs, join, products, rarity
from briefings.stories.vetoes import days_differ
from briefings.stories.where import Beside, WhereOptions

if TYPE_CHECKING:
    from collections.abc import Sequence

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


def likeness(docs: Sequence[Doc], options: LikenessOptions) -> Pairs:
    """Return the likeness of each pair within one language that shares anything."""
    near = join([doc.bag for doc in docs], options.least, options.max_df)
    leads = products([doc.lead for doc in docs], near)
    agreed, beside = Agreement(docs), Beside(docs, options.where)
    told = Told(docs, options)
    scores: Pairs = {}
    for ((a, b), whole), lead in zip(near.items(), leads, strict=True):
        if one_tongue(docs[a], docs[b]):
            shared = (1 - options.lead) * whole + options.lead * lead
            fitting = agreed.factor(docs[a], docs[b]) * against(docs[a], docs[b], options)
            fitting *= beside.factor(a, b) * told.factor(docs[a], docs[b])
            scores[a, b] = round(shared / _scale(docs[a], docs[b], options) * fitting, 6)
    return scores


class Told:
    """Whether each text tells what the other's title says; a short text cannot be asked."""

    def __init__(self, docs: Sequence[Doc], options: LikenessOptions) -> None:
        self._options = options
        self._rare = rarity([doc.bag for doc in docs])
        self._sums = {doc.id: math.fsum(map(self._rare.__getitem__, doc.heading)) for doc in docs}

    def factor(self, a: Doc, b: Doc) -> float:
        """Return 0 to 1: 1 when half of both titles stands in the other's text."""
        missing = (self._missing(a, b) + self._missing(b, a)) / 2
        return min(1.0, (1.0 - missing) / self._options.told)

    def _missing(self, a: Doc, b: Doc) -> float:
        """Share of ``a``'s title that ``b`` lacks, less if it is too short to have it."""
        if b.size <= self._options.knows_from or not self._sums[a.id]:
            return 0.0
        missing = a.heading.difference(b.bag)
        return _knows(b, self._options) * math.fsum(map(self._rare.__getitem__, missing)) / self._sums[a.id]


def _knows(doc: Doc, options: LikenessOptions) -> float:
    """Return 0 to 1: how far a document is long enough to say what the other's title says."""
    known = (doc.size - options.knows_from) / (options.knows_to - options.knows_from)
    return min(1.0, max(0.0, known))


def one_tongue(a: Doc, b: Doc) -> bool:
    """Whether words can be compared: one script, and one language as far as both are known."""
    (letters, language), (others, other) = a.tongue, b.tongue
    return letters == others and (language == other or not language or not other)


def _scale(a: Doc, b: Doc, options: LikenessOptions) -> float:
    size = max(options.short, min(a.size, b.size, options.long))
    return (options.long + options.slack) / options.long * size / (size + options.slack)


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

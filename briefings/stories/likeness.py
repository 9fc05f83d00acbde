"""How much two documents speak for one event: what they share, less what stands against it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefings.stories.agreement import Agreement
from briefings.stories.vectors import Pairs, join, products
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
    scores: Pairs = {}
    for ((a, b), whole), lead in zip(near.items(), leads, strict=True):
        if one_tongue(docs[a], docs[b]):
            shared = (1 - options.lead) * whole + options.lead * lead
            fitting = agreed.factor(docs[a], docs[b]) * against(docs[a], docs[b], options)
            fitting *= beside.factor(a, b)
            scores[a, b] = round(shared / _scale(docs[a], docs[b], options) * fitting, 6)
    return scores


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
    if a.heading_names <= b.names or b.size <= options.knows_from:
        return 0.0
    known = (b.size - options.knows_from) / (options.knows_to - options.knows_from)
    missing = [name for name in a.heading_names - b.names if not _begun(name, b.names)]
    return len(missing) * min(1.0, known)


def _begun(name: str, names: frozenset[str]) -> bool:
    """Whether another form of a longer name stands there: ``Минкульт`` for ``Минкультуры``."""
    start = name[:6]  # mark, colon and four consonants
    return len(name) > 5 and any(other.startswith(start) for other in names)


def _numbers_differ(a: Doc, b: Doc) -> bool:
    """Whether the titles count one thing differently, or each has a number that the other text lacks."""
    if any(unit in b.units and not numbers & b.units[unit] for unit, numbers in a.units.items()):
        return True
    return bool(a.heading_numbers - b.numbers) and bool(b.heading_numbers - a.numbers)

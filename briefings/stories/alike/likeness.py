"""How much two documents speak for one event: what they share, less what stands against it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefings.stories.alike.agreement import BEST, Agreement
from briefings.stories.alike.told import Told, ToldOptions, begun, knows
from briefings.stories.alike.vectors import join, products, rarity, rows, units
from briefings.stories.alike.vetoes import days_differ
from briefings.stories.alike.where import Beside, WhereOptions
from briefings.stories.texts.docs import together

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.stories.alike.vectors import Near
    from briefings.stories.texts.bags import Flags, Floats, Ints
    from briefings.stories.texts.features import Doc


@dataclass(frozen=True, slots=True)
class LikenessOptions:
    """Weights of the evidence: one setting for all sets.

    Found on the training and development parts of ECB+; which evidence is asked for was learned from the errors on
    Russian pairs of the Telegram contest as well, and kept where it helped on both.
    """

    lead: float = 0.5
    """Share of the lead's cosine in the similarity, the whole text has the rest."""
    stranger: float = 0.85
    """Factor for each name of one title that the other document does not know."""
    both: float = 0.1
    """Further factor when each title has such a name: Brest here, Gomel there (of 210 Russian pairs that are at all
    alike 13 have, and none of them is one story); and when each names in quotation marks what the other does not know:
    one contest here, another there (0 of 3 such pairs, 0 of 16 in the training part of ECB+)."""
    details: float = 1 / 3
    strange: float = 1 / 2
    """Share of each title's names that the other lacks up to which they are details and tell nothing, and from which
    on they tell fully: who knows the band, the singer and the tour need not name the hall (of English texts that are
    alike else 208 of 352 pairs under .4 are one story, from .6 on 45 of 149; Russian ones all have .4, 0 of 10)."""
    numbers: float = 0.3
    """Factor for numbers of the two titles that contradict each other."""
    days: float = 0.2
    """Factor when title and lead name days, and none lies within a day of one of the other's."""
    short: int = 30
    long: int = 150
    slack: int = 150
    """Short texts of one event share less: the similarity is scaled by size / (size + slack), capped."""
    bare: float = 0.4
    """What is added to the similarity of two full texts of which neither has a headline, whose words would count
    double (halves of untitled texts: B³ F1 .78 -> .81 in English, .75 -> .80 in Russian; full texts of one month with
    the name of a column for title: .89 -> .91)."""
    least: float = 0.06
    """Cosine under which a pair is not looked at."""
    max_df: float = 0.02
    """In sets over 1,000: features that a larger share bears are left out."""
    told: ToldOptions = field(default_factory=ToldOptions)
    where: WhereOptions = field(default_factory=WhereOptions)


class Likeness:
    """Pairs of one language that share anything, whose second is ``fresh`` or later."""

    def __init__(self, docs: Sequence[Doc], options: LikenessOptions, fresh: int = 0) -> None:
        import numpy as np

        docs = together(docs)
        self._docs, self._options, told = docs, options, docs.columns
        vocabulary = docs[0].table.vocabulary
        bag, lead = rows(docs, lambda table: table.bag), rows(docs, lambda table: table.lead)
        found = join(units(bag, rarity(bag, vocabulary, options.max_df), vocabulary), options.least, fresh)
        alike = one_tongue(docs, found)
        self.near = found.only(alike)
        leads = products(units(lead, rarity(lead, vocabulary), vocabulary), self.near)
        self._shared = (1 - options.lead) * self.near.score + options.lead * leads
        self._shared /= _scales(told.size, self.near, options)
        unheaded = told.full * (1.0 - told.headline)
        self._shared *= 1.0 + options.bare * np.minimum(unheaded[self.near.a], unheaded[self.near.b])
        self.most = self._shared * BEST
        self._had = told.beside
        self._agreed, self._beside = Agreement(docs), Beside(docs, options.where)
        self._told = Told(docs, bag, rarity(bag, vocabulary), options.told)

    def scores(self, at: Ints) -> Floats:
        """Return the likeness of some of the pairs; it is never more than ``most``."""
        import numpy as np

        a, b = self.near.a[at], self.near.b[at]
        fitting = self._told.factors(a, b)
        beside = (self._had[a] & self._had[b]) > 0
        """Whether anything but words may speak for or against one event: most pairs have nothing."""
        (one, share), (other, part) = self._told.strangers(a, b), self._told.strangers(b, a)
        fitting *= np.where(beside, 1.0, unknown(one, other, np.minimum(share, part), self._options))
        for pair in np.flatnonzero((fitting > 0) & beside).tolist():
            fitting[pair] *= self._fitting(int(a[pair]), int(b[pair]))
        return self._shared[at] * fitting

    def _fitting(self, a: int, b: int) -> float:
        one, other = self._docs[a], self._docs[b]
        factor = self._agreed.factor(one, other) * against(one, other, self._options)
        return factor * self._beside.factor(one, other)


def one_tongue(docs: Sequence[Doc], pairs: Near) -> Flags:
    """Whether words can be compared: one script, and one language as far as both are known."""
    import numpy as np

    tongues = sorted({doc.tongue for doc in docs})
    alike = np.array(
        [
            [one == two and (not own or not other or own == other) for two, other in tongues]
            for one, own in tongues
        ]
    )
    place = {tongue: at for at, tongue in enumerate(tongues)}
    tongue = np.array([place[doc.tongue] for doc in docs])
    found: Flags = alike[tongue[pairs.a], tongue[pairs.b]]
    return found


def _scales(sizes: Ints, pairs: Near, options: LikenessOptions) -> Floats:
    import numpy as np

    size = np.clip(np.minimum(sizes[pairs.a], sizes[pairs.b]), options.short, options.long)
    scale: Floats = (options.long + options.slack) / options.long * size / (size + options.slack)
    return scale


def against(a: Doc, b: Doc, options: LikenessOptions) -> float:
    """Return the factor, 0 to 1, for what stands against one event: names, numbers, days."""
    import numpy as np

    one, other = _strangers(a, b, options), _strangers(b, a, options)
    factor = 1.0
    if one or other:
        share = min(_unknown(a, b), _unknown(b, a)) if one and other else 0.0
        factor = float(unknown(np.array(one), np.array(other), np.array(share), options))
    if a.works and b.works and _unknown_works(a, b) and _unknown_works(b, a):
        factor *= options.both
    if _numbers_differ(a, b):
        factor *= options.numbers
    if days_differ(a, b):
        factor *= options.days
    return float(factor)


def unknown(one: Floats, other: Floats, share: Floats, options: LikenessOptions) -> Floats:
    """Return the factor for so many names of each title that the other document does not know.

    ``share`` of the names of both are these at least.
    """
    import numpy as np

    strange = np.clip((share - options.details) / (options.strange - options.details), 0.0, 1.0)
    both = np.minimum(np.minimum(one, other), 1.5) * strange
    found: Floats = options.stranger ** np.minimum(one + other, 4.0) * options.both**both
    return found


def _strangers(a: Doc, b: Doc, options: LikenessOptions) -> float:
    """Names of ``a``'s title that ``b`` does not have, less if ``b`` is too short to have them.

    Names of whole countries and borders are left to the topics, if both are dated and have some: ``Tajik-Afghan`` here,
    ``Tajikistan`` there.
    """
    known = 0.0 if a.heading_names <= b.names else knows(b, options.told) * a.headline
    if not known:
        return 0.0
    own = a.heading_names - b.names - (a.where if _placed(a) and _placed(b) else frozenset())
    return known * sum(not begun(name, b.names) for name in own)


def _unknown(a: Doc, b: Doc) -> float:
    """Return what share of the names of ``a``'s title ``b`` does not have."""
    own = a.heading_names
    return sum(not begun(name, b.names) for name in own - b.names) / len(own)


def _unknown_works(a: Doc, b: Doc) -> bool:
    """Whether ``b`` has no word of what ``a``'s title names in quotation marks."""
    return all(work.isdisjoint(b.bag) for work in a.works)


def _placed(doc: Doc) -> bool:
    """Whether its topics say where it happened; those of an undated document are no evidence for one event."""
    return bool(doc.where) and doc.bare.day is not None


def _numbers_differ(a: Doc, b: Doc) -> bool:
    """Whether the titles count one thing differently, or each has a number that the other text lacks."""
    if any(unit in b.units and not numbers & b.units[unit] for unit, numbers in a.units.items()):
        return True
    return bool(a.heading_numbers - b.numbers) and bool(b.heading_numbers - a.numbers)

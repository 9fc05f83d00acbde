"""Likeness across languages: names by their consonants, numbers and topics, for no word is shared."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.stories.alike.agreement import BEST, Agreement
from briefings.stories.alike.likeness import one_tongue
from briefings.stories.alike.vectors import Near, all_of, join, products, rarity, rows, units
from briefings.stories.alike.where import WhereOptions, apart, of_the_week, other_matter
from briefings.stories.texts.bags import distinct
from briefings.stories.texts.docs import together

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from briefings.stories.texts.bags import Bags, Floats, Ints
    from briefings.stories.texts.docs import Docs
    from briefings.stories.texts.features import Doc


_TOPICS = {"body": 2.0, "border": 2.0, "country": 0.5, "theme": 0.5}
"""What a shared topic is worth beside a shared name."""


@dataclass(frozen=True, slots=True)
class ForeignOptions:
    """When two documents of different languages are alike."""

    rate: float = 0.8
    """What the cosine of names, numbers and topics is worth beside the likeness within one language."""
    doubt: float = 2.5
    """Shared names and numbers that are still half a doubt: of n the factor is n / (n + doubt). Two texts on unlike
    things share one or two (ru, tg: translations found .95 at no false pair; without this, 22 of 123 documents whose
    translation is missing found another)."""
    concept: float = 0.5
    """What a concept is worth beside a name, if both speak of it: an earthquake, deaths (translations that meet: ru
    .96 -> .99, uz .94 unchanged, fa .72 -> .73, at no false pair more)."""
    uncased: float = 1.3
    """What the cosine is worth when one script has no capitals: there any word may be a name, which lengthens it."""
    topics_alone: float = 0.5
    """Factor when nothing but topics is shared: two events of one week may share those."""
    body: float = 1.0
    """The same when these are a body and a border or country."""
    topics_later: float = 0.15
    """The same when days lie between, or when these are countries without a theme."""
    other_matter: float = 0.2
    """Factor when one border is shared, and one of the two is about something that the other does not know."""
    soon: int = 2
    """Days within which topics alone may speak for one event."""
    crossing: int = 4
    """Days within which a crossing that both name does: two sides of one closure."""
    least: float = 0.1
    """Cosine under which a pair is not looked at."""
    max_df: float = 0.02
    """In sets over 1,000: features that a larger share bears are left out."""


class Foreign:
    """Pairs of two languages that share a name, a number or a topic, whose second is ``fresh`` or later."""

    def __init__(self, docs: Sequence[Doc], options: ForeignOptions, fresh: int = 0) -> None:
        import numpy as np

        docs = together(docs)
        self._docs, self._options = docs, options
        self.near, self.most = all_of(()), np.zeros(0)
        if len({doc.tongue for doc in docs}) < 2:
            return
        vocabulary = docs[0].table.vocabulary
        bags = _common(docs)
        found = join(units(bags, rarity(bags, vocabulary, options.max_df), vocabulary), options.least, fresh)
        strange = ~one_tongue(docs, found)
        self.near = found.only(strange)
        self.most = self.near.score * options.rate * max(1.0, options.uncased, options.body) * BEST
        self._agreed = Agreement(docs)
        self._watched = np.array([bool(doc.bare.topics or doc.bare.places) for doc in docs], np.bool_)
        self._placed = np.array([bool(doc.bare.where) for doc in docs], np.bool_)
        self._week = of_the_week(docs, WhereOptions()) if self._watched.any() else frozenset[str]()

    def scores(self, at: Ints) -> Floats:
        """Return the likeness of some of the pairs; it is never more than ``most``."""
        import numpy as np

        a, b = self.near.a[at], self.near.b[at]
        known = _by_signs(self._docs, a, b, self._options)
        watched, placed = self._watched, self._placed
        for pair in np.flatnonzero((watched[a] & watched[b]) | placed[a] | placed[b]).tolist():
            known[pair] = self._known(self._docs[int(a[pair])], self._docs[int(b[pair])])
        scores: Floats = self.near.score[at] * self._options.rate * known
        return scores

    def _known(self, one: Doc, other: Doc) -> float:
        return _known(one, other, self._options, self._week) * self._agreed.factor(one, other)


def _known(a: Doc, b: Doc, options: ForeignOptions, week: Collection[str] = ()) -> float:
    """Return 1 for a shared crossing, less for names and numbers the fewer they are, least for topics weeks apart."""
    if other_matter(a, b):
        return options.other_matter
    days = apart(a, b)
    if a.bare.places & b.bare.places and days <= options.crossing:
        return 1.0
    known = max(_named(a, b, options, week), _by_topics(a, b, days, options, week))
    return known * options.other_matter if _of_two_matters(a, b) else known


def _of_two_matters(a: Doc, b: Doc) -> bool:
    """Whether two that share a watched topic speak each of a matter, and none of the other's: a quake, an attack.

    A topic puts them in one place and week; without one, names must have brought them together, and these tell more.
    """
    if a.bare.topics.keys().isdisjoint(b.bare.topics.keys()):
        return False
    return bool(a.matters and b.matters) and not a.matters & b.matters


def _named(a: Doc, b: Doc, options: ForeignOptions, week: Collection[str] = ()) -> float:
    """Return 0 to 1.3 by the names and numbers that both have, but for those of which the whole week is full.

    With one of them the topics of both speak as well, when both are dated.
    """
    signs = ((a.signs & b.signs) - a.where - b.where).difference(week)
    if not signs:
        return 0.0
    topics = a.bare.topics.keys() & b.bare.topics.keys()
    found = sum(_telling(sign) for sign in signs) + options.concept * len(a.concepts & b.concepts)
    if a.bare.day and b.bare.day:
        found += sum(_TOPICS.get(topic.split(".")[0], 0.0) for topic in topics)
    return (1.0 if a.cased and b.cased else options.uncased) * found / (found + options.doubt)


def _by_signs(docs: Docs, a: Ints, b: Ints, options: ForeignOptions) -> Floats:
    """Return what ``_named`` does of each pair, if no topic or place is watched that both name."""
    import numpy as np

    signs = rows(docs, lambda table: table.signs)
    names = docs[0].table.vocabulary.names
    worth = np.zeros(len(names))
    met = distinct(signs.keys)
    worth[met] = [math.sqrt(_telling(names[sign])) for sign in met.tolist()]
    found = products(signs.weighed(worth), Near(a, b, np.zeros(len(a))))
    found = (found * 4).round() / 4  # quarters, as ``_telling`` counts
    for at in np.flatnonzero(found).tolist():
        one, other = docs[int(a[at])].concepts, docs[int(b[at])].concepts
        if one and other:
            found[at] += options.concept * len(one & other)
    cased = docs.columns.cased
    known: Floats = np.where(cased[a] & cased[b], 1.0, options.uncased) * found / (found + options.doubt)
    return known


def _telling(sign: str) -> float:
    """Return what a shared sign is worth: a skeleton of two consonants or a number of one digit may be chance."""
    if sign[0] == "#":
        return 0.5 if len(sign) > 2 else 0.25
    return 1.0 if len(sign.replace("v", "")) > 4 else 0.5


def _by_topics(a: Doc, b: Doc, days: int, options: ForeignOptions, week: Collection[str]) -> float:
    if not a.bare.topics.keys() & b.bare.topics.keys():
        return 0.0
    one_matter = bool(a.matters & b.matters)
    if not (a.bare.day and b.bare.day) or days > options.soon:
        return options.topics_later
    if not (one_matter or _more_than_a_country(a, b, week)):
        return options.topics_later
    return options.body if one_matter or _met_there(a, b) else options.topics_alone


def _more_than_a_country(a: Doc, b: Doc, week: Collection[str]) -> bool:
    """Whether they share a topic beside countries and what the whole week is about."""
    shared = a.bare.topics.keys() & b.bare.topics.keys()
    return any(not topic.startswith("country.") and topic not in week for topic in shared)


def _met_there(a: Doc, b: Doc) -> bool:
    """Whether both name one body, and beside it one border or country: a summit and its host."""
    shared = {topic.split(".")[0] for topic in a.bare.topics.keys() & b.bare.topics.keys()}
    return "body" in shared and bool(shared & {"border", "country"})


def _common(docs: Sequence[Doc]) -> Bags:
    """Names, numbers and topics that documents of two languages bear; the others could meet nothing."""
    import numpy as np

    bags = rows(docs, lambda table: table.abroad)
    tongues = {tongue: number for number, tongue in enumerate(sorted({doc.tongue for doc in docs}))}
    tongue = np.array([tongues[doc.tongue] for doc in docs])[bags.rows()]
    code = distinct(bags.keys * len(tongues) + tongue)
    return bags.only(np.bincount(code // len(tongues), minlength=1)[bags.keys] > 1)

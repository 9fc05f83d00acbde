"""Likeness across languages: names by their consonants, numbers and topics, for no word is shared."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.stories.agreement import Agreement
from briefings.stories.likeness import one_tongue
from briefings.stories.vectors import Pairs, join
from briefings.stories.where import apart, other_matter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.stories.features import Bag, Doc


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


def foreign(docs: Sequence[Doc], options: ForeignOptions) -> Pairs:
    """Return the likeness of each pair of documents in different languages."""
    if len({doc.tongue for doc in docs}) < 2:
        return {}
    near = join(_common(docs), options.least, options.max_df)
    agreed = Agreement(docs)
    scores: Pairs = {}
    for (a, b), score in near.items():
        one, other = docs[a], docs[b]
        if not one_tongue(one, other):
            known = _known(one, other, options)
            scores[a, b] = round(score * options.rate * known * agreed.factor(one, other), 6)
    return scores


def _known(a: Doc, b: Doc, options: ForeignOptions) -> float:
    """Return 1 for a shared crossing, less for names and numbers the fewer they are, least for topics weeks apart."""
    if other_matter(a, b):
        return options.other_matter
    days = apart(a, b)
    if a.bare.places & b.bare.places and days <= options.crossing:
        return 1.0
    return max(_named(a, b, options), _by_topics(a, b, days, options))


def _named(a: Doc, b: Doc, options: ForeignOptions) -> float:
    """Return 0 to 1.3 by the names and numbers that both have; with one of them the topics of both speak as well."""
    signs = (a.signs.keys() & b.signs.keys()) - a.where - b.where
    if not signs:
        return 0.0
    topics = a.bare.topics.keys() & b.bare.topics.keys()
    found = sum(_telling(sign) for sign in signs)
    found += sum(_TOPICS.get(topic.split(".")[0], 0.0) for topic in topics)
    return (1.0 if a.cased and b.cased else options.uncased) * found / (found + options.doubt)


def _telling(sign: str) -> float:
    """Return what a shared sign is worth: a skeleton of two consonants or a number of one digit may be chance."""
    if sign[0] == "#":
        return 0.5 if len(sign) > 2 else 0.25
    return 1.0 if len(sign.replace("v", "")) > 4 else 0.5


def _by_topics(a: Doc, b: Doc, days: int, options: ForeignOptions) -> float:
    if not a.bare.topics.keys() & b.bare.topics.keys():
        return 0.0
    if days > options.soon or not _more_than_a_country(a, b):
        return options.topics_later
    return options.body if _met_there(a, b) else options.topics_alone


def _more_than_a_country(a: Doc, b: Doc) -> bool:
    return any(not topic.startswith("country.") for topic in a.bare.topics.keys() & b.bare.topics.keys())


def _met_there(a: Doc, b: Doc) -> bool:
    """Whether both name one body, and beside it one border or country: a summit and its host."""
    shared = {topic.split(".")[0] for topic in a.bare.topics.keys() & b.bare.topics.keys()}
    return "body" in shared and bool(shared & {"border", "country"})


def _common(docs: Sequence[Doc]) -> list[Bag]:
    """Names, numbers and topics that documents of two languages bear; the others could meet nothing."""
    bags = [_alike(doc) for doc in docs]
    tongues: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for doc, bag in zip(docs, bags, strict=True):
        for sign in bag:
            tongues[sign].add(doc.tongue)
    return [{sign: count for sign, count in bag.items() if len(tongues[sign]) > 1} for bag in bags]


def _alike(doc: Doc) -> Bag:
    """Signs, and topics with the weight of one name.

    v is left out of names: Arabic script has one letter for v, u and o (NTREX, English to Persian: the
    translation is nearest for .951 of the documents, with v for .943).
    """
    bag = {"t:" + topic: 1.0 for topic in doc.bare.topics}
    bag |= {"t:place." + place: 2.0 for place in doc.bare.places}
    for sign, count in doc.signs.items():
        plain = sign.replace("v", "")
        if len(plain) > 3 or plain[0] == "#":
            bag[plain] = bag.get(plain, 0.0) + count
    return bag

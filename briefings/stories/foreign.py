"""Likeness across languages: names by their consonants, numbers and topics, for no word is shared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.stories.agreement import Agreement
from briefings.stories.likeness import one_tongue
from briefings.stories.vectors import Pairs, join, unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.stories.features import Bag, Doc


@dataclass(frozen=True, slots=True)
class ForeignOptions:
    """When two documents of different languages are alike."""

    rate: float = 1.0
    """What the cosine of names, numbers and topics is worth beside the likeness within one language."""
    topics_alone: float = 0.5
    """Factor when nothing but topics is shared: two events of one week may share those."""
    least: float = 0.1
    """Cosine under which a pair is not looked at."""
    max_df: float = 0.02
    """In sets over 1,000: features that a larger share bears are left out."""


def foreign(docs: Sequence[Doc], options: ForeignOptions) -> Pairs:
    """Return the likeness of each pair of documents in different languages."""
    if len({doc.tongue for doc in docs}) < 2:
        return {}
    near = join(unit([_alike(doc) for doc in docs], options.max_df), options.least)
    agreed = Agreement(docs)
    scores: Pairs = {}
    for (a, b), score in near.items():
        one, other = docs[a], docs[b]
        if not one_tongue(one, other):
            known = 1.0 if one.signs.keys() & other.signs.keys() else options.topics_alone
            scores[a, b] = round(score * options.rate * known * agreed.factor(one, other), 6)
    return scores


def _alike(doc: Doc) -> Bag:
    """Names, numbers and topics; a topic counts as much as one name."""
    return doc.signs | {"t:" + topic: 1.0 for topic in doc.bare.topics}

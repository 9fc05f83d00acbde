"""A shared border is a place and no event: what two documents on one border must have in common beside it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.stories.alike.vectors import cosine, named, rarity, rows, unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefings.stories.texts.features import Doc


@dataclass(frozen=True, slots=True)
class WhereOptions:
    """When the words beside the place are asked for."""

    need: float = 0.15
    daily: float = 0.015
    """Cosine of the leads without the words of the place from which on the pair counts in full, and what is added
    for each day between the two."""
    other_matter: float = 0.35
    """Factor when one of the two is about something that the other does not know, or at another crossing."""
    body_alone: float = 0.2
    """Factor when a body is all that they share, and each has a state, border or theme beside it."""
    soon: int = 1
    """Days within which a shared body or theme stands for the event, so that nothing more is asked for."""
    pair: int = 2
    """The same for two states or more: what they do together."""
    week: int = 8
    share: float = 0.25
    """Reports, and share of all, from which on a topic is what the week is about, and so is no event."""
    long: int = 6
    """Days from which on a shared body or country is no longer enough either."""


class Beside:
    """Factors, 0 to 1, for pairs of one language that might share a place only, by what words weigh among documents."""

    def __init__(self, docs: Sequence[Doc], options: WhereOptions) -> None:
        self._options = options
        self._weights: dict[str, float] = {}
        self._common: set[str] = set()
        if any(doc.bare.where for doc in docs):
            self._common = of_the_week(docs, options)
            self._weights = _weights(docs, _many(docs, options))

    def factor(self, one: Doc, other: Doc) -> float:
        """Return 1 when more than a place is shared, less the less the leads have in common beside it."""
        if _only_a_body(one, other):
            return self._options.body_alone
        if not self._asked(one, other):
            return 1.0
        said = cosine(unit(one.what, self._weights), unit(other.what, self._weights))
        need = self._options.need + self._options.daily * apart(one, other)
        return min(1.0, said / need) * (self._options.other_matter if other_matter(one, other) else 1.0)

    def _asked(self, a: Doc, b: Doc) -> bool:
        if not (a.bare.where and b.bare.where):
            return False
        topics = a.bare.topics.keys() & b.bare.topics.keys()
        shared = {topic.split(".")[0] for topic in topics}
        if not shared:
            return False
        days = apart(a, b)
        if shared <= {"country", "theme"}:
            states = sum(topic.startswith("country.") for topic in topics)
            return days > self._options.pair or states < 2
        if "border" not in shared:
            return days >= self._options.long or self._common >= {
                topic for topic in topics if not topic.startswith("theme.")
            }
        return days > self._options.soon or not shared & {"body", "theme"}


def of_the_week(docs: Sequence[Doc], options: WhereOptions) -> set[str]:
    """Return the topics, names and numbers that so many reports bear that to share one says nothing of the event."""
    import numpy as np

    many, names = _many(docs, options), docs[0].table.vocabulary.names
    spread = Counter(topic for doc in docs for topic in doc.bare.topics)
    signs = np.bincount(rows(docs, lambda table: table.signs).keys)
    common = [names[at] for at in np.flatnonzero(signs > many).tolist()]
    return {*common, *(topic for topic, number in spread.items() if number > many)}


def _many(docs: Sequence[Doc], options: WhereOptions) -> float:
    return max(options.week, len(docs) * options.share)


def _weights(docs: Sequence[Doc], many: float) -> dict[str, float]:
    """Return the rarity of words; those of more documents than so many say nothing, as the topics that they name."""
    import numpy as np

    vocabulary, what = docs[0].table.vocabulary, rows(docs, lambda table: table.what)
    spread = np.bincount(what.keys, minlength=len(vocabulary.names))
    return named(np.where(spread > many, 0.0, rarity(what, vocabulary)), vocabulary)


def _only_a_body(a: Doc, b: Doc) -> bool:
    """Whether a body is all that they share, and each has a state, border or theme beside it: no one matter of it."""
    one, other = a.bare.topics.keys(), b.bare.topics.keys()
    shared = one & other
    return bool(shared and one - shared and other - shared) and all(
        topic.startswith("body.") for topic in shared
    )


def apart(a: Doc, b: Doc) -> int:
    """Return the days between two publications; 0 when one has no date."""
    return abs(a.bare.day - b.bare.day) if a.bare.day and b.bare.day else 0


_AT_BORDERS = frozenset({"theme.border-crossings", "theme.border-security"})
"""Themes that any report from a border may bear."""


def other_matter(a: Doc, b: Doc) -> bool:
    """Whether the two share a border, but name other crossings, or one a body or theme that the other does not."""
    shared = a.bare.topics.keys() & b.bare.topics.keys()
    if not any(topic.startswith("border.") for topic in shared):
        return False
    if a.bare.places and b.bare.places and not a.bare.places & b.bare.places:
        return True
    if _matters(shared):
        return False
    return any(_matters(_primary(one)) - other.bare.topics.keys() for one, other in ((a, b), (b, a)))


def _primary(doc: Doc) -> set[str]:
    return {topic for topic, level in doc.bare.topics.items() if level == "primary"}


def _matters(topics: Iterable[str]) -> set[str]:
    """Return the bodies and themes among them."""
    return {topic for topic in topics if topic.startswith(("body.", "theme."))} - _AT_BORDERS

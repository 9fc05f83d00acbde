"""What reports speak of, recognised by word stems in several languages: a ceasefire, clashes, a state of emergency.

Used twice: the gravest class of words met weighs in the order of stories, and a story known only in other
languages is described by the words that most of its reports use. Both count words; neither is a judgment.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from briefings.reading.concepts import met

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefings.types import Article

WEIGHTS: Mapping[str, float] = {
    "war": 2.0,
    "deaths": 1.8,
    "force": 1.5,
    "emergency": 1.5,
    "decision": 1.2,
    "matter": 1.0,
}
"""Factor of each class; the gravest class that is met counts. A matter describes a story and weighs nothing."""

_CLASSES: Mapping[str, tuple[str, ...]] = {
    "war": (
        "ceasefire", "shelling", "air_strikes", "hostilities", "seizure", "coup", "peacekeepers", "takeover",
        "troops", "martial_law",
    ),
    "deaths": ("deaths",),
    "force": ("attack", "clashes", "explosion", "militants", "wounded", "drones", "hostages", "downing"),
    "emergency": (
        "emergency", "unrest", "protests", "evacuation", "refugees", "border_closure", "disaster",
    ),
    "decision": (
        "arrests", "prisoners", "summit", "agreement", "statement", "sanctions", "elections", "delimitation",
        "resignation",
    ),
    "matter": (
        "visit", "talks", "telephone", "exercises", "drugs", "smuggling", "crossing", "patrols", "repairs", "railway",
        "gas", "electricity", "trade", "aid", "accident", "fire", "court", "appointment", "deportation",
    ),
}  # fmt: skip
_CLASS_OF = {name: kind for kind, names in _CLASSES.items() for name in names}
_OPENING = 500
"""Characters of a text that tell what it is about."""


def severity(text: str, changes: Mapping[str, float]) -> float:
    """Return the factor of the gravest class that ``text`` meets, 1 when none; ``changes`` replace weights."""
    weights = {**WEIGHTS, **changes}
    return max((weights[_CLASS_OF[name]] for name in met(text)), default=1.0)


def spoken_of(articles: Sequence[Article], most: int = 2) -> tuple[str, ...]:
    """Return names of what at least a quarter of the reports speak of at their opening, the gravest of them first.

    Of one or two reports one must name it in its title or both twice: one word in passing is no subject.
    """
    few = len(articles) < 3
    counts = Counter(name for article in articles for name in _told(article, strictly=few))
    titled = {name for article in articles for name in met(article.title)} if few else set()
    counts.update({name: len(articles) - counts[name] for name in titled})
    enough = len(articles) if few else len(articles) / 4
    found = [name for name, count in counts.items() if count >= enough]
    if not found:  # many reports on many sides of one thing: what an eighth of them speak of, three at least
        found = [name for name, count in counts.items() if not few and count >= max(3, len(articles) / 8)]
    if {"telephone", "summit"} & set(found):
        found = [name for name in found if name != "talks"]  # they are talks themselves
    found.sort(key=lambda name: (-counts[name] * WEIGHTS[_CLASS_OF[name]], name))
    return tuple(found[:most])


def names() -> tuple[str, ...]:
    """Return the names of all concepts; each has a phrase ``of_NAME`` in every catalogue."""
    return tuple(_CLASS_OF)


def _told(article: Article, *, strictly: bool) -> set[str]:
    title, opening = met(article.title), met(article.text[:_OPENING])
    return {name for name in {*title, *opening} if not strictly or name in title or opening.get(name, 0) > 1}

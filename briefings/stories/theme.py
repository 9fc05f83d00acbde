"""The topics of a story and the one theme under which it is printed."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.types import Level, Tag, Tagged

_RANK: dict[Level, float] = {"primary": 2.0, "secondary": 1.0}


def topics(items: Sequence[Tagged]) -> tuple[tuple[str, Level], ...]:
    """Return the story's topics, weightiest first: primary where an article has it so, else secondary."""
    weight: dict[str, float] = defaultdict(float)
    best: dict[str, Level] = {}
    for tag in _counted(items):
        weight[tag.topic] += tag.weight * _RANK[tag.level]
        if _RANK[tag.level] > _RANK.get(best.get(tag.topic, "mention"), 0):
            best[tag.topic] = tag.level
    order = sorted(best, key=lambda t: (best[t] != "primary", -round(weight[t], 6), t))
    return tuple((topic, best[topic]) for topic in order)


def theme(items: Sequence[Tagged]) -> str:
    """Return the theme with the greatest weight over all articles; ``""`` when none was found."""
    weight: dict[str, float] = defaultdict(float)
    for tag in _counted(items):
        if tag.kind == "theme":
            weight[tag.topic] += tag.weight * _RANK[tag.level]
    return min(weight, key=lambda t: (-round(weight[t], 6), t), default="")


def _counted(items: Sequence[Tagged]) -> list[Tag]:
    return [tag for item in items for tag in item.tags if tag.level in _RANK]

"""Which bodies the week's stories name together: a small matrix, no network picture."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import combinations

from briefings.brief_types import Brief, StoryBlock

FEWEST_STORIES = 15
"""Below this a matrix shows chance (brief anatomy)."""
MOST_BODIES = 10


@dataclass(frozen=True, slots=True)
class Matrix:
    """Upper triangle: ``rows[i]`` holds the counts of body i with bodies i+1 ..."""

    names: tuple[str, ...]
    rows: tuple[tuple[int, ...], ...]


def matrix(brief: Brief) -> Matrix | None:
    """The matrix, or ``None`` when there are too few stories or no pair stands in two of them: ones show nothing."""
    named = [_bodies(story) for story in brief.stories]
    pairs = Counter(pair for names in named for pair in combinations(names, 2))
    if len(brief.stories) < FEWEST_STORIES or max(pairs.values(), default=0) < 2:
        return None
    weight = Counter(body for pair, n in pairs.items() for body in pair for _ in range(n))
    bodies = sorted(weight, key=lambda body: (-weight[body], body))[:MOST_BODIES]
    rows = tuple(
        tuple(pairs[min(a, b), max(a, b)] for b in bodies[i + 1 :]) for i, a in enumerate(bodies[:-1])
    )
    return Matrix(tuple(name for _, name in bodies), rows)


def _bodies(story: StoryBlock) -> list[tuple[str, str]]:
    """(id, name) of the bodies that a story is about, not of those it only mentions."""
    found = {(t.id, t.name or t.id) for t in story.topics if t.level in ("primary", "secondary")}
    return sorted(body for body in found if body[0].startswith("body."))

"""Titles that a feed cut at a fixed length: a truncated sentence is never printed (fault F04)."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from briefings.types import Article, Tagged

MARK = "title-truncated"
_SHORTEST = 50
"""Characters: no feed cuts titles shorter, and many whole titles are."""
_MANY = 3
"""Titles of exactly the greatest length: two may meet by chance, among a thousand hardly three."""
_ROUND = frozenset(n - less for n in (120, 140, 150, 160, 200, 255, 256, 280) for less in (0, 1))
"""Lengths at which programs cut, and one less where a space stood at the cut. A whole title of just such a length
without a final sign is one in a hundred, and only loses its place as a headline."""
_LONGEST_HANGING = 8
"""Letters of the longest of these words, and what stands before it."""
_HANGING = re.compile(
    r"\b(?:the|an?|of|in|on|at|to|for|from|with|by|and|or|that|as|its?|their|is|are|was|were|has|have|will"
    r"|в|во|на|с|со|к|по|о|об|и|а|но|для|от|из|за|у|что|как|при|между|در|به|از|که|و|با|برای)$",
    re.IGNORECASE,
)


_UNFINISHED = re.compile(r"\w{4,} ?[.!?] +\w")
"""A sentence that ends inside a title: what follows is another one, and without an end of its own it is cut."""


def mark(items: Iterable[Tagged]) -> list[Tagged]:
    """Mark the articles whose title runs into a wall: the outlet's, that of the whole batch, or a round number."""
    items = list(items)
    limits = _walls(items, _outlet)
    common = _walls(items, lambda _: "").get("", 0)
    return [
        _marked(item) if _cut(item.article.title, limits.get(_outlet(item.article), common)) else item
        for item in items
    ]


def _walls(items: Iterable[Tagged], key: Callable[[Article], str]) -> Mapping[str, int]:
    """The length at which titles end, by outlet, for those outlets that have one."""
    lengths: dict[str, Counter[int]] = defaultdict(Counter)
    for item in items:
        lengths[key(item.article)][len(item.article.title)] += 1
    longest = {outlet: max(counts) for outlet, counts in lengths.items()}
    return {o: n for o, n in longest.items() if n >= _SHORTEST and lengths[o][n] + lengths[o][n - 1] >= _MANY}


def _cut(title: str, wall: int) -> bool:
    if title[-1:] in ".!?…؟»”\"')":
        return False
    # A space at the cut is stripped, so that one character less is the wall too.
    if (wall and len(title) >= wall - 1) or len(title) in _ROUND:
        return True
    if len(title) < _SHORTEST:
        return False
    words = " ".join(title.split())
    parted = any(sign in words for sign in (". ", "! ", "? "))
    return bool(_HANGING.search(title[-_LONGEST_HANGING:]) or (parted and _UNFINISHED.search(words)))


def _marked(item: Tagged) -> Tagged:
    return replace(item, article=replace(item.article, flags=(*item.article.flags, MARK)))


def _outlet(article: Article) -> str:
    return article.publisher or article.source

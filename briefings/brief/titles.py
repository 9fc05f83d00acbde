"""Titles that a feed cut at a fixed length: a truncated sentence is never printed (fault F04)."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefings.types import Article, Tagged

MARK = "title-truncated"
_SHORTEST = 50
"""Characters: no feed cuts titles shorter, and many whole titles are."""
_MANY = 3
"""Titles of exactly the outlet's greatest length: two may meet by chance, among a thousand hardly three."""


def mark(items: Iterable[Tagged]) -> list[Tagged]:
    """Mark the articles whose title runs into its outlet's wall."""
    items = list(items)
    limits = _walls(item.article for item in items)
    return [_marked(item) if _cut(item.article, limits) else item for item in items]


def _walls(articles: Iterable[Article]) -> Mapping[str, int]:
    """The length at which an outlet's titles end, for those that have one."""
    lengths: dict[str, Counter[int]] = defaultdict(Counter)
    for article in articles:
        lengths[_outlet(article)][len(article.title)] += 1
    longest = {outlet: max(counts) for outlet, counts in lengths.items()}
    return {o: n for o, n in longest.items() if n >= _SHORTEST and lengths[o][n] + lengths[o][n - 1] >= _MANY}


def _cut(article: Article, limits: Mapping[str, int]) -> bool:
    wall = limits.get(_outlet(article))
    # A space at the cut is stripped, so that one character less is the wall too.
    return wall is not None and len(article.title) >= wall - 1 and article.title[-1:] not in ".!?…؟»”\"')"


def _marked(item: Tagged) -> Tagged:
    return replace(item, article=replace(item.article, flags=(*item.article.flags, MARK)))


def _outlet(article: Article) -> str:
    return article.publisher or article.source

"""Reports that their outlet took back in another report (fault F19)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from briefings.brief.material import sentences
from briefings.reading.dates import mentions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.types import Article, Tagged


def withdrawn(items: Sequence[Tagged]) -> list[Tagged]:
    """Return the items; a report that its outlet took back in another one bears that notice too (fault F19).

    The other one is marked as well: it takes back, and is not withdrawn itself.
    """
    notices: dict[str, list[str]] = defaultdict(list)
    correcting: set[str] = set()
    dated = [item.article for item in items if item.article.published]
    for article in (item.article for item in items):
        for notice in article.notices:
            days = days_named(notice, article) if notice.startswith("retraction") else set()
            meant = [own for own in dated if days and _of_its_own(own, article, days)]
            correcting.update(article.id for _ in meant)
            for own in meant:
                notices[own.id].append(notice)
    return [_noted(item, notices[item.article.id], item.article.id in correcting) for item in items]


def _of_its_own(own: Article, article: Article, days: set[str]) -> bool:
    """Whether ``own`` is another report of the same outlet, of one of these days and on that subject."""
    day = own.published.start.isoformat() if own.published else ""
    return (
        day in days
        and own.id != article.id
        and _outlet(own) == _outlet(article)
        and is_about(own.title, article)
    )


def _noted(item: Tagged, notices: Sequence[str], correcting: bool) -> Tagged:
    if not (notices or correcting):
        return item
    own = item.article
    flags = (*own.flags, sentences.TAKES_BACK) if correcting else own.flags
    return replace(item, article=replace(own, notices=(*own.notices, *notices), flags=flags))


def _outlet(article: Article) -> str:
    return article.publisher or article.source or article.id


def days_named(notice: str, article: Article) -> set[str]:
    """Return the ISO days that a notice names."""
    day = article.published.start if article.published else None
    found = mentions(notice, article.language, day)
    return {m.when.start.isoformat() for m in found if m.when.start == m.when.end}


def is_about(title: str, article: Article) -> bool:
    """Return whether an article is on the subject of a title."""
    words = sentences.stems(title)
    told = sentences.stems(" ".join((article.title, article.text, *article.notices)))
    return 2 * len(words & told) >= len(words) > 0

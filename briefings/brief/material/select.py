"""Which period an article counts in: by its publication, in the brief's zone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefings.types import Article, Period, Tagged, When

_LATE = timedelta(days=3)
"""Longest gap between publication and retrieval that still tells at what time of the day it was published."""


@dataclass(frozen=True, slots=True)
class Sorting:
    """Articles by what became of them."""

    column: Mapping[str, int]
    """Index of the period by article id."""
    undated: tuple[Article, ...] = ()
    """Without a publication date that is good enough for a count, though perhaps of this period."""
    moved: tuple[Article, ...] = ()
    """Counted in another period than their own calendar day suggests (this period is one of the two)."""
    archive: tuple[Article, ...] = ()
    """Old texts that were handed out with a date of this period."""
    future: tuple[Article, ...] = ()
    """Dated after the cut-off."""


def sort(items: Sequence[Tagged], periods: Sequence[Period], cutoff: datetime) -> Sorting:
    """Sort articles into periods, oldest first; the last one is the issue's."""
    column: dict[str, int] = {}
    rest: dict[str, list[Article]] = {name: [] for name in ("undated", "moved", "archive", "future")}
    for article in (item.article for item in items):
        fate = _fate(article, periods, cutoff)
        if isinstance(fate, int):
            column[article.id] = fate
            if _moved(article, fate, periods):
                rest["moved"].append(article)
        elif fate:
            rest[fate].append(article)
        elif _left(article, periods):
            rest["moved"].append(article)
    return Sorting(column, *(tuple(rest[name]) for name in ("undated", "moved", "archive", "future")))


def dated(when: When | None) -> bool:
    """Say whether a publication date is good enough to count by; the day of retrieval is none (fault F08)."""
    return (
        when is not None
        and when.precision in {"second", "minute", "day"}
        and when.basis not in {"retrieved", "none"}
    )


def _fate(article: Article, periods: Sequence[Period], cutoff: datetime) -> int | str:
    """Index of the period, or the name of the list it goes to, or blank for none."""
    when, issue = article.published, periods[-1]
    if article.quarantine:
        return ""
    if when is not None and when.delivered is not None:
        return "archive" if _is_day_of(when.delivered, issue) else ""
    if when is None or not dated(when):
        return "undated" if _may_be_in(article, issue) else ""
    moment = when.instant or _likely(article, when, ZoneInfo(issue.timezone))
    found = next((i for i, period in enumerate(periods) if period.start <= moment < period.end), None)
    if when.start > cutoff.astimezone(ZoneInfo(issue.timezone)).date() or (
        when.instant and when.instant > cutoff
    ):
        # Only what the issue would otherwise count: an item of the next period is simply not yet its turn.
        return "future" if found == len(periods) - 1 else ""
    return "" if found is None else found


def _likely(article: Article, when: When, zone: ZoneInfo) -> datetime:
    """A moment to sort a day without a time by.

    On the day of a close before midnight, what was retrieved only after the close counts in the next period;
    else noon would hide it from both issues. Retrieval years later tells nothing.
    """
    start = datetime(when.start.year, when.start.month, when.start.day, tzinfo=zone)
    retrieved = article.retrieved.astimezone(zone)
    if timedelta() <= retrieved - start < timedelta(days=1):
        return retrieved
    return start + timedelta(hours=23, minutes=59) if retrieved - start < _LATE else start


def _may_be_in(article: Article, period: Period) -> bool:
    """Whether an article without a usable date may belong to the period.

    Of those without any date the caller hands over only what came in with the period's other articles.
    """
    when = article.published
    if when is None or when.basis in {"retrieved", "none"} or when.precision == "unknown":
        return True
    return when.start < period.end.date() and when.end >= period.start.date()


def _moved(article: Article, fate: int, periods: Sequence[Period]) -> bool:
    """Whether its own calendar day lies in another period, this issue being one of the two."""
    when = article.published
    if when is None or when.instant is None:
        return False
    there = next((i for i, period in enumerate(periods) if _holds_day(when, period)), None)
    return there != fate and len(periods) - 1 in (there, fate)


def _left(article: Article, periods: Sequence[Period]) -> bool:
    """Whether its own calendar day lies in the issue's period, but its moment only after it."""
    when = article.published
    if article.quarantine or not dated(when) or when is None or when.instant is None:
        return False
    return when.instant >= periods[-1].end and _holds_day(when, periods[-1])


def _holds_day(when: When, period: Period) -> bool:
    return _is_day_of(when.start, period)


def _is_day_of(day: date, period: Period) -> bool:
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo(period.timezone))
    return period.start <= noon < period.end

"""What the store holds for a period and for the weeks before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from briefings.pause import collector_paused
from briefings.run.desk import Desk, Tick, quiet
from briefings.run.issues.periods import period_options
from briefings.run.tags import tagged
from briefings.store import Find
from briefings.types import Article, Period, Story, Tagged

if TYPE_CHECKING:
    from briefings.settings import BriefSettings


@dataclass(frozen=True)
class Window:
    """Tagged articles of a period and its look-back."""

    items: tuple[Tagged, ...]
    batch: tuple[datetime, datetime] | None
    """When the period's own articles came in; ``None`` when there are none."""

    @property
    def news(self) -> tuple[Tagged, ...]:
        """Those that may tell a story: old texts that were handed out as new do not."""
        return tuple(i for i in self.items if not (i.article.published and i.article.published.delivered))

    def came_with(self, article: Article) -> bool:
        """Whether an article without a date came in with those of the period."""
        return bool(_in(self.batch, (article,)))


def window(desk: Desk, settings: BriefSettings, period: Period, tick: Tick = quiet) -> Window:
    """The usable articles of a period and its look-back, and the undated ones that came in with the period's."""
    from briefings.brief.material.period import window

    start, end = window(period, period_options(settings))
    # One day more on both sides: what an outlet dates by its own zone may fall into the period by the brief's.
    first, last = (start - timedelta(days=1)).date(), (end + timedelta(days=1)).date()
    with collector_paused():
        dated = desk.store.articles(Find(first, last, quarantined=False))
    batch = _retrieved(dated, period)
    undated = _in(batch, desk.store.articles(Find(quarantined=False, undated=True)))
    return Window(tagged(desk, (*dated, *undated), tick), batch)


def overlaps(article: Article, period: Period) -> bool:
    """Whether an article may have been published in the period."""
    last = (period.end - timedelta(microseconds=1)).date()
    when = article.published
    return when is not None and when.start <= last and when.end >= period.start.date()


def told(stories: Sequence[Story], held: Window, period: Period) -> frozenset[str]:
    """Ids of the stories that an article of the period tells."""
    own = {item.article.id for item in held.items if overlaps(item.article, period)}
    return frozenset(s.id for s in stories if any(m.article in own for m in s.members))


def _retrieved(dated: Sequence[Article], period: Period) -> tuple[datetime, datetime] | None:
    """When the period's articles came in: undated and unreadable ones that came with them belong to the issue."""
    moments = [a.retrieved for a in dated if overlaps(a, period)]
    return (min(moments), max(moments)) if moments else None


def _in(batch: tuple[datetime, datetime] | None, found: Sequence[Article]) -> tuple[Article, ...]:
    if batch is None:
        return ()
    return tuple(a for a in found if a.published is None and batch[0] <= a.retrieved <= batch[1])

"""Looks into the store."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from briefings.run.desk import Desk
from briefings.run.hand.stories import grouped
from briefings.run.issues.periods import Asked, period_options
from briefings.run.tags import tagged
from briefings.store import Find
from briefings.types import Article, Event, Fetched, Story, Tagged


@dataclass(frozen=True)
class Filter:
    """What a listing is limited to; nothing set = the whole store."""

    week: str | None = None
    topic: str | None = None
    search: str = ""
    name: str | None = None


def articles(desk: Desk, wanted: Filter, *, quarantined: bool = False) -> tuple[Article, ...]:
    """The store's articles, by date."""
    first, last = _days(desk, wanted)
    found = desk.store.articles(Find(first, last, quarantined=quarantined, search=wanted.search))
    if not wanted.topic:
        return found
    return tuple(t.article for t in tagged(desk, found) if _has(t, wanted.topic))


def release(desk: Desk, article: str) -> bool:
    """Lets an article out of quarantine; False when it is not in it."""
    done = desk.store.release(article)
    if done:
        desk.store.log("release", {"article": article}, desk.now)
    return done


def stories(desk: Desk, wanted: Filter) -> list[tuple[Story, tuple[str, ...]]]:
    """The store's stories with the titles of their articles, latest first."""
    # Grouped with all others, so that a story has one id and one membership in every listing.
    found = desk.store.articles(Find(quarantined=False))
    titles = {a.id: a.title for a in found}
    of_week = articles(desk, Filter(wanted.week, None, "", wanted.name)) if wanted.week is not None else found
    asked = {a.id for a in of_week}
    listed = [
        (s, tuple(titles[m.article] for m in s.members))
        for s in grouped(desk, tagged(desk, found)).stories
        if any(m.article in asked for m in s.members)
    ]
    if wanted.topic:
        listed = [
            (s, t)
            for s, t in listed
            if (wanted.topic, "primary") in s.topics or (wanted.topic, "secondary") in s.topics
        ]
    words = wanted.search.casefold().split()
    listed = [(s, t) for s, t in listed if all(w in " ".join(t).casefold() for w in words)]
    return sorted(listed, key=lambda pair: (-pair[0].last_seen.toordinal(), pair[0].id))


def explain(desk: Desk, story: str) -> tuple[str, ...]:
    """Why a story is one; empty when there is none of that id."""
    from briefings import stories as room

    items = tagged(desk, desk.store.articles(Find(quarantined=False)))
    for candidate in grouped(desk, items).stories:
        if candidate.id == story:
            return room.explain(candidate, items)
    return ()


def events(desk: Desk, wanted: Filter) -> list[Event]:
    """The dated events that the store's articles tell of, by date."""
    found = articles(desk, wanted)
    told = [event for article in found for event in article.events]
    return sorted(told, key=lambda e: (e.when.start, e.when.end, e.name))


def _days(desk: Desk, wanted: Filter) -> tuple[date | None, date | None]:
    if wanted.week is None:
        return None, None
    _, settings = desk.config.brief(wanted.name or next(iter(desk.config.settings.briefs)))
    period = Asked(wanted.week).resolve(desk.now, period_options(settings))
    return period.start.date(), (period.end - timedelta(microseconds=1)).date()


def _has(item: Tagged, topic: str) -> bool:
    return any(tag.topic == topic and tag.level in ("primary", "secondary") for tag in item.tags)


def evidence(desk: Desk, found: Sequence[Article]) -> Iterator[Fetched]:
    """The documents that articles were read from, each after the file that it was split from, once each."""
    given: set[str] = set()
    for document in desk.store.documents(sorted({article.sha256 for article in found})):
        if document.container and document.container not in given:
            given.add(document.container)
            whole = desk.store.whole(document.container)
            if whole is not None:
                yield whole
        yield document

"""Looks into the store."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from briefings.run.desk import Desk, Tick, quiet
from briefings.run.periods import Asked, period_options
from briefings.store import Find
from briefings.types import Article, Event, Story, Tagged

if TYPE_CHECKING:
    from briefings.config import Config


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


def tagged(desk: Desk, found: Sequence[Article], tick: Tick = quiet) -> tuple[Tagged, ...]:
    """Articles with their tags; what this watch list has not yet tagged is tagged and kept."""
    watch_digest = desk.config.watchlist.digest
    known = desk.store.tags(watch_digest, found)
    new: list[Tagged] = []
    todo = [a for a in found if a.id not in known]
    for n, article in enumerate(todo, 1):
        new.append(Tagged(article, desk.matcher.tag(article)))
        tick(n, len(todo))
    desk.store.put_tags(watch_digest, new)
    tags = dict(known) | {t.article.id: t.tags for t in new}
    return tuple(Tagged(a, tags[a.id]) for a in found)


def stories(desk: Desk, wanted: Filter) -> list[tuple[Story, tuple[str, ...]]]:
    """The store's stories with the titles of their articles, latest first."""
    found = articles(desk, Filter(wanted.week, None, "", wanted.name))
    items = tagged(desk, found)
    titles = {a.id: a.title for a in found}
    listed = [(s, tuple(titles[m.article] for m in s.members)) for s in group(desk, items)]
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
    for candidate in group(desk, items):
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


def group(desk: Desk, items: Sequence[Tagged]) -> tuple[Story, ...]:
    """Stories among the items that concern the watched region."""
    from briefings import stories as room
    from briefings import watch

    topics = desk.config.watchlist.topics
    inside = [item for item in items if watch.in_scope(item.tags, topics)]
    return room.group(inside, _families(desk.config), desk.store.story_ids())


def _families(config: Config) -> Mapping[str, str]:
    return {outlet.name: outlet.family for outlet in config.outlets if outlet.family}

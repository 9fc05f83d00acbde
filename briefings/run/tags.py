"""Articles with the tags that the watch list gives them."""

from __future__ import annotations

from collections.abc import Sequence

from briefings.pause import collector_paused
from briefings.run.desk import Desk, Tick, quiet
from briefings.types import Article, Tagged


def tagged(desk: Desk, found: Sequence[Article], tick: Tick = quiet) -> tuple[Tagged, ...]:
    """Articles with their tags; what this watch list has not yet tagged is tagged and kept."""
    watch_digest = desk.config.watchlist.tagging
    known = desk.store.tags(watch_digest, found)
    new: list[Tagged] = []
    todo = [a for a in found if a.id not in known]
    with collector_paused():
        for n, article in enumerate(todo, 1):
            new.append(Tagged(article, desk.matcher.tag(article)))
            tick(n, len(todo))
        desk.store.put_tags(watch_digest, new)
    tags = dict(known) | {t.article.id: t.tags for t in new}
    return tuple(Tagged(a, tags[a.id]) for a in found)

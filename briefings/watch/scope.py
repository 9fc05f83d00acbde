"""Which articles concern the watched region."""

from __future__ import annotations

from collections.abc import Iterable

from briefings.types import Tagged, Topic

_COUNTING = ("primary", "secondary")


def in_scope(items: Iterable[Tagged], topics: Iterable[Topic]) -> list[Tagged]:
    """Return those in which a regional country, border or body stands as more than a mention, in their order."""
    regional = {topic.id for topic in topics if topic.regional and topic.kind != "theme"}
    return [i for i in items if any(tag.topic in regional and tag.level in _COUNTING for tag in i.tags)]

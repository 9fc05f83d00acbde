"""Whether an article concerns the watched region."""

from __future__ import annotations

from collections.abc import Iterable

from briefings.types import Tag, Topic

_COUNTING = ("primary", "secondary")


def in_scope(tags: Iterable[Tag], topics: Iterable[Topic]) -> bool:
    """Return whether a regional country, border or body stands in it as more than a mention."""
    regional = {topic.id for topic in topics if topic.regional and topic.kind != "theme"}
    return any(tag.topic in regional and tag.level in _COUNTING for tag in tags)

"""Names of stories that hold over runs and weeks."""

from __future__ import annotations

from collections import Counter
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING

from briefings.stories.origins.origins import slug

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefings.stories.texts.features import Bare


def name(clusters: Sequence[Sequence[Bare]], previous: Mapping[str, str]) -> list[str]:
    """Return an id for each cluster: the one that most of its articles had, else a new one.

    Of two clusters that claim one id, the one with more of its articles keeps it (then the one with the
    earlier article); so a story that splits leaves its id with the larger part.
    """
    claims = []
    for at, cluster in enumerate(clusters):
        votes = Counter(previous[doc.id] for doc in cluster if doc.id in previous)
        claims += [(-count, earliest(cluster).id, known, at) for known, count in votes.items()]
    found: dict[int, str] = {}
    taken: set[str] = set()
    for _, _, known, at in sorted(claims):
        if at not in found and known not in taken:
            found[at] = known
            taken.add(known)
    for at, cluster in enumerate(clusters):
        if at not in found:
            found[at] = _free(_fresh(cluster), taken)
            taken.add(found[at])
    return [found[at] for at in range(len(clusters))]


def earliest(cluster: Sequence[Bare]) -> Bare:
    """Return the article that a story begins with: earliest day, then smallest id."""
    return min(cluster, key=lambda doc: (doc.day is None, doc.day or 0, doc.id))


def _fresh(cluster: Sequence[Bare]) -> str:
    first = earliest(cluster)
    topics = sorted(
        first.topics, key=lambda t: (first.topics[t] != "primary", _KINDS.index(t.split(".")[0]), t)
    )
    stem = "-".join(slug(topic.split(".", 1)[1]) for topic in topics[:2]) or "story"
    return f"{_week(first.day)}/{stem}-{sha256(first.id.encode()).hexdigest()[:6]}"


_KINDS = ["border", "body", "theme", "country"]


def _week(day: int | None) -> str:
    if day is None:
        return "undated"
    year, week, _ = date.fromordinal(day).isocalendar()
    return f"{year}-w{week:02d}"


def _free(wanted: str, taken: set[str]) -> str:
    tail = 2
    free = wanted
    while free in taken:
        free = f"{wanted}-{tail}"
        tail += 1
    return free

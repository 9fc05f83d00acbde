"""Stories that are linked but not merged: what happened on one border."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.types import Story

_DAYS = 28
"""Days between two stories up to which they are linked."""
_MOST = 5
"""Links of one story: the nearest in time."""


def related(stories: Sequence[Story]) -> tuple[Story, ...]:
    """Return the stories with links to those about the same border within four weeks, nearest first."""
    about: dict[str, list[Story]] = defaultdict(list)
    for story in stories:
        for border in _borders(story):
            about[border].append(story)
    return tuple(replace(story, related=_links(story, about)) for story in stories)


def _borders(story: Story) -> list[str]:
    return [topic for topic, _ in story.topics if topic.startswith("border.")]


def _links(story: Story, about: dict[str, list[Story]]) -> tuple[tuple[str, str], ...]:
    others = {other.id: other for border in _borders(story) for other in about[border] if other is not story}
    apart = sorted((abs((other.first_seen - story.first_seen).days), other.id) for other in others.values())
    return tuple((other, "same border") for days, other in apart[:_MOST] if days <= _DAYS)

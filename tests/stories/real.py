"""Articles of a few words, tagged by the shipped watch list as real ones are."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache
from importlib import resources

import yaml

from briefings import stories, watch
from briefings.types import Article, Tagged, When


@cache
def matcher() -> watch.Matcher:
    """The shipped watch list, compiled."""
    text = (resources.files("briefings") / "watchlists" / "ca-af-cauc.yaml").read_text("utf-8")
    return watch.compile(watch.merge([watch.parse(yaml.load(text, yaml.CSafeLoader), "ca-af-cauc")]))


def told(key: str, day: str, title: str, text: str = "", language: str = "en", wire: str = "") -> Tagged:
    """Return one article with its tags."""
    when = When(day, "day", "stated", date.fromisoformat(day), date.fromisoformat(day))
    article = Article(
        id=key,
        title=title,
        text=text,
        language=language,
        published=when,
        retrieved=datetime(2024, 12, 1, 12, tzinfo=UTC),
        sha256=key,
        publisher=f"Outlet {key}",
        wire=wire,
    )
    return Tagged(article, matcher().tag(article))


def grouped(*items: Tagged) -> list[set[str]]:
    """Return the ids of each story, in order."""
    found = ({member.article for member in story.members} for story in stories.group(items))
    return sorted(found, key=sorted)

"""Articles of a few words, tagged by the shipped watch list as real ones are."""

from __future__ import annotations

from functools import cache
from importlib import resources

import yaml

from briefings import stories, watch
from briefings.types import Tagged
from tests.stories.make import item


@cache
def matcher() -> watch.Matcher:
    """The shipped watch list, compiled."""
    text = (resources.files("briefings") / "watchlists" / "ca-af-cauc.yaml").read_text("utf-8")
    return watch.compile(watch.merge([watch.parse(yaml.load(text, yaml.CSafeLoader), "ca-af-cauc")]))


def told(key: str, day: str, title: str, text: str = "", language: str = "en", wire: str = "") -> Tagged:
    """Return one article with its tags."""
    article = item(key, title, text, day, language=language, wire=wire).article
    return Tagged(article, matcher().tag(article))


def grouped(*items: Tagged) -> list[set[str]]:
    """Return the ids of each story, in order."""
    found = ({member.article for member in story.members} for story in stories.group(items))
    return sorted(found, key=sorted)

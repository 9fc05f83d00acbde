"""An issue as its analyst reviews it: what would be printed, what each story rests on, and what a person set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefings.run.analyst.editing import place
from briefings.run.analyst.sheet import Sheet
from briefings.run.desk import Desk
from briefings.run.hand.entries import held
from briefings.run.hand.stories import story_edits
from briefings.run.issues.composing import compose_input, composed

if TYPE_CHECKING:
    from briefings.brief_types import Brief
    from briefings.run.issues.periods import Asked
    from briefings.stories import StoryEdit
    from briefings.types import Article


@dataclass(frozen=True)
class Review:
    """An issue under review."""

    brief: Brief
    """As it would be printed now, before anything is shortened to fit the pages."""
    plain: Brief
    """As the program composes it, without what a person set in the sheet or for a story."""
    own: Sheet
    """What a person set."""
    based_on: int
    """The edit that ``own`` is from; 0 when there is none."""
    articles: Mapping[str, tuple[Article, ...]]
    """What each story rests on, oldest first."""
    vocabulary: str
    """Likelihood words that may be used: a key of ``brief.language.lint.VOCABULARIES``."""
    hand: Mapping[int, StoryEdit]
    """Edits of stories that hold, by number, in the order in which they were made."""


def review(desk: Desk, name: str | None, asked: Asked) -> Review:
    """Everything about an issue that its analyst decides on. Nothing is written."""
    from briefings.brief import Edits

    at = place(desk, name, asked)
    inputs = compose_input(desk, at.name, at.settings, at.period, at.articles, at.found)
    kept = held(desk, at.name, at.period.label)
    by_id = {item.article.id: item.article for item in at.articles.items}
    return Review(
        brief=composed(inputs),
        plain=composed(replace(inputs, edits=Edits())),
        own=Sheet.model_validate(dict(kept[-1].payload)) if kept else Sheet(),
        based_on=kept[-1].id if kept else 0,
        articles={
            story.id: tuple(by_id[m.article] for m in story.members if m.article in by_id)
            for story in at.found.stories
        },
        vocabulary=inputs.options.likelihood,
        hand=story_edits(desk),
    )


def drawn(desk: Desk, name: str | None, asked: Asked) -> bytes:
    """The HTML edition of an issue as it stands, before anything is shortened to fit the pages."""
    from briefings.render import RenderOptions, render

    at = place(desk, name, asked)
    inputs = compose_input(desk, at.name, at.settings, at.period, at.articles, at.found)
    looks = RenderOptions(at.settings.paper, at.settings.template)
    (page,) = render(composed(inputs), ("html",), desk.config.templates, looks)
    return page.data

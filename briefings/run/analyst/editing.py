"""Editing an issue: its sheet is printed, a filled-in one is checked and kept, the last one is taken back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefings.run.desk import Desk
from briefings.run.hand.entries import held, keep, subject, undo
from briefings.run.hand.stories import Grouped, grouped, remember
from briefings.run.intake.gather import digest
from briefings.run.issues.composing import compose_input
from briefings.run.issues.periods import Asked, period_options
from briefings.run.issues.window import Window, window

if TYPE_CHECKING:
    from briefings.settings import BriefSettings
    from briefings.store import Edit
    from briefings.types import Period


@dataclass(frozen=True)
class Place:
    """An issue, with what the store holds for it."""

    name: str
    settings: BriefSettings
    period: Period
    articles: Window
    found: Grouped


def sheet(desk: Desk, name: str | None, asked: Asked) -> str:
    """Everything that a person may set for an issue, as commented YAML."""
    from briefings.brief import Edits, compose
    from briefings.run.analyst.edit_form import form

    at = place(desk, name, asked)
    inputs = compose_input(desk, at.name, at.settings, at.period, at.articles, at.found)
    remember(desk, at.found)
    kept = held(desk, at.name, at.period.label)
    last = kept[-1] if kept else None
    brief = compose(replace(inputs, edits=Edits()))
    return form(brief, last.payload if last else {}, last.id if last else 0, inputs.options.likelihood)


def apply(desk: Desk, name: str | None, asked: Asked, text: str, where: str, author: str) -> int | None:
    """Keeps a filled-in sheet and says the edit's number; ``None`` when it changes nothing.

    Raises ``ConfigError`` with every mistake in it, ``UsageError`` when it is based on an older state.
    """
    from briefings.brief import Edits, compose
    from briefings.run.analyst.sheet import Known, Sheet, names, read

    brief, issue = names(text, where)
    at = place(desk, name or brief or None, asked if asked != Asked() else Asked.labelled(issue))
    inputs = compose_input(desk, at.name, at.settings, at.period, at.articles, at.found)
    remember(desk, at.found)
    kept = held(desk, at.name, at.period.label)
    before = read_stories(kept[-1]) if kept else set()
    stories = {story.id for story in (*at.found.found, *at.found.stories)} | before
    events = {line.id for line in compose(replace(inputs, edits=Edits())).events}
    events |= set(Sheet.model_validate(dict(kept[-1].payload)).events) if kept else set()
    topics = frozenset(topic.id for topic in inputs.topics)
    known = Known(
        at.name, at.period.label, frozenset(stories), topics, inputs.options.likelihood, frozenset(events)
    )
    filled = read(text, where, known)
    about = subject(at.name, at.period.label)
    return keep(desk, about, filled.payload(), filled.based_on, author)


def take_back(desk: Desk, name: str | None, asked: Asked) -> Edit:
    """Takes the last sheet of an issue back. Raises ``UsageError`` when there is none."""
    name, settings = desk.config.brief(name)
    return undo(desk, subject(name, asked.resolve(desk.now, period_options(settings)).label))


def read_stories(edit: Edit) -> set[str]:
    """Stories that a kept sheet names: they may be gone, and a sheet made from it may still name them."""
    from briefings.run.analyst.sheet import Sheet

    own = Sheet.model_validate(dict(edit.payload))
    return {*own.stories, *own.pins, *own.drops}


def place(desk: Desk, name: str | None, asked: Asked) -> Place:
    """Find the issue that is meant and what the store holds for it."""
    name, settings = desk.config.brief(name)
    period = asked.resolve(desk.now, period_options(settings))
    digest(desk)
    articles = window(desk, settings, period)
    return Place(name, settings, period, articles, grouped(desk, articles.news))

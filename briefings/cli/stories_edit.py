"""``briefings stories merge|split|move|pin|drop|rename|undo|edits|apply``: the analyst's hand on stories."""

from __future__ import annotations

import getpass
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, TextIO

import click

from briefings.cli.app import Project, json_option, pass_project
from briefings.cli.output import emit, note, say, table
from briefings.errors import UsageError

if TYPE_CHECKING:
    from briefings.stories import StoryEdit
    from briefings.stories.edits import Action


def author_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Who is recorded as the author of an edit."""
    return click.option("--author", default=_user, show_default="$USER", help="Who does this.")(command)


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a user without a name, as in a container
        return ""


def _signed(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that all edits share."""
    command = click.option("--reason", default="", help="Why, for whoever reads it later.")(command)
    return pass_project(author_option(command))


@click.command()
@click.argument("story")
@click.argument("others", nargs=-1, required=True, metavar="OTHER…")
@_signed
def merge(project: Project, story: str, others: tuple[str, ...], author: str, reason: str) -> None:
    """Put OTHER stories into STORY, which keeps its id."""
    _keep(project, "merge", story, author, reason, other=others)


@click.command()
@click.argument("story")
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE…")
@_signed
def split(project: Project, story: str, articles: tuple[str, ...], author: str, reason: str) -> None:
    """Make ARTICLEs of STORY a story of their own."""
    _keep(project, "split", story, author, reason, other=articles)


@click.command()
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE…")
@click.argument("story")
@_signed
def move(project: Project, articles: tuple[str, ...], story: str, author: str, reason: str) -> None:
    """Move ARTICLEs into STORY, wherever they are now."""
    _keep(project, "move", story, author, reason, other=articles)


@click.command()
@click.argument("story")
@_signed
def pin(project: Project, story: str, author: str, reason: str) -> None:
    """Put STORY before all others; several stand in the order in which they were pinned."""
    _keep(project, "pin", story, author, reason)


@click.command()
@click.argument("story")
@_signed
def drop(project: Project, story: str, author: str, reason: str) -> None:
    """Leave STORY out of issues; they say how many were left out."""
    _keep(project, "drop", story, author, reason)


@click.command()
@click.argument("story")
@click.argument("headline")
@_signed
def rename(project: Project, story: str, headline: str, author: str, reason: str) -> None:
    """Give STORY a HEADLINE of your own."""
    from briefings.text import clean

    text = " ".join(clean(headline).split())
    if not text:
        raise UsageError(
            "The headline is blank. To go back to the composed one: `briefings stories undo STORY`."
        )
    _keep(project, "rename", story, author, reason, text=text)


@click.command()
@click.argument("story", default="")
@pass_project
def undo(project: Project, story: str) -> None:
    """Take the last edit back, or the last one of STORY."""
    from briefings import run

    with run.opened(project.config) as desk:
        gone = run.undo_story(desk, story)
    say(f"Taken back: {gone.action} of {gone.story} by {gone.author or 'nobody named'}, {gone.at}.")


@click.command()
@json_option
@pass_project
def edits(project: Project, as_json: bool) -> None:
    """List the edits that hold, in their order."""
    from briefings import run

    with run.opened(project.config) as desk:
        held, notes = run.story_edits(desk), run.story_notes(desk)
    if as_json:
        emit(
            {"edits": [{"id": number, **asdict(edit)} for number, edit in held.items()], "notes": list(notes)}
        )
        return
    rows = ((e.at[:16], e.author, e.action, e.story, " ".join((*e.other, e.text))) for e in held.values())
    table(rows, ("WHEN", "AUTHOR", "WHAT", "STORY", "WITH"))
    for line in notes:
        note(line)


@click.command()
@click.argument("file", type=click.File("r", encoding="utf-8"))
@pass_project
def apply(project: Project, file: TextIO) -> None:
    """Take over the edits of FILE, as `stories edits --json` writes them, except those that hold here already."""
    from briefings import run

    try:
        taken = [_edit(row) for row in json.load(file)["edits"]]
    except (KeyError, TypeError, ValueError) as error:
        raise UsageError(
            f"{file.name} holds no edits of stories ({error!r}): write it by `briefings stories edits --json`."
        ) from error
    with run.opened(project.config) as desk:
        number, notes = run.take_edits(desk, taken), run.story_notes(desk)
    say(f"{number} taken over, {len(taken) - number} held here already.")
    for line in notes:
        note(line)


def _edit(row: Mapping[str, Any]) -> StoryEdit:
    """Raises ``KeyError``, ``TypeError`` or ``ValueError`` for a row that is no edit."""
    from briefings.stories import StoryEdit
    from briefings.stories.edits import ACTIONS

    if row["action"] not in ACTIONS:
        raise ValueError(row["action"])
    return StoryEdit(
        row["action"],
        str(row["story"]),
        tuple(map(str, row.get("other", ()))),
        str(row.get("text", "")),
        str(row.get("author", "")),
        reason=str(row.get("reason", "")),
        held=tuple((str(story), tuple(map(str, articles))) for story, articles in row.get("held", ())),
    )


def _keep(project: Project, action: Action, story: str, author: str, reason: str, **more: Any) -> None:
    from briefings import run
    from briefings.stories import StoryEdit

    edit: StoryEdit = StoryEdit(action, story, author=author, reason=reason, **more)
    with run.opened(project.config) as desk:
        run.edit_story(desk, edit)


COMMANDS = (merge, split, move, pin, drop, rename, undo, edits, apply)

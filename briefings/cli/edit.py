"""``briefings edit``: everything that a person may set for an issue, in an editor or from a file."""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefings.cli.app import Project, pass_project
from briefings.cli.output import note, say
from briefings.cli.stories_edit import author_option
from briefings.errors import BriefingsError, InputError, UsageError

if TYPE_CHECKING:
    from briefings.run import Asked, Desk


@click.command()
@click.option("--week", help="ISO week: 2024-W48, `this` or `last`; by default the last closed one.")
@click.option("--brief", "name", help="Which brief, if the configuration has several.")
@click.option(
    "--apply",
    "file",
    type=click.Path(path_type=Path, allow_dash=True),
    help="Take the filled-in sheet from this file (`-` is standard input) instead of an editor.",
)
@click.option("--show", is_flag=True, help="Print the sheet and change nothing.")
@click.option("--undo", is_flag=True, help="Take the last edit of the issue back.")
@author_option
@pass_project
def edit(
    project: Project,
    week: str | None,
    name: str | None,
    file: Path | None,
    show: bool,
    undo: bool,
    author: str,
) -> None:
    """Set the bottom line, key points, assessments, arrows, headlines, pins, drops, events, corrections of an issue."""
    from briefings import run

    if (file is not None) + show + undo > 1:
        raise UsageError("Give only one of --apply, --show and --undo.")
    asked = run.Asked(week)
    with run.opened(project.config) as desk:
        if undo:
            gone = run.undo_edit(desk, name, asked)
            say(
                f"Taken back: edit {gone.id} by {gone.author or 'nobody named'}, {gone.at:%Y-%m-%d %H:%M} UTC."
            )
        elif show:
            say(run.edit_sheet(desk, name, asked).rstrip("\n"))
        elif file is not None:
            _tell(run.apply_sheet(desk, name, asked, _read(file), str(file), author))
        else:
            _in_editor(desk, project.config.folder, name, asked, author)


def _in_editor(desk: Desk, folder: Path, name: str | None, asked: Asked, author: str) -> None:
    """What was typed is never lost: when it cannot be kept, it is written to a file to mend and apply."""
    from briefings import run

    text = click.edit(run.edit_sheet(desk, name, asked), extension=".yaml")
    if text is None:
        note("Nothing was changed.")
        return
    spare = next(p for n in count(1) if not (p := folder / f"edit-{n}.yaml").exists())
    try:
        _tell(run.apply_sheet(desk, name, asked, text, str(spare), author))
    except BriefingsError:
        spare.write_text(text, encoding="utf-8")
        note(f"Your text is in {spare}: mend it, then `briefings edit --apply {spare}`.")
        raise


def _tell(number: int | None) -> None:
    if number is None:
        note("Nothing was changed.")
    else:
        say(f"Kept as edit {number}. `briefings generate` makes the new version of the issue.")


def _read(file: Path) -> str:
    try:
        data = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{file} is not UTF-8 text ({error.reason}): save it as UTF-8.") from None
    except OSError as error:
        raise InputError(f"{file} cannot be read: {error.strerror}. Name a filled-in sheet.") from None

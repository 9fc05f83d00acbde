"""``briefings verify``: checks a brief against its manifest and the store."""

from __future__ import annotations

from pathlib import Path

import click

from briefings.cli.app import Project, json_option, pass_project
from briefings.cli.output import emit, say


@click.command()
@click.argument("brief", type=click.Path(path_type=Path, dir_okay=False))
@json_option
@pass_project
def verify(project: Project, brief: Path, as_json: bool) -> int:
    """Check a PDF, HTML or JSON file: its bytes, its sources, and every reported sentence."""
    from briefings import run

    with run.opened(project.config) as desk:
        verdict = run.verify(desk, brief)
    title = f"{verdict.name} {verdict.label} version {verdict.version}"
    if as_json:
        found = {"differences": list(verdict.differences), "notes": list(verdict.notes)}
        emit({"issue": title, "verified": not verdict.differences, **found})
    else:
        say(f"{title}: {'differs' if verdict.differences else 'verified'}")
        for line in (*verdict.differences, *verdict.notes):
            say(f"  {line}")
    return 1 if verdict.differences else 0

"""``briefings sample``: the shipped sample week, as `make brief` renders it."""

from __future__ import annotations

import shutil
import tempfile
from datetime import UTC, datetime
from importlib import resources
from pathlib import Path

import click

from briefings.cli.output import note, progress, say

WEEK = "2024-W48"
READ_AT = datetime(2024, 12, 1, 19, 0, tzinfo=UTC)
"""When the sample was collected, so that the brief has the same bytes on every day and machine: the close of the
week in the brief's zone."""


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default="output")
def sample(folder: Path) -> None:
    """Render the shipped sample week into FOLDER and print the paths."""
    from briefings import run
    from briefings.config import load

    with tempfile.TemporaryDirectory(prefix="briefings-sample-") as name:
        project = Path(name)
        shipped = Path(str(resources.files("briefings") / "sample"))
        shutil.copyfile(shipped / "config.yaml", project / "config.yaml")
        with run.opened(load(project / "config.yaml"), READ_AT) as desk, progress("Sample week") as tick:
            run.import_(desk, [str(shipped / "documents")], tick)
            issue = run.generate(desk, None, run.Asked(WEEK), ("pdf", "html", "json"), tick)
        shutil.copytree(project / "output", folder, dirs_exist_ok=True)
        for path in issue.paths:
            say(str(folder / path.relative_to(project / "output")))
        for line in issue.missing:
            note(line)

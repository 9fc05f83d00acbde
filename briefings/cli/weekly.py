"""``briefings run`` and ``schedule``: what a timer calls, and the timer."""

from __future__ import annotations

import click

from briefings.cli.app import Project, pass_project
from briefings.cli.output import SOMETHING_MISSING, complain, note, progress, say


@click.command("run")
@click.option("--brief", "only", help="Only this brief; without it, all that are configured.")
@click.option("--due", is_flag=True, help="Only issues that no run has finished yet, up to four missed ones.")
@pass_project
def run_(project: Project, only: str | None, due: bool) -> int:
    """Collect, write the last closed issue of each brief, and send it where the configuration says so."""
    from briefings import run
    from briefings.run.weekly import run as weekly

    with run.opened(project.config) as desk, progress("Running") as tick:
        ran = weekly(desk, only, due=due, tick=tick)
    for path in ran.paths:
        say(str(path))
    for line in (*ran.notes, *ran.missing):
        note(line)
    for line in ran.failures:
        complain(line)
    return 1 if ran.failures else SOMETHING_MISSING if ran.missing else 0

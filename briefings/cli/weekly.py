"""``briefings run``: what a timer calls."""

from __future__ import annotations

import click

from briefings.cli.app import Project, pass_project
from briefings.cli.output import SOMETHING_MISSING, note, progress, say
from briefings.errors import BriefingsError


@click.command("run")
@click.option("--brief", "only", help="Only this brief; without it, all that are configured.")
@pass_project
def run_(project: Project, only: str | None) -> int:
    """Collect, write the last closed issue of each brief, and send it where the configuration says so."""
    from briefings import run

    status = 0
    with run.opened(project.config) as desk:
        with progress("Collecting") as tick:
            report = run.collect(desk, (), tick)
        for poll in report.polls:
            if poll.reason:
                note(f"{poll.source}: {poll.reason}")
                status = SOMETHING_MISSING
        for name in [only] if only else list(project.config.settings.briefs):
            status = max(status, _issue(project, desk, name))
    return status


def _issue(project: Project, desk: object, name: str) -> int:
    from briefings import run

    assert isinstance(desk, run.Desk)
    with progress("Generating") as tick:
        issue = run.generate(desk, name, run.Asked(), ("pdf", "html", "json", "ics"), tick)
    for path in issue.paths:
        say(str(path))
    _, settings = project.config.brief(name)
    if not settings.lists or settings.approval == "required":
        return 0
    try:
        sent = run.send(desk, name, run.Asked())
    except BriefingsError as error:
        note(f"{name}: {error}")
        return SOMETHING_MISSING
    for receipt in sent.receipts:
        note(f"{receipt.recipient}: {receipt.state} {receipt.detail}".rstrip())
    return 0 if all(r.state == "sent" for r in sent.receipts) else SOMETHING_MISSING

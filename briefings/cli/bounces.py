"""``briefings bounces``: what came back into the mailbox."""

from __future__ import annotations

import click

from briefings.cli.app import Project, json_option, pass_project
from briefings.cli.output import SOMETHING_MISSING, emit, note, table


@click.command()
@json_option
@pass_project
def bounces(project: Project, as_json: bool) -> int:
    """Read the mailbox of `delivery.mailbox`: copies that came back, and wishes to unsubscribe.

    `run` does this by itself before it sends. No mail is marked as read or removed.
    """
    from briefings import run

    if not project.config.settings.delivery.mailbox.url:
        raise click.UsageError("No mailbox is configured: set delivery.mailbox.url.")
    with run.opened(project.config) as desk:
        found = run.returned(desk)
    rows = [(r.recipient, "left" if r.state == "skipped" else r.state, r.detail) for r in found]
    if as_json:
        emit({"returned": [dict(zip(("recipient", "state", "detail"), row, strict=True)) for row in rows]})
    else:
        table(rows, ("RECIPIENT", "STATE", "DETAIL"))
    refused = sum(r.state == "refused" for r in found)
    if refused:
        note(f"{refused} copies came back: correct or remove these addresses.")
    return SOMETHING_MISSING if refused else 0

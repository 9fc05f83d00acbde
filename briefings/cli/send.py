"""``briefings send``: mails what was generated."""

from __future__ import annotations

import click

from briefings.cli.app import Project, json_option, pass_project
from briefings.cli.output import SOMETHING_MISSING, emit, note, say, table


@click.command()
@click.option("--week", help="ISO week: 2024-W48, `this` or `last`.")
@click.option("--brief", "name", help="Which brief, if the configuration has several.")
@click.option("--to", "only", metavar="LIST", help="Only this list; without it, every list of the brief.")
@click.option("--dry-run", is_flag=True, help="Write the mails as .eml files and send nothing.")
@json_option
@pass_project
def send(
    project: Project,
    week: str | None,
    name: str | None,
    only: str | None,
    dry_run: bool,
    as_json: bool,
) -> int:
    """Mail the latest version of an issue; nobody gets a second copy."""
    from briefings import run

    with run.opened(project.config) as desk:
        sent = run.send(desk, name, run.Asked(week), only, dry_run=dry_run)
    rows = [(r.recipient, r.state, r.detail) for r in sent.receipts]
    if as_json:
        emit({"receipts": [dict(zip(("recipient", "state", "detail"), row, strict=True)) for row in rows]})
    else:
        for path in sent.paths:
            say(str(path))
        table(rows, ("RECIPIENT", "STATE", "DETAIL"))
    lacking = [r for r in sent.receipts if r.state not in ("sent", "written")]
    if lacking:
        note(f"{len(lacking)} of {len(rows)} recipients did not get it for certain.")
    return SOMETHING_MISSING if lacking else 0

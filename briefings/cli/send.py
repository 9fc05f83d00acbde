"""``briefings send``: mails what was generated."""

from __future__ import annotations

from collections.abc import Sequence

import click

from briefings.cli.app import Project, json_option, pass_project
from briefings.cli.output import SOMETHING_MISSING, emit, note, say, table
from briefings.types import Queued


@click.command()
@click.option("--week", help="ISO week: 2024-W48, `this` or `last`.")
@click.option("--brief", "name", help="Which brief, if the configuration has several.")
@click.option("--to", "only", metavar="LIST", help="Only this list; without it, every list of the brief.")
@click.option("--dry-run", is_flag=True, help="Write the mails as .eml files and send nothing.")
@click.option(
    "--approve", default="", metavar="NAME", help="Approve this version under your name, then send it."
)
@click.option(
    "--test", default="", metavar="ADDRESS", help="Send one copy marked [TEST] to this address only."
)
@click.option(
    "--again", default="", metavar="ADDRESS", help="Send once more to someone whose copy is uncertain."
)
@click.option("--log", "listing", is_flag=True, help="List every copy in the outbox and send nothing.")
@json_option
@pass_project
def send(
    project: Project,
    week: str | None,
    name: str | None,
    only: str | None,
    dry_run: bool,
    approve: str,
    test: str,
    again: str,
    listing: bool,
    as_json: bool,
) -> int:
    """Mail the latest version of an issue; nobody gets a second copy."""
    from briefings import run

    with run.opened(project.config) as desk:
        if listing:
            return _list(run.deliveries(desk, name), as_json)
        options = run.SendOptions(only, dry_run, approve, test, again)
        sent = run.send(desk, name, run.Asked(week), options)
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


def _list(copies: Sequence[Queued], as_json: bool) -> int:
    rows = [(c.mailing, c.recipient, c.state, str(c.attempts), c.answer) for c in copies]
    if as_json:
        keys = ("mailing", "recipient", "state", "attempts", "answer")
        emit({"deliveries": [dict(zip(keys, row, strict=True)) for row in rows]})
    else:
        table(rows, ("MAILING", "RECIPIENT", "STATE", "TRIES", "ANSWER"))
    return 0

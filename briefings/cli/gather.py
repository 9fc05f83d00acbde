"""``briefings import`` and ``briefings collect``: what brings documents in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from briefings.cli.app import Project, json_option, pass_project
from briefings.cli.output import SOMETHING_MISSING, emit, progress, say, table, tell_problems
from briefings.errors import UsageError

if TYPE_CHECKING:
    from briefings.types import Poll


@click.command("import")
@click.argument("paths", nargs=-1, required=True, metavar="PATH|URL…")
@click.option(
    "--map",
    "columns",
    multiple=True,
    metavar="KEY=COLUMN",
    help="What a table's column means: `date=Erschienen`.",
)
@click.option(
    "--allow-private", is_flag=True, help="Allow an address on this machine or in a private network."
)
@json_option
@pass_project
def import_(
    project: Project, paths: tuple[str, ...], columns: tuple[str, ...], allow_private: bool, as_json: bool
) -> int:
    """Add documents: files, folders, archives, or one page by its address."""
    from briefings import run
    from briefings.sources import LoadOptions

    options = LoadOptions(columns=_mapping(columns), allow_private=allow_private)
    with run.opened(project.config) as desk, progress("Importing") as tick:
        report = run.import_(desk, paths, tick, options)
    if as_json:
        emit(
            {
                "new": report.new,
                "known": report.known,
                "quarantined": report.quarantined,
                "problems": [{"path": p.subject, "reason": p.reason} for p in report.problems],
            }
        )
    else:
        say(f"{report.new} new, {report.known} known already, {report.quarantined} quarantined")
    status = tell_problems(report.problems)
    return status or (SOMETHING_MISSING if report.quarantined else 0)


def _mapping(columns: tuple[str, ...]) -> dict[str, str]:
    """``KEY=COLUMN`` as a mapping. Raises ``UsageError`` for an unknown key."""
    from briefings.sources.formats.columns import KEYS

    pairs = [each.partition("=") for each in columns]
    if wrong := [key for key, _, column in pairs if key not in KEYS or not column]:
        raise UsageError(f"--map {wrong[0]}: write KEY=COLUMN with one of the keys {', '.join(KEYS)}.")
    return {key: column for key, _, column in pairs}


@click.command()
@click.argument("sources", nargs=-1, metavar="[SOURCE…]")
@json_option
@pass_project
def collect(project: Project, sources: tuple[str, ...], as_json: bool) -> int:
    """Poll the configured sources, or those named."""
    from briefings import run

    with run.opened(project.config) as desk, progress("Collecting") as tick:
        report = run.collect(desk, sources, tick)
    if as_json:
        emit({"polls": [_told(poll) for poll in report.polls], "new": report.new})
    else:
        rows = [
            (p.source, p.state, str(p.items), str(p.new), " ".join((p.reason, *p.notes)).strip())
            for p in report.polls
        ]
        table(rows, ("SOURCE", "STATE", "ITEMS", "NEW", "REASON"))
    failed = any(p.state in ("failing", "broken", "gone", "refused") for p in report.polls)
    return SOMETHING_MISSING if failed or report.problems else 0


def _told(poll: Poll) -> dict[str, object]:
    return {
        "source": poll.source,
        "state": poll.state,
        "items": poll.items,
        "new": poll.new,
        "reason": poll.reason,
        "notes": list(poll.notes),
    }

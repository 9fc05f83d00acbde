"""``briefings generate``: writes an issue."""

from __future__ import annotations

import click

from briefings.cli.app import Project, json_option, pass_project
from briefings.cli.output import SOMETHING_MISSING, emit, note, progress, say

FORMATS = ("pdf", "html", "json")


@click.command()
@click.option("--week", help="ISO week: 2024-W48, `this` or `last`.")
@click.option("--from", "start", metavar="DAY", help="First day of another period: 2024-11-20.")
@click.option("--to", "end", metavar="DAY", help="Its last day.")
@click.option("--brief", "name", help="Which brief, if the configuration has several.")
@click.option(
    "--format",
    "formats",
    default=",".join(FORMATS),
    show_default=True,
    help="What to write, of pdf, html, json, docx, md, csv, ics, eml and archive.",
)
@json_option
@pass_project
def generate(
    project: Project,
    week: str | None,
    start: str | None,
    end: str | None,
    name: str | None,
    formats: str,
    as_json: bool,
) -> int:
    """Write the brief of a period; without one, of the last that has closed."""
    from briefings import run

    chosen = tuple(part.strip() for part in formats.split(",") if part.strip())
    with run.opened(project.config) as desk, progress("Generating") as tick:
        issue = run.generate(desk, name, run.Asked(week, start, end), chosen, tick)
    if as_json:
        emit(
            {"version": issue.version, "files": [str(p) for p in issue.paths], "missing": list(issue.missing)}
        )
    else:
        for path in issue.paths:
            say(str(path))
    for line in issue.missing:
        note(line)
    if not issue.brief.coverage.articles:
        first, last = issue.brief.period.start[:10], issue.brief.period.end[:10]
        note(
            f"No document in the store is of {first} to {last}: import or collect some, or name another week."
        )
    return SOMETHING_MISSING if issue.missing else 0

"""``briefings sources``: outlets, how they are doing, their grades, and lists of feeds from other readers."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefings.cli.app import Project, json_option, pass_project
from briefings.cli.output import SOMETHING_MISSING, emit, note, progress, say, table
from briefings.errors import InputError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from briefings.sources.polling.health import Health
    from briefings.types import Source


@click.group()
def sources() -> None:
    """Outlets: health, grades, OPML."""


@sources.command("list")
@json_option
@pass_project
def list_(project: Project, as_json: bool) -> int:
    """List the configured sources and how they are doing; asks nobody."""
    from briefings import run

    with run.opened(project.config) as desk:
        rows = run.conditions(desk)
    if as_json:
        emit({"sources": [_as_json(source, found) for source, found in rows]})
    else:
        head = ("ID", "TYPE", "LANG", "COUNTRY", "GRADE", "STATE", "SINCE", "LAST NEW", "NEW", "REASON")
        table((_row(source, found) for source, found in rows), head)
    return SOMETHING_MISSING if any(found.state in {"failing", "dead"} for _, found in rows) else 0


@sources.command()
@click.argument("ids", nargs=-1, metavar="[SOURCE…]")
@json_option
@pass_project
def check(project: Project, ids: tuple[str, ...], as_json: bool) -> int:
    """Ask sources now and say what they answer; stores nothing."""
    from briefings import run

    chosen = [s for s in _chosen(project.config.sources, ids) if s.type != "none"]
    with progress("Asking") as tick:
        polls = run.ask(chosen, tick)
    rows = [
        (p.source, p.state, str(p.status or ""), str(p.items), " ".join((p.reason, *p.notes)).strip())
        for p in polls
    ]
    if as_json:
        head = ("source", "state", "status", "items", "reason")
        emit({"checks": [dict(zip(head, row, strict=True)) for row in rows]})
    else:
        table(rows, ("SOURCE", "STATE", "HTTP", "ITEMS", "REASON"))
    return SOMETHING_MISSING if any(p.state not in {"ok", "unchanged"} for p in polls) else 0


@sources.command()
@click.argument("source")
@click.argument("letter", type=click.Choice(list("ABCDEF"), case_sensitive=False))
@pass_project
def grade(project: Project, source: str, letter: str) -> None:
    """Set a source's reliability by the Admiralty code, A to F, in the configuration."""
    from briefings.cli.config_edit import edit

    _chosen(project.config.sources, (source,))

    def change(tree: Any) -> None:
        for each in tree["sources"]:
            if each["id"] == source:
                each["grade"] = letter.upper()

    edit(project.path, change)
    say(f"{source}: {letter.upper()}")


@sources.command("import")
@click.argument("path", type=click.Path(path_type=Path))
@pass_project
def import_(project: Project, path: Path) -> None:
    """Add the feeds of an OPML file to the configuration, each with grade F."""
    from briefings.cli.config_edit import edit
    from briefings.sources.answers import opml

    try:
        found = opml.read(path.read_bytes())
    except OSError as error:
        raise InputError(f"{path} cannot be opened: {(error.strerror or str(error)).lower()}.") from error
    known = {s.url for s in project.config.sources}
    new = [s for s in found if s.url not in known]
    taken = {s.id for s in project.config.sources}

    def change(tree: Any) -> None:
        if tree.get("sources") is None:
            tree["sources"] = []
        for source in new:
            name = opml.identifier(source.id, taken)
            taken.add(name)
            told = {"id": name, "name": source.name, "type": "feed", "url": source.url}
            further = {"language": source.language, "country": source.country}
            tree["sources"].append(told | {key: value for key, value in further.items() if value})

    if new:
        edit(project.path, change)
    say(f"{len(new)} added, {len(found) - len(new)} known already")


@sources.command()
@click.argument("path", required=False, type=click.Path(path_type=Path))
@pass_project
def export(project: Project, path: Path | None) -> None:
    """Write the configured feeds as OPML, to a file or to standard output."""
    from briefings.sources.answers import opml

    data = opml.write(project.config.sources)
    if path is None:
        sys.stdout.buffer.write(data)
        return
    write(path, data)
    note(f"Written: {path}")


def write(path: Path, data: bytes) -> None:
    """Write a file; raises ``InputError`` with the reason when that fails."""
    try:
        path.write_bytes(data)
    except OSError as error:
        raise InputError(f"{path} cannot be written: {(error.strerror or str(error)).lower()}.") from error


def _chosen(configured: Sequence[Source], ids: tuple[str, ...]) -> list[Source]:
    unknown = sorted(set(ids) - {source.id for source in configured})
    if unknown:
        raise UsageError(f"No such source: {', '.join(unknown)}. See `briefings sources list`.")
    return [source for source in configured if not ids or source.id in ids]


def _row(source: Source, found: Health) -> tuple[str, ...]:
    reason = " ".join((found.reason, *found.notes)).strip()
    described = (source.id, source.type, source.language, source.country, source.grade)
    return (*described, found.state, _day(found.since), _day(found.last_new), str(found.new), reason)


def _as_json(source: Source, found: Health) -> dict[str, object]:
    return {
        "id": source.id,
        "name": source.name,
        "type": source.type,
        "url": source.url,
        "language": source.language,
        "country": source.country,
        "kind": source.kind,
        "grade": source.grade,
        "state": found.state,
        "since": _iso(found.since),
        "last_success": _iso(found.last_success),
        "last_new": _iso(found.last_new),
        "failures": found.failures,
        "new": found.new,
        "rhythm_hours": round(found.rhythm.total_seconds() / 3600, 1) if found.rhythm else None,
        "reason": found.reason,
        "notes": list(found.notes),
    }


def _day(moment: datetime | None) -> str:
    return moment.date().isoformat() if moment else ""


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None

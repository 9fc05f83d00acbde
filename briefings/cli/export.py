"""``briefings export``, ``backup``, ``restore`` and ``prune``: what is stored, for other tools and for bad days."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from briefings.cli.app import Project, pass_project
from briefings.cli.output import note, say
from briefings.cli.sources import write

_SUFFIXES = {".jsonl": "jsonl", ".csv": "csv", ".parquet": "parquet", ".warc": "warc", ".warc.gz": "warc.gz"}


@click.command()
@click.argument("path", required=False, type=click.Path(path_type=Path))
@click.option(
    "--format", "kind", help="jsonl, csv, parquet, warc or warc.gz; else by the file's suffix, else jsonl."
)
@click.option("--week", help="Only this ISO week; `this` or `last` too.")
@click.option("--topic", help="Only with this topic, primary or secondary.")
@click.option("--search", default="", help="Only with all of these words.")
@click.option("--brief", "name", help="Zone and week of this brief, if there are several.")
@pass_project
def export(project: Project, /, path: Path | None, kind: str | None, **asked: Any) -> None:
    """Write articles with their topics as JSON lines, CSV or Parquet, to a file or to standard output.

    As a web archive (.warc, .warc.gz) it writes what they were read from: bytes, addresses, times and headers.
    """
    from briefings import run
    from briefings.store import export as room
    from briefings.store.evidence import archive

    wanted = kind or next(
        (k for end, k in _SUFFIXES.items() if path and path.name.lower().endswith(end)), "jsonl"
    )
    with run.opened(project.config) as desk:
        found = run.articles(desk, run.Filter(**asked))
        if wanted in {"warc", "warc.gz"}:
            data = archive(run.evidence(desk, found), packed=wanted == "warc.gz")
        else:
            items = run.tagged(desk, found)
            topics = {i.article.id: tuple(f"{tag.topic}:{tag.level}" for tag in i.tags) for i in items}
            data = room.export([item.article for item in items], wanted, topics)
    if path is None:
        sys.stdout.buffer.write(data)
        return
    write(path, data)
    note(f"{len(found)} articles: {path}")


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
@pass_project
def backup(project: Project, path: Path) -> None:
    """Write the whole store to one file, from which `restore` makes it again, also in another database."""
    from briefings.store.backup import backup as write_backup

    say(f"{write_backup(project.config.store, path)} rows: {path}")


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
@pass_project
def restore(project: Project, path: Path) -> None:
    """Fill the empty store of the configuration from a backup."""
    from briefings.store.backup import restore as read_backup

    say(f"{read_backup(path, project.config.store)} rows restored")


@click.command()
@click.option("--dry-run", "dry", is_flag=True, help="Only count what would be removed.")
@pass_project
def prune(project: Project, dry: bool) -> None:
    """Remove what `retention` in the configuration keeps no longer; what an issue cites stays."""
    from briefings import run

    with run.opened(project.config) as desk:
        pruned = run.prune(desk, dry=dry)
    done = "would be removed" if dry else "removed"
    say(f"{pruned.documents} documents, {pruned.files} files, {pruned.polls} polls {done}")

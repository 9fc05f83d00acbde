"""``briefings export``, ``backup`` and ``restore``: what is stored, for other tools and for bad days."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from briefings.cli.app import Project, pass_project
from briefings.cli.output import note, say
from briefings.cli.sources import write

_SUFFIXES = {".jsonl": "jsonl", ".csv": "csv", ".parquet": "parquet"}


@click.command()
@click.argument("path", required=False, type=click.Path(path_type=Path))
@click.option("--format", "kind", help="jsonl, csv or parquet; else by the file's suffix, else jsonl.")
@click.option("--week", help="Only this ISO week; `this` or `last` too.")
@click.option("--topic", help="Only with this topic, primary or secondary.")
@click.option("--search", default="", help="Only with all of these words.")
@click.option("--brief", "name", help="Zone and week of this brief, if there are several.")
@pass_project
def export(project: Project, /, path: Path | None, kind: str | None, **asked: Any) -> None:
    """Write articles with their topics as JSON lines, CSV or Parquet, to a file or to standard output."""
    from briefings import run
    from briefings.store import export as room

    with run.opened(project.config) as desk:
        items = run.tagged(desk, run.articles(desk, run.Filter(**asked)))
    topics = {item.article.id: tuple(f"{tag.topic}:{tag.level}" for tag in item.tags) for item in items}
    wanted = kind or _SUFFIXES.get(path.suffix.lower() if path else "", "jsonl")
    data = room.export([item.article for item in items], wanted, topics)
    if path is None:
        sys.stdout.buffer.write(data)
        return
    write(path, data)
    note(f"{len(items)} articles: {path}")


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

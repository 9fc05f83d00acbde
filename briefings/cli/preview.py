"""``briefings preview``: renders again whenever a template, an edit or the store changes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import click

from briefings.cli.app import Project, pass_project
from briefings.cli.output import complain, note, say
from briefings.errors import BriefingsError

PAUSE = 0.5
"""Seconds between two looks at the files."""

Stamps = Mapping[Path, int]
"""Nanoseconds of the last change by file."""


@click.command()
@click.option("--week", help="ISO week: 2024-W48, `this` or `last`.")
@click.option("--brief", "name", help="Which brief, if the configuration has several.")
@click.option(
    "--format",
    "formats",
    default="html",
    show_default=True,
    help="What to write, of the formats of `generate`.",
)
@pass_project
def preview(project: Project, week: str | None, name: str | None, formats: str) -> int:
    """Render into output/preview/ again whenever a template, an edit or the store changes; Ctrl-C ends it."""
    from briefings import run
    from briefings.config import load

    chosen = tuple(part.strip() for part in formats.split(",") if part.strip())

    def render() -> Iterable[str]:
        with run.opened(load(project.path)) as desk:
            return [str(path) for path in run.preview(desk, name, run.Asked(week), chosen)]

    try:
        for line in rendered(render, watched(project), store(project)):
            say(line)
    except KeyboardInterrupt:
        note("Preview ended.")
    return 0


def rendered(
    render: Callable[[], Iterable[str]],
    files: Callable[[], Iterable[Path]],
    own: Iterable[Path] = (),
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator[str]:
    """The paths written, at once and after every change of ``files``.

    ``own`` are the files that rendering changes by itself: what it did to them does not count. A mistake in a template
    is told in one sentence, and the next change is waited for.
    """
    seen: Stamps = {}
    while True:
        now = stamps(files())
        if now != seen:
            try:
                yield from render()
            except BriefingsError as error:
                complain(str(error))
            seen = {**now, **stamps(own)}
        sleep(PAUSE)


def stamps(files: Iterable[Path]) -> dict[Path, int]:
    """When each file was last changed; one that is not there is left out."""
    found = {}
    for path in files:
        try:
            found[path] = path.stat().st_mtime_ns
        except OSError:
            continue
    return found


def store(project: Project) -> tuple[Path, ...]:
    """The files of a SQLite store; another store is not watched."""
    _, found, path = project.config.store.partition("sqlite:///")
    return (Path(path), Path(f"{path}-wal")) if found else ()


def watched(project: Project) -> Callable[[], Iterator[Path]]:
    """The files that an issue hangs on: configuration, templates, store."""

    def files() -> Iterator[Path]:
        yield project.path
        yield from store(project)
        yield from (path for path in (project.config.folder / "templates").rglob("*") if path.is_file())

    return files

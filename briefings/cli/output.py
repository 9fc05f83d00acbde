"""How commands speak: results on standard output, messages and progress on standard error."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefings.types import Problem

T = TypeVar("T")

SOMETHING_MISSING = 3
"""Exit status: done, but something is missing, and the output says what."""


def emit(document: object) -> None:
    """Prints one JSON document."""
    click.echo(json.dumps(document, ensure_ascii=False, indent=2))


def say(message: str) -> None:
    """Prints a result line."""
    click.echo(message)


def note(message: str) -> None:
    """Prints a message that is not a result."""
    click.echo(message, err=True)


def complain(message: str) -> None:
    """Prints what went wrong."""
    click.echo(message, err=True)


def tell_problems(problems: Sequence[Problem]) -> int:
    """Prints each problem as one line; the exit status that they make."""
    for problem in problems:
        complain(inert(f"{problem.subject}: {problem.reason}"))
    return SOMETHING_MISSING if problems else 0


def table(rows: Iterable[Sequence[str]], head: Sequence[str]) -> None:
    """Prints columns as wide as their contents; the last one takes what is left."""
    lines = [tuple(head), *(tuple(inert(cell) for cell in row) for row in rows)]
    widths = [max(len(line[n]) for line in lines) for n in range(len(head))]
    for line in lines:
        cells = [cell.ljust(width) for cell, width in zip(line[:-1], widths[:-1], strict=True)]
        say("  ".join([*cells, line[-1]]).rstrip())


def inert(cell: str) -> str:
    """Strangers' text without what a terminal would obey."""
    return "".join(c if c.isprintable() else " " for c in cell)


@contextmanager
def progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on standard error while something long runs; silent when that is no terminal.

    Gives a function to call with (done, total).
    """
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)

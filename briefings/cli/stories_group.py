"""``briefings stories group``: groups the documents of a file without a store."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from briefings.cli.app import Project, json_option, pass_project
from briefings.cli.output import emit, say
from briefings.cli.watching import matcher_of
from briefings.errors import InputError


@click.command("group")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--plain", is_flag=True, help="By words, names and numbers alone, without watched topics.")
@json_option
@pass_project
def group_command(project: Project, file: Path, plain: bool, as_json: bool) -> None:
    """Group the documents of a JSONL FILE (`id`, `title`, `text`, `lang`; `date`, `url` optional).

    Topics are those of the configured watch list, without a configuration those of the shipped one.
    """
    from briefings import stories
    from briefings.remembered import Remembered

    tag = None if plain else matcher_of(project).tag
    found = stories.group_texts(_documents(file), memory=Remembered(), tag=tag)
    if as_json:
        emit(found)
        return
    for number, members in enumerate(found["stories"]):
        say(f"{found['origins'][number]['count']}\t{' '.join(map(str, members))}")


def _documents(file: Path) -> list[dict[str, Any]]:
    documents: list[dict[str, Any]] = []
    for number, line in enumerate(_lines(file), start=1):
        if line.strip():
            documents.append(_parsed(line, f"{file}, line {number}"))
    return documents


def _lines(file: Path) -> list[str]:
    try:
        data = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
    except OSError as error:
        raise InputError(f"{file} cannot be read: {error.strerror}. Name a JSONL file.") from error
    return data.decode("utf-8-sig", "replace").split("\n")


def _parsed(line: str, where: str) -> dict[str, Any]:
    try:
        document = json.loads(line)
    except ValueError as error:
        raise InputError(f"{where}: not JSON ({error}). Each line is one object with `id`.") from error
    if not isinstance(document, dict) or document.get("id") in (None, ""):
        raise InputError(f"{where}: no `id`. Each line is an object with `id`, `title`, `text`, `lang`.")
    return document

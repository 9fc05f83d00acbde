"""``briefings tag``: the topics of one text, or of every line of a JSONL file, with the matched words."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefings.cli.app import Project, json_option, pass_project
from briefings.cli.output import complain, emit, say
from briefings.cli.watching import articles_of, matcher_of
from briefings.errors import InputError, UsageError

if TYPE_CHECKING:
    from briefings.types import Tag
    from briefings.watch import Matcher


@click.command()
@click.argument("path", required=False)
@click.option("--jsonl", type=click.Path(path_type=Path, allow_dash=True), help="Tag each line of this file.")
@json_option
@pass_project
def tag(project: Project, path: str | None, jsonl: Path | None, as_json: bool) -> None:
    """Show the topics of PATH (a document, or `-` for text on standard input) with the words that gave them."""
    if (path is None) == (jsonl is None):
        raise UsageError("Name one document, `-` for standard input, or a file with --jsonl.")
    matcher = matcher_of(project)
    if jsonl is not None:
        _bulk(matcher, jsonl)
        return
    articles, problems = articles_of(project, str(path))
    for problem in problems:
        complain(f"{problem.subject}: {problem.reason}")
    if not articles:
        raise InputError(f"{path} holds no text to tag.")
    found = [(article.title, matcher.tag(article)) for article in articles]
    if as_json:
        documents = [{"title": title, "tags": [_plain(t) for t in tags]} for title, tags in found]
        emit({"tags": documents[0]["tags"]} if len(documents) == 1 else {"articles": documents})
        return
    for title, tags in found:
        _tell(title, tags)


def _tell(title: str, tags: Sequence[Tag]) -> None:
    say(title or "(without a title)")
    for one in tags:
        words = Counter(span.matched for span in one.spans)
        shown = ", ".join(word if count == 1 else f"{word} ×{count}" for word, count in words.items())
        say(f"  {one.level:<9}  {one.topic:<28}  {one.weight:4.0f}  {shown}")
    if not tags:
        say("  no watched topic")


def _bulk(matcher: Matcher, file: Path) -> None:
    """One line out for each line in; a text that stands under several headlines is nobody's and is left out."""
    documents = list(_documents(file))
    headlines: dict[str, set[str]] = {}
    for document in documents:
        headlines.setdefault(_text(document, "text"), set()).add(_text(document, "title"))
    for document in documents:
        title, text = _text(document, "title"), _text(document, "text")
        if len(headlines[text]) > 1:
            text = ""
        tags = matcher.tag_text(title, text, _text(document, "lang"), _day(document))
        line = {"id": document.get("id"), "tags": [_plain(t) for t in tags]}
        click.echo(json.dumps(line, ensure_ascii=False))


def _documents(file: Path) -> Iterator[dict[str, Any]]:
    try:
        raw = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
    except OSError as error:
        raise InputError(f"{file} cannot be read: {error.strerror}. Name a JSONL file.") from error
    for number, line in enumerate(raw.decode("utf-8-sig", "replace").split("\n"), start=1):
        if not line.strip():
            continue
        try:
            document = json.loads(line)
        except ValueError as error:
            raise InputError(f"{file}, line {number}: not JSON ({error}).") from error
        if not isinstance(document, dict):
            raise InputError(f"{file}, line {number}: each line is an object with id, title, text and lang.")
        yield document


def _text(document: dict[str, Any], name: str) -> str:
    from briefings.text import clean

    value = document.get(name)
    return clean(value) if isinstance(value, str) else ""


def _day(document: dict[str, Any]) -> Any:
    from datetime import date

    try:
        return date.fromisoformat(str(document.get("date", ""))[:10])
    except ValueError:
        return None


def _plain(tag: Tag) -> dict[str, Any]:
    return {
        "topic": tag.topic,
        "kind": tag.kind,
        "level": tag.level,
        "weight": tag.weight,
        "spans": [asdict(span) for span in tag.spans],
    }

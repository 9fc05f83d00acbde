"""The text edition: the plain part of the mail, and Markdown."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path

from briefings.brief_types import Brief
from briefings.render.files.outline import Block, Run, outline
from briefings.render.inert import inert
from briefings.render.language.words import words as catalogue
from briefings.render.page.html import RenderOptions
from briefings.render.tlp import mark

WIDTH = 72
"""Characters on a line of a mail, so that it can be quoted."""


def text(brief: Brief) -> str:
    """The whole brief as plain text, TLP on its first and last line."""
    clean = inert(brief)
    blocks = outline(clean, catalogue(clean.brief.language))
    body = "\n".join(line for block in blocks for line in _plain(block))
    return f"{body}\n\n{mark(brief.brief.tlp).label}\n".lstrip("\n")


def _plain(block: Block) -> Iterator[str]:
    words = "".join(run.text for run in block.runs)
    match block.kind:
        case "h1" | "h2":
            yield from ("", words, ("=" if block.kind == "h1" else "-") * min(len(words), WIDTH))
        case "h3" | "h4":
            yield from ("", words)
        case "item":
            yield from _wrapped(words, "- ", "  ")
        case "quote":
            yield from _wrapped(words, "    ", "    ")
        case "table":
            yield from (line for row in _stacked(block.rows) for line in _wrapped(row, "- ", "  "))
        case _:
            yield from _wrapped(words, "", "    " if words.startswith("[") else "")


def _wrapped(words: str, first: str, rest: str) -> Iterable[str]:
    return textwrap.wrap(
        words,
        WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    ) or [first.rstrip()]


def _stacked(rows: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    """A table row as a sentence: words before numbers, as on a phone."""
    head, *body = rows
    for row in body:
        first, *cells = row
        named = [f"{name.lower()} {cell}" for name, cell in zip(head[1:], cells, strict=True) if cell]
        yield f"{first}: {', '.join(named)}"


def markdown(brief: Brief, templates: Path | None, options: RenderOptions) -> bytes:  # noqa: ARG001 -- a renderer's shape
    """The brief as Markdown (CommonMark with tables), strangers' mark-up escaped."""
    clean = inert(brief)
    blocks = outline(clean, catalogue(clean.brief.language))
    parts = [_marked(block) for block in blocks]
    return ("\n\n".join([*parts, f"**{mark(brief.brief.tlp).label}**"]) + "\n").encode()


def _marked(block: Block) -> str:
    inner = "".join(_run(run) for run in block.runs)
    match block.kind:
        case "h1" | "h2" | "h3" | "h4":
            return "#" * int(block.kind[1]) + " " + inner
        case "item":
            return f"- {inner}"
        case "quote":
            return f"> {inner}"
        case "table":
            return _table(block.rows)
        case _:
            return inner


def _run(run: Run) -> str:
    if run.href.startswith(("http://", "https://")) and not re.search(r"[\s<>]", run.href):
        return f"<{run.href}>"
    bare = run.text.strip()
    if run.bold and bare:
        return f"**{escape(bare)}**" + run.text[len(run.text.rstrip()) :]
    return escape(run.text)


def escape(value: str) -> str:
    """Text that Markdown prints as it is: no emphasis, link, image, heading, HTML or table cell comes of it."""
    one_line = " ".join(value.split("\n"))
    escaped = re.sub(r"([\\`*_{}\[\]<>|~$&])", r"\\\1", one_line)
    # Our own [12] stays as it is: without an address after it, it is no link.
    escaped = re.sub(r"\\\[(\d+)\\\](?![(:])", r"[\1]", escaped)
    return re.sub(r"^(\s*)([#+\-=]|\d+[.)])(?=\s|$|[=-])", r"\1\\\2", escaped)


def _table(rows: tuple[tuple[str, ...], ...]) -> str:
    lines = ["| " + " | ".join(escape(cell) for cell in row) + " |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * len(rows[0]), *lines[1:]])

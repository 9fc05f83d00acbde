"""A record of a table, a JSONL file or a feed: its fields, cleaned."""

from __future__ import annotations

import json

from briefings.reading.decode import unescape
from briefings.reading.draft import Draft
from briefings.reading.provenance import separate

_CUT = ("…", "...", "[…]", "[...]", "[&#8230;]")
_SNIPPET = 150
"""Characters under which a text is a headline's echo (docs/method.md, limits)."""


def parse_record(raw: bytes) -> Draft:
    """The article in a record; HTML in any field becomes text."""
    fields = {key: str(value) for key, value in json.loads(raw).items() if value}
    body = fields.get("html") or fields.get("text", "")
    lines = _lines(body)
    paragraphs, credited = separate(lines)
    title = " ".join(_plain(fields.get("title", "")).split())
    if paragraphs and paragraphs[0] == title:
        paragraphs = paragraphs[1:]
    return Draft(
        title=title,
        paragraphs=paragraphs,
        credits=credited,
        author=fields.get("author"),
        given=fields.get("date", ""),
        given_basis="feed" if fields.get("format") == "feed" else "given",
        url=fields.get("url"),
        site=fields.get("publisher", ""),
        language=fields.get("language", "")[:2].casefold(),
        section=fields.get("section", ""),
        format=fields.get("format", ""),
        basis={"title": "given", "text": "given"},
        flags=_flags("\n".join(paragraphs)),
    )


def _lines(body: str) -> list[str]:
    return [" ".join(line.split()) for line in _plain(body).split("\n") if line.strip()]


def _plain(text: str) -> str:
    if "<" in text and ">" in text:
        from lxml import html

        tree = html.fragment_fromstring(text, create_parent="div") if text.strip() else None
        if tree is not None:
            for element in tree.xpath(".//script | .//style"):
                element.drop_tree()
            for element in tree.iter("p", "div", "br", "li", "h1", "h2", "h3", "h4", "blockquote", "tr"):
                element.tail = f"\n{element.tail or ''}"
            text = "".join(tree.itertext())
    return unescape(text)


def _flags(text: str) -> tuple[str, ...]:
    found = []
    if text.endswith(_CUT) or (
        text
        and len(text) < _SNIPPET
        and not text.rstrip("\"'”»)").endswith((".", "!", "?", "։", "۔", "؟", "。"))
    ):
        found.append("truncated")
    if len(text) < _SNIPPET:
        found.append("headline-only")
    return tuple(found)

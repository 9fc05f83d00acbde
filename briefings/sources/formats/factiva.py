"""Factiva's "Article Format" saved as HTML: one page, many articles.

Each article is a ``div`` of the class ``article enArticle`` (``ru``, ``fr`` ... by its language). With indexing its
fields stand in a table beside their codes (``HD``, ``SN``, ``PD``); without, they are lines in a fixed order: title,
author, words, day, time, source, code, language, copyright.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from briefings.sources.formats import text
from briefings.sources.formats.sheets import Row

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE = re.compile(rb"<div[^>]{0,80}\bclass=[\"']article [a-z]{2}Article\b", re.IGNORECASE)
DAY = re.compile(r"\d{1,2}\.? \w+ \d{4}|\d{4}年\d{1,2}月\d{1,2}日|\w+ \d{1,2}, \d{4}")
_CLOCK = re.compile(r"\d{1,2}:\d\d(?: ?[AP]M)?", re.IGNORECASE)
_AFTER = ("SN", "SC", "LA")
"""What the lines behind day and time hold."""


def is_export(raw: bytes) -> bool:
    """Whether a page is such an export."""
    return _ARTICLE.search(raw) is not None


def rows(raw: bytes) -> Iterator[Row]:
    """Its articles, each field under Factiva's code for it."""
    from lxml import html

    parser = html.HTMLParser(encoding="utf-8")
    tree = html.document_fromstring(text.decode(raw).encode("utf-8", "replace"), parser)
    held = (part for part in tree.iter("div") if (part.get("class") or "").startswith("article "))
    for number, article in enumerate(held, 1):
        coded = {_words(code): cell for code, cell in _cells(article)}
        yield f"article {number}", _coded(coded) if coded else _lined(article)


def _cells(article: HtmlElement) -> Iterator[tuple[HtmlElement, HtmlElement]]:
    """Codes and what stands beside them."""
    for line in article.iter("tr"):
        cells = line.findall("td")
        if len(cells) == 2 and re.fullmatch(r"[A-Z]{2,3}", _words(cells[0])):
            yield cells[0], cells[1]


def _coded(cells: dict[str, HtmlElement]) -> dict[str, object]:
    return {code: _text(cell) if code in {"LP", "TD"} else _words(cell) for code, cell in cells.items()}


def _lined(article: HtmlElement) -> dict[str, object]:
    found: dict[str, object] = {"TD": _text(article)}
    lines = [line for line in article.findall("div") if _words(line)]
    for line in list(lines):
        if line.get("id") == "hd" or line.get("class") == "author":
            found["HD" if line.get("id") == "hd" else "BY"] = _words(line)
            lines.remove(line)
    return found | told([_words(line) for line in lines])


def told(lines: Sequence[str]) -> dict[str, object]:
    """What the lines of an article's head say of it by their order: the day, perhaps the time, then the source."""
    day = next((place for place, line in enumerate(lines) if DAY.fullmatch(line)), None)
    if day is None:
        return {}
    found: dict[str, object] = {"PD": lines[day]}
    rest = list(lines[day + 1 :])
    if rest and _CLOCK.fullmatch(rest[0]):
        found["ET"] = rest.pop(0)
    return found | dict(zip(_AFTER, rest, strict=False))


def _text(part: HtmlElement) -> str:
    """The paragraphs of an article; without the last one, which names the document, if it has no class of theirs."""
    paragraphs = [p for p in part.iter("p") if "articleParagraph" in (p.get("class") or "")]
    return "\n\n".join(filter(None, map(_words, paragraphs))) or _words(part)


def _words(part: HtmlElement) -> str:
    return " ".join(part.text_content().split())

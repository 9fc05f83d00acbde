"""Proof that a brief says only what its sources say: every reported sentence is looked up again."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

    from briefings.brief_types import Brief, Line
    from briefings.types import Article


_QUOTED = re.compile(r"[“«](\S+(?: \S+){3,}?)[”»]")
"""Four words and more between quotation marks: a title in a composed line; fewer may be a name or a label."""


def check_verbatim(brief: Brief, articles: Iterable[Article]) -> tuple[str, ...]:
    """Return one sentence for every line that no referenced article holds, and for every idle or dead reference.

    Lines of the bases ``source`` and ``title``, all quotations, and what a ``composed`` line puts in quotation marks
    are checked, white space aside; the rest of composed lines and those entered by a ``person`` hold no words of
    a source.
    """
    held = {article.id: article for article in articles}
    by_number = {reference.n: held.get(reference.article) for reference in brief.references}
    names = _names(brief)
    faults = [
        fault
        for line in _lines(brief)
        for fault in _missing(line.text, line.refs, by_number, line.basis, names)
    ]
    for story in brief.stories:
        for quote in story.quotes:
            faults += _missing(quote.text, quote.refs, by_number, "source")
    return (*dict.fromkeys(faults), *_references(brief))


def cited(brief: Brief) -> Iterator[int]:
    """Yield every reference number in the order in which a reader meets it."""
    from briefings.brief.sections.references import walk

    for numbers in walk(brief):
        yield from numbers


def _lines(brief: Brief) -> Iterator[Line]:
    for line in (*brief.bottom_line_parts, *brief.key_points):
        yield line
        if line.original:
            yield replace(line, text=line.original.text, refs=line.original.refs, basis="source")
    for story in brief.stories:
        yield from (*story.reported, *story.comments)
    yield from brief.also_noted


def _missing(
    text: str,
    refs: tuple[int, ...],
    by_number: Mapping[int, Article | None],
    basis: str,
    names: Container[str] = frozenset(),
) -> Iterator[str]:
    found = [article for number in refs if (article := by_number.get(number)) is not None]
    zones = [_squeeze(zone) for article in found for zone in (article.title, article.text)]
    told = [text] if basis in {"source", "title"} else _QUOTED.findall(text) if basis == "composed" else []
    for words in told:
        if basis == "composed" and words.casefold() in names:
            continue
        if not any(_squeeze(words) in zone for zone in zones):
            yield f"“{words}” stands in none of the articles that it cites ({', '.join(map(str, refs)) or 'none'})."


def _names(brief: Brief) -> frozenset[str]:
    """Names of topics, which some languages put in quotation marks: the brief's own words, whatever their case."""
    names = [row.name for row in (*brief.borders, *brief.bodies)]
    names += [theme.name for theme in brief.themes]
    names += [level.name for story in brief.stories for level in story.topics]
    return frozenset(_squeeze(name).casefold() for name in names)


def _references(brief: Brief) -> Iterator[str]:
    listed = [reference.n for reference in brief.references]
    used = set(cited(brief))
    if listed != list(range(1, len(listed) + 1)):
        yield "The numbers of the source annex do not run from 1 without a gap."
    for number in sorted(used - set(listed)):
        yield f"[{number}] is cited but not in the source annex."
    for number in sorted(set(listed) - used):
        yield f"[{number}] is in the source annex but nowhere cited."
    urls = [reference.url for reference in brief.references if reference.url]
    for url in sorted({url for url in urls if urls.count(url) > 1}):
        yield f"{url} stands under two numbers in the source annex."


def _squeeze(text: str) -> str:
    return " ".join(text.split())

"""The main text of a page: the page cleared of what surrounds articles, a general extractor, then repairs.

The extractor finds where the article stands. What it cannot know is mended before it (boxes named for promotion,
blocks that are only links, embedded posts) and after it (the heading, parts of the article that stand in a further
container, what a page says once the article has ended).
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from briefings.reading.declared import agreed, declared
from briefings.reading.decode import unescape
from briefings.reading.ending import is_article, is_prose, is_sentence, trimmed
from briefings.reading.teasers import drop_teasers

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BOX = re.compile(
    r"(?:^|[\s_-])(?:related|recirc\w*|recommend\w*|trending|popular|most-?(?:read|viewed|popular)|news-?letter\w*"
    r"|promo\w*|subscri\w+|sign-?up|also-?like|you-?may\w*|more-?(?:from|on|news|stories|in)|read-?(?:more|also|next)"
    r"|latest-?\w*|share\w*|sharing|social\w*|outbrain|taboola|rollover\w*|pushdown\w*|advert\w*|rail"
    r"|breadcrumb\w*|author-?(?:bio|box|info)|byline|disclaimer|copyright|cookie\w*|paywall-\w+)(?=$|[\s_-])",
    re.IGNORECASE,
)
"""Words with which builders of pages name boxes that lead away from the article."""

_BOXES = ("div", "section", "aside", "ul", "ol", "form", "span", "p", "nav", "figure", "table")
_BLOCKS = ("p", "li")
_MOST = 0.35
"""Share of the page's prose from which a box is the article, whatever its name."""
_LONG = 100
_TEXT = 3
"""Paragraphs of ``_LONG`` characters from which a box is text: a builder may name a body for its share bar."""
_LINKED = 0.9
"""Share of a block's letters inside links from which it is a signpost, not a sentence."""
_SIGNPOST = 200
"""Letters up to which a block of links is a signpost."""
_PROSE = 60
"""Letters from which a paragraph tells where the article stands."""
_BRIEF = 300
"""Characters below which the extractor takes the whole page for the text."""
_TOLD = 0.4
"""Share of sentences in what was found below which it may be a list of other articles: it is looked for again."""
_SAME = 100
"""Letters from which a line that stands twice was printed twice; shorter ones are refrains."""
_FRAME = 500
"""Letters of paragraphs from which a table is the frame of a page."""
_REST = 200
"""Letters that a further container must add to be a part of the article."""


def paragraphs(tree: HtmlElement, title: str) -> tuple[str, ...]:
    """The paragraphs of the article in a page, in order; the tree is consumed."""
    witness, headings = declared(tree), _headings(tree)
    _clear(tree)
    lines = _extracted(tree, recall=True)
    if _prose_share(lines) < _TOLD:
        lines = max(lines, _extracted(tree, recall=False), key=_prose_share)
    if sum(map(len, lines)) < _BRIEF or len(lines) < 2:
        lines = _few(tree) or list(witness) or lines
    own = trimmed(agreed(_once(_completed(lines, tree)), witness), title, headings)
    return tuple(own) if is_article(own) else ()


def _extracted(tree: HtmlElement, *, recall: bool) -> list[str]:
    from trafilatura import bare_extraction

    found = bare_extraction(tree, fast=True, favor_recall=recall, include_comments=False, with_metadata=False)
    text = unescape(str(getattr(found, "text", "") or ""))
    return [line for line in map(_line, text.split("\n")) if line]


def _prose_share(lines: list[str]) -> float:
    return sum(len(line) for line in lines if is_prose(line)) / max(1, sum(map(len, lines)))


def letters(text: str) -> str:
    """The letters and digits of a text, for comparing."""
    return re.sub(r"\W+", "", text).casefold()


def _few(tree: HtmlElement) -> list[str]:
    """The sentences of a page with a handful of them, which the extractor takes for no article and runs together."""
    groups: dict[str, list[str]] = {}
    for paragraph in tree.iter("p"):
        text = " ".join(paragraph.text_content().split())
        group = groups.setdefault(_make(paragraph), [])
        if is_prose(text) or (group and is_sentence(text)):
            group.append(text)
    return max(groups.values(), key=lambda group: sum(map(len, group)), default=[])


def _headings(tree: HtmlElement) -> frozenset[str]:
    return frozenset(letters(heading.text_content()) for heading in tree.iter("h1", "h2", "h3", "h4"))


def _clear(tree: HtmlElement) -> None:
    """Cut boxes that lead away, and blocks that are only links; let embedded posts be quotations."""
    for quotation in tree.iter("blockquote"):
        _unembed(quotation)
    for table in list(tree.iter("table")):
        _unframe(table)
    drop_teasers(tree)
    whole = _prose_length(tree)
    for element in list(tree.iter(*_BOXES)):
        if element.getparent() is not None and _is_named(element) and _is_aside(element, whole):
            element.drop_tree()
    for element in list(tree.iter(*_BLOCKS)):
        if element.getparent() is not None and _is_signpost(element):
            element.drop_tree()


def _unembed(quotation: HtmlElement) -> None:
    """An embedded post is quoted by the article; the frame around it says otherwise by its name."""
    length, frame = len(letters(quotation.text_content())), quotation
    while frame is not None and frame.tag != "body" and len(letters(frame.text_content())) <= 1.2 * length:
        frame.attrib.pop("class", None)
        frame.attrib.pop("id", None)
        frame = frame.getparent()


def _unframe(table: HtmlElement) -> None:
    """A table around the article is a frame, not a table."""
    if _prose_length(table) >= _FRAME:
        for part in (table, *table.iter("tbody", "tr", "td", "th")):
            part.tag = "div"


def _is_named(element: HtmlElement) -> bool:
    return any(_leads_away(names) for names in (element.get("class"), element.get("id")) if names)


@lru_cache(maxsize=4096)
def _leads_away(names: str) -> bool:
    return "://" not in names and bool(_BOX.search(names))


def _is_aside(element: HtmlElement, whole: int) -> bool:
    long = sum(len(paragraph.text_content()) >= _LONG for paragraph in element.iter("p"))
    return long < _TEXT and _prose_length(element) <= _MOST * whole and next(element.iter("h1"), None) is None


def _prose_length(element: HtmlElement) -> int:
    return sum(len(paragraph.text_content()) for paragraph in element.iter("p"))


def _is_signpost(element: HtmlElement) -> bool:
    links = element.findall(".//a")
    if not links:
        return False
    length = len(letters(element.text_content()))
    return length < _SIGNPOST and sum(len(letters(a.text_content())) for a in links) >= _LINKED * length


def _line(line: str) -> str:
    text = " ".join(line.replace("|", " ").split()) if line.startswith("|") else line.strip()
    return text if re.search(r"\w", text) else ""


def _once(lines: list[str]) -> list[str]:
    """Lines that stand for the first time; lists may repeat themselves."""
    seen: set[str] = set()
    kept = []
    for line in lines:
        key = letters(line)
        if line.startswith("- ") or len(key) < _SAME or key not in seen:
            kept.append(line.removeprefix("- "))
        seen.add(key)
    return kept


def _completed(lines: list[str], tree: HtmlElement) -> list[str]:
    """The lines with those of further containers of the same make: an article that advertisements cut in pieces."""
    places = [letters(line) for line in lines]
    have = "".join(places)
    found: Counter[str] = Counter()
    missed: dict[str, list[tuple[int, str]]] = {}
    last = -1
    for paragraph in tree.iter("p"):
        text = " ".join(paragraph.text_content().split())
        key, make = letters(text), _make(paragraph)
        if len(key) < _PROSE or not make:
            continue
        if key[-_PROSE:] in have or key[:_PROSE] in have:
            found[make] += len(key)
            last = next(
                (n for n, place in enumerate(places) if (place and place in key) or key in place), last
            )
        else:
            missed.setdefault(make, []).append((last, text))
    rest = missed.get(max(found, key=lambda make: found[make], default=""), [])
    if sum(len(text) for _, text in rest) < _REST or any(place < 0 for place, _ in rest):
        return lines
    return [
        out for n, line in enumerate(lines) for out in (line, *(text for place, text in rest if place == n))
    ]


def _make(paragraph: HtmlElement) -> str:
    """How the container of a paragraph is made; ``""`` for one without a name."""
    frames = [frame for frame in paragraph.iterancestors() if frame.tag != "blockquote"][:2]
    return "/".join(f"{f.tag}.{f.get('class')}" for f in frames) if frames and frames[0].get("class") else ""

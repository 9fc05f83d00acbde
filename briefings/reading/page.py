"""A web page: its main text, and what its mark-up says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import copy
from typing import TYPE_CHECKING

from briefings.reading import body, joiners
from briefings.reading.decode import unescape
from briefings.reading.draft import Draft
from briefings.reading.provenance import separate

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_TAGS = 100_000
"""Tags of the longest real page seen were under 30,000; this many cost five seconds."""
MOST_ATTRIBUTES = 3_000
"""Attributes of one tag; the parser compares each with each."""
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{20000,}")
_TITLE = 4
"""Words from which a line is rather a title than the name of an outlet."""
_COPYRIGHT = re.compile(r"(?:©|&copy;)[^<\n]{0,80}")
_SAVED = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?://[^\s<>]+)",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"\s[\w:.-]+\s*=")


def parse_html(source: str) -> Draft:
    """The article on a page; an empty draft when there is none."""
    from trafilatura.utils import load_html

    if is_hostile(source):
        return Draft(flags=("hostile",))
    tree = load_html(source)
    if tree is None:
        return Draft()
    meta = _meta(tree)
    title, basis = _title(tree, meta)
    paragraphs, credited = separate(_paragraphs(source, tree, title))
    return Draft(
        title=title,
        paragraphs=paragraphs,
        header_lines=(),
        credits=(*credited, *_credits(tree)),
        author=_author(meta),
        url=_canonical(tree, meta) or _saved_from(source),
        site=_site(tree, meta, source),
        language=(tree.get("lang") or "").strip()[:2].casefold(),
        section=unescape(meta.get("article:section", "")).strip(),
        html=source,
        tree=tree,
        basis={"title": basis, "text": "main text of the page"},
    )


def _paragraphs(source: str, tree: _Element, title: str) -> tuple[str, ...]:
    consumed = copy(tree)
    if not joiners.needed(source):
        return body.paragraphs(consumed, title)
    joiners.hide(consumed)
    return tuple(map(joiners.shown, body.paragraphs(consumed, title)))


def is_hostile(source: str) -> bool:
    """Whether parsing the page would cost far more than any real page does."""
    return source.count("<") > MOST_TAGS or any(
        len(_ATTRIBUTE.findall(tag[0])) > MOST_ATTRIBUTES for tag in _LONG_TAG.finditer(source)
    )


def _meta(tree: _Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = element.get("content")
        if name and content:
            found.setdefault(name.casefold(), content.strip())
    return found


def _title(tree: _Element, meta: dict[str, str]) -> tuple[str, str]:
    """The page's heading where its mark-up agrees on one; else what the mark-up says."""
    stated = unescape(meta.get("og:title") or meta.get("twitter:title") or "").strip()
    headings = [t for t in _texts(tree, "h1") if len(t) > 8]
    window = next(_texts(tree, "title"), "")
    for heading in headings:
        if heading in (stated, window) or heading in window or (stated and heading in stated):
            return heading, "heading of the page"
    if stated:
        return _without_site(stated, meta.get("og:site_name", "")), "mark-up of the page"
    if headings:
        return headings[0], "heading of the page"
    if below := _heading_of_text(tree, window):
        return below, "heading above the text"
    return _without_site(window, meta.get("og:site_name", "")), "window title of the page"


def _heading_of_text(tree: _Element, window: str) -> str:
    """A heading of lower rank right above a paragraph, where the window title is short and so the outlet's name."""
    if len(window.split()) >= _TITLE:
        return ""
    for element in tree.iter("h2", "h3"):
        below = element.getnext()
        text = " ".join(unescape("".join(map(str, element.itertext()))).split())
        if below is not None and below.tag in ("p", "time", "figure") and len(text.split()) >= _TITLE:
            return text
    return ""


def _site(tree: _Element, meta: dict[str, str], source: str) -> str:
    """The outlet that the page calls its own: in its mark-up, else at the end of the window title and beside a ©.

    The end of a title alone may be whoever the article quotes: ``Talks will go on - Kremlin``.
    """
    stated = meta.get("og:site_name") or meta.get("application-name") or ""
    tail = re.split(r"\s[|–—-]\s", next(_texts(tree, "title"), ""))[-1].strip()
    if stated or not tail:
        return unescape(stated).strip()
    owners = (unescape(found[0]) for found in _COPYRIGHT.finditer(source))
    return tail if any(tail.casefold() in owner.casefold() for owner in owners) else ""


def _texts(tree: _Element, tag: str) -> Iterator[str]:
    for element in tree.iter(tag):
        text = " ".join(unescape("".join(map(str, element.itertext()))).split())
        if text:
            yield text


def _without_site(title: str, site: str) -> str:
    """``Title | Outlet`` without the outlet."""
    head, mark, tail = title.rpartition(" | ")
    if not mark:
        head, mark, tail = title.rpartition(" - ")
    named = site and tail.strip().casefold() == site.casefold()
    return head.strip() if mark and (named or (len(tail.split()) <= 3 and len(head.split()) >= 4)) else title


def _author(meta: dict[str, str]) -> str | None:
    name = unescape(meta.get("author") or meta.get("article:author") or "").strip()
    if (
        not name
        or name.startswith("http")
        or len(name) > 80
        or re.fullmatch(r"(?i)admin\w*|редакци\w+|editor", name)
    ):
        return None
    return name


def _canonical(tree: _Element, meta: dict[str, str]) -> str | None:
    for element in tree.iter("link"):
        if (element.get("rel") or "").casefold() == "canonical" and element.get("href"):
            return str(element.get("href"))
    return meta.get("og:url")


def _saved_from(source: str) -> str | None:
    """The address that a browser, or the SingleFile add-on, wrote into the head of a page that it saved."""
    found = _SAVED.search(source[:2000])
    return unescape(found[1]) if found else None


def _credits(tree: _Element) -> tuple[str, ...]:
    """Credit lines that stand outside the main text."""
    found = []
    for element in tree.iter("p", "div", "span", "small"):
        text = (element.text or "").strip()
        if text.startswith(("The post ", "Источник:", "Source:")):
            found.append(" ".join("".join(map(str, element.itertext())).split())[:300])
    return tuple(found)

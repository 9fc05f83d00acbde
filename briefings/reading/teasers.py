"""Boxes that tease other articles: a heading that is a link, a line or two below it, several alike side by side."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HEADINGS = ("h1", "h2", "h3", "h4", "h5")
_ALIKE = 3
"""Boxes of one make under one roof from which they are a list; an article may quote another one, or two."""
_MOST = 300
"""Characters of one box; sections of a digest, whose headings are links as well, are longer."""


def drop_teasers(tree: HtmlElement) -> None:
    """Cut such boxes out of a page."""
    lists: dict[tuple[HtmlElement, str, str], dict[HtmlElement, None]] = defaultdict(dict)
    for heading in tree.iter(*_HEADINGS[1:]):
        box = _box(heading) if _leads_away(heading) else None
        roof = box.getparent() if box is not None else None
        if box is not None and roof is not None:
            lists[roof, str(box.tag), box.get("class") or ""][box] = None
    for boxes in lists.values():
        if len(boxes) >= _ALIKE and all(len(box.text_content()) <= _MOST for box in boxes):
            for box in boxes:
                box.drop_tree()


def _leads_away(heading: HtmlElement) -> bool:
    """Whether a heading is a link to another page."""
    around = heading.getparent()
    link = around if around is not None and around.tag == "a" else heading.find(".//a")
    if link is None or not (link.get("href") or "#").strip() or (link.get("href") or "#").startswith("#"):
        return False
    return link is around or len(link.text_content()) >= 0.9 * len(heading.text_content().strip())


def _box(heading: HtmlElement) -> HtmlElement:
    """The largest part of the page that holds no other heading."""
    box = heading
    while (around := box.getparent()) is not None and len(list(islice(around.iter(*_HEADINGS), 2))) == 1:
        box = around
    return box

"""WeasyPrint, spared what it would do anew for each print and each element.

Imported only where something is printed: the engine takes a second to load.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree

import weasyprint
import weasyprint.svg
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from briefings.render.paper import spared

spared.install()

_NOTES: Final = re.compile(r"^::(?:footnote|note)-.*$|^(?=::marker)", re.MULTILINE)


class _Whole(str):
    """Text that is a single letter to who goes through it letter by letter."""

    def __iter__(self) -> Iterator[str]:
        yield str(self)


def _text(node: Any) -> str | None:
    """The text of a picture's element, to be set as a whole.

    The engine sets each letter alone, so that Arabic ones stand apart and run backwards; text whose letters are given
    places of their own is left to it.
    """
    text: str | None = node._etree_node.text
    return _Whole(text) if text and not _PLACED & node.attrib.keys() else text


_PLACED: Final = frozenset({"dx", "dy", "rotate", "letter-spacing", "textLength"})
weasyprint.svg.Node.text = property(_text)


class _Fonts(threading.local):
    """What fonts this computer has, looked up once (Pango's maps are of one thread each)."""

    @cached_property
    def found(self) -> FontConfiguration:
        return FontConfiguration()


_fonts = _Fonts()


def fonts_for(page: str) -> FontConfiguration:
    """The fonts to set a page in; one that brings its own gets a list of its own, so that no other page sees them."""
    return FontConfiguration() if "@font-face" in page else _fonts.found


class Sheet(weasyprint.HTML):  # type: ignore[misc]
    """A page that fetches nothing but ``data:``, with the engine's own style sheet cut to what the page may use."""

    def __init__(self, page: str, *, xml: bool = False) -> None:
        """``page`` is HTML. ``xml``: it means the same when read as XML, which a parser in C does."""
        fetcher = URLFetcher(allowed_protocols=("data",))
        if xml and (root := _root(page)) is not None:
            # All that the engine's own __init__ sets; it takes no tree.
            self.base_url, self.url_fetcher, self.media_type = None, fetcher, "print"
            self.wrapper_element = weasyprint.cssselect2.ElementWrapper.from_html_root(
                root, content_language=None
            )
            self.etree_element = self.wrapper_element.etree_element
        else:
            super().__init__(string=page, url_fetcher=fetcher)
        self._notes = "footnote" in page or "note(" in page

    def _ua_stylesheets(self, forms: bool = False) -> Any:
        return super()._ua_stylesheets(forms) if forms or self._notes else [_without_notes()]


def _root(page: str) -> ElementTree.Element | None:
    """The page as a tree; ``None`` when it is no XML."""
    try:
        return ElementTree.fromstring(page)  # noqa: S314 - our own templates; what strangers wrote is escaped in them
    except ElementTree.ParseError:
        return None


@lru_cache(maxsize=1)
def _without_notes() -> weasyprint.CSS:
    """The engine's style sheet without its rules for notes at the foot of a page.

    They and the rule for list markers name no element, so that each element of a page gets six styles more than its
    own: a fifteenth of a print. The markers are kept for list items, which alone have them.
    """
    sheet = Path(weasyprint.__file__).with_name("css") / "html5_ua.css"
    rules = _NOTES.sub(lambda rule: "" if rule[0] else "li", sheet.read_text("utf-8"))
    return weasyprint.CSS(string=rules)

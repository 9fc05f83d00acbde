"""HTML from strangers: made harmless, or plain text."""

from __future__ import annotations

import html
import re
from functools import cache, partial

_RISKY = re.compile(
    r"<(?!/?(?:p|br|b|i|em|strong|u|ul|ol|li|blockquote|h[1-6]|div|span)\s*/?>"
    r"|a href=\"https?://[^\"<>]*\">|/a>)"
)
"""Anything but the plainest elements without attributes and links to absolute addresses: most items need no
cleaning, which costs more than all their parsing."""
_STRAY = re.compile(r"(?i)<!(?!--|doctype\b|\[CDATA\[)")
"""What a browser takes for a comment that was begun badly, and drops to the next ``>``: it is text."""
_DROPPED = {"script", "style"}
"""Elements that go with all that is in them."""


def safe(markup: str, base: str = "") -> str:
    """HTML from strangers without scripts, styles and unknown elements, its relative links made absolute."""
    if "</br" in markup:  # XHTML's way to write one line break, which HTML reads as two
        markup = re.sub(r"<br\s*>\s*</br\s*>", "<br>", markup)
    if not _RISKY.search(markup):
        return markup
    import nh3

    markup = _STRAY.sub("&lt;!", markup)
    clean = partial(nh3.clean, markup, tags=_kept(), clean_content_tags=_DROPPED, link_rel=None)
    if base.startswith(("http://", "https://")):
        return clean(url_relative=("rewrite_with_base", base))
    return clean()


@cache
def _kept() -> set[str]:
    import nh3

    # Inside its form the reader knows the text of a button for what it is.
    forms = {
        "button",
        "fieldset",
        "form",
        "input",
        "label",
        "legend",
        "optgroup",
        "option",
        "select",
        "textarea",
    }
    return (
        nh3.ALLOWED_TAGS
        | forms
        | {"audio", "big", "dir", "font", "main", "menu", "section", "source", "video"}
    )


def plain(value: str) -> str:
    """A title without mark-up; feeds escape it once or twice."""
    once = unescaped(value)
    bare = re.sub(r"</?[a-zA-Z][^<>]*>", "", once) if "<" in once else once
    return " ".join(unescaped(bare).split())


def unescaped(value: str) -> str:
    """Text with its entities as characters."""
    return html.unescape(value) if "&" in value else value

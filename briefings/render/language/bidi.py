"""Left-to-right words in a right-to-left page, and the other way round, each in the order in which it is read.

The Unicode bidirectional algorithm (UAX #9) gives a figure behind ``Steppe Wire,`` to the English name and sets the
parts of ``2024-W48`` from right to left. Names and figures are therefore isolated: by two invisible signs where they
are short, by an element with its own direction where they may go over the end of a line, because the PDF engine
forgets the first of the two signs there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from unicodedata import bidirectional

from markupsafe import Markup

from briefings.render.language.languages import direction

_OPEN, _CLOSE = "\u2066", "\u2069"
"""LEFT-TO-RIGHT ISOLATE and POP DIRECTIONAL ISOLATE."""
_LETTERS: Final = "A-Za-z\u00aa\u00b5\u00ba\u00c0-\u02b8\u0370-\u058f\u0900-\u1fff\u2e80-\u9fff"
"""Letters that run from left to right: Latin, Greek, Cyrillic, Armenian, Georgian, Chinese and what lies between."""
_SPACE: Final = r"&(?:nbsp|#160|#xa0);"
"""A space that a run may hold and does not begin or end with: inside the signs it would change its side."""
_SIGN: Final = rf"(?:[{_LETTERS}0-9]|(?!{_SPACE})&#?\w+;)"
_WORDS: Final = rf"{_SIGN}(?:(?:[ \u00a0.,:;'’/+@#%_\u2013\u2014-]|{_SPACE})*{_SIGN})*"
_RUN: Final = re.compile(rf"({_SPACE})|{_WORDS}(?: ?\({_WORDS}\)(?:[ \u00a0.,:;/-]*{_WORDS})?)*[%+]?")
"""A space, or words and figures with what stands between them, brackets only in pairs."""
_SPLIT: Final = re.compile(rf"[{_LETTERS}]|\d[/+-]\d")
"""What a run has that must not be left to its surroundings: a letter, or figures with a sign between them."""
_TEXT: Final = re.compile(r"<(style|script)\b.*?</\1>|(?<=>)[^<>]+(?=<)", re.DOTALL)
_LATIN: Final = re.compile(r"[A-Za-z\u00c0-\u024f][^\u0590-\u08ff]*[A-Za-z\u00c0-\u024f0-9.!?)’”]")
_SENTENCE: Final = 4
"""Words from which Latin text between Persian is no name but a sentence, with a direction and an end of its own."""


def isolated(text: str, here: str) -> str:
    """A name in a sentence of language ``here``: in a ``<bdi>`` when letters of it run against the sentence."""
    against = {"rtl": ("ltr", ("L",)), "ltr": ("rtl", ("R", "AL"))}[direction(here)]
    way, classes = against
    if not any(bidirectional(c) in classes for c in text):
        return text
    return Markup('<bdi dir="{}">{}</bdi>').format(way, text)


def runs(text: str, here: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, each with whether it is a left-to-right sentence inside one of a right-to-left language."""
    end = 0
    for found in _LATIN.finditer(text) if direction(here) == "rtl" else ():
        if len(found[0].split()) >= _SENTENCE:
            yield text[end : found.start()], False
            yield found[0], True
            end = found.end()
    yield text[end:], False


def ordered(page: str, here: str) -> str:
    """A page in language ``here`` with the left-to-right runs in its text isolated, where the page is right-to-left."""
    if direction(here) == "ltr":
        return page
    head, mark, body = page.partition("<body")
    return head + mark + _TEXT.sub(_apart, body)


def _apart(text: re.Match[str]) -> str:
    return text[0] if text[1] else _RUN.sub(_between_signs, text[0])


def _between_signs(run: re.Match[str]) -> str:
    return f"{_OPEN}{run[0]}{_CLOSE}" if not run[1] and _SPLIT.search(run[0]) else run[0]

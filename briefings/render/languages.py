"""Names and directions of the languages in which sources write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final
from unicodedata import bidirectional

from markupsafe import Markup

RIGHT_TO_LEFT: Final = frozenset(
    {"ar", "ckb", "dv", "fa", "he", "ks", "ku", "ps", "prs", "sd", "ug", "ur", "yi"}
)


def direction(code: str) -> str:
    """``rtl`` or ``ltr``."""
    return "rtl" if code.split("-", maxsplit=1)[0] in RIGHT_TO_LEFT else "ltr"


def isolated(text: str, here: str) -> str:
    """A name in a sentence of language ``here``: in a ``<bdi>`` when letters of it run against the sentence."""
    against = ("L",) if direction(here) == "rtl" else ("R", "AL")
    return Markup("<bdi>{}</bdi>").format(text) if any(bidirectional(c) in against for c in text) else text


_LATIN: Final = re.compile(r"[A-Za-z\u00c0-\u024f][^\u0590-\u08ff]*[\w.!?)’”]")
_SENTENCE: Final = 4
"""Words from which Latin text between Persian is no name but a sentence, with a direction and an end of its own."""


def runs(text: str, here: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, each with whether it is a left-to-right sentence inside one of a right-to-left language."""
    end = 0
    for found in _LATIN.finditer(text) if direction(here) == "rtl" else ():
        if len(found[0].split()) >= _SENTENCE:
            yield text[end : found.start()], False
            yield found[0], True
            end = found.end()
    yield text[end:], False


@lru_cache(maxsize=512)
def territory(code: str, here: str) -> str | None:
    """The name of a country (ISO 3166 alpha-2) in the language of the brief; ``None`` when CLDR has none."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(here).territories.get(code)
    except (UnknownLocaleError, ValueError):
        return None


@lru_cache(maxsize=512)
def language(code: str, here: str) -> str:
    """The name of a language in the language of the brief; the code itself when nobody named it."""
    from babel import Locale, UnknownLocaleError

    try:
        name = Locale.parse(here).languages.get(code) or Locale.parse("en").languages.get(code)
    except (UnknownLocaleError, ValueError):
        name = None
    return str(name or code or "?")

"""Names and directions of the languages in which sources write."""

from __future__ import annotations

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

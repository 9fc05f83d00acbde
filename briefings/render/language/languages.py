"""Names and directions of the languages in which sources write."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

RIGHT_TO_LEFT: Final = frozenset(
    {"ar", "ckb", "dv", "fa", "he", "ks", "ku", "ps", "prs", "sd", "ug", "ur", "yi"}
)


def direction(code: str) -> str:
    """``rtl`` or ``ltr``."""
    return "rtl" if code.split("-", maxsplit=1)[0] in RIGHT_TO_LEFT else "ltr"


_ENGLISH_MARKS: Final = frozenset({"en", "tr", "zh"})


def quoted(text: str, code: str) -> str:
    """A quotation in the marks of its language (CLDR): “English”, «русский», «فارسی»."""
    return f"“{text}”" if code.partition("-")[0] in _ENGLISH_MARKS else f"«{text}»"


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

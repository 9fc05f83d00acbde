"""The brief's own words: headings, labels, months. One catalogue per language; TLP labels are never translated."""

from __future__ import annotations

from collections.abc import Mapping

from briefings.render.language.digits import phrases
from briefings.render.language.words_en import WORDS as EN
from briefings.render.language.words_fa import WORDS as FA
from briefings.render.language.words_ru import WORDS as RU

CATALOGUES: Mapping[str, Mapping[str, str]] = {"en": EN, "ru": RU, "fa": FA}


def words(language: str) -> Mapping[str, str]:
    """The catalogue of a language (ISO 639-1); English where there is none."""
    return phrases({**EN, **CATALOGUES.get(language, {})})

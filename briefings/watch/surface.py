"""From one alias to the strings that are looked for: spelling pairs, scripts, look-alike letters, inflection."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from briefings.text import fold
from briefings.watch import languages, russian
from briefings.watch.model import Alias

# Every sign that parts words becomes one blank, sign for sign, so that offsets hold. "Tajikistan, Afghanistan"
# then has two blanks and never matches "Tajikistan Afghanistan"; a slash or a dash leaves one, and does.
_PARTING = ".,;:!?()[]{}<>/\\|*&=~@#_…·•،؛؟۔՝։"
_ASCII_PARTING = {ord(sign): " " for sign in _PARTING if sign.isascii()}
_LOOSE_APOSTROPHE = re.compile(r"'(?:(?![^\W_])|(?<![^\W_]'))")

# matching.normalise: spelling pairs of Persian and Dari that are not one letter for one letter.
_PERSIAN_PAIRS: tuple[tuple[str, ...], ...] = (
    ("تاجکستان", "تاجیکستان"),
    ("اوزبیکستان", "اوزبکستان", "ازبکستان"),
    ("قرغیزستان", "قرغزستان", "قرقیزستان"),
    ("ترکمانستان", "ترکمنستان"),
    ("کندز", "قندوز"),
)
_LOOKALIKE = dict(zip("АВСЕНКМОРТХУ", "ABCEHKMOPTXY", strict=True))
_LOOKALIKES = {ord(a): b for a, b in (*_LOOKALIKE.items(), *((b, a) for a, b in _LOOKALIKE.items()))}
_UZBEK = (
    *zip(("o'", "g'", "sh", "ch", "yo", "yu", "ya", "ye", "ts"), "ўғшчёюяец", strict=True),
    *zip("abdefghijklmnopqrstuvxyz", "абдефгҳижклмнопқрстувхйз", strict=True),
)


@dataclass(frozen=True, slots=True)
class Surface:
    """One string to look for and how its end is checked."""

    text: str
    """Folded, parting signs as blanks, without outer blanks."""
    end: str = ""
    """``""`` whole word · ``prefix`` any ending · language code: chain of its suffixes · ``+code``: a suffix is
    required, because the stem was changed for it."""
    upper: bool = False
    """Counts only where it is written in capitals (look-alike letters of the other script)."""


def scan_form(folded: str) -> str:
    """Turn every parting sign of a folded text into a blank, sign for sign."""
    if folded.isascii():
        text = folded.translate(_ASCII_PARTING)
    else:
        text = folded
        for sign in _PARTING:
            text = text.replace(sign, " ")
    text = text.replace("\n", " ")
    if "'" in text:
        text = _LOOSE_APOSTROPHE.sub(" ", text)
    return text


def key(text: str) -> str:
    """Return the form under which an alias or a condition's word is compared."""
    return " ".join(scan_form(fold(text).text).split())


def surfaces(alias: Alias, *, common: bool) -> Iterator[Surface]:
    """Yield everything to look for. ``common`` says that a singular common noun may stand in the plural."""
    if alias.rule == "stem":
        yield Surface(key(alias.text), "prefix")
        return
    if alias.lang == "ru":
        yield from (Surface(key(form)) for form in _russian(alias, common=common))
    else:
        for text in _variants(alias):
            yield from _endings(key(text), alias.lang)
    yield from _other_letters(alias.text)


def _russian(alias: Alias, *, common: bool) -> tuple[str, ...]:
    kind = (
        "adj"
        if alias.rule == "adjective"
        else "name"
        if alias.rule == "head"
        else "plural"
        if common
        else "ru"
    )
    return russian.expand(alias.text, kind)


def _variants(alias: Alias) -> set[str]:
    """Return spellings of the alias: ZWNJ as nothing or a blank, Persian pairs, Uzbek in the other script."""
    found = {alias.text, alias.text.replace("\u200c", " ")}
    if alias.lang in {"fa", "ps", "ur"}:
        found |= {_joined(text) for text in found}
        for pair in _PERSIAN_PAIRS:
            found |= {text.replace(a, b) for text in found for a in pair if a in text for b in pair}
    if alias.lang == "uz" and alias.text[:1].isascii():
        found.add(_uzbek_cyrillic(alias.text))
    return found


def _joined(text: str) -> str:
    """Join an acronym that is spelt letter name by letter name: ``تی تی پی`` -> ``تیتیپی``."""
    parts = text.split(" ")
    return "".join(parts) if len(parts) > 1 and all(len(part) <= 3 for part in parts) else text


def _uzbek_cyrillic(text: str) -> str:
    low = fold(text).text
    low = re.sub(r"(?<!\w)e", "э", low)
    for latin, cyrillic in _UZBEK:
        low = low.replace(latin, cyrillic)
    return low


def _endings(text: str, lang: str) -> Iterator[Surface]:
    if not text:
        return
    if lang not in languages.CHAINS:
        yield Surface(text)
        return
    yield Surface(text, lang)
    facts = languages.LANGUAGES[lang]
    softened = facts.soft.get(text[-1])
    if softened and len(text) > 3:
        yield Surface(text[:-1] + softened, f"+{lang}")
    for ending, stem in facts.endings.items():
        if text.endswith(ending) and len(text) - len(ending) >= (3 if ending == "ი" else 4):
            yield Surface(text[: len(text) - len(ending)] + stem, f"+{lang}")


def _other_letters(text: str) -> Iterator[Surface]:
    """Yield an acronym in the look-alike letters of the other script, all mixtures of them."""
    if (
        not (2 <= len(text) <= 8 and text == text.upper() and any(sign.isalpha() for sign in text))
        or " " in text
    ):
        return
    choices = [(sign, chr_) if (chr_ := _LOOKALIKES.get(ord(sign))) else (sign,) for sign in text]
    if 2 ** sum(len(choice) > 1 for choice in choices) > 64:
        return
    for letters in product(*choices):
        mixed = "".join(letters)
        if mixed != text:
            yield Surface(key(mixed), upper=True)

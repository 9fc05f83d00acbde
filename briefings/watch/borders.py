"""Names of a border composed from two country codes, in every language whose words are known.

A user adds a border with two ISO codes; the names of countries that the watch list does not describe come from
CLDR. The templates are those of the watch list's ``border_templates``, in both orders.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import product

from briefings.watch import russian
from briefings.watch.adjectives import ADJECTIVES
from briefings.watch.model import Alias, CountryWords

TEMPLATES: Mapping[str, tuple[str, ...]] = {
    "en": (
        "{A}-{B} border",
        "{adjA}-{adjB} border",
        "{compA}-{adjB} border",
        "{adjA}-{B} border",
        "{adjA}-{adjB} frontier",
        "{A}-{B} frontier",
        "border between {A} and {B}",
        "border of {A} and {B}",
        "borders of {A} and {B}",
        "{A}'s border with {B}",
        "{A}'s borders with {B}",
        "{A} border with {B}",
        "{A} and {B} border",
        "{adjA} border with {B}",
        "{adjA} and {adjB} border",
    ),
    "ru": (
        "граница {A.gent} и {B.gent}",
        "граница {A.gent} с {B.ablt}",
        "граница между {A.ablt} и {B.ablt}",
        "граница {A}-{B}",
        "{compA}-{femB} граница",
        "{compA}-{femB} госграница",
        "{compA}-{femB} государственная граница",
        "{femA} граница с {B.ablt}",
        "{compA}-{neutB} приграничье",
    ),
    "fa": (
        "مرز {A} و {B}",
        "مرز {A} با {B}",
        "سرحد {A} و {B}",
        "سرحد {A} با {B}",
        "مرز مشترک {A} و {B}",
        "مرز میان {A} و {B}",
        "مرز {A}-{B}",
        "مرزهای {A} و {B}",
    ),
    "ps": ("د {A} او {B} پوله", "د {A} او {B} سرحد"),
    "ur": ("{A} {B} سرحد", "{A} اور {B} کی سرحد"),
    "tg": (
        "сарҳади {A} бо {B}",
        "сарҳади {A}у {B}",
        "сарҳади {A} ва {B}",
        "марзи {A} бо {B}",
        "марзи {A}у {B}",
        "марзи {A} ва {B}",
        "сарҳади {adjA}у {adjB}",
        "марзи {adjA}у {adjB}",
    ),
    "uz": ("{A}-{B} chegarasi", "{A} va {B} chegarasi", "{adjA}-{adjB} chegarasi", "{A} bilan {B} chegarasi"),
    "ky": ("{A}-{B} чек арасы", "{adjA}-{adjB} чек арасы", "{A} менен {B} чек арасы"),
    "kk": ("{A}-{B} шекарасы", "{adjA}-{adjB} шекарасы", "{A} мен {B} шекарасы", "{A} және {B} шекарасы"),
    "tk": ("{A}-{B} serhedi", "{adjA}-{adjB} serhedi"),
    "hy": ("{A.gen} և {B.gen} սահման", "{compA}-{adjB} սահման"),
    "az": ("{A}-{B} sərhədi", "{A} ilə {B} sərhədi"),
    "ka": ("{A.stem}-{B.gen} საზღვარი",),
    "tr": ("{A}-{B} sınırı", "{adjA}-{adjB} sınırı", "{A} ile {B} sınırı"),
    "zh": ("{A}与{B}边境", "{A}和{B}边境", "{A}{B}边境", "{A}与{B}边界", "{A}{B}边界", "{A}与{B}接壤"),
}
"""``compA`` is the first half of a double adjective (``афгано``), ``fem`` the feminine adjective."""

_ALSO: Mapping[str, tuple[str, ...]] = {
    "CD": ("DR Congo", "Democratic Republic of the Congo"),
    "CG": ("Republic of the Congo",),
    "CI": ("Ivory Coast",),
    "CZ": ("Czech Republic",),
    "MK": ("Macedonia",),
    "TR": ("Turkey",),
}
"""English names in common use beside that of CLDR."""
_SLOT = re.compile(r"{([^}]+)}")


def compose(first: str, second: str, words: Mapping[str, CountryWords]) -> Iterator[Alias]:
    """Yield the names of the border between two countries (ISO alpha-2), in both orders."""
    for language, templates in TEMPLATES.items():
        pair = [_forms(code, language, words) for code in (first, second)]
        found = {
            text for a, b in (pair, pair[::-1]) for template in templates for text in _filled(template, a, b)
        }
        yield from (Alias(text, language, "composed") for text in sorted(found))


def _filled(
    template: str, a: Mapping[str, tuple[str, ...]], b: Mapping[str, tuple[str, ...]]
) -> Iterator[str]:
    wanted = _SLOT.findall(template)
    sources = [(b if _side(slot) == "B" else a).get(_kind(slot), ()) for slot in wanted]
    for values in product(*sources):
        text = template
        for slot, value in zip(wanted, values, strict=True):
            text = text.replace("{" + slot + "}", value, 1)
        yield text


def _side(slot: str) -> str:
    return "B" if slot.partition(".")[0].endswith("B") else "A"


def _kind(slot: str) -> str:
    """``A.gent`` -> ``gent``, ``adjB`` -> ``adj``, ``A`` -> ``name``."""
    head, _, case = slot.partition(".")
    return case or head[:-1] or "name"


def _forms(code: str, language: str, words: Mapping[str, CountryWords]) -> dict[str, tuple[str, ...]]:
    """The country's words in one language by kind: name, adj, comp, fem, gent ..."""
    own = words.get(code, CountryWords())
    names = own.names.get(language) or _territory(code, language)
    compounds = own.compounds.get(language, ())
    adjectives = own.adjectives.get(language, ()) or compounds or ADJECTIVES.get(code, {}).get(language, ())
    found = {"name": names, "adj": adjectives, "comp": compounds or adjectives}
    if language == "ru":
        found |= _russian(names, adjectives, own.compounds.get("ru", ()))
    if language == "hy":
        found["gen"] = tuple(name + ("յի" if name.endswith("ա") else "ի") for name in names)
    if language == "ka":
        found["stem"] = tuple(name.removesuffix("ი") for name in names)
        found["gen"] = tuple(
            name + "ს" if name.endswith("ო") else name.removesuffix("ი") + "ის" for name in names
        )
    return found


def _russian(
    names: tuple[str, ...], adjectives: tuple[str, ...], compounds: tuple[str, ...]
) -> dict[str, tuple[str, ...]]:
    single = tuple(name for name in names if " " not in name and not name.isupper())
    return {
        "name": single,
        "gent": tuple(russian.in_case(name, "gent") for name in single),
        "ablt": tuple(russian.in_case(name, "ablt") for name in single),
        "fem": tuple(word.removesuffix("ий") + "ая" for word in adjectives),
        "neut": tuple(word.removesuffix("ий") + "ое" for word in adjectives),
        "comp": (*(word.removesuffix("ий") + "о" for word in adjectives), *compounds),
    }


def is_country(code: str) -> bool:
    """Whether an ISO 3166 alpha-2 code is that of a country or territory."""
    return bool(_territory(code, "en"))


def called(countries: tuple[str, ...]) -> str:
    """English name of the border between two ISO codes: ``Kazakhstan–Mongolia``; ``""`` when one has no name."""
    names = [_territory(code, "en") for code in countries]
    return "–".join(name[0] for name in names if name) if all(names) else ""


def country_name(code: str, language: str) -> str:
    """Name of a country or territory (ISO 3166 alpha-2) in a language (ISO 639-1) after CLDR; ``""`` for none."""
    return next(iter(_territory(code, language)), "")


@lru_cache(maxsize=4096)
def _territory(code: str, language: str) -> tuple[str, ...]:
    """Names of a country that the list does not describe, from CLDR: ``Myanmar (Burma)`` are two; ``()`` for none."""
    from babel import Locale, UnknownLocaleError

    try:
        name = Locale.parse(language).territories.get(code)
    except UnknownLocaleError:
        return ()
    parts = tuple(part.strip() for part in name.rstrip(")").split("(")) if name else ()
    return (*parts, *_ALSO.get(code, ())) if language == "en" else parts

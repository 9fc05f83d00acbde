"""Every word that a brief says in its own voice, in English, Russian and Persian.

Headings and labels belong to the templates; here stand the sentences and phrases that are composed from fields
and counts. A language is one ``Words``: a further one is added by a further entry in ``_CATALOGUE``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.brief.language.phrases_en import ENGLISH
from briefings.brief.language.phrases_fa import PERSIAN
from briefings.brief.language.phrases_ru import RUSSIAN

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_CATALOGUE: Mapping[str, Mapping[str, str]] = {"en": ENGLISH, "ru": RUSSIAN, "fa": PERSIAN}

_DIGITS: Mapping[str, Mapping[int, str]] = {
    "fa": dict(zip(range(ord("0"), ord("9") + 1), "۰۱۲۳۴۵۶۷۸۹", strict=True))
}
_DECIMAL: Mapping[str, str] = {"ru": ",", "fa": "٫"}


@dataclass(frozen=True, slots=True)
class Words:
    """The catalogue of one language."""

    language: str
    phrases: Mapping[str, str]

    def say(self, key: str, **values: object) -> str:
        """Fill the phrase ``key``; a key that the language lacks is said in English."""
        if self.language in _DIGITS:
            values = {name: self.digits(v) if isinstance(v, int) else v for name, v in values.items()}
        return (self.phrases.get(key) or ENGLISH[key]).format(**values)

    def digits(self, value: object) -> str:
        """Return a number in the digits of the language."""
        return str(value).translate(_DIGITS.get(self.language, {}))

    def decimal(self, text: str) -> str:
        """Return ``0.01`` with the language's own decimal mark: ``0,01``."""
        return self.digits(text.replace(".", _DECIMAL.get(self.language, ".")))

    def count(self, key: str, number: int) -> str:
        """Return ``3 reports``: the form of the noun by the language's plural rule."""
        return f"{self.digits(number)} {self.noun(key, number)}"

    def noun(self, key: str, number: int) -> str:
        """Return ``reports``: the form that goes with a number, without it."""
        forms = (self.phrases.get(key) or ENGLISH[key]).split("|")
        return forms[min(_plural(self.language, number), len(forms) - 1)]

    def form(self, key: str, place: int) -> str:
        """Return a form of a word by its place; a language that has only one uses it throughout."""
        forms = (self.phrases.get(key) or ENGLISH[key]).split("|")
        return forms[min(int(place), len(forms) - 1)]

    def listed(self, names: Sequence[str]) -> str:
        """Return ``a, b and c``."""
        if len(names) < 2:
            return "".join(names)
        return self.say("and", first=self.say("comma").join(names[:-1]), last=names[-1])

    def month(self, number: int) -> str:
        """Return the short name of a month, 1 to 12."""
        return self.phrases["months"].split()[number - 1]

    def weekday(self, number: int) -> str:
        """Return the short name of a weekday, Monday 0."""
        return self.phrases["weekdays"].split()[number]

    def name_of(self, language: str) -> str:
        """Return the name of a language, or its code when the catalogue has none."""
        return self._table("languages").get(language, language or self.say("unknown_language"))

    def in_language(self, language: str) -> str:
        """Return ``in Russian``, ``на русском``: how a sentence says in which language something was told."""
        known = self._table("in_languages").get(language)
        return known or self.say("in_language", language=self.name_of(language))

    def outlet_kind(self, kind: str) -> str:
        """Return ``state agency`` in the language; a kind of a person's own wording stays as it is."""
        return self._table("outlet_kinds").get(kind, kind)

    def _table(self, key: str) -> dict[str, str]:
        pairs = (pair.partition("=") for pair in self.phrases.get(key, "").split(";"))
        return {name: said for name, _, said in pairs}


def words(language: str) -> Words:
    """Return the catalogue of ``language``; English for one that is not shipped."""
    known = language if language in _CATALOGUE else "en"
    return Words(known, _CATALOGUE[known])


def _plural(language: str, number: int) -> int:
    """Index of the plural form (CLDR: one, few, many); Persian nouns after numbers do not change."""
    if language == "fa":
        return 0
    if language == "ru":
        if number % 10 == 1 and number % 100 != 11:
            return 0
        return 1 if 2 <= number % 10 <= 4 and not 12 <= number % 100 <= 14 else 2
    return 0 if number == 1 else 1

"""Turns a text into the string of kinds on which the grammar works.

One letter for each token that matters, the separators between, ``x`` for any other word: "on November 27-28, 2025"
becomes ``pMD-D,Y``. So one grammar serves every language, and text without a date costs one pass of look-ups.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from briefings.reading.dates.calendar import SOLAR, is_solar_year
from briefings.reading.dates.words import LANGUAGES, PERSIAN_NUMBERS, Vocabulary


class Kind(NamedTuple):
    """What a word is in a date."""

    letter: str
    """D day, Y year, # other number, M month, N in-month, W weekday, R relative day, n/t/l next/this/last,
    k/m/y week/month/year, e/i/h early/middle/late, p/f/u at/since/until, a link, ``""`` silent."""
    value: int = 0
    weak: bool = False
    """Counts only beside a number or behind a preposition."""


class Token(NamedTuple):
    """A word or number of a text."""

    start: int
    end: int
    kind: Kind
    capital: bool


class Tokens(NamedTuple):
    """A text as the grammar sees it."""

    kinds: str
    items: tuple[Token | None, ...]
    """For each letter of ``kinds`` its token, ``None`` for a separator."""


OTHER = Kind("x")
_WORD = re.compile(r"\d+|[^\W\d_]+(?:['’‘ʻʼ`\u200c\u064b-\u0655][^\W\d_]+)*")
_HAN = re.compile(
    r"\d+(?:年|月|日|号)|\d+|(?:星期|周)[一二三四五六日天]|[下上]个?|星期|中旬|今天|今日|明天|明日|后天|昨天|昨日|[^\W\d_]"
)
_FOLD = str.maketrans(
    {
        "ي": "ی",
        "ى": "ی",
        "ك": "ک",
        "ة": "ه",
        "ۀ": "ه",
        "\u200c": "",
        "’": "'",
        "‘": "'",
        "ʻ": "'",
        "ʼ": "'",
        "`": "'",
    }
    | {chr(code): "" for code in range(0x64B, 0x656)}
    | {"İ": "i", "ё": "е"}
)
_SEPARATORS = {"-": "-", "–": "-", "—": "-", "‑": "-", "−": "-", ".": ".", "/": "/", ",": ",", "،": ",", "、": ",",
               "(": "(", ":": ":"}  # fmt: skip
_LONGEST = 40
"""Letters of the longest word that is looked up; what is remembered must have an end."""
_TRIGGERS = frozenset("MNWRYnlmk")


def tokenise(text: str, language: str) -> Tokens | None:
    """Return the kinds of ``text``, or ``None`` when nothing in it can be a date."""
    pattern = _HAN if language == "zh" else _WORD
    words = pattern.findall(text)
    kinds = [_kind(word[:_LONGEST], language) for word in words]
    openers = _pairs(language).keys()
    if not _may_date(kinds) and openers.isdisjoint(_folded(word[:_LONGEST]) for word in words):
        return None
    strip = _Strip(text)
    opened: dict[str, Kind] = {}  # what the last word and the next may be together
    for match, word, kind in zip(pattern.finditer(text), words, kinds, strict=True):
        start, end = match.span()
        both = opened.get(_folded(word[:_LONGEST])) if opened and start - strip.end == 1 else None
        if both and strip.fuse(end, both):
            opened = {}
            continue
        opened = _opens(word[:_LONGEST], language)
        if kind is OTHER and not opened and strip.kinds[-1:] == ["x"]:
            strip.end = end  # of a run of other words the first stands for all
            continue
        strip.add(start, end, kind, capital=word[0].isupper())
    return strip.tokens()


def _may_date(kinds: list[Kind]) -> bool:
    """Whether :meth:`_Strip.tokens` can find what it asks for; in most headlines it cannot, which is soon said."""
    letters = [kind.letter for kind in kinds]
    return not _TRIGGERS.isdisjoint(letters) or letters.count("D") > 2


class _Strip:
    """The kinds of a text while they are put together."""

    __slots__ = ("digits", "end", "items", "kinds", "text", "triggers")

    def __init__(self, text: str) -> None:
        self.text = text
        self.items: list[Token | None] = []
        self.kinds: list[str] = []
        self.end = self.triggers = self.digits = 0

    def add(self, start: int, end: int, kind: Kind, *, capital: bool) -> None:
        """Take the next word; silent words and ordinal endings leave no letter."""
        if kind.letter == "o" and not self._behind_number(start):
            kind = OTHER
        if kind.letter not in ("", "o"):
            between = self.text[self.end : start]
            if between != " " and (gap := _separator(between)):
                self.kinds.append(gap)
                self.items.append(None)
            self.kinds.append(kind.letter)
            self.items.append(Token(start, end, kind, capital))
            self.triggers += kind.letter in _TRIGGERS
            self.digits += kind.letter == "D"
        self.end = end

    def fuse(self, end: int, kind: Kind) -> bool:
        """Make one token of the last word and the one that ends at ``end``; False when there is no last word."""
        last = self.items[-1] if self.items else None
        if last is None:
            return False
        self.items[-1] = Token(last.start, end, kind, capital=False)
        self.kinds[-1] = kind.letter
        self.end, self.triggers = end, self.triggers + 1
        return True

    def tokens(self) -> Tokens | None:
        """Return what was taken; ``None`` when it holds neither a date word nor three numbers."""
        if not self.triggers and self.digits < 3:
            return None
        return Tokens("".join(self.kinds), tuple(self.items))

    def _behind_number(self, start: int) -> bool:
        last = self.items[-1] if self.items else None
        return last is not None and last.kind.letter in "DY" and start - self.end <= 1


def _separator(gap: str) -> str:
    stripped = gap.strip()
    if not stripped:
        # A blank line parts more than a space does.
        return "|" if gap.count("\n") > 1 else ""
    return _SEPARATORS.get(stripped, "|")


@lru_cache(maxsize=65536)
def _kind(word: str, language: str) -> Kind:
    return _number(word) if word[0].isdecimal() else _lookup(word, language)


def _number(word: str) -> Kind:
    unit = word[-1]
    if unit in "年月日号":
        value = int(word[:-1])
        return {"年": Kind("Y", value), "月": Kind("M", value) if value <= 12 else OTHER}.get(
            unit, Kind("D", value)
        )
    value = int(word) if len(word) <= 4 else 0
    if len(word) <= 2 and 1 <= value <= 31:
        return Kind("D", value)
    if len(word) == 4 and (1900 <= value <= 2100 or is_solar_year(value)):
        return Kind("Y", value)
    return Kind("#", value)


def _lookup(word: str, language: str) -> Kind:
    vocabulary = LANGUAGES.get(language)
    if vocabulary is None:
        return OTHER
    table = _table(language)
    folded = fold(word)
    if language == "tg" and folded == "душанбе" and word[0].isupper():
        return OTHER  # the capital, not Monday
    known = table.get(folded)
    return known or _inflected(folded, language, vocabulary) or OTHER


def _inflected(word: str, language: str, vocabulary: Vocabulary) -> Kind | None:
    """Recognise stem plus ending: ``28-қарашада``, ``Kasım'da``."""
    if not vocabulary.suffixes:
        return None
    table = _table(language)
    for length in range(len(word) - 1, max(2, len(word) - vocabulary.suffixes - 1), -1):
        kind = table.get(word[:length])
        if kind and kind.letter in "MW":
            if kind.letter == "M" and word[length:] in vocabulary.locative:
                return kind._replace(letter="N", weak=False)
            return kind if length > 3 else None
    return None


@lru_cache(maxsize=64)
def _pairs(language: str) -> dict[str, dict[str, Kind]]:
    """Return the kinds of two words that mean something together only, by the first of them and the second."""
    vocabulary = LANGUAGES.get(language)
    table: dict[str, dict[str, Kind]] = {}
    for entry in (vocabulary.pairs if vocabulary else "").split("|"):
        words, _, meaning = entry.partition("=")
        if meaning:
            first, second = words.split()
            letter, value = meaning.split()
            table.setdefault(fold(first), {})[fold(second)] = Kind(letter, int(value))
    return table


@lru_cache(maxsize=65536)
def _opens(word: str, language: str) -> dict[str, Kind]:
    return _pairs(language).get(fold(word), {})


def fold(word: str) -> str:
    """Lower the case and level what writers do not agree on."""
    return word.lower().replace("i̇", "i").translate(_FOLD)


_folded = lru_cache(maxsize=65536)(fold)


@lru_cache(maxsize=64)
def _table(language: str) -> dict[str, Kind]:
    vocabulary = LANGUAGES[language]
    table: dict[str, Kind] = {}
    simple = {
        "n": vocabulary.following, "l": vocabulary.previous, "t": vocabulary.this, "k": vocabulary.week,
        "m": vocabulary.month, "y": vocabulary.year, "e": vocabulary.early, "i": vocabulary.middle,
        "h": vocabulary.late, "p": vocabulary.at, "f": vocabulary.since, "u": vocabulary.until,
        "a": vocabulary.link, "o": vocabulary.ordinal, "": vocabulary.silent,
    }  # fmt: skip
    for letter, words in simple.items():
        table.update({fold(word): Kind(letter) for word in words.split() if fold(word) not in table})
    if language in {"fa", "ps"}:
        table.update(_numbered("D", PERSIAN_NUMBERS.split("|"), 1))
    gregorian, _, solar = vocabulary.months.partition("||")
    table.update(_numbered("M", solar.split("|"), SOLAR + 1))
    table.update(_numbered("M", gregorian.split("|"), 1))
    table.update(_numbered("W", vocabulary.weekdays.split("|"), 0))
    for entry in vocabulary.days.split():
        word, _, offset = entry.rpartition("=")
        table[fold(word)] = Kind("R", int(offset))
    return table


def _numbered(letter: str, places: list[str], first: int) -> dict[str, Kind]:
    found = {}
    for value, words in enumerate(places, first):
        for word in words.split():
            mark = "N" if word[0] == "^" else letter
            found[fold(word.lstrip("~^"))] = Kind(mark, value, weak=word[0] == "~")
    return found

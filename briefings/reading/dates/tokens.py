"""Turns a text into the string of kinds on which the grammar works.

One letter for each token that matters, the separators between, ``x`` for any other word: "on November 27-28, 2025"
becomes ``pMD-D,Y``. So one grammar serves every language, and text without a date costs one pass of look-ups.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import accumulate
from types import MappingProxyType
from typing import NamedTuple

from briefings.reading.dates.calendar import SOLAR, is_solar_year
from briefings.reading.dates.words import LANGUAGES, PERSIAN_NUMBERS, Vocabulary

NOTHING: Mapping[str, Kind] = MappingProxyType({})


class Kind(NamedTuple):
    """What a word is in a date."""

    letter: str
    """D day, Y year, # other number, M month, N in-month, W weekday, R relative day, n/t/l next/this/last,
    k/m/y week/month/year, e/i/h early/middle/late, p/f/u at/since/until, a link, ``""`` silent."""
    value: int = 0
    weak: bool = False
    """Counts only beside a number or behind a preposition."""
    pairs: Mapping[str, Kind] = NOTHING
    """What the word and the next mean together, by the next."""


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
    """For each letter of ``kinds`` its token, ``None`` for a separator or another word."""


OTHER = Kind("x")
_WORD = re.compile(r"(\d+|[^\W\d_]+(?:['’‘ʻʼ`\u200c\u064b-\u0655][^\W\d_]+)*)")
_HAN = re.compile(
    r"(\d+(?:年|月|日|号)|\d+|(?:星期|周)[一二三四五六日天]|[下上]个?|星期|中旬|今天|今日|明天|明日|后天|昨天|昨日"
    r"|[^\W\d_])"
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
"""Letters of the longest word that is looked up."""
_MOST = 65536
"""Words that are remembered of a language; what is remembered must have an end."""
_TRIGGERS = frozenset("MNWRYnlmk")


def tokenise(text: str, language: str) -> Tokens | None:
    """Return the kinds of ``text``, or ``None`` when nothing in it can be a date."""
    pieces = (_HAN if language == "zh" else _WORD).split(text)  # gap, word, gap, word, ... gap
    kinds = list(map(_lexicon(language).__getitem__, pieces[1::2]))
    told = [place for place, kind in enumerate(kinds) if kind is not OTHER]
    if not (_may_date([kinds[place].letter for place in told]) or any(kinds[place].pairs for place in told)):
        return None
    strip = _Strip(pieces)
    for place in told:
        strip.add(place, kinds[place])
    strip.skip(len(kinds))
    return Tokens("".join(strip.kinds), tuple(strip.items)) if _may_date(strip.kinds) else None


def _may_date(letters: list[str]) -> bool:
    """Whether there is a date word or three numbers; in most headlines there are neither, which is soon said."""
    return not _TRIGGERS.isdisjoint(letters) or letters.count("D") > 2


class _Strip:
    """The kinds of a text while they are put together."""

    __slots__ = ("_ends", "_next", "_open", "_pieces", "items", "kinds")

    def __init__(self, pieces: list[str]) -> None:
        self._pieces = pieces
        self._ends = tuple(accumulate(map(len, pieces)))
        self._next = 0
        """Number of the word behind the last that was taken."""
        self._open: Mapping[str, Kind] = {}
        """What that word and the next may be together."""
        self.items: list[Token | None] = []
        self.kinds: list[str] = []

    def add(self, place: int, kind: Kind) -> None:
        """Take a word; silent words and ordinal endings leave no letter."""
        self.skip(place)
        gap, word = self._pieces[2 * place : 2 * place + 2]
        both = self._open.get(fold(word[:_LONGEST])) if self._open and len(gap) == 1 else None
        self._next = place + 1
        self._open = {}
        if both:
            self._fuse(place, both)
        elif kind.letter == "o" and not (len(gap) <= 1 and self.kinds and self.kinds[-1] in "DY"):
            self._append(place, "x", None)
        elif kind.letter not in ("", "o"):
            self._open = kind.pairs
            start, end = self._ends[2 * place : 2 * place + 2]
            self._append(place, kind.letter, Token(start, end, kind, capital=word[0].isupper()))

    def skip(self, place: int) -> None:
        """Pass over the words before ``place``: of a run of other words one letter stands for all."""
        if self._next < place:
            self._append(self._next, "x", None)
            self._next, self._open = place, {}

    def _append(self, place: int, letter: str, token: Token | None) -> None:
        gap = self._pieces[2 * place]
        if gap != " " and (sign := _separator(gap)):
            self.kinds.append(sign)
            self.items.append(None)
        self.kinds.append(letter)
        self.items.append(token)

    def _fuse(self, place: int, kind: Kind) -> None:
        """Make one token of the word before and this one."""
        first = self._ends[2 * place - 2]
        self.items[-1] = Token(first, self._ends[2 * place + 1], kind, capital=False)
        self.kinds[-1] = kind.letter


def _separator(gap: str) -> str:
    stripped = gap.strip()
    if not stripped:
        # A blank line parts more than a space does.
        return "|" if gap.count("\n") > 1 else ""
    return _SEPARATORS.get(stripped, "|")


class _Lexicon(dict[str, Kind]):
    """What the words of a language are in a date; a word is looked up once and then known."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._pairs = _pairs(language)

    def __missing__(self, word: str) -> Kind:
        kind = self._found(word[:_LONGEST])
        if len(word) <= _LONGEST and len(self) < _MOST:
            self[word] = kind
        return kind

    def _found(self, word: str) -> Kind:
        folded = fold(word)
        kind = _number(word) if word[0].isdecimal() else _lookup(word, folded, self._language)
        pairs = self._pairs.get(folded)
        return kind if pairs is None else kind._replace(pairs=pairs)


_lexicon = lru_cache(maxsize=64)(_Lexicon)


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


def _lookup(word: str, folded: str, language: str) -> Kind:
    vocabulary = LANGUAGES.get(language)
    if vocabulary is None:
        return OTHER
    table = _table(language)
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


def _pairs(language: str) -> dict[str, dict[str, Kind]]:
    """Return the kinds of two words that mean something together only, by the first of them and the second.

    The second word stands there, too, with nothing of its own: it must not be passed over.
    """
    vocabulary = LANGUAGES.get(language)
    table: dict[str, dict[str, Kind]] = {}
    for entry in (vocabulary.pairs if vocabulary else "").split("|"):
        words, _, meaning = entry.partition("=")
        if meaning:
            first, second = words.split()
            letter, value = meaning.split()
            table.setdefault(fold(first), {})[fold(second)] = Kind(letter, int(value))
            table.setdefault(fold(second), {})
    return table


def fold(word: str) -> str:
    """Lower the case and level what writers do not agree on."""
    if word.isascii() and word.isalnum():
        return word.lower()
    return word.lower().replace("i̇", "i").translate(_FOLD)


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

"""The grammar of dates over kinds of tokens, and what a match says before it is dated.

One expression for all languages; its alternatives stand from the longest to the shortest, so that "30 November -
2 December 2025" is one stretch and not two days.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from briefings.reading.dates.tokens import Token, tokenise

_MONTH = "[MN]"
_YEAR = "(?:,?y?Y-?y*)"
_BEFORE = "(?:[pfu]?W[,(.|]?p?)?"
_AFTER = "(?:[,(]?W)?"
_TO = "[-au]"
_DAY = "D(?![:./#])"
_FORMS = {
    "iso": r"Y-D-D|Y\.D\.D|Y/D/D",
    "numeric": r"D(?P<sep>[./-])D(?P=sep)[YD#](?![./:])",
    "months": rf"{_BEFORE}[fp]?{_MONTH}\.?{_DAY}{_YEAR}?{_TO}{_MONTH}\.?{_DAY}{_YEAR}?"
    rf"|{_BEFORE}[fp]?D[-.]?{_MONTH}{_YEAR}?{_TO}D[-.]?{_MONTH}{_YEAR}?",
    "days": rf"{_BEFORE}[fp]?(?:Y-?y*,?-?)?{_MONTH}\.?D{_TO}{_DAY}{_YEAR}?(?![-.]?{_MONTH})"
    rf"|{_BEFORE}[fp]?(?:Y-?y*,?-?)?D-?{_TO}D[-.]?{_MONTH}{_YEAR}?{_AFTER}",
    "day": rf"{_BEFORE}[pfu]?Y-?y*,?-?D[-.]?{_MONTH}{_AFTER}|{_BEFORE}[pfu]?D[-.]?{_MONTH}{_YEAR}?{_AFTER}"
    rf"|{_BEFORE}[pfu]?(?:Y-?y*,?-?)?{_MONTH}[.-]?{_DAY}(?:{_YEAR}|(?!Y))?{_AFTER}",
    "month": rf"[pfu]?[eih]?p?{_MONTH}[.,]?y?Yy*|[pfu]?[eih]?p?Y-?y*,?{_MONTH}",
    "bare": rf"[pfu]?[eih]?p?[nlt]{_MONTH}|[pfu]?[eih]p?{_MONTH}|[pfu]{_MONTH}|N|{_MONTH}[nl]",
    "weekday": "[pfu]?W,?p?nk|[pfu]?nkp?W|[pfu]?[nlt]?W[nl]?",
    "relative": "[fu]?R",
    "week": "[pfu]?[eih]?p?[nlt]k|[pfu]?[eih]?k[nlt]|[pfu]?hk",
    "months_on": "[pfu]?[eih]?p?[nlt]m|[pfu]?m[nlt]",
    "years_on": "[pfu]?[eih]?p?[nlt]y|[pfu]?y[nlt]",
    "year": "[pfu]?[eih]?p?y?Yy+|[pfu][eih]?p?Y|[eih]Y|yY",
}
_GRAMMAR = re.compile(f"(?=[^x])(?:{'|'.join(f'(?P<{name}>{form})' for name, form in _FORMS.items())})")
_SHIFT = {"n": 1, "l": -1, "t": 0}
_PART = {"e": "early", "i": "middle", "h": "late"}
_EDGE = {"f": "since", "u": "until"}


class Written(NamedTuple):
    """What a date says, not yet placed in time."""

    form: str
    """Name of the form of the grammar that met it."""
    days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    years: tuple[int, ...] = ()
    numbers: tuple[int, ...] = ()
    """Of a numeric date, in the order in which they stand."""
    weekday: int | None = None
    offset: int = 0
    """Days from the day of publication, for "tomorrow"."""
    shift: int | None = None
    """next 1, this 0, last -1; ``None`` when nothing of the kind is said."""
    weekly: bool = False
    """The shift is one of weeks: "Thursday next week", and always so in Chinese."""
    part: str = ""
    """``early``, ``middle`` or ``late`` in the week, month or year."""
    edge: str = ""
    """``since`` or ``until``."""


class Found(NamedTuple):
    """Where a date is written, and what it says."""

    start: int
    end: int
    written: Written


def scan(text: str, language: str) -> tuple[Found, ...]:
    """Find the dates written in ``text``, in order and without overlap."""
    tokens = tokenise(text, language)
    if tokens is None:
        return ()
    found = []
    for match in _GRAMMAR.finditer(tokens.kinds):
        items = [token for token in tokens.items[match.start() : match.end()] if token]
        form = match.lastgroup or ""
        if form != "sep" and _counts(form, items, text):
            found.append(_found(form, items, weekly=language == "zh"))
    return tuple(found)


def _counts(form: str, items: list[Token], text: str) -> bool:
    """Refuse what only looks like a date."""
    if form in {"iso", "numeric"}:
        # No version number, and nothing between: "27.11.2024", not "1.2.3" nor "27. 11. 2024".
        words = text[items[0].start : items[-1].end]
        short = form == "numeric" and items[-1].end - items[-1].start == 1
        return 6 <= len(words) <= 10 and " " not in words and not short
    if form in {"bare", "weekday"} and any(item.kind.weak for item in items):
        letters = {item.kind.letter for item in items}
        if not letters & set("pfunlteih"):
            return False
        # "in March" is a month, "in march formation" is not; languages without capitals say it with the preposition.
        return any(item.capital for item in items if item.kind.weak) or not _latin_month(items)
    return not (form == "day" and len(items) == 2 and _solar_without_day(items))


def _latin_month(items: list[Token]) -> bool:
    return any(item.kind.letter == "M" for item in items)


def _solar_without_day(items: list[Token]) -> bool:
    return not any(item.kind.letter == "D" for item in items)


def _found(form: str, items: list[Token], *, weekly: bool) -> Found:
    letters = "".join([item.kind.letter for item in items])
    values = tuple([item.kind.value for item in items])
    # A preposition belongs to the sentence, not to the date.
    first = next(item for item in items if item.kind.letter not in "pfu")
    return Found(first.start, items[-1].end, _written(form, letters, values, weekly=weekly))


@lru_cache(maxsize=4096)
def _written(form: str, letters: str, values: tuple[int, ...], *, weekly: bool) -> Written:
    """Return what tokens of these kinds and values say; a week's texts write the same few dates again and again."""

    def of(wanted: str) -> tuple[int, ...]:
        return tuple([value for letter, value in zip(letters, values, strict=True) if letter in wanted])

    # The connectors of a range are no edges: "from 21 to 22" is both days.
    edge = "" if form in {"days", "months"} else next((_EDGE[item] for item in letters if item in _EDGE), "")
    return Written(
        form=form,
        days=of("D"),
        months=of("MN"),
        years=of("Y"),
        numbers=of("D#Y"),
        weekday=next(iter(of("W")), None),
        offset=sum(of("R")),
        shift=next((_SHIFT[item] for item in letters if item in _SHIFT), None),
        weekly=weekly or "k" in letters,
        part=next((_PART[item] for item in letters if item in _PART), ""),
        edge=edge,
    )

"""Dates as the brief prints them: ``Thu 28 Nov 2024``, never 11/28/24 (standards: ISO 8601 for machines only)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import lru_cache

from markupsafe import Markup, escape

from briefings.brief_types import PeriodLine
from briefings.render.language.digits import digits

Words = Mapping[str, str]


def day(iso: str, words: Words, *, weekday: bool = True, year: bool = True) -> str:
    """``Thu 28 Nov 2024`` from ``2024-11-28``; anything that is no full date comes back as it is."""
    try:
        value = date.fromisoformat(iso[:10])
    except ValueError:
        return iso
    parts = [words["weekdays"].split()[value.weekday()]] if weekday else []
    parts += [digits(value.day, words), words["months"].split()[value.month - 1]]
    return " ".join([*parts, digits(value.year, words)] if year else parts)


def span(start: str, end: str, words: Words) -> str:
    """``Mon 25 Nov – Sun 1 Dec 2024``; the year stands twice only when it changes, a single day once."""
    if start == end:
        return day(end, words)
    return f"{day(start, words, year=start[:4] != end[:4])} – {day(end, words)}"


def moment(iso: str, words: Words, *, year: bool = True) -> tuple[str, str]:
    """Day and time of an ISO instant; midnight is 24:00 of the day before, as a close is meant."""
    value = datetime.fromisoformat(iso)
    time = f"{value:%H:%M}"
    if time == "00:00":
        value, time = value - timedelta(days=1), "24:00"
    return day(value.date().isoformat(), words, year=year), digits(time, words)


def cutoff(period: PeriodLine, words: Words, *, full: bool) -> str:
    """``Sun 1 Dec 18:00``, or in full ``Sun 1 Dec 2024, 18:00 (UTC+05:00)``."""
    when, time = moment(period.cutoff, words, year=full)
    return f"{when}, {time} ({period.offset})" if full else f"{when} {time}"


def heading(period: PeriodLine, words: Words) -> str:
    """``Week 48 · Mon 25 Nov – Sun 1 Dec 2024 (UTC+05:00)``."""
    range_text = f"{span(period.start, period.end, words)} ({period.offset})"
    name = short(period, words)
    return f"{name} · {range_text}" if name else range_text


def short(period: PeriodLine, words: Words) -> str:
    """``Week 48`` or ``November 2024``; a day or a free range has no name but its dates."""
    if match := re.fullmatch(r"\d{4}-W(\d\d)", period.week):
        return words["week"].format(n=int(match[1]))
    if match := re.fullmatch(r"(\d{4})-(\d\d)", period.week):
        return f"{words['months_long'].split()[int(match[2]) - 1]} {digits(match[1], words)}"
    return ""


def column(label: str) -> str:
    """The head of a column of weeks: ``W48`` from ``2024-W48``."""
    return label[5:] if re.fullmatch(r"\d{4}-W\d\d", label) else label


def bind(text: str, words: Words) -> Markup:
    """Text, escaped, in which a number stays on the line of the word that it counts: day with month, ``2 reports``.

    A weekday stays with its day too, a year with its month, and so do the days of a range and the two countries of
    ``TJ–AF``.
    """
    return kept(_years(words["months"]).sub("\u00a0", text), words)


def kept(text: str, words: Words) -> Markup:
    """As ``bind``, but a year may part from its month: for narrow columns."""
    joined = _loose(words["weekdays"], words["months_long"]).sub("\u00a0", text)
    joined = _SIGN.sub("\u00a0\\1 ", joined)
    joined = _DASH.sub("–\u2060\u00a0", joined)
    if "–" not in joined:
        return escape(joined)
    parts = _RANGE.split(joined)
    return Markup("").join(
        _KEPT.format(part) if i % 2 else escape(part) for i, part in enumerate(parts) if part
    )


_SIGN = re.compile(r" ([–—·]) ")
"""Dashes and dots that no line is to begin with."""
_DASH = re.compile(r"–(?:\u00a0| (?=\d{1,4}(?!\d| \w)))")
"""A dash and the space that keeps the number behind it; a line may break between the two (UAX #14, LB12a)."""
_KEPT = Markup('<span class="nb">{}</span>')
_RANGE = re.compile(r"(\b[A-Z]{2}–[A-Z]{2}\b|\b\d{1,2}–\d{1,2}\u00a0\w+)")
"""What a line may break after the dash of, unless it is kept together."""


def tail(text: str) -> str:
    """Text whose last line will not be a single short word: the last words, up to three, stay together."""
    for _ in range(2):
        head, space, last = text.rpartition(" ")
        if not space or len(last) >= TAIL or len(head) < 3 * TAIL:
            break
        text = f"{head}\u00a0{last}"
    return text


TAIL = 10
"""Characters that the last line of a heading or sentence has at least, where its words allow it."""


@lru_cache(maxsize=8)
def _years(months: str) -> re.Pattern[str]:
    return re.compile(rf"{_behind(months)} (?=\d{{4}}\b)")


@lru_cache(maxsize=8)
def _loose(weekdays: str, months: str) -> re.Pattern[str]:
    """The spaces that are not to break: of a short number and its word, of a weekday or a month and its day."""
    return re.compile(
        rf"(?:(?<=\b\d)|(?<=\b\d\d)|(?<=\b\d\d\d)) (?=[^\W\d_])|{_behind(weekdays)} (?=\d)"
        rf"|{_behind(months)} (?=\d{{1,2}}\b)"
    )


def _behind(names: str) -> str:
    """An expression for the place behind any of some words."""
    return "(?:" + "|".join(rf"(?<=\b{re.escape(name)})" for name in names.split()) + ")"

"""Dates and other small phrases as a brief prints them: ``Thu 28 Nov 2024``, never 11/28/24 (standards 5.1)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefings.brief.language.words import Words
    from briefings.types import When


def day(value: date, words: Words, *, weekday: bool = True, year: bool = True) -> str:
    """Return ``Thu 28 Nov 2024``."""
    parts = [words.weekday(value.weekday())] if weekday else []
    parts += [words.digits(value.day), words.month(value.month)]
    return " ".join(parts + ([words.digits(value.year)] if year else []))


def span(start: date, end: date, words: Words, *, weekday: bool = False, year: bool = True) -> str:
    """Return ``25–27 Nov 2025``, ``29 Nov – 2 Dec 2024`` or one day; with weekdays both ends carry them."""
    if start == end:
        return day(start, words, weekday=weekday, year=year)
    last = day(end, words, weekday=weekday, year=year)
    if not weekday and (start.year, start.month) == (end.year, end.month):
        return f"{words.digits(start.day)}–{last}"
    return f"{day(start, words, weekday=weekday, year=year and start.year != end.year)} – {last}"


def when(value: When, words: Words, *, weekday: bool = True) -> str:
    """Return a date as exactly as it is known, and no more exactly."""
    if value.precision in {"second", "minute", "day"}:
        return day(value.start, words, weekday=weekday)
    if value.precision == "ambiguous":
        return either(value.alternatives or (value.start, value.end), words)
    if value.precision == "month":
        return f"{words.month(value.start.month)} {words.digits(value.start.year)}"
    if value.precision == "year":
        return words.digits(value.start.year)
    if value.precision == "week":
        return words.say("week_of", day=day(value.start, words, weekday=weekday))
    return words.say("undated") if value.precision == "unknown" else span(value.start, value.end, words)


def either(days: tuple[date, ...], words: Words) -> str:
    """Return ``2 or 9 Jan 2025`` for the candidates of an ambiguous date."""
    days = tuple(sorted(set(days)))
    same = len({(d.year, d.month) for d in days}) == 1
    texts = [words.digits(d.day) if same else day(d, words, weekday=False) for d in days[:-1]]
    texts.append(day(days[-1], words, weekday=False))
    return (
        words.say("or", first=words.say("comma").join(texts[:-1]), last=texts[-1])
        if len(texts) > 1
        else texts[0]
    )


def published(value: When | None, words: Words) -> str:
    """Return the date of a source with the basis that a reader must know of."""
    if value is None or value.basis in {"none", "retrieved"}:
        return words.say("undated")
    exact = value.precision not in {"second", "minute", "day"}
    text = when(value, words) if exact else day(value.start, words, weekday=False)
    if value.basis in {"inferred", "dateline"}:
        return words.say("inferred", date=text)
    return words.say("dated_url", date=text) if value.basis == "url" else text


def offset(moment: datetime) -> str:
    """Return ``UTC+05:00``."""
    minutes = round((moment.utcoffset() or timedelta()).total_seconds() / 60)
    return f"UTC{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def clock(moment: datetime, words: Words, *, year: bool = False) -> str:
    """Return ``Sun 1 Dec 18:00``; midnight is said as 24:00 of the day before."""
    if moment.hour == moment.minute == 0:
        return f"{day(moment.date() - timedelta(days=1), words, year=year)} {words.digits('24:00')}"
    return f"{day(moment.date(), words, year=year)} {words.digits(f'{moment:%H:%M}')}"


def stamp(value: str, words: Words) -> str:
    """Return ``Sun 1 Dec 2024 23:40 (UTC+04:30)`` for an ISO time with its zone; a day without a time as it is."""
    moment = datetime.fromisoformat(value) if "T" in value else None
    return f"{clock(moment, words, year=True)} ({offset(moment)})" if moment else value


def period(start: datetime, end: datetime, words: Words) -> str:
    """Return ``Mon 25 Nov – Sun 1 Dec 2024`` for a period whose end is exclusive."""
    return span(start.date(), last_day(end), words, weekday=True)


def last_day(end: datetime) -> date:
    """Return the last day of a stretch whose end is exclusive."""
    return (end - timedelta(microseconds=1)).date()

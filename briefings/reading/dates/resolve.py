"""Places a written date in time."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from briefings.reading.dates.calendar import (
    SOLAR,
    add_months,
    day,
    is_solar_year,
    month_span,
    solar_year,
    week_of,
)
from briefings.types import Basis, Precision, When

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefings.reading.dates.grammar import Written

Direction = Literal["future", "past", ""]
"""Where a weekday lies from the day of publication, as the sentence has it; ``""``: it does not say."""

_NEAR = timedelta(days=200)
"""A day without a year lies within so much of the day of publication: half a year and some slack."""


@lru_cache(maxsize=4096)
def resolve(
    written: Written, reference: date | None, direction: Direction = "", *, day_first: bool | None = True
) -> When | None:
    """Return the time of a written date; ``None`` when it needs ``reference`` and there is none, or cannot be."""
    if written.form in {"day", "iso"}:
        return _day(written, reference)
    if written.form == "numeric":
        return _numeric(written, day_first)
    if written.form in {"days", "months"}:
        return _days(written, reference)
    if written.form in {"month", "bare"}:
        return _month(written, reference, direction)
    if written.form == "year":
        return _year(written.years[-1], written)
    return _relative(written, reference, direction) if reference else None


def single(moment: date, note: str = "", basis: Basis = "stated") -> When:
    """Return a ``When`` of one day."""
    return When(moment.isoformat(), "day", basis, moment, moment, note=note)


def span(
    start: date, end: date, precision: Precision = "range", note: str = "", basis: Basis = "stated"
) -> When:
    """Return a ``When`` of several days, its value an ISO 8601 interval (``2024-11-27/2024-11-28``)."""
    return When(f"{start.isoformat()}/{end.isoformat()}", precision, basis, start, end, note=note)


def ambiguous(candidates: Iterable[date], note: str, basis: Basis = "stated") -> When:
    """Return a ``When`` that stays open between days; its value is the earliest of them."""
    days = tuple(sorted(set(candidates)))
    return When(days[0].isoformat(), "ambiguous", basis, days[0], days[-1], note=note, alternatives=days)


def years_for(month: int, number: int, reference: date, weekday: int | None = None) -> list[date]:
    """Return the days of that name around ``reference``, nearest first; those on ``weekday`` before the others."""
    base = solar_year(reference) if month > SOLAR else reference.year
    days = [found for year in range(base - 1, base + 2) if (found := day(year, month, number))]
    return sorted(
        days,
        key=lambda item: (weekday is not None and item.weekday() != weekday, abs(item - reference), item),
    )


def _day(written: Written, reference: date | None) -> When | None:
    if written.form == "iso":
        year, month, number = written.numbers
        moment = day(year, month + SOLAR * is_solar_year(year), number)
        return single(moment) if moment else None
    month, number = written.months[0], written.days[0]
    if written.years:
        moment = day(_year_of(written.years[0], month), month, number)
        return single(moment, _check(moment, written.weekday)) if moment else None
    if reference is None:
        return None
    days = years_for(month, number, reference, written.weekday)
    return single(days[0], _check(days[0], written.weekday)) if days else None


def _check(moment: date, weekday: int | None) -> str:
    return "weekday and date disagree" if weekday not in {None, moment.weekday()} else ""


def _year_of(year: int, month: int) -> int:
    # A Solar-Hijri month keeps its name beside a Gregorian year in Afghan dates ("قوس 2024"): not a date of ours.
    return year if is_solar_year(year) == (month > SOLAR) else 0


def _numeric(written: Written, day_first: bool | None) -> When | None:
    first, second, year = written.numbers
    if is_solar_year(year):
        moment = day(year, second + SOLAR, first)
        return single(moment) if moment else None
    year = year + 2000 if year < 100 else year
    readings = [day(year, second, first), day(year, first, second)]
    if readings[0] and readings[1] and first != second and day_first is None:
        return ambiguous([item for item in readings if item], "day and month may be swapped")
    ordered = readings if day_first is not False else readings[::-1]
    moment = ordered[0] or ordered[1]
    return single(moment) if moment else None


def _days(written: Written, reference: date | None) -> When | None:
    months = written.months if len(written.months) == 2 else written.months * 2
    if written.years:
        starts = [day(_year_of(written.years[0], months[0]), months[0], written.days[0])]
    elif reference:
        starts = list(years_for(months[0], written.days[0], reference, written.weekday))
    else:
        return None
    start = starts[0] if starts else None
    if not start:
        return None
    year = solar_year(start) if months[1] > SOLAR else start.year
    ends = [day(candidate, months[1], written.days[1]) for candidate in (year, year + 1)]
    end = next((item for item in ends if item and item >= start), None)
    if not end or (end - start).days > 62:
        return None
    return span(start, end) if end > start else single(start)


def _month(written: Written, reference: date | None, direction: Direction) -> When | None:
    month = written.months[0]
    if written.years:
        return _month_when(_year_of(written.years[0], month), month, written)
    if reference is None:
        return None
    base = solar_year(reference) if month > SOLAR else reference.year
    spans = {year: bounds for year in range(base - 1, base + 2) if (bounds := month_span(year, month))}
    if direction == "future":
        spans = {year: bounds for year, bounds in spans.items() if bounds[1] >= reference}
    elif direction == "past":
        spans = {year: bounds for year, bounds in spans.items() if bounds[0] <= reference}
    middle = timedelta(days=15)
    best = min(spans, key=lambda year: (abs(spans[year][0] + middle - reference), year))
    return _month_when(best, month, written)


def _month_when(year: int, month: int, written: Written) -> When | None:
    bounds = month_span(year, month)
    if not bounds:
        return None
    start, end = _part(*bounds, written.part)
    if written.part or month > SOLAR:
        return span(start, end, "range" if written.part else "month", written.part)
    return When(f"{year:04}-{month:02}", "month", "stated", start, end, note=written.edge)


def _part(start: date, end: date, part: str) -> tuple[date, date]:
    third = max(1, ((end - start).days + 1) // 3)
    if part == "early":
        return start, start + timedelta(days=third if third < 5 else third - 1)
    if part == "late":
        return end - timedelta(days=third), end
    if part == "middle":
        return start + timedelta(days=third), end - timedelta(days=third)
    return start, end


def _year(year: int, written: Written) -> When | None:
    if is_solar_year(year):
        start, end = day(year, SOLAR + 1, 1), day(year + 1, SOLAR + 1, 1)
        return span(start, end - timedelta(days=1), "year") if start and end else None
    start, end = _part(date(year, 1, 1), date(year, 12, 31), written.part)
    return When(
        str(year), "year", "stated", start, end, note=" ".join(filter(None, (written.part, written.edge)))
    )


def _relative(written: Written, reference: date, direction: Direction) -> When | None:
    if written.form == "relative":
        return single(reference + timedelta(days=written.offset))
    if written.form == "weekday":
        return _weekday(written, reference, direction)
    shift = written.shift or 0
    if written.form == "week":
        start, end = week_of(reference, shift)
        if written.part:
            return span(*_part(start, end, written.part), "range", written.part)
        year, number, _ = start.isocalendar()
        return When(f"{year}-W{number:02}", "week", "stated", start, end)
    if written.form == "months_on":
        year, month = add_months(reference, shift)
        return _month_when(year, month, written)
    return _year(reference.year + shift, written)


def _weekday(written: Written, reference: date, direction: Direction) -> When:
    weekday = written.weekday or 0
    if written.weekly and written.shift is not None:
        return single(week_of(reference, written.shift)[0] + timedelta(days=weekday))
    ahead = reference + timedelta(days=(weekday - reference.weekday()) % 7)
    if written.shift == 1:
        coming = ahead if ahead > reference else ahead + timedelta(days=7)
        following = week_of(reference, 1)[0] + timedelta(days=weekday)
        # "next Thursday" said on a Monday: that of the following week to most, the coming one to many.
        return (
            single(following)
            if coming == following
            else ambiguous([coming, following], "next may mean either")
        )
    behind = reference - timedelta(days=(reference.weekday() - weekday) % 7)
    if written.shift == -1:
        return single(behind if behind < reference else behind - timedelta(days=7))
    if direction == "future" or (written.shift == 0 and direction != "past"):
        return single(ahead)
    return single(behind)

"""Infers the day of publication from what the text says about the days around it.

"The summit will be held on Thursday, November 28" bounds it from above, "said on Wednesday" names the weekday of the
statement: between them the day often is fixed although no line of the page states it. The answer says ``inferred``,
the days on which the text may have appeared are its range, and the evidence is its note.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from briefings.reading.dates.calendar import day, solar_year
from briefings.reading.dates.direction import direction
from briefings.reading.dates.grammar import scan
from briefings.types import When

if TYPE_CHECKING:
    from briefings.reading.dates.clues import Clues
    from briefings.reading.dates.grammar import Written

_WEEK = timedelta(days=6)
"""A weekday without a date is used up to six days away; on the seventh it would be the same name again."""
_SCAN = 6000
"""Characters of the text that are looked at: dates that bound the day stand early."""


class _Evidence(NamedTuple):
    ahead: list[date]
    """Days that the text still awaits."""
    behind: list[date]
    """Days that the text looks back on."""
    said: list[int]
    """Weekdays on which something was said or done."""
    checked: bool
    """A weekday agreed with its date and so fixed the year."""


def infer(clues: Clues, bounds: tuple[date, date] | None) -> When | None:
    """Infer the day within ``bounds`` (the month or year in the header); ``None`` when the text fixes no day."""
    evidence = _gather(clues, bounds)
    last = min([*evidence.ahead, *([bounds[1]] if bounds else []), *_latest(clues)], default=None)
    if last is None or not (evidence.ahead or evidence.behind):
        return None
    first = max([day for day in evidence.behind if day <= last], default=None)
    statements = [_before(last, weekday) for weekday in evidence.said] if evidence.ahead else []
    if not statements and first and evidence.said:
        statements = [_after(first, weekday) for weekday in evidence.said]
    statement = max(
        (item for item in statements if item <= last and (not first or item >= first)), default=None
    )
    if statement is None:
        return None
    end = min(last, statement + _WEEK)
    note = "weekday and date in the text" + (", month in the header" if bounds else "")
    return When(statement.isoformat(), "day", "inferred", statement, end, note=note)


def _gather(clues: Clues, bounds: tuple[date, date] | None) -> _Evidence:
    ahead: list[date] = []
    behind: list[date] = []
    said: list[int] = []
    checked = False
    text = clues.text[:_SCAN]
    for found in scan(text, clues.language):
        written = found.written
        if written.form not in {"day", "days", "weekday"}:
            continue
        future = direction(text, found.start, found.end, clues.language) == "future"
        if written.form == "weekday":
            if not future and written.weekday is not None and written.shift is None:
                said.append(written.weekday)
            continue
        moment = _place(written, bounds, clues)
        if moment:
            (ahead if future else behind).append(moment)
            checked = checked or written.weekday == moment.weekday()
    return _Evidence(ahead, behind, said, checked)


def _place(written: Written, bounds: tuple[date, date] | None, clues: Clues) -> date | None:
    """Return the day of a mention, its year taken from the header, the weekday or the time of retrieval."""
    month, number = written.months[0], written.days[0]
    if written.years:
        return day(written.years[0], month, number)
    latest = bounds[1] if bounds else (clues.retrieved.date() if clues.retrieved else None)
    if latest is None:
        return None
    newest = (solar_year(latest) if month > 100 else latest.year) + 1
    oldest = newest - (2 if bounds else 12)
    days = [moment for year in range(newest, oldest, -1) if (moment := day(year, month, number))]
    if written.weekday is not None:
        days = [moment for moment in days if moment.weekday() == written.weekday]
    if bounds:
        middle = bounds[0] + (bounds[1] - bounds[0]) / 2
        return min(days, key=lambda moment: abs(moment - middle), default=None)
    # Without a header the newest fitting year; a day more than a week ahead of the retrieval cannot be it.
    return next((moment for moment in days if moment <= latest + timedelta(days=31)), None)


def _latest(clues: Clues) -> list[date]:
    return [clues.retrieved.date() + timedelta(days=1)] if clues.retrieved else []


def _before(last: date, weekday: int) -> date:
    return last - timedelta(days=(last.weekday() - weekday) % 7)


def _after(first: date, weekday: int) -> date:
    return first + timedelta(days=(weekday - first.weekday()) % 7)

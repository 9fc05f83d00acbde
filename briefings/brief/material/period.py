"""Which stretch of time an issue covers, in its own zone."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Literal
from zoneinfo import ZoneInfo

from briefings.errors import UsageError
from briefings.types import Period

if TYPE_CHECKING:
    from collections.abc import Sequence

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

LOOK_BACK = 8
"""Periods before this one that the tables compare with (docs/method.md, limits)."""


@dataclass(frozen=True, slots=True)
class PeriodOptions:
    """When an issue closes."""

    kind: Literal["weekly", "daily", "monthly"] = "weekly"
    closes: str = ""
    """``friday 15:00`` (weekly), ``15:00`` (daily), ``24:00`` or ``15 18:00`` (monthly: the last
    day, or that day of the month). Blank: the end of Sunday, of the day, of the month."""
    timezone: str = "Asia/Dushanbe"
    """IANA name."""


def resolve(asked: str | Sequence[str] | None, now: datetime, options: PeriodOptions) -> Period:
    """Find the period that is meant.

    ``asked`` is ``None`` or ``last`` (the last closed one), ``this`` (the one running), a label
    (``2024-W48``, ``2024-11-28``, ``2024-11``) or a pair of ISO days, both covered. ``now`` is aware.
    Raises ``UsageError``.
    """
    if isinstance(asked, str | None):
        try:
            return _by_label((asked or "last").strip(), now, options)
        except OverflowError as error:
            raise UsageError(f"“{asked}” lies outside the calendar that can be reckoned with.") from error
    if len(asked) != 2:
        raise UsageError(
            "A stretch of days needs a first and a last day, as in --from 2024-11-20 --to 2024-11-29."
        )
    first, last = (_day(text) for text in asked)
    if last < first:
        raise UsageError(f"The period ends ({last}) before it begins ({first}): exchange the two days.")
    zone = ZoneInfo(options.timezone)
    return Period(
        "range", f"{first}--{last}", _midnight(first, zone), _midnight(last + _DAY, zone), options.timezone
    )


def before(period: Period, count: int, options: PeriodOptions) -> Period:
    """Step ``count`` periods back; stretches of days step by their own length."""
    for _ in range(count):
        period = _preceding(period, options)
    return period


def after(period: Period, options: PeriodOptions) -> Period:
    """Return the period that follows; after a stretch of days one of the same length."""
    if period.kind != "range":
        return _closing_after(period.end + timedelta(hours=1), options)
    zone = ZoneInfo(period.timezone)
    days = (period.end.date() - period.start.date()).days
    first, last = period.end.date(), period.end.date() + (days - 1) * _DAY
    return Period("range", f"{first}--{last}", period.end, _midnight(last + _DAY, zone), period.timezone)


def window(period: Period, options: PeriodOptions) -> tuple[datetime, datetime]:
    """Return what the store should hand over for an issue: look-back and period, end exclusive."""
    return before(period, LOOK_BACK, options).start, period.end


def cutoff(period: Period, now: datetime) -> datetime:
    """Return when collecting ended: the close, or now while the period runs; in the brief's zone."""
    return min(period.end, now).astimezone(ZoneInfo(period.timezone))


def next_close(period: Period, options: PeriodOptions) -> datetime | None:
    """Close of the issue after this one; ``None`` for a stretch of days."""
    if period.kind == "range":
        return None
    return _closing_after(period.end + timedelta(hours=1), options).end


_DAY = timedelta(days=1)


def _by_label(asked: str, now: datetime, options: PeriodOptions) -> Period:
    if asked == "this":
        return _closing_after(now, options)
    if asked == "last":
        return _preceding(_closing_after(now, options), options)
    if options.kind == "weekly" and (found := re.fullmatch(r"(\d{4})-?[Ww](\d{1,2})", asked)):
        return _week(int(found[1]), int(found[2]), options)
    if options.kind == "daily" and re.fullmatch(r"\d{4}-\d\d-\d\d", asked):
        return _closing_on(_day(asked), options)
    if options.kind == "monthly" and (found := re.fullmatch(r"(\d{4})-(\d\d)", asked)):
        return _month(int(found[1]), int(found[2]), options)
    shape = {"weekly": "2024-W48", "daily": "2024-11-28", "monthly": "2024-11"}[options.kind]
    raise UsageError(f"“{asked}” names no {options.kind} issue: write it like {shape}, or use this or last.")


def _week(year: int, week: int, options: PeriodOptions) -> Period:
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError as error:
        raise UsageError(f"There is no week {week} in {year}: ISO weeks run from 1 to 52 or 53.") from error
    return _closing_on(monday + timedelta(days=_close(options)[0]), options)


def _month(year: int, month: int, options: PeriodOptions) -> Period:
    if not 1 <= month <= 12 or not 1 <= year <= 9998:
        raise UsageError(f"There is no month {month:02} in {year}: months run from 01 to 12.")
    first = date(year, month, 1)
    return _closing_on(first.replace(day=min(_close(options)[0], _last_of_month(first))), options)


def _closing_on(day: date, options: PeriodOptions) -> Period:
    """Return the period whose close falls on ``day``."""
    start, end = _moment(_last_close_before(day, options), options), _moment(day, options)
    return Period(options.kind, _label(day, options), start, end, options.timezone)


def _closing_after(moment: datetime, options: PeriodOptions) -> Period:
    """Return the period that runs at ``moment``."""
    day = moment.astimezone(ZoneInfo(options.timezone)).date() - _DAY
    while not (_is_closing(day, options) and _moment(day, options) > moment):
        day += _DAY
    return _closing_on(day, options)


def _preceding(period: Period, options: PeriodOptions) -> Period:
    if period.kind == "range":
        zone = ZoneInfo(period.timezone)
        days = (period.end.date() - period.start.date()).days
        first, last = period.start.date() - timedelta(days=days), period.start.date() - _DAY
        return Period("range", f"{first}--{last}", _midnight(first, zone), period.start, period.timezone)
    return _closing_on(_closing_day(period.start, options), options)


def _closing_day(close: datetime, options: PeriodOptions) -> date:
    """Return the day that a closing moment belongs to: 24:00 belongs to the day that it ends."""
    return close.date() - _DAY if _close(options)[1] is None else close.date()


def _last_close_before(day: date, options: PeriodOptions) -> date:
    day -= _DAY
    while not _is_closing(day, options):
        day -= _DAY
    return day


def _is_closing(day: date, options: PeriodOptions) -> bool:
    if options.kind == "weekly":
        return day.weekday() == _close(options)[0]
    return options.kind == "daily" or day.day == min(_close(options)[0], _last_of_month(day))


def _last_of_month(day: date) -> int:
    return calendar.monthrange(day.year, day.month)[1]


def _moment(day: date, options: PeriodOptions) -> datetime:
    at = _close(options)[1]
    zone = ZoneInfo(options.timezone)
    return _midnight(day + _DAY, zone) if at is None else datetime.combine(day, at, zone)


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone)


def _label(day: date, options: PeriodOptions) -> str:
    if options.kind == "weekly":
        year, week, _ = day.isocalendar()
        return f"{year}-W{week:02}"
    return day.isoformat() if options.kind == "daily" else f"{day.year}-{day.month:02}"


def _close(options: PeriodOptions) -> tuple[int, time | None]:
    """Weekday (weekly) or day of the month (monthly) of the close, and its clock time; ``None`` is 24:00."""
    words = options.closes.lower().split()
    day = 31 if options.kind == "monthly" else 6
    if options.kind == "weekly" and words and words[0] in WEEKDAYS:
        day = WEEKDAYS.index(words.pop(0))
    elif options.kind == "monthly" and len(words) == 2 and re.fullmatch(r"[12]?\d|3[01]", words[0]):
        day = max(1, int(words.pop(0)))
    found = re.fullmatch(r"([01]?\d|2[0-4]):([0-5]\d)", words[0] if words else "24:00")
    if found is None or len(words) > 1 or (found[1] == "24" and found[2] != "00"):
        raise UsageError(
            f"“closes: {options.closes}” is not understood: write sunday 24:00 or friday 15:00 (weekly), "
            "15:00 (daily), 24:00 or 15 18:00 (monthly)."
        )
    hour, minute = int(found[1]) % 24, int(found[2])
    return day, time(hour, minute) if hour or minute else None


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise UsageError(f"“{text}” is not a day: write it like 2024-11-28.") from error

"""The Solar-Hijri calendar of Iran and Afghanistan, and steps over months and weeks."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

SOLAR = 100
"""Added to the number of a month of the Solar-Hijri calendar: 101 is Farvardin (Hamal)."""


def day(year: int, month: int, number: int) -> date | None:
    """Return the Gregorian day; ``month`` above 100 is a Solar-Hijri one; ``None`` when there is no such day."""
    try:
        if month < SOLAR:
            return date(year, month, number)
        import jdatetime

        result: date = jdatetime.date(year, month - SOLAR, number).togregorian()
    except (ValueError, OverflowError):
        return None
    return result


def month_span(year: int, month: int) -> tuple[date, date] | None:
    """Return the first and last Gregorian day of a month of either calendar."""
    if month < SOLAR:
        first = day(year, month, 1)
        return (first, date(year, month, monthrange(year, month)[1])) if first else None
    first = day(year, month, 1)
    following = day(year, month + 1, 1) if month < SOLAR + 12 else day(year + 1, SOLAR + 1, 1)
    return (first, following - timedelta(days=1)) if first and following else None


def solar_year(moment: date) -> int:
    """Return the Solar-Hijri year of a Gregorian day."""
    import jdatetime

    return int(jdatetime.date.fromgregorian(date=moment).year)


def is_solar_year(year: int) -> bool:
    """Tell a year written in the Solar-Hijri calendar (1300 is 1921, 1450 is 2071)."""
    return 1300 <= year <= 1450


def week_of(moment: date, shift: int = 0) -> tuple[date, date]:
    """Return Monday and Sunday of the ISO week that lies ``shift`` weeks from that of ``moment``."""
    monday = moment - timedelta(days=moment.weekday()) + timedelta(weeks=shift)
    return monday, monday + timedelta(days=6)


def add_months(moment: date, shift: int) -> tuple[int, int]:
    """Return (year, month) that lies ``shift`` Gregorian months from ``moment``."""
    index = moment.year * 12 + moment.month - 1 + shift
    return index // 12, index % 12 + 1

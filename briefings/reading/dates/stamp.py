"""Reads one date string: a feed's ``pubDate``, a column of a table, a ``meta`` tag, a line above the text."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from email.utils import parsedate_to_datetime
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from briefings.reading.dates.calendar import month_span
from briefings.reading.dates.grammar import scan
from briefings.reading.dates.resolve import resolve, single
from briefings.types import Precision, When

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefings.types import Basis


EVERY = (
    "en",
    "ru",
    "fa",
    "tr",
    "uz",
    "kk",
    "ky",
    "tg",
    "az",
    "hy",
    "ka",
    "tk",
    "ps",
    "ur",
    "zh",
    "uk",
    "de",
    "fr",
    "es",
)
"""Languages tried on a date string whose own language is not known, the most frequent first."""

_CLOCK = re.compile(r"(?<![\d:.])([01]?\d|2[0-3])[:.]([0-5]\d)(?::([0-5]\d))?(?![\d.])")
_OFFSET = re.compile(r"(?:GMT|UTC)\s*([+-]\d{1,2})(?::?(\d{2}))?|([+-]\d{2}):?(\d{2})\b")
_MONTH = re.compile(r"((?:19|20)\d{2})[-/.](0[1-9]|1[0-2])")
_HALF = re.compile(r"\s*([ap])\.?m\b", re.IGNORECASE)
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")
_EPOCH = re.compile(r"1[0-9]{9}(?:\d{3})?")
_SOLAR = re.compile(r"1[34]\d\d-")
_ZONES = {
    "MSK": "Europe/Moscow",
    "МСК": "Europe/Moscow",
    "GMT": "UTC",
    "UTC": "UTC",
    "EST": "America/New_York",
}


def stamp(
    words: str,
    basis: Basis,
    *,
    timezone: str = "",
    day_first: bool | None = True,
    languages: Iterable[str] = EVERY,
) -> When | None:
    """Read a date string; a time without a zone is read in ``timezone`` (IANA name), if that is given."""
    words = words.strip()[:200]
    if not words:
        return None
    moment = _machine(words)
    if moment is not None:
        return from_datetime(moment, basis, timezone)
    compact = _COMPACT.fullmatch(words)
    if compact:
        return single(date(*map(int, compact.groups())), basis=basis)
    month = _MONTH.fullmatch(words)
    if month:
        start, end = month_span(int(month[1]), int(month[2])) or (date.min, date.min)
        return When(f"{month[1]}-{month[2]}", "month", basis, start, end)
    return _written(words, basis, timezone, day_first, languages)


def from_datetime(moment: datetime, basis: Basis, timezone: str = "") -> When:
    """Turn a time into a ``When``: its days are those of the outlet's zone, midnight sharp is a day without time."""
    if moment.time() == time(0) and not moment.microsecond:
        return single(moment.date(), basis=basis)
    zone = zone_of(timezone)
    local = (moment.astimezone(zone) if zone else moment) if moment.tzinfo else moment.replace(tzinfo=zone)
    instant = local.astimezone(UTC) if local.tzinfo else None
    precision: Precision = "second" if local.second else "minute"
    value = local.isoformat(timespec="seconds")
    day = local.date()
    return When(value, precision, basis, day, day, instant=instant)


@lru_cache(maxsize=256)
def zone_of(name: str) -> ZoneInfo | None:
    """Return the zone of an IANA name; ``None`` for a name that tzdata does not know."""
    try:
        return ZoneInfo(name) if name else None
    except (ValueError, OSError):
        return None


def _machine(words: str) -> datetime | None:
    """Read ISO 8601, RFC 5322 and Unix seconds."""
    if _EPOCH.fullmatch(words):
        return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(words[:10]))
    if len(words) >= 10 and words[4] == "-" and not _SOLAR.match(words):
        try:
            return datetime.fromisoformat(re.sub(r"\s+(?=[+-]\d)|\s*UTC$", "", words.replace("Z", "+00:00")))
        except ValueError:
            return None
    if re.match(r"(?:[A-Z][a-z]{2},\s*)?\d{1,2}\s+[A-Z][a-z]{2,8}\s+\d{2,4}\s+\d", words):
        try:
            return parsedate_to_datetime(words)
        except (ValueError, IndexError, TypeError, OverflowError):
            return None
    return None


def _written(
    words: str, basis: Basis, timezone: str, day_first: bool | None, languages: Iterable[str]
) -> When | None:
    for language in languages:
        for found in scan(words, language):
            when = resolve(found.written, None, day_first=day_first)
            if when is None:
                continue
            when = _rebased(when, basis)
            clock = _CLOCK.search(words[found.end :]) or _CLOCK.search(words[: found.start])
            return _timed(when, clock, words, timezone) if clock and when.precision == "day" else when
    return None


def clock(when: When, words: str, timezone: str) -> When:
    """Give a day the time that ``words`` begin with ("at 12:27 MSK"), read in ``timezone`` if they name no zone."""
    match = _CLOCK.search(words[:24])
    return _timed(when, match, words[: match.end() + 12], timezone) if match else when


def _rebased(when: When, basis: Basis) -> When:
    return When(
        when.value,
        when.precision,
        basis,
        when.start,
        when.end,
        note=when.note,
        alternatives=when.alternatives,
    )


def _timed(when: When, clock: re.Match[str], words: str, timezone: str) -> When:
    hour, minute, second = (int(part or 0) for part in clock.groups())
    half = _HALF.match(clock.string, clock.end())
    if half and hour <= 12:
        hour = hour % 12 + (12 if half[1] in "pP" else 0)
    moment = datetime.combine(when.start, time(hour, minute, second))
    offset = _OFFSET.search(words, 0)
    named = next((zone for mark, zone in _ZONES.items() if mark in words), "")
    if offset:
        hours, minutes = (int(part or 0) for part in (offset[1] or offset[3], offset[2] or offset[4]))
        shift = timedelta(hours=hours, minutes=minutes if hours >= 0 else -minutes)
        moment = (moment - shift).replace(tzinfo=UTC)
    elif named:
        moment = moment.replace(tzinfo=zone_of(named))
    return from_datetime(moment, when.basis, timezone)

"""What keeps two like reports apart: incidents of different days are two events, however alike they are told."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefings.stories.features import Doc

_APART = 2
"""Days between two incidents from which on they are two; a report may come two days after."""
_LONG_AGO = 45
"""Days before publication up to which a day named in the lead may be that of the incident."""


def vetoed(a: Doc, b: Doc) -> bool:
    """Whether two reports of incidents speak of different days."""
    if not (a.incident and b.incident):
        return False
    one, other = _days(a), _days(b)
    return bool(one and other) and min(abs(x - y) for x in one for y in other) > _APART


def _days(doc: Doc) -> tuple[int, ...]:
    """Days of the incident: as events of the text, else as named in its lead, else that of publication."""
    day = doc.bare.day
    if doc.bare.happened or day is None:
        return doc.bare.happened
    return tuple(sorted(past for named in doc.named if (past := _before(day, *named)))) or (day,)


def _before(published: int, day: int, month: int) -> int:
    """Return the last such day up to publication, 0 when it lies long before or after."""
    year = date.fromordinal(published).year
    for candidate in (year, year - 1):
        try:
            found = date(candidate, month, day).toordinal()
        except ValueError:  # 30 February, or 29 in another year
            continue
        if 0 <= published - found <= _LONG_AGO:
            return found
    return 0


def days_differ(a: Doc, b: Doc) -> bool:
    """Whether both name days, and none lies within a day of one of the other's."""
    if not a.days or not b.days or a.days & b.days:
        return False
    return min(abs((m - n) * 30.4 + d - e) for d, m in a.days for e, n in b.days) >= 2

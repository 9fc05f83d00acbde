"""What keeps two like reports apart: incidents of different days are two events, however alike they are told."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from briefings.reading.dates import mentions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.stories.texts.features import Doc

_APART = 2
"""Days between two incidents from which on they are two; a report may come two days after."""
_LONG_AGO = 45
"""Days before publication up to which a day named in the lead may be that of the incident."""
_LEAD = 600
"""Characters of the text that may name the weekday of the incident."""
_WEEK = 7
_FULL = 0.5
"""How full two texts are (``Doc.full``) that speak for themselves: who follows an attack up a week later says so."""


def vetoed(a: Doc, b: Doc) -> bool:
    """Whether two reports of incidents speak of different days; short ones that name none, of those of publication."""
    if not (a.incident and b.incident):
        return False
    one, other = _told(a), _told(b)
    if not (one and other) and min(a.full, b.full) >= _FULL:
        return False
    return _far(one or _published(a), other or _published(b)) and _far(
        one or _on_a_weekday(a), other or _on_a_weekday(b)
    )


def _far(one: Sequence[int], other: Sequence[int]) -> bool:
    return bool(one and other) and min(abs(x - y) for x in one for y in other) > _APART


def _on_a_weekday(doc: Doc) -> tuple[int, ...]:
    """Days that title and lead name by a weekday: a count that is corrected on Friday may be of Monday's dead."""
    bare = doc.bare
    return _weekdays(bare.title, bare.text[:_LEAD], bare.language, bare.day) or _published(doc)


@lru_cache(maxsize=1 << 14)
def _weekdays(title: str, lead: str, language: str, day: int | None) -> tuple[int, ...]:
    if not day:
        return ()
    found = mentions(f"{title}. {lead}", language, date.fromordinal(day))
    named = {one.when.start.toordinal() for one in found if one.form == "weekday"}
    return tuple(sorted(past for past in named if 0 <= day - past < _WEEK))


def _told(doc: Doc) -> tuple[int, ...]:
    """Days of the incident: as events of the text, else as named in its lead."""
    if doc.bare.happened or doc.bare.day is None:
        return doc.bare.happened
    return tuple(sorted(past for named in doc.named if (past := _before(doc.bare.day, *named))))


def _published(doc: Doc) -> tuple[int, ...]:
    return () if doc.bare.day is None else (doc.bare.day,)


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

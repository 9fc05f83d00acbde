"""What keeps two like reports apart: incidents of different days on one border are two events."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefings.stories.features import Doc

_INCIDENTS = frozenset({"theme.border-clashes", "theme.terrorism"})


def vetoed(a: Doc, b: Doc) -> bool:
    """Whether two reports of incidents speak of different days."""
    if not (_INCIDENTS & set(a.bare.topics) and _INCIDENTS & set(b.bare.topics)):
        return False
    one, other = _days(a), _days(b)
    return bool(one and other) and min(abs(x - y) for x in one for y in other) > 2


def _days(doc: Doc) -> tuple[int, ...]:
    return doc.bare.happened or ((doc.bare.day,) if doc.bare.day is not None else ())


def days_differ(a: Doc, b: Doc) -> bool:
    """Whether both name days, and none lies within a day of one of the other's."""
    if not a.days or not b.days or a.days & b.days:
        return False
    return min(abs((m - n) * 30.4 + d - e) for d, m in a.days for e, n in b.days) >= 2

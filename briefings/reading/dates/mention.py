"""Dates mentioned in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.reading.dates.direction import direction
from briefings.reading.dates.grammar import scan
from briefings.reading.dates.resolve import resolve

if TYPE_CHECKING:
    from datetime import date

    from briefings.types import When


_MOST = 400
"""Dates kept of one text: a calendar or a hostile page has more, an article does not."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A date as a text mentions it."""

    start: int
    end: int
    """Offsets of the words in the text."""
    when: When
    form: str = ""
    """How it is written: ``day``, ``weekday``, ``week``, ``relative`` ..."""
    edge: str = ""
    """``since`` or ``until`` when the words say so."""


def mentions(
    text: str, language: str, reference: date | None = None, *, day_first: bool | None = True
) -> tuple[Mention, ...]:
    """Find every date in ``text``, in order; ``reference`` is the day of publication.

    Without ``reference``, dates that need one (weekdays, "tomorrow", days without a year) are left out.
    """
    found = []
    for start, end, written in scan(text, language)[:_MOST]:
        needed = written.form in {"weekday", "bare"} and written.shift != 1
        way = direction(text, start, end, language) if needed else ""
        when = resolve(written, reference, way, day_first=day_first)
        if when:
            found.append(Mention(start, end, when, written.form, written.edge))
    return tuple(found)

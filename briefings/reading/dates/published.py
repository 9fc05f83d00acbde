"""The day of publication: every clue in order of trust, and what the answer rests on."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from briefings.reading.dates.address import from_url
from briefings.reading.dates.grammar import scan
from briefings.reading.dates.inference import infer
from briefings.reading.dates.resolve import resolve
from briefings.reading.dates.stamp import EVERY, stamp

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from briefings.reading.dates.clues import Clues
    from briefings.types import When

ARCHIVE = "archive"
"""First word of the note when a feed passes off an old text as new: ``When`` is then the old date."""

_PLACE = re.compile(r"(?:[^\W\d_a-zа-яё][\w.'’-]*[ ,/]*){1,4}(?:\([^)]*\)?)?$")
"""One to four words that all begin with a capital (or have none, as in Persian): "NEW DELHI", "Бишкек"."""
_DATELINE_END = re.compile(r"\s*[.,]?\s*(?:[/(–—-]|\w+\s*[/)–—-])")
_HEAD = 600
"""Characters at the head of a text in which a wire says on which weekday it was told."""
_YEARS = 6
"""Years that are tried: after six the weekdays come round again."""
_LATE = timedelta(days=120)
"""A feed's date so much younger than the date in the address is that of a republication."""


def published(clues: Clues) -> When | None:
    """Weigh all clues to the day of publication; ``None`` when there is none.

    The day of retrieval is an upper bound and never the answer; neither is a date outside the main text.
    """
    for when in _candidates(clues):
        if when and not _impossible(when, clues):
            return when
    return None


def _candidates(clues: Clues) -> Iterator[When | None]:
    languages = (clues.language, *EVERY) if clues.language else EVERY
    given = stamp(
        clues.given,
        clues.given_basis,
        timezone=clues.timezone,
        day_first=clues.day_first,
        languages=languages,
    )
    address = from_url(clues.url)
    if given and address and given.start - address.end > _LATE:
        note = f"{ARCHIVE}: delivered with the date {given.start.isoformat()}"
        yield replace(address, note=note, delivered=given.start)
    yield given
    if clues.html:
        from briefings.reading.dates.markup import from_html

        yield from_html(clues)
    if address and address.precision == "day":
        yield address
    header = _header(clues)
    if header and header.precision not in {"month", "year"}:
        yield header
    yield _dateline(clues, header)
    yield infer(clues, (header.start, header.end) if header else None)
    yield header
    yield address


def _header(clues: Clues) -> When | None:
    """Read the short lines above the text: a full date, or a month and a year on two lines."""
    best: When | None = None
    lines = [line for line in clues.header_lines if len(line) < 80]
    for words in (*lines, "\n".join(lines)):
        when = stamp(words, "stated", timezone=clues.timezone, day_first=clues.day_first)
        if when and (best is None or (when.end - when.start) < (best.end - best.start)):
            best = replace(when, note="line above the text")
    return best


def _dateline(clues: Clues, header: When | None) -> When | None:
    """Read "BISHKEK, November 27. /TASS/." at the head of the text."""
    head = clues.text[:160]
    for found in scan(head, clues.language)[:1]:
        place = head[: found.start].strip(" \n,.(")
        if found.written.form != "day" or len(place) > 48 or not _DATELINE_END.match(head, found.end):
            return None
        if place and not _PLACE.match(place):
            return None
        reference = header.end if header else (clues.retrieved.date() if clues.retrieved else None)
        when = resolve(found.written, reference)
        if when is None or reference is None:
            return when and replace(when, basis="dateline")
        if not found.written.years and header is None:
            return replace(_year_of(when, reference, clues), basis="dateline")
        return replace(_not_after(when, reference, found.written.years), basis="dateline")
    return None


def _year_of(when: When, reference: date, clues: Clues) -> When:
    """The newest year in which the weekday that the first lines speak of is the dateline's day or the day before it.

    A wire tells on the day, or on the next, what was said "on Thursday"; an export of older pages gives no year else.
    """
    newest = _not_after(when, reference, ())
    said = next(
        (f.written.weekday for f in scan(clues.text[:_HEAD], clues.language) if f.written.form == "weekday"),
        None,
    )
    days = (moment for n in range(_YEARS) if (moment := _years_before(newest.start, n)))
    fitting = (d for d in days if said is None or (d.weekday() - said) % 7 in (0, 1))
    moment = next(fitting, newest.start)
    note = newest.note if moment == newest.start else "year by the weekday in the text"
    return replace(newest, value=moment.isoformat(), start=moment, end=moment, note=note)


def _years_before(moment: date, years: int) -> date | None:
    """The same day of an earlier year; ``None`` for a 29 February that it has not."""
    try:
        return moment.replace(year=moment.year - years)
    except ValueError:
        return None


def _not_after(when: When, reference: date, years: tuple[int, ...]) -> When:
    """Move a dateline without a year to the newest year that does not lie after ``reference``."""
    if years or when.start <= reference + timedelta(days=1):
        return when
    moment = when.start.replace(year=when.start.year - 1)
    return replace(when, value=moment.isoformat(), start=moment, end=moment, note="year not stated")


def _impossible(when: When, clues: Clues) -> bool:
    # A clock may run a day ahead between the outlet's zone and ours; more is a wrong date (F08: future-dated).
    return bool(clues.retrieved and when.start > clues.retrieved.date() + timedelta(days=1))

"""The timeline of the period and what is due after it."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from briefings.brief.events.same_event import CHANGED
from briefings.brief.language import wording
from briefings.brief.material import naming, sentences
from briefings.brief_types import EventLine

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefings.brief.events.same_event import Dated
    from briefings.brief.material.survey import Material
    from briefings.types import Event


def lines(dated: Sequence[Dated], material: Material) -> tuple[EventLine, ...]:
    """Return the lines of timeline and outlook as the sources give them.

    What lies before the period or beyond the horizon is left out.
    """
    period = material.given.period
    first = period.start.date()
    last = period.end.date() + timedelta(days=material.given.options.horizon_days)
    return tuple(
        _line(entry, material)
        for entry in dated
        if first <= entry.event.when.end and entry.event.when.start <= last
    )


def counted(lines: Iterable[EventLine], material: Material) -> tuple[EventLine, ...]:
    """Return the lines with their sequence number: one more than in the issue before when a date or status changed."""
    known = {line.id: line for issue in material.given.previous for line in issue.events}
    return tuple(_counted(line, known.get(line.id)) for line in lines)


def _counted(line: EventLine, before: EventLine | None) -> EventLine:
    if before is None:
        return line
    changed = (before.start, before.end, before.status) != (line.start, line.end, line.status)
    return replace(line, sequence=before.sequence + changed)


def is_ahead(event: Event, material: Material) -> bool:
    """Say whether an event is still to come at the cut-off; on its very day only a stated time tells."""
    cutoff = material.given.cutoff
    if event.when.instant is not None:
        return event.when.instant > cutoff
    last = cutoff - timedelta(microseconds=1)
    zones = (_zone(event, material), ZoneInfo(material.given.period.timezone))
    today = min(
        last.astimezone(zone).date() for zone in zones
    )  # an hour into its day no report could tell of it
    return event.when.start > today or (
        event.when.end > today and event.when.precision not in {"range", "year"}
    )


def outcome_unknown(event: Event, topics: Sequence[str], material: Material) -> bool:
    """Say whether the event's day has passed and nothing collected since can tell of it.

    Any relevant article of that day or later on one of the event's bodies, borders or its place's country may; then
    nothing is claimed.
    """
    if is_ahead(event, material) or event.status in CHANGED or event.status == "past":
        return False
    own = {t for t in topics if not t.startswith("country.")} or set(topics)
    own |= {f"country.{event.country.lower()}"} & set(material.topics)
    return not any(
        item.article.published
        and item.article.published.start >= event.when.start
        and own & {tag.topic for tag in material.counted(item)}
        for item in material.relevant.values()
    )


def _line(entry: Dated, material: Material) -> EventLine:
    event = entry.event
    return EventLine(
        id=_identity(entry),
        name=event.name[:1].upper() + event.name[1:],
        start=_iso(event, event.when.start),
        end=event.when.end.isoformat(),
        precision=event.when.precision,
        place=naming.place_name(event, material),
        status=event.status,
        topics=entry.topics,
        refs=material.ref(entry.articles[:3]),
        timezone=event.timezone,
        time=_time(event, material),
        ahead=is_ahead(event, material),
        date_text=wording.when(event.when, material.words),
        caveat=_caveat(entry, material),
    )


def _identity(entry: Dated) -> str:
    """An id that stays when the event is postponed: its name and the first day announced for it."""
    moved = entry.also if entry.event.status in CHANGED else ()  # else they are rivals: entries of their own
    first = min(e.when.start for e in (entry.event, *moved))
    key = " ".join(sorted(sentences.tokens(entry.event.name))) + f"|{first.isoformat()}"
    return "event-" + hashlib.sha256(key.encode()).hexdigest()[:12]


def _iso(event: Event, day: date) -> str:
    return event.when.value if event.when.precision in {"month", "year"} else day.isoformat()


def _caveat(entry: Dated, material: Material) -> str:
    event, say = entry.event, material.words.say
    parts = []
    for other in entry.also:
        key = "was_on" if event.status in CHANGED else "other_date"
        parts.append(say(key, date=wording.when(other.when, material.words)))
    if outcome_unknown(event, entry.topics, material):
        parts.append(say("no_outcome"))
    return " ".join(dict.fromkeys(parts))


def _time(event: Event, material: Material) -> str:
    if event.when.instant is None:
        return ""
    local: datetime = event.when.instant.astimezone(_zone(event, material))
    return f"{local:%H:%M} ({wording.offset(local)})"


def _zone(event: Event, material: Material) -> ZoneInfo:
    try:
        return ZoneInfo(event.timezone or material.given.period.timezone)
    except (KeyError, ValueError, OSError):  # a zone that the system does not know
        return ZoneInfo(material.given.period.timezone)

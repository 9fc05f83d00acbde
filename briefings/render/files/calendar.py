"""The calendar edition: what lies ahead, as iCalendar (RFC 5545).

An event keeps its UID over the issues; ``SEQUENCE`` grows when its date or status changes, so that a calendar that
imported it before moves the entry instead of adding a second one.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final

from briefings.brief_types import Brief, EventLine
from briefings.render.inert import inert
from briefings.render.page.html import RenderOptions
from briefings.render.page.rows import references
from briefings.render.tlp import mark

_STATUS: Final = {"confirmed": "CONFIRMED", "cancelled": "CANCELLED"}
_LINE = 75
"""Octets of a line before it is folded (RFC 5545 section 3.1)."""


def ics(brief: Brief, templates: Path | None, options: RenderOptions) -> bytes:  # noqa: ARG001 -- a renderer's shape
    """The calendar; an event without a usable day is left out, since a calendar cannot say so."""
    clean = inert(brief)
    label = mark(clean.brief.tlp).label
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//briefings//brief//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_escape(f'[{label}] {clean.brief.title}')}",
        f"X-TLP:{label}",
    ]
    for event in clean.events:
        if event.ahead and _days(event):
            lines += _event(event, clean, label)
    lines.append("END:VCALENDAR")
    return "".join(f"{_fold(line)}\r\n" for line in lines).encode()


def _event(event: EventLine, brief: Brief, label: str) -> Iterator[str]:
    stamp = datetime.fromisoformat(brief.period.cutoff).astimezone(UTC)
    yield "BEGIN:VEVENT"
    yield f"UID:{event.id}@{brief.brief.name}.briefings"
    yield f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}"
    yield f"SEQUENCE:{event.sequence}"
    yield from _times(event)
    yield f"SUMMARY:{_escape(event.name)}"
    if event.place:
        yield f"LOCATION:{_escape(event.place)}"
    yield f"STATUS:{_STATUS.get(event.status, 'TENTATIVE')}"
    yield "TRANSP:TRANSPARENT"
    yield f"DESCRIPTION:{_escape(_description(event, brief, label))}"
    yield "END:VEVENT"


def _days(event: EventLine) -> tuple[date, date] | None:
    if event.precision in ("month", "year", "ambiguous", "unknown"):
        return None
    try:
        return date.fromisoformat(event.start[:10]), date.fromisoformat((event.end or event.start)[:10])
    except ValueError:
        return None


def _times(event: EventLine) -> Iterator[str]:
    """An instant where the hour is known, whole days where it is not."""
    days = _days(event)
    assert days is not None
    hour = _clock(event)
    if hour is not None:
        yield f"DTSTART:{hour.astimezone(UTC):%Y%m%dT%H%M%SZ}"
        return
    yield f"DTSTART;VALUE=DATE:{days[0]:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{days[1] + timedelta(days=1):%Y%m%d}"


def _clock(event: EventLine) -> datetime | None:
    """The instant of ``10:00 (UTC+05:00)`` on the event's day; ``None`` for ``end of day`` and the like."""
    hour, _, rest = event.time.partition(" ")
    offset = rest.strip("()").removeprefix("UTC")
    try:
        return (
            datetime.fromisoformat(f"{event.start[:10]}T{hour}{offset or '+00:00'}") if ":" in hour else None
        )
    except ValueError:
        return None


def _description(event: EventLine, brief: Brief, label: str) -> str:
    annex = references(brief)
    sources = [
        f"[{n}] {annex[n].chain or annex[n].outlet} {annex[n].url or ''}".rstrip()
        for n in event.refs
        if n in annex
    ]
    head = f"{label} – {brief.brief.title}, {brief.period.week}"
    lines = [head, f"{event.status}; {event.date_text} {event.time}".rstrip(), event.caveat, *sources]
    return "\n".join(line for line in lines if line)


def _escape(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\r", "").replace("\n", "\\n")


def _fold(line: str) -> str:
    """A line in pieces of 75 octets at most, never inside a character."""
    pieces: list[bytes] = []
    current = b""
    for character in line:
        octets = character.encode()
        if len(current) + len(octets) > (_LINE if not pieces else _LINE - 1):
            pieces.append(current)
            current = b""
        current += octets
    return "\r\n ".join(piece.decode() for piece in [*pieces, current])

"""Dated events that a text announces or reports: summits, visits, exercises, elections, deadlines.

Every event has the sentence that says so; its date is what the sentence says, seen from the day of publication. A
date that allows two readings keeps both. What a text says twice is one event.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from briefings.reading.dates import mentions
from briefings.reading.dates.direction import direction
from briefings.reading.dates.resolve import single, span
from briefings.reading.dates.stamp import clock
from briefings.reading.events import english, other, places, words
from briefings.reading.events.merge import merge
from briefings.text import sentences
from briefings.types import Event

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from briefings.reading.dates import Mention
    from briefings.reading.events.english import Named
    from briefings.types import EventStatus, When

_SAID = re.compile(
    r"\b(?:said|told|says|stated|announced|reported|wrote|posted|published|сообщил\w*|заявил\w*|сказал\w*|گفت|dedi)"
    r"(?:\s+\w+){0,5}\s*$",
    re.IGNORECASE,
)
_AT = re.compile(
    r"[\s,(]*(?:at|в|saat|соат|сағат|саат|ساعت|à)?\s*\d{1,2}[:.]\d{2}(?!\d|[.]\d)", re.IGNORECASE
)
_STALE = timedelta(days=14)
"""Past days further back are history, not this week's events."""
_FIRM = frozenset({"days", "months", "week"})
_HORIZON = timedelta(days=800)
"""Events further ahead are plans of policy, not of a diary."""


def extract(title: str, text: str, language: str, published: When | None) -> tuple[Event, ...]:
    """Find the dated events of one article, each once; ``sentence`` is word for word the source's.

    ``published`` dates "on Thursday" and "next week"; without it only complete dates count.
    """
    reference = (
        published.start if published and published.precision not in {"month", "year", "unknown"} else None
    )
    found: list[Event] = []
    repeated = bool(text) and title.startswith(text[:40].rstrip(" .…"))
    for part in (title, "" if repeated else text):
        marks = mentions(part, language, reference)
        if marks:
            found.extend(_in_part(part, marks, language, reference))
    return merge(found)


def _in_part(part: str, marks: tuple[Mention, ...], language: str, reference: date | None) -> list[Event]:
    events = []
    spans = sentences(part, language)
    for first, last in spans:
        inside = [mark for mark in marks if first <= mark.start < last]
        kept = _distinct(_stretched(inside))
        told = [
            _event(
                part, (first, last), mark, language, reference, [item.start for item in kept if item != mark]
            )
            for mark in kept
        ]
        events.extend(_moved([event for event in told if event]))
    return events


def _moved(events: list[Event]) -> list[Event]:
    """Keep the new day of what a sentence says is put off: "moved from 28 November to 5 December"."""
    if len(events) > 1 and all(event.status == "postponed" for event in events):
        return [max(events, key=lambda event: event.when.start)]
    return events


def _stretched(marks: list[Mention]) -> list[Mention]:
    """Join "begins today ... until November 27" to one stretch of days."""
    for first, last in pairwise(marks):
        days = first.when.precision == last.when.precision == "day"
        if last.edge == "until" and days and first.when.start < last.when.start:
            joined = replace(last, when=span(first.when.start, last.when.end), edge="")
            return [mark for mark in marks if mark not in (first, last)] + [joined]
    return marks


def _distinct(marks: list[Mention]) -> list[Mention]:
    """Drop a mention that repeats another of its sentence ("tomorrow, on November 27")."""
    return [
        mark
        for index, mark in enumerate(marks)
        if not any(
            other.when.start <= mark.when.start and mark.when.end <= other.when.end
            and (other.when != mark.when or place > index)
            and other.form != "relative"
            for place, other in enumerate(marks)
            if place != index
        )
    ]  # fmt: skip


def _event(
    part: str,
    bounds: tuple[int, int],
    mark: Mention,
    language: str,
    reference: date | None,
    others: Sequence[int],
) -> Event | None:
    first, last = bounds
    sentence = part[first:last]
    start, end = mark.start - first, mark.end - first
    if _is_frame(sentence, start, mark) or (reference and mark.when.start - reference > _HORIZON):
        return None
    status = _status(part, mark, sentence, language, reference)
    if status in {"announced", "expected", "confirmed", "tentative"} and words.denied(sentence, language):
        return None
    named = (
        english.name(sentence, start, end) if language == "en" else other.name(sentence, start, end, language)
    )
    if status is None or named is None or not _worth(named, status, mark, sentence, part):
        return None
    place = _place(sentence, start, named, language, [at - first for at in others])
    name = named.name if _whole(sentence, part) else _uncut(named.name, sentence)
    if " " not in name and place is None and status not in {"postponed", "cancelled"}:
        return None  # "Session": of what, where?
    return Event(
        name=name,
        when=_timed(
            _new_day(_duration(mark.when, sentence), status, sentence[:start]), sentence[end:], place
        ),
        place=places.printed(place) if place else "",
        country=place.country if place else "",
        status=status,
        timezone=place.timezone if place else "",
        sentence=sentence,
    )


def _worth(named: Named, status: str, mark: Mention, sentence: str, part: str) -> bool:
    """Tell whether a sentence that is its own name may stand: complete, to come, and near enough to be a date."""
    if named.sure:
        return True
    near = mark.when.precision not in {"month", "year"}
    return status != "past" and near and _whole(sentence, part)


def _whole(sentence: str, part: str) -> bool:
    """Tell a complete sentence from one that a feed has cut off."""
    return sentence[-1] in '.!?…։。”"»)' or (sentence == part.strip() and len(sentence) < 110)


def _uncut(name: str, sentence: str) -> str:
    """Drop the last word of a name where the feed has cut the sentence in it."""
    if not sentence.lower().endswith(name.rsplit(maxsplit=1)[-1].lower()):
        return name
    return re.sub(
        r"(?:\s+(?:of|the|and|with|for|to|in|foreign|minister|ministers|republic|state|federative|transitional))*\s+\S+$",
        "",
        name,
    )


def _is_frame(sentence: str, start: int, mark: Mention) -> bool:
    """Tell the date of a dateline or of a statement from that of an event."""
    before = sentence[:start]
    if mark.form == "day" and len(before) < 48 and before.isupper():
        return True  # "MOSCOW, November 24."
    if re.search(r"(?<!\w)(?:от|dated|№\s?\S+)\s+$", before):
        return True  # the date of a document or a programme
    return bool(_SAID.search(before)) and mark.form in {"weekday", "relative", "day"}


def _status(
    part: str, mark: Mention, sentence: str, language: str, reference: date | None
) -> EventStatus | None:
    way = direction(part, mark.start, mark.end, language)
    if reference is None:
        return words.status(sentence) if way == "future" else None
    if not way and mark.form == "weekday":
        return None  # no verb says whether it is the one before or the one after
    if mark.when.end < reference:
        return "past" if mark.when.precision == "day" and reference - mark.when.end < _STALE else None
    if way != "future" and mark.when.start < reference:
        return None  # a year or month that is running: "grew by 3% in 2025"
    if way != "future" and mark.when.start == reference and mark.form not in _FIRM:
        return None
    return words.status(sentence)


def _place(
    sentence: str, start: int, named: Named, language: str, others: Sequence[int]
) -> places.Place | None:
    if named.where:
        spots = places.find(named.where, language)
        if spots:
            return spots[0].place
    spots = places.find(sentence, language)
    located = [spot for spot in spots if _located(sentence, spot, language)]
    if others:
        # Of two dated events in one sentence each has the places that stand nearer to its own date.
        located = [
            spot for spot in located if all(abs(spot.start - start) < abs(spot.start - at) for at in others)
        ]
    cities = [spot for spot in located if spot.place.city]
    nearest = min(cities or located, key=lambda spot: abs(spot.start - start), default=None)
    return nearest.place if nearest else None


def _located(sentence: str, spot: places.Spot, language: str) -> bool:
    """Tell "in Astana" from "Astana says"."""
    before = sentence[: spot.start].rstrip().lower()
    if language == "en":
        return bool(re.search(r"\b(?:in|to|at|via|host\w*|visit\w*)(?: the)?$", before))
    if language in {"ru", "uk", "be"}:
        return bool(re.search(r"(?<!\w)(?:в|во|на|у|посетит|город|г\.)$", before))
    if language in {"fa", "tg", "ps"}:
        return bool(re.search(r"(?:در|به|شهر|дар|ба|шаҳри|په)$", before))
    word = sentence[spot.start : spot.end].lower()
    return language == "zh" or bool(re.search(r"(?:[dt][aeə]|[дт][аеоө]|ում|ში|ga|ға|ге|га)$", word))


def _new_day(when: When, status: str, before: str) -> When:
    """Read "postponed from 28 November to 5 December" as a move, not as a stretch of days."""
    moved = (
        status == "postponed" and when.precision == "range" and re.search(r"(?<!\w)(?:from|с|со)\s+$", before)
    )
    return single(when.end) if moved else when


def _timed(when: When, behind: str, place: places.Place | None) -> When:
    """Add the hour where it stands right behind the day: "on November 27 at 12:27 MSK"."""
    if when.precision != "day" or not _AT.match(behind):
        return when
    timed = clock(when, behind, place.timezone if place else "")
    # A named zone may shift the day; the day stays the one that the source prints.
    return replace(timed, start=when.start, end=when.end) if timed.instant else when


def _duration(when: When, sentence: str) -> When:
    days = words.lasting(sentence)
    if (
        days > 1
        and when.precision == "day"
        and re.search(r"\b(?:begin|start|kick|нач|c\b|с\b)", sentence, re.IGNORECASE)
    ):
        return replace(
            span(when.start, when.start + timedelta(days=days - 1)), note=f"{days} days from the first"
        )
    return when

"""Dated events that a text announces or reports: summits, visits, exercises, elections, deadlines.

Every event has the sentence that says so; its date is what the sentence says, seen from the day of publication. A
date that allows two readings keeps both. What a text says twice is one event.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from briefings.reading.dates import mentions
from briefings.reading.dates.direction import direction
from briefings.reading.dates.resolve import span
from briefings.reading.events import english, other, places, words
from briefings.reading.events.merge import merge
from briefings.text import sentences
from briefings.types import Event

if TYPE_CHECKING:
    from datetime import date

    from briefings.reading.dates import Mention
    from briefings.reading.events.english import Named
    from briefings.types import EventStatus, When

_DATELINE = re.compile(r"^[^a-zа-яё\n]{3,48}?,?\s*$")
_SAID = re.compile(
    r"\b(?:said|told|says|stated|announced|reported|wrote|posted|published|сообщил\w*|заявил\w*|сказал\w*|گفت|dedi)"
    r"(?:\s+\w+){0,5}\s*$",
    re.IGNORECASE,
)
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
    for part in (title, text):
        marks = mentions(part, language, reference)
        if marks:
            found.extend(_in_part(part, marks, language, reference))
    return merge(found)


def _in_part(part: str, marks: tuple[Mention, ...], language: str, reference: date | None) -> list[Event]:
    events = []
    spans = sentences(part, language)
    for first, last in spans:
        inside = [mark for mark in marks if first <= mark.start < last]
        for mark in _distinct(inside):
            event = _event(part, (first, last), mark, language, reference)
            if event:
                events.append(event)
    return events


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
    part: str, bounds: tuple[int, int], mark: Mention, language: str, reference: date | None
) -> Event | None:
    first, last = bounds
    sentence = part[first:last]
    start, end = mark.start - first, mark.end - first
    if _is_frame(sentence, start, mark) or (reference and mark.when.start - reference > _HORIZON):
        return None
    status = _status(part, mark, sentence, language, reference)
    named = (
        english.name(sentence, start, end) if language == "en" else other.name(sentence, start, end, language)
    )
    if status is None or named is None or (status == "past" and not named.sure):
        return None
    place = _place(sentence, start, named, language)
    return Event(
        name=named.name,
        when=_duration(mark.when, sentence),
        place=places.printed(place) if place else "",
        country=place.country if place else "",
        status=status,
        timezone=place.timezone if place else "",
        sentence=sentence,
    )


def _is_frame(sentence: str, start: int, mark: Mention) -> bool:
    """Tell the date of a dateline or of a statement from that of an event."""
    before = sentence[:start]
    if mark.form == "day" and _DATELINE.match(before) and before.strip():
        return True
    return bool(_SAID.search(before)) and mark.form in {"weekday", "relative", "day"}


def _status(
    part: str, mark: Mention, sentence: str, language: str, reference: date | None
) -> EventStatus | None:
    way = direction(part, mark.start, mark.end, language)
    if reference and mark.when.end < reference:
        return "past" if mark.when.precision == "day" else None
    if (
        reference
        and way == "past"
        and mark.when.start <= reference
        and mark.form in {"weekday", "relative", "year"}
    ):
        return "past" if mark.when.start < reference else None
    return words.status(sentence)  # type: ignore[return-value]


def _place(sentence: str, start: int, named: Named, language: str) -> places.Place | None:
    if named.where:
        spots = places.find(named.where, language)
        if spots:
            return spots[0].place
    spots = places.find(sentence, language)
    located = [spot for spot in spots if _located(sentence, spot, language)]
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

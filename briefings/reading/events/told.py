"""One dated sentence: whether it is an event, which, where, when and how sure."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from briefings.reading.dates import Mention
from briefings.reading.dates.direction import direction
from briefings.reading.dates.resolve import single, span
from briefings.reading.dates.stamp import clock
from briefings.reading.events import english, other, places, words
from briefings.types import Event

if TYPE_CHECKING:
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
_TO_COME = frozenset({"announced", "expected", "confirmed", "tentative"})


class Told(NamedTuple):
    """A sentence with dates, in the title or text that holds it."""

    part: str
    first: int
    last: int
    """Offsets of the sentence in ``part``."""
    language: str
    reference: date | None
    """Day of publication."""
    marks: tuple[Mention, ...]

    @property
    def sentence(self) -> str:
        """Return its words."""
        return self.part[self.first : self.last]


def event(told: Told, mark: Mention) -> Event | None:
    """Return the event that the sentence dates with ``mark``; ``None`` when it dates none."""
    sentence = told.sentence
    start, end = mark.start - told.first, mark.end - told.first
    far = told.reference is not None and mark.when.start - told.reference > _HORIZON
    status = None if far or _is_frame(sentence, start, mark) else _status(told, mark)
    if status is None or (status in _TO_COME and words.denied(sentence, told.language)):
        return None
    named = _named(told, start, end)
    if named is None or not _worth(named, status, mark, told):
        return None
    place = _place(told, start, named)
    name = named.name if _whole(told) else _uncut(named.name, sentence)
    if " " not in name and place is None and status not in {"postponed", "cancelled"}:
        return None  # "Session": of what, where?
    when = _new_day(_duration(mark.when, sentence), status, sentence[:start])
    return Event(
        name=name,
        when=_timed(when, sentence[end:], place),
        place=places.printed(place) if place else "",
        country=place.country if place else "",
        status=status,
        timezone=place.timezone if place else "",
        sentence=sentence,
    )


def _named(told: Told, start: int, end: int) -> Named | None:
    if told.language == "en":
        return english.name(told.sentence, start, end)
    return other.name(told.sentence, start, end, told.language)


def _worth(named: Named, status: str, mark: Mention, told: Told) -> bool:
    """Tell whether a sentence that is its own name may stand: complete, to come, and near enough to be a date."""
    if named.sure:
        return True
    near = mark.when.precision not in {"month", "year"}
    return status != "past" and near and _whole(told)


def _whole(told: Told) -> bool:
    """Tell a complete sentence from one that a feed has cut off."""
    sentence = told.sentence
    return sentence[-1] in '.!?…։。”"»)' or (sentence == told.part.strip() and len(sentence) < 110)


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
    if is_dateline(before, mark):
        return True
    if re.search(r"(?<!\w)(?:от|dated|№\s?\S+)\s+$", before):
        return True  # the date of a document or a programme
    return bool(_SAID.search(before)) and mark.form in {"weekday", "relative", "day"}


def is_dateline(before: str, mark: Mention) -> bool:
    """Tell the date of a dateline by what stands before it: "MOSCOW, November 24."."""
    return mark.form == "day" and len(before) < 48 and before.isupper()


def _status(told: Told, mark: Mention) -> EventStatus | None:
    reference, sentence = told.reference, told.sentence
    way = direction(told.part, mark.start, mark.end, told.language)
    if reference is None:
        return words.status(sentence) if way == "future" else None
    if not way and mark.form == "weekday":
        return None  # no verb says whether it is the one before or the one after
    # "was held on Thursday", told on that Thursday, is as past as what is told the day after.
    if mark.when.end < reference or (way == "past" and mark.when.end == reference):
        return "past" if mark.when.precision == "day" and reference - mark.when.end < _STALE else None
    if way != "future" and mark.when.start < reference:
        return None  # a year or month that is running: "grew by 3% in 2025"
    if way != "future" and mark.when.start == reference and mark.form not in _FIRM:
        return None
    return words.status(sentence)


def _place(told: Told, start: int, named: Named) -> places.Place | None:
    language, sentence = told.language, told.sentence
    others = [mark.start - told.first for mark in told.marks if mark.start - told.first != start]
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

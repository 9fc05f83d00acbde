"""Whether two mentions mean one event, and what becomes of them then."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from briefings.brief.events import eventnames
from briefings.brief.material import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.brief.material.survey import Material
    from briefings.types import Article, Event

_LOOSE = timedelta(days=45)
"""How far a postponed event may move and still be taken for the same one."""
CHANGED = frozenset({"postponed", "cancelled"})
"""Statuses of an event that is not held as announced."""

_KNOWN = frozenset({"confirmed", "past"})
"""Statuses that say more than that it was announced; what one report tells as held was held, whoever announced it."""


@dataclass(frozen=True, slots=True)
class Dated:
    """One event with the articles that tell of it, in order of publication."""

    event: Event
    articles: tuple[Article, ...]
    topics: tuple[str, ...]
    language: str
    """Of the event's name as told."""
    told: str
    """Name as the source words it."""
    also: tuple[Event, ...] = ()
    """The same event with another date, as other articles give it."""
    named: tuple[str, ...] = ()
    """Topics that the name itself mentions."""


def joined(mentions: Sequence[Dated], material: Material) -> list[Dated]:
    """Return each event once; a longer mention may join two that stood apart, so it is repeated until nothing moves."""
    found: list[Dated] = []
    for entry in mentions:
        _add(found, entry, material)
    return found if len(found) == len(mentions) else joined(found, material)


def _add(found: list[Dated], new: Dated, material: Material) -> None:
    for place, known in enumerate(found):
        if _same(known, new, material):
            found[place] = _merged(known, new, material.words.language)
            return
    found.append(new)


def _same(one: Dated, other: Dated, material: Material) -> bool:
    """Whether two mentions are one event: days that meet, and a name, body or place in common."""
    a, b = one.event, other.event
    moved = bool(CHANGED & {a.status, b.status}) and abs(a.when.start - b.when.start) <= _LOOSE
    if not (moved or _days_meet(a, b)) or not eventnames.compatible(a.name, b.name):
        return False
    if a.when.instant and b.when.instant and a.when.instant != b.when.instant and not moved:
        return False
    alike = _alike(one, other, material)
    if moved:
        return alike >= 0.5 and _same_subject(one, other)
    exact = (a.when.start, a.when.end) == (b.when.start, b.when.end)
    where = a.place.casefold() == b.place.casefold() != "" or a.country == b.country != ""
    bodies = {t for t in one.topics if material.topics[t].kind == "body"} & set(other.topics)
    if (
        exact
        and one.articles[0] in other.articles
        and eventnames.kind(a.name) == eventnames.kind(b.name) != ""
    ):
        return True  # a title and its text, in other words
    if (
        exact
        and eventnames.of_leaders(a.name)
        and eventnames.of_leaders(b.name)
        and not (a.place and b.place)
    ):
        return bool(set(one.topics) & set(other.topics))  # "summit", "videoconference of leaders"
    return (alike >= 0.6 and (exact or where)) or bool(bodies and exact and (where or _outcome(a, b)))


def _outcome(a: Event, b: Event) -> bool:
    """Whether one is told as held and either names no place: reports of an outcome seldom say again where it was."""
    return "past" in {a.status, b.status} and not (a.place and b.place)


def _same_subject(one: Dated, other: Dated) -> bool:
    """Whether two mentions share a body, a border or the place: two meetings that are put off may be any two."""
    shared = {t for t in one.topics if not t.startswith("country.")} & set(other.topics)
    countries_only = all(t.startswith("country.") for t in (*one.topics, *other.topics))
    place = one.event.place.casefold() == other.event.place.casefold() != ""
    return bool(shared) or place or (countries_only and bool(set(one.topics) & set(other.topics)))


def _alike(one: Dated, other: Dated, material: Material) -> float:
    """Share of words that two names have in common, the names of their topics aside."""
    a, b = one.event.name, other.event.name
    if one.language != other.language and eventnames.kind(a) == eventnames.kind(b) != "":
        return 0.6  # the same kind of event in two languages, on the same days
    topics = sentences.tokens(" ".join(material.topics[t].name for t in {*one.topics, *other.topics}))
    names = [sentences.tokens(name) - topics or sentences.tokens(name) for name in (a, b)]
    return len(names[0] & names[1]) / max(1, min(map(len, names)))


def _days_meet(a: Event, b: Event) -> bool:
    exact = {"second", "minute", "day", "range", "week"}
    if a.when.precision in exact and b.when.precision in exact:
        return a.when.start <= b.when.end and b.when.start <= a.when.end
    return (a.when.precision, a.when.value) == (b.when.precision, b.when.value)


def _merged(known: Dated, new: Dated, own: str) -> Dated:
    """One entry: the date that says most, the place that is known, the latest status, a name in the own language."""
    a, b = known.event, new.event
    changed = b.status in CHANGED
    base, other = (b, a) if changed or _tells_more(b, a) else (a, b)
    named = max(known, new, key=lambda entry: _well_named(entry, own))
    later = changed or a.status in CHANGED or b.status in _KNOWN
    status = "past" if "past" in {a.status, b.status} and not changed else b.status if later else a.status
    place, country = base.place or other.place, base.country or other.country
    event = replace(base, name=named.event.name, place=place, country=country, status=status)
    also = (*known.also, a) if changed and a.when.start != b.when.start else known.also
    topics = tuple(dict.fromkeys((*known.topics, *new.topics)))
    articles = (*known.articles, *(x for x in new.articles if x not in known.articles))
    return Dated(event, articles, topics, named.language, named.told, also, named.named)


def _well_named(entry: Dated, own: str) -> tuple[bool, bool]:
    """Whether a name is a whole one in the own language, and whether it says what the event is."""
    name = entry.event.name
    return entry.language == own and bool(eventnames.tidied(name)), bool(eventnames.kind(name))


def _tells_more(new: Event, known: Event) -> bool:
    """Whether a date says more: a stretch of days more than its first day, a day more than its month."""
    if "range" in {new.when.precision, known.when.precision}:
        return new.when.precision == "range" and known.when.precision == "day"
    return new.when.end - new.when.start < known.when.end - known.when.start


def apart(found: Sequence[Dated]) -> list[Dated]:
    """Return the entries; those that agree in name and place but not in the day know of each other."""
    result = []
    for entry in found:
        rivals = tuple(
            other.event
            for other in found
            if other is not entry
            and sentences.tokens(other.event.name) == sentences.tokens(entry.event.name)
            and other.event.place == entry.event.place
            and abs(other.event.when.start - entry.event.when.start) <= timedelta(days=10)
        )
        result.append(replace(entry, also=(*entry.also, *rivals)))
    return result

"""Events of all articles, each once: the timeline of the period and what is due after it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from briefings.brief import eventnames, naming, sentences, wording
from briefings.brief.material import chronological
from briefings.brief_types import EventLine

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefings.brief.material import Material, Strand
    from briefings.types import Article, Event, Tagged

_LOOSE = timedelta(days=45)
"""How far a postponed event may move and still be taken for the same one."""
_CHANGED = frozenset({"postponed", "cancelled"})


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


def gather(items: Iterable[Tagged], material: Material) -> tuple[Dated, ...]:
    """Return the events that concern the watched region, each once, by date."""
    found: list[Dated] = []
    for item in sorted(items, key=lambda item: chronological(item.article)):
        for event in item.article.events:
            topics = concerns(event, item, material)
            if topics:
                found.append(Dated(event, (item.article,), topics, item.article.language, event.name))
    return tuple(sorted((_named(e, material) for e in _apart(_joined(found, material))), key=_by_date))


def _joined(mentions: Sequence[Dated], material: Material) -> list[Dated]:
    """Each event once; a longer mention may join two that stood apart, so it is repeated until nothing moves."""
    found: list[Dated] = []
    for entry in mentions:
        _add(found, entry, material)
    return found if len(found) == len(mentions) else _joined(found, material)


def _named(entry: Dated, material: Material) -> Dated:
    """The entry under a name in the brief's language, composed where the sources have none."""
    if entry.language == material.words.language:
        name = entry.event.name
        calm = name.capitalize() if name.isupper() and " " in name else name
        return replace(entry, event=replace(entry.event, name=calm))
    kinds = ("body", "border", "country")
    bodies = sorted(entry.topics, key=lambda t: kinds.index(material.topics[t].kind))
    names = [naming.topic_name(t, material) for t in bodies[:1]]
    return replace(
        entry, event=replace(entry.event, name=eventnames.composed(entry.event.name, names, material.words))
    )


def _by_date(entry: Dated) -> tuple[date, date, str]:
    return entry.event.when.start, entry.event.when.end, entry.event.name


def concerns(event: Event, item: Tagged, material: Material) -> tuple[str, ...]:
    """Return the watched topics of the event's own sentence or place; empty when it is about something else.

    A calendar is wider than the stories: a meeting of a body with members in the region, or of three
    watched states in one of them, is worth a line though a report on it alone is not.
    """
    if vague(event, item.article.language != material.words.language):
        return ()
    found = [t for t in material.counted(item) if material.topics[t.topic].kind != "theme"]
    spots = _spots(event.sentence, item.article)
    near = [
        t for t in found if any((s.zone, True) == (z, a <= s.start < b) for s in t.spans for z, a, b in spots)
    ]
    place = [t for t in found if event.country and t.topic == f"country.{event.country.lower()}"]
    named = [t for t in found if t.topic in event.topics]
    topics = tuple(dict.fromkeys(t.topic for t in (*named, *near, *place)))
    return topics if _regional(topics, material) or (place and _multilateral(topics)) else ()


def vague(event: Event, foreign: bool) -> bool:
    """Say whether an event is too little of one for a calendar: a review of the press, "in 2026" without a kind.

    One without a kind that is told in another language could only be named "event".
    """
    if sentences.is_bulletin(event.sentence):
        return True
    return (event.when.precision == "year" or foreign) and not eventnames.kind(event.name)


def _multilateral(topics: Sequence[str]) -> bool:
    return sum(topic.startswith("country.") for topic in topics) >= 3


def _regional(topics: Sequence[str], material: Material) -> bool:
    known = [material.topics[t] for t in topics]
    if any(topic.regional for topic in known):
        return True
    home = {
        c
        for topic in material.topics.values()
        if topic.kind == "country" and topic.regional
        for c in topic.countries
    }
    home |= {
        t.removeprefix("country.").upper()
        for t, topic in material.topics.items()
        if t[:7] == "country" and topic.regional
    }
    return any(topic.kind == "body" and len(home & set(topic.countries)) >= 2 for topic in known)


def lines(dated: Sequence[Dated], material: Material) -> tuple[EventLine, ...]:
    """Return the lines of timeline and outlook; what lies before the period or beyond the horizon is left out."""
    period = material.given.period
    first = period.start.date()
    last = period.end.date() + timedelta(days=material.given.options.horizon_days)
    known = {line.id: line for issue in material.given.previous for line in issue.events}
    return tuple(
        _line(entry, material, known)
        for entry in dated
        if first <= entry.event.when.end and entry.event.when.start <= last
    )


def is_ahead(event: Event, material: Material) -> bool:
    """Say whether an event is still to come at the cut-off; on its very day only a stated time tells."""
    cutoff = material.given.cutoff
    if event.when.instant is not None:
        return event.when.instant > cutoff
    today = (cutoff - timedelta(microseconds=1)).astimezone(_zone(event, material)).date()
    return event.when.start > today or (
        event.when.end > today and event.when.precision not in {"range", "year"}
    )


def main_event(strand: Strand, dated: Sequence[Dated]) -> Event | None:
    """Return the event that a story is about: told by most of its reports, or met in the titles of many."""
    ids = {item.article.id for item in strand.fresh}
    best: tuple[float, str, Event] | None = None
    for entry in dated:
        told = tuple(a.id for a in entry.articles if a.id in ids)
        if not told or entry.event.when.precision in {"year", "month", "unknown"}:
            continue
        share, met = len(told) / len(ids), sum(_met(entry, item) for item in strand.fresh)
        fits = (share >= 0.5 and _titled(entry, ids) >= 0.5) or met >= max(3, 0.3 * len(ids))
        worth = (share + met / len(ids), entry.event.name)
        if fits and (best is None or worth > best[:2]):
            best = (*worth, replace(entry.event, articles=told))
    return best[2] if best else None


def _titled(entry: Dated, ids: set[str]) -> float:
    """Share of the name's words in the titles of the articles that tell the event."""
    name = sentences.stems(entry.told)
    shares = [len(name & sentences.stems(a.title)) / max(1, len(name)) for a in entry.articles if a.id in ids]
    return sum(shares) / len(shares)


def _met(entry: Dated, item: Tagged) -> bool:
    """Whether a title names the event's body (its country, when it has none) and its kind or place."""
    title = item.article.title.casefold()
    own = {t for t in entry.topics if not t.startswith("country.")} or set(entry.topics)
    if not any(tag.topic in own and any(s.zone == "title" for s in tag.spans) for tag in item.tags):
        return False
    place, kinds = entry.event.place.partition(",")[0].casefold(), (eventnames.kind(title), entry.event.name)
    return bool(place and place in title) or bool(kinds[0] and eventnames.compatible(title, entry.event.name))


def outcome_unknown(event: Event, topics: Sequence[str], material: Material) -> bool:
    """Say whether the event's day has passed and nothing collected since can tell of it.

    Any relevant article of that day or later on one of the event's bodies, borders or its place's country may; then
    nothing is claimed.
    """
    if is_ahead(event, material) or event.status in _CHANGED or event.status == "past":
        return False
    own = {t for t in topics if not t.startswith("country.")} or set(topics)
    own |= {f"country.{event.country.lower()}"} & set(material.topics)
    return not any(
        item.article.published
        and item.article.published.start >= event.when.start
        and own & {tag.topic for tag in material.counted(item)}
        for item in material.relevant.values()
    )


def _spots(sentence: str, article: Article) -> list[tuple[str, int, int]]:
    """Where the event's sentence stands."""
    places = []
    for zone, text in (("title", article.title), ("text", article.text)):
        at = text.find(sentence) if sentence else -1
        if at >= 0:
            places.append((zone, at, at + len(sentence)))
    return places


def _add(found: list[Dated], new: Dated, material: Material) -> None:
    for place, known in enumerate(found):
        if _same(known, new, material):
            found[place] = _merged(known, new, material.words.language)
            return
    found.append(new)


def _same(one: Dated, other: Dated, material: Material) -> bool:
    """Whether two mentions are one event: days that meet, and a name, body or place in common."""
    a, b = one.event, other.event
    moved = bool(_CHANGED & {a.status, b.status}) and abs(a.when.start - b.when.start) <= _LOOSE
    if not (moved or _days_meet(a, b)) or not eventnames.compatible(a.name, b.name):
        return False
    if a.when.instant and b.when.instant and a.when.instant != b.when.instant and not moved:
        return False
    alike = _alike(one, other, material)
    if moved:
        return alike >= 0.5
    exact = (a.when.start, a.when.end) == (b.when.start, b.when.end)
    where = a.place.casefold() == b.place.casefold() != "" or a.country == b.country != ""
    bodies = {t for t in one.topics if material.topics[t].kind == "body"} & set(other.topics)
    if (
        exact
        and one.articles[0] in other.articles
        and eventnames.kind(a.name) == eventnames.kind(b.name) != ""
    ):
        return True  # a title and its text, in other words
    return (alike >= 0.6 and (exact or where)) or bool(bodies and exact and where)


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
    changed = b.status in _CHANGED
    base, other = (b, a) if changed or _tells_more(b, a) else (a, b)
    named = new if new.language == own != known.language else known
    status = b.status if changed or a.status in _CHANGED or b.status == "confirmed" else a.status
    place, country = base.place or other.place, base.country or other.country
    event = replace(base, name=named.event.name, place=place, country=country, status=status)
    also = (*known.also, a) if changed and a.when.start != b.when.start else known.also
    topics = tuple(dict.fromkeys((*known.topics, *new.topics)))
    articles = (*known.articles, *(x for x in new.articles if x not in known.articles))
    return Dated(event, articles, topics, named.language, named.told, also)


def _tells_more(new: Event, known: Event) -> bool:
    """Whether a date says more: a stretch of days more than its first day, a day more than its month."""
    if "range" in {new.when.precision, known.when.precision}:
        return new.when.precision == "range" and known.when.precision == "day"
    return new.when.end - new.when.start < known.when.end - known.when.start


def _apart(found: Sequence[Dated]) -> list[Dated]:
    """Entries that agree in name and place but not in the day know of each other."""
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


def _line(entry: Dated, material: Material, known: dict[str, EventLine]) -> EventLine:
    event = entry.event
    before = known.get(name := _identity(entry))
    line = EventLine(
        id=name,
        name=event.name[:1].upper() + event.name[1:],
        start=_iso(event, event.when.start),
        end=event.when.end.isoformat(),
        precision=event.when.precision,
        place=event.place,
        status=event.status,
        topics=entry.topics,
        refs=material.ref(entry.articles[:3]),
        timezone=event.timezone,
        time=_time(event, material),
        ahead=is_ahead(event, material),
        date_text=wording.when(event.when, material.words),
        caveat=_caveat(entry, material),
    )
    if before is None:
        return line
    changed = (before.start, before.end, before.status) != (line.start, line.end, line.status)
    return replace(line, sequence=before.sequence + changed)


def _identity(entry: Dated) -> str:
    """An id that stays when the event is postponed: its name and the first day announced for it."""
    first = min((e.when.start for e in (entry.event, *entry.also)), default=entry.event.when.start)
    key = " ".join(sorted(sentences.tokens(entry.event.name))) + f"|{first.isoformat()}"
    return "event-" + hashlib.sha256(key.encode()).hexdigest()[:12]


def _iso(event: Event, day: date) -> str:
    return event.when.value if event.when.precision in {"month", "year"} else day.isoformat()


def _caveat(entry: Dated, material: Material) -> str:
    event, say = entry.event, material.words.say
    parts = []
    for other in entry.also:
        key = "was_on" if event.status in _CHANGED else "other_date"
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

"""The dated events of all articles that concern the watched region, each once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefings.brief.events import eventnames
from briefings.brief.events.same_event import Dated, apart, joined
from briefings.brief.material import naming, sentences
from briefings.brief.material.corrections import taken_back
from briefings.brief.material.survey import chronological
from briefings.brief.material.titles import MARK
from briefings.text.bulletins import is_bulletin

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from briefings.brief.material.survey import Material, Strand
    from briefings.types import Article, Event, Tagged


def gather(items: Iterable[Tagged], material: Material) -> tuple[Dated, ...]:
    """Return the events that concern the watched region, each once, by date; one that was taken back is none."""
    found: list[Dated] = []
    notices = taken_back(material)
    for item in sorted(items, key=lambda item: chronological(item.article)):
        for event in item.article.events:
            topics = concerns(event, item, material)
            if _is_meant(event, notices.get(item.article.id, "")):
                continue
            if topics:
                said = _said(event, item, material)
                language = item.article.language
                found.append(Dated(event, (item.article,), topics, language, event.name, named=said))
    named = (_named(entry, material) for entry in apart(joined(found, material)))
    return tuple(sorted((entry for entry in named if entry is not None), key=_by_date))


def _said(event: Event, item: Tagged, material: Material) -> tuple[str, ...]:
    """Return the topics that the event's name mentions."""
    name, texts = event.name.casefold(), {"title": item.article.title, "text": item.article.text}
    found = [(tag, texts.get(s.zone, "")[s.start : s.end].casefold()) for tag in item.tags for s in tag.spans]
    known = [tag.topic for tag, words in found if words and words in name and tag.kind != "theme"]
    return tuple(dict.fromkeys(topic for topic in known if topic in material.topics))


def _is_meant(event: Event, notice: str) -> bool:
    """Whether a correction of the report is about this event: it speaks of it in half of its words or more."""
    words = sentences.stems(event.name)
    return bool(notice) and 2 * len(words & sentences.stems(notice)) >= len(words) > 0


def _named(entry: Dated, material: Material) -> Dated | None:
    """The entry under a name in the brief's language, composed where the sources have none.

    None when all that could be said is that there was a session: it tells nobody who met.
    """
    words, own = material.words, entry.language == material.words.language
    names = [naming.topic_name(t, material) for t in _concerned(entry, material)]
    where = entry.event.place.partition(",")[0]
    name = eventnames.tidied(entry.event.name) if own and not _cut_off(entry, material) else ""
    if not names and len(name.split()) <= 2:
        return None
    if not name:
        name = eventnames.composed(entry.event.name, names, words, entry.event.sentence)
    elif not entry.named and not (where and where.casefold() in name.casefold()):
        name = eventnames.completed(name, names, words)
    return replace(entry, event=replace(entry.event, name=name))


def _concerned(entry: Dated, material: Material) -> tuple[str, ...]:
    """Return whom an event concerns: those whom its name mentions, bodies before borders before countries.

    Where it mentions nobody: the one body or border of its sentence, else up to three countries.
    """
    for topics in (entry.named, entry.topics):
        kinds = [material.topics[t].kind for t in topics]
        guessed = topics is entry.topics
        for kind in ("body", "border"):
            found = tuple(t for t, k in zip(topics, kinds, strict=True) if k == kind)
            if found and not (guessed and kinds.count("body") + kinds.count("border") > 1):
                return found[:3]
        countries = tuple(t for t, k in zip(topics, kinds, strict=True) if k == "country")
        if 0 < len(countries) <= 3:
            return countries
    return ()


def _cut_off(entry: Dated, material: Material) -> bool:
    """Whether the name runs into the end of a title that a feed cut."""
    article = entry.articles[0]
    article = material.relevant[article.id].article if article.id in material.relevant else article
    last = sentences.WORD.findall(entry.event.name)[-1:]
    return MARK in article.flags and bool(last) and last[0].casefold() in article.title.casefold()[-40:]


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
    if (not topics and not event.topics) or eventnames.of_both(event.name):
        topics = (*_of_article(event, item, material), *topics)
    return topics if _regional(topics, material) or (place and _multilateral(topics)) else ()


def _of_article(event: Event, item: Tagged, material: Material) -> tuple[str, ...]:
    """The border that an article is about, for an event of it whose sentence names nobody and no other country.

    "The delegations are to meet on 4 December": those of whom the article tells.
    """
    borders = [t for t in material.counted(item) if t.kind == "border"]
    borders = [t for t in borders if t.level == "primary"] or borders
    if len(borders) != 1:
        return ()
    topic = material.topics[borders[0].topic]
    return (topic.id,) if not event.country or event.country in topic.countries else ()


def vague(event: Event, foreign: bool) -> bool:
    """Say whether an event is too little of one for a calendar: a review of the press, "in 2026" without a kind.

    One without a kind that is told in another language could only be named "event".
    """
    if is_bulletin(event.sentence):
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


def _spots(sentence: str, article: Article) -> list[tuple[str, int, int]]:
    """Where the event's sentence stands."""
    places = []
    for zone, text in (("title", article.title), ("text", article.text)):
        at = text.find(sentence) if sentence else -1
        if at >= 0:
            places.append((zone, at, at + len(sentence)))
    return places

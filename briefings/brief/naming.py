"""Headlines and lines that are composed from fields: topics, places, dates, counts; and titles that may stand in."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from briefings.brief import wording
from briefings.brief.concepts import spoken_of
from briefings.brief.material import COUNTED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.brief.material import Material, Strand
    from briefings.types import Article, Event, Tagged

_LONGEST = 14
"""Words of a headline (docs/method.md, limits)."""


def topic_name(topic: str, material: Material) -> str:
    """Return a topic's name in the brief's language."""
    known = material.topics[topic]
    names = known.aliases.get(material.words.language, ())
    return known.name if material.words.language == "en" or not names else names[0]


def prose_name(topic: str, material: Material, key: str = "border_name") -> str:
    """Return a topic's name as a sentence uses it: a border's pair of countries with the word for border."""
    name = topic_name(topic, material)
    plain = material.topics[topic].kind == "border" and re.fullmatch(r"[\w\s]+[–-][\w\s]+(?<! border)", name)
    return material.words.say(key, name=name) if plain else name


def subjects(strand: Strand, material: Material, most: int = 3) -> tuple[str, ...]:
    """Return ids of the borders, bodies and countries that the story is about, most spoken of first.

    Countries outside the watched region stand only where there is nothing else, the two of a named border never.
    """
    tally = _tally(strand.fresh or strand.now, material, frozenset({"border", "body", "country"}))
    tally = {t: n for t, n in tally.items() if material.topics[t].regional} or tally
    found = [t for t, n in tally.items() if n >= 0.25 * max(tally.values())]
    borders = {
        c for t in found[:most] if material.topics[t].kind == "border" for c in material.topics[t].countries
    }
    return tuple(t for t in found if t.removeprefix("country.").upper() not in borders)[:most]


def theme(strand: Strand, material: Material) -> str:
    """Return the theme under which the story stands; blank when none of its reports of the period carries one.

    The story's own theme comes first, unless only a digest or an earlier report has it.
    """
    found = _tally(strand.now, material, frozenset({"theme"}))
    return strand.story.theme if strand.story.theme in found else next(iter(found), "")


def foreign_line(
    strand: Strand,
    cited: Sequence[Article],
    articles: Sequence[Article],
    material: Material,
    *,
    follows: bool,
) -> str:
    """Return the line composed for articles of one language that is not the brief's."""
    say = material.words.say
    values = {
        "outlets": outlets(articles, material),
        "language": material.words.name_of(articles[0].language),
        "date": dates(articles, material),
    }
    about = [prose_name(t, material, "border_the") for t in subjects(strand, material)]
    if follows or not about:
        return say("foreign_more", **values)
    words = spoken(articles, material)
    label = "" if words else theme(strand, material)
    known = " ".join(about).casefold()
    places = [e.place for a in cited for e in a.events if e.place and _own_script(e.place, material)]
    where = next((place for place in places if place.partition(",")[0].casefold() not in known), "")
    return say(
        "foreign",
        topics=material.words.listed(about),
        theme=say("foreign_theme", theme=_in_prose(topic_name(label, material))) if label else "",
        place=say("foreign_place", place=where) if where else "",
        words=say("foreign_words", words=words) if words else "",
        **values,
    )


def spoken(articles: Sequence[Article], material: Material) -> str:
    """Return what most of the reports speak of, in the brief's language: ``ceasefire and peacekeepers``."""
    return material.words.listed([material.words.say(f"of_{name}") for name in spoken_of(articles)])


def outlets(articles: Sequence[Article], material: Material) -> str:
    """Return up to three outlets by name and the number of others."""
    names = sorted({material.outlet(article) for article in articles})
    if len(names) > 3:
        names = [
            *names[:2],
            material.words.noun("others", len(names) - 2).format(count=len(names) - 2),
        ]
    return material.words.listed(names)


def dates(articles: Sequence[Article], material: Material) -> str:
    """Return the days of publication, first to last."""
    days = sorted(article.published.start for article in articles if article.published)
    return wording.span(days[0], days[-1], material.words) if days else material.words.say("undated")


def of_event(strand: Strand, event: Event, material: Material) -> str:
    """Return a headline made of an event: name, place, date and, where there is room, the border."""
    say, date = material.words.say, wording.when(event.when, material.words, weekday=False)
    place = event.place if event.place and event.place.casefold() not in event.name.casefold() else ""
    key = "headline_event" if place else "headline_event_noplace"
    text = say(key, event=_capital(event.name), place=place, date=date)
    borders = [t for t in subjects(strand, material) if material.topics[t].kind == "border"][:1]
    name = prose_name(borders[0], material) if borders else ""
    if name and name not in text and len(text.split()) < _LONGEST - 2:
        return say("headline_topics", event=text, topics=name)
    return text


def of_topics(strand: Strand, material: Material) -> str:
    """Return a headline made of topics, what the reports speak of, their languages and days of publication."""
    items = [item.article for item in strand.fresh]
    names = material.words.listed([prose_name(t, material) for t in subjects(strand, material, 2)])
    words, label = spoken(items, material), theme(strand, material)
    spoken_in = sorted({article.language for article in items})
    values = {
        "topics": names or material.words.say("other_theme"),
        "date": dates(items, material),
        "reports": material.words.noun("reports", len(items)),
        "language": material.words.listed([material.words.name_of(code) for code in spoken_in]),
        "theme": words or (_in_prose(topic_name(label, material)) if label else ""),
    }
    keys = ("headline_foreign", "headline_theme") if values["theme"] else ("headline_foreign_notheme",)
    texts = [material.words.say(key, **values) for key in keys]
    return next((text for text in texts if len(text.split()) <= _LONGEST), texts[-1])


def _in_prose(name: str) -> str:
    """A theme's name inside a sentence: "Border security" loses its capital, "NATO" and "C5+1" do not."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def _tally(items: Sequence[Tagged], material: Material, kinds: frozenset[str]) -> dict[str, int]:
    """Topics by how much the reports speak of them, most first."""
    counts: Counter[str] = Counter()
    for item in items:
        for tag in item.tags:
            if tag.kind in kinds and tag.level in COUNTED and tag.topic in material.topics:
                counts[tag.topic] += 4 if tag.level == "primary" else 1
    return {t: counts[t] for t in sorted(counts, key=lambda t: (-counts[t], t))}


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _own_script(text: str, material: Material) -> bool:
    return text.isascii() or material.words.language != "en"

"""Headlines and lines that are composed from fields: topics, places, dates, counts; and titles that may stand in."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from briefings.brief import sentences, wording
from briefings.brief.material import COUNTED, chronological
from briefings.brief.severity import severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.brief.material import Material, Strand
    from briefings.types import Article, Event, Tagged

_LONGEST = 14
"""Words of a headline (brief-anatomy section 1, no. 6)."""
_BAIT = re.compile(
    r"\b(you won.t believe|what happens next|shocking|here.s why|what we know|everything you need|must.see|watch:|"
    r"video:|live:|photos?:|opinion:|press review)|шок\b|сенсаци|вы не поверите|видео:|фото:",
    re.IGNORECASE,
)


_CEREMONY = re.compile(
    r"\b(arrives?|departs?|greets?|welcomes?|to (visit|meet|attend|begin|take part|speak|hold|discuss|arrive))\b"
    r"|прибы|приле|встретил|примет участие|проведет|проведёт",
    re.IGNORECASE,
)
"""Comings, goings and intentions: a title that tells what came of them says more."""


class Headline(NamedTuple):
    """A headline with what it rests on."""

    text: str
    basis: str
    articles: tuple[Article, ...]


def headline(strand: Strand, event: Event | None, material: Material) -> Headline:
    """Return a headline: entered by a person, composed from the event, an outlet's title, or from topics."""
    edit = material.given.edits.headlines.get(strand.story.id)
    if edit is not None:
        return Headline(edit.text, "person", tuple(i.article for i in strand.fresh[:1]))
    if event is not None:
        told = tuple(i.article for i in strand.fresh if i.article.id in event.articles)[:2]
        return Headline(_of_event(strand, event, material), "composed", told or (strand.fresh[0].article,))
    title = best_title(strand, material)
    if title is not None:
        return Headline(sentences.tidy(title.title), "title", (title,))
    return Headline(_of_topics(strand, material), "composed", tuple(i.article for i in strand.fresh[:2]))


def best_title(strand: Strand, material: Material) -> Article | None:
    """Return the article whose title says best what the story is.

    That is what the others say too, about watched topics, in grave words; with the latest count where counts
    differ; later articles know more.
    """
    fit = [i for i in strand.fresh if i.article.language == material.words.language and _fit(i.article)]
    latest = _latest_count(strand, {i.article.id for i in fit})
    fit = [i for i in fit if i.article.id in latest] or fit
    if not fit:
        return None
    words = Counter(word for item in fit for word in sentences.stems(item.article.title))
    fit.sort(key=lambda i: chronological(i.article))
    worth = [_worth(i, words, len(fit), material) + 0.12 * place / len(fit) for place, i in enumerate(fit)]
    return fit[worth.index(max(worth))].article


def _latest_count(strand: Strand, ids: set[str]) -> set[str]:
    """Articles that give the newest figure of a story whose figures differ (case 14)."""
    figures = [f for f in strand.story.figures if ids & set(f.articles)]
    if len({(f.what, f.value) for f in figures}) < 2:
        return set()
    newest = max(figures, key=lambda f: (f.day, f.corrected, f.value))
    return ids & set(newest.articles)


def topic_name(topic: str, material: Material) -> str:
    """Return a topic's name in the brief's language."""
    known = material.topics[topic]
    names = known.aliases.get(material.words.language, ())
    return known.name if material.words.language == "en" or not names else names[0]


def subjects(strand: Strand, material: Material, most: int = 3) -> tuple[str, ...]:
    """Return ids of the borders, bodies and countries that the story is about, most spoken of first.

    Countries outside the watched region stand only where there is nothing else, the two of a named border never.
    """
    found = _tally(strand.fresh or strand.now, material, frozenset({"border", "body", "country"}))
    found = [t for t in found if material.topics[t].regional] or found
    borders = {
        c for t in found[:most] if material.topics[t].kind == "border" for c in material.topics[t].countries
    }
    return tuple(t for t in found if t.removeprefix("country.").upper() not in borders)[:most]


def theme(strand: Strand, material: Material) -> str:
    """Return the theme under which the story stands; blank when none of the watched ones fits."""
    if strand.story.theme in material.topics:
        return strand.story.theme
    found = _tally(strand.now, material, frozenset({"theme"}))
    return found[0] if found else ""


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
    about = [topic_name(t, material) for t in subjects(strand, material)]
    if follows or not about:
        return say("foreign_more", **values)
    label = theme(strand, material)
    known = " ".join(about).casefold()
    places = [e.place for a in cited for e in a.events if e.place and _own_script(e.place, material)]
    where = next((place for place in places if place.partition(",")[0].casefold() not in known), "")
    return say(
        "foreign",
        topics=material.words.listed(about),
        theme=say("foreign_theme", theme=topic_name(label, material)) if label else "",
        place=say("foreign_place", place=where) if where else "",
        **values,
    )


def outlets(articles: Sequence[Article], material: Material) -> str:
    """Return up to three outlets by name and the number of others."""
    names = sorted({material.outlet(article) for article in articles})
    if len(names) > 3:
        names = [
            *names[:2],
            material.words.count("others", len(names) - 2).split(" ", 1)[1].format(count=len(names) - 2),
        ]
    return material.words.listed(names)


def dates(articles: Sequence[Article], material: Material) -> str:
    """Return the days of publication, first to last."""
    days = sorted(article.published.start for article in articles if article.published)
    return wording.span(days[0], days[-1], material.words) if days else material.words.say("undated")


def _of_event(strand: Strand, event: Event, material: Material) -> str:
    say, date = material.words.say, wording.when(event.when, material.words, weekday=False)
    place = event.place if event.place and event.place.casefold() not in event.name.casefold() else ""
    key = "headline_event" if place else "headline_event_noplace"
    text = say(key, event=_capital(event.name), place=place, date=date)
    borders = [t for t in subjects(strand, material) if material.topics[t].kind == "border"][:1]
    name = topic_name(borders[0], material) if borders else ""
    if name and name not in text and len(text.split()) < _LONGEST - 2:
        return say("headline_topics", event=text, topics=name)
    return text


def _of_topics(strand: Strand, material: Material) -> str:
    items = [item.article for item in strand.fresh]
    names = material.words.listed([topic_name(t, material) for t in subjects(strand, material, 2)])
    label = theme(strand, material)
    values = {"topics": names or material.words.say("other_theme"), "date": dates(items, material)}
    if label:
        return material.words.say("headline_foreign", theme=topic_name(label, material), **values)
    count, language = material.words.count("reports", len(items)), material.words.name_of(items[0].language)
    return material.words.say("headline_foreign_notheme", reports=count, language=language, **values)


def _tally(items: Sequence[Tagged], material: Material, kinds: frozenset[str]) -> list[str]:
    counts: Counter[str] = Counter()
    for item in items:
        for tag in item.tags:
            if tag.kind in kinds and tag.level in COUNTED and tag.topic in material.topics:
                counts[tag.topic] += 4 if tag.level == "primary" else 1
    return sorted(counts, key=lambda t: (-counts[t], t))


def _fit(article: Article) -> bool:
    """Whether a title may head a story: whole, calm, no question, written as a sentence (fault F04)."""
    title = sentences.tidy(article.title)
    if sentences.retracted(article) or not sentences.quotable_title(article) or not _calm(title):
        return False
    first = next((c for c in title if c.isalnum()), "")
    return first == first.upper() and not ("?" in title or "؟" in title or _BAIT.search(title))


def _calm(title: str) -> bool:
    """Whether a title does not shout; long words in capitals that are no abbreviation do."""
    letters = [c for c in title if c.isalpha()]
    loud = len(letters) > 8 and sum(c.isupper() for c in letters) > 0.6 * len(letters)
    return not loud and not any(len(word) >= 7 and word.isupper() for word in sentences.WORD.findall(title))


def _worth(item: Tagged, words: Counter[str], many: int, material: Material) -> float:
    """How well a title stands for its story."""
    title = sentences.tidy(item.article.title)
    own = sentences.stems(title)
    central = sum(words[word] for word in own) / (many * max(6, len(own)))
    named = {t.topic for t in material.counted(item) if any(s.zone == "title" for s in t.spans)}
    grave = severity(title, material.given.options.severity) - 1
    fits = 4 <= len(title.split()) <= _LONGEST
    ceremony = bool(_CEREMONY.search(title))
    return round(central + 0.08 * min(4, len(named)) + 0.15 * grave + 0.1 * fits - 0.15 * ceremony, 4)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _own_script(text: str, material: Material) -> bool:
    return text.isascii() or material.words.language != "en"

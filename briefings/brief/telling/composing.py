"""Headlines and lines that are composed from fields: topics, places, dates, counts."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from briefings.brief.language import wording
from briefings.brief.material import naming
from briefings.brief.weighing.concepts import spoken_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefings.brief.material.survey import Material, Strand
    from briefings.types import Article, Event

_LONGEST = 14
"""Words of a headline (docs/method.md, limits)."""


def foreign_line(
    strand: Strand,
    cited: Sequence[Article],
    articles: Sequence[Article],
    material: Material,
    *,
    follows: bool,
) -> str:
    """Return the line composed for articles of one language that is not the brief's."""
    say, names = material.words.say, _outlet_names(articles, material)
    values = {
        "outlets": outlets(articles, material),
        "reported": material.words.noun("reported", len(names)),
        "language": material.words.in_language(articles[0].language),
        "date": dates(articles, material),
    }
    about = naming.together(naming.subjects(strand, material), material, "border_the")
    words = spoken(articles, material, "reports_on")
    if follows or not about:
        return say("foreign_more_words" if words else "foreign_more", words=words, **values)
    values["topics"] = about
    values["place"] = _where(cited, about.casefold(), material)
    label = naming.theme(strand, material)
    if words:
        line = say("foreign_words", words=words, **values)
    elif label:
        line = say("foreign_theme", theme=naming.in_prose(naming.topic_name(label, material)), **values)
    else:
        line = say("foreign", **values)
    return line + counted(strand, cited, material)


def summed(strand: Strand, counts: Mapping[str, str], material: Material) -> str:
    """Return the line composed for all reports of a story: how many, and what they speak of; blank when unknown."""
    items, words = [item.article for item in strand.fresh], material.words
    said = _subject(items, material)
    about = naming.together(naming.subjects(strand, material), material, "border_the")
    if not said or not about:
        return ""
    spoken_in = sorted({article.language for article in items})
    return words.say(
        "told_words",
        words=said,
        topics=about,
        date=dates(items, material),
        language=words.listed([words.in_language(code) for code in spoken_in]),
        **counts,
    )


def _where(cited: Sequence[Article], known: str, material: Material) -> str:
    """The first place of the events told that the line does not name anyhow."""
    places = [
        naming.place_name(event, material) for article in cited for event in article.events if event.place
    ]
    here = [place for place in places if place.partition(",")[0].partition("،")[0].casefold() not in known]
    return material.words.say("foreign_place", place=here[0]) if here else ""


def counted(strand: Strand, cited: Sequence[Article], material: Material) -> str:
    """Return the latest count of each kind that the cited articles give, as a sentence with a space before it."""
    ids = {article.id for article in cited}
    latest = {
        (f.what, f.side): f
        for f in sorted(strand.story.figures, key=lambda f: (f.day, f.value))
        if ids & set(f.articles)
    }
    if not latest:
        return ""
    say = material.words.say
    said = [say("count_of", what=naming.counted(*of, material), value=f.value) for of, f in latest.items()]
    return say("foreign_counts", counts=say("comma").join(said))


def spoken(articles: Sequence[Article], material: Material, case: str = "") -> str:
    """Return what most of the reports speak of, in the brief's language: ``ceasefire and peacekeepers``.

    With a ``case`` the words stand in the form that a language needs behind "reported on".
    """
    words = material.words
    return words.listed([words.form(f"of_{name}", 1 if case else 0) for name in spoken_of(articles)])


def by(article: Article, material: Material) -> dict[str, str]:
    """Return who says it, with the chain behind him, and the day on which it was published."""
    return {
        "outlet": material.outlets.chain(article, material.words),
        "date": wording.published(article.published, material.words),
    }


def outlets(articles: Sequence[Article], material: Material) -> str:
    """Return up to three outlets by name and the number of others."""
    names = _outlet_names(articles, material)
    if len(names) > 3:
        names = [
            *names[:2],
            material.words.noun("others", len(names) - 2).format(count=len(names) - 2),
        ]
    return material.words.listed(names)


def _outlet_names(articles: Sequence[Article], material: Material) -> list[str]:
    return sorted({material.outlet(article) for article in articles})


def dates(articles: Sequence[Article], material: Material) -> str:
    """Return the days of publication, first to last."""
    days = sorted(article.published.start for article in articles if article.published)
    return wording.span(days[0], days[-1], material.words) if days else material.words.say("undated")


def of_event(strand: Strand, event: Event, material: Material) -> str:
    """Return a headline made of an event: name, place, date and, where there is room, the border."""
    say, date = material.words.say, wording.when(event.when, material.words, weekday=False)
    place = naming.place_name(event, material) if event.place.casefold() not in event.name.casefold() else ""
    key = "headline_event" if place else "headline_event_noplace"
    text = say(key, event=_capital(event.name), place=place, date=date)
    borders = [t for t in naming.subjects(strand, material) if material.topics[t].kind == "border"][:1]
    name = naming.prose_name(borders[0], material) if borders else ""
    if name and name.partition(" (")[0] not in text and len(text.split()) < _LONGEST - 2:
        return say("headline_topics", event=text, topics=name)
    return text


def of_topics(strand: Strand, material: Material) -> str:
    """Return a headline made of topics, what the reports speak of, their languages and days of publication."""
    items, words = [item.article for item in strand.fresh], material.words
    names = naming.together(naming.subjects(strand, material, 2), material)
    said, label = _subject(items, material), naming.theme(strand, material)
    spoken_in = sorted({article.language for article in items})
    values = {
        "topics": names or words.say("other_theme"),
        "date": dates(items, material),
        "reports": words.form("reports_told", len(items) > 1),
        "language": words.listed([words.in_language(code) for code in spoken_in]),
        "words": said,
        "theme": naming.in_prose(naming.topic_name(label, material)) if label else "",
    }
    if not said and not label:
        return _capital(words.say("headline_foreign_notheme", **values))
    kind = "words" if said else "theme"
    texts = [_capital(words.say(f"headline_{key}_{kind}", **values)) for key in ("foreign", "plain")]
    return next((text for text in texts if len(text.split()) <= _LONGEST), texts[-1])


def _subject(items: Sequence[Article], material: Material) -> str:
    """What all reports speak of, else what those of the commonest language do."""
    counts = Counter(article.language for article in items)
    most = min(counts, key=lambda language: (-counts[language], language))
    return spoken(items, material, "reports_on") or spoken(
        [article for article in items if article.language == most], material, "reports_on"
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

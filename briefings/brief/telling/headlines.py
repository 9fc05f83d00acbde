"""Headlines: composed from the event's fields where these are known, else an outlet's title, attributed."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from briefings.brief.material import sentences
from briefings.brief.material.survey import chronological
from briefings.brief.telling import composing
from briefings.brief.weighing.concepts import severity, spoken_of
from briefings.reading.concepts import met

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefings.brief.material.survey import Material, Strand
    from briefings.types import Article, Event, Tagged

LONGEST = 14
"""Words of a headline (docs/method.md, limits)."""

_BAIT = re.compile(
    r"\b(you won.t believe|what happens next|shocking|here.s why|what we know|everything you need|must.see|watch:|"
    r"video:|live:|photos?:|opinion:|press review)|шок\b|сенсаци|вы не поверите|видео:|фото:",
    re.IGNORECASE,
)


_CEREMONY = re.compile(
    r"\b(arrives?|departs?|greets?|welcomes?|to (visit|meet|attend|begin|take part|speak|hold|discuss|arrive))\b"
    r"|\b(awards?|honou?rs|congratulat\w+|condolences)\b"
    r"|прибы|приле|встретил|примет участие|проведет|проведёт|наград|награжд|почтил|поздрав|соболезн",
    re.IGNORECASE,
)
"""Comings, goings, honours and intentions: a title that tells what came of them says more."""

_SPEECH = re.compile(
    r"\b(says?|said|tells?|told|urges?|warns?|calls? (?:for|on)|voices?|responds?|claims?|accuses?|blames?|slams?"
    r"|praises?|vows?|hails?|pleads?|discuss(?:es|ed)?|should|must|statements)\b| [—–] [^—–]{3,40}$|^[^:]{3,40}: "
    r"|\b(рассказал|прокомментир|заявил|заявля|заявления|призв|призыва|осудил|обвин|обсудил|говорил|считает)"
    r"|گفت|هشدار|خواستار",
    re.IGNORECASE,
)
"""What somebody said of it: a title that tells the event itself stands better for the whole."""

_AMID = re.compile(
    r"\b(amid|after|despite|following|due to|because of|in the wake of|ahead of|на фоне|из-за|после|в связи с"
    r"|несмотря на|в преддверии)\b|در پی|پس از|به دلیل|در سایه",
    re.IGNORECASE,
)
"""Words behind which the circumstance stands: "Crude rally continues amid turmoil" is about crude."""

_LOUD = frozenset(
    {
        "THE",
        "AND",
        "NOT",
        "NEVER",
        "WILL",
        "FOR",
        "ALL",
        "WAR",
        "DEAD",
        "NOW",
        "MUST",
        "WON",
        "ВСЕ",
        "НЕ",
        "НЕТ",
    }
)
"""Plain words in capitals: no abbreviation looks like them."""

_OUTCOME = re.compile(
    r"\b(signs?|signed|adopts?|adopted|agrees?|agreed|approves?|ratif\w+|reopens?|bans?|deploys?|withdraws?|resigns?"
    r"|elect(?:s|ed)|wins?|kills?|killed|dies|arrest(?:s|ed)|declares?)\b"
    r"|подписал|принял|одобрил|ратифиц|закрыл|открыл|ввел|ввёл|объявил|امضا|تصویب",
    re.IGNORECASE,
)


OURS = re.compile(
    r"\b(?i:ours?|we)\b|\bus\b"
    r"|\b(?i:наш|наша|наше|наши|нашего|нашей|наших|нашим|нашими|нашу|мы|нам|нас)\b|(?<!\w)ما(?!\w)"
)
"""The outlet's own side: in the brief's mouth it would be the brief's (fault F23)."""

_QUOTED = re.compile(r"[“‘«\"][^“”‘’«»\"]{2,40}[”’»\"]")
"""A few words of somebody else: how loud they are is not the outlet's doing."""


_DEMANDS = re.compile(
    r"\b(?:should|must|ought to|needs? to|has to|have to)\b|(?<!\w)(?:должн[аоы]|должен|следует|обязан|необходимо)"
    r"|باید",
    re.IGNORECASE,
)
"""What somebody wants done has not happened: such a title stands for its own report, not for a story of several."""


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
        return Headline(
            composing.of_event(strand, event, material), "composed", told or (strand.fresh[0].article,)
        )
    title = best_title(strand, material)
    if title is not None:
        return Headline(sentences.tidy(title.title), "title", (title,))
    return Headline(
        composing.of_topics(strand, material), "composed", tuple(i.article for i in strand.fresh[:2])
    )


def best_title(strand: Strand, material: Material) -> Article | None:
    """Return the article whose title says best what the story is.

    That is what the others say too, about watched topics, in grave words; with the latest count where counts
    differ; later articles know more.
    """
    fit = [i for i in strand.fresh if i.article.language == material.words.language and _fit(i.article)]
    if len(strand.fresh) > 1:
        fit = [i for i in fit if not _DEMANDS.search(i.article.title)]
    latest = _latest_count(strand, {i.article.id for i in fit})
    fit = [i for i in fit if i.article.id in latest] or fit
    if not fit:
        return None
    found = worths(fit, material, strand.fresh)
    return max(fit, key=lambda i: (found[i.article.id], i.article.id)).article


def worths(items: Sequence[Tagged], material: Material, about: Sequence[Tagged] = ()) -> Mapping[str, float]:
    """Return how well each article's title stands for what all of them tell, by article id.

    ``about`` are the reports of the whole story, in all languages: what they speak of is compared by concepts.
    """
    words = Counter(word for item in items for word in sentences.stems(item.article.title))
    ordered = sorted(items, key=lambda i: chronological(i.article))
    subjects = frozenset(spoken_of([item.article for item in about or items], 3))
    return {
        i.article.id: _worth(i, words, len(items), material)
        + 0.12 * len(subjects & met(i.article.title).keys())
        + round(0.12 * place / len(items), 4)
        for place, i in enumerate(ordered)
    }


def _latest_count(strand: Strand, ids: set[str]) -> set[str]:
    """Articles that give the newest figure of a story whose figures differ (case 14)."""
    figures = [f for f in strand.story.figures if ids & set(f.articles)]
    figures = [
        f
        for f in figures
        if any((f.what, f.side) == (g.what, g.side) and f.value != g.value for g in figures)
    ]
    if not figures:
        return set()
    newest = max(figures, key=lambda f: (f.day, f.corrected, f.value))
    return ids & set(newest.articles)


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
    words = [word for word in sentences.WORD.findall(_QUOTED.sub(" ", title)) if word.isupper()]
    return not loud and not any(len(word) >= 7 or word in _LOUD for word in words)


def _worth(item: Tagged, words: Counter[str], many: int, material: Material) -> float:
    """How well a title stands for its story."""
    title = sentences.tidy(item.article.title)
    own = sentences.stems(title)
    central = sum(words[word] for word in own) / (many * max(6, len(own)))
    named = {t.topic for t in material.counted(item) if any(s.zone == "title" for s in t.spans)}
    grave = severity(_QUOTED.sub(" ", title), material.given.options.severity) - 1
    fits = 4 <= len(title.split()) <= LONGEST
    ceremony = bool(_CEREMONY.search(title)) + 2 * title[:1].islower()
    grave += 0.4 * bool(_OUTCOME.search(title))
    beside = 0.15 * bool(_SPEECH.search(title)) + 0.1 * bool(_QUOTED.search(title))
    beside += 0.3 * bool(OURS.search(_QUOTED.sub(" ", title)))
    beside += 0.4 * _circumstance(item) + 0.1 * _retold(item.article)
    return round(central + 0.08 * min(4, len(named)) + 0.3 * grave + 0.1 * fits - 0.15 * ceremony - beside, 4)


def _circumstance(item: Tagged) -> bool:
    """Whether all that a title names of the watched stands behind "amid": the title is about something else."""
    found = _AMID.search(item.article.title)
    at = [span.start for tag in item.tags for span in tag.spans if span.zone == "title"]
    return found is not None and bool(at) and min(at) > found.start()


def _retold(article: Article) -> bool:
    """Whether an outlet passes on what an agency reported: the agency's own words come first."""
    return bool(article.wire) and article.wire.casefold() != article.publisher.casefold()

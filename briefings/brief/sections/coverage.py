"""What the collection is and is not: printed in every issue, also when all is well."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from briefings.brief.language import wording
from briefings.brief.material import marking
from briefings.brief.material.period import after
from briefings.brief.sections.method import collected
from briefings.brief.weighing.counts import count
from briefings.brief_types import Coverage, CoverageSource, Totals

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefings.brief.material.survey import Material
    from briefings.brief.weighing.counts import Counts
    from briefings.brief_types import StoryBlock
    from briefings.types import Article

_MOST = 12
"""Undated or moved items that are named; the rest is counted."""


class Unprinted(NamedTuple):
    """Numbers of stories that the issue does not print."""

    more: int
    """For want of space."""
    bare: int
    """For want of a whole sentence or title."""


def coverage(
    blocks: Sequence[StoryBlock], counts: Counts, unprinted: Unprinted, material: Material
) -> Coverage:
    """Return the coverage box."""
    given, sorting = material.given, material.sorting
    total = _totals(material)
    marks = {outlet.id: outlet.tlp for outlet in given.outlets}
    return Coverage(
        sources=tuple(
            CoverageSource(
                s.name,
                s.state,
                s.since.isoformat() if s.since else None,
                s.items,
                s.reason,
                marking.of_source([marks.get(s.id, "")], material),
            )
            for s in given.sources
        ),
        languages=total.languages,
        languages_missing=tuple(language for language in given.languages if language not in total.languages),
        articles=total.articles,
        relevant=total.relevant,
        outlets=total.outlets,
        origins=total.origins,
        state_media=total.state_media,
        quarantined=total.quarantined,
        quarantine_reasons=total.quarantine_reasons,
        undated=total.undated,
        moved=tuple(_moved(a, material) for a in sorting.moved[:_MOST]),
        single_origin=tuple(story.number for story in blocks if story.origins == 1),
        problems=tuple(f"{p.subject}: {p.reason}" for p in given.problems),
        notes=tuple(_notes(counts, unprinted, material)),
        below=dict(_below(material)),
    )


def _totals(material: Material, hidden: frozenset[str] = frozenset()) -> Totals:
    """The numbers of the box, without ``hidden`` articles."""
    current, given = len(material.periods) - 1, material.given
    here = [i.article for i in given.items if material.column.get(i.article.id) == current]
    here = [article for article in here if article.id not in hidden]
    relevant = [article for article in here if article.id in material.relevant]
    languages = Counter(article.language or "und" for article in here)
    kept_out = [article for article in given.quarantined if article.id not in hidden]
    return Totals(
        articles=len(here),
        relevant=len(relevant),
        outlets=len({material.outlet(article) for article in relevant}),
        origins=len({material.origin(article.id) for article in relevant}),
        state_media=sum(material.outlets.is_state(article) for article in relevant),
        languages=dict(sorted(languages.items(), key=lambda entry: (-entry[1], entry[0]))),
        quarantined=len(kept_out),
        quarantine_reasons=dict(sorted(Counter(article.quarantine for article in kept_out).items())),
        undated=sum(article.id not in hidden for article in material.sorting.undated),
    )


def _below(material: Material) -> Iterator[tuple[str, Totals]]:
    """For each marking up to the brief's own above which there is anything: the numbers of an edition cut to it."""
    own = marking.ORDER.index(material.given.options.tlp)
    articles = (*(item.article for item in material.given.items), *material.given.quarantined)
    marks = {article.id: marking.of_article(article, material) for article in articles}
    for ceiling in marking.ORDER[: own + 1]:
        hidden = frozenset(key for key, mark in marks.items() if marking.above(mark, ceiling))
        if len(hidden) == len(marks) > 0:
            yield ceiling, Totals()
        elif hidden:
            counts = count(material, hidden)
            history = {topic: counts.history(topic) for topic in sorted(counts.reports)}
            witnesses = dict(sorted(counts.origins.items()))
            total = replace(_totals(material, hidden), history=history, witnesses=witnesses)
            notes = tuple(_gaps(counts, material))
            yield ceiling, replace(total, method=collected(total, material), notes=notes)


def _moved(article: Article, material: Material) -> str:
    """Where an item near the boundary was counted, and its own local time."""
    when = article.published
    there = wording.stamp(when.value, material.words) if when else ""
    column = material.column.get(article.id)
    given = material.given
    label = (material.periods[column] if column is not None else after(given.period, given.schedule)).label
    title = " ".join(article.title.split())
    return material.words.say(
        "moved_in", outlet=material.outlet(article), title=title, there=there, week=label
    )


def _notes(counts: Counts, unprinted: Unprinted, material: Material) -> Iterator[str]:
    say, sorting = material.words.say, material.sorting
    if unprinted.more:
        yield say("more_stories", stories=material.words.count("stories", unprinted.more))
    if unprinted.bare:
        yield say("only_counted", stories=material.words.count("stories", unprinted.bare))
    for name, articles in (("archive", sorting.archive), ("future", sorting.future)):
        if articles:
            yield say(name, count=len(articles))
    watched = [a for a in sorting.archive if a.id in material.concern]
    for article in watched[:_MOST]:
        yield _archived(article, material)
    known = [
        a
        for a in sorting.undated
        if a.published and a.published.precision in {"month", "range", "week", "year", "ambiguous"}
    ]
    for article in known[:_MOST]:
        yield _undated(article, material)
    yield from _gaps(counts, material)
    dropped = {s.story.id for s in material.strands} & set(material.given.edits.drops)
    if dropped:
        yield say("dropped", stories=material.words.count("stories", len(dropped)))


def _gaps(counts: Counts, material: Material) -> Iterator[str]:
    """What limits the counts of earlier periods."""
    say = material.words.say
    gaps = [p.label for p, seen in zip(material.periods, counts.collected, strict=True) if not seen]
    if gaps and any(counts.collected[:-1]):
        yield say("week_not_collected", weeks=material.words.listed(gaps))
    if not any(issue.period.week != material.given.period.label for issue in material.given.previous):
        yield say("first_issue")


def _archived(article: Article, material: Material) -> str:
    """What was handed out as new, when, and how old it is."""
    when = article.published
    assert when is not None
    assert when.delivered is not None
    return material.words.say(
        "archive_item",
        outlet=material.outlet(article),
        title=" ".join(article.title.split()),
        date=wording.day(when.delivered, material.words),
        old=wording.when(when, material.words),
    )


def _undated(article: Article, material: Material) -> str:
    date = wording.when(article.published, material.words) if article.published else ""
    title = " ".join(article.title.split())
    return material.words.say("undated_month", outlet=material.outlet(article), title=title, date=date)

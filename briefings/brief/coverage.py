"""What the collection is and is not: printed in every issue, also when all is well."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from briefings.brief import marking, wording
from briefings.brief.period import after
from briefings.brief_types import Coverage, CoverageSource

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefings.brief.counts import Counts
    from briefings.brief.material import Material
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
    here = [i.article for i in given.items if material.column.get(i.article.id) == len(material.periods) - 1]
    relevant = [a for a in here if a.id in material.relevant]
    languages = Counter(a.language or "und" for a in here)
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
        languages=dict(sorted(languages.items(), key=lambda entry: (-entry[1], entry[0]))),
        languages_missing=tuple(language for language in given.languages if language not in languages),
        articles=len(here),
        relevant=len(relevant),
        outlets=len({material.outlet(a) for a in relevant}),
        origins=len({material.origin(a.id) for a in relevant}),
        state_media=sum(material.outlets.is_state(a) for a in relevant),
        quarantined=len(given.quarantined),
        quarantine_reasons=dict(sorted(Counter(a.quarantine for a in given.quarantined).items())),
        undated=len(sorting.undated),
        moved=tuple(_moved(a, material) for a in sorting.moved[:_MOST]),
        single_origin=tuple(story.number for story in blocks if story.origins == 1),
        problems=tuple(f"{p.subject}: {p.reason}" for p in given.problems),
        notes=tuple(_notes(counts, unprinted, material)),
    )


def _moved(article: Article, material: Material) -> str:
    """Where an item near the boundary was counted, and its own local time."""
    when = article.published
    there = when.value.replace("T", " ")[:16] + when.value[19:] if when else ""
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
    known = [
        a
        for a in sorting.undated
        if a.published and a.published.precision in {"month", "range", "week", "year"}
    ]
    for article in known[:_MOST]:
        yield _undated(article, material)
    gaps = [p.label for p, seen in zip(material.periods, counts.collected, strict=True) if not seen]
    if gaps and any(counts.collected[:-1]):
        yield say("week_not_collected", weeks=material.words.listed(gaps))
    if not any(issue.period.week != material.given.period.label for issue in material.given.previous):
        yield say("first_issue")
    dropped = {s.story.id for s in material.strands} & set(material.given.edits.drops)
    if dropped:
        yield say("dropped", stories=material.words.count("stories", len(dropped)))


def _undated(article: Article, material: Material) -> str:
    date = wording.when(article.published, material.words) if article.published else ""
    title = " ".join(article.title.split())
    return material.words.say("undated_month", outlet=material.outlet(article), title=title, date=date)

"""Occasions: what is told of a body while it meets, or of two states while one visits the other, is one story.

Headlines of a summit share little but the body: one tells of its drug control, one of an air force, one calls it
"the bloc". What joins them is that they name the body, in whatever words, on the days of its meeting.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.stories.texts import kinds

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from briefings.stories.texts.features import Doc

Party = tuple[str, ...]
"""Who is met or visited: a body, or two countries."""


@dataclass(frozen=True, slots=True)
class OccasionOptions:
    """When reports belong to one occasion."""

    announced: int = 3
    """Titles that must speak of the meeting itself, or of the visit."""
    share: float = 0.25
    """What share of the occasion's reports these must be at least: a body with a daily press office is no summit."""
    before: int = 10
    after: int = 7
    """Days around the occasion within which a title that speaks of the meeting means this one."""
    late: int = 1
    """Days after it within which whatever a title says of the party is of the occasion."""
    longest: int = 7
    """Days that an occasion lasts at most."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """Positions of documents."""

    reports: tuple[int, ...]
    """What is told of it; no document stands in two occasions."""
    others: tuple[int, ...]
    """What is told of the body on other days and not of its meeting; of two states, what is no part of a visit."""


def occasions(docs: Sequence[Doc], options: OccasionOptions) -> list[Occasion]:
    """Return the meetings and visits of which the documents tell."""
    parties: dict[Party, list[int]] = defaultdict(list)
    for at, doc in enumerate(docs):
        for party in _parties(doc) if doc.bare.titled else ():
            parties[party].append(at)
    found: list[Occasion] = []
    taken: set[int] = set()
    for party in sorted(parties, key=lambda party: (len(party), -len(parties[party]), party)):
        about = [at for at in parties[party] if at not in taken]
        reports = about if len(party) == 1 else [at for at in about if not _apart(docs[at])]
        for members in _of_party(reports, docs, party, options):
            others = set(about) - set(members if len(party) == 1 else reports)
            found.append(Occasion(tuple(members), tuple(sorted(others))))
            taken.update(members)
    return found


def _parties(doc: Doc) -> list[Party]:
    """Return the bodies that the title names; without one the two countries, if it names just two."""
    if doc.bare.day is None:
        return []
    named = sorted(doc.bare.titled)
    if bodies := [topic for topic in named if topic.startswith("body.")]:
        return [(body,) for body in bodies]
    states = [topic for topic in named if topic.startswith("country.")]
    return [tuple(states)] if len(states) == 2 else []


def _apart(doc: Doc) -> bool:
    """Whether it tells of an incident, or of a border: not for a visit."""
    return doc.incident or any(topic.startswith("border.") for topic in doc.bare.topics)


def _of_party(
    reports: list[int], docs: Sequence[Doc], party: Party, options: OccasionOptions
) -> list[list[int]]:
    """Return the occasions of one party, the one of which most titles speak first."""
    speaks = kinds.meeting if len(party) == 1 else kinds.visit
    days = {at: _told(docs[at], speaks, options) for at in reports if speaks(docs[at].bare.title)}
    found = []
    while len(days) >= options.announced:
        start, end = _most(days, docs)
        own = [at for at, told in days.items() if _means(docs[at], told, start, end, options)]
        days = {at: told for at, told in days.items() if at not in own}
        members = {at for at in reports if _meanwhile(docs[at], start, end, options)} | {*own}
        if len(own) >= max(options.announced, options.share * len(members)):
            found.append(sorted(members))
            reports = [at for at in reports if at not in members]
            days = {at: told for at, told in days.items() if at not in members}
    return found


Days = list[tuple[int, int]]


def _told(doc: Doc, speaks: Callable[[str], bool], options: OccasionOptions) -> Days:
    """Days near its own of which a title speaks as of those of the meeting, or visit."""
    return [
        (start, end)
        for start, end, name in doc.bare.dates
        if end - start < options.longest
        and start - options.before <= _day(doc) <= end + options.after
        and speaks(name)
    ]


def _most(days: Mapping[int, Days], docs: Sequence[Doc]) -> tuple[int, int]:
    """Return the days of which most titles speak, else the day on which most of them were published.

    Of two such days the later: announcements come before the meeting.
    """
    if told := Counter(found for at in days for found in days[at]):
        return min(told, key=lambda days: (-told[days], days))
    published = Counter(_day(docs[at]) for at in days)
    day = max(published, key=lambda day: (published[day], day))
    return day, day


def _means(doc: Doc, told: Days, start: int, end: int, options: OccasionOptions) -> bool:
    """Whether a title that speaks of a meeting, or visit, means the one of these days."""
    if told:
        return any(first <= end and start <= last for first, last in told)
    return start - options.before <= _day(doc) <= end + options.after


def _meanwhile(doc: Doc, start: int, end: int, options: OccasionOptions) -> bool:
    """Whether a report came on these days, or right after them and does not tell of a later day alone."""
    late = _day(doc) > end and doc.bare.happened and min(doc.bare.happened) > end
    return start <= _day(doc) <= end + options.late and not late


def _day(doc: Doc) -> int:
    return doc.bare.day or 0

"""Documents to articles over all cores, each document in a process that it may cost.

A document is read twice at most: first by itself, then, if it holds a paragraph that its outlet turns out to repeat,
without those. The marks of its paragraphs are kept from the first reading, so that it reads the same whatever came
before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from briefings import reading
from briefings.reading import Block, Outlets, Profile
from briefings.run.desk import Tick, quiet
from briefings.run.intake.bounded import Limits, Lost
from briefings.run.intake.crew import Crew
from briefings.types import Article, Fetched

NOTHING_REPEATED = Profile()


@dataclass(frozen=True, slots=True)
class Read:
    """What one document holds, and the marks of its paragraphs."""

    articles: tuple[Article, ...]
    marks: frozenset[Block] = frozenset()


def read(
    documents: Iterable[Fetched],
    outlets: Outlets,
    profile: Profile = NOTHING_REPEATED,
    limits: Limits | None = None,
) -> Iterator[tuple[Fetched, Read]]:
    """Documents with what they hold, in the order given; one that is too much for its reader is quarantined."""
    with Crew(partial(_read, outlets, profile), _size, limits=limits) as crew:
        for document, answer in crew.results(documents):
            if isinstance(answer, Lost):
                yield document, Read((reading.unread(document, answer.reason),))
            else:
                yield document, answer


def read_batch(
    documents: Sequence[Fetched], outlets: Outlets, tick: Tick = quiet, limits: Limits | None = None
) -> list[tuple[Fetched, tuple[Article, ...]]]:
    """Reads documents that belong to no store: what they repeat is worked out over the batch alone."""
    found: list[Read] = []
    for _, one in read(documents, outlets, limits=limits):
        found.append(one)
        tick(len(found), len(documents))
    profile = Profile.of(mark for one in found for mark in one.marks)
    holding = [n for n, one in enumerate(found) if profile.repeats(one.marks)]
    again = read([documents[n] for n in holding], outlets, profile, limits)
    for n, (_, one) in zip(holding, again, strict=True):
        found[n] = one
    return [(document, one.articles) for document, one in zip(documents, found, strict=True)]


def _size(document: Fetched) -> int:
    return len(document.raw)


def _read(outlets: Outlets, profile: Profile, document: Fetched) -> Read:
    parsed = reading.parse(document)
    return Read(reading.read(parsed, outlets, profile), reading.blocks(parsed, outlets))

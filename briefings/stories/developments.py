"""Developments: what goes on in one country day after day is one story: a vote, or unrest.

Reports of one week of riots share little: one counts the dead, one tells of a curfew, one of looted banks. What joins
them is the country in their title, the matter, and that no day between them is quiet for long.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.stories import kinds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from briefings.stories.features import Doc

_UNREST = "theme.internal-unrest"


@dataclass(frozen=True, slots=True)
class DevelopmentOptions:
    """When reports belong to one development."""

    vote: int = 7
    unrest: int = 2
    """Days between two reports up to which it goes on."""
    votes: int = 2
    unrests: int = 3
    """Reports that make one at least."""


def developments(docs: Sequence[Doc], free: Sequence[int], options: DevelopmentOptions) -> list[list[int]]:
    """Return positions of the reports of each development among those that are ``free``; none stands in two."""
    votes = _chains(free, docs, _votes, options.vote, options.votes)
    taken = {at for chain in votes for at in chain}
    left = [at for at in free if at not in taken]
    return votes + _chains(left, docs, _unrest, options.unrest, options.unrests)


def _votes(doc: Doc) -> bool:
    return kinds.vote(doc.bare.title)


def _unrest(doc: Doc) -> bool:
    return _UNREST in doc.bare.topics


def _chains(
    free: Sequence[int], docs: Sequence[Doc], tells: Callable[[Doc], bool], gap: int, least: int
) -> list[list[int]]:
    found = [
        chain
        for _, reports in sorted(_by_country(free, docs, tells).items())
        for chain in _unbroken(reports, docs, gap)
    ]
    return [sorted(chain) for chain in found if len(chain) >= least]


def _by_country(
    free: Sequence[int], docs: Sequence[Doc], tells: Callable[[Doc], bool]
) -> Mapping[str, list[int]]:
    """Return the reports that tell it of the one country that their title names."""
    reports: dict[str, list[int]] = defaultdict(list)
    for at in free:
        states = [topic for topic in docs[at].bare.titled if topic.startswith("country.")]
        if docs[at].bare.day is not None and len(states) == 1 and tells(docs[at]):
            reports[states[0]].append(at)
    return reports


def _unbroken(reports: Sequence[int], docs: Sequence[Doc], gap: int) -> Iterator[list[int]]:
    """Cut reports, in order of their days, where more days than ``gap`` lie between two."""
    chain: list[int] = []
    for at in sorted(reports, key=lambda at: (docs[at].bare.day or 0, at)):
        if chain and (docs[at].bare.day or 0) - (docs[chain[-1]].bare.day or 0) > gap:
            yield chain
            chain = []
        chain.append(at)
    if chain:
        yield chain

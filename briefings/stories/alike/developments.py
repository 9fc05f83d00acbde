"""Developments: what goes on day after day is one story: a country's vote, its unrest, a war of two states.

Reports of one week of riots share little: one counts the dead, one tells of a curfew, one of looted banks. What joins
them is the country in their title, the matter, and that no day between them is quiet for long. So it is with a war:
shelling, appeals, a ceasefire. Two clashes with quiet days between them are two stories.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from briefings.stories.texts import kinds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from briefings.stories.texts.features import Doc

_UNREST = "theme.internal-unrest"
_CLASHES, _PEACE, _TROOPS = "theme.border-clashes", "theme.peace-process", "theme.arms-exercises"
_ARMED = frozenset({"theme.terrorism", _CLASHES})
_OF_UNREST = frozenset({_UNREST, _TROOPS, "theme.alliance-politics", "theme.terrorism"})
_OF_WAR = _OF_UNREST - {_UNREST} | {_CLASHES, _PEACE, "theme.humanitarian", "theme.migration-refugees"}
"""Themes that reports of unrest, and of a war, may bear; one with another, or from a crossing, stands for itself."""


@dataclass(frozen=True, slots=True)
class DevelopmentOptions:
    """When reports belong to one development."""

    vote: int = 7
    unrest: int = 2
    war: int = 1
    """Days between two reports up to which it goes on."""
    votes: int = 2
    unrests: int = 3
    """Reports that make one at least."""
    days: int = 4
    reports: int = 6
    clashes: int = 2
    share: float = 0.25
    """A war: days on which its reports come, their number, how many tell of clashes, what share of clashes or peace.
    Of one that ends in these days one report of clashes is enough, if as many tell of peace."""
    rules: float = 0.5
    """Share of the reports on one country, those days, that must tell of its unrest, so that the others belong to
    it."""


def developments(docs: Sequence[Doc], free: Sequence[int], options: DevelopmentOptions) -> list[list[int]]:
    """Return positions of the reports of each development among those that are ``free``; none stands in two."""
    votes = _chains(free, docs, _votes, options.vote, options.votes)
    taken = {at for chain in votes for at in chain}
    left = [at for at in free if at not in taken]
    unrest = [
        sorted(_under(sorted({*chain, *_missions(chain, left, docs)}), chain, left, docs, options))
        for chain in _chains(left, docs, _unrest, options.unrest, options.unrests)
    ]
    taken = {at for chain in unrest for at in chain}
    left = [at for at in left if at not in taken]
    advances = _chains(left, docs, _advances, options.unrest, options.unrests)
    taken = {at for chain in advances for at in chain}
    return votes + unrest + advances + _wars([at for at in left if at not in taken], docs, options)


def _votes(doc: Doc) -> bool:
    return kinds.vote(doc.bare.title)


def _unrest(doc: Doc) -> bool:
    return _UNREST in doc.bare.topics


def _advances(doc: Doc) -> bool:
    """Whether armed men take towns, or come nearer: a body or their kind is named, and nothing of smuggling."""
    armed = _ARMED & doc.bare.topics.keys() or any(topic.startswith("body.") for topic in doc.bare.titled)
    return bool(armed) and kinds.capture(doc.bare.title) and _of_war(doc)


def _missions(chain: Sequence[int], free: Sequence[int], docs: Sequence[Doc]) -> list[int]:
    """Return what titles of the same days tell of a body that has sent troops to the country of the unrest."""
    country = frozenset.intersection(*(docs[at].bare.titled for at in chain))
    days = {docs[at].bare.day or 0 for at in chain}
    near = [
        at
        for at in free
        if min(days) <= (docs[at].bare.day or 0) <= max(days) and country & docs[at].bare.topics.keys()
    ]
    sent = [at for at in near if _TROOPS in docs[at].bare.topics and country & docs[at].bare.titled]
    bodies = {topic for at in sent for topic in docs[at].bare.titled if topic.startswith("body.")}
    return [at for at in near if bodies & docs[at].bare.titled]


def _under(
    told: Sequence[int],
    chain: Sequence[int],
    free: Sequence[int],
    docs: Sequence[Doc],
    options: DevelopmentOptions,
) -> set[int]:
    """Add what else titles tell of the country alone while its unrest is most of what is told of it."""
    country = {topic for topic in docs[chain[0]].bare.titled if topic.startswith("country.")}
    days = {docs[at].bare.day or 0 for at in chain}
    beside = {at for at in free if docs[at].bare.day in days and _subjects(docs[at]) == country}
    if len(chain) < options.reports or len(told) < options.rules * len(beside.union(told)):
        return set(told)
    return {*told, *(at for at in beside if _themes(docs[at]) <= _OF_UNREST)}


def _subjects(doc: Doc) -> set[str]:
    """Return what a title names but for themes."""
    return {topic for topic in doc.bare.titled if not topic.startswith("theme.")}


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
        if not docs[at].bare.titled:
            continue
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


def _wars(free: Sequence[int], docs: Sequence[Doc], options: DevelopmentOptions) -> list[list[int]]:
    """Return the wars: two states in the titles of many reports, day by day, some of which tell of clashes."""
    pairs: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at in free:
        if docs[at].bare.titled and docs[at].bare.day is not None and _of_war(docs[at]):
            states = sorted(topic for topic in docs[at].bare.titled if topic.startswith("country."))
            for pair in combinations(states, 2):
                pairs[pair].append(at)
    found: list[list[int]] = []
    taken: set[int] = set()
    for pair in sorted(
        pairs, key=lambda pair: (-_count(pairs[pair], docs, _CLASHES), -len(pairs[pair]), pair)
    ):
        for chain in _unbroken([at for at in pairs[pair] if at not in taken], docs, options.war):
            if _is_war(chain, docs, options):
                found.append(sorted(chain))
                taken.update(chain)
    return found


def _of_war(doc: Doc) -> bool:
    return _themes(doc) <= _OF_WAR and not doc.bare.places


def _themes(doc: Doc) -> set[str]:
    return {topic for topic in doc.bare.topics if topic.startswith("theme.")}


def _is_war(chain: Sequence[int], docs: Sequence[Doc], options: DevelopmentOptions) -> bool:
    enough = len(chain) >= options.reports and len({docs[at].bare.day for at in chain}) >= options.days
    clashes, told = _count(chain, docs, _CLASHES), _count(chain, docs, _CLASHES, _PEACE)
    ends = clashes and _count(chain, docs, _PEACE) >= options.clashes
    return enough and bool(clashes >= options.clashes or ends) and told >= options.share * len(chain)


def _count(reports: Sequence[int], docs: Sequence[Doc], *themes: str) -> int:
    return sum(any(theme in docs[at].bare.topics for theme in themes) for at in reports)

"""Documents are joined to stories in parts that nothing connects; a part that is as it was is not joined again.

What words weigh in a part is learned from the days up to its last: so a day that is added changes nothing of a story
that it tells nothing of.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.stories.alike.vectors import Near, all_of
from briefings.stories.alike.vetoes import vetoed
from briefings.stories.clusters.crowds import Weights, join_crowds
from briefings.stories.clusters.linkage import link
from briefings.stories.clusters.memory import pack, unpack
from briefings.stories.clusters.parts import Parts
from briefings.stories.origins.origins import joined
from briefings.stories.texts.docs import Docs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.stories.clusters.blocks import Gathered
    from briefings.stories.clusters.given import Told
    from briefings.stories.texts.bags import Flags, Ints

    _Pair = tuple[int, int]
    _Pairs = frozenset[_Pair]


@dataclass(frozen=True, slots=True)
class Grounds:
    """What binds documents and what parts them, beside their likeness."""

    vetoed: _Pairs = frozenset()
    """Reports of incidents of different days."""
    apart: _Pairs = frozenset()
    """Those of them that are not of one development, and texts from one mould."""
    never: _Pairs = frozenset()
    together: frozenset[tuple[int, ...]] = frozenset()

    def changed(self, before: Grounds) -> Iterator[int]:
        """Yield the documents of which not the same is bound or parted as before."""
        for found in (self.apart ^ before.apart, self.never ^ before.never, self.together ^ before.together):
            for documents in found:
                yield from documents


@dataclass(frozen=True, slots=True)
class Joined:
    """How the first documents were joined, and on what grounds."""

    number: int = 0
    """Documents that were known."""
    groups: tuple[tuple[int, ...], ...] = ()
    """Of those that speak for themselves."""
    grounds: Grounds = Grounds()

    def packed(self) -> bytes:
        """Return it as bytes."""
        own = self.grounds
        return pack(
            [self.number, self.groups, *map(sorted, (own.vetoed, own.apart, own.never, own.together))], {}
        )

    @classmethod
    def unpacked(cls, kept: bytes) -> Joined:
        """Return what was packed."""
        number, *found = unpack(kept)[0]
        groups, *grounds = (tuple(map(tuple, documents)) for documents in found)
        return cls(number, groups, Grounds(*map(frozenset, grounds)))


def join(gathered: Gathered, told: Told, before: Joined) -> Joined:
    """Join what was gathered, of which the first documents were joined ``before``: the outcome is the same."""
    import numpy as np

    near = all_of(gathered.scores)
    grounds = _grounds(gathered, told, near, before)
    own = np.array(sorted(set(gathered.speaker)), np.int64)
    part = _connected(len(gathered.docs), near, grounds)
    changed = np.zeros(len(part), np.bool_)
    changed[part[own[own >= before.number]]] = True
    changed[part[near.a[near.b >= before.number]]] = True
    changed[part[[*grounds.changed(before.grounds)]]] = True
    groups = [group for group in before.groups if not changed[part[group[0]]]]
    block = np.searchsorted(gathered.ends, np.arange(len(part)), side="right")
    last = np.zeros(len(part), np.int64)
    np.maximum.at(last, part[own], block[own])
    again = own[changed[part[own]]]
    for number in np.unique(last[part[again]]).tolist():
        weights = Weights([gathered.docs[at] for at in own[block[own] <= number].tolist()])
        groups += _joined(gathered, again[last[part[again]] == number], near, grounds, weights)
    return Joined(len(gathered.docs), tuple(sorted(groups)), grounds)


def _grounds(gathered: Gathered, told: Told, near: Near, before: Joined) -> Grounds:
    speaker = gathered.speaker
    found = before.grounds.vetoed | _incidents(gathered, near.only(near.b >= before.number))
    of = {at: number for number, reports in enumerate(told.going_on) for at in reports}
    apart = {(a, b) for a, b in found if not (a in of and of[a] == of.get(b))}
    apart |= {_rising(speaker[a], speaker[b]) for a, b in gathered.moulds if speaker[a] != speaker[b]}
    never = {_rising(one.reports[0], other) for one in told.met for other in one.others}
    bound = [
        (speaker[copy.a], speaker[copy.b]) for copy in gathered.copies
    ]  # an edited copy still speaks for itself
    bound += told.bound()
    return Grounds(found, frozenset(apart), frozenset(never), frozenset(map(tuple, joined(bound))))


def _incidents(gathered: Gathered, near: Near) -> _Pairs:
    """Return the pairs of reports that tell of incidents of different days."""
    once, docs = gathered.columns.incident, gathered.docs
    both = near.only(once[near.a] & once[near.b])
    pairs = zip(both.a.tolist(), both.b.tolist(), strict=True)
    return frozenset((a, b) for a, b in pairs if vetoed(docs[a], docs[b]))


def _connected(number: int, near: Near, grounds: Grounds) -> Ints:
    """Return the part of each document: what no likeness and no bond connects does not join."""
    bound = [(group[0], other) for group in grounds.together for other in group[1:]]
    parts = Parts()
    parts.join(near.a, near.b)
    parts.join([a for a, _ in bound], [b for _, b in bound])
    return parts.of(range(number))


def _joined(
    gathered: Gathered, own: Ints, near: Near, grounds: Grounds, weights: Weights
) -> list[tuple[int, ...]]:
    """Return the groups of some whole parts."""
    import numpy as np

    options, known = gathered.options, own.tolist()
    place = np.full(len(gathered.docs), -1)
    place[own] = np.arange(len(own))
    inside: Flags = place[near.a] >= 0
    pairs = zip(place[near.a[inside]].tolist(), place[near.b[inside]].tolist(), strict=True)
    scored = dict(zip(pairs, near.score[inside].tolist(), strict=True))
    at = dict(zip(known, range(len(known)), strict=True))
    apart, never = (
        {(at[a], at[b]) for a, b in found if a in at and b in at} for found in (grounds.apart, grounds.never)
    )
    docs = Docs((gathered.docs[one] for one in known), gathered.columns.take(own))
    full = docs.columns.full.tolist()
    together = [[at[one] for one in group] for group in grounds.together if group[0] in at]
    linked = link(len(docs), scored, options.link, apart | never, together, full)
    found = join_crowds(linked, docs, weights, options.crowds, apart, never)
    return [tuple(known[one] for one in group) for group in found]


def _rising(a: int, b: int) -> _Pair:
    return (a, b) if a < b else (b, a)

"""Clustering over a sparse graph of scored pairs, with pairs that may never be together.

Two groups join by the mean score over all pairs between them, raised for groups that are broad in themselves
(half-way from average to centroid link). Of two groups of three or more that is not enough: the mean between
them must also come near the means within, or else two like events (two fires, two fights of one boxer) become
one. That second test has no scale, which is why one threshold serves headlines and full texts. Smaller groups are put
to it where less than the threshold is enough, because they are full texts and several.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence


@dataclass(frozen=True, slots=True)
class LinkOptions:
    """When two groups join."""

    threshold: float = 0.26
    """Least mean score between them."""
    many: int = 4
    crowd: float = 0.18
    """From so many documents together this much is enough, as far as they are full texts: what many tell draws more,
    and their mean is surer than that of a pair (full English texts of one month, stories of days: B³ recall .79 -> .82
    at precision .96 -> .94). Headlines share too little for it."""
    closeness: float = 0.7
    """Least mean between two groups of three or more, as a share of the means within, the broader
    group's counting thrice (ECB+ training and development parts: B³ F1 .88 and .85 without, .92 and .96 with)."""
    loose: float = 0.5
    """The same for smaller groups that join for less than the threshold: so many may be of two like events."""
    prior: int = 3
    """Imagined pairs at the threshold within each group: a group of three is not yet sure of its mean."""
    given: float = 0.5
    """Least mean within a group that was given: of one occasion, whatever words its reports share."""


@dataclass(frozen=True, slots=True)
class Linked:
    """What joined, and what is left between it."""

    groups: dict[int, list[int]]
    """Members of each group, which is named by one of them."""
    near: Sequence[Mapping[int, float]]
    """For each group by its name the groups next to it, with the sums of scores."""

    @property
    def clusters(self) -> list[list[int]]:
        """Return the groups, each sorted, in order of their first."""
        return sorted(map(sorted, self.groups.values()))


def link(
    number: int,
    scores: Mapping[tuple[int, int], float],
    options: LinkOptions,
    apart: Collection[tuple[int, int]] = (),
    together: Collection[Collection[int]] = (),
    full: Sequence[float] = (),
) -> Linked:
    """Return clusters of ``range(number)``.

    A pair without a score counts as 0. Pairs of ``apart`` never share a cluster; groups of ``together``, which
    have no member in common, begin as one each, as far as ``apart`` lets them. ``full`` says from 0 to 1 how far each
    is a full text. Ties are broken by the smallest members: nothing but the input decides.
    """
    work = _Work(number, scores, options, full or [0.0] * number)
    work.part(apart)
    for group in together:
        work.gather(sorted(group))
    work.run()
    return Linked(work.members, work.near)


_Entry = tuple[float, int, int, int, int]
"""How much two clusters draw each other, negative; which two; in which state each was, by its number of changes."""


class _Work:
    """Clusters named by their smallest member, with the sums of scores within them and to their neighbours."""

    def __init__(
        self,
        number: int,
        scores: Mapping[tuple[int, int], float],
        options: LinkOptions,
        full: Sequence[float],
    ) -> None:
        self.options = options
        self.full = list(full)
        self.members = {at: [at] for at in range(number)}
        self.inner = [0.0] * number
        self.near: list[dict[int, float]] = [{} for _ in range(number)]
        self.never: list[set[int]] = [set() for _ in range(number)]
        self.version = [0] * number
        self.breadth = [1.0] * number
        for (a, b), score in scores.items():
            self.near[a][b] = self.near[b][a] = score

    def part(self, pairs: Collection[tuple[int, int]]) -> None:
        for a, b in pairs:
            self.never[a].add(b)
            self.never[b].add(a)

    def gather(self, group: Sequence[int]) -> None:
        """Begin with the group as one cluster, named by its first."""
        first, *others = group
        for other in others:
            if other not in self.never[first]:
                self.join(first, other)
        size = len(self.members[first])
        self.inner[first] = max(self.inner[first], self.options.given * size * (size - 1) / 2)
        self.breadth[first] = self._breadth(first)

    def run(self) -> None:
        """Join in each part by itself: small heaps are fast, and what happens in one part changes no other."""
        left = {at for at in self.members if self.near[at]}
        while left:
            part = [left.pop()]
            for at in part:
                part += (fresh := left.intersection(self.near[at]))
                left -= fresh
            self._run(part)

    def _run(self, part: Sequence[int]) -> None:
        version = self.version
        heap = [entry for a in part for entry in self._first(a)]
        heapq.heapify(heap)
        while heap:
            _, a, b, first, second = heapq.heappop(heap)
            if version[a] != first or version[b] != second or not self._may(a, b):
                continue
            self.join(a, b)
            for entry in self._entries(a):
                heapq.heappush(heap, entry)

    def _first(self, a: int) -> Iterable[_Entry]:
        """Return the entries at the beginning, each once: for two single documents it is their score."""
        version, threshold = self.version, self.options.threshold
        if version[a]:  # what was given asks all single documents
            return [one for one in self._entries(a) if one[1] == a or not version[one[1]]]
        return [
            (-round(score, 9), a, b, 0, 0)
            for b, score in self.near[a].items()
            if score >= threshold and a < b and not version[b]
        ]

    def _entries(self, a: int) -> Iterator[_Entry]:
        """Yield how much a group draws each next to it, if that may be enough."""
        options, members, version = self.options, self.members, self.version
        size, breadth, full = len(members[a]), self.breadth[a], self.full[a]
        spared = options.threshold - options.crowd
        for b, total in self.near[a].items():
            other = len(members[b])
            pull = total / (size * other) / (breadth * self.breadth[b]) ** 0.25
            if pull < options.crowd:
                continue
            needed = options.threshold
            if size + other >= options.many:
                needed -= (full + self.full[b]) / (size + other) * spared
            if pull >= needed:
                one, two = (a, b) if a < b else (b, a)
                yield (-round(pull, 9), one, two, version[one], version[two])

    def _mean(self, a: int, b: int) -> float:
        return self.near[a].get(b, 0.0) / (len(self.members[a]) * len(self.members[b]))

    def _breadth(self, a: int) -> float:
        """Squared length of the mean of its members as unit vectors: 1 for one, less the broader it is."""
        size = len(self.members[a])
        if size < 2:  # a group that was given, but that vetoes keep apart
            return 1.0
        return (1 + (size - 1) * min(1.0, 2 * self.inner[a] / (size * (size - 1)))) / size

    def _may(self, a: int, b: int) -> bool:
        if b in self.never[a]:
            return False
        mean = self._mean(a, b)
        few = min(len(self.members[a]), len(self.members[b])) < 3
        if few and mean >= self.options.threshold:
            return True
        broad, tight = sorted((self._within(a), self._within(b)))
        least = self.options.loose if few else self.options.closeness
        return mean >= least * (0.75 * broad + 0.25 * tight)

    def _within(self, a: int) -> float:
        size = len(self.members[a])
        prior = self.options.prior
        return (self.inner[a] + prior * self.options.threshold) / (size * (size - 1) / 2 + prior)

    def join(self, a: int, b: int) -> None:
        """Put ``b`` into ``a``."""
        near, never = self.near, self.never
        self.version[a] += 1
        self.version[b] = -1
        self.full[a] += self.full[b]
        self.inner[a] += self.inner[b] + near[a].pop(b, 0.0)
        self.members[a] += self.members.pop(b)
        self.breadth[a] = self._breadth(a)
        mine, others = near[a], near[b]
        others.pop(a, None)
        for other, score in others.items():
            theirs = near[other]
            del theirs[b]
            mine[other] = theirs[a] = mine.get(other, 0.0) + score
        for other in never[b]:
            never[other].discard(b)
            if other != a:
                never[other].add(a)
                never[a].add(other)
        near[b], never[b] = {}, set()

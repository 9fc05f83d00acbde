"""Groups of full texts that are one story: what so many tell draws by all their words, whatever their headlines say.

Of two texts the headline and the lead decide; of a crowd, its words. The mean cosine over all pairs of two groups is
the product of their mean vectors, so it is exact however many there are: no pair is left out because each of its texts
has nearer ones, and no word because the crowd itself made it frequent.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from statistics import fmean
from typing import TYPE_CHECKING

from briefings.stories.alike.agreement import Agreement
from briefings.stories.alike.vectors import Near, products, rarity, rows, units
from briefings.stories.alike.where import Beside, WhereOptions
from briefings.stories.origins.origins import joined
from briefings.stories.texts.bags import Bags, stacked, summed

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from briefings.stories.clusters.linkage import Linked
    from briefings.stories.texts.bags import Flags, Floats, Ints
    from briefings.stories.texts.features import Doc

    _Pair = tuple[int, int]


_SURELY = 1 << 60
"""Pairs of documents as whose doubt one counts that is of two events for sure: more than two groups can have."""


@dataclass(frozen=True, slots=True)
class CrowdOptions:
    """When two groups of full texts are one; found on parts of texts, full texts of one month, made-up crowds."""

    many: int = 5
    """Texts together from which on words decide."""
    full: float = 0.5
    """How full the texts of a group are on average (``Doc.full``)."""
    threshold: float = 0.2
    """Least mean cosine between the two: where plain TF-IDF with average link is at its best on full texts."""
    closeness: float = 0.5
    """The same as a share of the means within, if both are of three or more: two fires are two stories."""
    linked: float = 0.13
    """Least sum of likenesses between the two for each text of the smaller: each has a neighbour there."""
    doubt: float = 0.1
    """Share of the pairs between two groups that may tell of two events: one report of a series parts no crowds."""
    asked: int = 4
    """Texts of each group of which topics and places are compared."""
    gate: int = 28
    """Days between the last of one group and the first of the other after which nothing joins."""


class Weights:
    """What words, topics and places weigh among some documents; worked out when it is asked for."""

    def __init__(self, docs: Sequence[Doc]) -> None:
        self._docs = docs

    @cached_property
    def words(self) -> Floats:
        """Return the rarity of each feature."""
        return rarity(rows(self._docs, lambda table: table.bag), self._docs[0].table.vocabulary)

    @cached_property
    def agreed(self) -> Agreement:
        """Return how far topics agree."""
        return Agreement(self._docs)

    @cached_property
    def beside(self) -> Beside:
        """Return what is shared beside a place."""
        return Beside(self._docs, WhereOptions())


def join_crowds(
    linked: Linked,
    docs: Sequence[Doc],
    weights: Weights,
    options: CrowdOptions,
    apart: Collection[_Pair] = (),
    never: Collection[_Pair] = (),
) -> list[list[int]]:
    """Return the groups, each sorted, in order of their first, after those that draw each other were joined.

    ``weights`` are those among all documents up to now. ``apart`` are pairs of documents that tell of two events as far
    as two can tell; those of ``never`` do for sure.
    """
    groups = linked.groups
    pairs = _neighbours(linked, docs, options)
    place = {a: at for at, a in enumerate(sorted({a for pair in pairs for a in pair}))}
    found = [members for a, members in groups.items() if a not in place]
    if pairs:
        crowds = _Crowds(docs, weights, [groups[a] for a in place], options)
        crowds.part(apart, 1)
        crowds.part(never, _SURELY)
        found += crowds.join({(place[a], place[b]) for a, b in pairs})
    return sorted(map(sorted, found))


def _neighbours(linked: Linked, docs: Sequence[Doc], options: CrowdOptions) -> list[_Pair]:
    """Return the pairs of groups of full texts that are linked, in parts of enough documents to be a crowd."""
    groups = linked.groups
    full = {a for a, own in groups.items() if fmean(docs[at].full for at in own) >= options.full}
    pairs = [
        (a, b)
        for a in full
        for b, score in linked.near[a].items()
        if a < b and b in full and score >= options.linked * min(len(groups[a]), len(groups[b]))
    ]
    crowded: set[int] = set()
    for part in joined(pairs):
        if sum(len(groups[a]) for a in part) >= options.many:
            crowded.update(part)
    return [(a, b) for a, b in pairs if a in crowded]


class _Crowds:
    """Average link over mean vectors: in each round those join of which each is the other's nearest."""

    def __init__(
        self, docs: Sequence[Doc], weights: Weights, groups: Sequence[list[int]], options: CrowdOptions
    ) -> None:
        import numpy as np

        self._docs, self._weights, self._options = docs, weights, options
        self._members = [sorted(group) for group in groups]
        self._sums = _summed(docs, weights.words, self._members)
        days = [[day for at in group if (day := docs[at].bare.day) is not None] for group in groups]
        self._first = np.array([min(own, default=-math.inf) for own in days], np.float64)
        self._last = np.array([max(own, default=math.inf) for own in days], np.float64)
        self._against: Counter[_Pair] = Counter()

    def part(self, pairs: Collection[_Pair], weight: int) -> None:
        """Count the pairs of documents that speak against one event, between any two groups."""
        group = {at: number for number, members in enumerate(self._members) for at in members}
        for a, b in pairs:
            if a in group and b in group:
                self._against[_rising(group[a], group[b])] += weight

    def join(self, pairs: set[_Pair]) -> list[list[int]]:
        """Return the groups after those of the pairs, and of what becomes of them, that draw each other were joined."""
        import numpy as np

        drawn: dict[_Pair, float] = {}
        while pairs:
            if fresh := sorted(pairs - drawn.keys()):
                drawn.update(zip(fresh, self._drawn(*np.array(fresh, np.int64).T).tolist(), strict=True))
            into = {b: a for a, b in _nearest(drawn)}
            if not into:
                break
            self._join(into)
            changed = {*into, *into.values()}
            drawn = {pair: pull for pair, pull in drawn.items() if changed.isdisjoint(pair)}
            moved = {_rising(into.get(a, a), into.get(b, b)) for a, b in pairs}
            pairs = {(a, b) for a, b in moved if a < b}
        return [members for members in self._members if members]

    def _drawn(self, a: Ints, b: Ints) -> Floats:
        """Return how much the groups of each pair draw each other, 0 for those that stay apart."""
        import numpy as np

        options, size = self._options, np.array([len(members) for members in self._members])
        gap = np.maximum(0, np.maximum(self._first[a] - self._last[b], self._first[b] - self._last[a]))
        wanted = np.flatnonzero((size[a] + size[b] >= options.many) & (gap <= options.gate))
        one, other, drawn = a[wanted], b[wanted], np.zeros(len(a))
        mean = products(self._sums, Near(one, other, drawn[wanted])) / (size[one] * size[other])
        mean *= 1.0 - np.maximum(0, gap[wanted] - 2) / (2 * options.gate)
        for at in np.flatnonzero((mean >= options.threshold) & self._close(mean, size, one, other)).tolist():
            pull = float(mean[at]) * self._fitting(int(one[at]), int(other[at]))
            drawn[wanted[at]] = round(pull, 9) if pull >= options.threshold else 0.0
        return drawn

    def _close(self, mean: Floats, size: Ints, a: Ints, b: Ints) -> Flags:
        import numpy as np

        lengths = np.bincount(self._sums.rows(), self._sums.counts**2, len(size))
        within = (lengths - size) / np.maximum(1, size * (size - 1))
        broad, tight = np.minimum(within[a], within[b]), np.maximum(within[a], within[b])
        enough: Flags = mean >= self._options.closeness * (0.75 * broad + 0.25 * tight)
        return enough | (np.minimum(size[a], size[b]) < 3)

    def _fitting(self, a: int, b: int) -> float:
        """Return 1, less if topics and places of some texts of each speak against it, 0 if more than a few do."""
        one, other = self._members[a], self._members[b]
        if self._against[a, b] > self._options.doubt * len(one) * len(other):
            return 0.0
        some = (members[:: -(-len(members) // self._options.asked)] for members in (one, other))
        asked = ([self._docs[at] for at in members] for members in some)
        factors = [
            self._weights.agreed.factor(x, y) * self._weights.beside.factor(x, y) for x, y in product(*asked)
        ]
        return min(1.0, fmean(factors))

    def _join(self, into: dict[int, int]) -> None:
        """Put groups into others."""
        self._sums = _together(self._sums, into)
        label = list(range(len(self._members)))
        for b, a in into.items():
            label[b] = a
            self._members[a] = sorted(self._members[a] + self._members[b])
            self._members[b] = []
            self._first[a] = min(self._first[a], self._first[b])
            self._last[a] = max(self._last[a], self._last[b])
        against: Counter[_Pair] = Counter()
        for (a, b), number in self._against.items():
            against[_rising(label[a], label[b])] += number
        self._against = against


def _summed(docs: Sequence[Doc], words: Floats, groups: Sequence[Sequence[int]]) -> Bags:
    """Return for each group the sum of its texts as unit vectors."""
    import numpy as np

    own = sorted((at, number) for number, members in enumerate(groups) for at in members)
    bag = rows([docs[at] for at, _ in own], lambda table: table.bag)
    vectors = units(bag, words, docs[0].table.vocabulary)
    group = np.array([number for _, number in own])
    return summed(len(groups), group[vectors.rows()], vectors.keys, vectors.counts)


def _together(sums: Bags, into: Mapping[int, int]) -> Bags:
    """Return the sums of the groups after each of some was put into one other, which takes no second."""
    import numpy as np

    number = len(into)
    own = sums.take([*into, *into.values()])
    both = summed(number + 1, own.rows() % number, own.keys, own.counts)  # and one row of nothing
    order = np.arange(len(sums))
    order[[*into.values()]] = len(sums) + np.arange(number)
    order[[*into]] = len(sums) + number
    return stacked(iter((sums, both))).take(order)


def _nearest(drawn: Mapping[_Pair, float]) -> list[_Pair]:
    """Return the pairs of which each is the other's nearest."""
    best: dict[int, tuple[float, int, int]] = {}
    for (one, other), pull in drawn.items():
        if pull:
            for group in (one, other):
                best[group] = min(best.get(group, (0.0, 0, 0)), (-pull, one, other))
    return sorted({(x, y) for _, x, y in best.values() if best[x] == best[y]})


def _rising(a: int, b: int) -> _Pair:
    return (a, b) if a < b else (b, a)

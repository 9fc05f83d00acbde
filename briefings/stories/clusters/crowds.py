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
from briefings.stories.texts.bags import Bags, summed
from briefings.stories.texts.docs import together

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from briefings.stories.clusters.linkage import Linked
    from briefings.stories.texts.bags import Flags, Floats, Ints
    from briefings.stories.texts.features import Doc

    _Pair = tuple[int, int]
    _Entry = tuple[float, int, int]
    _Row = tuple[Ints, Floats]


_SURELY = 1 << 60
"""Pairs of documents as whose doubt one counts that is of two events for sure: more than two groups can have."""


@dataclass(frozen=True, slots=True)
class CrowdOptions:
    """When two groups of full texts are one; found on parts of texts, full texts of one month, made-up crowds."""

    many: int = 5
    """Texts together from which on words decide."""
    full: float = 0.15
    """How full the texts of a group are on average (``Doc.full``): headlines and teasers share too little. (Reports cut
    to 60 words: .5 leaves large stories in pieces, B³ F1 .845, .15 makes it .906; on ECB+ neither changes anything.)"""
    threshold: float = 0.2
    """Least mean cosine between the two: where plain TF-IDF with average link is at its best on full texts."""
    closeness: float = 0.6
    """The same as a share of the means within, if both are of two or more: two fires are two stories."""
    single: float = 0.5
    """The same for one text, as a share of the mean within the other group."""
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
        found += crowds.join([(place[a], place[b]) for a, b in pairs])
    return sorted(map(sorted, found))


def _neighbours(linked: Linked, docs: Sequence[Doc], options: CrowdOptions) -> list[_Pair]:
    """Return the pairs of groups of full texts that are linked, in parts of enough documents to be a crowd."""
    groups, fullness = linked.groups, together(docs).columns.full.tolist()
    full = {a for a, own in groups.items() if fmean(fullness[at] for at in own) >= options.full}
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
    """Average link over mean vectors: in each round those join of which each is the other's nearest.

    The product of two sums of vectors is the sum of products, so that of a group that was joined is known from its
    parts; it is worked out only for those to which one part was not linked.
    """

    def __init__(
        self, docs: Sequence[Doc], weights: Weights, groups: Sequence[list[int]], options: CrowdOptions
    ) -> None:
        import numpy as np

        self._docs, self._weights, self._options = docs, weights, options
        self._members = [sorted(group) for group in groups]
        sums = _summed(docs, weights.words, self._members)
        self._sums = {at: _row(sums, at) for at in range(len(groups))}
        self._lengths = np.bincount(sums.rows(), sums.counts**2, len(groups))
        """Of each sum, squared."""
        self._sizes = np.array([len(members) for members in self._members], np.int64)
        days = [[day for at in group if (day := docs[at].bare.day) is not None] for group in groups]
        self._first = np.array([min(own, default=-math.inf) for own in days], np.float64)
        self._last = np.array([max(own, default=math.inf) for own in days], np.float64)
        self._against: list[Counter[int]] = [Counter() for _ in groups]
        self._near: list[dict[int, float]] = [{} for _ in groups]
        """For each group the groups that are linked with it, with the products of the sums."""
        self._drawn: list[dict[int, float]] = [{} for _ in groups]
        """Those of them that draw it, and how much."""
        self._best: list[_Entry | None] = [None] * len(groups)

    def part(self, pairs: Collection[_Pair], weight: int) -> None:
        """Count the pairs of documents that speak against one event, between any two groups."""
        group = {at: number for number, members in enumerate(self._members) for at in members}
        for one, other in pairs:
            if one in group and other in group:
                a, b = group[one], group[other]
                self._against[a][b] += weight
                self._against[b][a] += weight

    def join(self, pairs: Collection[_Pair]) -> list[list[int]]:
        """Return the groups after those of the pairs, and of what becomes of them, that draw each other were joined."""
        fresh = sorted(pairs)
        self._link(fresh)
        while into := self._nearest(fresh):
            self._link(self._missing(into))
            for a, b in into:
                self._join(a, b)
            self._add(into)
            fresh = sorted({_rising(a, other) for a, _ in into for other in self._near[a]})
        return [members for members in self._members if members]

    def _link(self, pairs: Sequence[_Pair]) -> None:
        """Work out the products of pairs that are not known."""
        import numpy as np

        groups = sorted({group for pair in pairs for group in pair})
        if not groups:
            return
        place = {group: at for at, group in enumerate(groups)}
        a, b = (np.array([place[group] for group in side], np.int64) for side in zip(*pairs, strict=True))
        found = products(_bags([self._sums[group] for group in groups]), Near(a, b, np.zeros(len(a))))
        for (one, other), product_ in zip(pairs, found.tolist(), strict=True):
            self._near[one][other] = self._near[other][one] = product_

    def _nearest(self, fresh: Sequence[_Pair]) -> list[_Pair]:
        """Return the pairs of which each is the other's nearest, after some pairs changed."""
        drawn, changed = self._drawn, {group for pair in fresh for group in pair}
        for (a, b), pull in zip(fresh, self._pulls(fresh), strict=True):
            if pull:
                drawn[a][b] = drawn[b][a] = pull
        for group in changed:
            self._best[group] = min(
                ((-pull, *_rising(group, b)) for b, pull in drawn[group].items()), default=None
            )
        entries = (self._best[group] for group in changed)
        return sorted(
            {(a, b) for entry in entries if entry for _, a, b in [entry] if self._best[a] == self._best[b]}
        )

    def _pulls(self, pairs: Sequence[_Pair]) -> list[float]:
        """Return how much the groups of each pair draw each other, 0 for those that stay apart."""
        import numpy as np

        if not pairs:
            return []
        options, size = self._options, self._sizes
        a, b = np.array(pairs, np.int64).T
        gap = np.maximum(0, np.maximum(self._first[a] - self._last[b], self._first[b] - self._last[a]))
        mean = np.array([self._near[one][other] for one, other in pairs]) / (size[a] * size[b])
        mean *= 1.0 - np.maximum(0, gap - 2) / (2 * options.gate)
        wanted = (size[a] + size[b] >= options.many) & (gap <= options.gate) & (mean >= options.threshold)
        wanted &= self._close(mean, a, b)
        pulls = np.zeros(len(pairs))
        for at in np.flatnonzero(wanted).tolist():
            pull = float(mean[at]) * self._fitting(*pairs[at])
            pulls[at] = round(pull, 9) if pull >= options.threshold else 0.0
        found: list[float] = pulls.tolist()
        return found

    def _close(self, mean: Floats, a: Ints, b: Ints) -> Flags:
        import numpy as np

        size = self._sizes
        within = (self._lengths - size) / np.maximum(1, size * (size - 1))
        broad, tight = np.minimum(within[a], within[b]), np.maximum(within[a], within[b])
        single = np.minimum(size[a], size[b]) < 2
        enough: Flags = mean >= np.where(
            single, self._options.single * tight, self._options.closeness * (0.75 * broad + 0.25 * tight)
        )
        return enough

    def _fitting(self, a: int, b: int) -> float:
        """Return 1, less if topics and places of some texts of each speak against it, 0 if more than a few do."""
        one, other = self._members[a], self._members[b]
        if self._against[a][b] > self._options.doubt * len(one) * len(other):
            return 0.0
        some = (members[:: -(-len(members) // self._options.asked)] for members in (one, other))
        asked = [[self._docs[at] for at in members] for members in some]
        if not all(any(doc.bare.topics for doc in members) for members in asked):
            return 1.0
        return min(1.0, fmean(self._factor(x, y) for x, y in product(*asked)))

    def _factor(self, x: Doc, y: Doc) -> float:
        return self._weights.agreed.factor(x, y) * self._weights.beside.factor(x, y)

    def _missing(self, into: Sequence[_Pair]) -> list[_Pair]:
        """Return the pairs of which no product is known, but will be asked for after groups were joined."""
        found: dict[_Pair, None] = {}
        linked: dict[int, set[int]] = {}

        def of(group: int) -> set[int]:
            return linked.setdefault(group, {*self._near[group]})

        for a, b in into:
            for group, others in ((a, of(b) - of(a)), (b, of(a) - of(b))):
                for other in others - {a, b}:
                    found[_rising(group, other)] = None
                    of(group).add(other)
                    of(other).add(group)
        return [*found]

    def _join(self, a: int, b: int) -> None:
        """Put ``b`` into ``a``; the products of both with all others are known."""
        mine, theirs = self._near[a], self._near[b]
        self._lengths[a] += self._lengths[b] + 2 * mine.pop(b)
        del theirs[a]
        for other, product_ in theirs.items():
            mine[other] += product_
            self._near[other][a] = mine[other]
            del self._near[other][b]
        for group in (a, b):
            for other in self._drawn[group]:
                self._drawn[other].pop(group, None)
            self._drawn[group] = {}
        for other, number in self._against[b].items():
            if other not in (a, b):
                self._against[a][other] += number
                self._against[other][a] += self._against[other].pop(b)
        self._against[a].pop(b, None)
        self._near[b], self._against[b] = {}, Counter()
        self._sizes[a] += self._sizes[b]
        self._members[a] = sorted(self._members[a] + self._members[b])
        self._members[b] = []
        self._first[a] = min(self._first[a], self._first[b])
        self._last[a] = max(self._last[a], self._last[b])

    def _add(self, into: Sequence[_Pair]) -> None:
        """Add up the sums of groups that were joined."""
        both = _bags([self._sums[group] for side in zip(*into, strict=True) for group in side])
        added = summed(len(into), both.rows() % len(into), both.keys, both.counts)
        for at, (a, b) in enumerate(into):
            self._sums[a] = _row(added, at)
            del self._sums[b]


def _summed(docs: Sequence[Doc], words: Floats, groups: Sequence[Sequence[int]]) -> Bags:
    """Return for each group the sum of its texts as unit vectors."""
    import numpy as np

    own = sorted((at, number) for number, members in enumerate(groups) for at in members)
    bag = rows([docs[at] for at, _ in own], lambda table: table.bag)
    vectors = units(bag, words, docs[0].table.vocabulary)
    group = np.array([number for _, number in own])
    return summed(len(groups), group[vectors.rows()], vectors.keys, vectors.counts)


def _row(given: Bags, at: int) -> _Row:
    own = slice(given.starts[at], given.starts[at + 1])
    return given.keys[own].copy(), given.counts[own].copy()


def _bags(rows: Sequence[_Row]) -> Bags:
    import numpy as np

    sizes = np.fromiter((len(keys) for keys, _ in rows), np.int64, len(rows))
    keys, counts = (np.concatenate(kind) for kind in zip(*rows, strict=True))
    return Bags(np.concatenate(([0], np.cumsum(sizes))), keys, counts)


def _rising(a: int, b: int) -> _Pair:
    return (a, b) if a < b else (b, a)

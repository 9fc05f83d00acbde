"""Average-link clustering over a sparse graph of scored pairs, with pairs that may never be together."""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence


def average_link(
    number: int,
    scores: Mapping[tuple[int, int], float],
    threshold: float,
    apart: Collection[tuple[int, int]] = (),
    together: Sequence[tuple[int, int]] = (),
) -> list[list[int]]:
    """Return clusters of ``range(number)``, each sorted, in order of their first member.

    Two clusters join while the mean score over all pairs between them reaches ``threshold``; a pair without
    a score counts as 0. Pairs of ``apart`` never share a cluster, pairs of ``together`` always do. Ties are
    broken by the smallest members, so that the result depends on nothing but its input.
    """
    work = _Work(number, scores, apart)
    for a, b in sorted(together):
        work.join(work.root(a), work.root(b))
    work.run(threshold)
    return sorted(sorted(members) for members in work.members.values())


class _Work:
    """Clusters named by their smallest member, with summed scores to their neighbours."""

    def __init__(
        self, number: int, scores: Mapping[tuple[int, int], float], apart: Collection[tuple[int, int]]
    ) -> None:
        self.members = {at: [at] for at in range(number)}
        self.near: list[dict[int, float]] = [{} for _ in range(number)]
        self.never: list[set[int]] = [set() for _ in range(number)]
        self._up = list(range(number))
        for (a, b), score in scores.items():
            self.near[a][b] = self.near[b][a] = score
        for a, b in apart:
            self.never[a].add(b)
            self.never[b].add(a)

    def root(self, at: int) -> int:
        while self._up[at] != at:
            self._up[at] = self._up[self._up[at]]
            at = self._up[at]
        return at

    def mean(self, a: int, b: int) -> float:
        pairs = len(self.members[a]) * len(self.members[b])
        return round(self.near[a].get(b, 0.0) / pairs, 9)

    def join(self, a: int, b: int) -> int:
        """Put two clusters together; the smaller name stays."""
        if a == b:
            return a
        a, b = min(a, b), max(a, b)
        self._up[b] = a
        self.members[a] += self.members.pop(b)
        for other, score in self.near[b].items():
            del self.near[other][b]
            if other != a:
                self.near[a][other] = self.near[other][a] = self.near[a].get(other, 0.0) + score
        for other in self.never[b]:
            self.never[other].discard(b)
            if other != a:
                self.never[other].add(a)
                self.never[a].add(other)
        self.near[b], self.never[b] = {}, set()
        return a

    def run(self, threshold: float) -> None:
        heap = [
            (-self.mean(a, b), a, b)
            for a in self.members
            for b in self.near[a]
            if a < b and self.mean(a, b) >= threshold
        ]
        heapq.heapify(heap)
        while heap:
            score, a, b = heapq.heappop(heap)
            if a not in self.members or b not in self.members or b in self.never[a]:
                continue
            if self.mean(a, b) != -score:
                continue  # stale: a newer entry stands elsewhere in the heap
            kept = self.join(a, b)
            for other in self.near[kept]:
                mean = self.mean(kept, other)
                if mean >= threshold:
                    heapq.heappush(heap, (-mean, min(kept, other), max(kept, other)))

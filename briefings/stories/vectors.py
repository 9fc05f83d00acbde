"""Weights by rarity, and which documents are near each other: sparse vectors, never a dense matrix."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from briefings.stories.common import COMMON, DOCUMENTS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence, Set

Vector = dict[str, float]
Pairs = dict[tuple[int, int], float]

_BY_HAND = 1_500_000
"""Products of one join that plain Python does faster than loading scipy takes (0.35 s)."""
_NEIGHBOURS = 48
"""Nearest documents kept for each document of a large set."""
_LARGE = 1000
"""Documents from which on frequent features are left out."""


def unit(bags: Sequence[Mapping[str, float]], max_df: float = 1.0) -> list[Vector]:
    """Return unit-length vectors: 1 + log of the count, times rarity in the set and in the language.

    The language's common words (``common``) stand for 123 documents more, so that a set of two is weighed much
    like one of two thousand. In a set over 1,000 a feature that a larger share than ``max_df`` bears is left
    out: it costs the most and tells the least (20,000 documents in 3.5 s instead of 13.7 s).
    """
    spread = Counter(key for bag in bags for key in bag)
    total = 1 + len(bags) + DOCUMENTS
    ceiling = len(bags) * max_df if len(bags) > _LARGE else len(bags)
    rarity = {
        key: math.log(total / (1 + number + COMMON.get(key, 0))) + 1
        for key, number in spread.items()
        if number <= ceiling
    }
    met = {key for key, number in spread.items() if number > 1}
    return [_unit(bag, rarity, met) for bag in bags]


def _unit(bag: Mapping[str, float], rarity: Mapping[str, float], met: Set[str]) -> Vector:
    """Only features that another document bears are kept; the others still count in the length."""
    strengths = {
        key: (count if key[0] == "t" and key[1:2] == ":" else 1 + math.log(count)) * rarity[key]
        for key, count in bag.items()
        if key in rarity
    }
    length = math.hypot(*strengths.values()) or 1.0
    return {key: value / length for key, value in strengths.items() if key in met}


def cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Return the product of two unit vectors."""
    if len(b) < len(a):
        a, b = b, a
    return sum(value * b[key] for key, value in a.items() if key in b)


def join(vectors: Sequence[Mapping[str, float]], least: float) -> Pairs:
    """Return the cosine of each pair ``(i, j)``, ``i < j``, that reaches ``least``."""
    spread = Counter(key for vector in vectors for key in vector)
    if sum(among * among for among in spread.values()) / 2 > _BY_HAND:
        return _join_sparse(vectors, least)
    return _join_plain(vectors, least)


def _join_plain(vectors: Sequence[Mapping[str, float]], least: float) -> Pairs:
    bearers: dict[str, list[tuple[int, float]]] = defaultdict(list)
    found: Pairs = {}
    for at, vector in enumerate(vectors):
        products: dict[int, float] = defaultdict(float)
        for key, value in vector.items():
            for other, theirs in bearers[key]:
                products[other] += value * theirs
            bearers[key].append((at, value))
        found.update(((other, at), round(p, 6)) for other, p in products.items() if p >= least)
    return found


def _join_sparse(vectors: Sequence[Mapping[str, float]], least: float) -> Pairs:
    import numpy as np
    from scipy.sparse import csr_matrix
    from sparse_dot_topn import sp_matmul_topn

    columns: dict[str, int] = {}
    starts, places, values = [0], list[int](), list[float]()
    for vector in vectors:
        places.extend(columns.setdefault(key, len(columns)) for key in vector)
        values.extend(vector.values())
        starts.append(len(places))
    shape = (len(vectors), max(1, len(columns)))
    matrix = csr_matrix((np.array(values, dtype=np.float64), places, starts), shape=shape)
    near = sp_matmul_topn(matrix, matrix.T.tocsr(), top_n=_NEIGHBOURS, threshold=least, n_threads=1)
    rows = np.repeat(np.arange(len(vectors)), np.diff(near.indptr))
    triples = zip(rows.tolist(), near.indices.tolist(), near.data.tolist(), strict=True)
    return {(min(i, j), max(i, j)): round(p, 6) for i, j, p in triples if i != j}

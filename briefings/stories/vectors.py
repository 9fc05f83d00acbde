"""Weights by rarity, and which documents are near each other: sparse vectors, never a dense matrix."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from itertools import chain, repeat
from typing import TYPE_CHECKING, Any

from briefings.stories.common import COMMON, DOCUMENTS

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

Vector = dict[str, float]
Pairs = dict[tuple[int, int], float]

_BY_HAND = 60_000
"""Features of a set up to which plain Python is faster than loading scipy (0.35 s): some 300 full texts."""
_NEIGHBOURS = 48
"""Nearest documents kept for each document of a large set."""
_CHUNK = 100_000
"""Pairs multiplied at a time: some 100 MB."""
_MOST = 250
"""Bearers of a feature in a large set: with a share alone the cost would grow by the square."""
_LARGE = 1000
"""Documents from which on frequent features are left out."""


def rarity(bags: Sequence[Mapping[str, float]], max_df: float = 1.0) -> dict[str, float]:
    """Return the weight of each feature: its rarity in the set and in the language.

    The language's common words (``common``) stand for 123 documents more, so that a set of two is weighed much
    like one of two thousand. In a set over 1,000 a feature that a larger share than ``max_df``, or more than 250
    documents, bear is left out: it costs the most and tells the least.
    """
    spread: Counter[str] = Counter()
    for bag in bags:
        spread.update(bag.keys())
    total = 1 + len(bags) + DOCUMENTS
    ceiling = min(len(bags) * max_df, _MOST) if len(bags) > _LARGE and max_df < 1 else len(bags)
    return {
        key: math.log(total / (1 + number + COMMON.get(key, 0))) + 1
        for key, number in spread.items()
        if number <= ceiling
    }


def unit(bag: Mapping[str, float], weights: Mapping[str, float]) -> Vector:
    """Return the bag as a vector of length 1: 1 + log of the count (topics as they are), times rarity."""
    strengths = {
        key: (count if key[0] == "t" and key[1:2] == ":" else 1 + math.log(count)) * weights[key]
        for key, count in bag.items()
        if key in weights
    }
    length = math.hypot(*strengths.values()) or 1.0
    return {key: value / length for key, value in strengths.items()}


def cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Return the product of two unit vectors."""
    if len(b) < len(a):
        a, b = b, a
    return math.fsum([value * b[key] for key, value in a.items() if key in b])


def products(bags: Sequence[Mapping[str, float]], pairs: Collection[tuple[int, int]]) -> list[float]:
    """Return the cosine of each pair of bags, in the order of the pairs."""
    weights = rarity(bags)
    if sum(len(bag) for bag in bags) <= _BY_HAND:
        known = {at: unit(bags[at], weights) for at in sorted({at for pair in pairs for at in pair})}
        return [cosine(known[a], known[b]) for a, b in pairs]
    import numpy as np

    matrix = _matrix(bags, weights)
    at = np.array(list(pairs), dtype=np.int32).reshape(-1, 2)
    found: list[float] = []
    for begin in range(0, len(at), _CHUNK):
        a, b = at[begin : begin + _CHUNK].T
        found += matrix[a].multiply(matrix[b]).sum(axis=1).A1.tolist()
    return found


def join(bags: Sequence[Mapping[str, float]], least: float, max_df: float = 1.0) -> Pairs:
    """Return the cosine of each pair of bags ``(i, j)``, ``i < j``, that reaches ``least``."""
    weights = rarity(bags, max_df)
    if sum(len(bag) for bag in bags) > _BY_HAND:
        return _join_sparse(bags, weights, least)
    return _join_plain([unit(bag, weights) for bag in bags], least)


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


def _join_sparse(bags: Sequence[Mapping[str, float]], weights: Mapping[str, float], least: float) -> Pairs:
    import numpy as np
    from sparse_dot_topn import sp_matmul_topn

    matrix = _matrix(bags, weights)
    near = sp_matmul_topn(matrix, matrix.T.tocsr(), top_n=_NEIGHBOURS, threshold=least, n_threads=1)
    rows = np.repeat(np.arange(len(bags)), np.diff(near.indptr))
    upper = rows < near.indices
    low, high = np.minimum(rows, near.indices), np.maximum(rows, near.indices)
    kept = upper | (rows > near.indices)  # a neighbour of one side only counts as well
    places = zip(low[kept].tolist(), high[kept].tolist(), strict=True)
    return dict(zip(places, near.data[kept].round(6).tolist(), strict=True))


def _matrix(bags: Sequence[Mapping[str, float]], weights: Mapping[str, float]) -> Any:
    """Rows as ``unit`` makes them, in one go."""
    import numpy as np
    from scipy.sparse import csr_matrix

    columns = {key: number for number, key in enumerate(weights)}
    nowhere = len(columns)  # features that are left out
    places = np.fromiter(map(columns.get, chain.from_iterable(bags), repeat(nowhere)), dtype=np.int32)
    values = np.fromiter(chain.from_iterable(bag.values() for bag in bags), dtype=np.float64)
    starts = np.concatenate(([0], np.cumsum([len(bag) for bag in bags])))
    plain = np.fromiter((key.startswith("t:") for key in columns), dtype=bool, count=nowhere)
    plain = np.append(plain, False)
    rare = np.append(np.fromiter(weights.values(), dtype=np.float64, count=nowhere), 0.0)
    values = np.where(plain[places], values, 1 + np.log(values)) * rare[places]
    matrix = csr_matrix((values, places, starts), shape=(len(bags), nowhere + 1))
    matrix.eliminate_zeros()
    lengths = np.sqrt(matrix.multiply(matrix).sum(axis=1)).A1
    matrix.data /= np.repeat(np.where(lengths > 0, lengths, 1.0), np.diff(matrix.indptr))
    return matrix

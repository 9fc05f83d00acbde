"""Weights by rarity, and which documents are near each other: sparse vectors, never a dense matrix."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from briefings.stories.texts.bags import Bags, stacked
from briefings.stories.texts.common import DOCUMENTS
from briefings.stories.texts.docs import together

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from briefings.stories.texts.bags import Flags, Floats, Ints, Vocabulary
    from briefings.stories.texts.features import Doc, Table

Vector = dict[str, float]

_FEW = 1_000_000
"""Products up to which they are made with plain arrays: loading scipy takes 0.35 s."""
_LOOKED_UP = 200_000
"""The same of entries, if only some pairs are asked for."""
_NEIGHBOURS = 48
"""Nearest documents kept for each document of a large set."""
_CHUNK = 500_000
"""Entries multiplied at a time: some 25 MB."""
_MOST = 250
"""Bearers of a feature in a large set: with a share alone the cost would grow by the square."""
_SPENT = 6000
"""Products for each document up to which frequent features are kept all the same: the words of a story of which every
tenth document tells are frequent, and tell of it."""
_LARGE = 1000
"""Documents from which on frequent features are left out."""


@dataclass(frozen=True, slots=True)
class Near:
    """Pairs ``a < b`` of documents, each with what it is worth."""

    a: Ints
    b: Ints
    score: Floats

    def only(self, kept: Flags | Ints) -> Near:
        """Return the pairs that are kept."""
        return Near(self.a[kept], self.b[kept], self.score[kept])


def all_of(parts: Sequence[Near]) -> Near:
    """Return the pairs of all parts, one part after another."""
    import numpy as np

    none = np.zeros(0, np.int64)
    a = np.concatenate([none, *(part.a for part in parts)])
    b = np.concatenate([none, *(part.b for part in parts)])
    return Near(a, b, np.concatenate([np.zeros(0), *(part.score for part in parts)]))


def rows(docs: Sequence[Doc], part: Callable[[Table], Bags]) -> Bags:
    """Return one part of the tables of the documents, a row for each."""
    return stacked(part(table).take(wanted) for table, wanted in together(docs).tables)


def rarity(given: Bags, vocabulary: Vocabulary, max_df: float = 1.0) -> Floats:
    """Return the weight of each feature: its rarity in the set and in the language; 0 for one that is left out.

    The language's common words (``common``) stand for 123 documents more, so that a set of two is weighed much
    like one of two thousand. In a set over 1,000 a feature that a larger share than ``max_df``, or more than 250
    documents, bear is left out, unless all that are no more frequent cost little: it costs the most and tells the
    least.
    """
    import numpy as np

    spread = np.bincount(given.keys, minlength=len(vocabulary.names))
    total = 1 + len(given) + DOCUMENTS
    ceiling = _ceiling(spread, len(given), max_df) if len(given) > _LARGE and max_df < 1 else len(given)
    weights = np.log(total / (1 + spread + vocabulary.common())) + 1
    return np.where((spread > 0) & (spread <= ceiling), weights, 0.0)


def _ceiling(spread: Ints, number: int, max_df: float) -> float:
    """Return how many documents may bear a feature of a large set."""
    import numpy as np

    rising = np.sort(spread)
    afforded = np.searchsorted(np.cumsum(rising.astype(np.float64) ** 2), _SPENT * number)
    return max(min(number * max_df, _MOST), float(rising[afforded - 1]) if afforded else 0.0)


def named(weights: Floats, vocabulary: Vocabulary) -> dict[str, float]:
    """Return weights by the names of the features."""
    found = zip(vocabulary.names, weights.tolist(), strict=True)
    return {name: weight for name, weight in found if weight}


def unit(bag: Mapping[str, float], weights: Mapping[str, float]) -> Vector:
    """Return the bag as a vector of length 1: 1 + log of the count (topics as they are), times rarity."""
    strengths = {
        key: (count if key[:2] == "t:" else 1 + math.log(count)) * weights[key]
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


def units(given: Bags, weights: Floats, vocabulary: Vocabulary) -> Bags:
    """Return each row as ``unit`` makes it, without the features that are left out."""
    import numpy as np

    at = np.flatnonzero((weights > 0)[given.keys])
    starts = np.searchsorted(at, given.starts)
    keys, count = given.keys[at], given.counts[at]
    strength = np.where(vocabulary.topics()[keys], count, 1 + np.log(count)) * weights[keys]
    sizes = np.diff(starts)
    had = sizes > 0
    lengths = np.sqrt(np.add.reduceat(strength**2, starts[:-1][had])) if len(at) else strength
    return Bags(starts, keys, strength / np.repeat(lengths, sizes[had]))


def join(vectors: Bags, least: float, fresh: int = 0) -> Near:
    """Return, in rising order, each pair whose product reaches ``least`` and whose second is ``fresh`` or later.

    Of many documents those pairs are given in which one of the two is among the nearest of a fresh one.
    """
    import numpy as np

    spread = np.bincount(vectors.keys)
    few = float((spread.astype(np.float64) ** 2).sum()) <= 2 * _FEW
    found = (_join_few if few else _join_many)(vectors, least, fresh)
    return Near(found.a, found.b, found.score.round(6))


def _join_few(vectors: Bags, least: float, fresh: int) -> Near:
    """Every bearer of a feature meets every one before it."""
    import numpy as np

    order = np.argsort(vectors.keys, kind="stable")
    keys, owner, value = vectors.keys[order], vectors.rows()[order], vectors.counts[order]
    first = np.searchsorted(keys, keys)
    before = np.where(owner >= fresh, np.arange(len(keys)) - first, 0)
    late = np.repeat(np.arange(len(keys)), before)
    early = np.arange(len(late)) - np.repeat(np.cumsum(before) - before - first, before)
    code, back = np.unique(owner[early] * len(vectors) + owner[late], return_inverse=True)
    score: Floats = np.bincount(back, value[early] * value[late], len(code)).astype(np.float64)
    return _near(code, score, len(vectors), least)


def _join_many(vectors: Bags, least: float, fresh: int) -> Near:
    import numpy as np
    from sparse_dot_topn import sp_matmul_topn

    matrix = _matrix(vectors)
    found = sp_matmul_topn(matrix[fresh:], matrix.T.tocsr(), top_n=_NEIGHBOURS, threshold=least, n_threads=1)
    one = np.repeat(np.arange(fresh, len(vectors)), np.diff(found.indptr))
    other = found.indices.astype(np.int64)
    kept = one != other
    low, high = np.minimum(one, other)[kept], np.maximum(one, other)[kept]
    code, at = np.unique(low * len(vectors) + high, return_index=True)
    return _near(code, found.data[kept][at], len(vectors), least)


def _near(code: Ints, score: Floats, number: int, least: float) -> Near:
    return Near(code // number, code % number, score).only(score >= least)


def products(vectors: Bags, pairs: Near) -> Floats:
    """Return the product of each pair."""
    import numpy as np

    if not len(pairs.a):
        return np.zeros(0)
    sizes = np.diff(vectors.starts)
    short = np.where(sizes[pairs.b] < sizes[pairs.a], pairs.b, pairs.a)
    if int(sizes[short].sum()) <= _LOOKED_UP:
        return _looked_up(vectors, short, pairs.a + pairs.b - short)
    matrix, found, begin = _matrix(vectors), [], 0
    cost = np.cumsum(sizes[pairs.a] + sizes[pairs.b]) // _CHUNK
    for end in np.append(np.flatnonzero(np.diff(cost)) + 1, len(cost)).tolist():
        own, begin = slice(begin, end), end
        found.append(matrix[pairs.a[own]].multiply(matrix[pairs.b[own]]).sum(axis=1).A1)
    return np.concatenate(found)


def _looked_up(vectors: Bags, short: Ints, long: Ints) -> Floats:
    """Look for what each of the shorter ones has in the longer one."""
    import numpy as np

    asked, width = vectors.take(short), int(vectors.keys.max(initial=0)) + 1
    row, code = asked.rows(), vectors.rows() * width + vectors.keys
    at = np.searchsorted(code, wanted := long[row] * width + asked.keys)
    there = np.append(code, -1)[at] == wanted
    product = asked.counts[there] * vectors.counts[at[there]]
    return np.bincount(row[there], product, len(short)).astype(np.float64)


def _matrix(vectors: Bags) -> Any:
    from scipy.sparse import csr_matrix

    width = int(vectors.keys.max(initial=0)) + 1
    return csr_matrix((vectors.counts, vectors.keys, vectors.starts), shape=(len(vectors), width))

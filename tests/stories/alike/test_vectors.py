from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.stories.alike import vectors
from briefings.stories.clusters.linkage import LinkOptions, link
from briefings.stories.texts import bags

WORDS = ["word", "k:trmp", "#3", "t:body.csto", "osh", "the"]
BAGS = st.lists(st.dictionaries(st.sampled_from(WORDS), st.integers(1, 4), max_size=6), max_size=12)


def vectors_of(rows: list[dict[str, float]]) -> tuple[bags.Bags, list[vectors.Vector]]:
    """The rows as arrays, and as ``unit`` makes them one by one."""
    vocabulary = bags.Vocabulary()
    entries = [(at, vocabulary[key], count) for at, row in enumerate(rows) for key, count in row.items()]
    at, keys, counts = (np.array([entry[n] for entry in entries], np.int64) for n in range(3))
    found = bags.summed(len(rows), at, keys, counts.astype(np.float64))
    weights = vectors.rarity(found, vocabulary)
    plain = vectors.named(weights, vocabulary)
    return vectors.units(found, weights, vocabulary), [vectors.unit(row, plain) for row in rows]


@settings(deadline=None)  # the first call loads scipy
@given(BAGS, st.integers(0, 12))
def test_the_two_joins_give_the_cosine_of_every_pair(rows: list[dict[str, float]], fresh: int) -> None:
    made, plain = vectors_of(rows)
    first = min(fresh, len(rows))
    wanted = {
        (a, b): score
        for b in range(first, len(rows))
        for a in range(b)
        if (score := vectors.cosine(plain[a], plain[b])) >= 0.05
    }
    for join in (vectors._join_few, vectors._join_many):
        near = join(made, 0.05, first)
        found = dict(zip(zip(near.a.tolist(), near.b.tolist(), strict=True), near.score, strict=True))
        assert found == {pair: pytest.approx(score, abs=2e-6) for pair, score in wanted.items()}


def test_groups_join_only_when_near_for_what_they_are_in_themselves() -> None:
    tight = {(a, b): 0.9 for a in range(3) for b in range(a)} | {
        (a, b): 0.9 for a in range(3, 6) for b in range(3, a)
    }
    between = {(a, b): 0.4 for a in range(3) for b in range(3, 6)}
    scores = {(min(p), max(p)): score for p, score in (tight | between).items()}
    assert link(6, scores, LinkOptions(threshold=0.3)).clusters == [[0, 1, 2], [3, 4, 5]]
    assert link(6, scores, LinkOptions(threshold=0.3, closeness=0.2)).clusters == [[0, 1, 2, 3, 4, 5]]


def test_pairs_that_must_stay_apart_stay_apart() -> None:
    scores = {(0, 1): 0.9, (1, 2): 0.9, (0, 2): 0.9}
    assert link(3, scores, LinkOptions(), apart=[(0, 2)]).clusters == [[0, 1], [2]]


def test_the_order_of_the_scores_does_not_matter() -> None:
    source = random.Random(3)
    scores = {(a, b): round(source.random(), 2) for b in range(30) for a in range(b) if source.random() < 0.3}
    shuffled = dict(source.sample(list(scores.items()), len(scores)))
    assert link(30, shuffled, LinkOptions()).clusters == link(30, scores, LinkOptions()).clusters

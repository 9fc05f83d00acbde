from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.stories import vectors
from briefings.stories.linkage import LinkOptions, link

BAGS = st.lists(
    st.dictionaries(st.sampled_from(["word", "k:trmp", "#3", "t:body.csto", "osh", "the"]), st.integers(1, 4), max_size=6),
    max_size=12,
)  # fmt: skip


@settings(deadline=None)  # the first call loads scipy
@given(BAGS)
def test_the_join_in_python_and_the_sparse_one_agree(bags: list[dict[str, float]]) -> None:
    weights = vectors.rarity(bags)
    plain = vectors._join_plain([vectors.unit(bag, weights) for bag in bags], 0.05)
    sparse = vectors._join_sparse(bags, weights, 0.05)
    assert {pair: pytest.approx(score, abs=2e-6) for pair, score in plain.items()} == sparse


def test_groups_join_only_when_near_for_what_they_are_in_themselves() -> None:
    tight = {(a, b): 0.9 for a in range(3) for b in range(a)} | {
        (a, b): 0.9 for a in range(3, 6) for b in range(3, a)
    }
    between = {(a, b): 0.4 for a in range(3) for b in range(3, 6)}
    scores = {(min(p), max(p)): score for p, score in (tight | between).items()}
    assert link(6, scores, LinkOptions(threshold=0.3)) == [[0, 1, 2], [3, 4, 5]]
    assert link(6, scores, LinkOptions(threshold=0.3, closeness=0.2)) == [[0, 1, 2, 3, 4, 5]]


def test_pairs_that_must_stay_apart_stay_apart() -> None:
    scores = {(0, 1): 0.9, (1, 2): 0.9, (0, 2): 0.9}
    assert link(3, scores, LinkOptions(), apart=[(0, 2)]) == [[0, 1], [2]]


def test_the_order_of_the_scores_does_not_matter() -> None:
    source = random.Random(3)
    scores = {(a, b): round(source.random(), 2) for b in range(30) for a in range(b) if source.random() < 0.3}
    shuffled = dict(source.sample(list(scores.items()), len(scores)))
    assert link(30, shuffled, LinkOptions()) == link(30, scores, LinkOptions())

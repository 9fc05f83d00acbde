"""When groups of documents join."""

from __future__ import annotations

from itertools import combinations

from briefings.stories.clusters.linkage import LinkOptions, link

WITHIN, BETWEEN = 0.6, 0.22
"""Scores in two groups of three, and from one group to the other: too little for two documents alone."""


def two_groups(within: float = WITHIN) -> dict[tuple[int, int], float]:
    return {(a, b): within if a // 3 == b // 3 else BETWEEN for a, b in combinations(range(6), 2)}


def test_two_documents_need_more_than_a_crowd() -> None:
    assert link(2, {(0, 1): BETWEEN}, LinkOptions(), full=[1.0] * 2).clusters == [[0], [1]]


def test_full_texts_join_a_crowd_by_less_than_headlines() -> None:
    scores = {(a, b): 0.3 if b < 3 else BETWEEN for a, b in combinations(range(4), 2)}

    assert link(4, scores, LinkOptions(), full=[1.0] * 4).clusters == [[0, 1, 2, 3]]
    assert link(4, scores, LinkOptions(), full=[0.0] * 4).clusters == [[0, 1, 2], [3]]


def test_two_tight_groups_stay_apart_however_full_their_texts() -> None:
    assert link(6, two_groups(), LinkOptions(), full=[1.0] * 6).clusters == [[0, 1, 2], [3, 4, 5]]


def test_two_tight_pairs_of_full_texts_need_more_than_a_crowd() -> None:
    def pairs(within: float) -> dict[tuple[int, int], float]:
        return {(a, b): within if a // 2 == b // 2 else BETWEEN for a, b in combinations(range(4), 2)}

    assert link(4, pairs(0.3), LinkOptions(), full=[1.0] * 4).clusters == [[0, 1, 2, 3]]
    assert link(4, pairs(1.0), LinkOptions(), full=[1.0] * 4).clusters == [[0, 1], [2, 3]]

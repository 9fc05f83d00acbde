"""What pairs connect is one part, named by its first."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefings.stories.clusters.parts import Parts
from briefings.stories.origins.origins import joined

PAIRS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=40)


@given(PAIRS, PAIRS)
def test_parts_are_what_going_from_pair_to_pair_finds(
    first: list[tuple[int, int]], more: list[tuple[int, int]]
) -> None:
    parts = Parts()
    for pairs in (first, more):
        parts.join([a for a, _ in pairs], [b for _, b in pairs])
    told = {at: group[0] for group in joined([*first, *more]) for at in group}

    assert parts.of(range(40)).tolist() == [told.get(at, at) for at in range(40)]

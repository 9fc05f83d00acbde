"""The outlet's own view, told apart from what somebody said."""

from __future__ import annotations

import pytest

from briefings.reading.comment import comment


@pytest.mark.parametrize(
    "paragraph",
    [
        "The closure underscores growing concerns about the only road to the valley.",
        "Whether lorries return will depend on the works at the lower gate.",
        "Это решение свидетельствует о нехватке зерна в долине.",
    ],
)
def test_a_judgement_that_nobody_is_named_for_is_comment(paragraph: str) -> None:
    text = f"The gate reopened on Tuesday.\n\n{paragraph}"
    assert [text[start:end] for start, end in comment(text)] == [paragraph]


@pytest.mark.parametrize(
    "paragraph",
    [
        "The closure underscores growing concerns, the union of drivers said.",
        "По словам начальника таможни, всё будет зависеть от ремонта.",
        "The gate reopened on Tuesday after four months of repairs.",
    ],
)
def test_what_somebody_said_or_what_happened_is_none(paragraph: str) -> None:
    assert comment(paragraph) == ()

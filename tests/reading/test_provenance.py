"""What is cut out of a text because it says nothing of the event."""

from __future__ import annotations

import pytest

from briefings.reading.provenance import unlabelled


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (
            "Боевики запрещённого в РФ движения «Талибан» вошли в Кабул.",
            "Боевики движения «Талибан» вошли в Кабул.",
        ),
        ("Запрещённый в России «Талибан» занял Герат.", "«Талибан» занял Герат."),
        ("«Талибан» (запрещён в России с 2003 года) занял Герат.", "«Талибан» занял Герат."),
    ],
)
def test_a_label_within_a_sentence_takes_nothing_of_the_sentence(text: str, left: str) -> None:
    assert unlabelled(text) == left

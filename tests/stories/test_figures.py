from __future__ import annotations

import pytest

from briefings.stories.figures import figures
from tests.stories.make import item


@pytest.mark.parametrize(
    ("title", "what", "value"),
    [
        ("3 killed in border shooting", "killed", 3),
        ("Three Tajik border guards were killed", "killed", 3),
        ("Blast kills many: 1,200 people dead", "killed", 1200),
        ("At least 17 wounded in Herat", "wounded", 17),
        ("В перестрелке погибли 5 человек", "killed", 5),
        ("Двое пограничников ранены", "wounded", 2),
        ("Police say 40 people detained", "detained", 40),
        ("136 000 people evacuated from Batken", "evacuated", 136_000),
    ],
)
def test_a_count_is_read_with_what_befell(title: str, what: str, value: int) -> None:
    found = figures([item("a", title)])
    assert [(figure.what, figure.value) for figure in found] == [(what, value)]


@pytest.mark.parametrize(
    "title",
    [
        "Killed in action: a film of 2024",
        "On 28 November nobody was hurt",
        "Dead Sea level falls",
        "M23 fighters",
        "In three days nearly all suspects were detained",
        "За последние три дня задержаны подозреваемые",
        "В 12 домах эвакуированы жители",
        "After 2 hours the men were arrested",
    ],
)
def test_a_number_without_victims_is_no_count(title: str) -> None:
    assert figures([item("a", title)]) == ()


def test_two_sources_of_one_count_stand_together() -> None:
    found = figures([item("b", "3 killed near Vorukh"), item("a", "Three killed near Vorukh")])
    assert [figure.articles for figure in found] == [("a", "b")]

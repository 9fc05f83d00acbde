from __future__ import annotations

import pytest

from briefings.brief.material.sentences import quotable_title, tidy
from briefings.brief.material.titles import MARK, mark
from briefings.types import Tagged
from tests.brief.make import article


def marked(*titles: str, outlet: str = "Khyber Ledger") -> list[bool]:
    items = [Tagged(article(title, f"text {n}", outlet=outlet), ()) for n, title in enumerate(titles)]
    return [MARK in item.article.flags for item in mark(items)]


def test_titles_that_end_at_one_length_are_cut() -> None:
    long = [
        f"{word} gate by the river stays shut until the end of the week, the guards of th"
        for word in ("Old", "New", "Low")
    ]

    assert marked(*long, "Gate shut") == [True, True, True, False]


def test_two_titles_of_one_length_are_chance() -> None:
    long = [
        f"{word} gate by the river stays shut until the end of the week, guards say now"
        for word in ("Old", "New")
    ]

    assert marked(*long, "Gate shut") == [False, False, False]


@pytest.mark.parametrize("last", [".", "”", ")", "!"])
def test_a_title_that_ends_with_a_sign_is_whole(last: str) -> None:
    long = [
        f"{word} gate by the river stays shut until the end of the week, guards sa{last}"
        for word in ("Old", "New", "Low")
    ]

    assert marked(*long) == [False, False, False]


def test_a_title_that_ends_on_a_small_word_is_cut_wherever_it_ends() -> None:
    assert marked("Ministry statement on the situation at the gate and in the towns around the") == [True]
    assert marked("Заявление министерства о положении у переправы и в посёлках рядом с") == [True]


def test_a_title_of_two_sentences_without_an_end_is_cut() -> None:
    whole = "Guards spoke with the drivers at the gate. The drivers went home."
    assert marked("Guards spoke with the drivers at the river gate. The drivers offered") == [True]
    assert marked(whole, "U.S. and Tajik guards meet at the river gate near Panj") == [False, False]


@pytest.mark.parametrize(
    ("title", "left"),
    [
        ("⚡️ Gate shut for repairs", "Gate shut for repairs"),
        ("WATCH: Gate shut for repairs", "Gate shut for repairs"),
        ("Gate shut for repairs (VIDEO)", "Gate shut for repairs"),
        ("Gate shut for repairs [PHOTOS]", "Gate shut for repairs"),
        ("Gate shut for repairs. #", "Gate shut for repairs"),
        ("“Gate shut for repairs”", "“Gate shut for repairs”"),
    ],
)
def test_what_sites_hang_on_titles_is_taken_off(title: str, left: str) -> None:
    assert tidy(title) == left
    assert left in title


@pytest.mark.parametrize(
    "title",
    [
        "Выпуск новостей в 18:00",
        "Press review: gates and guards",
        "News digest",
        "Gate shut…",
        "",
        "Gate 🚧 shut",
    ],
)
def test_such_titles_say_nothing_that_may_be_printed(title: str) -> None:
    assert not quotable_title(article(title))

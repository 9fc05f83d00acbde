"""What a reader who knows the language is told under a line that could only be composed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefings.brief import check_verbatim, compose
from briefings.types import Tagged
from tests.brief.make import article, given, story, tagged

SAID = "Пограничники сообщили, что двенадцать фур ждали у ворот до вечера."
TOLD = "Guards said that twelve lorries waited at the gate until the evening."


def russian(title: str = "Фуры ждут у ворот", text: str = SAID) -> Tagged:
    return tagged(article(title, text, outlet="Vakhsh Courier", language="ru"), "border.tj-af")


def english() -> Tagged:
    return tagged(article("Lorries wait at the gate", TOLD), "border.tj-af")


@pytest.mark.parametrize(("title", "told"), [("Фуры ждут у ворот", "Фуры ждут у ворот"), ("Кто ждёт?", SAID)])
def test_a_story_told_in_russian_alone_leads_with_its_russian_words_beneath(title: str, told: str) -> None:
    item = russian(title)
    brief = compose(given(story("s/a", item), items=(item,)))

    (borne,) = [line.original for line in brief.bottom_line_parts if line.original]
    assert (borne.text, borne.lang, borne.refs) == (told, "ru", (1,))
    assert check_verbatim(brief, [item.article]) == ()


def test_a_story_that_is_told_in_english_needs_none() -> None:
    brief = compose(given(story("s/a", english()), items=(english(),)))

    assert not [line for line in (*brief.bottom_line_parts, *brief.key_points) if line.original]


def spoken(title: str, *said: str) -> Tagged:
    return tagged(article(title, " ".join(said), outlet="Vakhsh Courier", language="ru"), "border.tj-af")


PASSING = "1 мая начинаем вывод из соседней страны."
"""What somebody is retold to have said, first in the text and with a topic's name: his mark of quotation is lost."""


def test_words_beneath_are_on_what_the_line_says_not_what_stands_first() -> None:
    item = spoken("Перестрелка на границе: погранзастава обстреляна из миномётов", PASSING, "Бои идут.")
    brief = compose(given(story("s/a", item), items=(item,)))

    line = next(line for line in brief.bottom_line_parts if line.original)
    assert "clashes" in line.text
    assert line.original is not None
    assert line.original.text == item.article.title
    assert check_verbatim(brief, [item.article]) == ()


def test_what_came_of_it_goes_before_who_arrived() -> None:
    came = spoken("Глава союза прибыл на саммит, где ждут соглашения и декларации о границе", "Саммит.")
    signed = spoken("Лидеры на саммите подписали декларацию о границе", "Саммит.")
    for items in ((came, signed), (signed, came)):
        brief = compose(given(story("s/a", *items), items=items))
        (borne,) = {line.original.text for line in brief.bottom_line_parts if line.original}
        assert borne == signed.article.title


def test_no_words_rather_than_words_on_something_else() -> None:
    both = [
        spoken(f"Перестрелка {n}: что известно?", f"{PASSING} Это был {n}-й день. Перестрелка {n}?")
        for n in (2, 3)
    ]
    brief = compose(given(story("s/a", *both), items=tuple(both)))

    lines = [*brief.bottom_line_parts, *brief.key_points]
    assert any("clashes" in line.text for line in lines)
    assert not [line.original for line in lines if line.original]


def test_a_line_that_quotes_an_english_title_bears_no_russian_one() -> None:
    short = tagged(article("Lorries wait at the gate", flags=("headline-only",)), "border.tj-af")
    items = (short, russian(), russian("Фуры у ворот"))
    brief = compose(given(story("s/a", *items), items=items))

    quoting = [line for line in brief.bottom_line_parts if short.article.title in line.text]
    assert quoting
    assert not [line for line in quoting if line.original]


def test_words_beneath_are_checked_like_all_others() -> None:
    brief = compose(given(story("s/a", russian()), items=(russian(),)))
    first = next(line for line in brief.bottom_line_parts if line.original)
    assert first.original is not None
    forged = replace(first, original=replace(first.original, text="Фуры уехали."))

    told = check_verbatim(replace(brief, bottom_line_parts=(forged,)), [russian().article])

    assert any("Фуры уехали" in fault for fault in told)

"""What a reader who knows the language is told under a line that could only be composed."""

from __future__ import annotations

from dataclasses import replace

from briefings.brief import check_verbatim, compose
from briefings.types import Tagged
from tests.brief.make import article, given, story, tagged

SAID = "Пограничники сообщили, что двенадцать фур ждали у ворот до вечера."
TOLD = "Guards said that twelve lorries waited at the gate until the evening."


def russian(title: str = "Фуры ждут у ворот", text: str = SAID) -> Tagged:
    return tagged(article(title, text, outlet="Vakhsh Courier", language="ru"), "border.tj-af")


def english() -> Tagged:
    return tagged(article("Lorries wait at the gate", TOLD), "border.tj-af")


def test_a_story_told_in_russian_alone_leads_with_its_russian_sentence_beneath() -> None:
    brief = compose(given(story("s/a", russian()), items=(russian(),)))

    (borne,) = [line.original for line in brief.bottom_line_parts if line.original]
    assert (borne.text, borne.lang, borne.refs) == (SAID, "ru", (1,))
    assert check_verbatim(brief, [russian().article]) == ()


def test_a_story_that_is_told_in_english_needs_none() -> None:
    brief = compose(given(story("s/a", english()), items=(english(),)))

    assert not [line for line in (*brief.bottom_line_parts, *brief.key_points) if line.original]


def test_words_beneath_are_checked_like_all_others() -> None:
    brief = compose(given(story("s/a", russian()), items=(russian(),)))
    first = next(line for line in brief.bottom_line_parts if line.original)
    assert first.original is not None
    forged = replace(first, original=replace(first.original, text="Фуры уехали."))

    told = check_verbatim(replace(brief, bottom_line_parts=(forged,)), [russian().article])

    assert any("Фуры уехали" in fault for fault in told)

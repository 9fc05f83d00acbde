"""Numbers of a Persian brief, and the editions that are plain text."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from briefings.render import render
from briefings.render.language.digits import digits
from briefings.render.language.words import words
from tests.render import sample


@pytest.mark.parametrize(("language", "said"), [("en", "12"), ("ru", "12"), ("fa", "۱۲")])
def test_a_number_stands_in_the_digits_of_the_language(language: str, said: str) -> None:
    assert digits(12, words(language)) == said
    assert words(language)["story_n"].format(n=12).endswith(said)


def test_a_persian_brief_keeps_latin_digits_only_where_something_is_looked_up_by_them() -> None:
    brief = sample.two_pages()
    told = replace(brief, brief=replace(brief.brief, language="fa"))
    (page,) = render(told, ["html"])
    body = page.data.decode().partition("<main")[2]
    heads = re.findall(r"<h4[^>]*>(.*?)</h4>", body, re.DOTALL)

    assert heads
    assert not [head for head in heads if re.match(r"\s*[0-9]", head)]
    assert f"#ref-{brief.references[0].n}" in body


def test_markdown_names_silent_rows_in_one_sentence_as_paper_does() -> None:
    brief = sample.two_pages()
    silent = [
        replace(brief.borders[0], id=f"border.x{n}", name=f"Quiet {n}", reports=0, previous=0, arrow="")
        for n in range(20)
    ]
    silent = [replace(row, history=tuple(0 for _ in row.history), state="quiet") for row in silent]
    (text,) = render(replace(brief, borders=(*brief.borders, *silent)), ["md"])
    lines = [line for line in text.data.decode().splitlines() if "Quiet 7" in line]

    assert len(lines) == 1
    assert "Quiet 19" in lines[0]
    assert "|" not in lines[0]


def test_a_point_in_plain_text_says_whose_title_it_is() -> None:
    brief = sample.two_pages()
    point = replace(brief.key_points[0], basis="title", note="Steppe Wire, 28 Nov 2024")
    (text,) = render(replace(brief, key_points=(point,)), ["md"])

    assert "(Steppe Wire, 28 Nov 2024)" in text.data.decode()

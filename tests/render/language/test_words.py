from __future__ import annotations

import re
from dataclasses import replace

import pytest

from briefings.render import render
from briefings.render.language.words import CATALOGUES, words
from tests.render import pdf_reading as read
from tests.render import sample


@pytest.mark.parametrize("language", ["ru", "fa"])
def test_a_catalogue_says_everything_with_the_same_blanks(language: str) -> None:
    ours, english = CATALOGUES[language], CATALOGUES["en"]
    assert set(ours) == set(english)
    blanks = {key: set(re.findall(r"\{(\w+)\}", text)) for key, text in english.items()}
    assert {key: set(re.findall(r"\{(\w+)\}", text)) for key, text in ours.items()} == blanks


@pytest.mark.parametrize("language", sorted(CATALOGUES))
def test_there_are_twelve_months_and_seven_days(language: str) -> None:
    catalogue = words(language)
    assert [len(catalogue[key].split()) for key in ("months", "months_long", "weekdays")] == [12, 12, 7]


def test_a_language_without_a_catalogue_is_in_english() -> None:
    assert words("ka")["stories"] == "Stories"


@pytest.mark.parametrize(("language", "heading"), [("ru", "Что изменилось"), ("fa", "خبرها")])
def test_a_brief_speaks_its_language_and_leaves_the_label_alone(language: str, heading: str) -> None:
    brief = sample.two_pages()
    (html,) = render(replace(brief, brief=replace(brief.brief, language=language)), ["html"])
    page = html.data.decode()
    assert heading in page
    assert "TLP:GREEN" in page
    assert f'<html lang="{language}"' in page


def test_a_persian_brief_runs_from_right_to_left() -> None:
    brief = sample.empty()
    (file,) = render(replace(brief, brief=replace(brief.brief, language="fa")), ["pdf"])
    assert read.root(file.data)["/Lang"] == "fa"
    assert read.missing_glyphs(file.data) == set()

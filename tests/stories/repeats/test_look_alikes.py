"""Copies, and what only looks like one: in each of six languages."""

from __future__ import annotations

import pytest

from briefings import stories
from tests.stories.look_alikes import (
    BACKGROUND,
    BULLETINS,
    DISPATCH,
    ELSEWHERE,
    FIGURES,
    NEXT,
    OWN_REPORT,
    REWORDED,
    TITLES,
)


def copied(language: str, title: str, text: str) -> bool:
    """Whether a text of another outlet, one day later, is taken for a copy of the dispatch."""
    first = {
        "id": "a", "title": TITLES[language][0], "text": "\n".join(DISPATCH[language]), "lang": language,
        "date": "2026-11-03", "url": "https://one.example/a",
    }  # fmt: skip
    second = first | {
        "id": "b",
        "title": title,
        "text": text,
        "date": "2026-11-04",
        "url": "https://two.example/b",
    }
    found = stories.group_texts([first, second])["copies"]
    assert found in ([], [["a", "b"]])
    return bool(found)


def edits(language: str) -> dict[str, list[str]]:
    """What outlets make of a dispatch."""
    whole, (before, after) = list(DISPATCH[language]), ELSEWHERE[language]
    return {
        "as it was": whole,
        "three paragraphs": whole[:3],
        "two paragraphs": whole[:2],
        "between others": [before, *whole, after],
        "shortened, with another": [*whole[:3], before],
        "a sentence and the commas gone": [p.replace(",", "") for p in (whole[0], whole[1], whole[3], whole[4])],
        "two paragraphs reworded": [*REWORDED[language], *whole[2:]],
        "in another order": [whole[0], whole[2], whole[1], whole[4], whole[3]],
    }  # fmt: skip


@pytest.mark.parametrize("language", DISPATCH)
def test_copies_are_found_under_their_own_title_and_another(language: str) -> None:
    missed = [
        (name, title)
        for name, paragraphs in edits(language).items()
        for title in TITLES[language]
        if not copied(language, title, "\n".join(paragraphs))
    ]
    assert not missed


@pytest.mark.parametrize("language", DISPATCH)
def test_an_own_report_with_the_same_quotation_is_no_copy(language: str) -> None:
    assert not copied(language, TITLES[language][1], OWN_REPORT[language])


@pytest.mark.parametrize("language", DISPATCH)
@pytest.mark.parametrize("kept", [3, 2, 1])
def test_the_next_dispatch_is_no_copy_though_it_repeats_the_background(language: str, kept: int) -> None:
    assert not copied(
        language, TITLES[language][1], "\n".join([*NEXT[language], *DISPATCH[language][-kept:]])
    )


@pytest.mark.parametrize("kind", BULLETINS)
@pytest.mark.parametrize("outlets", [1, 3])
def test_the_bulletins_of_three_days_are_three_stories_and_no_copies(kind: str, outlets: int) -> None:
    title, text = BULLETINS[kind]
    bulletins = []
    for number, figures in enumerate(FIGURES):
        filled = dict(zip("abcef", figures, strict=True)) | {"d": str(3 + number)}
        bulletins.append(
            {
                "id": str(number), "title": title.format(**filled), "text": text.format(**filled), "lang": kind[:2],
                "date": f"2026-11-0{3 + number}", "url": f"https://outlet{number % outlets}.example/{number}",
            }
        )  # fmt: skip
    found = stories.group_texts(bulletins)
    assert (found["stories"], found["copies"]) == ([["0"], ["1"], ["2"]], [])


def test_a_copy_of_a_bulletin_is_one_all_the_same() -> None:
    title, text = BULLETINS["en-border"]
    filled = dict(zip("abcef", FIGURES[0], strict=True)) | {"d": "3"}
    first = {"id": "a", "title": title.format(**filled), "text": text.format(**filled), "lang": "en", "url": "https://one.example/a"}  # fmt: skip
    again = first | {"id": "b", "title": "Guards: 41 lorries wait at Dostyk", "url": "https://two.example/b"}
    assert stories.group_texts([first, again])["copies"] == [["a", "b"]]


@pytest.mark.parametrize("language", BACKGROUND)
def test_two_texts_that_end_on_the_same_background_are_no_copies(language: str) -> None:
    shared, *texts = BACKGROUND[language]
    bare = [text.format(shared=shared) for text in texts]
    documents = [
        {
            "id": key,
            "title": text.partition(". ")[0],
            "text": text,
            "lang": language,
            "url": f"https://{key}.example/",
        }
        for key, text in zip("ab", bare, strict=True)
    ]
    assert stories.group_texts(documents)["copies"] == []


@pytest.mark.parametrize("language", DISPATCH)
def test_a_reworded_lead_stays_a_copy_beside_many_that_keep_the_first(language: str) -> None:
    texts = {
        "a": DISPATCH[language],
        "b": DISPATCH[language],
        "c": DISPATCH[language],
        "d": DISPATCH[language],
        "e": [*REWORDED[language], *DISPATCH[language][2:]],
    }
    documents = [
        {
            "id": key,
            "title": TITLES[language][0],
            "text": "\n".join(paragraphs),
            "lang": language,
            "url": f"https://{key}.example/",
        }
        for key, paragraphs in texts.items()
    ]
    assert stories.group_texts(documents)["copies"] == [list(texts)]


def test_a_short_text_of_another_outlet_is_a_copy_though_only_the_titles_name_different_places() -> None:
    text = (
        "The parliament ratified the border treaty by 86 votes to two on Thursday. Deputy minister Almaz "
        "Imangaziev said that crews would set the first posts near Vorukh in May and open a road to Isfara."
    )
    first = {"id": "a", "title": "Jogorku Kenesh ratifies border treaty", "text": text, "lang": "en", "url": "https://a.example/"}  # fmt: skip
    again = first | {"id": "b", "title": "Bishkek: border treaty ratified", "url": "https://b.example/"}
    assert stories.group_texts([first, again])["copies"] == [["a", "b"]]

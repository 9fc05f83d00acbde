from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest

from briefings.brief import compose
from briefings.brief.language import wording
from briefings.brief.language.phrases_en import ENGLISH
from briefings.brief.language.phrases_fa import PERSIAN
from briefings.brief.language.phrases_ru import RUSSIAN
from briefings.brief.language.words import words
from briefings.types import When
from tests.brief.make import given, on, seed_like, story

EN = words("en")
NEW_YEAR = (date(2025, 1, 7), date(2024, 12, 31))


def fields(phrase: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", phrase))


@pytest.mark.parametrize("catalogue", [RUSSIAN, PERSIAN], ids=["ru", "fa"])
def test_a_translation_fills_no_field_that_english_does_not(catalogue: dict[str, str]) -> None:
    assert set(catalogue) <= set(ENGLISH)
    assert {key for key in catalogue if not fields(catalogue[key]) <= fields(ENGLISH[key])} == set()


@pytest.mark.parametrize("catalogue", [RUSSIAN, PERSIAN], ids=["ru", "fa"])
def test_every_phrase_with_words_in_it_is_translated(catalogue: dict[str, str]) -> None:
    worded = {
        key for key, phrase in ENGLISH.items() if re.search(r"[A-Za-z]", re.sub(r"\{\w+\}", "", phrase))
    }

    assert worded - set(catalogue) == set()


@pytest.mark.parametrize("catalogue", [ENGLISH, RUSSIAN, PERSIAN], ids=["en", "ru", "fa"])
def test_there_are_twelve_months_and_seven_weekdays(catalogue: dict[str, str]) -> None:
    assert (len(catalogue["months"].split()), len(catalogue["weekdays"].split())) == (12, 7)


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "1 сообщение"),
        (2, "2 сообщения"),
        (5, "5 сообщений"),
        (11, "11 сообщений"),
        (21, "21 сообщение"),
        (112, "112 сообщений"),
    ],
)
def test_russian_counts_have_three_forms(number: int, said: str) -> None:
    assert words("ru").count("reports", number) == said


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (on("2024-11-28"), "Thu 28 Nov 2024"),
        (on("2024-11-25", precision="range", end=date(2024, 11, 27)), "25–27 Nov 2024"),
        (on("2024-11-29", precision="range", end=date(2024, 12, 2)), "29 Nov – 2 Dec 2024"),
        (on("2024-12-30", precision="range", end=date(2025, 1, 2)), "30 Dec 2024 – 2 Jan 2025"),
        (on("2024-11-25", precision="week"), "week of Mon 25 Nov 2024"),
        (When("2024-11", "month", "stated", date(2024, 11, 1), date(2024, 11, 30)), "Nov 2024"),
        (When("2026", "year", "stated", date(2026, 1, 1), date(2026, 12, 31)), "2026"),
        (
            on("2024-12-31", precision="ambiguous", alternatives=(date(2025, 1, 7), date(2024, 12, 31))),
            "31 Dec 2024 or 7 Jan 2025",
        ),
        (on("2024-12-31", precision="unknown"), "undated"),
    ],
)
def test_a_date_is_printed_as_exactly_as_it_is_known(when: When, said: str) -> None:
    assert wording.when(when, EN) == said


@pytest.mark.parametrize(
    ("basis", "said"),
    [
        ("stated", "27 Nov 2024"),
        ("inferred", "27 Nov 2024 (date inferred)"),
        ("url", "27 Nov 2024 (date from the address)"),
        ("retrieved", "undated"),
        ("none", "undated"),
    ],
)
def test_a_source_s_date_says_what_it_rests_on(basis: str, said: str) -> None:
    assert wording.published(on("2024-11-27", basis=basis), EN) == said


def test_midnight_belongs_to_the_day_that_it_ends() -> None:
    zone = timezone(timedelta(hours=5))

    assert wording.clock(datetime(2024, 12, 2, tzinfo=zone), EN) == "Sun 1 Dec 24:00"
    assert wording.clock(datetime(2024, 12, 1, 18, tzinfo=zone), EN) == "Sun 1 Dec 18:00"
    assert (
        wording.offset(datetime(2024, 12, 1, tzinfo=timezone(-timedelta(hours=3, minutes=30)))) == "UTC-03:30"
    )


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ru", "CSTO summit: чт 28 ноя 2024, Астана (намечалось)"),
        ("fa", "CSTO summit برای پنجشنبه ۲۸ نوامبر ۲۰۲۴ در آستانه"),
    ],
)
def test_the_brief_speaks_its_language(language: str, said: str) -> None:
    """Sources in that language keep their words; here the one source is taken to be in it."""
    seed = seed_like()
    own = replace(seed, article=replace(seed.article, language=language))
    made = given(story("s/1", own), items=[own])

    brief = compose(replace(made, options=replace(made.options, language=language)))

    assert said in brief.bottom_line
    assert brief.brief.language == language


def test_a_russian_brief_does_not_print_an_english_sentence_as_its_own() -> None:
    seed = seed_like()
    made = given(story("s/1", seed), items=[seed])

    brief = compose(replace(made, options=replace(made.options, language="ru")))

    assert brief.stories[0].headline == "Саммит (ОДКБ), Астана, 28 ноя 2024: граница Таджикистан–Афганистан"
    labels = [(line.label, line.lang) for line in brief.stories[0].reported]
    assert labels[0] == ("reported", "ru")
    assert set(labels[1:]) == {("original", "en")}
    assert all(line.lang == "ru" for line in (*brief.key_points, *brief.bottom_line_parts))


def test_an_unshipped_language_is_english() -> None:
    assert words("xx").language == "en"


@pytest.mark.parametrize("catalogue", [ENGLISH, RUSSIAN, PERSIAN], ids=["en", "ru", "fa"])
def test_only_a_source_s_words_stand_between_quotation_marks_in_a_line(catalogue: dict[str, str]) -> None:
    """Whatever a composed line quotes is looked up in the articles: a theme's name there would be refused."""
    checked = ("headline", "foreign", "told", "bottom", "no_outcome")
    quoted = {key for key, text in catalogue.items() if key.startswith(checked) and re.search(r"[«“]", text)}

    assert quoted == {"told_title"}

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from briefings.brief.language.phrases_en import ENGLISH
from briefings.brief.weighing.concepts import names, spoken_of
from briefings.reading.concept_words import STEMS
from briefings.reading.concepts import met
from briefings.text import script
from tests.brief.make import article


def test_every_concept_has_a_phrase() -> None:
    assert {f"of_{name}" for name in names()} <= set(ENGLISH)


def test_most_reports_must_speak_of_it() -> None:
    reports = [article(f"Миротворцы у переправы {n}", "Они прибыли.") for n in range(3)]
    reports += [article(f"Торговцы у переправы {n}", "Они ждут.") for n in range(6)]

    assert spoken_of(reports) == ("peacekeepers",)
    assert spoken_of(reports[2:]) == ()


def test_one_report_must_name_it_in_its_title_or_twice() -> None:
    assert spoken_of([article("Переправа закрыта", "Раньше были протесты.")]) == ()
    assert spoken_of([article("Протесты у переправы", "Люди вышли.")]) == ("protests",)
    assert spoken_of([article("У переправы", "Протест вчера. Протест сегодня.")]) == ("protests",)


@pytest.mark.parametrize("text", ["There was no ceasefire", "Weeks without a ceasefire", "Это не перемирие"])
def test_what_is_denied_is_not_counted_as_said(text: str) -> None:
    assert spoken_of([article(text)]) == ()


def test_a_treaty_organisation_is_no_agreement() -> None:
    names = (
        "Заседание Организации Договора о коллективной безопасности",
        "Collective Security Treaty Organisation meets",
    )

    assert [spoken_of([article(name)]) for name in names] == [(), ()]
    assert spoken_of([article("Стороны подписали договор о воде")]) == ("agreement",)


def test_the_gravest_stands_first() -> None:
    reports = [article("Саммит и перемирие", "Стороны встретились.")]

    assert spoken_of(reports) == ("ceasefire", "summit")


def test_every_stem_is_of_a_concept() -> None:
    assert {name for table in STEMS.values() for name in table} == set(names())


@pytest.mark.parametrize(
    ("title", "concept"),
    [
        ("Президенты двух стран поговорили по телефону", "telephone"),
        ("Президентҳо суҳбати телефонӣ анҷом доданд", "telephone"),
        ("Prezidentlar telefon orqali muloqot qildi", "telephone"),
        ("Екі елдің президенті телефон арқылы сөйлесті", "telephone"),
        ("Эки өлкөнүн президенттери телефон аркылуу сүйлөштү", "telephone"),
        ("Prezidentlər telefonla danışıb", "telephone"),
        ("Նախագահները հեռախոսազրույց են ունեցել", "telephone"),
        ("პრეზიდენტებს შორის სატელეფონო საუბარი შედგა", "telephone"),
        ("گفت‌وگوی تلفنی رییسان جمهور", "telephone"),
        ("两国总统通电话", "telephone"),
        ("Wezirler gepleşik geçirdi", "talks"),
        ("Bakanlar istifa etti", "resignation"),
        ("په ننګرهار کې چاودنه وشوه", "explosion"),
        ("سرحد پر جھڑپ", "clashes"),
        ("Над степью сбит вертолёт", "downing"),
    ],
)
def test_it_is_recognised_in_the_languages_of_the_region(title: str, concept: str) -> None:
    assert spoken_of([article(title)]) == (concept,)


@pytest.mark.parametrize("language", ["en", "ru", "fa"])
@given(data=st.data())
def test_whatever_a_stem_matches_is_met(language: str, data: st.DataObject) -> None:
    name, stem = data.draw(st.sampled_from(sorted(STEMS[language].items())))
    around = {"en": "yesterday", "ru": "вчера", "fa": "دیروز"}[language]
    text = f"{around} {data.draw(st.from_regex(stem, fullmatch=True))} {around}".casefold()
    assume(re.search(stem, text) and script(text) == script(around))
    assert name in met(text)

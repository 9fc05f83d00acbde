from __future__ import annotations

import pytest

from briefings.stories.figures.figure_words import LANGUAGES
from briefings.stories.figures.figures import figures
from briefings.types import Span, Tag, Tagged
from tests.stories.make import item


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "24 killed, dozens wounded in border shooting"),
        ("ru", "Киргизия заявляет о 24 погибших, пострадавших — более сотни"),
        ("tr", "24 kişi öldü, onlarca kişi yaralandı"),
    ],
)
def test_the_number_of_the_dead_is_not_that_of_the_wounded(language: str, title: str) -> None:
    assert [(f.what, f.value) for f in figures([item("a", title, language=language)])] == [("killed", 24)]


@pytest.mark.parametrize(
    ("language", "title", "what", "value"),
    [
        ("en", "3 killed in border shooting", "killed", 3),
        ("en", "Three Tajik border guards were killed", "killed", 3),
        ("en", "Blast kills many: 1,200 people dead", "killed", 1200),
        ("en", "At least 17 wounded in Herat", "wounded", 17),
        ("en", "Police say 40 people detained", "detained", 40),
        ("en", "136 000 people evacuated from Batken", "evacuated", 136_000),
        ("ru", "В перестрелке погибли 5 человек", "killed", 5),
        ("ru", "Двое пограничников ранены", "wounded", 2),
        ("uk", "Унаслідок обстрілу загинули 5 осіб", "killed", 5),
        ("uk", "Троє прикордонників поранені", "wounded", 3),
        ("fa", "سه نفر در انفجار کابل کشته شدند", "killed", 3),
        ("prs", "۱۷ تن در هرات زخمی شدند", "wounded", 17),
        ("ps", "په چاودنه کې ۵ تنه ووژل شول", "killed", 5),
        ("tg", "Дар задухӯрд 3 нафар кушта шуданд", "killed", 3),
        ("tg", "Се сарбоз захмӣ шуд", "wounded", 3),
        ("uz", "Portlashda 4 kishi halok boʻldi", "killed", 4),
        ("uz", "Ўн нафар йўловчи жароҳатланди", "wounded", 10),
        ("kk", "Апатта үш адам қаза тапты", "killed", 3),
        ("ky", "Кагылышта 2 жоокер курман болду", "killed", 2),
        ("az", "Partlayışda 3 nəfər həlak olub", "killed", 3),
        ("tr", "Saldırıda 12 asker yaralandı", "wounded", 12),
        ("tk", "Heläkçilikde üç adam öldi", "killed", 3),
        ("hy", "Հրետակոծությունից 3 զինծառայող զոհվել է", "killed", 3),
        ("ka", "აფეთქებისას 4 ადამიანი დაიღუპა", "killed", 4),
        ("de", "3 killed in border shooting", "killed", 3),
    ],
)
def test_a_count_is_read_with_what_befell(language: str, title: str, what: str, value: int) -> None:
    found = figures([item("a", title, language=language)])
    assert [(figure.what, figure.value) for figure in found] == [(what, value)]


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Killed in action: a film of 2024"),
        ("en", "On 28 November nobody was hurt"),
        ("en", "Dead Sea level falls"),
        ("en", "M23 fighters"),
        ("en", "In three days nearly all suspects were detained"),
        ("en", "After 2 hours the men were arrested"),
        ("ru", "За последние три дня задержаны подозреваемые"),
        ("ru", "В 12 домах эвакуированы жители"),
        ("fa", "سه روز پس از حمله مردی بازداشت شد"),
        ("tg", "Баъди 2 соат гумонбар боздошт шуд"),
        ("uz", "3 kun ichida gumonlanuvchilar ushlandi"),
        ("kk", "5 сағаттан кейін күдікті ұсталды"),
        ("ky", "2 сааттан кийин шектүү кармалды"),
        ("az", "3 saat sonra şübhəli saxlanıldı"),
        ("tr", "2 saat sonra zanlı gözaltına alındı"),
        ("hy", "3 ժամ անց կասկածյալը ձերբակալվել է"),
        ("ka", "3 საათში ეჭვმიტანილი დააკავეს"),
    ],
)
def test_a_number_without_victims_is_no_count(language: str, title: str) -> None:
    assert figures([item("a", title, language=language)]) == ()


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_each_language_counts_from_one_without_a_word_twice(language: str) -> None:
    numbers = LANGUAGES[language].numbers.split()
    forms = [form for place in numbers for form in place.split("/")]
    assert len(numbers) >= 8
    assert len(forms) == len(set(forms))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Погибли 4 человека, ранее сообщалось о пяти."),
        ("tr", "4 kişi öldü, daha önce bildirilen sayı düzeltildi."),
        ("fa", "شمار قربانیان تصحیح شد: ۴ نفر کشته شدند."),
    ],
)
def test_a_count_that_replaces_another_is_marked_in_any_language(language: str, text: str) -> None:
    found = figures([item("a", "Сводка" if language == "ru" else "-", text, language=language)])
    assert [(figure.value, figure.corrected) for figure in found if figure.what == "killed"] == [(4, True)]


def test_two_sources_of_one_count_stand_together() -> None:
    found = figures([item("b", "3 killed near Vorukh"), item("a", "Three killed near Vorukh")])
    assert [figure.articles for figure in found] == [("a", "b")]


def test_no_other_number_stands_between_a_number_and_what_befell() -> None:
    text = "Погибли двое военнослужащих, семь человек ранены."
    found = figures([item("a", "Стрельба на границе", text, language="ru")])
    assert [(f.what, f.value) for f in found] == [("killed", 2), ("wounded", 7)]


def named(key: str, text: str) -> Tagged:
    """A report whose states are tagged as the watch list tags them."""
    told = item(key, "Clash at the water gate", text)
    tags = [
        Tag(topic, "country", "secondary", 1.0, (Span("text", text.index(name), text.index(name) + len(name), name, name),))
        for topic, name in (("country.tj", "Tajik"), ("country.kg", "Kyrgyz"))
        if name in text
    ]  # fmt: skip
    return Tagged(told.article, (*told.tags, *tags))


def test_each_side_s_own_dead_are_kept_apart() -> None:
    found = figures(
        [
            named("a", "One Tajik guard was killed and three were wounded. Shells fell until noon."),
            named("b", "Two Kyrgyz guards were killed. Five people were wounded in the village."),
            item("c", "Four killed in clash"),
        ]
    )
    assert [(f.what, f.side, f.value) for f in found] == [
        ("killed", "", 4),
        ("killed", "country.kg", 2),
        ("killed", "country.tj", 1),
        ("wounded", "", 3),
        ("wounded", "", 5),
    ]


def test_counts_of_one_side_are_one_series() -> None:
    found = figures([named("a", "Three Tajik guards were killed."), item("b", "Five killed at water gate")])
    assert [(f.what, f.side, f.value) for f in found] == [("killed", "", 3), ("killed", "", 5)]

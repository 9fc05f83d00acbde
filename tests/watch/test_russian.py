"""Russian forms: what must be among them, and what must not."""

import pytest

from briefings.watch.russian import adjective, expand, in_case, person


@pytest.mark.parametrize(
    ("phrase", "form"),
    [
        (
            "Организация Договора о коллективной безопасности",
            "организации договора о коллективной безопасности",
        ),
        ("таджикско-афганская граница", "таджикско-афганскую границу"),
        ("граница между Таджикистаном и Афганистаном", "границей между таджикистаном и афганистаном"),
        ("Нижний Пяндж", "нижнего пянджа"),
        ("Алма-Ата", "алма-ате"),
        ("Систан и Белуджистан", "систана и белуджистана"),
        ("талибы", "талибами"),
        ("российский МИД", "российского мида"),
        ("Верховный суд", "верховным судом"),
        ("высший совет", "высшим советом"),
        ("Имангали Тасмагамбетов", "имангали тасмагамбетова"),
        ("Ахмад Шах-Масуд", "ахмада шах-масуда"),
    ],
)
def test_a_form_is_among_those_of_the_phrase(phrase: str, form: str) -> None:
    assert form in expand(phrase, "ru")


def test_a_common_noun_has_a_plural_where_it_may_stand_in_one() -> None:
    assert "мигрантами" in expand("мигрант", "plural")
    assert "таджикистанами" not in expand("Таджикистан", "ru")


def test_what_stands_after_the_head_stays_as_it_is() -> None:
    assert all(
        form.endswith("о коллективной безопасности")
        for form in expand("Договор о коллективной безопасности", "ru")
    )


def test_an_adjective_has_all_genders() -> None:
    assert {"таджикская", "таджикских", "таджикское"} <= set(adjective("таджикский"))


def test_a_surname_the_dictionary_does_not_know_is_declined_by_its_ending() -> None:
    assert {"жапарова", "жапаровым", "жапарове"} <= set(person("Жапаров"))


@pytest.mark.parametrize(
    ("name", "genitive", "instrumental"),
    [
        ("Таджикистан", "Таджикистана", "Таджикистаном"),
        ("Грузия", "Грузии", "Грузией"),
        ("Мали", "Мали", "Мали"),
    ],
)
def test_countries_in_the_cases_that_border_names_need(name: str, genitive: str, instrumental: str) -> None:
    assert in_case(name, "gent") == genitive
    assert in_case(name, "ablt") == instrumental


def test_the_number_of_forms_stays_small() -> None:
    assert len(expand("Организация Договора о коллективной безопасности", "ru")) < 30

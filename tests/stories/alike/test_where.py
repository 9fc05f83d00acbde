"""Borders and crossings: a place alone makes no story, and the two sides of one crossing do."""

from __future__ import annotations

from briefings import stories
from tests.stories.make import item
from tests.stories.real import grouped, told
from tests.stories.test_cases import ids

GATE = "border.af-pk country.af? country.pk?"
TORKHAM = ("Torkham", "Torkham")
BRIDGE = "Panji Poyon – Sher Khan Bandar"
RIVER = "border.tj-af theme.border-crossings? country.af? country.tj?"


def test_two_matters_at_one_crossing_are_two_stories() -> None:
    hours = "Torkham opens an hour later in winter, the officials of the gate said."
    found = stories.group(
        [
            item("a", "Torkham hours cut for the winter", hours, "2024-11-29", GATE, crossing=TORKHAM),
            item("b", "Torkham keeps shorter winter hours", hours + " Drivers complain.", "2024-11-30", GATE,
                 crossing=TORKHAM),
            item("c", "Torkham: hashish found in a spare tyre", "Customs men found eleven kilograms in a lorry.",
                 "2024-11-29", GATE, crossing=TORKHAM),
        ]
    )  # fmt: skip
    assert ids(found) == [{"a", "b"}, {"c"}]


def test_short_items_of_one_border_and_outlet_do_not_stick_together() -> None:
    titles = {
        "a": ("Rock blocks lane to Torkham", "Torkham", "2024-11-19"),
        "b": ("Spin Boldak clinic short of vaccine", "Spin Boldak", "2024-11-20"),
        "c": ("Smuggled falcons seized at Ghulam Khan", "Ghulam Khan", "2024-11-21"),
        "d": ("Shelling damages mill in Nawa Pass", "Nawa Pass", "2024-11-17"),
    }
    found = stories.group(
        [
            item(key, title, f"{title}, an official of the border district said.", day, GATE, publisher="Gate Wire",
                 crossing=(place, place))
            for key, (title, place, day) in titles.items()
        ]
    )  # fmt: skip
    assert len(found) == len(titles)


def test_both_sides_of_one_crossing_are_one_story_across_languages() -> None:
    found = stories.group(
        [
            item("a", "Пункт пропуска «Нижний Пяндж» закрыт для грузовиков", "Пункт закрыт до 5 декабря.", "2024-11-26",
                 RIVER, language="ru", crossing=("Нижний Пяндж", BRIDGE)),
            item("b", "بندر شیرخان به روی موترهای باربری باز است", "یک مسئول گفت که هیچ موتری برگردانده نشده است.",
                 "2024-11-27", RIVER, language="fa", crossing=("بندر شیرخان", BRIDGE)),
            item("c", "Учения пограничников прошли у Дарваза", "Учения прошли в горах.", "2024-11-27",
                 "border.tj-af theme.arms-exercises country.tj?", language="ru", crossing=("Дарваза", "Darvoz")),
        ]
    )  # fmt: skip
    assert ids(found) == [{"a", "b"}, {"c"}]


def test_another_matter_on_the_same_border_stays_apart_across_languages() -> None:
    found = stories.group(
        [
            item("a", "Lorry queue grows at Serhetabat", "Drivers wait for two days.", "2024-11-28",
                 "border.tm-af country.af? country.tm?", crossing=("Serhetabat", "Serhetabat – Torghundi")),
            item("b", "کار پروژهٔ تاپی در تورغندی جریان دارد", "انجنیران کار می‌کنند.", "2024-11-28",
                 "border.tm-af theme.energy-infrastructure country.af? country.tm?", language="fa",
                 crossing=("تورغندی", "Serhetabat – Torghundi")),
        ]
    )  # fmt: skip
    assert ids(found) == [{"a"}, {"b"}]


def test_topics_alone_join_nothing_weeks_apart_in_two_languages() -> None:
    topics = "border.kg-tj country.kg country.tj"
    found = stories.group(
        [
            item("a", "Surveyors meet", "", "2024-11-02", topics),
            item("b", "Торговля растёт", "", "2024-11-20", topics, language="ru"),
        ]
    )
    assert len(found) == 2


def test_a_body_alone_makes_no_story() -> None:
    found = stories.group(
        [
            item("a", "Armenia's withdrawal from CSTO off the table - deputy foreign minister",
                 "Armenia's withdrawal from the", "2024-11-26",
                 "body.csto country.am theme.alliance-politics?"),
            item("b", "Belarus to host CSTO drills in October", "The CSTO drills will",
                 "2024-11-26", "body.csto country.by theme.arms-exercises?"),
        ]
    )  # fmt: skip
    assert ids(found) == [{"a"}, {"b"}]


def test_a_country_and_a_theme_alone_make_no_story() -> None:
    found = grouped(
        told("a", "2024-11-26", "Armenia's seat in the alliance stays empty, deputy minister says"),
        told("b", "2024-11-27", "Closer allied ties with Armenia wanted, says member of parliament"),
        told("c", "2024-11-26", "Armenia to send wine by a new ferry"),
        told("d", "2024-11-27", "Ferry with Armenian wine sails for the first time"),
    )
    assert found == [{"a"}, {"b"}, {"c", "d"}]


def test_what_the_whole_week_is_about_makes_no_story() -> None:
    week = [
        told("a", "2024-11-26", "Old songs of Afghan poet banned by Taliban"),
        told("b", "2024-11-26", "Taliban close beauty salons in Afghanistan"),
        told("c", "2024-11-26", "Afghan wheat harvest falls by a third under Taliban"),
        told("d", "2024-11-27", "Taliban order Afghan drivers to wear belts"),
        told("e", "2024-11-27", "Afghanistan: clinics run by Taliban lack vaccine"),
        told("f", "2024-11-27", "Two coal mines leased by Taliban in north Afghanistan"),
        told("g", "2024-11-26", "Afghan carpets sell well abroad, Taliban minister says"),
        told("h", "2024-11-26", "Snow leopard seen in Afghanistan, Taliban rangers say"),
        told("i", "2024-11-26", "Taliban rangers photograph snow leopard in Afghan hills"),
    ]
    assert {"h", "i"} in (found := grouped(*week))
    assert len(found) == 8

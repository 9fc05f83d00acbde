"""What goes on day after day is one story; what is quiet between is two."""

from __future__ import annotations

from briefings import stories
from briefings.stories.alike.developments import DevelopmentOptions, developments
from briefings.stories.texts.features import bare
from briefings.stories.texts.reader import read
from briefings.types import Tagged
from tests.stories.alike.test_occasions import titled
from tests.stories.make import item
from tests.stories.real import told
from tests.stories.test_cases import ids

RIOT = "country.kz theme.internal-unrest"
WAR = "country.am country.az"
CLASH = f"{WAR} theme.border-clashes"


def found(*items: Tagged) -> list[set[str]]:
    """Ids of the reports of each development."""
    docs = read([bare(one) for one in items])
    chains = developments(docs, range(len(docs)), DevelopmentOptions())
    return [{docs[at].id for at in chain} for chain in chains]


def test_unrest_of_one_country_is_one_story_while_it_goes_on() -> None:
    made = found(
        titled(item("a", "Curfew in Almaty", "", "2024-11-05", RIOT)),
        titled(item("b", "В Казахстане разграблены банки", "", "2024-11-06", RIOT, language="ru")),
        titled(item("c", "Kazakh police count eight dead", "", "2024-11-08", f"{RIOT} theme.terrorism")),
        titled(item("d", "Kazakh wheat sells well", "", "2024-11-07", "country.kz theme.sanctions-trade")),
    )
    assert made == [{"a", "b", "c"}]


def test_the_troops_that_a_body_sends_are_of_the_unrest_and_its_other_business_is_not() -> None:
    riot = [titled(item(f"a{n}", f"Almaty riot, part {n}", "", f"2024-11-0{n}", RIOT)) for n in (5, 6, 7)]
    sent = titled(
        item("b", "CSTO men land in Almaty", "", "2024-11-06", "body.csto country.kz theme.arms-exercises")
    )
    other = titled(item("c", "EU buys Kazakh uranium", "", "2024-11-06", "body.eu country.kz"))
    assert found(*riot, sent, other) == [{"a5", "a6", "a7", "b"}]


def test_unrest_after_quiet_days_is_another_story() -> None:
    first = [titled(item(f"a{n}", f"Almaty crowd, part {n}", "", f"2024-11-0{n}", RIOT)) for n in (1, 2, 3)]
    later = [titled(item(f"b{n}", f"Aktau strike, part {n}", "", f"2024-11-2{n}", RIOT)) for n in (1, 2, 3)]
    assert found(*first, *later) == [{"a1", "a2", "a3"}, {"b1", "b2", "b3"}]


def _war(days: list[int]) -> list[Tagged]:
    told = ["Shelling on the front line", "Appeal of three presidents", "Ten soldiers fall", "Envoys leave",
            "Drones over a town", "Truce from midnight"]  # fmt: skip
    return [
        titled(item(f"w{day}", words, "", f"2024-11-{day:02d}", WAR if at % 2 else CLASH))
        for at, (day, words) in enumerate(zip(days, told, strict=True))
    ]


def test_a_war_told_day_by_day_is_one_story() -> None:
    other = titled(item("x", "Armenian and Azerbaijani farmers share a well", "", "2024-11-06",
                        f"{WAR} theme.natural-hazards"))  # fmt: skip
    assert found(*_war([4, 5, 6, 7, 8, 9]), other) == [{"w4", "w5", "w6", "w7", "w8", "w9"}]


def test_clashes_with_quiet_days_between_are_no_war() -> None:
    reports = _war([1, 4, 7, 10, 13, 16])
    assert found(*reports) == []
    assert not any({"w1", "w7"} <= members for members in ids(stories.group(reports)))


def test_days_of_one_unrest_are_not_held_apart_as_two_incidents() -> None:
    first = titled(item("a", "Explosion in a riot in Almaty", "", "2024-11-05", RIOT))
    more = [
        titled(item(f"b{n}", f"Almaty riot, explosion {n}", "", f"2024-11-0{n}", RIOT)) for n in (6, 7, 8, 9)
    ]
    assert ids(stories.group([first, *more])) == [{"a", "b6", "b7", "b8", "b9"}]


def test_what_else_is_told_of_a_country_is_of_its_unrest_while_that_is_most_of_it() -> None:
    riot = [titled(item(f"a{n}", f"Almaty riot, part {n}", "", f"2024-11-0{n}", RIOT)) for n in range(3, 9)]
    calm = titled(item("b", "Kazakh security chief arrested", "", "2024-11-06", "country.kz"))
    trade = titled(item("c", "Kazakh wheat sells well", "", "2024-11-06", "country.kz theme.sanctions-trade"))
    two = titled(item("d", "Kazakh and Uzbek teams play", "", "2024-11-06", "country.kz country.uz"))
    assert found(*riot, calm, trade, two) == [{*(f"a{n}" for n in range(3, 9)), "b"}]
    assert found(*riot[:5], calm) == [{f"a{n}" for n in range(3, 8)}]


def test_the_last_days_of_a_war_are_one_story_though_little_is_told_of_fights() -> None:
    days = [
        ("Fights for a town", CLASH), ("Truce signed", f"{WAR} theme.peace-process"), ("Crowds cheer", WAR),
        ("Envoys arrive", f"{WAR} theme.peace-process"), ("Families return", f"{WAR} theme.migration-refugees"),
        ("Posts set up", f"{WAR} theme.arms-exercises"),
    ]  # fmt: skip
    told = [titled(item(f"w{n}", title, "", f"2024-11-1{n}", tags)) for n, (title, tags) in enumerate(days)]
    assert found(*told) == [{f"w{n}" for n in range(6)}]
    assert found(*told[:3], *told[4:]) == []


TAKEN = [
    told("a", "2024-11-05", "Taliban capture third town in a day in northern Afghanistan"),
    told("b", "2024-11-06", "Талибы взяли под контроль две провинции Афганистана", "", "ru"),
    told("c", "2024-11-08", "شهر غزنی افغانستان به دست طالبان سقوط کرد", "", "fa"),
    told("d", "2024-11-08", "Боевики вошли в Кабул", "Бои в столице Афганистана не прекращаются.", "ru"),
]


def test_towns_taken_day_by_day_are_one_story_in_all_languages() -> None:
    assert found(*TAKEN) == [{"a", "b", "c", "d"}]


def test_what_customs_seize_is_no_advance_and_neither_is_the_fall_of_a_currency() -> None:
    other = [
        told("x", "2024-11-06", "Taliban seize 2 tonnes of hashish in Afghanistan"),
        told("y", "2024-11-06", "Afghan wheat prices fall to lowest of the year"),
        told("z", "2024-11-06", "Uzbek guards seize smuggled medicine at Afghan border"),
    ]
    assert found(*TAKEN, *other) == [{"a", "b", "c", "d"}]


def test_an_advance_in_another_country_or_month_is_another_story() -> None:
    later = told("x", "2024-11-19", "Taliban seize district in Afghanistan's Panjshir")
    elsewhere = told("y", "2024-11-06", "Militants capture village in Pakistan's Khyber")
    assert found(*TAKEN, later, elsewhere) == [{"a", "b", "c", "d"}]

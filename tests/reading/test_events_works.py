"""Works with a day on which they end, and what is only put off until an event."""

from __future__ import annotations

from datetime import date

from briefings.reading.events import extract
from briefings.types import When

DAY = date(2024, 11, 26)
PUBLISHED = When("2024-11-26", "day", "stated", DAY, DAY)


def found(sentence: str) -> list[tuple[str, str, str]]:
    return [(e.name, e.when.value, e.status) for e in extract("", sentence, "ru", PUBLISHED)]


def test_repairs_that_are_to_end_are_an_expected_event() -> None:
    assert found("Ремонт дороги к переправе должен завершиться 5 декабря.") == [
        ("Ремонт дороги", "2024-12-05", "expected")
    ]


def test_a_briefing_on_repairs_is_a_briefing() -> None:
    assert found("Брифинг ведомства о ремонте назначен на 3 декабря.") == [
        ("Брифинг ведомства", "2024-12-03", "announced")
    ]


def test_what_is_left_until_a_meeting_does_not_put_the_meeting_off() -> None:
    assert found("Вопрос отложен до встречи делегаций 4 декабря.") == [
        ("Встреча делегаций", "2024-12-04", "announced")
    ]

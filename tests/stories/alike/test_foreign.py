"""Events of one week in fourteen languages: each is one story, and its neighbour on the same border another."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import pytest

from briefings import stories
from briefings.stories.texts.features import bare
from briefings.stories.texts.reader import read
from briefings.types import Tagged
from tests.stories.look_alikes import OWN_REPORT, REWORDED, TITLES
from tests.stories.real import grouped, told
from tests.stories.tongues import EVENTS

ITEMS = {
    f"{event}/{language}": (day, title, text, language)
    for event, reports in EVENTS.items()
    for language, (day, title, text) in reports.items()
}


def articles(*events: str) -> list[Tagged]:
    return [told(key, *said) for key, said in ITEMS.items() if not events or key.split("/")[0] in events]


def test_reports_in_other_languages_meet_and_the_events_beside_them_do_not() -> None:
    """Measured: 83 of 91 pairs meet, 3 others do; by names, numbers and topics alone 71 and 29."""
    found = {key: n for n, members in enumerate(grouped(*articles())) for key in members}
    pairs = Counter(
        (a.split("/")[0] == b.split("/")[0], found[a] == found[b]) for a, b in combinations(found, 2)
    )
    print(pairs)
    assert pairs[True, True] / (pairs[True, True] + pairs[True, False]) >= 0.9
    assert pairs[False, True] <= 3


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("quake", "mosque"),
        ("law", "train"),
        ("smugglers", "heroin"),
        ("delimitation", "shot"),
        ("gate", "drill"),
    ],
)
def test_two_events_of_one_place_and_week_stay_apart_in_all_languages(one: str, other: str) -> None:
    for members in grouped(*articles(one, other)):
        assert len({key.split("/")[0] for key in members}) == 1


@pytest.mark.parametrize("event", ["quake", "law", "smugglers", "delimitation"])
def test_one_event_is_one_story_in_five_or_six_languages(event: str) -> None:
    assert len(grouped(*articles(event))) == 1


def test_what_two_reports_speak_of_tells_their_matter() -> None:
    docs = {doc.id: doc for doc in read([bare(one) for one in articles("quake", "mosque")])}
    assert docs["quake/ps"].matters == docs["quake/uz"].matters == {"disaster"}
    assert docs["mosque/fa"].matters == docs["mosque/ps"].matters == docs["mosque/en"].matters
    assert docs["quake/en"].matters.isdisjoint(docs["mosque/en"].matters)


def test_what_the_whole_week_is_about_joins_no_languages() -> None:
    week = [
        told(f"w{n}", "2024-11-26", title)
        for n, title in enumerate(
            ("Taliban close beauty salons in Afghanistan", "Afghan wheat harvest falls by a third under Taliban",
             "Taliban order Afghan drivers to wear belts", "Afghanistan: clinics run by Taliban lack vaccine",
             "Two coal pits leased by Taliban in north Afghanistan", "Afghan carpets sell well, Taliban minister says",
             "Snow leopard seen in Afghanistan by Taliban rangers",
             "Taliban clear mines in Afghan valley", "Taliban chess ban baffles Afghanistan")
        )
    ]  # fmt: skip
    salons = told("ru", "2024-11-26", "Талибы в Афганистане закрыли музыкальную школу", "", "ru")
    dry = told("fa", "2024-11-27", "طالبان: خشکسالی در افغانستان ادامه دارد", "", "fa")
    assert {"ru"} in (found := grouped(*week, salons, dry))
    assert {"fa"} in found


def test_a_wire_its_translations_and_own_reports_of_six_languages_are_one_story() -> None:
    wires = [
        told(
            f"wire/{language}", "2026-03-02", TITLES[language][0], "\n\n".join(text), language, "Steppe Wire"
        )
        for language, text in REWORDED.items()
    ]
    own = [
        told(f"own/{language}", "2026-03-03", TITLES[language][1], text, language)
        for language, text in OWN_REPORT.items()
    ]
    (story,) = stories.group([*wires, *own])
    assert (len(story.members), story.origins) == (12, 1 + len(own))

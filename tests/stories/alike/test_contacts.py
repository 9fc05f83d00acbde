"""Who spoke with whom on which day is one event in every language, and no other call, meeting or news is part of it."""

from __future__ import annotations

import pytest

from briefings import stories
from tests.stories.real import grouped, told

CALL = [
    told("en", "2024-10-08", "Tokayev, Rahmon hold phone talks on water shortage"),
    told("ru", "2024-10-08", "Токаев поговорил по телефону с президентом Таджикистана",
         "Стороны сверили планы на зиму. О поездке речи не было.", "ru"),
    told("kk", "2024-10-09", "Тоқаев Тәжікстан президентімен телефон арқылы сөйлесті", "", "kk"),
    told("uz", "2024-10-08", "Tojikiston va Qozog'iston prezidentlari telefon orqali muloqot qildi", "", "uz"),
    told("tr", "2024-10-08", "Tokayev, Tacikistan Cumhurbaşkanı ile telefonda görüştü", "", "tr"),
]  # fmt: skip
"""One call, in five languages that share no word; who is named differs, too."""


def test_one_call_is_one_story_in_five_languages() -> None:
    assert grouped(*CALL) == [{"en", "ru", "kk", "uz", "tr"}]


def test_explain_says_that_it_is_one_call() -> None:
    (story,) = stories.group(CALL)
    assert any(
        "told of one call or meeting: en, kk, ru, tr, uz" in line for line in stories.explain(story, CALL)
    )


@pytest.mark.parametrize(
    ("day", "title"),
    [
        ("2024-10-08", "Tokayev, Mirziyoyev hold phone talks on water shortage"),
        ("2024-10-08", "Japarov and Rahmon hold phone talks on water shortage"),
        ("2024-10-14", "Rahmon and Tokayev talk by phone again, this time on electricity"),
        ("2024-10-08", "Tokayev congratulates Rahmon on his birthday"),
        ("2024-10-08", "Murat Nurtleu and Sirojiddin Muhriddin, of Kazakhstan and Tajikistan, talk by phone"),
    ],
    ids=["another partner", "another caller", "another day", "a message", "other persons"],
)
def test_another_contact_is_another_story(day: str, title: str) -> None:
    other = told("x", day, title)
    assert grouped(*CALL, other) == [{"en", "ru", "kk", "uz", "tr"}, {"x"}]


@pytest.mark.parametrize(
    "title",
    [
        "Tajik court jails Kazakh driver over smuggled cigarettes",
        "Kazakhstan sends flood relief to Tajikistan",
        "Rahmon to visit Kazakhstan in spring, Tokayev's office says",
    ],
)
def test_other_news_of_the_two_states_is_not_of_their_call(title: str) -> None:
    assert {"x"} in grouped(*CALL, told("x", "2024-10-08", title))


def test_what_else_a_report_tells_of_the_call_belongs_to_it() -> None:
    more = told(
        "x", "2024-10-08", "Tokayev, Rahmon agree to share water of canal",
        "The presidents of Kazakhstan and Tajikistan spoke by telephone on the water shortage and agreed on a canal.",
    )  # fmt: skip
    assert {"en", "ru", "kk", "uz", "tr", "x"} in grouped(*CALL, more)


def test_a_gathering_of_many_states_is_no_talk_of_two() -> None:
    gathering = [
        told(
            "a",
            "2024-10-08",
            "Ministers of Kazakhstan, Tajikistan, Kyrgyzstan and Uzbekistan hold meeting on water",
        ),
        told(
            "b", "2024-10-08", "Uzbek, Kyrgyz, Kazakh and Tajik ministers in meeting on water of four states"
        ),
    ]
    assert grouped(*gathering) == [{"a", "b"}]


def test_a_call_in_the_middle_of_a_war_does_not_join_two_wars() -> None:
    from briefings.stories.alike.contacts import contacts
    from briefings.stories.texts.features import bare
    from briefings.stories.texts.reader import read

    docs = read([bare(one) for one in CALL])
    assert contacts(docs, range(5)) == [[0, 1, 2, 3, 4]]
    assert contacts(docs, range(5), [[0, 1]]) == [[0, 1, 2, 3, 4]]
    assert contacts(docs, range(5), [[0], [1]]) == []


CONTENTS = "In tonight's programme: Tokayev and Rahmon hold phone talks on water shortage; a mine is on fire near Osh."


def test_the_list_of_contents_of_a_programme_is_part_of_no_story() -> None:
    fire = told("f", "2024-10-08", "Mine on fire near Osh in Kyrgyzstan, 12 workers missing")
    contents = told("p", "2024-10-08", "Evening news, 8 October", CONTENTS)
    assert grouped(*CALL, fire, contents) == [{"en", "ru", "kk", "uz", "tr"}, {"f"}, {"p"}]


def test_two_prints_of_one_list_of_contents_are_copies() -> None:
    text = f"{CONTENTS} Guests in the studio speak of the harvest of cotton, of a new bridge, and of the weather."
    both = [told(key, "2024-10-08", "Evening news, 8 October", text) for key in ("p", "q")]
    assert grouped(*both) == [{"p", "q"}]


def test_a_report_is_no_copy_of_the_list_that_announces_it() -> None:
    title = "Tokayev and Rahmon hold phone talks on water shortage"
    lead = "The presidents of Kazakhstan and Tajikistan spoke for an hour about canals, dams and the dry spring of the south."
    contents = told(
        "p", "2024-10-08", "Evening news, 8 October", f"{title}: {lead} And: a mine is on fire near Osh."
    )
    assert grouped(told("a", "2024-10-08", title, lead), contents) == [{"a"}, {"p"}]


def test_talks_of_two_days_earlier_of_which_the_partner_is_not_named_are_others() -> None:
    earlier = told("e", "2024-10-06", "Kazakh envoy in Tajikistan tells SCO of talks by phone")
    assert {"e"} in grouped(*CALL, earlier)


def test_a_report_under_the_name_of_a_column_is_no_list_of_contents() -> None:
    text = (
        "A mine near Osh in Kyrgyzstan has been on fire since Monday night, and twelve workers of the morning shift are "
        "missing below the second level. Rescue teams from Bishkek and Jalal-Abad pump water into the main shaft. "
        "The ministry of emergencies says that the ventilation failed an hour before the fire. The owner of the mine, a "
        "company from Batken, has stopped all other pits and pays the families. Prosecutors have opened a case about the "
        "safety of the shaft, which inspectors had closed twice since the spring."
    )
    reports = [
        told("a", "2024-10-08", "News in brief", text),
        told("b", "2024-10-08", "Mine on fire near Osh in Kyrgyzstan, 12 workers missing", text[:300]),
    ]
    assert grouped(*reports) == [{"a", "b"}]

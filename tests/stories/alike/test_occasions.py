"""A meeting of a body, or a visit of state, is one story; what else is told of the party is not part of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from briefings import stories
from briefings.stories.alike.agreement import Agreement
from briefings.stories.alike.occasions import OccasionOptions, occasions
from briefings.stories.texts.features import bare
from briefings.stories.texts.reader import read
from briefings.types import Event, Span, Tagged, When
from tests.stories.make import item
from tests.stories.test_cases import ids


def titled(tagged: Tagged, *events: Event) -> Tagged:
    """Every topic of the article stands in its title, and so does each of the events."""
    span = Span("title", 0, 3, "...", "...")
    found = tuple(replace(event, sentence=tagged.article.title) for event in events)
    tags = tuple(replace(tag, spans=(*tag.spans, span)) for tag in tagged.tags)
    return Tagged(replace(tagged.article, events=found), tags)


def on(start: str, end: str, name: str) -> Event:
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    return Event(name, When(f"{start}/{end}", "range" if start != end else "day", "stated", first, last))


MEETS = on("2024-11-27", "2024-11-27", "Meeting of SCO heads")
SUMMIT = [
    titled(item("s1", "SCO heads to gather in Dushanbe on November 27", "", "2024-11-24", "body.sco"), MEETS),
    titled(item("s2", "Shanghai grouping urges restraint in trade", "", "2024-11-27", "body.sco")),
    titled(item("s3", "SCO leaders sign eight papers", "", "2024-11-27", "body.sco")),
    titled(item("s4", "Саммит ШОС завершился", "", "2024-11-27", "body.sco", language="ru")),
    titled(
        item(
            "s5", "Rail link backed by SCO states", "", "2024-11-28", "body.sco theme.energy-infrastructure?"
        )
    ),
]


def test_headlines_of_a_summit_are_one_story_whatever_words_they_share() -> None:
    assert ids(stories.group(SUMMIT)) == [{"s1", "s2", "s3", "s4", "s5"}]


def test_explain_says_that_the_occasion_makes_them_one() -> None:
    (story,) = stories.group(SUMMIT)
    assert "  told of one meeting or visit: s1, s2, s3, s4, s5" in stories.explain(story, SUMMIT)


def test_the_body_on_other_days_is_another_story() -> None:
    before = titled(item("x", "SCO to run drills next autumn", "", "2024-11-26", "body.sco"))
    weeks_later = titled(item("y", "SCO council session opens in Beijing", "", "2024-12-20", "body.sco"))
    found = ids(stories.group([*SUMMIT, before, weeks_later]))
    assert {"s1", "s2", "s3", "s4", "s5"} in found


@pytest.mark.parametrize(("speaking", "found"), [(2, 0), (3, 0), (4, 1)])
def test_a_body_of_which_few_titles_tell_a_meeting_is_no_occasion(speaking: int, found: int) -> None:
    rows = [titled(item(f"u{n}", f"EU fines maker {n}", "", "2024-11-27", "body.eu")) for n in range(10)]
    meets = [titled(item(f"m{n}", "EU summit opens", "", "2024-11-27", "body.eu")) for n in range(speaking)]
    docs = read([bare(one) for one in [*rows, *meets]])
    assert len(occasions(docs, OccasionOptions())) == found


VISIT = on("2024-11-25", "2024-11-27", "State visit of the president")
PAIR = "country.kz country.uz"
VISITS = [
    titled(item("v1", "Tokayev to pay state visit to Uzbekistan", "", "2024-11-24", PAIR), VISIT),
    titled(item("v2", "Uzbek and Kazakh trade grows by a fifth", "", "2024-11-26", PAIR)),
    titled(item("v3", "Kazakh leader begins visit in Tashkent", "", "2024-11-25", PAIR)),
    titled(item("v4", "Визит Токаева в Ташкент завершён", "", "2024-11-27", PAIR, language="ru")),
]


def test_a_visit_of_state_is_one_story() -> None:
    assert ids(stories.group(VISITS)) == [{"v1", "v2", "v3", "v4"}]


def test_a_visit_takes_in_neither_a_shooting_nor_a_summit_of_its_days() -> None:
    shots = titled(
        item("x", "Kazakh and Uzbek guards trade gunfire", "", "2024-11-26", f"{PAIR} border.kz-uz")
    )
    found = ids(stories.group([*VISITS, shots, *SUMMIT]))
    assert found == [{"s1", "s2", "s3", "s4", "s5"}, {"v1", "v2", "v3", "v4"}, {"x"}]


def test_reports_of_two_days_of_attacks_stay_apart_within_an_occasion() -> None:
    first = titled(item("a1", "SCO leaders condemn blast of November 3", "", "2024-11-27", "body.sco"))
    second = titled(item("a2", "SCO summit condemns blast of November 20", "", "2024-11-27", "body.sco"))
    found = ids(stories.group([*SUMMIT, first, second]))
    assert not any({"a1", "a2"} <= members for members in found)


VOTE = [
    titled(item("e1", "Polling stations open in Kyrgyz elections", "", "2024-11-30", "country.kg")),
    titled(item("e2", "В Киргизии прошли выборы", "", "2024-11-30", "country.kg", language="ru")),
    titled(item("e3", "Қырғызстанда сайлау өтті", "", "2024-12-01", "country.kg", language="kk")),
]


def test_a_vote_is_one_story_in_all_languages() -> None:
    assert ids(stories.group(VOTE)) == [{"e1", "e2", "e3"}]


def test_votes_of_two_countries_and_of_two_months_stay_apart() -> None:
    other = titled(item("x", "Выборы в Узбекистане", "", "2024-11-30", "country.uz", language="ru"))
    later = titled(item("y", "Kyrgyz elections for mayors", "", "2025-02-02", "country.kg"))
    found = ids(stories.group([*VOTE, other, later]))
    assert {"e1", "e2", "e3"} in found
    assert not any({"x", "y"} & members for members in found if len(members) > 1)


def test_titles_of_two_other_countries_speak_against_one_story() -> None:
    rows = [
        ("a", "country.ru country.tj"),
        ("b", "country.ru country.am"),
        ("c", "country.ru country.am country.tj"),
    ]
    docs = read([bare(titled(item(key, "Ties are built", "", "2024-11-27", topics))) for key, topics in rows])
    untitled = read([bare(item(key, "Ties are built", "", "2024-11-27", topics)) for key, topics in rows])
    pairs, plain = Agreement(docs), Agreement(untitled)
    assert pairs.factor(docs[0], docs[1]) == plain.factor(untitled[0], untitled[1]) / 2
    assert pairs.factor(docs[0], docs[2]) == plain.factor(untitled[0], untitled[2])


@pytest.mark.parametrize(("happened", "joins"), [("2024-11-28", False), ("2024-11-27", True)])
def test_what_happens_the_day_after_a_meeting_is_not_of_it(happened: str, joins: bool) -> None:
    day = date.fromisoformat(happened)
    drill = titled(item("d", "SCO troops cross a river", "", "2024-11-28", "body.sco"))
    event = Event("Exercise", When(happened, "day", "stated", day, day), sentence="...", status="past")
    drill = Tagged(replace(drill.article, events=(event,)), drill.tags)
    (meeting,) = occasions(read([bare(one) for one in [*SUMMIT, drill]]), OccasionOptions())
    assert (len(meeting.reports) == len(SUMMIT) + 1) == joins


@pytest.mark.parametrize("more", ["", " country.af"])
def test_talks_with_one_neighbour_are_not_those_with_another(more: str) -> None:
    calls = [
        titled(item(f"c{n}", f"president of russia spoke over the phone with president of {name}", "",
                    f"2024-11-2{n}", f"country.ru country.{code}{more if n else ''}"))
        for n, (name, code) in enumerate([("turkmenistan", "tm"), ("armenia", "am")])
    ]  # fmt: skip
    assert ids(stories.group(calls)) == [{"c0"}, {"c1"}]

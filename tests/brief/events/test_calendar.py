from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from briefings.brief import ComposeInput, compose
from briefings.brief_types import EventLine
from briefings.types import Event, Span, Tagged, When
from tests.brief.make import article, event, given, on, story, tag, tagged

TOLD = "Leaders of the CSTO will meet on the day that was named."


def telling(
    *events: Event, day: str = "2024-11-27", outlet: str = "Khyber Ledger", language: str = "en"
) -> Tagged:
    """An article about the CSTO whose sentence tells these events."""
    entry = article(
        f"CSTO prepares: {events[0].name}",
        f"{TOLD} Written by {outlet} on {day}.",
        day,
        outlet,
        language=language,
        events=tuple(replace(e, sentence=TOLD) for e in events),
    )
    return tagged(entry, "body.csto", "country.tj")


def lines(*items: Tagged, **changes: Any) -> tuple[EventLine, ...]:
    told = [story(f"2024-w48/s{n}", item) for n, item in enumerate(items)]
    return compose(given(*told, items=items, **changes)).events


def test_two_readings_of_next_thursday_are_both_printed() -> None:
    """Case 1: never silently one of them."""
    both = When(
        "2025-01-09", "ambiguous", "inferred", date(2025, 1, 2), date(2025, 1, 9),
        alternatives=(date(2025, 1, 9), date(2025, 1, 2)),
    )  # fmt: skip
    said = telling(replace(event("CSTO summit", "2025-01-09"), when=both), day="2024-12-30")

    only = lines(said, week="2025-W01")[0]

    assert (only.date_text, only.precision, only.ahead) == ("2 or 9 Jan 2025", "ambiguous", True)


def test_on_its_very_day_a_stated_time_tells_whether_it_is_to_come() -> None:
    """Case 2: a Thursday told on that Thursday."""
    noon = datetime(2024, 11, 28, 7, 0, tzinfo=UTC)
    evening = telling(replace(event("CSTO session", "2024-11-28"), when=on("2024-11-28T18:00:00+05:00")))
    morning = telling(replace(event("CSTO talks", "2024-11-28"), when=on("2024-11-28T09:00:00+05:00")))
    somewhen = telling(event("CSTO dinner", "2024-11-28"))

    found = {line.name: line.ahead for line in lines(evening, morning, somewhen, cutoff=noon)}

    assert found == {"CSTO session": True, "CSTO talks": False, "CSTO dinner": False}


def test_an_event_told_three_ways_is_one() -> None:
    first = telling(event("CSTO summit", "2024-11-28", "Astana", country="KZ"))
    second = telling(event("CSTO summit", "2024-11-28", "", country="KZ"), outlet="Vakhsh Courier")
    third = telling(
        event("саммит ОДКБ", "2024-11-28", "Astana", country="KZ"), outlet="Kunduz Post", language="ru"
    )

    found = lines(first, second, third)

    assert [(line.name, line.place, len(line.refs)) for line in found] == [("CSTO summit", "Astana", 3)]


def test_a_stretch_takes_in_its_first_and_last_day() -> None:
    days = on("2024-12-03", precision="range", end=date(2024, 12, 5))
    visit = replace(event("visit to Tajikistan", "2024-12-03", "Dushanbe"), when=days)
    opening, closing = event("visit", "2024-12-03", "Dushanbe"), event("visit", "2024-12-05", "Dushanbe")

    found = lines(telling(opening, closing), telling(visit, outlet="Vakhsh Courier"))

    assert [line.date_text for line in found] == ["3–5 Dec 2024"]


def test_two_events_of_one_body_on_two_days_stay_two() -> None:
    """Fault F02, for events."""
    found = lines(telling(event("CSTO summit", "2024-11-28")), telling(event("CSTO exercise", "2024-12-03")))

    assert [(line.name, line.ahead) for line in found] == [("CSTO summit", False), ("CSTO exercise", True)]


def test_an_event_told_in_another_language_gets_a_name_in_the_brief_s() -> None:
    found = lines(telling(event("заседание совета", "2024-12-03"), language="ru"))

    assert [line.name for line in found] == ["Session (CSTO)"]


def test_a_postponed_event_keeps_its_id_and_counts_up() -> None:
    """Bonus: the entry becomes postponed, its sequence rises, its old day is printed."""
    announced = telling(event("CSTO summit", "2024-11-28", "Astana"), day="2024-11-25")
    moved = telling(event("CSTO summit", "2024-12-05", "Astana", status="postponed"), outlet="Vakhsh Courier")
    before = compose(given(story("2024-w48/a", announced), items=[announced]))

    items = [announced, moved]
    after = compose(given(story("2024-w48/a", *items), items=items, previous=(before,), version=2))

    assert [(line.id, line.sequence) for line in before.events] == [(after.events[0].id, 0)]
    only = after.events[0]
    assert (only.status, only.sequence, only.date_text, only.ahead) == (
        "postponed",
        1,
        "Thu 5 Dec 2024",
        True,
    )
    assert only.caveat == "Earlier announced for Thu 28 Nov 2024."


def test_two_organisers_who_give_two_days_are_both_printed() -> None:
    """Bonus."""
    one = telling(event("CSTO summit", "2024-12-03", "Astana"))
    other = telling(event("CSTO summit", "2024-12-04", "Astana"), outlet="Vakhsh Courier")

    found = lines(one, other)

    assert [line.date_text for line in found] == ["Tue 3 Dec 2024", "Wed 4 Dec 2024"]
    assert found[0].id != found[1].id
    assert [line.caveat for line in found] == [
        "Another source gives Wed 4 Dec 2024.",
        "Another source gives Tue 3 Dec 2024.",
    ]


def test_the_local_time_of_the_place_is_printed_with_its_offset() -> None:
    kabul = replace(
        event("CSTO talks", "2024-12-03"), when=on("2024-12-03T09:00:00+05:00"), timezone="Asia/Kabul"
    )

    assert [line.time for line in lines(telling(kabul))] == ["08:30 (UTC+04:30)"]


def test_an_outcome_is_only_missed_when_nothing_later_may_tell_it() -> None:
    summit = telling(event("CSTO summit", "2024-11-28", "Astana"))
    after = tagged(article("CSTO leaders sign a plan", "They signed it.", "2024-11-29"), "body.csto")

    assert lines(summit)[0].caveat == "No report collected by the cut-off gives the outcome."
    assert lines(summit, after)[0].caveat == ""


@pytest.mark.parametrize(
    ("day", "printed"), [("2024-11-20", False), ("2025-12-01", True), ("2027-01-01", False)]
)
def test_what_lies_before_the_period_or_too_far_ahead_is_left_out(day: str, printed: bool) -> None:
    assert bool(lines(telling(event("CSTO summit", day)))) is printed


def test_an_event_that_is_about_something_else_is_left_out() -> None:
    elsewhere = "Elsewhere the tennis final is on Sunday."
    entry = article(
        "CSTO prepares",
        f"{TOLD} {elsewhere}",
        events=(event("tennis final", "2024-12-01", sentence=elsewhere),),
    )
    about = tagged(entry, "body.csto")
    only_first = replace(about, tags=tuple(replace(t, spans=t.spans[:3]) for t in about.tags))

    assert lines(only_first) == ()


def test_an_unknown_zone_falls_back_to_the_brief_s() -> None:
    odd = replace(
        event("CSTO talks", "2024-12-03"), when=on("2024-12-03T09:00:00+05:00"), timezone="Mars/Olympus"
    )

    assert [line.time for line in lines(telling(odd))] == ["09:00 (UTC+05:00)"]


def test_a_month_is_printed_as_a_month() -> None:
    month = When("2025-10", "month", "stated", date(2025, 10, 1), date(2025, 10, 31))

    only = lines(telling(replace(event("CSTO exercise", "2025-10-01"), when=month)))[0]

    assert (only.start, only.end, only.date_text) == ("2025-10", "2025-10-31", "Oct 2025")


def test_no_event_stands_in_both_lists() -> None:
    """Fault F16."""
    names = ("summit", "session", "visit", "exercise", "talks")
    told: list[Tagged] = [
        telling(event(f"CSTO {name}", f"2024-{day}"), outlet=name)
        for name in names
        for day in ("11-26", "11-30", "12-02", "12-09")
    ]
    made: ComposeInput = given(*[story(f"2024-w48/{n}", item) for n, item in enumerate(told)], items=told)

    for line in compose(made).events:
        assert line.ahead is (line.start > "2024-12-01")


def of_border(
    border: str, name: str, day: str, sentence: str, language: str = "en", **changes: Any
) -> Tagged:
    """An article about a border whose event sentence itself names nothing that is watched."""
    entry = article(
        f"Surveyors compare maps ({border}, {language})",
        f"The line was walked.\n\n{sentence}",
        language=language,
        events=(event(name, day, sentence=sentence, **changes),),
    )
    title = Span("title", 0, len(entry.title), entry.title, "")
    return Tagged(entry, (tag(border, "primary", (title,)),))


def test_an_event_that_names_nobody_is_of_the_border_that_its_article_is_about() -> None:
    said = of_border(
        "border.kg-tj", "Meeting of delegations", "2024-12-04", "The delegations meet on 4 December."
    )

    assert [(line.start, line.topics) for line in lines(said)] == [("2024-12-04", ("border.kg-tj",))]


def test_two_meetings_that_are_put_off_are_not_one_for_that() -> None:
    here = of_border(
        "border.kg-tj", "Meeting of delegations", "2024-12-04", "The delegations meet on 4 December."
    )
    there = of_border(
        "border.tj-af", "Встреча делегаций", "2024-12-07", "Встреча перенесена на 7 декабря.", "ru",
        status="postponed",
    )  # fmt: skip

    assert [(line.start, line.caveat) for line in lines(here, there)] == [
        ("2024-12-04", ""),
        ("2024-12-07", ""),
    ]


def test_works_that_are_due_to_end_are_listed_as_their_end() -> None:
    said = of_border(
        "border.tj-af", "Ремонт моста", "2024-12-05", "Ремонт моста должен завершиться 5 декабря.", "ru"
    )

    (line,) = lines(said)
    assert line.name.startswith("End of repairs")


def test_what_one_report_tells_as_held_was_held_whoever_announced_it() -> None:
    announced = event("CSTO summit", "2024-11-28", status="announced")
    held = replace(
        event("Session of the Collective Security Council", "2024-11-28", status="past"), place="", country=""
    )
    (line,) = lines(telling(announced), telling(held, day="2024-11-28", outlet="Steppe Wire"))
    assert line.status == "past"

"""What goes wrong with time, through the real commands: years that are not said, summer time, a clock that is off."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.cases.week import Week, desk, item

TALKS = (
    "Delegations of Tajikistan and Afghanistan will hold talks on the Tajik-Afghan border on {} in Dushanbe, an official "
    "said. They have met eleven times before, and the tea is always brought by the guests."
)
GATE = (
    "Guards said that twelve lorries waited on the Tajik-Afghan border since the morning, most of them with flour. "
    "The gate at Panji Poyon stayed open until the evening, a customs clerk said."
)
FERRY = (
    "A ferry carried cattle over the river at the Tajik-Afghan border on market day, its captain said. "
    "Officials of both banks count the animals by hand and stamp every paper twice."
)


@pytest.fixture
def week(tmp_path: Path) -> Week:
    return desk(tmp_path)


@pytest.mark.parametrize(
    ("said", "told", "label", "day"),
    [
        ("3 January", "2024-12-30", "2025-W01", "2025-01-03"),
        ("29 November", "2024-11-25", "2024-W48", "2024-11-29"),
        ("29 February", "2024-02-05", "2024-W06", "2024-02-29"),
        ("29 February", "2025-02-05", "2025-W06", None),
    ],
)
def test_an_event_without_a_year_is_the_next_such_day(
    week: Week, said: str, told: str, label: str, day: str | None
) -> None:
    """A 29 February that the next months do not have is no day at all."""
    week.add(item("Talks on the Tajik-Afghan border announced", told, TALKS.format(said)))
    events = week.issue(label).brief.events

    assert [event.start for event in events] == ([day] if day else [])


def test_the_week_in_which_the_clock_goes_back_ends_an_hour_later(week: Week) -> None:
    """In Berlin the week to Sun 27 Oct 2024 has 169 hours: it begins at +02:00 and ends at +01:00."""
    week.configure("timezone: Asia/Dushanbe", "timezone: Europe/Berlin")
    week.add(
        item("Lorries wait at the gate", "2024-10-27T22:30:00Z", GATE),  # 23:30 on Sunday
        item("Ferry carries cattle", "2024-10-27T23:30:00Z", FERRY),  # 00:30 on Monday
    )
    before, after = (week.issue(label) for label in ("2024-W43", "2024-W44"))

    assert [[r.title for r in issue.brief.references] for issue in (before, after)] == [
        ["Lorries wait at the gate"],
        ["Ferry carries cattle"],
    ]
    assert before.brief.period.cutoff == "2024-10-28T00:00:00+01:00"
    assert (before.brief.period.offset, after.brief.period.offset) == ("UTC+02:00", "UTC+01:00")


def test_an_hour_is_that_of_its_own_day_whatever_the_clock_says_now(week: Week) -> None:
    """Told in summer time, held in winter time: ten o'clock in Berlin is ten o'clock in Berlin."""
    week.configure("timezone: Asia/Dushanbe", "timezone: Europe/Berlin")
    text = TALKS.format("29 October").replace("in Dushanbe", "at 10:00 in Berlin")
    week.add(item("Talks on the Tajik-Afghan border announced", "2024-10-24", text))
    issue = week.issue("2024-W43", formats=("json", "ics"))

    assert [event.start for event in issue.brief.events] == ["2024-10-29"]
    assert issue.brief.events[0].time == "10:00 (UTC+01:00)"
    assert "DTSTART:20241029T090000Z" in issue.calendar


@pytest.mark.parametrize(
    "command", [("import", "config.yaml"), ("generate", "--week", "2024-W48"), ("collect",)]
)
def test_a_clock_that_was_never_set_stops_what_reads_dates(week: Week, command: tuple[str, ...]) -> None:
    """A dead battery: all dates would lie in the future, and be taken for wrong."""
    ran = week.run(*command, SOURCE_DATE_EPOCH="946684800")

    assert ran.status == 2
    assert "clock says 01 Jan 2000" in ran.err
    assert "set it right" in ran.err


def test_a_clock_ahead_of_time_writes_an_issue_that_is_closed_and_dated_by_its_sources(week: Week) -> None:
    """Two years ahead: nothing is dated by it, and the week is the one that was asked for."""
    week.add(item("Lorries wait at the gate", "2024-11-27", GATE), now=datetime(2026, 12, 2, tzinfo=UTC))
    issue = week.issue("2024-W48", now=datetime(2026, 12, 2, tzinfo=UTC))

    assert [r.published for r in issue.brief.references] == ["2024-11-27"]
    assert issue.row().reports == 1
    assert issue.brief.period.cutoff == "2024-12-02T00:00:00+05:00"

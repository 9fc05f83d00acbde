from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.brief.material.period import PeriodOptions, before, cutoff, next_close, resolve, window
from briefings.errors import UsageError

MONDAY_MORNING = datetime(2024, 12, 2, 3, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("asked", "label", "start", "end"),
    [
        (None, "2024-W48", "2024-11-25T00:00+05:00", "2024-12-02T00:00+05:00"),
        ("last", "2024-W48", "2024-11-25T00:00+05:00", "2024-12-02T00:00+05:00"),
        ("this", "2024-W49", "2024-12-02T00:00+05:00", "2024-12-09T00:00+05:00"),
        ("2026-W53", "2026-W53", "2026-12-28T00:00+05:00", "2027-01-04T00:00+05:00"),
        ("2025-w1", "2025-W01", "2024-12-30T00:00+05:00", "2025-01-06T00:00+05:00"),
        (
            ("2024-11-20", "2024-11-29"),
            "2024-11-20--2024-11-29",
            "2024-11-20T00:00+05:00",
            "2024-11-30T00:00+05:00",
        ),
    ],
)
def test_a_period_is_found_by_its_name(asked: object, label: str, start: str, end: str) -> None:
    period = resolve(asked, MONDAY_MORNING, PeriodOptions())  # type: ignore[arg-type]

    assert period.label == label
    assert (period.start, period.end) == (datetime.fromisoformat(start), datetime.fromisoformat(end))


@pytest.mark.parametrize(
    ("options", "label", "start", "end"),
    [
        (
            PeriodOptions(closes="friday 15:00"),
            "2024-W48",
            "2024-11-22T15:00+05:00",
            "2024-11-29T15:00+05:00",
        ),
        (
            PeriodOptions(closes="saturday 24:00"),
            "2024-W48",
            "2024-11-24T00:00+05:00",
            "2024-12-01T00:00+05:00",
        ),
        (PeriodOptions("daily", "15:00"), "2024-12-01", "2024-11-30T15:00+05:00", "2024-12-01T15:00+05:00"),
        (PeriodOptions("daily"), "2024-12-01", "2024-12-01T00:00+05:00", "2024-12-02T00:00+05:00"),
        (PeriodOptions("monthly"), "2024-11", "2024-11-01T00:00+05:00", "2024-12-01T00:00+05:00"),
        (PeriodOptions("monthly", "15 18:00"), "2024-11", "2024-10-15T18:00+05:00", "2024-11-15T18:00+05:00"),
    ],
)
def test_a_desk_closes_when_it_likes(options: PeriodOptions, label: str, start: str, end: str) -> None:
    period = resolve(None, MONDAY_MORNING, options)

    assert period.label == label
    assert (period.start, period.end) == (datetime.fromisoformat(start), datetime.fromisoformat(end))


def test_a_label_says_the_same_as_last() -> None:
    options = PeriodOptions(closes="friday 15:00")

    assert resolve("2024-W48", MONDAY_MORNING, options) == resolve("last", MONDAY_MORNING, options)


def test_the_week_of_a_zone_with_summer_time_is_an_hour_shorter() -> None:
    period = resolve("2024-W13", MONDAY_MORNING, PeriodOptions(timezone="Europe/Berlin"))

    assert period.end.astimezone(UTC) - period.start.astimezone(UTC) == timedelta(days=7, hours=-1)


def test_kazakhstan_changed_its_offset_inside_a_week() -> None:
    period = resolve("2024-W09", MONDAY_MORNING, PeriodOptions(timezone="Asia/Almaty"))

    assert (period.start.utcoffset(), period.end.utcoffset()) == (timedelta(hours=6), timedelta(hours=5))


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("2024-W54", "no week 54 in 2024"),
        ("next", "names no weekly issue"),
        ("2024-11", "names no weekly issue"),
        ("0001-W01", "outside the calendar"),
        (("2024-11-29", "2024-11-20"), "before it begins"),
        (("2024-11-29", "soon"), "“soon” is not a day"),
        (("2024-11-29",), "a first and a last day"),
    ],
)
def test_what_names_no_period_is_told(asked: object, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        resolve(asked, MONDAY_MORNING, PeriodOptions())  # type: ignore[arg-type]


@pytest.mark.parametrize("closes", ["someday 15:00", "friday", "25:00", "24:30", "friday 3pm"])
def test_a_close_that_cannot_be_is_told(closes: str) -> None:
    options = PeriodOptions(closes=closes)
    if closes == "friday":
        assert resolve("2024-W48", MONDAY_MORNING, options).end.date() == date(2024, 11, 30)
        return
    with pytest.raises(UsageError, match="is not understood"):
        resolve(None, MONDAY_MORNING, options)


def test_the_look_back_holds_eight_periods() -> None:
    period = resolve("2024-W48", MONDAY_MORNING, PeriodOptions())

    start, end = window(period, PeriodOptions())

    assert (end - start) == timedelta(weeks=9)
    assert before(period, 8, PeriodOptions()).label == "2024-W40"


def test_a_stretch_of_days_is_preceded_by_one_as_long_and_followed_by_none() -> None:
    period = resolve(("2024-11-21", "2024-11-27"), MONDAY_MORNING, PeriodOptions())

    assert before(period, 1, PeriodOptions()).label == "2024-11-14--2024-11-20"
    assert next_close(period, PeriodOptions()) is None


def test_the_cut_off_is_the_close_or_now() -> None:
    options = PeriodOptions()

    closed, running = resolve("last", MONDAY_MORNING, options), resolve("this", MONDAY_MORNING, options)

    assert cutoff(closed, MONDAY_MORNING) == closed.end
    assert cutoff(running, MONDAY_MORNING) == MONDAY_MORNING


_OPTIONS = st.sampled_from(
    [
        PeriodOptions(),
        PeriodOptions(closes="friday 15:00", timezone="Asia/Kabul"),
        PeriodOptions(closes="saturday 24:00", timezone="Europe/Berlin"),
        PeriodOptions("daily", "15:00", "Asia/Tehran"),
        PeriodOptions("monthly", "15 18:00", "Asia/Almaty"),
    ]
)


@given(_OPTIONS, st.datetimes(datetime(1990, 1, 1), datetime(2040, 1, 1)))  # noqa: DTZ001 - made aware below
def test_periods_lie_end_to_end_and_hold_the_moment(options: PeriodOptions, naive: datetime) -> None:
    now = naive.replace(tzinfo=UTC)

    running = resolve("this", now, options)

    assert running.start <= now < running.end
    assert before(running, 1, options) == resolve("last", now, options)
    assert before(running, 1, options).end == running.start
    assert resolve(running.label, now, options) == running

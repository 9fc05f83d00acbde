"""A year of clock ticks gives each week's issue once, whatever the zone does."""

from __future__ import annotations

import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

import pytest

from briefings.brief import PeriodOptions
from briefings.brief.material import period
from briefings.run.timing import crontab, on_calendar, owed, service

ZONES = ("Asia/Almaty", "Asia/Dushanbe", "Europe/Berlin", "America/New_York")
KINDS: tuple[tuple[Literal["weekly", "daily", "monthly"], str, int], ...] = (
    ("weekly", "sunday 24:00", 52),
    ("weekly", "friday 15:00", 52),
    ("weekly", "sunday 02:30", 52),
    ("monthly", "24:00", 12),
)


def year(options: PeriodOptions, gaps: frozenset[int] = frozenset()) -> list[str]:
    """Labels written in 2024 by an hourly run; on days of the year in ``gaps`` the machine is off."""
    now, done, written = datetime(2024, 1, 1, tzinfo=UTC), owed_first(options), []
    while now < datetime(2025, 1, 1, tzinfo=UTC):
        now += timedelta(hours=1)
        if now.timetuple().tm_yday not in gaps:
            for period in owed(done, now, options):
                assert period.end <= now
                written.append(period.label)
                done = period.label
    return written


def owed_first(options: PeriodOptions) -> str:
    """The issue that was done before the year began."""
    (period,) = owed(None, datetime(2024, 1, 1, tzinfo=UTC), options)
    return period.label


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize(("kind", "closes", "count"), KINDS)
def test_each_issue_of_a_year_is_owed_once(
    zone: str, kind: Literal["weekly", "daily", "monthly"], closes: str, count: int
) -> None:
    written = year(PeriodOptions(kind, closes, zone))
    assert written == sorted(set(written))
    assert len(written) in (count, count + 1)


@pytest.mark.parametrize("zone", ZONES)
def test_what_was_missed_is_made_up_for_once(zone: str) -> None:
    options = PeriodOptions("weekly", "sunday 24:00", zone)
    off = frozenset(range(55, 75)) | {92, 93}
    assert year(options, off) == year(options)


@pytest.mark.parametrize(
    ("zone", "label", "hours"),
    [
        ("Asia/Almaty", "2024-W09", 169),  # all of Kazakhstan moved to UTC+5 on 1 March 2024
        ("Asia/Dushanbe", "2024-W09", 168),
        ("Europe/Berlin", "2024-W13", 167),
        ("Europe/Berlin", "2024-W43", 169),
        ("America/New_York", "2024-W10", 167),
    ],
)
def test_a_week_in_which_the_clocks_change_is_whole(zone: str, label: str, hours: int) -> None:
    options = PeriodOptions("weekly", "sunday 24:00", zone)
    week = period.resolve(label, datetime(2025, 1, 1, tzinfo=UTC), options)
    assert week.end.astimezone(UTC) - week.start.astimezone(UTC) == timedelta(hours=hours)
    moment = week.end.astimezone(UTC)
    assert [p.label for p in owed(None, moment, options)] == [label]
    assert [p.label for p in owed(None, moment - timedelta(seconds=1), options)] != [label]


def test_after_a_long_absence_only_the_last_four_are_written() -> None:
    options = PeriodOptions("weekly", "sunday 24:00", "Asia/Almaty")
    found = owed("2024-W05", datetime(2024, 12, 2, 12, tzinfo=UTC), options)
    assert [p.label for p in found] == ["2024-W45", "2024-W46", "2024-W47", "2024-W48"]


def test_a_clock_that_was_set_back_doubles_nothing() -> None:
    options = PeriodOptions("weekly", "sunday 24:00", "Europe/Berlin")
    assert owed("2024-W48", datetime(2024, 11, 20, tzinfo=UTC), options) == ()


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (PeriodOptions("weekly", "sunday 24:00", "Asia/Dushanbe"), "Mon *-*-* 00:10:00 Asia/Dushanbe"),
        (PeriodOptions("weekly", "friday 15:00", "Asia/Almaty"), "Fri *-*-* 15:10:00 Asia/Almaty"),
        (PeriodOptions("weekly", "saturday 23:55", "Asia/Almaty"), "Sun *-*-* 00:05:00 Asia/Almaty"),
        (PeriodOptions("daily", "18:00", "Europe/Berlin"), "*-*-* 18:10:00 Europe/Berlin"),
        (PeriodOptions("monthly", "24:00", "Europe/Berlin"), "*-*-01 00:10:00 Europe/Berlin"),
        (PeriodOptions("monthly", "15 18:00", "Europe/Berlin"), "*-*-15 18:10:00 Europe/Berlin"),
        (PeriodOptions("monthly", "30 18:00", "Europe/Berlin"), "*-*-* 18:10:00 Europe/Berlin"),
    ],
)
def test_the_timer_goes_off_right_after_the_close(options: PeriodOptions, expected: str) -> None:
    assert on_calendar(options) == expected


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd here to ask")
@pytest.mark.parametrize("closes", ["sunday 24:00", "friday 15:00", "sunday 02:30"])
def test_systemd_understands_it(closes: str) -> None:
    calendar = on_calendar(PeriodOptions("weekly", closes, "America/New_York"))
    call = ["systemd-analyze", "calendar", "--iterations=60", calendar]
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_odd_paths_survive_in_units_and_crontabs() -> None:
    folder = Path("/srv/the 5% desk")
    assert 'ExecStart=python "a b" 5%%' in service(["python", "a b", "5%"], folder)
    assert crontab(
        ["python", "5%"], folder
    ) == "10 * * * * cd '/srv/the 5\\% desk' && python '5\\%'\n".replace("'5\\%'", "5\\%")

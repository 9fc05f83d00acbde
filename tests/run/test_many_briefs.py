"""Several briefs in one configuration: zones, closes, languages, periods and topics of their own, from one store."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from briefings import run
from briefings.brief_types import Brief
from briefings.config import load
from briefings.run.desk import Desk

CONFIG = """\
watchlists: [ca-af-cauc]
briefs:
  friday: {title: Friday desk, timezone: Asia/Dushanbe, tlp: TLP:GREEN, period: {closes: 'friday 15:00'}}
  kabul: {title: Kabul week, timezone: Asia/Kabul, tlp: TLP:AMBER, language: fa, period: {closes: 'friday 24:00'}}
  daily: {title: Day sheet, timezone: Asia/Bishkek, tlp: TLP:CLEAR, language: ru, period: {kind: daily, closes: '18:00'}}
  monthly: {title: Month, timezone: Europe/Berlin, tlp: TLP:GREEN, period: {kind: monthly}}
  caucasus: {title: Caucasus, timezone: Asia/Tbilisi, tlp: TLP:GREEN, topics: [border.am-az, country.am, country.az]}
"""
NOW = datetime(2024, 12, 5, 9, 0, tzinfo=UTC)


def item(n: int, date: str, title: str, text: str) -> dict[str, Any]:
    return {
        "title": title,
        "text": text,
        "date": date,
        "url": f"https://paper.example/{n}",
        "source": "Paper",
    }


LORRIES = (
    "Guards said that {n} lorries waited on the Tajik-Afghan border at Panji Poyon, a clerk told the paper."
)
ITEMS = [
    item(1, "2024-11-29T14:30:00+05:00", "Lorries wait at Panji Poyon", LORRIES.format(n="twelve")),
    item(
        2,
        "2024-11-29T15:30:00+05:00",
        "Gate on the Tajik-Afghan border shuts early",
        "The gate shut at three.",
    ),
    item(
        3,
        "2024-11-30T00:10:00+04:30",
        "Night patrol on the Tajik-Afghan border",
        "A patrol went out at midnight.",
    ),
    item(
        4, "2024-11-27", "Armenia and Azerbaijan mark their border", "Armenian and Azerbaijani surveyors met."
    ),
]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("many")
    (folder / "config.yaml").write_text(CONFIG, "utf-8")
    (folder / "items.jsonl").write_text("\n".join(map(json.dumps, ITEMS)), "utf-8")
    with run.opened(load(folder / "config.yaml"), NOW) as opened:
        run.import_(opened, [str(folder / "items.jsonl")])
        yield opened


def brief(desk: Desk, name: str, week: str) -> Brief:
    return run.generate(desk, name, run.Asked(week), ("json",)).brief


def titles(found: Brief) -> set[str]:
    return {reference.title for reference in found.references}


def test_what_comes_in_after_friday_s_close_is_next_week_s(desk: Desk) -> None:
    this, after = brief(desk, "friday", "2024-W48"), brief(desk, "friday", "2024-W49")

    assert ITEMS[0]["title"] in titles(this)
    assert ITEMS[1]["title"] not in titles(this)
    assert ITEMS[1]["title"] in titles(after)
    assert this.period.cutoff == "2024-11-29T15:00:00+05:00"


def test_a_week_from_saturday_speaks_persian_and_keeps_its_marking(desk: Desk) -> None:
    found = brief(desk, "kabul", "2024-W48")

    assert (found.period.start, found.period.end, found.period.offset) == (
        "2024-11-23",
        "2024-11-29",
        "UTC+04:30",
    )
    assert (found.brief.language, found.brief.tlp) == ("fa", "TLP:AMBER")
    assert ITEMS[2]["title"] not in titles(found)  # ten past midnight on Saturday is the next week
    assert "مرز" in found.stories[0].headline
    assert {line.lang for line in found.bottom_line_parts} == {"fa"}


def test_a_day_sheet_ends_when_its_desk_ends(desk: Desk) -> None:
    found, after = brief(desk, "daily", "2024-11-29"), brief(desk, "daily", "2024-11-30")

    assert titles(found) == {ITEMS[0]["title"], ITEMS[1]["title"]}
    assert titles(after) == {ITEMS[2]["title"]}
    assert {line.lang for line in found.bottom_line_parts} == {"ru"}


def test_a_month_holds_them_all(desk: Desk) -> None:
    found = brief(desk, "monthly", "2024-11")

    assert found.coverage.articles == len(ITEMS)
    assert (found.period.start, found.period.end) == ("2024-11-01", "2024-11-30")


def test_a_brief_tells_only_of_its_topics(desk: Desk) -> None:
    found = brief(desk, "caucasus", "2024-W48")

    assert titles(found) == {ITEMS[3]["title"]}
    assert {row.id for row in found.borders} == {"border.am-az"}


def test_an_issue_of_one_brief_is_none_of_another_s(desk: Desk) -> None:
    brief(desk, "caucasus", "2024-W48")

    assert brief(desk, "friday", "2024-W48").version == 1
    assert brief(desk, "friday", "2024-W49").issue.previous == "2024-W48"

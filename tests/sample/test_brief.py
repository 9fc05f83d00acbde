"""The brief that is made of the sample week: every part of it has something to show, and no trap is news."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from briefings import run
from briefings.cli.app import cli
from briefings.cli.sample import BEFORE, SHIPPED, WEEK
from briefings.config import load
from tests.render import pdf_reading as read

TRAPS = (
    "Bulldogs",
    "Gavaskar",
    "collie",
    "TTPs",
    "FC Khyber",
    "hindi",
    "forklift",
    "snowed in",
)
CHROME = (
    "WTA",
    "Rss.plaza",
    "Добавить новость",
    "Читайте также",
    "Подписывайтесь",
    "обуна шавед",
    "appeared first",
)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Suffix -> text of the files of W48."""
    folder: Path = tmp_path_factory.mktemp("sample")
    shutil.copyfile(SHIPPED / "config.yaml", folder / "config.yaml")
    with run.opened(load(folder / "config.yaml"), WEEK[1]) as desk:
        run.import_(desk, [str(SHIPPED / "documents" / week) for week in (*BEFORE[2], *WEEK[2])])
        issue = run.generate(desk, None, run.Asked(WEEK[0]), ("html", "json"))
    texts = {path.suffix: path.read_text("utf-8") for path in issue.paths}
    return {
        suffix: re.sub(r"data:[\w/;,+=-]+", "", text) for suffix, text in texts.items()
    }  # fonts hold any letters


@pytest.fixture(scope="module")
def brief(pages: dict[str, str]) -> dict[str, Any]:
    tree: dict[str, Any] = json.loads(pages[".json"])
    return tree


@pytest.mark.parametrize("word", [*TRAPS, *CHROME])
def test_what_is_no_news_is_nowhere(pages: dict[str, str], word: str) -> None:
    assert word not in pages[".html"]


def test_markup_of_strangers_stays_text(pages: dict[str, str]) -> None:
    assert "Ghulam Khan" in pages[".html"]
    assert "<b>now</b>" not in pages[".html"]


def test_it_speaks_of_itself_as_a_sample(brief: dict[str, Any]) -> None:
    assert brief["brief"]["sample"] is True


def test_the_summit_leads(brief: dict[str, Any]) -> None:
    topics = {t["id"] for t in brief["stories"][0]["topics"] if t["level"] in ("primary", "secondary")}

    assert {"body.csto", "border.tj-af"} <= topics


def test_many_languages_were_read(brief: dict[str, Any]) -> None:
    assert {"en", "ru", "fa", "tg", "uz", "kk", "ky", "hy", "ka", "az"} <= set(brief["coverage"]["languages"])


def test_the_unreadable_are_counted(brief: dict[str, Any]) -> None:
    assert brief["coverage"]["quarantined"] == 4


def test_what_has_no_day_is_counted(brief: dict[str, Any]) -> None:
    """One page has no date at all, one only a month."""
    assert brief["coverage"]["undated"] == 2


def test_the_week_that_was_not_collected_is_no_zero(brief: dict[str, Any]) -> None:
    column = brief["weeks"].index("2024-W44")

    assert {row["history"][column] for row in brief["borders"]} == {None}


def test_a_story_goes_on_from_the_week_before(brief: dict[str, Any]) -> None:
    assert any(s["since_week"] < "2024-W48" and s["status"] == "continuing" for s in brief["stories"])


def test_a_postponed_meeting_stands_at_its_new_date(brief: dict[str, Any]) -> None:
    postponed = [e for e in brief["events"] if e["status"] == "postponed"]

    assert [e["start"][:10] for e in postponed] == ["2024-12-07"]


def test_every_reference_is_used(brief: dict[str, Any]) -> None:
    numbers = [r["n"] for r in brief["references"]]

    assert numbers == list(range(1, len(numbers) + 1))


def test_the_injured_are_counted_as_corrected(brief: dict[str, Any]) -> None:
    series = [f["series"] for s in brief["stories"] for f in s["figures"]]

    assert [[(value, corrected) for _, value, _, corrected in one] for one in series if len(one) > 1] == [
        [(3, False), (5, False), (4, True)]
    ]


def test_the_injured_are_told_as_corrected(brief: dict[str, Any]) -> None:
    points = [p["text"] for p in brief["key_points"] if "Chaman" in p["text"]]

    assert points
    assert all("four" in text for text in points)


def test_no_key_point_repeats_the_bottom_line(brief: dict[str, Any]) -> None:
    assert not [p["text"] for p in brief["key_points"] if p["text"] in brief["bottom_line"]]


@pytest.mark.parametrize("day", ["2024-12-04", "2024-12-05"])
def test_the_week_ahead_holds(brief: dict[str, Any], day: str) -> None:
    """Delegations in Batken on the 4th, repairs to end on the 5th: told in Kyrgyz, English and Russian."""
    assert len([e for e in brief["events"] if e["ahead"] and e["start"][:10] == day]) == 1


def test_the_surveyors_stand_among_the_stories(brief: dict[str, Any]) -> None:
    assert any("border.kg-tj" in {t["id"] for t in s["topics"]} for s in brief["stories"])


def test_a_quotation_in_another_language_stands_as_printed(brief: dict[str, Any]) -> None:
    quotes = [q for s in brief["stories"] for q in s["quotes"]]

    assert all(q["speaker"] and not q["speaker"].endswith(" که") for q in quotes)


def test_the_item_over_the_close_is_said_to_count_next_week(brief: dict[str, Any]) -> None:
    moved = brief["coverage"]["moved"]

    assert [("Milak" in text, "2024-W49" in text) for text in moved] == [(True, True)]


def test_some_notes_survive_the_page_limit(brief: dict[str, Any]) -> None:
    assert brief["also_noted"]


def test_the_shipped_command_keeps_to_its_pages_with_what_changed_since_the_week_before(
    tmp_path: Path,
) -> None:
    """The list of changes, which the first issue lacks, is counted when stories are cut to the pages."""
    ran = CliRunner().invoke(cli, ["sample", str(tmp_path / "brief")])
    assert ran.exit_code == 0, ran.output
    (pdf,) = (tmp_path / "brief").rglob("*.pdf")
    data = pdf.read_bytes()
    assert len(read.texts(data)) <= 8
    assert read.headings_at_the_foot(data) == []
    assert read.strayed_notes(data) == []

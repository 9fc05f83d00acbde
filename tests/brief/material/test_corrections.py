"""Corrections of what an earlier issue printed."""

from __future__ import annotations

from typing import Any

import pytest

from briefings.brief import compose
from briefings.types import Tagged
from tests.brief.make import article, event, given, story, tagged

NOTICE = (
    "correction: our report of November 20 said that the ferry at the river gate would stop. It does not."
)


def ferry(title: str, text: str, day: str, **changes: Any) -> Tagged:
    return tagged(article(title, text, day, **changes), "border.tj-af", "theme.border-security")


def register(earlier: Tagged, later: Tagged) -> list[tuple[str, str]]:
    before = compose(given(story("s/a", earlier), items=(earlier,), week="2024-W47"))
    items = (earlier, later)
    now = compose(given(story("s/a", earlier), story("s/b", later), items=items, previous=(before,)))
    return [(entry.issue, entry.text) for entry in now.corrections]


OLD = ferry(
    "Ferry at river gate to stop", "The ferry at the river gate will stop, a notice says.", "2024-11-20"
)
NEW = ferry(
    "Ferry at river gate goes on", "The ferry at the river gate goes on, its captain said.", "2024-11-30",
    notices=(NOTICE,),
)  # fmt: skip


def test_a_notice_names_the_issue_that_used_the_report() -> None:
    assert register(OLD, NEW) == [("2024-W47", f"Khyber Ledger: {NOTICE}")]


@pytest.mark.parametrize(
    "other",
    [
        ferry("Ferry at river gate to stop", "The ferry at the river gate will stop.", "2024-11-19"),
        ferry("School opens in Khorog", "A school opened near the border, teachers said.", "2024-11-20"),
        ferry("Ferry at river gate to stop", "The ferry will stop.", "2024-11-20", publisher="Kunduz Post"),
    ],
    ids=["other day", "other subject", "other outlet"],
)
def test_a_notice_corrects_no_other_report(other: Tagged) -> None:
    assert register(other, NEW) == []


def test_an_event_that_was_taken_back_leaves_the_calendar_and_another_of_that_report_stays() -> None:
    said = "The ferry at the river gate will stop, a notice says."
    told = (
        event("Ferry at river gate stops", "2024-11-28", sentence=said),
        event("Market day", "2024-11-29", sentence=said),
    )
    old = ferry("Ferry at river gate to stop", said, "2024-11-20", events=told)
    before = compose(given(story("s/a", old), items=(old,), week="2024-W47"))
    now = compose(given(story("s/a", old), story("s/b", NEW), items=(old, NEW), previous=(before,)))

    assert {e.name for e in before.events} == {"Ferry at river gate stops", "Market day"}
    assert {e.name for e in now.events} == {"Market day"}

"""Edits of the calendar: joined, moved, renamed and dropped by hand, and what refers to nothing."""

from __future__ import annotations

from collections.abc import Mapping

from briefings.brief import Edit, Edits, EventEdit, compose
from briefings.brief_types import Brief
from tests.brief.make import article, event, given, story, tagged

TALKS = "Border talks will be held in Osh on 4 December."
ROUND = "The round on the river will open in Osh on 5 December."
ITEM = tagged(
    article(
        "Talks on the border to be held",
        f"{TALKS} {ROUND}",
        events=(
            event("Border talks", "2024-12-04", "Osh", TALKS, country="KG"),
            event("Round on the river", "2024-12-05", "Osh", ROUND, country="KG"),
        ),
    ),
    "border.tj-af",
)


def brief(edits: Mapping[str, EventEdit] | None = None, *previous: Brief) -> Brief:
    held = Edits(events=edits or {})
    return compose(given(story("s/one", ITEM), items=(ITEM,), edits=held, previous=previous))


FIRST, SECOND = (line.id for line in brief().events)


def test_two_entries_are_made_one_with_the_sources_of_both() -> None:
    (line,) = brief({SECOND: EventEdit(same_as=FIRST)}).events

    assert (line.name, line.start, line.refs) == ("Border talks", "2024-12-04", (1,))


def test_a_circle_of_edits_loses_nothing() -> None:
    both = {
        FIRST: EventEdit(same_as=SECOND),
        SECOND: EventEdit(same_as=FIRST),
    }

    assert len(brief(both).events) == 1


def test_a_day_set_by_hand_says_so_and_counts_up_in_the_calendar_file() -> None:
    before = brief()
    moved = brief({FIRST: EventEdit(date="2024-12-06", status="postponed")}, before)

    line = next(entry for entry in moved.events if entry.name == "Border talks")
    assert (line.start, line.end, line.status, line.sequence, line.ahead) == (
        "2024-12-06",
        "2024-12-06",
        "postponed",
        1,
        True,
    )
    assert line.caveat == "Date set by hand; the sources give Wed 4 Dec 2024."
    assert [entry.start for entry in moved.events] == ["2024-12-05", "2024-12-06"]


def test_an_entry_that_is_no_event_is_dropped() -> None:
    assert [line.name for line in brief({FIRST: EventEdit(drop=True)}).events] == ["Round on the river"]


def test_an_edit_of_a_vanished_event_becomes_a_note() -> None:
    found = brief({"event-gone": EventEdit(name="Talks")})

    assert len(found.events) == 2
    assert any("event-gone" in note for note in found.coverage.notes)


def test_who_reviewed_it_is_printed_with_the_day() -> None:
    edits = Edits(reviewed_by=Edit("A. Analyst", at="2024-12-01T20:30:00+00:00"))
    found = compose(given(story("s/one", ITEM), items=(ITEM,), edits=edits))

    assert "reviewed by A. Analyst on Mon 2 Dec 2024" in found.method[0]
    assert "reviewed by nobody" in brief().method[0]

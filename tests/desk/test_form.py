"""Fields of the page -> sheet."""

from __future__ import annotations

import json
from typing import Any

from briefings.desk.form import sheet
from briefings.run.analyst.sheet import CorrectionPart, EventPart, Sheet, StoryPart

SET = Sheet(
    bottom_line="As set",
    key_points=["one", "two"],
    pins=["w/a"],
    stories={"w/a": StoryPart(headline="H", assessed="A")},
    events={"e1": EventPart(drop=True)},
    corrections=[CorrectionPart(issue="2024-W47", text="Wrong")],
)


def filled(fields: dict[str, str], own: Sheet = SET) -> dict[str, Any]:
    tree: dict[str, Any] = json.loads(sheet(own, 7, fields))
    return tree


def test_without_fields_the_sheet_is_what_is_set() -> None:
    assert Sheet.model_validate(filled({})) == SET.model_copy(update={"based_on": 7})


def test_a_field_changes_its_own_place_alone() -> None:
    tree = filled({"stories|w/a|assessed": "B", "stories|w/b|headline": "New"})
    assert tree["stories"]["w/a"]["headline"] == "H"
    assert tree["stories"]["w/a"]["assessed"] == "B"
    assert tree["stories"]["w/b"] == {"headline": "New"}
    assert tree["pins"] == ["w/a"]


def test_blank_points_and_corrections_leave_the_lists() -> None:
    tree = filled(
        {"key_points|0": "", "key_points|4": "five", "corrections|0|issue": "", "corrections|0|text": ""}
    )
    assert tree["key_points"] == ["two", "five"]
    assert tree["corrections"] == []


def test_an_event_is_left_out_by_a_tick() -> None:
    assert filled({"events|e1|drop": ""})["events"]["e1"]["drop"] is False
    assert filled({"events|e2|drop": "yes"})["events"]["e2"]["drop"] is True


def test_fields_that_no_sheet_has_are_passed_over() -> None:
    odd = {"article": "x", "do": "pin|w/a", "pins|0": "w/c", "bottom_line|x|y": "z", "based_on": "1", "|": ""}
    assert filled(odd) == filled({})

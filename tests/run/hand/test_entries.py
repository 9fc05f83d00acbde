"""What a person sets for an issue: checked, kept, taken back, and never silently overwritten."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefings.brief import Edits
from briefings.config import load
from briefings.errors import ConfigError, UsageError
from briefings.run import Asked, Desk, opened
from briefings.run.analyst.sheet import Known, Sheet, read
from briefings.run.hand.entries import changed, edits_for, held, keep, subject, undo
from briefings.run.hand.stories import Grouped
from briefings.run.issues.periods import period_options
from briefings.stories import Edited
from tests.project import start

KNOWN = Known(
    "central-asia",
    "2024-W48",
    frozenset({"2024-w48/kg-tj-000001", "2024-w48/tj-af-000002"}),
    frozenset({"border.tj-af", "body.csto"}),
    "icd203",
)
ABOUT = subject("central-asia", "2024-W48")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    project = start(tmp_path)
    with opened(load(project.folder / "config.yaml"), datetime(2024, 12, 2, tzinfo=UTC)) as desk:
        yield desk


def mistakes(text: str) -> tuple[str, ...]:
    with pytest.raises(ConfigError) as raised:
        read(text, "sheet.yaml", KNOWN)
    return raised.value.mistakes


def test_a_blank_sheet_sets_nothing() -> None:
    assert read("bottom_line:\nkey_points: []\nstories:\n", "sheet.yaml", KNOWN).payload() == {}


def test_every_mistake_is_told_at_once_with_its_line() -> None:
    found = mistakes(
        "bottom_lin: Talks began.\n"
        "pins: [2024-w48/kg-tj-000011]\n"
        "stories:\n"
        "  2024-w48/kg-tj-000001: {asessed: Talks go on.}\n"
        "arrows:\n"
        "  border.tj-ag: {arrow: same, reason: nothing new}\n"
        "  body.csto: {arrow: up}\n"
    )
    assert [line.split(":")[1] for line in found] == ["1", "2", "4", "6", "7"]
    assert "did you mean 'bottom_line'?" in found[0]
    assert "did you mean '2024-w48/kg-tj-000001'?" in found[1]
    assert "did you mean 'assessed'?" in found[2]
    assert "did you mean 'border.tj-af'?" in found[3]
    assert "'up' is none of better, same, worse" in found[4]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Talks will highly likely go on.", "not of the vocabulary icd203"),
        ("It is likely, with high confidence, that talks go on.", "in one sentence"),
        ("Talks may go on.", "is no estimate"),
        ("Talks will undoubtedly go on.", "is drama"),
    ],
)
def test_an_assessment_keeps_to_the_words_of_estimates(text: str, reason: str) -> None:
    (found,) = mistakes(f'stories: {{2024-w48/kg-tj-000001: {{assessed: "{text}"}}}}')
    assert reason in found


def test_a_month_is_no_estimate() -> None:
    sheet = read("stories: {2024-w48/kg-tj-000001: {assessed: Talks in May are likely.}}", "x", KNOWN)
    assert sheet.stories["2024-w48/kg-tj-000001"].assessed == "Talks in May are likely."


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("arrows: {border.tj-af: {arrow: worse}}", "say why"),
        ("issue: 2024-W47", "is for '2024-W47', not for '2024-W48'"),
        ("pins: [2024-w48/kg-tj-000001]\ndrops: [2024-w48/kg-tj-000001]", "pinned too"),
        ("pins: [2024-w48/kg-tj-000001, 2024-w48/kg-tj-000001]", "stands twice"),
        ("corrections: [{issue: 2024-W47}]", "corrections.0.text"),
        ("key_points: [a, b, c, d, e, f]", "key_points"),
        ("- a list", "no sheet of edits"),
        ("bottom_line: 'open", "not YAML"),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(text: str, reason: str) -> None:
    assert any(reason in said for said in mistakes(text))


def test_text_is_one_clean_line() -> None:
    assert Sheet(bottom_line="Two\u202e  lines\nof text").bottom_line == "Two lines of text"


def test_a_sheet_made_from_an_older_state_is_refused_and_says_what_changed(desk: Desk) -> None:
    first = keep(desk, ABOUT, {"bottom_line": "One."}, 0, "Ana")
    assert first is not None
    keep(desk, ABOUT, {"bottom_line": "One.", "pins": ["2024-w48/kg-tj-000001"]}, first, "Ben")
    with pytest.raises(UsageError, match=r"Ben has changed this issue .*: pins\. Nothing was kept"):
        keep(desk, ABOUT, {"bottom_line": "Two."}, first, "Ana")
    assert [edit.author for edit in held(desk, "central-asia", "2024-W48")] == ["Ana", "Ben"]


def test_a_sheet_based_on_what_was_taken_back_is_refused(desk: Desk) -> None:
    first = keep(desk, ABOUT, {"bottom_line": "One."}, 0, "Ana")
    assert first is not None
    undo(desk, ABOUT)
    with pytest.raises(UsageError, match="has been taken back"):
        keep(desk, ABOUT, {"bottom_line": "Two."}, first, "Ana")


def test_a_sheet_that_changes_nothing_is_not_kept(desk: Desk) -> None:
    first = keep(desk, ABOUT, {"bottom_line": "One."}, 0, "Ana")
    assert first is not None
    assert keep(desk, ABOUT, {"bottom_line": "One."}, first, "Ben") is None
    assert len(held(desk, "central-asia", "2024-W48")) == 1


def test_taking_back_leaves_what_was_set_before(desk: Desk) -> None:
    first = keep(desk, ABOUT, {"bottom_line": "One."}, 0, "Ana")
    assert first is not None
    keep(desk, ABOUT, {"bottom_line": "Two."}, first, "Ben")
    assert undo(desk, ABOUT).author == "Ben"
    assert [edit.payload for edit in held(desk, "central-asia", "2024-W48")] == [{"bottom_line": "One."}]
    undo(desk, ABOUT)
    with pytest.raises(UsageError, match="no edit"):
        undo(desk, ABOUT)


def test_changes_are_named_by_their_places() -> None:
    before = {"bottom_line": "One.", "stories": {"a": {"headline": "H", "assessed": "A"}}}
    after = {"stories": {"a": {"headline": "H", "assessed": "B"}}, "pins": ["a"]}
    assert changed(before, after) == ["bottom_line", "pins", "stories.a.assessed"]


def issue_edits(desk: Desk) -> Edits:
    settings = desk.config.brief("central-asia")[1]
    period = Asked("2024-W48").resolve(desk.now, period_options(settings))
    return edits_for(desk, "central-asia", period, Grouped((), Edited(())), frozenset())


def test_where_nobody_set_anything_a_brief_is_composed_as_ever(desk: Desk) -> None:
    assert issue_edits(desk) == Edits()


def test_whoever_leaves_a_value_as_it_was_is_not_its_author(desk: Desk) -> None:
    first = keep(desk, ABOUT, {"bottom_line": "One."}, 0, "Ana")
    assert first is not None
    keep(desk, ABOUT, {"bottom_line": "One.", "key_points": ["Two."]}, first, "Ben")
    edits = issue_edits(desk)
    assert edits.bottom_line is not None
    assert (edits.bottom_line.author, edits.key_points[0].author) == ("Ana", "Ben")

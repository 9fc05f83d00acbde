from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings import stories
from briefings.stories import Edited, StoryEdit
from tests.stories.test_group import WEEK

FOUND = stories.group(WEEK)
IDS = [story.id for story in FOUND]
HOLDER = {member.article: story.id for story in FOUND for member in story.members}


def edited(*edits: StoryEdit) -> Edited:
    return stories.apply_edits(FOUND, edits, stories.rebuilt(WEEK))


def members(outcome: Edited) -> dict[str, set[str]]:
    return {story.id: {member.article for member in story.members} for story in outcome.stories}


def test_no_edit_changes_nothing() -> None:
    assert edited().stories == FOUND


def test_merged_stories_count_their_origins_anew() -> None:
    outcome = edited(StoryEdit("merge", IDS[0], (IDS[1],)))
    kept = next(story for story in outcome.stories if story.id == IDS[0])
    assert len(outcome.stories) == len(FOUND) - 1
    assert kept.origins == len({member.origin for member in kept.members}) == kept.outlets


def test_an_edit_of_a_merged_story_reaches_the_one_it_went_into() -> None:
    outcome = edited(
        StoryEdit("merge", IDS[0], (IDS[1],)), StoryEdit("rename", IDS[1], text="Shots at Vorukh")
    )
    assert outcome.headlines == ((IDS[0], "Shots at Vorukh"),)


def test_a_split_makes_a_story_of_the_named_articles() -> None:
    story = HOLDER["a1"]
    outcome = members(edited(StoryEdit("split", story, ("a1",))))
    assert {"a1"} in outcome.values()
    assert "a1" not in outcome[story]


def test_a_moved_article_leaves_its_story() -> None:
    outcome = members(edited(StoryEdit("move", HOLDER["a3"], ("a1",))))
    assert "a1" in outcome[HOLDER["a3"]]
    assert sum("a1" in articles for articles in outcome.values()) == 1


def test_pins_keep_their_order_and_a_drop_takes_the_pin_away() -> None:
    outcome = edited(StoryEdit("pin", IDS[1]), StoryEdit("pin", IDS[0]), StoryEdit("drop", IDS[1]))
    assert (outcome.pins, outcome.drops) == ((IDS[0],), (IDS[1],))


@pytest.mark.parametrize("action", ["merge", "split", "move", "pin", "drop", "rename"])
def test_an_edit_of_a_vanished_story_becomes_a_note(action: stories.edits.Action) -> None:
    outcome = edited(StoryEdit(action, "2024-w01/gone-000000", ("a1",)))
    assert outcome.stories == FOUND
    assert len(outcome.notes) == 1


ARTICLES = st.lists(st.sampled_from(sorted(HOLDER)), min_size=1, max_size=3).map(tuple)
EDITS = st.lists(
    st.one_of(
        st.builds(StoryEdit, st.just("merge"), st.sampled_from(IDS), st.tuples(st.sampled_from(IDS))),
        st.builds(StoryEdit, st.sampled_from(["split", "move"]), st.sampled_from(IDS), ARTICLES),
        st.builds(StoryEdit, st.sampled_from(["pin", "drop"]), st.sampled_from(IDS)),
    ),
    max_size=6,
)


@given(EDITS)
def test_edits_lose_and_double_no_article(edits: list[StoryEdit]) -> None:
    outcome = edited(*edits)
    held = [article for articles in members(outcome).values() for article in articles]
    assert sorted(held) == sorted(HOLDER)


@given(EDITS)
def test_edits_replayed_over_a_new_run_give_the_same(edits: list[StoryEdit]) -> None:
    again = stories.apply_edits(stories.group(list(reversed(WEEK))), edits, stories.rebuilt(WEEK))
    assert again == edited(*edits)

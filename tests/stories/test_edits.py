from __future__ import annotations

from dataclasses import replace

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


def test_a_second_split_of_the_same_articles_adds_to_the_first() -> None:
    story = HOLDER["a1"]
    parted = StoryEdit("split", story, ("a1", "a3"))
    outcome = members(edited(parted, StoryEdit("move", story, ("a3",)), parted))
    assert {"a1", "a3"} in outcome.values()


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


def absorbed(edit: StoryEdit) -> Edited:
    """What an edit comes to when new articles have put the story of ``a3`` into that of ``a1``."""
    gone, kept = HOLDER["a3"], HOLDER["a1"]
    rebuild = stories.rebuilt(WEEK)
    joint = rebuild(kept, [article for article, story in HOLDER.items() if story in (gone, kept)])
    others = [story for story in FOUND if story.id not in (gone, kept)]
    held = ((gone, tuple(article for article, story in HOLDER.items() if story == gone)),)
    return stories.apply_edits([joint, *others], [replace(edit, held=held)], rebuild)


def test_an_edit_of_a_story_that_grouping_put_into_another_reaches_that_one() -> None:
    gone, kept, third = HOLDER["a3"], HOLDER["a1"], HOLDER["a5"]
    assert absorbed(StoryEdit("pin", gone)).pins == (kept,)
    assert "a5" in members(absorbed(StoryEdit("move", gone, ("a5",))))[kept]
    assert third not in members(absorbed(StoryEdit("merge", gone, (third,))))
    assert "a3" not in members(absorbed(StoryEdit("split", gone, ("a3",))))[kept]


@pytest.mark.parametrize("action", ["drop", "rename"])
def test_what_was_said_of_a_whole_story_is_not_said_of_the_larger_one(action: stories.edits.Action) -> None:
    outcome = absorbed(StoryEdit(action, HOLDER["a3"], text="Summit"))
    assert (outcome.drops, outcome.headlines) == ((), ())
    assert outcome.notes == (f"{action} of {HOLDER['a3']}: its articles are part of {HOLDER['a1']} now.",)


def test_a_story_that_has_another_id_elsewhere_is_known_by_its_articles() -> None:
    story = HOLDER["a3"]
    held = (("2024-w48/other-watch-list", tuple(a for a, holder in HOLDER.items() if holder == story)),)
    outcome = edited(StoryEdit("rename", "2024-w48/other-watch-list", text="Summit", held=held))
    assert (outcome.headlines, outcome.notes) == (((story, "Summit"),), ())


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
def test_edits_made_twice_lose_and_double_no_article(edits: list[StoryEdit]) -> None:
    outcome = edited(*edits, *edits)
    assert sorted(a for articles in members(outcome).values() for a in articles) == sorted(HOLDER)


@given(EDITS)
def test_edits_replayed_over_a_new_run_give_the_same(edits: list[StoryEdit]) -> None:
    again = stories.apply_edits(stories.group(list(reversed(WEEK))), edits, stories.rebuilt(WEEK))
    assert again == edited(*edits)

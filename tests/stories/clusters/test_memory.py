"""A day that is added costs a day, and what is remembered changes nothing."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings import stories
from briefings.stories.clusters.joined import Joined
from briefings.stories.clusters.options import ClusterOptions
from briefings.types import Tagged
from tests.stories.alike.test_occasions import titled
from tests.stories.make import item
from tests.stories.synthetic import articles

SMALL = ClusterOptions(block=40)
"""Blocks of a day each, as a large week has them."""


class Kept:
    """Keeps bytes, as a file would, and counts what is asked for."""

    def __init__(self) -> None:
        self.known: dict[str, bytes] = {}
        self.found = self.missed = 0

    def take(self, name: str, /) -> bytes | None:
        known = self.known.get(name)
        self.found, self.missed = self.found + (known is not None), self.missed + (known is None)
        return known

    def keep(self, name: str, body: bytes, /) -> None:
        self.known[name] = body


@cache
def made_once(number: int, seed: int) -> tuple[dict[str, Any], ...]:
    return tuple(articles(number, seed, words=60))


def week(number: int = 300, seed: int = 1) -> list[dict[str, Any]]:
    """Articles of six days; some without a date, some in a second language and script."""
    made = [dict(one) for one in made_once(number, seed)]
    for at, one in enumerate(made):
        if at % 29 == 0:
            one["date"] = ""
        if at % 7 == 0:
            one["lang"] = "de"
    return made


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_days_that_are_added_one_by_one_make_the_stories_of_the_whole(seed: int) -> None:
    made = week(seed=seed)
    kept = Kept()
    days = sorted({one["date"] for one in made if one["date"]})
    for last in days:
        known = [one for one in made if one["date"] <= last]
        assert stories.group_texts(known, SMALL, kept) == stories.group_texts(known, SMALL)
    assert kept.found >= sum(range(len(days) - 1))  # of each run all days but the new one


@settings(max_examples=8, deadline=None)
@given(st.randoms(use_true_random=False))
def test_batches_in_any_order_make_the_stories_of_the_whole(chance: Random) -> None:
    made = week(160)
    chance.shuffle(made)
    kept = Kept()
    cuts = sorted(chance.sample(range(1, len(made)), 3))
    for end in (*cuts, len(made)):
        found = stories.group_texts(made[:end], SMALL, kept)
    assert found == stories.group_texts(sorted(made, key=lambda one: str(one["id"])), SMALL)


def test_a_run_again_goes_through_no_block_that_is_full() -> None:
    made, kept = week(), Kept()
    first = stories.group_texts(made, SMALL, kept)
    kept.found = kept.missed = 0
    assert stories.group_texts(made, SMALL, kept) == first
    assert kept.found
    assert not kept.missed


def test_another_word_in_one_day_is_seen_in_this_and_in_the_days_after_it() -> None:
    made, kept = week(), Kept()
    stories.group_texts(made, SMALL, kept)
    kept.found = kept.missed = 0
    third = sorted({one["date"] for one in made})[3]
    changed = [one | {"title": "Quite another title"} if one["date"] == third else one for one in made]
    assert stories.group_texts(changed, SMALL, kept) == stories.group_texts(changed, SMALL)
    assert kept.found == 2
    assert kept.missed >= 3


def test_other_tags_or_options_are_not_taken_for_the_same() -> None:
    rows = [item(f"{n:03d}", f"Guards met at post {n} near Osh", "", "2024-11-26") for n in range(50)]
    tagged = [
        item(f"{n:03d}", f"Guards met at post {n} near Osh", "", "2024-11-26", "border.kg-uz")
        for n in range(50)
    ]
    kept = Kept()
    for items in (rows, tagged):
        for options in (SMALL, ClusterOptions(block=40, gate=3)):
            assert stories.group(items, options=options, memory=kept) == stories.group(items, options=options)
    assert (kept.found, kept.missed) == (0, 12)  # each time a block, how it is joined, and the whole


def test_the_kinds_of_evidence_survive_being_kept() -> None:
    rows = [
        item(f"{day}{n:02d}", f"{n} killed in attack on post near Osh on {day} November", f"Guards of post {n} said so.",
             f"2024-11-{day}", "border.kg-uz theme.border-clashes", crossing=("near Osh", "osh"),
             language=("en", "ru")[n % 2])
        for day in range(20, 26) for n in range(10, 19)
    ]  # fmt: skip
    options, kept = ClusterOptions(block=5), Kept()
    for end in range(9, len(rows) + 1, 9):
        assert stories.group(rows[:end], options=options, memory=kept) == stories.group(
            rows[:end], options=options
        )
    assert kept.found == 15 + 5  # blocks, and how they were joined


def riots(*days: int) -> list[Tagged]:
    """A report of unrest of each day, and one of something else."""
    unrest = [titled(item(f"a{n}", f"Almaty riot, part {n}", "", f"2024-11-{n:02d}", "country.kz theme.internal-unrest"))
              for n in days]  # fmt: skip
    return [
        *unrest,
        *(item(f"b{n}", f"Wheat sells well in market {n}", "", f"2024-11-{n:02d}") for n in days),
    ]


def test_a_later_day_may_bind_what_earlier_days_had_apart() -> None:
    options, kept = ClusterOptions(block=2), Kept()
    for last in (5, 6, 7):
        found = stories.group(riots(*range(5, last + 1)), options=options, memory=kept)
        assert found == stories.group(riots(*range(5, last + 1)), options=options)
        together = {"a5", "a6", "a7"} in [{one.article for one in story.members} for story in found]
        assert together == (last == 7)  # of unrest three reports make one development


def test_what_a_day_tells_nothing_of_is_not_joined_again() -> None:
    options, kept, reports = ClusterOptions(block=2), Kept(), riots(5, 6, 7)
    stories.group(reports, options=options, memory=kept)
    name = next(name for name in kept.known if name.startswith("joined-"))
    known = Joined.unpacked(kept.known[name])
    parted = tuple((at,) for group in known.groups for at in group)
    kept.known[name] = replace(known, groups=parted).packed()

    quiet = [item(f"c{n}", f"Snow falls on road {n}", "", "2024-11-20") for n in (1, 2)]
    found = stories.group([*reports, *quiet], options=options, memory=kept)

    sizes = {member.article: len(story.members) for story in found for member in story.members}
    assert {sizes[one.article.id] for one in reports} == {1}  # as they were said to have been

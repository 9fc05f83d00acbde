"""What gives way first when an issue is too long."""

from __future__ import annotations

from itertools import pairwise

import pytest

from briefings.run.issues.fit import Plan, plans

STARTS = [Plan(14, 10, 10), Plan(7, 4, 0), Plan(3, 0, 2), Plan(1, 12, 5)]


@pytest.mark.parametrize("start", STARTS)
def test_plans_only_get_shorter_and_end(start: Plan) -> None:
    steps = [start, *plans(start)]

    assert all(sum(after) <= sum(before) and after.full <= before.full for before, after in pairwise(steps))
    assert sum(steps[-1]) <= sum(start)
    assert len(steps) == len(set(steps))


def test_no_story_vanishes_before_full_ones_are_lines() -> None:
    steps = list(plans(Plan(14, 10, 10)))
    first_loss = next(plan for plan in steps if plan.full + plan.lines < 24 or plan.noted < 10)

    assert first_loss.full == 5


def test_notes_survive_until_little_else_does() -> None:
    assert all(plan.noted >= 4 for plan in plans(Plan(14, 10, 10)) if plan.full > 2)

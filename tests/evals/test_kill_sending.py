"""Fifty kills of a sending process, over 200 recipients and a server that fails on cue."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.deliver.kill import judge, killed


@pytest.mark.evals
def test_fifty_kills_and_nobody_gets_two(tmp_path: Path) -> None:
    cued, states = killed(tmp_path, count=200, kills=50, seed=11)
    print("after 50 kills:", dict(Counter(states.values())), "taken:", len(cued.taken))
    judge(cued, states, 200, 50)

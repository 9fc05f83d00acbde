"""Killed at any moment and run again, sending gives nobody a second copy."""

from __future__ import annotations

from pathlib import Path

from tests.deliver.kill import judge, killed


def test_three_kills_and_nobody_gets_two(tmp_path: Path) -> None:
    cued, states = killed(tmp_path, count=200, kills=3, seed=8)
    judge(cued, states, 200, 3)

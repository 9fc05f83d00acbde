"""Grouping remembers days between runs, in files; another program's are not taken."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefings import stories
from briefings.remembered import Remembered, _programs
from briefings.stories import ClusterOptions
from tests.stories.synthetic import articles

OPTIONS = ClusterOptions(block=30)


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "briefings"


def test_a_second_run_finds_the_days_of_the_first_and_tells_the_same(cache: Path) -> None:
    made = articles(200, words=60)
    first = stories.group_texts(made, OPTIONS, Remembered())
    files = {file.name: file.stat().st_mtime_ns for file in cache.iterdir()}
    assert files
    assert stories.group_texts(made, OPTIONS, Remembered()) == first == stories.group_texts(made, OPTIONS)
    assert {file.name: file.stat().st_mtime_ns for file in cache.iterdir()} == files


def test_a_spoilt_file_is_worked_out_anew(cache: Path) -> None:
    made = articles(200, words=60)
    first = stories.group_texts(made, OPTIONS, Remembered())
    for file in cache.iterdir():
        file.write_bytes(file.read_bytes()[:-40])
    assert stories.group_texts(made, OPTIONS, Remembered()) == first


def test_what_another_program_kept_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    Remembered().keep("a", b"1")
    assert Remembered().take("a") == b"1"
    monkeypatch.setattr(Remembered, "_code", "another")
    assert Remembered().take("a") is None


def test_a_program_is_another_one_when_a_file_of_a_room_in_a_room_changes(tmp_path: Path) -> None:
    for name in ("b.py", "inner/a.py", "inner/deep/c.py", "notes.txt"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name)
    assert list(_programs(tmp_path)) == [b"b.py", b"inner/a.py", b"inner/deep/c.py"]

"""What is kept between runs: taken back as it was, or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefings import kept


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "briefings"


def test_what_is_kept_comes_back() -> None:
    kept.keep("a.json", {"граница": [1, "a", None]})
    assert kept.take("a.json") == {"граница": [1, "a", None]}


def test_bytes_come_back_as_they_were() -> None:
    kept.keep_bytes("a", b"\n\x00\xff\n")
    assert kept.take_bytes("a") == b"\n\x00\xff\n"


def test_nothing_is_found_where_nothing_was_kept() -> None:
    assert kept.take("a.json") is None


@pytest.mark.parametrize(
    "spoil",
    [
        lambda raw: raw[: len(raw) // 2],
        lambda raw: raw.replace(b"one", b"two"),
        lambda raw: raw.replace(b"briefings ", b"briefings 0", 1),
        lambda _: b"",
        lambda _: b"\xff\xfe\x00",
        lambda _: b"[" * 100_000,
    ],
    ids=["torn", "changed", "of another version", "empty", "foreign", "nested without end"],
)
def test_a_spoilt_file_is_as_good_as_none(cache: Path, spoil: object) -> None:
    kept.keep("a.json", ["one"])
    file = cache / "a.json"
    file.write_bytes(spoil(file.read_bytes()))  # type: ignore[operator]
    assert kept.take("a.json") is None
    kept.keep("a.json", ["one"])
    assert kept.take("a.json") == ["one"]


@pytest.mark.parametrize("value", [{1: "a"}, {"a": {1, 2}}, {False: 1}, ("a",)])
def test_what_json_would_change_is_not_kept(value: object) -> None:
    kept.keep("a.json", value)
    assert kept.take("a.json") is None


def test_a_home_that_cannot_be_written_costs_nothing_but_time(cache: Path) -> None:
    cache.parent.joinpath("briefings").write_text("a file where the folder should be")
    kept.keep("a.json", [1])
    kept.thin("*.json", 0)
    assert kept.take("a.json") is None


def test_without_any_home_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr(Path, "home", staticmethod(homeless))
    kept.keep("a.json", [1])
    assert kept.take("a.json") is None


def test_old_files_are_thinned(cache: Path) -> None:
    for number in range(4):
        kept.keep(f"list-{number}.json", [number])
        os.utime(cache / f"list-{number}.json", (number, number))
    kept.thin("list-*.json", 2)
    assert sorted(file.name for file in cache.iterdir()) == ["list-2.json", "list-3.json"]

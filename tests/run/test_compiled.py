"""The matcher is the same with and without what an earlier run left, whatever state that is in."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefings import config, kept
from briefings.run.compiled import STRINGS, compiled

TEXT = "Shooting was reported from the border between Tajikistan and Afghanistan."


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    config_file = tmp_path / "config.yaml"
    brief = "briefs:\n  weekly: {title: Weekly, tlp: TLP:GREEN, watchlists: [own.yaml], timezone: Asia/Dushanbe}\n"
    config_file.write_text(f"watchlists: [own.yaml]\n{brief}", "utf-8")
    padding = "\n".join(f"# {'a comment that makes the list a long one ' * 3}" for _ in range(600))
    own = "id: own\nborders:\n- {id: border.tj-af, countries: [TJ, AF]}\n"
    (tmp_path / "own.yaml").write_text(f"{own}{padding}\n", "utf-8")
    return config_file


def test_a_second_run_finds_the_same(file: Path) -> None:
    first = compiled(config.load(file).watchlist).tag_text("", TEXT, "en")
    assert kept.take(STRINGS)
    assert first
    assert compiled(config.load(file).watchlist).tag_text("", TEXT, "en") == first


def test_a_changed_list_is_read_anew(file: Path) -> None:
    before = config.load(file).watchlist
    own = file.parent / "own.yaml"
    own.write_text(own.read_text("utf-8").replace("border.tj-af", "border.af-tj"), "utf-8")
    after = config.load(file).watchlist
    assert "border.tj-af" in before.by_id
    assert "border.af-tj" in after.by_id
    assert "border.tj-af" not in after.by_id


def test_rows_of_a_foreign_shape_are_no_harm(file: Path) -> None:
    kept.keep(STRINGS, ["not", "a", "mapping"])
    assert compiled(config.load(file).watchlist).tag_text("", TEXT, "en")

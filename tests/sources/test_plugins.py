"""A kind of file that another package reads."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefings.errors import InputError
from briefings.sources import load, plugins
from briefings.types import Fetched, Problem

READER = """
from briefings.sources.items import digest, record

def read(blob):
    yield record(blob, {"title": blob.raw.decode().upper()}, digest(blob.raw))
"""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An installed package that reads .shout, and one that does not load."""
    (tmp_path / "shouting.py").write_text(READER)
    told = tmp_path / "shouting-1.dist-info"
    told.mkdir()
    (told / "METADATA").write_text("Metadata-Version: 2.1\nName: shouting\nVersion: 1\n")
    (told / "entry_points.txt").write_text(
        "[briefings.sources]\nshout = shouting:read\nbroken = shouting:nothing\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    plugins.known.cache_clear()
    yield
    plugins.known.cache_clear()
    sys.modules.pop("shouting", None)


@pytest.mark.usefixtures("package")
def test_a_further_kind_is_read_by_its_package(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.shout").write_text("posts reinforced")
    for path in ("in", "in/a.shout"):
        (found,) = load([str(tmp_path / path)], datetime(2024, 12, 2, tzinfo=UTC))
        assert isinstance(found, Fetched)
        assert found.raw == b'{"title":"POSTS REINFORCED"}'


@pytest.mark.usefixtures("package")
def test_a_package_that_fails_costs_its_file_alone(tmp_path: Path) -> None:
    (tmp_path / "a.shout").write_bytes(b"\xff")
    (tmp_path / "b.broken").write_text("x")
    found = list(
        load([str(tmp_path / "a.shout"), str(tmp_path / "b.broken")], datetime(2024, 12, 2, tzinfo=UTC))
    )
    reasons = [each.reason for each in found if isinstance(each, Problem)]
    assert ["failed: UnicodeDecodeError" in reasons[0], "does not load" in reasons[1]] == [True, True]


@pytest.mark.usefixtures("package")
def test_a_package_that_does_not_load_and_an_unknown_kind_are_told() -> None:
    with pytest.raises(InputError, match=r"The package that reads \.broken does not load"):
        plugins.reader(".broken")
    with pytest.raises(InputError, match=r"No package reads \.docx; known are \.broken, \.shout"):
        plugins.reader(".docx")

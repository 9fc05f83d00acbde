from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from briefings.cli.preview import rendered, stamps
from briefings.errors import RenderError


def touch(path: Path, text: str, when: int) -> None:
    import os

    path.write_text(text)
    os.utime(path, ns=(when, when))


def test_a_saved_template_is_rendered_again(tmp_path: Path) -> None:
    template, made = tmp_path / "brief.css", []
    touch(template, "a", 1)
    pauses = iter(range(2, 100))

    def sleep(_: float) -> None:
        when = next(pauses)
        if when == 4:
            touch(template, "b", when)

    def render() -> Iterator[str]:
        made.append(template.read_text())
        yield template.read_text()

    assert list(islice(rendered(render, lambda: [template], sleep=sleep), 2)) == ["a", "b"]
    assert made == ["a", "b"]


def test_what_rendering_writes_into_the_store_does_not_count(tmp_path: Path) -> None:
    store = tmp_path / "briefings.db"
    touch(store, "", 1)
    rounds = []

    def sleep(_: float) -> None:
        rounds.append(1)
        if len(rounds) > 5:
            raise KeyboardInterrupt

    def render() -> Iterator[str]:
        touch(store, "x", store.stat().st_mtime_ns + 10)
        yield "made"

    with pytest.raises(KeyboardInterrupt):
        assert list(rendered(render, lambda: [store], [store], sleep)) == ["made"]
    assert stamps([store])[store] == 11


def test_a_mistake_is_told_and_the_next_change_waited_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    template = tmp_path / "brief.css"
    touch(template, "{{ typo }}", 1)

    def sleep(_: float) -> None:
        touch(template, "fine", 2)

    def render() -> Iterator[str]:
        if "typo" in template.read_text():
            raise RenderError("Template brief.css, line 1: 'typo' is undefined")
        yield "made"

    assert next(rendered(render, lambda: [template], sleep=sleep)) == "made"
    assert "line 1" in capsys.readouterr().err

"""``stories group`` on a file of documents."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefings.cli.app import Project
from briefings.cli.stories_group import group_command
from briefings.errors import InputError

TEXT = "Guards of both sides exchanged fire near Vorukh on Tuesday evening, the border service said in a statement."


def run(path: Path, *more: str) -> dict[str, list[object]]:
    ran = CliRunner().invoke(
        group_command, [str(path), "--json", *more], obj=Project(), catch_exceptions=False
    )
    outcome: dict[str, list[object]] = json.loads(ran.stdout)
    return outcome


def test_every_document_stands_in_exactly_one_story(tmp_path: Path) -> None:
    path = tmp_path / "documents.jsonl"
    rows = [
        {"id": "a", "title": "Fire near Vorukh", "text": TEXT, "lang": "en", "url": "https://one.example/1"},
        {"id": "b", "title": "Shots near Vorukh", "text": TEXT, "lang": "en", "url": "https://two.example/1"},
        {"id": 3, "title": "Wheat price falls in Kostanay", "text": "", "lang": "en"},
    ]
    path.write_text("\n".join(json.dumps(row) for row in rows))
    outcome = run(path)
    assert outcome["stories"] == [[3], ["a", "b"]]
    assert outcome["copies"] == [["a", "b"]]
    assert outcome["origins"] == [{"story": 0, "count": 1}, {"story": 1, "count": 1}]


@pytest.mark.parametrize(
    ("line", "wrong"), [("{", "not JSON"), ('{"title": "x"}', "no `id`"), ("[]", "no `id`")]
)
def test_a_broken_line_is_named(tmp_path: Path, line: str, wrong: str) -> None:
    path = tmp_path / "documents.jsonl"
    path.write_text('{"id": "a"}\n' + line)
    with pytest.raises(InputError, match=f"line 2: {wrong}"):
        run(path)


def test_watched_topics_join_what_shares_no_word(tmp_path: Path) -> None:
    path = tmp_path / "documents.jsonl"
    rows = [
        {
            "id": "a",
            "title": "CSTO leaders sign declaration in Kazakhstan",
            "lang": "en",
            "date": "2024-11-28",
        },
        {"id": "b", "title": "ОДКБ: лидеры подписали документ в Астане", "lang": "ru", "date": "2024-11-28"},
    ]
    path.write_text("\n".join(json.dumps(row) for row in rows))

    assert run(path)["stories"] == [["a", "b"]]
    assert run(path, "--plain")["stories"] == [["a"], ["b"]]

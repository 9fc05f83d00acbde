"""``stories group`` on a file of documents."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefings.cli.app import Project
from briefings.cli.stories_group import group_command
from briefings.errors import InputError
from tests.stories.synthetic import articles

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


def test_a_day_more_changes_nothing_of_what_is_remembered_of_the_days_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = articles(1300, words=20)
    last = max(one["date"] for one in made)
    path = tmp_path / "documents.jsonl"
    found = []
    for cache, rows in (
        ("grown", [one for one in made if one["date"] < last]),
        ("grown", made),
        ("at once", made),
    ):
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / cache))
        path.write_text("\n".join(json.dumps(one) for one in rows))
        found.append(run(path, "--plain"))
    assert found[1] == found[2] != found[0]
    assert list((tmp_path / "grown").rglob("stories-*"))

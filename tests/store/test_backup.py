"""Backup, wipe, restore: the same store, in either database."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from briefings.errors import InputError, StoreError
from briefings.store import IssueRecord, Store, open_store
from briefings.store.backup import backup, restore
from briefings.types import Tagged
from tests.store.make import NOW, article, document, poll, tag


def filled(store: Store) -> None:
    one, new = document("one\0" * 300), document("two")
    store.add_documents([one])
    store.put_polls([poll("outpost", 0, new)])
    store.put_articles("r", [(one.sha256, (article(one), article(one, None, id="b" * 16))), (new.sha256, ())])
    store.put_tags("w", [Tagged(article(one), (tag(),))])
    store.put_story_ids({"a" * 16: "2024-w48/x"})
    store.put_issue(IssueRecord("desk", "2024-W48", 1, NOW, b"{}", {"x.pdf": "ab"}))
    store.add_edit("issue", "desk", {"a": [1]}, "analyst", NOW)
    store.log("import", {}, NOW)


def content(store: Store) -> list[object]:
    lists = (store.documents(), store.articles(), store.story_ids().items(), store.issues(), store.polls())
    further = (store.edits(), store.log_lines(), store.memories().items())
    return [list(each) for each in (*lists, *further)] + [store.tags("w", store.articles())]


def test_a_restored_store_is_the_same_in_either_database(any_url: str, tmp_path: Path) -> None:
    first = open_store(any_url)
    filled(first)
    before = content(first)
    first.close()
    rows = backup(any_url, tmp_path / "b.gz")
    assert restore(tmp_path / "b.gz", f"sqlite:///{tmp_path}/second.db") == rows
    second = open_store(f"sqlite:///{tmp_path}/second.db")
    assert content(second) == before
    second.close()
    backup(f"sqlite:///{tmp_path}/second.db", tmp_path / "again.gz")
    assert (tmp_path / "again.gz").read_bytes() == (tmp_path / "b.gz").read_bytes()


def test_a_backup_of_sqlite_fills_any_database_and_numbering_goes_on(
    url: str, any_url: str, tmp_path: Path
) -> None:
    source = f"sqlite:///{tmp_path}/source.db"
    first = open_store(source)
    filled(first)
    before = content(first)
    first.close()
    backup(source, tmp_path / "b.gz")
    open_store(any_url).close()
    restore(tmp_path / "b.gz", any_url)
    second = open_store(any_url)
    assert content(second) == before
    assert second.add_edit("issue", "desk", {}, "analyst", NOW).id == 2
    second.close()


def test_a_store_that_holds_anything_is_left_alone(store: Store, url: str, tmp_path: Path) -> None:
    filled(store)
    backup(url, tmp_path / "b.gz")
    with pytest.raises(StoreError, match="is not empty: move it away"):
        restore(tmp_path / "b.gz", url)
    assert len(list(store.documents())) == 2


@pytest.mark.parametrize("damage", ["cut", "line", "noise", "other", "missing"])
def test_a_damaged_backup_changes_nothing(store: Store, url: str, tmp_path: Path, damage: str) -> None:
    filled(store)
    path, target = tmp_path / "b.gz", f"sqlite:///{tmp_path}/second.db"
    backup(url, path)
    whole = path.read_bytes()
    lines = gzip.decompress(whole).splitlines(keepends=True)
    damaged = {
        "cut": whole[: len(whole) // 2],
        "line": gzip.compress(b"".join(lines[:3] + lines[4:])),
        "noise": b"noise" * 100,
        "other": gzip.compress(b'{"format": "something"}\n'),
    }
    path.unlink() if damage == "missing" else path.write_bytes(damaged[damage])
    with pytest.raises(InputError, match="is no whole backup of briefings"):
        restore(path, target)
    second = open_store(target)
    assert list(second.documents()) == []
    second.close()


def test_a_backup_that_cannot_be_written_leaves_nothing_behind(
    store: Store, url: str, tmp_path: Path
) -> None:
    with pytest.raises(StoreError, match=r"The backup .* cannot be written: no such file"):
        backup(url, tmp_path / "nowhere" / "b.gz")
    assert [path.name for path in tmp_path.iterdir() if "part" in path.name] == []

"""What is kept no longer goes with all that hangs on it, and nothing else does."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from briefings.store import Pruned, Store
from briefings.types import Fetched, Tagged
from tests.store.make import NOW, article, document, poll, tag


def filled(store: Store) -> tuple[Fetched, Fetched, Fetched]:
    """An old document, an old one that shares its file with a new one, and the new one; each read and tagged."""
    feed, lone = (replace(document(text, -900), whole=True) for text in ("feed", "lone"))
    old = replace(document("old", -900), container=lone.sha256)
    cited = replace(document("cited", -900), container=feed.sha256)
    new = replace(document("new", -1), container=feed.sha256)
    store.put_polls([poll("outpost", -900, lone, old, feed, cited)])
    store.put_polls([poll("outpost", -1, new)])
    articles = {d.sha256: article(d, id=d.sha256[:16]) for d in (old, cited, new)}
    store.put_articles(
        "r", [(sha, (a,)) for sha, a in articles.items()], {old.sha256: [("outlet", "mark", "title")]}
    )
    store.put_tags("w", [Tagged(a, (tag(),)) for a in articles.values()])
    store.put_story_ids({a.id: "story" for a in articles.values()})
    return old, cited, new


def test_what_is_old_goes_with_its_articles_tags_marks_and_file(any_store: Store) -> None:
    old, cited, new = filled(any_store)
    month = NOW - timedelta(days=30)
    planned = any_store.prune(month, month, [cited.sha256], dry=True)
    assert len(list(any_store.documents())) == 3
    assert any_store.prune(month, month, [cited.sha256]) == planned == Pruned(1, 1, 1)
    assert {d.sha256 for d in any_store.documents()} == {cited.sha256, new.sha256}
    assert {a.sha256 for a in any_store.articles()} == {cited.sha256, new.sha256}
    assert set(any_store.story_ids()) == {cited.sha256[:16], new.sha256[:16]}
    assert any_store.holding([("outlet", "mark")]) == ()
    assert any_store.whole(old.container) is None
    assert any_store.whole(cited.container) is not None
    assert [p.at for p in any_store.polls()] == [NOW - timedelta(hours=1)]
    assert any_store.prune(month, month, [cited.sha256]) == Pruned()


def test_without_a_limit_everything_stays(any_store: Store) -> None:
    filled(any_store)
    assert any_store.prune(None, None, []) == Pruned()
    assert len(list(any_store.documents())) == 3


def test_a_poll_does_not_bring_back_what_was_removed_and_an_import_does(any_store: Store) -> None:
    old, _, _ = filled(any_store)
    any_store.prune(NOW - timedelta(days=30), None, [])
    (again,) = any_store.put_polls([poll("outpost", 1, old, document("newer"))])
    assert (again.new, [d.raw for d in again.documents]) == (1, [b"newer"])
    assert any_store.add_documents([old]).new == (old.sha256,)
    assert old.sha256 in {d.sha256 for d in any_store.documents()}

"""The contract in ``store/protocol.py``, held by every store."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefings.errors import StoreError
from briefings.store import Find, IssueRecord, Store
from briefings.types import Article, Event, Queued, Quote, Tagged, When
from tests.store.make import NOW, article, document, poll, tag


def test_a_document_is_kept_once_as_it_first_came(any_store: Store) -> None:
    first, again = document("text"), replace(document("text", hours=5), path="elsewhere.txt")
    assert any_store.add_documents([first]).new == (first.sha256,)
    assert any_store.add_documents([again]).known == (first.sha256,)
    assert list(any_store.documents()) == [first]


def test_the_same_document_twice_in_one_batch_counts_once_as_new(any_store: Store) -> None:
    added = any_store.add_documents([document("a"), document("b"), document("a")])
    assert (len(added.new), len(added.known)) == (2, 1)


def test_a_split_file_is_kept_apart(any_store: Store) -> None:
    whole = replace(document("id,title\n1,x"), whole=True, media_type="text/csv")
    assert any_store.add_documents([whole]).new == ()
    assert list(any_store.documents()) == []
    assert any_store.whole(whole.sha256) == whole


def test_long_raw_bytes_and_headers_come_back_as_they_were(any_store: Store) -> None:
    kept = replace(
        document("границы \0 \N{ZERO WIDTH NON-JOINER}" * 500),
        headers={"etag": '"x"'},
        url="https://e.example/1",
    )
    any_store.add_documents([kept])
    assert list(any_store.documents([kept.sha256, "0" * 64])) == [kept]


def test_documents_are_unread_until_this_reader_has_read_them(any_store: Store) -> None:
    one, two = document("one"), document("two")
    any_store.add_documents([one, two])
    any_store.put_articles("reader-1", [(one.sha256, ())])
    assert any_store.unread("reader-1") == (two.sha256,)
    assert any_store.unread("reader-2") == tuple(sorted([one.sha256, two.sha256]))


def test_an_article_comes_back_whole(any_store: Store) -> None:
    one = document("one")
    full = article(
        one,
        published=When(
            "2024-11",
            "month",
            "inferred",
            date(2024, 11, 1),
            date(2024, 11, 30),
            alternatives=(date(2024, 11, 4),),
        ),
        quotes=(Quote("Nobody was hurt.", 29, speaker="The commander"),),
        events=(
            Event(
                "Talks",
                When("2024-12-03", "day", "stated", date(2024, 12, 3), date(2024, 12, 3), instant=NOW),
            ),
        ),
        passages=((0, 3, "ru"),),
        flags=("truncated",),
        basis={"published": "month in the header"},
        author="A. Writer",
    )
    any_store.add_documents([one])
    any_store.put_articles("r", [(one.sha256, (full,))])
    assert any_store.articles() == (full,)


def test_a_new_reader_replaces_what_the_old_one_made_of_a_document(any_store: Store) -> None:
    one = document("one")
    any_store.add_documents([one])
    any_store.put_articles("r1", [(one.sha256, (article(one), article(one, id="b" * 16)))])
    any_store.put_articles("r2", [(one.sha256, (article(one, id="c" * 16),))])
    assert [a.id for a in any_store.articles()] == ["c" * 16]


def test_a_changed_title_is_a_version_of_one_article_with_both_hashes(any_store: Store) -> None:
    old, new = document("old"), document("new", hours=3)
    any_store.add_documents([old, new])
    any_store.put_articles(
        "r",
        [(new.sha256, (article(new, title="Patrols trebled on the Pyanj"),)), (old.sha256, (article(old),))],
    )
    assert [a.title for a in any_store.articles()] == ["Patrols trebled on the Pyanj"]
    assert [a.sha256 for a in any_store.versions("a" * 16)] == [old.sha256, new.sha256]


@pytest.mark.parametrize("worse", [{"text": "", "flags": ("headline-only",)}, {"quarantine": "no main text"}])
def test_a_later_but_poorer_reading_does_not_become_the_current_one(
    any_store: Store, worse: dict[str, Any]
) -> None:
    page, feed = document("page"), document("feed", hours=3)
    any_store.add_documents([page, feed])
    any_store.put_articles("r", [(page.sha256, (article(page),)), (feed.sha256, (article(feed, **worse),))])
    assert any_store.articles() == (article(page),)


def test_what_was_retrieved_after_a_moment_can_be_left_out(any_store: Store) -> None:
    old, new = document("old"), document("new", hours=3)
    any_store.add_documents([old, new])
    any_store.put_articles("r", [(old.sha256, (article(old),)), (new.sha256, (article(new, title="Later"),))])
    assert any_store.articles(Find(retrieved_by=NOW)) == (article(old),)


def test_a_range_of_days_takes_what_overlaps_it_and_leaves_the_undated_out(any_store: Store) -> None:
    one = document("one")
    month = When("2024-11", "month", "stated", date(2024, 11, 1), date(2024, 11, 30))
    made = [
        article(one, id="1"),
        article(one, None, id="2"),
        article(one, id="3", published=month),
        article(one, date(2024, 12, 2), id="4"),
    ]
    any_store.add_documents([one])
    any_store.put_articles("r", [(one.sha256, made)])
    week = Find(start=date(2024, 11, 25), end=date(2024, 12, 1))
    assert [a.id for a in any_store.articles(week)] == ["3", "1"]
    assert [a.id for a in any_store.articles(Find(undated=True))] == ["2"]
    assert [a.id for a in any_store.articles(Find(undated=False))] == ["3", "1", "4"]
    assert [a.id for a in any_store.articles(Find(ids=("4", "2", "9")))] == ["4", "2"]


def test_search_wants_every_word_whatever_its_case(any_store: Store) -> None:
    one = document("one")
    any_store.add_documents([one])
    any_store.put_articles(
        "r", [(one.sha256, (article(one, title="Учения в Алматы", text="Ещё 100% готовности"),))]
    )
    assert [
        bool(any_store.articles(Find(search=words))) for words in ("УЧЕНИЯ еще", "100%", "учения нет", "1_0")
    ] == [True, True, False, False]


def test_a_released_article_stays_released_when_it_is_read_again(any_store: Store) -> None:
    one = document("one")
    any_store.add_documents([one])
    held = article(one, quarantine="no main text")
    any_store.put_articles("r1", [(one.sha256, (held,))])
    assert any_store.articles(Find(quarantined=True)) == (held,)
    assert any_store.release(held.id)
    any_store.put_articles("r2", [(one.sha256, (held,))])
    assert any_store.articles(Find(quarantined=True)) == ()
    assert any_store.articles(Find(quarantined=False)) == (article(one),)
    assert not any_store.release("nobody")


def test_tags_hold_for_one_watch_list_and_one_wording(any_store: Store) -> None:
    one = document("one")
    found = Tagged(article(one), (tag(),))
    any_store.put_tags("list-1", [found])
    assert any_store.tags("list-1", [found.article]) == {found.article.id: (tag(),)}
    assert any_store.tags("list-2", [found.article]) == {}
    assert any_store.tags("list-1", [article(one, title="Another title")]) == {}


def test_story_ids_are_remembered_and_replaced(any_store: Store) -> None:
    any_store.put_story_ids({"b": "2024-w48/x", "a": "2024-w48/x"})
    any_store.put_story_ids({"a": "2024-w48/y"})
    assert dict(any_store.story_ids()) == {"a": "2024-w48/y", "b": "2024-w48/x"}


def test_an_issue_is_kept_and_never_overwritten(any_store: Store) -> None:
    issue = IssueRecord("desk", "2024-W48", 1, NOW, b'{"a": 1}', {"x.pdf": "ab"})
    any_store.put_issue(issue)
    any_store.put_issue(issue)
    with pytest.raises(StoreError, match="desk 2024-W48 v1 is in the store with other content"):
        any_store.put_issue(replace(issue, data=b"{}"))
    any_store.put_issue(replace(issue, version=2, data=b"{}"))
    assert [i.version for i in any_store.issues("desk", "2024-W48")] == [1, 2]
    assert any_store.issues("other") == ()


def test_a_poll_keeps_its_documents_its_memory_and_its_line(any_store: Store) -> None:
    known, new = document("known"), document("new")
    any_store.add_documents([known])
    (kept,) = any_store.put_polls([poll("outpost", 0, known, new)])
    assert (kept.new, kept.documents, kept.memory.last_new) == (1, (new,), NOW)
    assert any_store.memories() == {"outpost": kept.memory}
    assert any_store.polls("outpost") == (replace(kept, documents=()),)


def test_a_poll_without_news_leaves_the_time_of_the_last_news(any_store: Store) -> None:
    (first,) = any_store.put_polls([poll("outpost", 0, document("new"))])
    later = poll("outpost", 1, document("new"))
    (kept,) = any_store.put_polls(
        [replace(later, memory=replace(later.memory, last_new=first.memory.last_new))]
    )
    assert (kept.new, kept.memory.last_new) == (0, NOW)


def test_polls_are_listed_by_time_within_a_range(any_store: Store) -> None:
    for source, hours in (("b", 2), ("a", 2), ("a", 1), ("a", 3)):
        any_store.put_polls([poll(source, hours)])
    within = any_store.polls(start=NOW + timedelta(hours=1), end=NOW + timedelta(hours=3))
    assert [(p.source, p.memory.etag) for p in within] == [("a", '"1"'), ("a", '"2"'), ("b", '"2"')]


def test_edits_are_kept_in_order_and_can_be_taken_back(any_store: Store) -> None:
    first = any_store.add_edit("issue", "desk/2024-W48", {"bottom_line": "Quiet."}, "analyst", NOW)
    second = any_store.add_edit("issue", "desk/2024-W49", {}, "analyst", NOW)
    assert any_store.edits("issue") == (first, second)
    assert any_store.edits("issue", "desk/2024-W48") == (first,)
    assert any_store.undo_edit(first.id)
    assert not any_store.undo_edit(first.id)
    assert any_store.edits() == (second,)
    assert any_store.edits(undone=None) == (replace(first, undone=True), second)


def test_the_log_and_remembered_values(any_store: Store) -> None:
    any_store.log("import", {"new": 3}, NOW)
    any_store.log("send", {}, NOW)
    assert [(line.event, line.detail) for line in any_store.log_lines()] == [
        ("import", {"new": 3}),
        ("send", {}),
    ]
    assert [line.at for line in any_store.log_lines("send")] == [NOW]
    any_store.put_meta("k", "1")
    any_store.put_meta("k", "2")
    assert (any_store.meta("k"), any_store.meta("none")) == ("2", None)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(5)))
def test_the_order_of_putting_in_does_not_show(any_store: Store, order: list[int]) -> None:
    documents = [document(f"text {number}", hours=number % 2) for number in range(5)]
    articles = [article(d, id=f"{number % 3}") for number, d in enumerate(documents)]
    any_store.add_documents(documents[i] for i in order)
    any_store.put_articles("r", [(documents[i].sha256, (articles[i],)) for i in order])
    expected: dict[str, Article] = {}
    for candidate in sorted(articles, key=lambda a: (-a.retrieved.timestamp(), a.sha256)):
        expected.setdefault(candidate.id, candidate)
    assert any_store.articles() == tuple(expected[i] for i in sorted(expected))
    assert [d.sha256 for d in any_store.documents()] == sorted(d.sha256 for d in documents)


def test_the_outbox_keeps_a_copy_once_and_settles_it(any_store: Store) -> None:
    copy = Queued("<a@x.example>", "weekly/2024-W48/v1", "ana@example.org")
    sent = replace(copy, state="sent", answer="250 OK", attempts=1)
    any_store.enqueue([copy])
    any_store.settle(sent)
    any_store.enqueue([copy, Queued("<b@x.example>", "weekly/2024-W49/v1", "ana@example.org")])
    assert any_store.outbox("weekly/2024-W48/v1") == (sent,)
    assert len(any_store.outbox()) == 2


def test_a_format_written_later_is_added_to_its_issue(store: Store) -> None:
    first = IssueRecord("weekly", "2024-W48", 1, NOW, b"{}", {"a.json": "1"})
    store.put_issue(first)
    store.put_issue(replace(first, files={"a.pdf": "2"}))
    (kept,) = store.issues()
    assert kept.files == {"a.json": "1", "a.pdf": "2"}


def test_blocks_of_a_document_are_replaced_and_found(store: Store) -> None:
    one, two = document("one"), document("two")
    store.add_documents([one, two])
    store.put_articles("1", [], {one.sha256: {("post", "m1", "t1"), ("post", "m2", "t1")}})
    store.put_articles("1", [], {one.sha256: {("post", "m1", "t1")}, two.sha256: {("post", "m1", "t2")}})
    assert store.blocks(["post"]) == {("post", "m1", "t1"), ("post", "m1", "t2")}
    assert store.holding([("post", "m1")]) == tuple(sorted((one.sha256, two.sha256)))
    assert store.holding([("post", "m2"), ("gazette", "m1")]) == ()

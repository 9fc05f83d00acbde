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


def test_a_document_is_kept_once_as_it_first_came(store: Store) -> None:
    first, again = document("text"), replace(document("text", hours=5), path="elsewhere.txt")
    assert store.add_documents([first]).new == (first.sha256,)
    assert store.add_documents([again]).known == (first.sha256,)
    assert list(store.documents()) == [first]


def test_the_same_document_twice_in_one_batch_counts_once_as_new(store: Store) -> None:
    added = store.add_documents([document("a"), document("b"), document("a")])
    assert (len(added.new), len(added.known)) == (2, 1)


def test_a_split_file_is_kept_apart(store: Store) -> None:
    whole = replace(document("id,title\n1,x"), whole=True, media_type="text/csv")
    assert store.add_documents([whole]).new == ()
    assert list(store.documents()) == []
    assert store.whole(whole.sha256) == whole


def test_long_raw_bytes_and_headers_come_back_as_they_were(store: Store) -> None:
    kept = replace(
        document("границы \0 \N{ZERO WIDTH NON-JOINER}" * 500),
        headers={"etag": '"x"'},
        url="https://e.example/1",
    )
    store.add_documents([kept])
    assert list(store.documents([kept.sha256, "0" * 64])) == [kept]


def test_documents_are_unread_until_this_reader_has_read_them(store: Store) -> None:
    one, two = document("one"), document("two")
    store.add_documents([one, two])
    store.put_articles("reader-1", [(one.sha256, ())])
    assert [d.sha256 for d in store.documents(unread_by="reader-1")] == [two.sha256]
    assert len(list(store.documents(unread_by="reader-2"))) == 2


def test_an_article_comes_back_whole(store: Store) -> None:
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
    store.add_documents([one])
    store.put_articles("r", [(one.sha256, (full,))])
    assert store.articles() == (full,)


def test_a_new_reader_replaces_what_the_old_one_made_of_a_document(store: Store) -> None:
    one = document("one")
    store.add_documents([one])
    store.put_articles("r1", [(one.sha256, (article(one), article(one, id="b" * 16)))])
    store.put_articles("r2", [(one.sha256, (article(one, id="c" * 16),))])
    assert [a.id for a in store.articles()] == ["c" * 16]


def test_a_changed_title_is_a_version_of_one_article_with_both_hashes(store: Store) -> None:
    old, new = document("old"), document("new", hours=3)
    store.add_documents([old, new])
    store.put_articles(
        "r",
        [(new.sha256, (article(new, title="Patrols trebled on the Pyanj"),)), (old.sha256, (article(old),))],
    )
    assert [a.title for a in store.articles()] == ["Patrols trebled on the Pyanj"]
    assert [a.sha256 for a in store.versions("a" * 16)] == [old.sha256, new.sha256]


@pytest.mark.parametrize("worse", [{"text": "", "flags": ("headline-only",)}, {"quarantine": "no main text"}])
def test_a_later_but_poorer_reading_does_not_become_the_current_one(
    store: Store, worse: dict[str, Any]
) -> None:
    page, feed = document("page"), document("feed", hours=3)
    store.add_documents([page, feed])
    store.put_articles("r", [(page.sha256, (article(page),)), (feed.sha256, (article(feed, **worse),))])
    assert store.articles() == (article(page),)


def test_what_was_retrieved_after_a_moment_can_be_left_out(store: Store) -> None:
    old, new = document("old"), document("new", hours=3)
    store.add_documents([old, new])
    store.put_articles("r", [(old.sha256, (article(old),)), (new.sha256, (article(new, title="Later"),))])
    assert store.articles(Find(retrieved_by=NOW)) == (article(old),)


def test_a_range_of_days_takes_what_overlaps_it_and_leaves_the_undated_out(store: Store) -> None:
    one = document("one")
    month = When("2024-11", "month", "stated", date(2024, 11, 1), date(2024, 11, 30))
    made = [
        article(one, id="1"),
        article(one, None, id="2"),
        article(one, id="3", published=month),
        article(one, date(2024, 12, 2), id="4"),
    ]
    store.add_documents([one])
    store.put_articles("r", [(one.sha256, made)])
    week = Find(start=date(2024, 11, 25), end=date(2024, 12, 1))
    assert [a.id for a in store.articles(week)] == ["3", "1"]
    assert [a.id for a in store.articles(Find(undated=True))] == ["2"]
    assert [a.id for a in store.articles(Find(undated=False))] == ["3", "1", "4"]
    assert [a.id for a in store.articles(Find(ids=("4", "2", "9")))] == ["4", "2"]


def test_search_wants_every_word_whatever_its_case(store: Store) -> None:
    one = document("one")
    store.add_documents([one])
    store.put_articles(
        "r", [(one.sha256, (article(one, title="Учения в Алматы", text="Ещё 100% готовности"),))]
    )
    assert [
        bool(store.articles(Find(search=words))) for words in ("УЧЕНИЯ еще", "100%", "учения нет", "1_0")
    ] == [True, True, False, False]


def test_a_released_article_stays_released_when_it_is_read_again(store: Store) -> None:
    one = document("one")
    store.add_documents([one])
    held = article(one, quarantine="no main text")
    store.put_articles("r1", [(one.sha256, (held,))])
    assert store.articles(Find(quarantined=True)) == (held,)
    assert store.release(held.id)
    store.put_articles("r2", [(one.sha256, (held,))])
    assert store.articles(Find(quarantined=True)) == ()
    assert store.articles(Find(quarantined=False)) == (article(one),)
    assert not store.release("nobody")


def test_tags_hold_for_one_watch_list_and_one_wording(store: Store) -> None:
    one = document("one")
    found = Tagged(article(one), (tag(),))
    store.put_tags("list-1", [found])
    assert store.tags("list-1", [found.article]) == {found.article.id: (tag(),)}
    assert store.tags("list-2", [found.article]) == {}
    assert store.tags("list-1", [article(one, title="Another title")]) == {}


def test_story_ids_are_remembered_and_replaced(store: Store) -> None:
    store.put_story_ids({"b": "2024-w48/x", "a": "2024-w48/x"})
    store.put_story_ids({"a": "2024-w48/y"})
    assert dict(store.story_ids()) == {"a": "2024-w48/y", "b": "2024-w48/x"}


def test_an_issue_is_kept_and_never_overwritten(store: Store) -> None:
    issue = IssueRecord("desk", "2024-W48", 1, NOW, b'{"a": 1}', {"x.pdf": "ab"})
    store.put_issue(issue)
    store.put_issue(issue)
    with pytest.raises(StoreError, match="desk 2024-W48 v1 is in the store with other content"):
        store.put_issue(replace(issue, data=b"{}"))
    store.put_issue(replace(issue, version=2, data=b"{}"))
    assert [i.version for i in store.issues("desk", "2024-W48")] == [1, 2]
    assert store.issues("other") == ()


def test_a_poll_keeps_its_documents_its_memory_and_its_line(store: Store) -> None:
    known, new = document("known"), document("new")
    store.add_documents([known])
    kept = store.put_poll(poll("outpost", 0, known, new))
    assert (kept.new, kept.documents, kept.memory.last_new) == (1, (new,), NOW)
    assert store.memories() == {"outpost": kept.memory}
    assert store.polls("outpost") == (replace(kept, documents=()),)


def test_a_poll_without_news_leaves_the_time_of_the_last_news(store: Store) -> None:
    first = store.put_poll(poll("outpost", 0, document("new")))
    later = poll("outpost", 1, document("new"))
    kept = store.put_poll(replace(later, memory=replace(later.memory, last_new=first.memory.last_new)))
    assert (kept.new, kept.memory.last_new) == (0, NOW)


def test_polls_are_listed_by_time_within_a_range(store: Store) -> None:
    for source, hours in (("b", 2), ("a", 2), ("a", 1), ("a", 3)):
        store.put_poll(poll(source, hours))
    within = store.polls(start=NOW + timedelta(hours=1), end=NOW + timedelta(hours=3))
    assert [(p.source, p.memory.etag) for p in within] == [("a", '"1"'), ("a", '"2"'), ("b", '"2"')]


def test_edits_are_kept_in_order_and_can_be_taken_back(store: Store) -> None:
    first = store.add_edit("issue", "desk/2024-W48", {"bottom_line": "Quiet."}, "analyst", NOW)
    second = store.add_edit("issue", "desk/2024-W49", {}, "analyst", NOW)
    assert store.edits("issue") == (first, second)
    assert store.edits("issue", "desk/2024-W48") == (first,)
    assert store.undo_edit(first.id)
    assert not store.undo_edit(first.id)
    assert store.edits() == (second,)
    assert store.edits(undone=None) == (replace(first, undone=True), second)


def test_the_log_and_remembered_values(store: Store) -> None:
    store.log("import", {"new": 3}, NOW)
    store.log("send", {}, NOW)
    assert [(line.event, line.detail) for line in store.log_lines()] == [("import", {"new": 3}), ("send", {})]
    assert [line.at for line in store.log_lines("send")] == [NOW]
    store.put_meta("k", "1")
    store.put_meta("k", "2")
    assert (store.meta("k"), store.meta("none")) == ("2", None)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(5)))
def test_the_order_of_putting_in_does_not_show(store: Store, order: list[int]) -> None:
    documents = [document(f"text {number}", hours=number % 2) for number in range(5)]
    articles = [article(d, id=f"{number % 3}") for number, d in enumerate(documents)]
    store.add_documents(documents[i] for i in order)
    store.put_articles("r", [(documents[i].sha256, (articles[i],)) for i in order])
    expected: dict[str, Article] = {}
    for candidate in sorted(articles, key=lambda a: (-a.retrieved.timestamp(), a.sha256)):
        expected.setdefault(candidate.id, candidate)
    assert store.articles() == tuple(expected[i] for i in sorted(expected))
    assert [d.sha256 for d in store.documents()] == sorted(d.sha256 for d in documents)


def test_the_outbox_keeps_a_copy_once_and_settles_it(store: Store) -> None:
    copy = Queued("<a@x.example>", "weekly/2024-W48/v1", "ana@example.org")
    sent = replace(copy, state="sent", answer="250 OK", attempts=1)
    store.enqueue([copy])
    store.settle(sent)
    store.enqueue([copy, Queued("<b@x.example>", "weekly/2024-W49/v1", "ana@example.org")])
    assert store.outbox("weekly/2024-W48/v1") == (sent,)
    assert len(store.outbox()) == 2

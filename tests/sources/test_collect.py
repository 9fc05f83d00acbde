"""Polling against a real server: each mood gets the right state, nothing hangs, nothing is asked twice."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from briefings.sources import CollectOptions, collect
from briefings.sources.polling.fetch import FetchOptions
from briefings.types import Memory, Poll, Source
from tests.sources.server import Server

NOW = datetime(2024, 12, 2, 6, 0, tzinfo=UTC)
OPTIONS = CollectOptions(FetchOptions(deadline=3.0, max_bytes=1_000_000))


def source(server: Server, path: str, **changes: Any) -> Source:
    return replace(Source(path, path, "feed", f"{server.url}/{path}", allow_private=True), **changes)


def poll(server: Server, path: str, memory: Memory | None = None, now: datetime = NOW) -> Poll:
    memories = {path: memory} if memory else {}
    (only,) = collect([source(server, path)], memories, now, OPTIONS)
    return only


def titles(of: Poll) -> list[str]:
    return [json.loads(d.raw)["title"] for d in of.documents if not d.whole]


@pytest.mark.parametrize(
    ("path", "state", "reason"),
    [
        ("plain", "ok", ""),
        ("gzip", "ok", ""),
        ("charset", "ok", ""),
        ("cookie", "ok", ""),
        ("for/302/plain", "ok", ""),
        ("busy", "failing", "The server answered 429."),
        ("error", "failing", "The server answered 503."),
        ("missing", "failing", "The server answered 404."),
        ("gone", "gone", "It ended: the server said so for good (410)."),
        ("html", "broken", "It is a web page, not a feed."),
        ("empty", "broken", "The feed holds no items."),
        ("nothing", "broken", "It is no feed that can be read."),
        ("loop", "failing", "No answer: more than 5 redirects."),
        ("bomb", "failing", "No answer: the answer has more than 1 MB."),
        ("endless", "failing", "No answer: the answer has more than 1 MB."),
        ("drip", "failing", "No answer: no full answer within 3 s."),
        ("headers", "failing", "No answer: no full answer within 3 s."),
        ("hangup", "failing", "No answer: peer closed connection"),
        ("garbage", "failing", "No answer: "),
        ("for/302/ftp://127.0.0.1/x", "refused", "is no http or https address"),
        ("for/302/http://127.0.0.2/x", "refused", "127.0.0.2 leads to 127.0.0.2, inside a private network"),
        ("for/302/http://2130706434/x", "refused", "leads to 127.0.0.2"),
        ("for/302/http://localhost/x", "refused", "localhost leads to"),
    ],
)
def test_each_mood_gets_its_state(server: Server, path: str, state: str, reason: str) -> None:
    started = time.monotonic()
    found = poll(server, path)
    assert (found.state, reason in found.reason, bool(found.reason)) == (state, True, bool(reason))
    assert time.monotonic() - started < 8
    if state == "ok":
        assert len(titles(found)) == found.items == 2
        assert "Пост" in titles(found)[0]


def test_a_private_host_is_not_asked_unless_its_source_says_so(server: Server) -> None:
    (found,) = collect([source(server, "plain", allow_private=False)], {}, NOW, OPTIONS)
    assert (found.state, server.asked) == ("refused", [])


@pytest.mark.parametrize("path", ["etag", "modified"])
def test_the_second_poll_transfers_nothing(server: Server, path: str) -> None:
    first = poll(server, path)
    second = poll(server, path, first.memory)
    assert (first.state, second.state, second.status, second.transferred) == ("ok", "unchanged", 304, 0)


def test_the_same_body_without_an_etag_is_not_read_again(server: Server) -> None:
    second = poll(server, "plain", poll(server, "plain").memory)
    assert (second.state, second.documents) == ("unchanged", ())


def test_a_server_that_says_later_is_left_alone_until_then(server: Server) -> None:
    memory = poll(server, "busy").memory
    assert memory.not_before == NOW + timedelta(hours=1)
    waiting = poll(server, "busy", memory)
    assert (waiting.state, waiting.memory, len(server.asked)) == ("waiting", memory, 1)
    assert poll(server, "busy", memory, NOW + timedelta(hours=2)).state == "failing"


def test_pauses_grow_with_failures_and_end_with_success(server: Server) -> None:
    pauses, memory, now = [], Memory("error"), NOW
    for _ in range(10):
        memory = poll(server, "error", memory, now).memory
        assert memory.not_before is not None
        pauses.append(memory.not_before - now)
        now = memory.not_before
    assert timedelta(minutes=11) < pauses[0] < timedelta(minutes=20)
    assert timedelta(hours=8) < pauses[-1] < timedelta(hours=16)
    assert memory.failures == 10
    cured = poll(server, "plain", replace(memory, source="plain"), now).memory
    assert (cured.failures, cured.not_before, cured.last_success) == (0, None, now)


def test_a_machine_that_was_offline_may_ask_again_at_once() -> None:
    offline = [
        Source("a", "A", "feed", "http://nowhere.invalid/"),
        Source("b", "B", "feed", "http://127.0.0.1:1/", allow_private=True),
    ]
    first = {p.source: p.memory for p in collect(offline, {}, NOW, OPTIONS)}
    second = {p.source: (p.state, p.memory.failures) for p in collect(offline, first, NOW, OPTIONS)}
    assert second == {"a": ("failing", 2), "b": ("failing", 2)}


def test_what_is_gone_is_never_asked_again(server: Server) -> None:
    again = poll(server, "gone", poll(server, "gone").memory, NOW + timedelta(days=400))
    assert (again.state, len(server.asked)) == ("gone", 1)


def test_a_feed_that_moved_for_good_is_asked_at_its_new_place(server: Server) -> None:
    moved = poll(server, "for/301/etag")
    assert (moved.memory.address, moved.notes) == (
        f"{server.url}/etag",
        (f"It moved for good to {server.url}/etag.",),
    )
    again = poll(server, "for/301/etag", moved.memory)
    assert (again.status, server.asked[-1][0]) == (304, "/etag")
    assert poll(server, "for/302/etag").memory.address == ""


def test_no_cookie_comes_back(server: Server) -> None:
    first = poll(server, "cookie")
    poll(server, "cookie", replace(first.memory, digest=""))
    assert [("Cookie" in headers) for _, headers in server.asked] == [False, False]


def test_a_page_is_one_document_with_its_headers(server: Server) -> None:
    (found,) = collect([replace(source(server, "page"), type="page")], {}, NOW, OPTIONS)
    (page,) = found.documents
    assert (page.media_type, page.url, page.source) == ("text/html", f"{server.url}/page", "page")
    assert page.headers["content-type"] == "text/html; charset=utf-8"


def test_a_folder_is_watched(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One text.")
    (found,) = collect([Source("inbox", "Inbox", "folder", str(tmp_path))], {}, NOW)
    assert (found.state, [d.source for d in found.documents]) == ("ok", ["inbox"])


def test_slow_sources_do_not_hold_up_the_others(server: Server) -> None:
    slow = [source(server, f"drip/{n}") for n in range(20)]
    quick = [source(server, f"plain/{n}") for n in range(20)]
    started = time.monotonic()
    states = [found.state for found in collect([*slow, *quick], {}, NOW, OPTIONS)]
    assert states == ["ok"] * 20 + ["failing"] * 20
    assert time.monotonic() - started < 9


def test_leaving_early_ends_the_network_thread(server: Server) -> None:
    polls: Iterator[Poll] = collect([source(server, "plain"), source(server, "drip")], {}, NOW, OPTIONS)
    assert next(polls).state == "ok"
    started = time.monotonic()
    polls.close()  # type: ignore[attr-defined]
    assert time.monotonic() - started < 1


def test_memories_of_other_sources_are_left_alone(server: Server) -> None:
    memories: Mapping[str, Memory] = {"other": Memory("other", etag='"v1"')}
    (found,) = collect([source(server, "etag")], memories, NOW, OPTIONS)
    assert found.state == "ok"

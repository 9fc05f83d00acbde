"""Pages that listings, sitemaps and stubs point to; channels and interfaces."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from briefings.sources import CollectOptions, collect
from briefings.sources.polling.fetch import FetchOptions
from briefings.types import Memory, Poll, Source
from tests.sources.server import Server

NOW = datetime(2024, 12, 2, 6, 0, tzinfo=UTC)
OPTIONS = CollectOptions(FetchOptions(deadline=5.0))


def poll(server: Server, path: str, memory: Memory | None = None, **told: Any) -> Poll:
    source = replace(Source(path, path, "page", f"{server.url}/{path}", allow_private=True), **told)
    (only,) = collect([source], {path: memory} if memory else {}, NOW, OPTIONS)
    return only


def pages(found: Poll) -> list[str]:
    return [(d.url or "").split("/", 3)[3] for d in found.documents if not d.whole]


def asked(server: Server) -> list[str]:
    return [path for path, _ in server.asked]


def test_articles_of_a_section_page_are_fetched_once_each_as_robots_txt_allows(server: Server) -> None:
    first = poll(server, "list")
    assert pages(first) == [f"story/2024/11/27/{n}" for n in range(5)]
    assert first.documents[0].whole
    assert first.notes == (f"{server.url}/story/2024/11/27/5: the server answered 503.",)
    assert "/private/2024/11/27/1" not in asked(server)
    server.story_status = 404
    again = poll(server, "list", first.memory)
    assert (again.state, pages(again), again.notes) == ("ok", [], ())
    assert asked(server).count("/story/2024/11/27/0") == 1
    assert poll(server, "list", again.memory).state == "unchanged"


def test_a_source_has_only_so_much_time_for_all_its_pages(server: Server) -> None:
    server.story_status, server.story_pause = 200, 4.0
    source = Source("list", "L", "page", f"{server.url}/list", allow_private=True)
    (first,) = collect([source], {}, NOW, CollectOptions(FetchOptions(deadline=20.0, together=2.0)))
    assert (first.state, len(pages(first))) == ("ok", 5)
    assert first.notes == ("Some of its pages did not come within 2 s; the next poll asks for them.",)
    server.story_pause = 0.0
    assert pages(poll(server, "list", first.memory)) == ["story/2024/11/27/4"]


@pytest.mark.parametrize(("status", "found"), [(404, 6), (503, 0)])
def test_a_missing_robots_txt_allows_and_a_failing_one_forbids(
    server: Server, status: int, found: int
) -> None:
    server.robots_status = status
    assert len(pages(poll(server, "list"))) == found


def test_a_sitemap_is_followed_latest_first(server: Server) -> None:
    assert pages(poll(server, "sitemap")) == ["story/3", "story/2", "story/1"]
    assert pages(poll(server, "sitemaps")) == ["story/3", "story/2", "story/1", "story/4"]


def test_the_page_of_a_stub_is_fetched_where_the_source_says_so(server: Server) -> None:
    found = poll(server, "stub", type="feed", follow=True)
    assert [d.url and d.url.rpartition("/")[2] for d in found.documents if not d.whole] == [None, None, "1"]
    assert len(poll(server, "stub", type="feed").documents) == 3


def test_posts_of_a_channel_are_records(server: Server) -> None:
    found = poll(server, "channel")
    first = json.loads(found.documents[1].raw)
    assert (found.items, first["title"], first["url"]) == (2, "Posts reinforced.", "https://t.me/outpost/1")
    assert first["date"] == "2024-11-27T09:31:00+00:00"
    assert "More later." in first["html"]


def test_a_json_interface_needs_no_mapping_for_usual_names(server: Server) -> None:
    found = poll(server, "api", type="api")
    (record,) = [json.loads(d.raw) for d in found.documents if not d.whole]
    assert record == {"title": "Posts reinforced", "url": "https://o.example/1", "date": "2024-11-27"}
    assert poll(server, "html", type="api").state == "broken"


def test_a_feed_that_hands_out_its_archive_is_noticed(server: Server) -> None:
    quiet = poll(server, "archive", type="feed")
    known = poll(server, "archive", replace(quiet.memory, digest=""), type="feed")
    assert (quiet.notes, known.items) == ((), 800)
    assert known.notes == ("It repeats an archive: 800 of 800 items are over 30 days old.",)


def test_a_page_without_a_list_is_one_document(server: Server) -> None:
    assert pages(poll(server, "page")) == ["page"]

"""JSON interfaces: what they are asked, what is read from their answers, and pages for what is a headline alone."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from briefings.sources import CollectOptions, collect
from briefings.sources.answers.api import address
from briefings.sources.formats.columns import at
from briefings.sources.polling.fetch import FetchOptions
from briefings.types import Memory, Poll, Source
from tests.sources.server import Server

NOW = datetime(2024, 12, 2, 6, 0, tzinfo=UTC)
OPTIONS = CollectOptions(FetchOptions(deadline=3.0))


def poll(server: Server, kind: Any, memory: Memory | None = None, **changes: Any) -> Poll:
    source = Source("x", "X", kind, f"{server.url}/{kind}", allow_private=True)
    (only,) = collect([replace(source, **changes)], {"x": memory} if memory else {}, NOW, OPTIONS)
    return only


def records(of: Poll) -> list[dict[str, str]]:
    return [json.loads(d.raw) for d in of.documents if not d.whole and d.media_type.endswith("record+json")]


def test_reliefweb_is_asked_for_whole_reports_and_answers_with_their_day_and_publisher(
    server: Server,
) -> None:
    found = poll(server, "reliefweb", url=f"{server.url}/reliefweb?appname=desk", query="border AND flood")
    asked = parse_qs(urlsplit(server.asked[0][0]).query)
    assert (asked["appname"], asked["query[value]"], asked["preset"]) == (
        ["desk"],
        ["border AND flood"],
        ["latest"],
    )
    assert "body-html" in [asked[f"fields[include][{n}]"][0] for n in range(9)]
    first = next(r for r in records(found) if r["title"] == "Flash update")
    assert first == {
        "title": "Flash update",
        "html": "<p>Roads are closed.</p>",
        "url": "https://reliefweb.int/report/flash-update",
        "date": "2024-11-27",
        "publisher": "OCHA; UNHCR",
        "language": "en",
        "format": "Situation Report",
    }
    assert (found.state, found.items) == ("ok", 2)


def test_gdelt_gives_headlines_with_the_day_it_saw_them(server: Server) -> None:
    found = poll(server, "gdelt", query="tajikistan patrol")
    asked = parse_qs(urlsplit(server.asked[0][0]).query)
    assert (asked["query"], asked["mode"], asked["format"]) == (["tajikistan patrol"], ["ArtList"], ["json"])
    assert records(found) == [
        {
            "title": "Tajikistan, China: joint patrol",
            "url": f"{server.url}/story/7",
            "date": "2024-11-27",
            "publisher": "outlet.example",
            "language": "en",
        }
    ]


@pytest.mark.parametrize(("kind", "page"), [("gdelt", "7"), ("reliefweb", "9")])
def test_pages_are_fetched_for_what_is_a_headline_alone_each_once(
    server: Server, kind: str, page: str
) -> None:
    first = poll(server, kind, follow=True)
    pages = [d for d in first.documents if d.media_type == "text/html"]
    assert [d.url for d in pages] == [f"{server.url}/story/{page}"]
    poll(server, kind, replace(first.memory, digest=""), follow=True)
    assert [path for path, _ in server.asked].count(f"/story/{page}") == 1


def test_a_search_that_found_nothing_is_no_failure(server: Server) -> None:
    found = poll(server, "gdelt", query="nothing")
    assert (found.state, found.items, found.memory.failures) == ("ok", 0, 0)


def test_what_the_interface_says_instead_of_an_answer_is_told(server: Server) -> None:
    found = poll(server, "gdelt", query="ab")
    assert (found.state, found.reason) == (
        "broken",
        "Not usable: it is not JSON but says: The specified phrase is too short.",
    )


def test_any_interface_is_read_by_a_mapping(server: Server) -> None:
    columns = {"title": "Überschrift", "date": "when.at", "text": "words"}
    found = poll(server, "api", url=f"{server.url}/mapped", records="data.hits.rows", columns=columns)
    assert records(found) == [{"title": "Posts reinforced", "date": "2024-11-27", "text": "One.; Two."}]
    wrong = poll(server, "api", url=f"{server.url}/mapped", records="data.rows", columns=columns)
    assert (wrong.state, wrong.reason) == ("broken", "Not usable: there is no list at data.rows.")


def test_an_address_keeps_what_it_says_itself() -> None:
    own = Source("x", "X", "gdelt", "https://gdelt.example/doc?maxrecords=10&mode=ArtList", query="a b")
    asked = parse_qs(urlsplit(address(own)).query)
    assert (asked["maxrecords"], asked["query"], asked["timespan"]) == (["10"], ["a b"], ["1w"])
    assert address(replace(own, type="api")) == own.url


@pytest.mark.parametrize(
    ("path", "value"),
    [("a.b", 1), ("c.d", 2), ("l.n", ["x", "y"]), ("a.c", None), ("nothing", None), ("l.none", None)],
)
def test_a_place_in_json_is_found(path: str, value: object) -> None:
    assert at({"a": {"b": 1}, "c.d": 2, "l": [{"n": "x"}, {"n": "y"}, 3]}, path) == value


def test_a_source_whose_address_was_mended_is_asked_afresh(server: Server) -> None:
    gone = poll(server, "feed", url=f"{server.url}/gone")
    assert gone.state == "gone"
    again = poll(server, "feed", gone.memory, url=f"{server.url}/gone")
    mended = poll(server, "feed", gone.memory, url=f"{server.url}/etag")
    assert (again.state, mended.state, mended.memory.gone) == ("gone", "ok", False)

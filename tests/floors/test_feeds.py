"""Real feeds: none makes the parser fail, and it reads at least as much as the libraries it could be built on.

``feeds/feedparser`` holds the test feeds of kurtmckee/feedparser (BSD-2), each with a Python expression that its
parser should make true. Counted are those that speak of an entry's title, link, id, dates and summary; HTML counts
as met when it is the same HTML, however it is written. The folder ``sanitize`` is counted apart: it says which
elements and styles that library lets through, which is a choice and not a reading.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import feedparser
import nh3
import pytest

from briefings.errors import InputError
from briefings.sources.answers import syndication
from briefings.sources.answers.entries import Item
from briefings.sources.formats import markup

KEYS = {
    *("title", "link", "id", "guid", "summary", "description"),
    *("published", "updated", "created", "issued", "modified", "published_parsed", "updated_parsed"),
    *("created_parsed", "issued_parsed", "modified_parsed", "title_detail", "summary_detail", "value"),
}
MET = {"content": 233, "all": 771}
"""Expectations met when this floor was set, of 240 and 778; feedparser 6.0.14 alone meets 232 and 770. What is missed are
tests written for its next version."""

ADDRESS = "http://127.0.0.1:8097/feed.xml"
"""Where the expectations think that their feed lies; nobody is asked there."""

pytestmark = pytest.mark.floors


def every_feed(data: Path) -> Iterator[Path]:
    """All files of the set, pages and broken ones too, but for what describes it."""
    aside = {".md", ".tsv", ".opml"}
    found = sorted(path for path in (data / "feeds").rglob("*") if path.is_file())
    return (path for path in found if path.suffix not in aside and path.parent.name != "lists")


def test_no_feed_makes_it_fail(data: Path) -> None:
    """Every file is read, or refused by a reason: nothing else is ever raised."""
    outcomes: Counter[str] = Counter()
    for path in every_feed(data):
        try:
            outcomes["feed" if syndication.parse(path.read_bytes()).items else "empty"] += 1
        except InputError:
            outcomes["refused"] += 1
    assert outcomes.total() > 2130
    assert outcomes["refused"] < 80, outcomes


class Html(str):
    """Text that equals other text when both are the same HTML; styles are not compared."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return str.__eq__(self, other) or (isinstance(other, str) and _same(self) == _same(other))

    __hash__ = str.__hash__


def _same(text: str) -> str:
    bare = re.sub(r'\s*style="[^"]*"', "", text)
    return " ".join(nh3.clean(bare, tags=markup._kept(), link_rel=None).split())


class Entry(dict[str, Any]):
    """An entry that answers by key and by attribute."""

    __getattr__ = dict.__getitem__


def as_entry(item: Item, base: str) -> Entry:
    title = item.title if item.title_is_text else Html(markup.safe(item.title, item.link or base))
    summary = Html(markup.safe(item.summary or item.content, item.link or base))
    entry = Entry(title=title, link=item.link, id=item.id, guid=item.id, summary=summary, description=summary)
    entry |= dict.fromkeys(("published", "created", "issued"), item.published)
    entry |= dict.fromkeys(("updated", "modified"), item.updated)
    entry |= {"title_detail": Entry(value=title), "summary_detail": Entry(value=summary)}
    parse = feedparser.datetimes._parse_date
    first, last = (parse(each) if each else None for each in (item.published, item.updated))
    entry |= dict.fromkeys(("published_parsed", "created_parsed", "issued_parsed"), first)
    entry |= dict.fromkeys(("updated_parsed", "modified_parsed"), last)
    return entry


def expectations(data: Path) -> Iterator[tuple[Path, bytes, str, dict[str, str]]]:
    for path in sorted((data / "feeds" / "feedparser").rglob("*.xml")):
        raw = path.read_bytes()
        wide = (
            "utf-32"
            if b"\0\0\0" in raw[:4]
            else "utf-16"
            if raw[:2] in {b"\xff\xfe", b"\xfe\xff"}
            else "utf-8"
        )
        text = raw.decode(wide, "replace")
        found = re.search(r"Expect:\s*(.*?)\s*\n", text)
        wanted = re.sub(r"^not bozo and ", "", found[1]) if found else ""
        quoted = re.sub(r"'[^']*'|\"[^\"]*\"", "", wanted)
        keys = {a or b for a, b in re.findall(r"\[u?['\"]([a-z_]+)['\"]\]|entries\[\d+\]\.([a-z_]+)", wanted)}
        if (
            "entries" in quoted
            and keys
            and keys <= KEYS
            and not re.search(r"\b(bozo|encoding|version)\b", quoted)
        ):
            headers = dict(re.findall(r"(?m)^\s*Header:\s*([\w-]+):\s*(.*?)\s*$", text))
            yield path, raw, wanted, {"Content-Location": ADDRESS} | headers


def meets(wanted: str, entries: object, feed: Mapping[str, str]) -> bool:
    try:
        return bool(
            eval(wanted, {"__builtins__": {"len": len, "ord": ord}}, {"entries": entries, "feed": feed})
        )
    except (LookupError, TypeError, AttributeError):
        return False


def ours(raw: bytes, wanted: str, headers: Mapping[str, str]) -> bool:
    base = headers.get("Content-Location", "")
    try:
        feed = syndication.parse(raw, headers.get("Content-type", ""), base)
    except InputError:
        return False
    entries = [as_entry(item, base or feed.link) for item in feed.items]
    return meets(wanted, entries, {"title": feed.title, "link": feed.link})


def theirs(raw: bytes, wanted: str, headers: Mapping[str, str]) -> bool:
    found = feedparser.parse(raw, response_headers={name.lower(): value for name, value in headers.items()})
    return meets(wanted, found.entries, found.feed)


def test_it_reads_as_much_as_the_libraries(data: Path) -> None:
    met: Counter[str] = Counter()
    for path, raw, wanted, headers in expectations(data):
        groups = ["all"] if path.parent.name == "sanitize" else ["all", "content"]
        here, there = ours(raw, wanted, headers), theirs(raw, wanted, headers)
        for group in groups:
            met += Counter({group: 1, f"{group} ours": here, f"{group} feedparser": there})
    print(f"\nexpectations met: {dict(met)}")
    for group, floor in MET.items():
        assert met[f"{group} ours"] >= max(floor, met[f"{group} feedparser"]), met

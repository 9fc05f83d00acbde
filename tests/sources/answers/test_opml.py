"""Lists of feeds in and out."""

from __future__ import annotations

import pytest

from briefings.errors import InputError
from briefings.sources.answers import opml
from briefings.types import Source

FILE = """<?xml version="1.0"?><opml version="1.1"><body><outline text="Regional">
<outline type="rss" text="Застава" xmlUrl="https://www.zastava.example/rss" language="ru-RU" category="TJ"/>
<outline TEXT="Outpost &amp; Co" XMLURL="https://outpost.example/feed/" category="News"/>
<outline text="Outpost &amp; Co" xmlUrl="https://outpost.example/fa/feed/"/>
<outline text="Twice" xmlUrl="https://outpost.example/feed/"/>
<outline text="A script" xmlUrl="javascript:alert(1)"/></outline></body></opml>"""


def test_every_feed_becomes_a_source_once() -> None:
    assert [(s.id, s.name, s.url, s.language, s.country, s.grade) for s in opml.read(FILE.encode())] == [
        ("zastava-example", "Застава", "https://www.zastava.example/rss", "ru", "TJ", "F"),
        ("outpost-co", "Outpost & Co", "https://outpost.example/feed/", "", "", "F"),
        ("outpost-co-2", "Outpost & Co", "https://outpost.example/fa/feed/", "", "", "F"),
    ]


def test_what_is_written_can_be_read_again() -> None:
    sources = opml.read(FILE.encode())
    assert opml.read(opml.write([*sources, Source("inbox", "Inbox", "folder", "inbox")])) == sources


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("<rss><channel/></rss>", "outermost element is not <opml>"),
        ("no xml at all", "outermost element is not <opml>"),
        ("<opml><body/></opml>", "lists no feeds"),
        ('<!DOCTYPE o [<!ENTITY a "b">]><opml/>', "declares XML entities"),
    ],
)
def test_other_files_are_refused(content: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        opml.read(content.encode())

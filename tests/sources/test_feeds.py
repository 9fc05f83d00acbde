"""Feeds as they are really written: what stands in them comes out as it was meant."""

from __future__ import annotations

import codecs
import json

import pytest

from briefings.errors import InputError
from briefings.sources import feeds
from briefings.sources.entries import Item

ATOM = '<feed xmlns="http://www.w3.org/2005/Atom"><entry>{}</entry></feed>'
RSS = "<rss><channel><item>{}</item></channel></rss>"


def item(template: str, content: str) -> Item:
    (only,) = feeds.parse(template.format(content).encode()).items
    return only


@pytest.mark.parametrize(
    ("title", "read"),
    [("<![CDATA[A & B]]>", "A & B"), ("A & B", "A & B"), ("A &amp; B", "A & B")],
)
def test_an_ampersand_is_one_whether_escaped_or_not(title: str, read: str) -> None:
    raw = RSS.format(f"<title>{title}</title>").encode()
    assert feeds.parse(raw).items[0].title == read


def test_a_link_may_stand_between_its_tags_and_the_alternate_one_comes_first() -> None:
    links = '<link rel="enclosure">https://a.example/e</link><link rel="alternate">https://a.example/a</link>'
    assert item(ATOM, links).link == "https://a.example/a"


def test_the_wrapping_of_xhtml_is_no_content() -> None:
    for kind in ("xhtml", "application/xhtml+xml"):
        title = f'<title type="{kind}"><div xmlns="http://www.w3.org/1999/xhtml"><b>A</b></div></title>'
        assert item(ATOM, title).title == "<b>A</b>"


@pytest.mark.parametrize(
    ("markup", "safe"),
    [
        ("a<br></br>b", "a<br>b"),
        ("a<script>b()</script>c", "ac"),
        ("it is <!' <b>bold</b>", "it is &lt;!' <b>bold</b>"),
        ("<!-- note -->a", "a"),
        ('<a href="javascript:x()">a</a>', "<a>a</a>"),
    ],
)
def test_html_from_strangers_keeps_its_text_and_loses_its_teeth(markup: str, safe: str) -> None:
    assert feeds.safe(markup) == safe


def test_a_json_feed_may_begin_with_a_mark() -> None:
    tree = {
        "version": "https://jsonfeed.org/version/1.1",
        "items": [{"id": 1, "title": "A", "content_text": "B"}],
    }
    raw = codecs.BOM_UTF8 + json.dumps(tree).encode()
    assert feeds.is_json_feed(raw)
    (only,) = feeds.parse(raw).items
    assert (only.title, only.content, only.is_text, only.id) == ("A", "B", True, "1")


@pytest.mark.parametrize("entity", ['a "aaaa"', 'a SYSTEM "file:///etc/hostname"', '% a "b"'])
def test_entities_are_refused(entity: str) -> None:
    raw = f"<!DOCTYPE r [<!ENTITY {entity}>]><rss><channel><item><title>&a;</title></item></channel></rss>"
    with pytest.raises(InputError, match="declares XML entities"):
        feeds.parse(raw.encode())

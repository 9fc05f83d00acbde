"""Feeds as they are really written: what stands in them comes out as it was meant."""

from __future__ import annotations

import codecs
import json

import pytest

from briefings.errors import InputError
from briefings.sources.answers import syndication
from briefings.sources.answers.entries import Item
from briefings.sources.formats import markup

ATOM = '<feed xmlns="http://www.w3.org/2005/Atom"><entry>{}</entry></feed>'
RSS = "<rss><channel><item>{}</item></channel></rss>"


def item(template: str, content: str) -> Item:
    (only,) = syndication.parse(template.format(content).encode()).items
    return only


@pytest.mark.parametrize(
    ("title", "read"),
    [("<![CDATA[A & B]]>", "A & B"), ("A & B", "A & B"), ("A &amp; B", "A & B")],
)
def test_an_ampersand_is_one_whether_escaped_or_not(title: str, read: str) -> None:
    raw = RSS.format(f"<title>{title}</title>").encode()
    assert syndication.parse(raw).items[0].title == read


def test_a_link_may_stand_between_its_tags_and_the_alternate_one_comes_first() -> None:
    links = '<link rel="enclosure">https://a.example/e</link><link rel="alternate">https://a.example/a</link>'
    assert item(ATOM, links).link == "https://a.example/a"


def test_the_wrapping_of_xhtml_is_no_content() -> None:
    for kind in ("xhtml", "application/xhtml+xml"):
        title = f'<title type="{kind}"><div xmlns="http://www.w3.org/1999/xhtml"><b>A</b></div></title>'
        assert item(ATOM, title).title == "<b>A</b>"


@pytest.mark.parametrize(
    ("written", "safe"),
    [
        ("a<br></br>b", "a<br>b"),
        ("a<script>b()</script>c", "ac"),
        ("it is <!' <b>bold</b>", "it is &lt;!' <b>bold</b>"),
        ("<!-- note -->a", "a"),
        ('<a href="javascript:x()">a</a>', "<a>a</a>"),
    ],
)
def test_html_from_strangers_keeps_its_text_and_loses_its_teeth(written: str, safe: str) -> None:
    assert markup.safe(written) == safe


def test_a_json_feed_may_begin_with_a_mark() -> None:
    tree = {
        "version": "https://jsonfeed.org/version/1.1",
        "items": [{"id": 1, "title": "A", "content_text": "B"}],
    }
    raw = codecs.BOM_UTF8 + json.dumps(tree).encode()
    assert syndication.is_json(raw)
    (only,) = syndication.parse(raw).items
    assert (only.title, only.content, only.is_text, only.id) == ("A", "B", True, "1")


BOMB = 'a "aaaaaaaaaa"> <!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"'
OUTSIDE = ('a SYSTEM "file:///etc/hostname"', 'a PUBLIC "x" "file:///etc/hostname"', '% a "b"')
LONG = f'a "{"x" * 101}"'


@pytest.mark.parametrize("entity", [BOMB, *OUTSIDE, LONG, 'a "&#60;b"', "a 'b'"])
def test_entities_that_could_do_harm_are_refused(entity: str) -> None:
    raw = f"<!DOCTYPE r [<!ENTITY {entity}>]><rss><channel><item><title>&a;</title></item></channel></rss>"
    with pytest.raises(InputError, match="declares XML entities"):
        syndication.parse(raw.encode())


def test_a_feed_may_declare_a_character_and_a_few_words() -> None:
    declared = '<!DOCTYPE rss [\n<!ENTITY nbsp "&#160;">\n<!ENTITY who "Border service">\n]>'
    raw = (
        f"{declared}<rss version='2.0'><channel><item><title>&who;&nbsp;speaks</title></item></channel></rss>"
    )
    (only,) = syndication.parse(raw.encode()).items
    assert only.title == "Border service\xa0speaks"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "utf-16"])
def test_wide_characters_need_no_mark(encoding: str) -> None:
    raw = '<?xml version="1.0"?><rss><channel><item><title>Посты</title></item></channel></rss>'.encode(
        encoding
    )
    assert syndication.parse(raw).items[0].title == "Посты"

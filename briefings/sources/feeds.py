"""Feeds to items: RSS 0.9x, 1.0 and 2.0, RDF, Atom 0.3 and 1.0, JSON Feed.

Parsed by lxml without entities, DTDs or network, and forgiving of what is not well-formed; only what lxml makes
nothing of goes to feedparser. The dates stay as the feed writes them: their zone tells the outlet's local day,
which fastfeedparser (the quicker choice by a third) turns into UTC.
"""

from __future__ import annotations

import codecs
import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from urllib.parse import urljoin

from briefings.errors import InputError
from briefings.sources import text, xml
from briefings.sources.entries import Feed, Item
from briefings.sources.items import Blob, digest, problem, record, whole
from briefings.types import Fetched, Problem

_RISKY = re.compile(
    r"<(?!/?(?:p|br|b|i|em|strong|u|ul|ol|li|blockquote|h[1-6]|div|span)\s*/?>"
    r"|a href=\"https?://[^\"<>]*\">|/a>)"
)
"""Anything but the plainest elements without attributes and links to absolute addresses: most items need no
cleaning, which costs more than all their parsing."""
_STRAY = re.compile(r"(?i)<!(?!--|doctype\b|\[CDATA\[)")
"""What a browser takes for a comment that was begun badly, and drops to the next ``>``: it is text."""
_DROPPED = {"script", "style"}
"""Elements that go with all that is in them."""


def parse(raw: bytes, content_type: str = "", url: str = "") -> Feed:
    """The entries of a feed.

    ``content_type`` is the header it came with, ``url`` its address, against which relative links are read.
    Raises ``InputError`` when it is no feed, or declares XML entities.
    """
    if is_json_feed(raw):
        return _json_feed(raw, url)
    content = xml.decode(raw, content_type)
    if "<!ENTITY" in content:
        raise InputError("It declares XML entities, which are refused: they can blow up or read files.")
    root = xml.tree(content)
    name = "" if root is None else xml.local(root)
    if root is None or name not in {"rss", "rdf", "feed", "channel"}:
        if name == "html" or re.match(r"(?i)\s*<!doctype html", content):
            raise InputError("It is a web page, not a feed.")
        return _by_feedparser(raw, content_type)
    feed = xml.mended(xml.atom(root, url) if name == "feed" else xml.rss(root, url), content)
    return feed if feed.items else _better(feed, raw, content_type)


def is_json_feed(raw: bytes) -> bool:
    """Whether these bytes are a JSON Feed: it names its version at its start."""
    start = raw[:4000].removeprefix(codecs.BOM_UTF8).lstrip()
    return start[:1] == b"{" and b"jsonfeed.org/version/" in start.replace(b"\\/", b"/")


def split(blob: Blob, content_type: str = "") -> Iterator[Fetched | Problem]:
    """The entries of a feed as records, before them the feed itself."""
    try:
        feed = parse(blob.raw, content_type, blob.url or "")
    except InputError as error:
        yield problem(blob.path or blob.url or "", str(error))
        return
    yield whole(blob, content_type or "application/xml")
    yield from records(blob, feed)
    if not feed.items:
        yield problem(blob.path or blob.url or "", "The feed holds no items.")


def records(blob: Blob, feed: Feed) -> Iterator[Fetched]:
    """The entries of a feed as documents; an entry without title and text is passed over."""
    container = digest(blob.raw)
    for item in feed.items:
        fields = _fields(item, feed, named=bool(blob.source))
        if fields["title"] or fields["html"] or fields["text"]:
            yield record(blob, fields, container)


def _fields(item: Item, feed: Feed, *, named: bool) -> dict[str, str]:
    body = item.content or item.summary
    marked = not item.is_text and re.search(r"<[a-zA-Z/!]|&[a-zA-Z#]", body)
    return {
        "title": " ".join(_unescaped(item.title).split()) if item.title_is_text else _plain(item.title),
        "html": safe(body, item.link or feed.link) if marked else "",
        "text": "" if marked else body,
        "url": item.link,
        "id": item.id if item.id != item.link else "",
        "date": item.published or item.updated,
        "updated": item.updated if item.updated != item.published else "",
        "author": _plain(item.author),
        "language": item.language or feed.language,
        "publisher": _plain(item.publisher or ("" if named else feed.title)),
        "section": _plain(item.section),
    }


def safe(markup: str, base: str = "") -> str:
    """HTML from strangers without scripts, styles and unknown elements, its relative links made absolute."""
    if "</br" in markup:  # XHTML's way to write one line break, which HTML reads as two
        markup = re.sub(r"<br\s*>\s*</br\s*>", "<br>", markup)
    if not _RISKY.search(markup):
        return markup
    import nh3

    markup = _STRAY.sub("&lt;!", markup)

    if base.startswith(("http://", "https://")):
        return nh3.clean(
            markup,
            tags=_kept(),
            clean_content_tags=_DROPPED,
            link_rel=None,
            url_relative=("rewrite_with_base", base),
        )
    return nh3.clean(markup, tags=_kept(), clean_content_tags=_DROPPED, link_rel=None)


@cache
def _kept() -> set[str]:
    import nh3

    # Inside its form the reader knows the text of a button for what it is.
    forms = {
        "button",
        "fieldset",
        "form",
        "input",
        "label",
        "legend",
        "optgroup",
        "option",
        "select",
        "textarea",
    }
    return (
        nh3.ALLOWED_TAGS
        | forms
        | {"audio", "big", "dir", "font", "main", "menu", "section", "source", "video"}
    )


def _plain(value: str) -> str:
    """A title without mark-up; feeds escape it once or twice."""
    once = _unescaped(value)
    bare = re.sub(r"</?[a-zA-Z][^<>]*>", "", once) if "<" in once else once
    return " ".join(_unescaped(bare).split())


def _unescaped(value: str) -> str:
    return html.unescape(value) if "&" in value else value


def _better(feed: Feed, raw: bytes, content_type: str) -> Feed:
    """What feedparser makes of a feed in which nothing was found."""
    second = _by_feedparser(raw, content_type)
    return second if second.items else feed


def _by_feedparser(raw: bytes, content_type: str) -> Feed:
    import feedparser

    headers = {"content-type": content_type} if content_type else {}
    try:
        found = feedparser.parse(raw, response_headers=headers)
    except Exception as error:  # its loose parser fails in many ways, and one feed must not end a run
        raise InputError(f"It is no feed that can be read: {error}.") from error
    if not found.get("version") and not found.entries:
        raise InputError("It is no feed that can be read.")
    items = tuple(_from_feedparser(entry) for entry in found.entries)
    top = found.feed
    return Feed(items, top.get("title", ""), top.get("link", ""), top.get("language", "") or "")


def _from_feedparser(entry: Mapping[str, object]) -> Item:
    content = entry.get("content")
    first = content[0].get("value", "") if isinstance(content, list) and content else ""
    names = ("title", "link", "id", "published", "updated", "summary")
    title, link, id_, published, updated, summary = (str(entry.get(name) or "") for name in names)
    return Item(title, link, id_, published, updated, summary, str(first), str(entry.get("author") or ""))


def _json_feed(raw: bytes, url: str) -> Feed:
    try:
        tree = json.loads(text.decode(raw))
        entries = [entry for entry in tree.get("items", []) if isinstance(entry, dict)]
    except (ValueError, AttributeError, TypeError, RecursionError) as error:
        raise InputError(f"It is no JSON Feed that can be read: {error}.") from error
    feed = Feed(
        (), _string(tree.get("title")), _string(tree.get("home_page_url")), _string(tree.get("language"))
    )
    return replace(feed, items=tuple(_from_json(entry, url) for entry in entries))


def _from_json(entry: Mapping[str, object], url: str) -> Item:
    words = _string(entry.get("content_html")) or _string(entry.get("content_text"))
    people = entry.get("authors") or [entry.get("author")]
    first = people[0] if isinstance(people, list) and people else None
    tags = entry.get("tags")
    link = _string(entry.get("url")) or _string(entry.get("external_url"))
    return Item(
        title=_string(entry.get("title")),
        link=urljoin(url, link) if link else "",
        id=_string(entry.get("id")),
        published=_string(entry.get("date_published")),
        updated=_string(entry.get("date_modified")),
        summary=_string(entry.get("summary")),
        content=words,
        author=_string(first.get("name")) if isinstance(first, dict) else "",
        language=_string(entry.get("language")),
        section=_string(tags[0]) if isinstance(tags, list) and tags else "",
        is_text=not entry.get("content_html"),
    )


def _string(value: object) -> str:
    return str(value).strip() if isinstance(value, str | int | float) and not isinstance(value, bool) else ""

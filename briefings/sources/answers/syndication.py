"""Feeds as they are written, to entries: RSS, RDF and Atom of all ages by feedparser, JSON Feed by its own rules."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urljoin

from briefings.errors import InputError
from briefings.sources.answers.entries import Feed, Item
from briefings.sources.formats import text, xml

_PAGE = re.compile(r"(?i)\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype html|<html)")
_ENTITY = re.compile(r"<!ENTITY(?!\s+\w+\s+\"(?:&#\w{1,8};|[^&%<\"]{0,100})\"\s*>)")
"""A declaration of anything but a character or a few words: what holds other entities can blow up, what lies in
another file can give it away. Old feeds declare ``&nbsp;`` themselves."""
_NAMES = ("title", "link", "id", "updated", "summary", "author")


def parse(raw: bytes, content_type: str = "", url: str = "") -> Feed:
    """The entries of a feed.

    ``content_type`` is the header it came with, ``url`` its address, against which relative links are read.
    Raises ``InputError`` when it is no feed, or declares XML entities that could do harm.
    """
    if is_json(raw):
        return _json_feed(raw, url)
    content = xml.decode(raw, content_type)
    if _ENTITY.search(content):
        raise InputError("It declares XML entities, which are refused: they can blow up or read files.")
    return _feed(content, url)


def is_json(raw: bytes) -> bool:
    """Whether these bytes are a JSON Feed: it names its version at its start."""
    start = raw[:4000].removeprefix(codecs.BOM_UTF8).lstrip()
    return start[:1] == b"{" and b"jsonfeed.org/version/" in start.replace(b"\\/", b"/")


def _feed(content: str, url: str) -> Feed:
    import feedparser

    # The encoding is settled; a guess of its own could only be worse. Relative links in texts are made absolute where
    # mark-up is cleaned, for a fraction of what it takes here, unless the feed itself says what they are relative to.
    headers = {"content-type": "application/xml; charset=utf-8"}
    based = "xml:base" in content
    try:
        found = feedparser.parse(
            content.encode("utf-8", "replace"), response_headers=headers, resolve_relative_uris=based
        )
    except Exception as error:  # its loose parser fails in many ways, and one feed must not end a run
        raise InputError(f"It is no feed that can be read: {error}.") from error
    if not found.get("version") and not found.entries:
        is_page = _PAGE.match(content)
        raise InputError("It is a web page, not a feed." if is_page else "It is no feed that can be read.")
    title, link, language = (str(found.feed.get(name) or "") for name in ("title", "link", "language"))
    link = urljoin(url, link)
    return Feed(tuple(_item(entry, link) for entry in found.entries), title, link, language)


def _item(entry: Any, base: str) -> Item:
    # Not by its own lookup, which gives the date of publishing for one of changing that is missing.
    fields = {name: dict.get(entry, name) or "" for name in _NAMES}
    bodies = [entry["summary_detail"]] if "summary_detail" in entry else []
    bodies += entry.get("content") or ()
    tag = next(iter(entry.get("tags") or [{}]))
    if entry.get("guidislink") and "://" not in fields["link"]:
        fields["link"] = ""
    if fields["link"]:
        fields["link"] = urljoin(base, fields["link"])
    languages = [entry.get("language"), *(body.get("language") for body in bodies)]
    return Item(
        **fields,
        published=entry.get("published") or entry.get("created") or "",
        content=next((body["value"] for body in entry.get("content") or () if body["value"]), ""),
        language=next(filter(None, languages), ""),
        publisher=(entry.get("source") or {}).get("title") or "",
        section=tag.get("label") or tag.get("term") or "",
        title_is_text=(entry.get("title_detail") or {}).get("type") == "text/plain",
        is_text=bool(bodies) and all(body.get("type") == "text/plain" for body in bodies),
    )


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

"""Pages that list articles: links of a section page, sitemaps, and the web pages of Telegram channels. No I/O."""

from __future__ import annotations

import contextlib
import re
import zlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urljoin, urlsplit

from briefings.sources.answers.entries import Feed, Item
from briefings.sources.formats import archives, xml

if TYPE_CHECKING:
    from lxml.etree import _Element

_DATED = re.compile(r"/(19|20)\d\d[/-]?[01]\d([/-]?[0-3]\d)?(/|-|$)")
_NUMBERED = re.compile(r"\d{4,}")
_WORDED = re.compile(r"[^/]+(-[^/]+){3,}")
_ASIDE = re.compile(
    r"(?i)\.(jpe?g|png|gif|webp|svg|pdf|mp[34]|zip|css|js|xml|rss)$"
    r"|/(tags?|author|category|search|login|about|contacts?|page)(/|$)"
)
_LARGEST = 50_000_000
"""Bytes of a sitemap, by its protocol (https://www.sitemaps.org/protocol.html)."""
_FEWEST = 5
"""A page with fewer links to articles is an article with some others beneath it."""


def decode(raw: bytes, content_type: str = "") -> str:
    """A page or sitemap as text; many sites keep their sitemap as ``sitemap.xml.gz``."""
    if raw.startswith(b"\x1f\x8b"):
        with contextlib.suppress(zlib.error, EOFError):
            raw = archives.inflate(raw, _LARGEST) or b""
    return xml.decode(raw, content_type)


def articles(content: str, base: str) -> tuple[str, ...]:
    """Addresses on the same host that look like articles, in the order of the page; none when it lists none.

    An article's address holds a date, a number of four digits or more, or four words joined by dashes.
    """
    from lxml import etree

    try:
        root = etree.fromstring(content.encode("utf-8", "replace"), etree.HTMLParser(encoding="utf-8"))
    except (etree.XMLSyntaxError, ValueError):
        return ()
    hrefs = [] if root is None else [str(a.get("href") or "") for a in root.iter("a")]
    found = tuple(dict.fromkeys(url for href in hrefs if (url := _article(href, base))))
    return found if len(found) >= _FEWEST else ()


def sitemap(content: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """(pages, further sitemaps) of a sitemap, latest change first; None when it is none."""
    root = xml.tree(content) if "<urlset" in content or "<sitemapindex" in content else None
    if root is None or xml.local(root) not in {"urlset", "sitemapindex"}:
        return None
    entries = [{xml.local(part): (part.text or "").strip() for part in entry} for entry in root]
    dated = sorted(entries, key=lambda entry: entry.get("lastmod", ""), reverse=True)
    found = tuple(entry["loc"] for entry in dated if entry.get("loc", "").startswith("http"))
    return (found, ()) if xml.local(root) == "urlset" else ((), found)


def telegram(content: str, base: str) -> Feed | None:
    """The posts of a channel's web page (``https://t.me/s/...``); None when it is no such page."""
    if "tgme_widget_message" not in content:
        return None
    from lxml import etree

    root = etree.fromstring(content.encode("utf-8", "replace"), etree.HTMLParser(encoding="utf-8"))
    name = _joined(root.iterfind(".//div[@class='tgme_channel_info_header_title']"))
    return Feed(tuple(_posts(root)), title=name, link=base)


def _posts(root: _Element) -> Iterator[Item]:
    from lxml import etree

    for post in root.iter("div"):
        link = post.get("data-post")
        if not link:
            continue
        bodies = [d for d in post.iter("div") if "tgme_widget_message_text" in (d.get("class") or "").split()]
        stamps = [str(t.get("datetime")) for t in post.iter("time") if t.get("datetime")]
        if bodies:
            words = [" ".join("".join(map(str, bodies[-1].itertext())).split())]
            markup = etree.tostring(bodies[-1], encoding="unicode", method="html", with_tail=False)
            yield Item(
                title=_headline(words[0]),
                link=urljoin("https://t.me/", link),
                id=link,
                published=stamps[-1] if stamps else "",
                content=markup,
                title_is_text=True,
            )


def _headline(text: str) -> str:
    """A post has no title: its first sentence, or its first 120 characters, is what stands for one."""
    first = re.split(r"(?<=[.!?…])\s", text, maxsplit=1)[0]
    return first if len(first) <= 120 else first[:120].rsplit(" ", 1)[0] + "…"


def _article(href: str, base: str) -> str:
    url = urldefrag(urljoin(base, href.strip()))[0]
    there, here = urlsplit(url), urlsplit(base)
    if there.scheme not in {"http", "https"} or there.netloc != here.netloc or _ASIDE.search(there.path):
        return ""
    looks = _DATED.search(there.path) or _NUMBERED.search(there.path) or _WORDED.search(there.path)
    return url if looks else ""


def _joined(elements: Iterable[_Element]) -> str:
    return " ".join("".join(map(str, element.itertext())).strip() for element in elements)

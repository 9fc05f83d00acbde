"""XML feeds to entries, by lxml: no entities, no DTD, no network, forgiving of what is not well-formed."""

from __future__ import annotations

import base64
import html
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from briefings.sources import text
from briefings.sources.entries import Feed, Item

if TYPE_CHECKING:
    from lxml.etree import _Element

_CONTROLS = bytes({*range(0x20)} - {9, 10, 13})
_WIDE_CONTROLS = (re.compile(rb"\xc2[\x80-\x9f]"), re.compile(rb"\xef\xbf[\xbe\xbf]"))
"""Patterns over UTF-8 that begin with one byte: they are looked for ten times as fast as a class of characters."""
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DECLARED = re.compile(rb"^\s*<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]+)")
_NAMED = re.compile(
    r"&(?!(?:amp|lt|gt|quot|apos|#[0-9]+|#x[0-9a-fA-F]+);)(?:[A-Za-z][A-Za-z0-9]*;|#X[0-9a-fA-F]+;)?"
)
"""Entities that XML does not know, and ampersands that are none: ``&nbsp;``, ``?a=1&b=2``."""
_PROLOG = re.compile(r"\s*<\?xml[^>]*\?>")
_DOCTYPE = re.compile(r"\A(?:\s|<!--.*?-->|<\?.*?\?>)*<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>", re.DOTALL)
_CORE = {
    "",
    "http://www.w3.org/2005/Atom",
    "http://purl.org/atom/ns#",
    "http://purl.org/rss/1.0/",
    "http://my.netscape.com/rdf/simple/0.9/",
    "http://backend.userland.com/rss2",
    "http://blogs.law.harvard.edu/tech/rss",
}
_PREFIXES = {
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/dc/terms/": "dcterms:",
    "http://search.yahoo.com/mrss/": "media:",
    "http://search.yahoo.com/mrss": "media:",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes:",
    "http://www.w3.org/1999/xhtml": "xhtml:",
    "http://www.w3.org/2005/atom": "atom:",
}
_C1 = {
    code: bytes([code]).decode("cp1252")
    for code in range(0x80, 0xA0)
    if code not in {0x81, 0x8D, 0x8F, 0x90, 0x9D}
}
"""Control characters that are windows-1252 punctuation under a wrong label."""
_TWICE = re.compile("[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]")
"""A UTF-8 lead byte and a following byte, each read as a character of its own."""
_ODD = (
    re.compile(rb"\xc3[\x82-\xb4][\xc2\xc5\xc6\xcb\xe2]"),
    re.compile(rb"&#(?:x[89][0-9a-fA-F]|1[2-9][0-9]|2[0-9][0-9]);"),
)
"""What text may be encoded twice, or hold windows-1252 punctuation as references to control characters."""
_BODIES = ("content:encoded", "fullcontent", "xhtml:body", "body", "fullitem")
_EXTRA = ("media:description", "itunes:summary", "itunes:subtitle")
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_BASE = "{http://www.w3.org/XML/1998/namespace}base"


def decode(raw: bytes, content_type: str = "") -> str:
    """A feed's bytes as text: by its mark, as UTF-8, by its declaration, by the header, else by a guess.

    Bytes beyond ASCII that are valid UTF-8 are UTF-8 whatever is declared: no other encoding gives that by chance.
    """
    marked = text.by_mark(raw)
    if marked is not None:
        return marked
    if not raw.isascii():
        try:
            return raw.decode()
        except UnicodeDecodeError:
            pass
    declared = _DECLARED.search(raw[:300])
    header = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", content_type)
    names = [declared[1].decode()] if declared else []
    names += [header[1]] if header else []
    for name in [*names, "utf-8"]:
        try:
            return raw.decode(name)
        except (LookupError, UnicodeDecodeError):
            continue
    return text.guessed(raw)


def tree(content: str) -> _Element | None:
    """The root element; None when nothing can be made of it."""
    from lxml import etree

    body = _after(_DOCTYPE, _after(_PROLOG, _legal(content)))
    body = "".join(
        _NAMED.sub(lambda found: _character(found[0]), part) if outside else part
        for part, outside in _parts(body)
    )
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(body.strip().encode(), parser)
    except etree.XMLSyntaxError:
        return None


def _parts(body: str) -> Iterator[tuple[str, bool]]:
    """A document in parts, and whether each stands outside of CDATA, where an ampersand means itself."""
    place = 0
    while (start := body.find("<![CDATA[", place)) >= 0 and (end := body.find("]]>", start)) >= 0:
        yield body[place:start], True
        yield body[start : end + 3], False
        place = end + 3
    yield body[place:], True


def _after(start: re.Pattern[str], text: str) -> str:
    """Text without what it begins with; a substitution would go on to try every later place."""
    found = start.match(text)
    return text[found.end() :] if found else text


def _legal(content: str) -> str:
    """Text without what XML forbids, and windows-1252 punctuation under a wrong label as such, as browsers do."""
    data = content.encode("utf-8", "replace")
    clean = len(data.translate(None, _CONTROLS)) == len(data)
    if clean and not any(pattern.search(data) for pattern in _WIDE_CONTROLS):
        return content
    return _ILLEGAL.sub("", content).translate(_C1)


def local(element: _Element) -> str:
    """An element's name without its namespace, in lower case."""
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2].lower() if isinstance(tag, str) else ""


def rss(root: _Element, url: str) -> Feed:
    """The items of RSS and RDF; in RDF they stand beside the channel."""
    channel = next((child for child in root.iter() if local(child) == "channel"), root)
    top = _children(channel)
    link = _text(top, "link")
    base = urljoin(url, link) if link else url
    language = (
        _text(top, "language") or _text(top, "dc:language") or channel.get(_LANG) or root.get(_LANG) or ""
    )
    items = tuple(
        _rss_item(element, base) for element in root.iter() if local(element) == "item" and _core(element)
    )
    return Feed(items, _text(top, "title"), base, language)


def atom(root: _Element, url: str) -> Feed:
    """The entries of Atom."""
    top = _children(root)
    base = urljoin(url, root.get(_BASE) or "")
    items = tuple(
        _atom_entry(element, base) for element in root.iter() if local(element) == "entry" and _core(element)
    )
    return Feed(items, _text(top, "title"), _link(root, base), root.get(_LANG) or "")


def _rss_item(element: _Element, base: str) -> Item:
    of = _children(element)
    guid = of.get("guid")
    id_ = _text(of, "guid") or (element.get("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about") or "")
    link = _text(of, "link") or _link(element, "") or _attribute(element, "href")
    if not link and guid is not None and guid.get("isPermaLink", "true") == "true" and "://" in id_:
        link = id_
    source = _text(of, "source")
    return Item(
        title=_markup(of.get("title")) or _first(of, "dc:title", "media:title"),
        link=urljoin(base, link) if link else "",
        id=id_,
        published=_first(
            of, "pubdate", "dc:date", "dcterms:issued", "dcterms:created", "published", "atom:published"
        ),
        updated=_first(of, "dcterms:modified", "lastbuilddate", "updated", "atom:updated", "dc:date")
        or _attribute(element, "lastmod"),
        summary=_markup(of.get("description"))
        or _first(of, "summary", "dc:description", "abstract", *_EXTRA),
        content=next((body for name in _BODIES if (body := _markup(of.get(name)))), ""),
        author=_first(of, "dc:creator", "author"),
        language=_text(of, "dc:language") or element.get(_LANG) or "",
        publisher=source,
        section=_first(of, "category", "dc:subject"),
    )


def _atom_entry(element: _Element, base: str) -> Item:
    of = _children(element)
    base = urljoin(base, element.get(_BASE) or "")
    author, source, category, id_ = of.get("author"), of.get("source"), of.get("category"), _text(of, "id")
    bodies = [of[name] for name in ("summary", "content") if name in of]
    return Item(
        title=_markup(of.get("title")),
        title_is_text="title" in of and (of["title"].get("type") or "text") in {"text", "text/plain"},
        link=_link(element, base),
        id=urljoin(base, id_) if id_.startswith("/") else id_,
        published=_first(of, "published", "issued") or _last(element, "created") or _text(of, "dc:date"),
        updated=_last(element, "updated") or _text(of, "modified"),
        summary=_markup(of.get("summary")),
        content=_markup(of.get("content")),
        author=_text(_children(author), "name") if author is not None else _text(of, "dc:creator"),
        language=next((b.get(_LANG) or "" for b in bodies if b.get(_LANG)), "") or element.get(_LANG) or "",
        publisher=_text(_children(source), "title") if source is not None else "",
        section=(category.get("label") or category.get("term") or "") if category is not None else "",
        is_text=bool(bodies) and all((b.get("type") or "text") in {"text", "text/plain"} for b in bodies),
    )


def _children(element: _Element) -> dict[str, _Element]:
    """Direct children by name, the first of each; those of foreign namespaces (media, itunes) by their full name."""
    found: dict[str, _Element] = {}
    for child in element:
        name = _name(child)
        if name and name not in found:
            found[name] = child
    return found


def _name(element: _Element) -> str:
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    space, _, name = tag.rpartition("}")
    space = space[1:]
    if space in _CORE or not space:
        return name.lower()
    return _PREFIXES.get(space.lower(), space + " ") + name.lower()


def _attribute(element: _Element, name: str) -> str:
    """An attribute whatever its case: Microsoft's CDF writes them in capitals."""
    return element.get(name) or element.get(name.upper()) or ""


def _core(element: _Element) -> bool:
    return ":" not in _name(element)


def _text(of: dict[str, _Element], name: str) -> str:
    element = of.get(name)
    return "" if element is None else "".join(map(str, element.itertext())).strip()


def _first(of: dict[str, _Element], *names: str) -> str:
    return next((value for name in names if (value := _text(of, name))), "")


def _last(element: _Element, name: str) -> str:
    """The last of several: some feeds repeat the date of the last change."""
    found = [child for child in element if _name(child) == name]
    return "".join(map(str, found[-1].itertext())).strip() if found else ""


def _markup(element: _Element | None) -> str:
    """An element's content as the HTML it stands for: escaped, in CDATA or as child elements."""
    if element is None:
        return ""
    if not len(element):
        return _unpacked(element)
    from lxml import etree

    wrapper = element[0] if _is_wrapped(element) else element
    if wrapper is not element and (local(wrapper) != "div" or len(element) > 1):
        wrapper = element
    inner = "".join(etree.tostring(child, encoding="unicode") for child in wrapper)
    return (
        html.escape(wrapper.text or "", quote=False) + re.sub(r' xmlns(:\w+)?="[^"]*"', "", inner)
    ).strip()


def _is_wrapped(element: _Element) -> bool:
    """Whether the one <div> in it is packing, as in Atom 1.0; in Atom 0.3 it is content."""
    kind = element.get("type")
    new = str(element.tag).startswith("{http://www.w3.org/2005/Atom}")
    return kind == "xhtml" or (new and kind == "application/xhtml+xml")


def _unpacked(element: _Element) -> str:
    text = (element.text or "").strip()
    if element.get("mode") == "base64" or (element.get("type") or "").startswith("application/octet-stream"):
        try:
            return base64.b64decode(text).decode("utf-8", "replace")
        except ValueError:
            return text
    return text


def mended(feed: Feed, content: str) -> Feed:
    """The feed with the signs of wrong encodings undone, if its content shows any."""
    data = content.encode("utf-8", "replace")
    if not any(pattern.search(data) for pattern in _ODD):
        return feed
    return replace(feed, title=_mended(feed.title), items=tuple(_mended_item(item) for item in feed.items))


def _mended_item(item: Item) -> Item:
    return replace(
        item,
        title=_mended(item.title),
        summary=_mended(item.summary),
        content=_mended(item.content),
        author=_mended(item.author),
        publisher=_mended(item.publisher),
        section=_mended(item.section),
    )


def _mended(text: str) -> str:
    return _once(text).translate(_C1)


def _once(text: str) -> str:
    """Text that was encoded twice, once: its UTF-8 had been taken for latin-1 or windows-1252."""
    if not _TWICE.search(text):
        return text
    for name in ("latin-1", "cp1252"):
        try:
            return text.encode(name).decode()
        except UnicodeError:
            continue
    return text


def _link(element: _Element, base: str) -> str:
    """The address of an Atom entry or feed: its alternate link, else its first one."""
    links = [child for child in element if local(child) == "link" and _href(child)]
    best = [child for child in links if (child.get("rel") or "alternate") == "alternate"] or links
    return urljoin(urljoin(base, best[0].get(_BASE) or ""), _href(best[0])) if best else ""


def _href(link: _Element) -> str:
    """Where a link leads; some write it as RSS does, between the tags."""
    return link.get("href") or (link.text or "").strip()


def _character(entity: str) -> str:
    """A named HTML entity as a character; unknown ones, and a bare ampersand, stay as text."""
    text = html.unescape(entity) if len(entity) > 1 else entity
    return text if text != entity else entity.replace("&", "&amp;")

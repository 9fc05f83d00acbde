"""Lists of feeds as other readers keep them: OPML in and out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from briefings.errors import InputError
from briefings.sources.formats import xml
from briefings.types import Source

if TYPE_CHECKING:
    from lxml.etree import _Element


def read(raw: bytes) -> tuple[Source, ...]:
    """The feeds of an OPML file as sources of grade F, each address once; raises ``InputError`` for anything else.

    A two-letter ``category`` is taken for the country, ``language`` for the language.
    """
    content = xml.decode(raw)
    if "<!ENTITY" in content:
        raise InputError("The file declares XML entities, which are refused.")
    root = xml.tree(content)
    if root is None or xml.local(root) != "opml":
        raise InputError("The file is no OPML: its outermost element is not <opml>.")
    taken: set[str] = set()
    found: dict[str, Source] = {}
    for outline in _feeds(root):
        source = _source(outline, taken)
        if source.url not in found:
            taken.add(source.id)
            found[source.url] = source
    if not found:
        raise InputError("The OPML file lists no feeds (outlines with an xmlUrl).")
    return tuple(found.values())


def write(sources: Iterable[Source], title: str = "briefings") -> bytes:
    """Sources that have an address, as OPML 2.0."""
    from lxml import etree

    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = title
    body = etree.SubElement(root, "body")
    for source in sources:
        if source.type == "feed" and source.url:
            told = {"type": "rss", "text": source.name, "title": source.name, "xmlUrl": source.url}
            told |= {"language": source.language, "category": source.country}
            etree.SubElement(body, "outline", {name: value for name, value in told.items() if value})
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def identifier(name: str, taken: Iterable[str] = ()) -> str:
    """A short id in ASCII out of a name, with a number when it is taken."""
    ascii_ = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "-", ascii_).strip("-")[:40].strip("-") or "feed"
    held, number, result = set(taken), 1, stem
    while result in held:
        number += 1
        result = f"{stem}-{number}"
    return result


def _feeds(root: _Element) -> Iterator[_Element]:
    outlines = (element for element in root.iter() if xml.local(element) == "outline")
    return (each for each in outlines if _attribute(each, "xmlUrl").startswith(("http://", "https://")))


def _source(outline: _Element, taken: set[str]) -> Source:
    url = _attribute(outline, "xmlUrl")
    name = _attribute(outline, "title") or _attribute(outline, "text") or url.split("/")[2]
    host = url.split("/")[2].removeprefix("www.")
    spoken, place = _attribute(outline, "language").lower(), _attribute(outline, "category").upper()
    return Source(
        id=identifier(name if identifier(name) != "feed" else host, taken),
        name=" ".join(name.split()),
        type="feed",
        url=url,
        language=spoken[:2] if re.fullmatch(r"[a-z]{2}(-.*)?", spoken) else "",
        country=place if re.fullmatch(r"[A-Z]{2}", place) else "",
    )


def _attribute(element: _Element, name: str) -> str:
    """An attribute whatever its case: half of all programs write ``xmlurl``."""
    wanted: Sequence[str] = [str(v) for k, v in element.attrib.items() if str(k).lower() == name.lower()]
    return wanted[0].strip() if wanted else ""

"""XML of strangers: its bytes as text, and its tree by lxml without entities, DTDs and network."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from briefings.sources.formats import text

if TYPE_CHECKING:
    from lxml.etree import _Element

_DECLARED = re.compile(rb"^\s*<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]+)")
_WIDE = {b"<\0\0\0": "utf-32-le", b"\0\0\0<": "utf-32-be", b"<\0": "utf-16-le", b"\0<": "utf-16-be"}
"""What a document in wide characters begins with when it has no mark (XML 1.0, appendix F)."""
_PROLOG = re.compile(r"\s*<\?xml[^>]*\?>")
_UNKNOWN = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#[0-9]+|#x[0-9a-fA-F]+);)(?:[A-Za-z][A-Za-z0-9]*;)?")
"""Entities that XML does not know, and ampersands that are none: ``&nbsp;``, ``?a=1&b=2``."""


def decode(raw: bytes, content_type: str = "") -> str:
    """A feed's bytes as text: by its mark, as UTF-8, by its declaration, by the header, else by a guess.

    Bytes beyond ASCII that are valid UTF-8 are UTF-8 whatever is declared: no other encoding gives that by chance.
    """
    marked = text.by_mark(raw)
    if marked is not None:
        return marked
    wide = next((name for start, name in _WIDE.items() if raw.startswith(start)), None)
    if wide is not None:
        return raw.decode(wide, "replace")
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
    """The root element of a document, mended if it is not well-formed; None when nothing can be made of it."""
    if "<!ENTITY" in content:
        return None
    prolog = _PROLOG.match(content)
    body = content[prolog.end() if prolog else 0 :].strip()
    root = _parsed(body, mend=False)
    return _parsed(_UNKNOWN.sub(_known, body), mend=True) if root is None else root


def _parsed(body: str, *, mend: bool) -> _Element | None:
    from lxml import etree

    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        recover=mend,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(body.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return None


def _known(entity: re.Match[str]) -> str:
    """A named HTML entity as a character; unknown ones, and a bare ampersand, stay as text."""
    text = html.unescape(entity[0]) if len(entity[0]) > 1 else entity[0]
    return text if text != entity[0] else entity[0].replace("&", "&amp;")


def local(element: _Element) -> str:
    """An element's name without its namespace, in lower case."""
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2].lower() if isinstance(tag, str) else ""

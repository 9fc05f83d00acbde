"""Bytes -> text: what the page, its headers or the bytes themselves say of the encoding."""

from __future__ import annotations

import codecs
import html
import re
from collections.abc import Mapping

from briefings.text import clean

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_STATED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{3,24})""", re.IGNORECASE)
_TWICE = re.compile(r"&amp;(?=#?\w{2,8};)")
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_BINARY_SHARE = 0.02
"""Control characters above this share of the first 4 KB make a file binary: text has next to none."""


def decode(raw: bytes, headers: Mapping[str, str]) -> str | None:
    """The text of a document, whatever its encoding; ``None`` when it is no text."""
    for bom, name in _BOMS:
        if raw.startswith(bom):
            return raw.decode(name, "replace")
    if is_binary(raw):
        return None
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return _by_statement(raw, headers) or _by_statistics(raw)


def is_binary(raw: bytes) -> bool:
    """Whether the head of a document holds what no text holds."""
    head = raw[:4096]
    return len(_BINARY.findall(head)) > max(1, len(head) * _BINARY_SHARE)


def unescape(text: str) -> str:
    """Text without entities, also where they were escaped twice, and without what ``text.clean`` takes out."""
    once = html.unescape(_TWICE.sub("&", text)) if "&" in text else text
    return clean(html.unescape(once) if re.search(r"&(?:#\d+|[a-z]{2,8});", once) else once)


def _by_statement(raw: bytes, headers: Mapping[str, str]) -> str | None:
    stated = _STATED.search(headers.get("content-type", "").encode("utf-8", "replace")) or _STATED.search(
        raw[:2048]
    )
    if not stated:
        return None
    try:
        return raw.decode(stated[1].decode("ascii"), "replace")
    except LookupError:
        return None


def _by_statistics(raw: bytes) -> str | None:
    """The likeliest encoding; Cyrillic pages without a charset are windows-1251 far more often than anything else."""
    from charset_normalizer import from_bytes

    wide = raw.decode("cp1251", "replace")
    letters = sum("а" <= c <= "я" for c in wide[:4000])
    if letters > 0.5 * len(wide[:4000]) and "�" not in wide:
        return wide
    best = from_bytes(raw[:200_000], cp_exclusion=["utf_7"]).best()
    return raw.decode(best.encoding, "replace") if best else None

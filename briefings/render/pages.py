"""How many pages a PDF of ours has."""

from __future__ import annotations

import re
import zlib

_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_TREE = re.compile(rb"/Type\s*/Pages\b.*?/Count\s+(\d+)|/Count\s+(\d+)[^>]*?/Type\s*/Pages\b", re.DOTALL)


def page_count(pdf: bytes) -> int:
    """Pages of a PDF as ``pdf`` and ``archive`` write it: its page tree stands in one of the object streams.

    Raises ``ValueError`` for bytes that hold no page tree.
    """
    for part in (pdf, *_unpacked(pdf)):
        found = _TREE.search(part)
        if found:
            return int(found[1] or found[2])
    raise ValueError("no page tree in these bytes")


def _unpacked(pdf: bytes) -> list[bytes]:
    """The streams that hold objects; pictures and fonts have other types."""
    return [
        zlib.decompress(found[1])
        for found in _STREAM.finditer(pdf)
        if b"/ObjStm" in pdf[max(0, found.start() - 200) : found.start()]
    ]

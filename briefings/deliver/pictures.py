"""Pictures of the mail's HTML: what a template embeds as ``data:`` becomes a part of its own, shown by its CID.

Several mail programs block ``data:`` pictures; parts beside the page (RFC 2392) are shown by all.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from dataclasses import dataclass

_DATA = re.compile(
    r"""(?P<quote>["'])data:image/(?P<kind>png|jpeg|gif);base64,(?P<code>[A-Za-z0-9+/=\s]+)(?P=quote)"""
)


@dataclass(frozen=True, slots=True)
class Picture:
    """A part beside the page."""

    cid: str
    kind: str
    """``png``, ``jpeg`` or ``gif``."""
    data: bytes


def beside(html: str) -> tuple[str, tuple[Picture, ...]]:
    """The page with its embedded pictures named by CID, and the pictures, each once."""
    found: dict[str, Picture] = {}

    def named(match: re.Match[str]) -> str:
        try:
            data = base64.b64decode(match["code"], validate=False)
        except binascii.Error:
            return match[0]
        cid = f"{hashlib.sha256(data).hexdigest()[:16]}@picture"
        found[cid] = Picture(cid, match["kind"], data)
        return f"{match['quote']}cid:{cid}{match['quote']}"

    page = _DATA.sub(named, html)
    return page, tuple(found.values())

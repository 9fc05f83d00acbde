"""Web addresses as they are linked and as they are printed."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

LONGEST: Final = 72
"""Characters of a printed address: one line of the annex."""


def address(url: str) -> str:
    """The address if it leads to the web; ``#`` for ``javascript:``, ``file:`` and whatever else a stranger sends."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "#"
    return url if url.lower().startswith(("http://", "https://")) and parts.netloc else "#"


def short_address(url: str) -> str:
    """The address without scheme, ``www.`` and query, cut to one line; the link behind it is whole."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url[:LONGEST]
    text = parts.netloc.removeprefix("www.") + parts.path.rstrip("/")
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"

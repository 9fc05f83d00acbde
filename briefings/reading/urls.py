"""Addresses: one canonical form of each, so that the same page is one article."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_TRACKING = re.compile(
    r"^(utm_\w+|fbclid|gclid|dclid|yclid|ysclid|msclkid|mc_[ce]id|igshid|_openstat|from|ref|ref_src|referrer|rss"
    r"|spm|cmpid|ncid|ocid|at_\w+|xtor|s?share\w*|amp|outputtype)$",
    re.IGNORECASE,
)
"""Parameters that say how a reader came, not what he reads."""

_MOBILE = re.compile(r"^(?:www|m|mobile|amp)\.(?=[^.]+\.)")
_AMP = re.compile(r"(?:/amp|\.amp)(?=/?$|\.html$)")


def canonical(url: str) -> str | None:
    """The canonical form of a web address; ``None`` when it is none.

    https, no ``www.``, ``m.`` or ``amp.``, no tracking parameters, no fragment, no ``/amp`` and no closing slash.
    """
    try:
        parts = urlsplit(url.strip())
        plain = parts.netloc.isascii() and parts.netloc.replace(".", "").replace("-", "").isalnum()
        host, port = (
            (parts.netloc.lower(), None) if plain else ((parts.hostname or "").casefold(), parts.port)
        )
    except ValueError:
        return None
    if parts.scheme.casefold() not in ("http", "https") or "." not in host:
        return None
    path = _resolved(_AMP.sub("", parts.path) if "amp" in parts.path else parts.path)
    place = _MOBILE.sub("", host) + (f":{port}" if port and port not in (80, 443) else "")
    return urlunsplit(("https", place, path, _telling(parts.query) if parts.query else "", ""))


def _telling(query: str) -> str:
    """A query without the parameters of trackers."""
    return urlencode([(k, v) for k, v in parse_qsl(query, keep_blank_values=True) if not _TRACKING.match(k)])


def _resolved(path: str) -> str:
    """A path without ``.``, ``..``, doubled and closing slashes."""
    kept: list[str] = []
    for step in path.split("/"):
        if step == ".." and kept:
            kept.pop()
        elif step not in ("", ".", ".."):
            kept.append(step)
    return "/" + "/".join(kept) if kept else ""

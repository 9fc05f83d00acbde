"""The date in a page's address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefings.reading.dates.stamp import stamp

if TYPE_CHECKING:
    from briefings.types import When

_DAY = re.compile(
    r"/((?:19|20)\d{2})(?:"
    r"/(0?[1-9]|1[0-2])/(0?[1-9]|[12]\d|3[01])(?=[/_.]|$)"  # not /2024/11/3-questions-to-the-minister
    r"|-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?!\d)"
    r"|(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=[/_.-]|$))"
)
_MONTH = re.compile(r"/((?:19|20)\d{2})[/-](0[1-9]|1[0-2])(?=/)")


def from_url(url: str | None) -> When | None:
    """Read the date in an address: ``/2024/11/27/``, ``/20241127/`` or only ``/2024/11/``."""
    path = re.sub(r"^\w+://[^/]+|[?#].*$", "", url or "")
    for pattern in (_DAY, _MONTH):
        match = pattern.search(path)
        if match:
            return stamp("-".join(part.zfill(2) for part in match.groups() if part), "url")
    return None

"""The date in a page's mark-up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.reading.dates.stamp import stamp

if TYPE_CHECKING:
    from briefings.reading.dates.clues import Clues
    from briefings.types import When


def from_html(clues: Clues) -> When | None:
    """Read the page's own statement of its day of publication."""
    from htmldate import find_date

    latest = clues.retrieved.date().isoformat() if clues.retrieved else None
    found = find_date(clues.html, original_date=True, url=clues.url, max_date=latest)
    return stamp(found, "markup") if found else None

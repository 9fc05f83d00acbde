"""The day of publication."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from briefings.types import When

if TYPE_CHECKING:
    from briefings.reading.dates.clues import Clues


def published(clues: Clues) -> When | None:
    """Weigh all clues to the day of publication; ``None`` when there is none."""
    try:
        day = date.fromisoformat(clues.given[:10])
    except ValueError:
        return None
    return When(day.isoformat(), "day", clues.given_basis, day, day)

"""Dates mentioned in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from briefings.types import When


@dataclass(frozen=True, slots=True)
class Mention:
    """A date as a text mentions it."""

    start: int
    end: int
    """Offsets of the words in the text."""
    when: When


def mentions(
    text: str, language: str, reference: date | None = None, *, day_first: bool | None = True
) -> tuple[Mention, ...]:
    """Find every date in ``text``, in order; ``reference`` is the day of publication.

    Without ``reference``, dates that need one (weekdays, "tomorrow", days without a year) are left out.
    """
    return ()

"""Dated events that a text announces or reports: summits, visits, exercises, elections, deadlines."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefings.types import Event, When


def extract(title: str, text: str, language: str, published: When | None) -> tuple[Event, ...]:
    """Find the dated events of one article, each once; ``sentence`` is word for word the source's.

    ``published`` dates "on Thursday" and "next week"; without it only complete dates count.
    """
    return ()

"""Counts that sources give, as a dated series: ``3 killed``, ``5 killed``, ``4 killed, corrected``."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.types import Figure, Tagged


def figures(items: Sequence[Tagged]) -> tuple[Figure, ...]:
    """Return the counts that the articles give, by what is counted, then by day."""
    del items
    return ()

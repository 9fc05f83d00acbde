"""What the day of publication may be known from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from lxml.etree import _Element

    from briefings.types import Basis


@dataclass(frozen=True, slots=True)
class Clues:
    """Everything about one document from which its day of publication may be known; all of it may be missing."""

    text: str = ""
    """The main text."""
    title: str = ""
    language: str = ""
    """ISO 639-1 of the main text."""
    retrieved: datetime | None = None
    """When the document came in: an upper bound, never the answer."""
    html: str = ""
    """The page's source, for its mark-up."""
    tree: _Element | None = None
    """The lxml tree of ``html`` where it is parsed already; it is read, never changed."""
    url: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    """Response headers, names in lower case."""
    given: str = ""
    """The date that a feed, a table's column or a mail's ``Date`` states."""
    given_basis: Basis = "given"
    """``feed``, ``given`` (table, JSONL) or ``stated`` (a mail's ``Date``)."""
    header_lines: tuple[str, ...] = ()
    """Short lines above the main text, from top to bottom: section, month, year, date line."""
    timezone: str = ""
    """IANA name of the outlet's zone: a time without one is read in it."""
    day_first: bool | None = True
    """Whether 03/04/2025 is 3 April with this outlet; ``None``: unknown, so that the date is ambiguous."""

"""A feed and its entries, whatever it was written in."""

from __future__ import annotations

import email.utils
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a feed, as it words it."""

    title: str = ""
    link: str = ""
    id: str = ""
    published: str = ""
    updated: str = ""
    summary: str = ""
    content: str = ""
    author: str = ""
    language: str = ""
    publisher: str = ""
    """Another outlet that it was taken from, if the entry names one."""
    section: str = ""
    title_is_text: bool = False
    """Whether the title is plain text, in which ``<b>`` means itself."""
    is_text: bool = False
    """Whether summary and content are plain text, not HTML."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed and its entries in their order."""

    items: tuple[Item, ...]
    title: str = ""
    link: str = ""
    language: str = ""


def rough_day(text: str) -> date | None:
    """The day in a feed's date, for counting only; an article's date is read with its zone and basis later."""
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        pass
    try:
        return email.utils.parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError):
        return None

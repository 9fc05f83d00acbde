"""A feed and its entries, whatever it was written in."""

from __future__ import annotations

from dataclasses import dataclass


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

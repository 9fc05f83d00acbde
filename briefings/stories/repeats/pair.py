"""A pair of texts of which one repeats the other, and when it does."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefings.stories.texts.anchors import AnchorOptions


@dataclass(frozen=True, slots=True)
class CopyOptions:
    """When one text repeats another."""

    anchors: AnchorOptions = field(default_factory=AnchorOptions)
    containment: float = 0.6
    """Share of the shorter text's runs that the longer one must have (measured: recall .994, precision .996)."""
    edited: float = 0.35
    words: float = 0.75
    """The same of a text that was edited, when the passage of the longer one where these runs stand has so many of
    its words too (recall with one word in five changed, in six languages: .94 to .98; without this .07)."""
    digest: float = 0.6
    overlap: float = 0.1
    """A text that holds two others, each shorter than this share of it and with no more in common, is a digest."""
    opening: int = 20
    matter: int = 2
    passage: int = 8
    """Words above the first passage of so many shared runs in both texts, and words of their titles that both have
    there, from which on one is the next dispatch and no copy."""
    figures: int = 3
    kept: float = 0.4
    """Of so many numbers in the shorter text the longer one must have this share: a bulletin of every day fills others
    into the same words, an edited copy keeps most (with one word in five changed, 4 of 5)."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A pair of documents (positions) of which one repeats the other."""

    a: int
    b: int
    shared: float
    """Containment, 0 to 1."""

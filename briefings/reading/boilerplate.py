"""What one outlet's pages repeat, worked out over all of them and cut from each.

A paragraph that stands under three or more different titles of one outlet is the site speaking, not the article:
promotion of the day, subscription lines, standing background. Paragraphs are remembered as marks (``Block``), so that
what came in earlier counts and the order of arrival does not.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

REPEATED = 3
"""Different titles under which a paragraph must stand; a correction and its original share theirs."""


class Block(NamedTuple):
    """A paragraph of one outlet under one title, as digests."""

    outlet: str
    mark: str
    title: str


@dataclass(frozen=True)
class Profile:
    """The paragraphs that outlets repeat, as (outlet, mark)."""

    pairs: frozenset[tuple[str, str]] = frozenset()

    @classmethod
    def of(cls, blocks: Iterable[tuple[str, str, str]]) -> Profile:
        """The profile that blocks make; their order does not matter."""
        titles: dict[tuple[str, str], set[str]] = defaultdict(set)
        for outlet, mark, title in blocks:
            titles[outlet, mark].add(title)
        return cls(frozenset(pair for pair, under in titles.items() if len(under) >= REPEATED))

    def repeats(self, blocks: Iterable[Block]) -> bool:
        """Whether any of these paragraphs is a repeated one."""
        return any((block.outlet, block.mark) in self.pairs for block in blocks)

    def without_repeated(
        self, outlet: str, paragraphs: tuple[str, ...], marks: tuple[str, ...]
    ) -> tuple[str, ...]:
        """The paragraphs that are the article's own; ``marks`` are theirs, in their order."""
        return tuple(
            [p for p, mark in zip(paragraphs, marks, strict=True) if (outlet, mark) not in self.pairs]
        )


def blocks(outlet: str, title: str, marks: Iterable[str]) -> frozenset[Block]:
    """An article's paragraphs under its title; none without an outlet, whose habits they would be."""
    under = _mark(title)
    return frozenset(Block(outlet, mark, under) for mark in marks) if outlet else frozenset()


def marks(paragraphs: Iterable[str]) -> tuple[str, ...]:
    """The marks by which paragraphs are known again, whatever their case and white space."""
    return tuple([_mark(paragraph) for paragraph in paragraphs])


def _mark(paragraph: str) -> str:
    return hashlib.blake2b("".join(paragraph.split()).casefold().encode(), digest_size=8).hexdigest()

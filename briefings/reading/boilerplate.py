"""What one outlet's pages repeat, worked out over a batch and cut from each of them.

A paragraph that stands under three or more different titles of one outlet is the site speaking, not the article:
promotion of the day, subscription lines, standing background.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

REPEATED = 3
"""Different titles under which a paragraph must stand; a correction and its original share theirs."""


@dataclass(frozen=True)
class Profile:
    """The repeated paragraphs of each outlet, as digests."""

    repeated: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """The same for the same repetitions."""
        lines = [
            f"{outlet}:{block}" for outlet in sorted(self.repeated) for block in sorted(self.repeated[outlet])
        ]
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]

    def without_repeated(self, outlet: str, paragraphs: tuple[str, ...]) -> tuple[str, ...]:
        """The paragraphs that are the article's own."""
        known = self.repeated.get(outlet)
        return tuple(p for p in paragraphs if _mark(p) not in known) if known else paragraphs


def build(pages: Iterable[tuple[str, str, tuple[str, ...]]]) -> Profile:
    """The profile of (outlet, title, paragraphs) triples; their order does not matter."""
    titles: dict[tuple[str, str], set[str]] = defaultdict(set)
    for outlet, title, paragraphs in pages:
        for paragraph in set(paragraphs):
            titles[outlet, _mark(paragraph)].add(title)
    repeated: dict[str, set[str]] = defaultdict(set)
    for (outlet, mark), under in titles.items():
        if outlet and len(under) >= REPEATED:
            repeated[outlet].add(mark)
    return Profile({outlet: frozenset(marks) for outlet, marks in repeated.items()})


def _mark(paragraph: str) -> str:
    return hashlib.blake2b("".join(paragraph.split()).casefold().encode(), digest_size=8).hexdigest()

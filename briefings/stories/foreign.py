"""Likeness across languages: names by their consonants, numbers and topics, for no word is shared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.stories.likeness import one_tongue
from briefings.stories.vectors import Pairs, join, unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.stories.features import Doc


@dataclass(frozen=True, slots=True)
class ForeignOptions:
    """When two documents of different languages are alike."""

    rate: float = 1.0
    """What the cosine of names, numbers and topics is worth beside the likeness within one language."""
    least: float = 0.1
    """Cosine under which a pair is not looked at."""
    max_df: float = 0.02
    """In sets over 1,000: features that a larger share bears are left out."""


def foreign(docs: Sequence[Doc], options: ForeignOptions) -> Pairs:
    """Return the likeness of each pair of documents in different languages."""
    if len({doc.tongue for doc in docs}) < 2:
        return {}
    near = join(unit([doc.signs for doc in docs], options.max_df), options.least)
    return {
        (a, b): round(score * options.rate, 6)
        for (a, b), score in near.items()
        if not one_tongue(docs[a], docs[b])
    }

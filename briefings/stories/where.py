"""A shared border is a place and no event: what two documents on one border must have in common beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.stories.vectors import cosine, rarity, unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.stories.features import Doc


@dataclass(frozen=True, slots=True)
class WhereOptions:
    """When the words beside the place are asked for."""

    need: float = 0.12
    """Cosine of the leads without the words of the place from which on the pair counts in full."""
    soon: int = 1
    """Days within which a shared body or theme stands for the event, so that nothing more is asked for."""
    long: int = 6
    """Days from which on a shared body or country is no longer enough either."""


class Beside:
    """Factors, 0 to 1, for pairs of one language that might share a place only."""

    def __init__(self, docs: Sequence[Doc], options: WhereOptions) -> None:
        self._docs = docs
        self._options = options
        self._weights = rarity([doc.what for doc in docs]) if any(doc.bare.where for doc in docs) else {}

    def factor(self, a: int, b: int) -> float:
        """Return 1 when more than a place is shared, less the less the leads have in common beside it."""
        one, other = self._docs[a], self._docs[b]
        if not self._asked(one, other):
            return 1.0
        said = cosine(unit(one.what, self._weights), unit(other.what, self._weights))
        return min(1.0, said / self._options.need)

    def _asked(self, a: Doc, b: Doc) -> bool:
        shared = {topic.split(".")[0] for topic in a.bare.topics.keys() & b.bare.topics.keys()}
        if not shared or not (a.bare.where and b.bare.where):
            return False
        days = abs((a.bare.day or 0) - (b.bare.day or 0)) if a.bare.day and b.bare.day else 0
        if "border" not in shared:
            return days >= self._options.long
        return days > self._options.soon or not shared & {"body", "theme"}

"""Reports collected per topic and period: texts, copies counted once, never incidents."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefings.brief.material.survey import Material


@dataclass(frozen=True, slots=True)
class Counts:
    """What was collected, by topic and period."""

    reports: Mapping[str, tuple[int, ...]]
    """Per period, oldest first, by topic."""
    origins: Mapping[str, int]
    """Independent origins in this period, by topic."""
    collected: tuple[bool, ...]
    """Whether anything at all was collected in a period."""

    def history(self, topic: str) -> tuple[int | None, ...]:
        """Return counts per period; ``None`` where nothing was collected: a gap is no zero."""
        counts = self.reports.get(topic, (0,) * len(self.collected))
        return tuple(n if known else None for n, known in zip(counts, self.collected, strict=True))

    def median(self, topic: str) -> float | None:
        """Return the median of the collected earlier periods; ``None`` without any."""
        earlier = [n for n in self.history(topic)[:-1] if n is not None]
        return float(median(earlier)) if earlier else None


def count(material: Material, hidden: frozenset[str] = frozenset()) -> Counts:
    """Count reports: a text counts once, in the period in which it was first seen, for each topic it is about.

    Those of ``hidden`` articles are left out; a week in which only they were collected was collected all the same.
    """
    many = len(material.periods)
    relevant = {key: item for key, item in material.relevant.items() if key not in hidden}
    first: dict[str, int] = {}
    for article in relevant:
        original, column = material.report[article], material.column[article]
        first[original] = min(column, first.get(original, column))
    seen: dict[str, dict[str, int]] = defaultdict(dict)
    witnesses: dict[str, set[str]] = defaultdict(set)
    for article, item in relevant.items():
        original = material.report[article]
        for tag in material.counted(item):
            seen[tag.topic][original] = first[original]
            if material.column[article] == many - 1 and first[original] == many - 1:
                witnesses[tag.topic].add(material.origin(article))
    reports = {t: tuple(list(texts.values()).count(c) for c in range(many)) for t, texts in seen.items()}
    present = set(material.column.values())
    polled = any(s.state in {"ok", "silent"} for s in material.given.sources)
    collected = (*(column in present for column in range(many - 1)), polled or many - 1 in present)
    origins = {t: min(len(found), reports[t][-1]) for t, found in witnesses.items()}
    return Counts(reports, origins, collected)

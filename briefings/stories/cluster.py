"""Which documents tell one event: near in words, in names, numbers, topics and days, and nothing against it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefings.stories.copies import Copy, CopyOptions, copies
from briefings.stories.linkage import average_link
from briefings.stories.vectors import Pairs, join, unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.stories.features import Doc


@dataclass(frozen=True, slots=True)
class ClusterOptions:
    """When documents make one story; one setting for all sets."""

    threshold: float = 0.17
    """Mean similarity at which two groups join."""
    across: float = 0.3
    """Similarity of names, numbers and topics that counts as the threshold between two languages."""
    max_df: float = 0.02
    """In sets over 1,000: features that a larger share bears are left out."""
    gate: int = 28
    """Days after which nothing joins a story but a copy."""
    copies: CopyOptions = field(default_factory=CopyOptions)


@dataclass(frozen=True, slots=True)
class Clusters:
    """The outcome: clusters of positions, the copies among them, the scores that decided."""

    clusters: tuple[tuple[int, ...], ...]
    copies: tuple[Copy, ...]
    scores: Pairs


def cluster(docs: Sequence[Doc], options: ClusterOptions) -> Clusters:
    """Group documents; ``docs`` come in a canonical order."""
    repeated = copies(docs, options.copies)
    scores = _scores(docs, options)
    apart = [pair for pair in scores if _vetoed(docs[pair[0]], docs[pair[1]])]
    together = [(copy.a, copy.b) for copy in repeated]
    found = average_link(len(docs), scores, options.threshold, apart, together)
    return Clusters(tuple(tuple(members) for members in found), repeated, scores)


def _scores(docs: Sequence[Doc], options: ClusterOptions) -> Pairs:
    """Similarity of each pair, already weakened by the days between."""
    within = join(unit([doc.words | doc.signs for doc in docs], options.max_df), 0.05)
    scores = {
        pair: score * _decay(docs[pair[0]], docs[pair[1]], options)
        for pair, score in within.items()
        if _one_language(docs[pair[0]], docs[pair[1]])
    }
    if len({(doc.language, doc.script) for doc in docs}) > 1:
        foreign = join(unit([doc.signs for doc in docs], options.max_df), 0.1)
        rate = options.threshold / options.across
        for pair, score in foreign.items():
            a, b = docs[pair[0]], docs[pair[1]]
            if not _one_language(a, b):
                scores[pair] = score * rate * _decay(a, b, options)
    return {pair: score for pair, score in scores.items() if score > 0}


def _one_language(a: Doc, b: Doc) -> bool:
    return a.script == b.script and (a.language == b.language or not a.language or not b.language)


def _decay(a: Doc, b: Doc, options: ClusterOptions) -> float:
    """Return 1 for items of three days, less the further apart they are, 0 beyond the gate."""
    if a.day is None or b.day is None:
        return 1.0
    days = abs(a.day - b.day)
    return 0.0 if days > options.gate else 1.0 - max(0, days - 2) / (2 * options.gate)


_INCIDENTS = frozenset({"theme.border-clashes", "theme.terrorism"})


def _vetoed(a: Doc, b: Doc) -> bool:
    """Whether two reports of incidents speak of different days."""
    if not (_INCIDENTS & set(a.topics) and _INCIDENTS & set(b.topics)):
        return False
    one, other = _days(a), _days(b)
    return bool(one and other) and min(abs(x - y) for x in one for y in other) > 2


def _days(doc: Doc) -> tuple[int, ...]:
    return doc.happened or ((doc.day,) if doc.day is not None else ())

"""Copies: exact, edited, re-headlined and truncated repeats of one text.

A sample of each text's runs of words proposes pairs; exact containment decides: what share of the shorter
text's runs the longer one has too, so that a truncated copy and one between other boilerplate are found.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zlib import crc32

from briefings.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefings.stories.features import Doc


@dataclass(frozen=True, slots=True)
class CopyOptions:
    """When one text repeats another."""

    run: int = 4
    """Words in a row that are compared."""
    containment: float = 0.6
    """Share of the shorter text's runs that the longer one must have (measured: recall .994, precision .996)."""
    least: int = 12
    """Runs that a text needs to be compared by them; shorter ones are copies only when they are equal."""
    sample: int = 4
    """One run in so many proposes pairs."""
    window: int = 8
    """Each bearer of a run is compared with so many bearers before it: a wire in 500 outlets stays cheap."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A pair of documents (positions) of which one repeats the other."""

    a: int
    b: int
    shared: float
    """Containment, 0 to 1."""


def copies(docs: Sequence[Doc], options: CopyOptions | None = None) -> tuple[Copy, ...]:
    """Return the pairs that repeat one text, sorted; of a text in many outlets not all pairs, but a chain."""
    options = options or CopyOptions()
    runs = [_runs(doc.bare.text, options.run) for doc in docs]
    found = [Copy(a, b, _contained(runs[a], runs[b])) for a, b in _candidates(runs, options)]
    near = [copy for copy in found if copy.shared >= options.containment and _fits(docs, copy)]
    return tuple(sorted([*near, *_equal(docs, runs, options)], key=lambda c: (c.a, c.b)))


def _runs(text: str, length: int) -> frozenset[int]:
    """Hashes of all runs of words of a text; the title is left out, for a copy often has another."""
    words = fold(text).text.split()
    return frozenset(
        crc32(" ".join(words[at : at + length]).encode("utf-8", "surrogatepass"))
        for at in range(len(words) - length + 1)
    )


def _contained(a: frozenset[int], b: frozenset[int]) -> float:
    return len(a & b) / (min(len(a), len(b)) or 1)


def _candidates(runs: Sequence[frozenset[int]], options: CopyOptions) -> list[tuple[int, int]]:
    bearers: dict[int, list[int]] = defaultdict(list)
    pairs: set[tuple[int, int]] = set()
    for at, own in enumerate(runs):
        if len(own) < options.least:
            continue
        for run in own:
            if run % options.sample == 0 or len(own) < 40:
                earlier = bearers[run]
                pairs.update((other, at) for other in earlier[-options.window :])
                earlier.append(at)
    return sorted(pairs)


def _fits(docs: Sequence[Doc], copy: Copy) -> bool:
    """Whether both titles speak of the shared text: sites print one promo block under many titles."""
    a, b = docs[copy.a], docs[copy.b]
    return _speaks(a, b) and _speaks(b, a)


def _speaks(one: Doc, other: Doc) -> bool:
    said = one.heading
    return len(said) < 3 or any(stem in other.bag for stem in said)


def _equal(docs: Sequence[Doc], runs: Sequence[frozenset[int]], options: CopyOptions) -> Iterable[Copy]:
    """Short items that are word for word alike: headlines that an outlet or its feed brought twice."""
    first: dict[str, int] = {}
    for at, doc in enumerate(docs):
        if len(runs[at]) >= options.least:
            continue
        words = fold(f"{doc.bare.title} {doc.bare.text}").text.split()
        if len(words) < 5:
            continue
        same = first.setdefault(" ".join(words), at)
        if same != at:
            yield Copy(same, at, 1.0)

"""Copies: exact, edited, re-headlined and truncated repeats of one text.

A sample of each text's runs of words proposes pairs; exact containment decides: what share of the shorter
text's runs the longer one has too, so that a truncated copy and one between other boilerplate are found.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import compress
from typing import TYPE_CHECKING
from zlib import crc32

from briefings.stories.vetoes import days_differ, vetoed
from briefings.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefings.stories.features import Doc

Runs = frozenset[tuple[str, ...]]

SAME = 0.95
"""Containment from which on a text is the same whatever its date: an old text published again."""


_LONG = 80
"""Words of a text that another outlet would not print by chance."""


@dataclass(frozen=True, slots=True)
class CopyOptions:
    """When one text repeats another."""

    run: int = 4
    """Words in a row that are compared."""
    containment: float = 0.6
    """Share of the shorter text's runs that the longer one must have (measured: recall .994, precision .996)."""
    edited: float = 0.35
    words: float = 0.8
    """The same of a text that was edited, when the passage of the longer one where these runs stand has so many of
    its words too (recall with one word in five changed, in six languages: .93; without this .07)."""
    digest: float = 0.6
    overlap: float = 0.1
    """A text that holds two others, each shorter than this share of it and with no more in common, is a digest."""
    least: int = 12
    """Runs that a text needs to be compared by them; shorter ones are copies only when they are equal."""
    sample: int = 6
    """One word in so many begins a run that proposes pairs; of texts under 40 words every one."""
    window: int = 8
    """Each bearer of a run is compared with so many bearers before it: a wire in 500 outlets stays cheap."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A pair of documents (positions) of which one repeats the other."""

    a: int
    b: int
    shared: float
    """Containment, 0 to 1."""


def copies(
    docs: Sequence[Doc], options: CopyOptions | None = None
) -> tuple[tuple[Copy, ...], tuple[tuple[int, int], ...]]:
    """Return the pairs that repeat one text, and those from one mould that tell of different things.

    Both sorted; of a text in many outlets not all pairs are given, but a chain.
    """
    options = options or CopyOptions()
    words = [fold(doc.bare.text).text.split() for doc in docs]
    runs: dict[int, Runs] = {}
    near = []
    for a, b in _candidates(words, options):
        for at in (a, b):
            if at not in runs:
                runs[at] = _runs(words[at], options.run)
        shared = _contained(runs[a], runs[b])
        if shared >= options.containment or (
            shared >= options.edited and _reworded(words[a], words[b], runs[a] & runs[b]) >= options.words
        ):
            near.append(Copy(a, b, shared))
    near = _without_digests(near, runs, options)
    same = [copy for copy in near if _fits(docs, copy)]
    moulds = tuple((copy.a, copy.b) for copy in near if not _fits(docs, copy))
    return tuple(sorted([*same, *_equal(docs, words, options)], key=lambda c: (c.a, c.b))), moulds


def _runs(words: Sequence[str], length: int) -> Runs:
    """All runs of words of a text; the title is left out, for a copy often has another."""
    return frozenset(zip(*(words[at:] for at in range(length)), strict=False))


def _contained(a: Runs, b: Runs) -> float:
    return len(a & b) / (min(len(a), len(b)) or 1)


def _reworded(a: Sequence[str], b: Sequence[str], shared: Runs) -> float:
    """Return the share of the shorter text's words in the passage of the longer one where the shared runs stand."""
    short, long = sorted((a, b), key=len)
    length = len(next(iter(shared)))
    at = sorted(
        n for n, run in enumerate(zip(*(long[n:] for n in range(length)), strict=False)) if run in shared
    )
    middle, reach = at[len(at) // 2], len(short)
    passage = Counter(long[max(0, middle - reach) : middle + reach])
    return (Counter(short) & passage).total() / len(short)


def _without_digests(near: list[Copy], runs: Mapping[int, Runs], options: CopyOptions) -> list[Copy]:
    """Leave out what a digest holds: two of its items are no copies of each other."""
    held: dict[int, list[int]] = defaultdict(list)
    for copy in near:
        part, whole = sorted((copy.a, copy.b), key=lambda at: len(runs[at]))
        if len(runs[part]) < options.digest * len(runs[whole]):
            held[whole].append(part)
    digests = {
        whole
        for whole, parts in held.items()
        if any(_contained(runs[parts[0]], runs[part]) <= options.overlap for part in parts[1:])
    }
    return [
        copy
        for copy in near
        if not any(
            whole in digests and part in held[whole] for whole, part in ((copy.a, copy.b), (copy.b, copy.a))
        )
    ]


def _candidates(words: Sequence[Sequence[str]], options: CopyOptions) -> list[tuple[int, int]]:
    """Pairs of texts that share a run which begins with an anchor, one word in so many."""
    bearers: dict[tuple[str, ...], list[int]] = {}
    pairs: set[tuple[int, int]] = set()
    anchors = _Anchors(options.sample)
    for at, text in enumerate(words):
        last = len(text) - options.run
        if last < options.least:
            continue
        every = range(last + 1)
        starts = every if last < 40 else compress(every, map(anchors.__getitem__, text))
        for start in starts:
            earlier = bearers.setdefault(tuple(text[start : start + options.run]), [])
            if earlier:
                pairs.update((other, at) for other in earlier[-options.window :] if other != at)
            earlier.append(at)
    return sorted(pairs)


class _Anchors(dict[str, bool]):
    """Whether a word is an anchor: the same words in every set, by their checksum."""

    def __init__(self, sample: int) -> None:
        self._sample = sample

    def __missing__(self, word: str) -> bool:
        self[word] = found = crc32(word.encode("utf-8", "surrogatepass")) % self._sample == 0
        return found


def _fits(docs: Sequence[Doc], copy: Copy) -> bool:
    """Whether nothing says that these are two texts from one mould.

    A site prints one promo block under many titles: each title must speak of the other's text, unless another
    outlet repeats a text of some length. Forecasts, match reports and alerts differ in a name or a day only: each
    title must have its names in the other text, and reports of incidents of different days are no copies unless the
    whole text is the same.
    """
    a, b = docs[copy.a], docs[copy.b]
    elsewhere = a.bare.outlet != b.bare.outlet and min(a.size, b.size) >= _LONG
    if not elsewhere and not (_speaks(a, b) and _speaks(b, a)):
        return False
    if elsewhere and copy.shared >= SAME:
        return True
    if a.heading_names - b.names and b.heading_names - a.names:
        return False
    return copy.shared >= SAME or not (days_differ(a, b) or vetoed(a, b))


def _speaks(one: Doc, other: Doc) -> bool:
    said = one.heading
    return len(said) < 3 or any(stem in other.bag for stem in said)


def _equal(docs: Sequence[Doc], texts: Sequence[Sequence[str]], options: CopyOptions) -> Iterable[Copy]:
    """Short items that are word for word alike: headlines that an outlet or its feed brought twice."""
    first: dict[str, int] = {}
    for at, doc in enumerate(docs):
        if len(texts[at]) >= options.least + options.run:
            continue
        words = fold(f"{doc.bare.title} {doc.bare.text}").text.split()
        if len(words) < 5:
            continue
        same = first.setdefault(" ".join(words), at)
        if same != at:
            yield Copy(same, at, 1.0)

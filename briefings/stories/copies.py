"""Copies: exact, edited, re-headlined and truncated repeats of one text.

A sample of each text's runs of words proposes pairs; exact containment decides: what share of the shorter
text's runs the longer one has too, so that a truncated copy and one between other boilerplate are found.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.stories.bags import distinct
from briefings.stories.furniture import furniture
from briefings.stories.look_alikes import Runs, filled_in, fits, goes_on, runs
from briefings.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefings.stories.bags import Ints, Sums
    from briefings.stories.features import Doc

_SHORT = 40
"""Runs up to which every one of them proposes pairs."""
_FACTOR = 0x9E3779B97F4A7C15
"""Of the checksum of a run: odd, and large enough that the order of the words tells."""


@dataclass(frozen=True, slots=True)
class CopyOptions:
    """When one text repeats another."""

    run: int = 4
    """Words in a row that are compared."""
    containment: float = 0.6
    """Share of the shorter text's runs that the longer one must have (measured: recall .994, precision .996)."""
    edited: float = 0.35
    words: float = 0.75
    """The same of a text that was edited, when the passage of the longer one where these runs stand has so many of
    its words too (recall with one word in five changed, in six languages: .94 to .98; without this .07)."""
    digest: float = 0.6
    overlap: float = 0.1
    """A text that holds two others, each shorter than this share of it and with no more in common, is a digest."""
    least: int = 12
    """Runs that a text needs to be compared by them; shorter ones are copies only when they are equal."""
    sample: int = 6
    """One word in so many begins a run that proposes pairs; of texts under 40 words every one."""
    opening: int = 20
    matter: int = 2
    passage: int = 8
    """Words above the first passage of so many shared runs in both texts, and words of their titles that both have
    there, from which on one is the next dispatch and no copy."""
    figures: int = 3
    kept: float = 0.4
    """Of so many numbers in the shorter text the longer one must have this share: a bulletin of every day fills others
    into the same words, an edited copy keeps most (with one word in five changed, 4 of 5)."""
    window: int = 8
    """Each bearer of a run is compared with so many bearers before it: a wire in 500 outlets stays cheap."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A pair of documents (positions) of which one repeats the other."""

    a: int
    b: int
    shared: float
    """Containment, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Anchors:
    """Of each text the number of its words, and its runs that propose pairs, by their checksums."""

    words: Ints
    text: Ints
    """Whose each run is, rising."""
    run: Sums

    def with_(self, more: Anchors) -> Anchors:
        """Return the anchors of more texts after these."""
        import numpy as np

        text = np.concatenate((self.text, more.text + len(self.words)))
        return Anchors(np.concatenate((self.words, more.words)), text, np.concatenate((self.run, more.run)))


def nowhere() -> Anchors:
    """Return the anchors of no texts."""
    import numpy as np

    return Anchors(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, np.uint64))


def anchors(words: Ints, word: Sums, options: CopyOptions) -> Anchors:
    """Return the anchors of texts, given how many words each has and the checksums of all words.

    An anchor begins with one word in so many, the same words in every set.
    """
    import numpy as np

    owner = np.repeat(np.arange(len(words)), words)
    left = np.cumsum(words)[owner] - np.arange(len(word)) - options.run
    last = words - options.run
    begins = (left >= 0) & (last >= options.least)[owner]
    begins &= (word % np.uint64(options.sample) == 0) | (last < _SHORT)[owner]
    at = np.flatnonzero(begins)
    run = np.zeros(len(at), np.uint64)
    for step in range(options.run):
        run = run * np.uint64(_FACTOR) + word[at + step]
    return Anchors(words, owner[at], run)


def copies(
    docs: Sequence[Doc], options: CopyOptions | None = None, marks: Anchors | None = None, fresh: int = 0
) -> tuple[tuple[Copy, ...], tuple[tuple[int, int], ...]]:
    """Return the pairs that repeat one text, and those from one mould that tell of different things.

    Both sorted; of a text in many outlets not all pairs are given, but a chain. The second of each pair is
    ``fresh`` or later. ``marks`` are the anchors of the documents, unless they are just those of one block.
    """
    if not docs:
        return (), ()
    options = options or CopyOptions()
    marks = marks or docs[0].table.anchors
    texts = _Texts(docs, options.run)
    pairs = _candidates(marks, options, fresh)
    texts.strip(furniture(pairs, texts.words, texts.runs_of))
    near = []
    for a, b in pairs:
        shared = _contained(texts.runs(a), texts.runs(b))
        if shared >= options.containment or (
            shared >= options.edited and _reworded(texts, a, b) >= options.words
        ):
            near.append(Copy(a, b, shared))
    near = [copy for copy in _without_digests(near, texts, options) if not _next(texts, copy, options)]
    same = [copy for copy in near if not _form(texts, copy, options) and fits(docs, copy)]
    kept = {(copy.a, copy.b) for copy in same}
    moulds = tuple((copy.a, copy.b) for copy in near if (copy.a, copy.b) not in kept)
    equal = (copy for copy in _equal(docs, marks, options) if copy.b >= fresh)
    return tuple(sorted([*same, *equal], key=lambda c: (c.a, c.b))), moulds


class _Texts:
    """Words and runs of those texts that are looked at."""

    def __init__(self, docs: Sequence[Doc], length: int) -> None:
        self._docs, self.length = docs, length
        self._words: dict[int, list[str]] = {}
        self._runs: dict[int, Runs] = {}

    def strip(self, ends: Mapping[int, tuple[int, int]]) -> None:
        """Leave out what a site prints around its texts, so far as anything remains."""
        for at, (head, foot) in ends.items():
            words = self.words(at)
            self._words[at] = words[head : len(words) - foot] or words

    def docs(self, copy: Copy) -> tuple[Doc, Doc]:
        return self._docs[copy.a], self._docs[copy.b]

    def words(self, at: int) -> list[str]:
        if at not in self._words:
            self._words[at] = fold(self._docs[at].bare.text).text.split()
        return self._words[at]

    def runs(self, at: int) -> Runs:
        if at not in self._runs:
            self._runs[at] = self.runs_of(self.words(at))
        return self._runs[at]

    def runs_of(self, words: Sequence[str]) -> Runs:
        """All runs of words of a text; the title is left out, for a copy often has another."""
        return frozenset(runs(words, self.length))


def _next(texts: _Texts, copy: Copy, options: CopyOptions) -> bool:
    shared = texts.runs(copy.a) & texts.runs(copy.b)
    return goes_on(*texts.docs(copy), (texts.words(copy.a), texts.words(copy.b)), shared, options)


def _form(texts: _Texts, copy: Copy, options: CopyOptions) -> bool:
    return filled_in(*texts.docs(copy), (texts.words(copy.a), texts.words(copy.b)), options)


def _contained(a: Runs, b: Runs) -> float:
    return len(a & b) / (min(len(a), len(b)) or 1)


def _reworded(texts: _Texts, a: int, b: int) -> float:
    """Return the share of the shorter text's words in the passage of the longer one where the shared runs stand."""
    shared = texts.runs(a) & texts.runs(b)
    short, long = sorted((texts.words(a), texts.words(b)), key=len)
    at = [n for n, run in enumerate(runs(long, texts.length)) if run in shared]
    middle, reach = at[len(at) // 2], len(short)
    passage = Counter(long[max(0, middle - reach) : middle + reach])
    return (Counter(short) & passage).total() / len(short)


def _without_digests(near: list[Copy], texts: _Texts, options: CopyOptions) -> list[Copy]:
    """Leave out what a digest holds: two of its items are no copies of each other."""
    held: dict[int, list[int]] = defaultdict(list)
    for copy in near:
        part, whole = sorted((copy.a, copy.b), key=lambda at: len(texts.runs(at)))
        if len(texts.runs(part)) < options.digest * len(texts.runs(whole)):
            held[whole].append(part)
    digests = {
        whole
        for whole, parts in held.items()
        if any(_contained(texts.runs(parts[0]), texts.runs(part)) <= options.overlap for part in parts[1:])
    }
    return [
        copy
        for copy in near
        if not any(
            whole in digests and part in held[whole] for whole, part in ((copy.a, copy.b), (copy.b, copy.a))
        )
    ]


def _candidates(marks: Anchors, options: CopyOptions, fresh: int) -> list[tuple[int, int]]:
    """Pairs of texts that share an anchor, each bearer with so many before it."""
    import numpy as np

    met = _met(marks, fresh)
    order = met[np.argsort(marks.run[met], kind="stable")]
    run, text = marks.run[order], marks.text[order]
    number = len(marks.words)
    found = [np.zeros(0, np.int64)]
    for lag in range(1, options.window + 1):
        early, late = text[:-lag], text[lag:]
        kept = (run[:-lag] == run[lag:]) & (early != late) & (late >= fresh)
        found.append(early[kept] * number + late[kept])
    code = distinct(np.concatenate(found))
    return list(zip((code // number).tolist(), (code % number).tolist(), strict=True)) if number else []


def _met(marks: Anchors, fresh: int) -> Ints:
    """Return the anchors that a fresh text may have: all that it has, and few more; only these need be sorted."""
    import numpy as np

    width = max(8, len(marks.run).bit_length())
    slot = (marks.run >> np.uint64(64 - width)).astype(np.int64)
    borne = np.zeros(1 << width, np.bool_)
    borne[slot[np.searchsorted(marks.text, fresh) :]] = True
    return np.flatnonzero(borne[slot])


def _equal(docs: Sequence[Doc], marks: Anchors, options: CopyOptions) -> Iterable[Copy]:
    """Short items that are word for word alike: headlines that an outlet or its feed brought twice."""
    first: dict[str, int] = {}
    for at, (doc, size) in enumerate(zip(docs, marks.words.tolist(), strict=True)):
        if size >= options.least + options.run:
            continue
        words = fold(f"{doc.bare.title} {doc.bare.text}").text.split()
        if len(words) < 5:
            continue
        same = first.setdefault(" ".join(words), at)
        if same != at:
            yield Copy(same, at, 1.0)

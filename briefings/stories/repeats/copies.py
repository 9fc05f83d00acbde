"""Copies: exact, edited, re-headlined and truncated repeats of one text.

A sample of each text's runs of words proposes pairs; exact containment decides: what share of the shorter
text's runs the longer one has too, so that a truncated copy and one between other boilerplate are found.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from briefings.stories.repeats.furniture import Runs, furniture
from briefings.stories.repeats.look_alikes import filled_in, fits, goes_on, runs
from briefings.stories.repeats.pair import Copy, CopyOptions
from briefings.stories.texts.anchors import candidates
from briefings.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefings.stories.texts.anchors import Anchors
    from briefings.stories.texts.features import Doc


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
    texts = _Texts(docs, options.anchors.run)
    pairs = candidates(marks, options.anchors, fresh)
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


def _equal(docs: Sequence[Doc], marks: Anchors, options: CopyOptions) -> Iterable[Copy]:
    """Short items that are word for word alike: headlines that an outlet or its feed brought twice."""
    first: dict[str, int] = {}
    for at, (doc, size) in enumerate(zip(docs, marks.words.tolist(), strict=True)):
        if size >= options.anchors.least + options.anchors.run:
            continue
        words = fold(f"{doc.bare.title} {doc.bare.text}").text.split()
        if len(words) < 5:
            continue
        same = first.setdefault(" ".join(words), at)
        if same != at:
            yield Copy(same, at, 1.0)

"""Texts that may repeat each other, as arrays of numbers: all pairs of them are compared at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.stories.alike.vectors import Near, products
from briefings.stories.texts.bags import Bags, bags, distinct, representatives

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from briefings.stories.texts.bags import Flags, Floats, Ints, Sums, Vocabulary
    from briefings.stories.texts.wording import Words

    Small = NDArray[np.int32]

_FACTOR = 0x9E3779B97F4A7C15
"""Of the checksum of a run: odd, and large enough that the order of the words tells."""
_STEP = 32
"""Words compared at a time where two texts begin alike."""
ALONE = -1
"""A run of words that stands once in all texts, or goes over the end of one."""


@dataclass(frozen=True, slots=True)
class Runs:
    """The runs of words of each text."""

    own: Bags
    """Those that are not alone, each once."""
    sizes: Ints
    """How many different ones there are in all."""

    def shared(self, a: Ints, b: Ints) -> Ints:
        """Return how many of them the texts of each pair have in common."""
        return common(self.own, a, b)

    def contained(self, a: Ints, b: Ints) -> Floats:
        """Return what share of the shorter text's the longer one has."""
        import numpy as np

        share: Floats = self.shared(a, b) / np.maximum(1, np.minimum(self.sizes[a], self.sizes[b]))
        return share

    def holds(self, text: Ints, run: Ints) -> Flags:
        """Return for each run whether the text beside it has it."""
        import numpy as np

        width = int(max(self.own.keys.max(initial=0), run.max(initial=0))) + 1
        codes = self.own.rows() * width + self.own.keys
        asked = np.where(run == ALONE, -1, text * width + run)
        found: Flags = np.append(codes, -2)[np.searchsorted(codes, asked)] == asked
        return found


class Compared:
    """Words and runs of those texts that are looked at, each by its place among them."""

    def __init__(self, texts: Sequence[Words], spellings: Vocabulary, length: int) -> None:
        import numpy as np

        self.spellings, self.length = spellings, length
        sizes = np.fromiter(map(len, texts), np.int64, len(texts))
        self.words: Small = np.concatenate([np.zeros(0, np.int32), *texts])
        self.end = np.cumsum(sizes)
        self.begin = self.end - sizes
        """Where the words of each text begin and end; without what its site prints around it, once that is known."""
        self.owner = np.repeat(np.arange(len(self.begin)), self.end - self.begin).astype(np.int32)
        self.run = _runs(self.words, self.owner, length)
        """The run that begins with each word, by its number."""

    @property
    def sizes(self) -> Ints:
        """Return how many words each text has."""
        return self.end - self.begin

    def strip(self, head: Ints, foot: Ints) -> None:
        """Leave out so many words at the ends of each text, so far as anything remains."""
        import numpy as np

        left = self.sizes > head + foot
        self.begin += np.where(left, head, 0)
        self.end -= np.where(left, foot, 0)

    def numbers(self, at: int) -> list[int]:
        """Return the words of one text."""
        found: list[int] = self.words[self.begin[at] : self.end[at]].tolist()
        return found

    def names(self, at: int) -> list[str]:
        """Return the words of one text as they are written."""
        return [self.spellings.names[word] for word in self.numbers(at)]

    def runs_of(self, at: int) -> list[int]:
        """Return the runs of one text, in their order."""
        found: list[int] = self.run[
            self.begin[at] : max(self.begin[at], self.end[at] - self.length + 1)
        ].tolist()
        return found

    def runs(self) -> Runs:
        """Return the runs of all texts."""
        import numpy as np

        place = np.arange(len(self.words))
        inside = (place >= self.begin[self.owner]) & (place <= (self.end - self.length)[self.owner])
        alone = np.bincount(self.owner[inside & (self.run == ALONE)], minlength=len(self.begin))
        own = _sets(len(self.begin), self.owner, self.run, inside & (self.run != ALONE))
        return Runs(own, alone + np.diff(own.starts))

    def said(self, wanted: Flags) -> Bags:
        """Return the words of the wanted texts, the second use of a word as another word, and so on."""
        import numpy as np

        at = np.flatnonzero(wanted[self.owner])
        width = int(self.words.max(initial=0)) + 1
        code = np.sort(self.owner[at].astype(np.int64) * width + self.words[at])
        first = np.flatnonzero(np.diff(code, prepend=-1))
        use = np.arange(len(code)) - np.repeat(first, np.diff(first, append=len(code)))
        again = np.flatnonzero(use)
        key = code % width
        key[again] = width + np.unique(use[again] * width + key[again], return_inverse=True)[1]
        return _rising(len(self.begin), code // width, key)

    def some(self, kept: Flags) -> Bags:
        """Return those words of each text that are kept, by their numbers, each once."""
        import numpy as np

        place = np.arange(len(self.words))
        inside = (place >= self.begin[self.owner]) & (place < self.end[self.owner])
        return _sets(len(self.begin), self.owner, self.words, inside & kept[self.words])

    def begin_alike(self, a: Ints, b: Ints, most: Ints) -> Ints:
        """Return how many words the texts of each pair begin with alike, at the most so many."""
        return self._alike(self.begin[a], self.begin[b], most, 1)

    def end_alike(self, a: Ints, b: Ints, most: Ints) -> Ints:
        """The same of their ends."""
        return self._alike(self.end[a] - 1, self.end[b] - 1, most, -1)

    def _alike(self, a: Ints, b: Ints, most: Ints, way: int) -> Ints:
        import numpy as np

        found, left, width = np.zeros(len(a), np.int64), np.arange(len(a)), 1
        while len(left):
            step = found[left][:, None] + np.arange(width)
            inside = step < most[left][:, None]
            step = np.where(inside, way * step, 0)
            same = self.words[a[left][:, None] + step] == self.words[b[left][:, None] + step]
            same = np.pad(same & inside, ((0, 0), (0, 1)))
            found[left] += (more := np.argmin(same, axis=1))
            left, width = left[more == width], _STEP
        return found


def common(sets: Bags, a: Ints, b: Ints) -> Ints:
    """Return how many members two sets of each pair have in common."""
    import numpy as np

    return products(sets, Near(a, b, np.zeros(len(a)))).astype(np.int64)


def _runs(words: Small, owner: Small, length: int) -> Small:
    """Return the number of the run that begins with each word, ``ALONE`` for those that no other is like."""
    import numpy as np

    number = max(0, len(words) - length + 1)
    sums: Sums = np.zeros(number, np.uint64)
    word = words.astype(np.uint64)
    for step in range(length):
        sums *= np.uint64(_FACTOR)
        sums += word[step : step + number]
        sums ^= sums >> np.uint64(29)
    whole = np.flatnonzero(owner[:number] == owner[length - 1 :])
    at = whole[_met(sums[whole])]
    like = representatives(sums[at])
    once = np.cumsum(like == np.arange(len(like))) - 1
    found = np.full(len(words), ALONE, np.int32)
    found[at] = once[like]
    return found


def _met(sums: Sums) -> Flags:
    """Return whether each sum may have an equal: few others may."""
    import numpy as np

    width = max(8, len(sums).bit_length() + 1)
    slot = (sums * np.uint64(_FACTOR) >> np.uint64(64 - width)).astype(np.int64)
    last = np.zeros(1 << width, np.int32)
    last[slot] = np.arange(len(sums))
    twice = np.zeros(1 << width, np.bool_)
    twice[slot[last[slot] != np.arange(len(sums))]] = True
    found: Flags = twice[slot]
    return found


def _sets(number: int, owner: Small, keys: Small, kept: Flags) -> Bags:
    """Return for each owner its keys that are kept, each once."""
    import numpy as np

    width = int(keys.max(initial=0)) + 1
    code = distinct(owner[kept].astype(np.int64) * width + keys[kept])
    return _rising(number, code // width, code % width)


def _rising(number: int, rows: Ints, keys: Ints) -> Bags:
    import numpy as np

    return bags(number, rows, keys, np.ones(len(keys)))

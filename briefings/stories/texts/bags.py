"""Counted features of many documents as arrays: a number for each feature, a row for each document."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import repeat
from typing import TYPE_CHECKING, Any

from briefings.stories.texts.common import COMMON

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]
    Sums = NDArray[np.uint64]


_FACTOR = 0xD6E8FEB86659FD93
"""Odd, with bits at random (splitmix64 uses it so): its product spreads codes over slots."""


class Vocabulary(dict[str, int]):
    """Features by name; one that is asked for the first time gets the next number."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []
        self._begins: dict[str, int] = {}
        self._told: dict[Callable[[Sequence[str]], Iterable[int]], Ints] = {}

    def __missing__(self, name: str) -> int:
        number = self[name] = len(self.names)
        self.names.append(name)
        return number

    def numbers(self, names: Collection[str]) -> Ints:
        """Return the numbers of the names."""
        import numpy as np

        fresh = [name for name in dict.fromkeys(names) if name not in self]
        self.update(zip(fresh, range(len(self), len(self) + len(fresh)), strict=True))
        self.names += fresh
        return np.fromiter(map(self.__getitem__, names), np.int64, len(names))

    def common(self) -> Ints:
        """Return for each feature how many of the ``common`` documents bear it."""
        return self._of_each(_common)

    def topics(self) -> Flags:
        """Return for each feature whether it is a topic."""
        return self._of_each(_topics) > 0

    def beginnings(self) -> Ints:
        """Return for each skeleton of a name a number by how it begins, with four consonants; -1 for all else.

        So another form of a longer name is known by its beginning: ``Минкульт`` for ``Минкультуры``.
        """
        return self._of_each(self._beginnings)

    def _beginnings(self, names: Sequence[str]) -> list[int]:
        begins, end = self._begins, len("k:") + 4
        return [begins.setdefault(name[:end], len(begins)) if name[:2] == "k:" else -1 for name in names]

    def numerals(self) -> Flags:
        """Return for each name whether it begins with a digit."""
        return self._of_each(_numerals) > 0

    def consonants(self) -> Ints:
        """Return for each sign the number of what it is across languages; -1 for all else, and for names too short.

        v is left out of names: Arabic script has one letter for v, u and o (NTREX, English to Persian: the
        translation is nearest for .951 of the documents, with v for .943).
        """
        known = len(self._told.get(self._consonants, ()))
        plain = {*map(_consonant, self.names[known:])} - {""}
        self.numbers(sorted(name for name in plain if name not in self))
        return self._of_each(self._consonants)

    def _consonants(self, names: Sequence[str]) -> list[int]:
        return [self.get(_consonant(name), -1) if name[:1] in "#k" else -1 for name in names]

    def _of_each(self, told: Callable[[Sequence[str]], Iterable[int]]) -> Ints:
        """Return what is told of each feature; of one that was there before it is known."""
        import numpy as np

        known = self._told.get(told, np.zeros(0, np.int64))
        if fresh := self.names[len(known) :]:
            more = np.fromiter(told(fresh), np.int64, len(fresh))
            known = self._told[told] = np.concatenate((known, more))
        return known


def _common(names: Sequence[str]) -> Iterable[int]:
    return map(COMMON.get, names, repeat(0))


def _topics(names: Sequence[str]) -> list[bool]:
    return [name[:2] == "t:" for name in names]


def _numerals(names: Sequence[str]) -> list[bool]:
    return [name[:1].isdigit() for name in names]


def _consonant(name: str) -> str:
    if name[:1] != "#" and name[:2] != "k:":
        return ""
    plain = name.replace("v", "")
    return plain if len(plain) > 3 or plain[0] == "#" else ""


@dataclass(frozen=True, slots=True)
class Bags:
    """Row ``n`` has ``keys[starts[n]:starts[n + 1]]``, rising, each with its count."""

    starts: Ints
    keys: Ints
    counts: Floats

    def __len__(self) -> int:
        return len(self.starts) - 1

    def row(self, at: int, names: Sequence[str]) -> dict[str, float]:
        """Return one row by the names of its features."""
        own = slice(self.starts[at], self.starts[at + 1])
        return dict(
            zip(map(names.__getitem__, self.keys[own].tolist()), self.counts[own].tolist(), strict=True)
        )

    def keys_of(self, at: int, names: Sequence[str]) -> frozenset[str]:
        """Return the names of the features of one row."""
        return frozenset(map(names.__getitem__, self.keys[self.starts[at] : self.starts[at + 1]].tolist()))

    def rows(self) -> Ints:
        """Return the row of each entry."""
        import numpy as np

        return np.repeat(np.arange(len(self)), np.diff(self.starts))

    def only(self, kept: Flags) -> Bags:
        """Return the same rows with the entries that are kept."""
        return bags(len(self), self.rows()[kept], self.keys[kept], self.counts[kept])

    def weighed(self, weights: Floats) -> Bags:
        """Return the same entries, each with the weight of its feature for its count."""
        return Bags(self.starts, self.keys, weights[self.keys])

    def sums(self) -> Floats:
        """Return the sum of each row."""
        import numpy as np

        return np.bincount(self.rows(), self.counts, len(self)).astype(np.float64)

    def counts_of(self, asked: Bags) -> Floats:
        """Return what each entry of other features of the same rows counts here; 0 where it is none."""
        import numpy as np

        width = int(max(self.keys.max(initial=0), asked.keys.max(initial=0))) + 1
        code, wanted = self.rows() * width + self.keys, asked.rows() * width + asked.keys
        at = np.searchsorted(code, wanted)
        found: Floats = np.where(np.append(code, -1)[at] == wanted, np.append(self.counts, 0.0)[at], 0.0)
        return found

    def take(self, wanted: Sequence[int] | Ints) -> Bags:
        """Return some rows, in the order asked for."""
        import numpy as np

        first, size = self.starts[:-1][wanted], np.diff(self.starts)[wanted]
        starts = np.concatenate(([0], np.cumsum(size)))
        at = np.arange(starts[-1]) + np.repeat(first - starts[:-1], size)
        keys, counts = self.keys[at], self.counts[at]
        return Bags(starts, keys.astype(np.int64, copy=False), counts.astype(np.float64, copy=False))

    def small(self) -> Bags:
        """Return the same in as little room as loses nothing; what is taken of it has its usual kind."""
        import numpy as np

        keys: Any = self.keys.astype(np.int32)
        counts: Any = np.minimum(self.counts, 255).astype(np.uint8)
        return Bags(self.starts, keys, counts if (counts == self.counts).all() else self.counts)


class Held:
    """Which features each row has."""

    def __init__(self, given: Bags) -> None:
        self._width = int(given.keys.max(initial=0)) + 1
        self._codes = given.rows() * self._width + given.keys  # in order, as the keys of each row are

    def lost(self, asked: Bags, of: Ints) -> tuple[Floats, Flags]:
        """Return for each row of what is asked how much of it the row ``of`` this lacks, and whether it has any."""
        import numpy as np

        row = asked.rows()
        code = np.where(asked.keys < self._width, of[row] * self._width + asked.keys, -1)
        at = np.searchsorted(self._codes, code)
        there = np.append(self._codes, -2)[at] == code
        lost: Any = np.bincount(row, np.where(there, 0.0, asked.counts), len(asked))
        return lost, np.bincount(row[there], minlength=len(asked)) > 0


def bags(number: int, rows: Ints, keys: Ints, counts: Floats) -> Bags:
    """Return bags of entries that stand in order."""
    import numpy as np

    return Bags(np.searchsorted(rows, np.arange(number + 1)), keys, counts)


def summed(number: int, rows: Ints, keys: Ints, counts: Floats | None = None) -> Bags:
    """Return bags of entries in any order, those of one row and feature added up; without counts each is 1."""
    import numpy as np

    width = int(keys.max(initial=0)) + 1
    code = rows * width + keys
    totals: Any
    if counts is None:
        code, totals = np.unique(code, return_counts=True)
    else:
        code, back = np.unique(code, return_inverse=True)
        totals = np.bincount(back, counts, len(code))
    return bags(number, code // width, code % width, totals.astype(np.float64))


def distinct(codes: Ints) -> Ints:
    """Return the codes in rising order, each once (by sorting: here ten times faster than ``numpy.unique``)."""
    import numpy as np

    rising = np.sort(codes)
    once: Ints = rising[np.diff(rising, prepend=-1) != 0]
    return once


def representatives(codes: Sums) -> Ints:
    """Return for each code the position of one that is equal, the same for all of them.

    By throwing all into slots and asking who stayed there, until each is answered (a tenth of ``numpy.unique``).
    """
    import numpy as np

    found, left, factor = np.zeros(len(codes), np.int64), np.arange(len(codes)), _FACTOR
    width = max(8, len(codes).bit_length() - 1)
    slots = np.zeros(1 << width, np.int64)
    while len(left):
        own = codes[left]
        slot = (own * np.uint64(factor) >> np.uint64(64 - width)).astype(np.int64)
        slots[slot] = left
        stayed = slots[slot]
        same = codes[stayed] == own
        found[left[same]] = stayed[same]
        left, factor = left[~same], (factor + 2 * _FACTOR) % (1 << 64)
    return found


def stacked(parts: Iterator[Bags]) -> Bags:
    """Return the rows of all parts, one part under the other."""
    import numpy as np

    every = list(parts)
    sizes = np.concatenate([np.zeros(1, np.int64), *(np.diff(part.starts) for part in every)])
    keys = np.concatenate([np.zeros(0, np.int64), *(part.keys for part in every)])
    counts = np.concatenate([np.zeros(0), *(part.counts for part in every)])
    return Bags(np.cumsum(sizes), keys, counts)

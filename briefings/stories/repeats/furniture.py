"""What a site prints around every text: the same words at the head and at the foot of pages that tell different things.

It makes two reports of one site look like copies, and a shortened copy on another site like a text of its own. It is
learned from pairs of texts that begin or end alike and have nothing else in common; a text and its copy have.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

Runs = frozenset[int]
"""Runs of words, each by its hash, in half the room; of 10^8 two have one hash by a chance of 1 in 3,000."""

_LEAST = 8
"""Words that two texts must begin and end with alike before anything is learned from them."""
_CORE = 16
"""Words that each must have between head and foot: else nothing says that it tells of something else."""
_COMMON, _WORDS = 0.1, 0.5
"""Shares of the shorter one's runs, and of its words, between head and foot that the other may have."""
_LONG = 4
"""A head and foot so many times longer than what stands between must be seen with this many others"""
_OTHERS = 3
"""of other matters (a wire that changes one paragraph of many has head and foot in common with its versions only)."""


def furniture(
    pairs: Iterable[tuple[int, int]],
    words: Callable[[int], Sequence[str]],
    runs: Callable[[Sequence[str]], Runs],
) -> Mapping[int, tuple[int, int]]:
    """Return of each text that has any how many words of its head, and of its foot, are furniture."""
    texts = _Wholes(words, runs)
    seen: dict[int, list[_Ends]] = defaultdict(list)
    for a, b in pairs:
        one, other = words(a), words(b)
        least = min(len(one), len(other))
        head = alike(one, other)
        foot = alike(islice(reversed(one), least - head), islice(reversed(other), least - head))
        core = least - head - foot
        if head + foot < _LEAST or core < _CORE or head + foot > _LONG * core:
            continue
        if texts.apart(a, b, head, foot, core):
            seen[a].append(_Ends(head, foot, head + foot <= core, b))
            seen[b].append(_Ends(head, foot, head + foot <= core, a))
    return {at: found for at, ends in seen.items() if (found := _longest(ends, words)) != (0, 0)}


class _Ends(NamedTuple):
    """How many words a text begins and ends with as another one does."""

    head: int
    foot: int
    short: bool
    """Whether they are no longer than what stands between."""
    other: int
    """Which other."""

    def core(self, words: Callable[[int], Sequence[str]]) -> Sequence[str]:
        """Return what stands between in the other text."""
        text = words(self.other)
        return text[self.head : len(text) - self.foot]


class _Wholes:
    """Runs and words of whole texts, counted once however many others a text is compared with."""

    def __init__(self, words: Callable[[int], Sequence[str]], runs: Callable[[Sequence[str]], Runs]) -> None:
        self._words, self._runs = words, runs
        self._known: dict[int, tuple[Runs, Counter[str]]] = {}

    def apart(self, a: int, b: int, head: int, foot: int, core: int) -> bool:
        """Whether two texts have little in common between head and foot, in words and in runs.

        Both begin and end alike: so what they share between is what they share at all, less head and foot.
        """
        (one, said), (other, told) = self._of(a), self._of(b)
        if _common(said, told) - head - foot > _WORDS * core:
            return False
        words = self._words(a)
        ends = self._runs(words[:head]) | self._runs(words[len(words) - foot :])
        return len((one & other) - ends) <= _COMMON * core

    def _of(self, at: int) -> tuple[Runs, Counter[str]]:
        if at not in self._known:
            self._known[at] = self._runs(self._words(at)), Counter(self._words(at))
        return self._known[at]


def _common(one: Counter[str], other: Counter[str]) -> int:
    """Return how many words two texts have in common."""
    return sum(min(one[word], other[word]) for word in one.keys() & other.keys())


def _unlike(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two texts have few words in common: a text and its edited copy have most."""
    return _common(Counter(one), Counter(other)) <= _WORDS * min(len(one), len(other))


def _longest(ends: Sequence[_Ends], words: Callable[[int], Sequence[str]]) -> tuple[int, int]:
    """Return the longest head and foot that two other texts bear out: two excerpts of one text may begin alike."""
    short = [one for one in ends if one.short]
    sure = short if len(short) < len(ends) and not _many(ends, words) else ends
    if len(sure) < 2:
        return 0, 0
    return sorted(one.head for one in sure)[-2], sorted(one.foot for one in sure)[-2]


def _many(ends: Iterable[_Ends], words: Callable[[int], Sequence[str]]) -> bool:
    """Whether enough others tell of different things: copies of a wire, beside one whose lead is new, do not."""
    told: list[Sequence[str]] = []
    for one in ends:
        own = one.core(words)
        if all(_unlike(own, core) for core in told):
            told.append(own)
            if len(told) == _OTHERS:
                return True
    return False


def alike(one: Iterable[str], other: Iterable[str]) -> int:
    """Return how many words two texts begin with alike."""
    number = 0
    for word, same in zip(one, other, strict=False):
        if word != same:
            break
        number += 1
    return number

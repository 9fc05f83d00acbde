"""What a site prints around every text: the same words at the head and at the foot of pages that tell different things.

It makes two reports of one site look like copies, and a shortened copy on another site like a text of its own. It is
learned from pairs of texts that begin or end alike and have nothing else in common; a text and its copy have.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

Runs = frozenset[tuple[str, ...]]

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
    seen: dict[int, list[_Ends]] = defaultdict(list)
    for a, b in pairs:
        one, other = words(a), words(b)
        head = alike(one, other)
        foot = alike(one[head:][::-1], other[head:][::-1])
        core = min(len(one), len(other)) - head - foot
        if head + foot < _LEAST or core < _CORE or head + foot > _LONG * core:
            continue
        first, second = (text[head : len(text) - foot] for text in (one, other))
        if _unlike(first, second) and len(runs(first) & runs(second)) <= _COMMON * core:
            short = head + foot <= core
            seen[a].append(_Ends(head, foot, short, second))
            seen[b].append(_Ends(head, foot, short, first))
    return {at: found for at, ends in seen.items() if (found := _longest(ends)) != (0, 0)}


class _Ends(NamedTuple):
    """How many words a text begins and ends with as another one does."""

    head: int
    foot: int
    short: bool
    """Whether they are no longer than what stands between."""
    core: Sequence[str]
    """What stands between in the other text."""


def _unlike(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two texts have few words in common: a text and its edited copy have most."""
    return (Counter(one) & Counter(other)).total() <= _WORDS * min(len(one), len(other))


def _longest(ends: Sequence[_Ends]) -> tuple[int, int]:
    """Return the longest head and foot that two other texts bear out: two excerpts of one text may begin alike."""
    short = [one for one in ends if one.short]
    sure = short if len(short) < len(ends) and not _many(ends) else ends
    if len(sure) < 2:
        return 0, 0
    return sorted(one.head for one in sure)[-2], sorted(one.foot for one in sure)[-2]


def _many(ends: Iterable[_Ends]) -> bool:
    """Whether enough others tell of different things: copies of a wire, beside one whose lead is new, do not."""
    told: list[Sequence[str]] = []
    for one in ends:
        if all(_unlike(one.core, core) for core in told):
            told.append(one.core)
            if len(told) == _OTHERS:
                return True
    return False


def alike(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many words two texts begin with alike."""
    number = 0
    for word, same in zip(one, other, strict=False):
        if word != same:
            break
        number += 1
    return number

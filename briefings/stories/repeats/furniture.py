"""What a site prints around every text: the same words at the head and at the foot of pages that tell different things.

It makes two reports of one site look like copies, and a shortened copy on another site like a text of its own. It is
learned from pairs of texts that begin or end alike and have nothing else in common; a text and its copy have.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from briefings.stories.repeats.compared import common

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.stories.repeats.compared import Compared
    from briefings.stories.texts.bags import Flags, Ints

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


class _Ends(NamedTuple):
    """How many words a text begins and ends with as another one does, one by one."""

    text: Ints
    other: Ints
    head: Ints
    foot: Ints
    short: Flags
    """Whether they are no longer than what stands between."""

    def only(self, kept: Flags | Ints) -> _Ends:
        """Return those that are kept."""
        return _Ends(self.text[kept], self.other[kept], self.head[kept], self.foot[kept], self.short[kept])


def furniture(a: Ints, b: Ints, texts: Compared) -> tuple[Ints, Ints]:
    """Return of each text how many words of its head, and of its foot, are furniture, learned from these pairs."""
    ends = _seen(a, b, texts)
    ends = ends.only(_sure(ends, texts))
    return _second(len(texts.begin), ends.text, ends.head), _second(len(texts.begin), ends.text, ends.foot)


def _seen(a: Ints, b: Ints, texts: Compared) -> _Ends:
    """Return what the texts of pairs begin and end with alike, if they have little in common between: for each."""
    import numpy as np

    least = np.minimum(texts.sizes[a], texts.sizes[b])
    head = texts.begin_alike(a, b, least)
    foot = texts.end_alike(a, b, least - head)
    core = least - head - foot
    at = np.flatnonzero((head + foot >= _LEAST) & (core >= _CORE) & (head + foot <= _LONG * core))
    at = at[_apart(a[at], b[at], head[at], foot[at], core[at], texts)]
    ends = _Ends(a, b, head, foot, head + foot <= core).only(at)
    both = np.tile(np.arange(len(at)), 2)
    other = np.concatenate((ends.other, ends.text))
    return ends.only(both)._replace(text=np.concatenate((ends.text, ends.other)), other=other)


def _apart(a: Ints, b: Ints, head: Ints, foot: Ints, core: Ints, texts: Compared) -> Flags:
    """Whether two texts have little in common between head and foot, in words and in runs.

    Both begin and end alike: so what they share between is what they share at all, less head and foot.
    """
    import numpy as np

    runs = texts.runs()
    found = runs.shared(a, b) - _distinct(a, head, foot, texts) <= _COMMON * core
    at = np.flatnonzero(found)
    wanted = np.zeros(len(texts.begin), np.bool_)
    wanted[a[at]] = wanted[b[at]] = True
    said = common(texts.said(wanted), a[at], b[at])
    found[at] = said - head[at] - foot[at] <= _WORDS * core[at]
    return found


def _distinct(text: Ints, head: Ints, foot: Ints, texts: Compared) -> Ints:
    """Return how many different runs stand in head and foot of each text."""
    import numpy as np

    code = texts.owner.astype(np.int64) * (int(texts.run.max(initial=0)) + 1) + texts.run
    met = np.flatnonzero(texts.run >= 0)
    first = np.zeros(len(code) + 1, np.int64)
    first[1 + met[np.unique(code[met], return_index=True)[1]]] = 1
    before = np.cumsum(first)
    inner = texts.length - 1
    start, end = texts.begin[text], texts.end[text] - inner
    above = before[start + np.maximum(0, head - inner)] - before[start]
    below = before[np.maximum(start, end)] - before[np.maximum(start, end - np.maximum(0, foot - inner))]
    found: Ints = above + below
    return found


def _sure(ends: _Ends, texts: Compared) -> Flags:
    """Return which are believed: the long ones only of a text that has them with enough others of other matters."""
    import numpy as np

    found = np.ones(len(ends.text), np.bool_)
    order = np.argsort(ends.text, kind="stable")
    doubtful = np.unique(ends.text[~ends.short])
    first, last = (np.searchsorted(ends.text[order], doubtful, side) for side in ("left", "right"))
    for begin, end in zip(first.tolist(), last.tolist(), strict=True):
        own = order[begin:end]
        if not _many(ends.only(own), texts):
            found[own] = ends.short[own]
    return found


def _second(number: int, text: Ints, words: Ints) -> Ints:
    """Return the longest for each text that two others bear out: two excerpts of one text may begin alike."""
    import numpy as np

    order = np.lexsort((words, text))
    last = np.searchsorted(text[order], np.arange(number), "right")
    two = np.flatnonzero(np.bincount(text, minlength=number) > 1)
    found = np.zeros(number, np.int64)
    found[two] = words[order][last[two] - 2]
    return found


def _many(ends: _Ends, texts: Compared) -> bool:
    """Whether enough others tell of different things: copies of a wire, beside one whose lead is new, do not."""
    told: list[Sequence[int]] = []
    for other, head, foot in zip(ends.other.tolist(), ends.head.tolist(), ends.foot.tolist(), strict=True):
        words = texts.numbers(other)
        own = words[head : len(words) - foot]
        if all(_unlike(own, core) for core in told):
            told.append(own)
            if len(told) == _OTHERS:
                return True
    return False


def _unlike(one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether two texts have few words in common: a text and its edited copy have most."""
    return (Counter(one) & Counter(other)).total() <= _WORDS * min(len(one), len(other))

"""All words of many texts at once: a text is looked at as an array of its characters, never as a list of its words.

The words are those of ``WORD``: letters and digits, apostrophes between them. Each is known by a checksum, so that only
forms which differ become text again. (Against the pattern and a dictionary: a sixth of the time.)
"""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

from briefings.stories.texts.bags import representatives
from briefings.stories.texts.words import GREAT, JOINTS
from briefings.text import BLANKS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from briefings.stories.texts.bags import Flags, Ints, Sums, Vocabulary

_LETTER, _APOSTROPHE, _GREAT, _BLANK, _COMMA, _QUOTE, _BETWEEN = 1, 2, 4, 8, 16, 32, 64
"""Kinds of characters, one bit each."""
_SIGNS = {
    _APOSTROPHE: JOINTS,
    _BLANK: " \u00a0\u2009\u202f\u2007",  # Russian pages bind a short preposition to the name that follows
    _COMMA: ",",
    _QUOTE: '«“„"',
}
_EDGE = "\0\0\0"
"""What stands between two texts: no word goes over it, and three characters back is never another text."""
_PLANE = 0x10000
_CHUNK = 100_000
"""Characters looked at at a time: what fits into a processor's own memory is twice as fast."""
_BASE = 0x9E3779B97F4A7C15
_INVERSE = pow(_BASE, -1, 1 << 64)
"""Of the checksum, modulo 2^64: of a million different forms two have the same one with a chance of 3 in 10^8."""


class Tokens(NamedTuple):
    """The words of texts, one after another."""

    form: Ints
    """Their numbers in the vocabulary of forms."""
    offset: Ints
    """First character of each, in its text."""
    named: Flags
    """Whether it has a capital and follows another word within its sentence: only there a capital tells a name."""
    sizes: Ints
    """How many words each text has."""


def tokens(texts: Sequence[str], forms: Vocabulary) -> Tokens:
    """Return the words of all texts."""
    import numpy as np

    whole = _whole(texts)
    start, end, sums, named = _found(whole, texts, _words)
    once, number = _forms(whole, start, end, sums)
    first = _first(texts)
    sizes = np.diff(np.searchsorted(start, first))
    return Tokens(forms.numbers(once)[number], start - np.repeat(first[:-1], sizes), named, sizes)


def spellings(texts: Sequence[str]) -> tuple[list[str], Ints, Ints]:
    """Return what stands between blanks, dashes and quotation marks, and how much of it each text has.

    Each spelling once, and the place of each in that list, one text after another.
    """
    import numpy as np

    whole = _whole(texts)
    start, end, sums = _found(whole, texts, _spelled)
    return *_forms(whole, start, end, sums), np.diff(np.searchsorted(start, _first(texts)))


def _whole(texts: Sequence[str]) -> str:
    return _EDGE + "".join(f"{text}{_EDGE}" for text in texts)


def _first(texts: Sequence[str]) -> Ints:
    """Return where each text begins in the whole, and where another one would."""
    import numpy as np

    return np.fromiter(accumulate((len(text) + len(_EDGE) for text in texts), initial=len(_EDGE)), np.int64)


def _found(whole: str, texts: Sequence[str], cut: Callable[[str, int], Sequence[Any]]) -> list[Any]:
    """Return what is found in each part of the whole, kind by kind."""
    import numpy as np

    found = [cut(whole[begin:end], begin) for begin, end in _chunks(_first(texts).tolist())]
    return [np.concatenate(kind) for kind in zip(*found, strict=True)]


def _forms(whole: str, start: Ints, end: Ints, sums: Sums) -> tuple[list[str], Ints]:
    """Return the forms that differ, and which of them stands at each place."""
    import numpy as np

    like = representatives(sums)
    once = np.flatnonzero(like == np.arange(len(like)))
    number = np.zeros(len(like), np.int64)
    number[once] = np.arange(len(once))
    spans = zip(start[once].tolist(), end[once].tolist(), strict=True)
    return [whole[a:b] for a, b in spans], number[like]


def _chunks(first: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Cut where a text begins, so that each part has as few characters as may be, but at least so many."""
    begin = 0
    for at in first[:-1]:
        if at - begin > _CHUNK:
            yield begin, at
            begin = at - len(_EDGE)
    yield begin, first[-1]


def _words(text: str, begin: int) -> tuple[Ints, Ints, Sums, Flags]:
    """Return where each word starts and ends, its checksum, and whether it stands as a name does."""
    import numpy as np

    code, kind = _signs(text)
    inside = (kind & _LETTER).astype(np.bool_)
    joint = np.flatnonzero(kind & _APOSTROPHE)
    inside[joint] = inside[joint - 1] & inside[joint + 1]
    change = np.flatnonzero(inside[1:] != inside[:-1]) + 1
    start, end = change[::2], change[1::2]
    return start + begin, end + begin, _checksums(code, start, end), _named(kind, start)


def _spelled(text: str, begin: int) -> tuple[Ints, Ints, Sums]:
    """Return where each spelling starts and ends, and its checksum."""
    import numpy as np

    code, kind = _signs(text)
    inside = (kind & _BETWEEN) == 0
    change = np.flatnonzero(inside[1:] != inside[:-1]) + 1
    start, end = change[::2], change[1::2]
    return start + begin, end + begin, _checksums(code, start, end)


def _signs(text: str) -> tuple[NDArray[np.uint32], NDArray[np.uint8]]:
    """Return the characters of a text and their kinds."""
    import numpy as np

    code = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    return code, _kinds(1 + int(code.max()) // _PLANE)[code]


def _checksums(code: NDArray[np.uint32], start: Ints, end: Ints) -> Sums:
    """Return for each word the sum of its characters, each times the base to the power of its place."""
    import numpy as np

    up, down = (np.full(len(code), base, np.uint64).cumprod() for base in (_BASE, _INVERSE))
    before = np.concatenate((np.zeros(1, np.uint64), np.cumsum(code * up)))
    sums: Sums = (before[end] - before[start]) * down[start]
    return sums


def _named(kind: NDArray[np.uint8], start: Ints) -> Flags:
    import numpy as np

    great = np.zeros(len(start), np.bool_)
    at = np.flatnonzero(
        (kind[start] & _GREAT).astype(np.bool_) & (kind[start + 1] & _LETTER).astype(np.bool_)
    )
    place = start[at]
    blank = place - 1 - ((kind[place - 1] & _QUOTE) > 0)
    great[at] = ((kind[blank] & _BLANK) > 0) & ((kind[blank - 1] & (_LETTER | _COMMA)) > 0)
    return great


@cache
def _kinds(planes: int) -> NDArray[np.uint8]:
    """Return the kinds of each character of the first planes of Unicode: one in nearly all texts."""
    import numpy as np

    every = np.arange(planes * _PLANE, dtype=np.uint32).view("U1")
    kinds = np.strings.isalnum(every).astype(np.uint8) * np.uint8(_LETTER)
    kinds[np.strings.isspace(every)] |= _BETWEEN
    kinds[[ord(sign) for sign in BLANKS + _EDGE]] |= _BETWEEN
    kinds[[ord(sign) for sign in map(chr, range(0x600)) if re.match(f"[{GREAT}]", sign)]] |= _GREAT
    for kind, signs in _SIGNS.items():
        kinds[[ord(sign) for sign in signs]] |= kind
    return kinds

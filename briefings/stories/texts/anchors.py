"""Anchors: a sample of each text's runs of words, by which texts that may repeat each other are found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.stories.texts.bags import distinct

if TYPE_CHECKING:
    from briefings.stories.texts.bags import Ints, Sums

_SHORT = 40
"""Runs up to which every one of them proposes pairs."""
_FACTOR = 0x9E3779B97F4A7C15
"""Of the checksum of a run: odd, and large enough that the order of the words tells."""


@dataclass(frozen=True, slots=True)
class AnchorOptions:
    """Which runs of words propose pairs."""

    run: int = 4
    """Words in a row that are compared."""
    least: int = 12
    """Runs that a text needs to be compared by them; shorter ones are copies only when they are equal."""
    sample: int = 6
    """One word in so many begins a run that proposes pairs; of texts under 40 words every one."""
    window: int = 8
    """Each bearer of a run is compared with so many bearers before it: a wire in 500 outlets stays cheap."""


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


def anchors(words: Ints, word: Sums, options: AnchorOptions) -> Anchors:
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


def candidates(marks: Anchors, options: AnchorOptions, fresh: int) -> tuple[Ints, Ints]:
    """Return the pairs of texts that share an anchor, each bearer with so many before it: first and second ones."""
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
    return code // max(1, number), code % max(1, number)


def _met(marks: Anchors, fresh: int) -> Ints:
    """Return the anchors that a fresh text may have: all that it has, and few more; only these need be sorted."""
    import numpy as np

    width = max(8, len(marks.run).bit_length())
    slot = (marks.run >> np.uint64(64 - width)).astype(np.int64)
    borne = np.zeros(1 << width, np.bool_)
    borne[slot[np.searchsorted(marks.text, fresh) :]] = True
    return np.flatnonzero(borne[slot])

"""Which documents are connected by pairs, directly or through others."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.stories.texts.bags import Ints


class Parts:
    """Parts of positions that pairs connect, each named by its first."""

    def __init__(self, named: Ints | None = None) -> None:
        import numpy as np

        self._named = np.zeros(0, np.int64) if named is None else named

    def join(self, a: Ints | Sequence[int], b: Ints | Sequence[int]) -> None:
        """Connect the two of each pair.

        All pairs at once: of two parts the later takes the name of the earlier, until no pair has two names.
        """
        import numpy as np

        one, other = np.asarray(a, np.int64), np.asarray(b, np.int64)
        self._reach(1 + int(max(one.max(initial=-1), other.max(initial=-1))))
        named = self._named.copy()  # of what was kept nothing may be written over
        while len(one):
            low, high = np.minimum(named[one], named[other]), np.maximum(named[one], named[other])
            np.minimum.at(named, high, low)
            while (named != (further := named[named])).any():
                named = further
            left = named[one] != named[other]
            one, other = one[left], other[left]
        self._named = named

    def of(self, own: Ints | Sequence[int]) -> Ints:
        """Return the name of the part of each position."""
        import numpy as np

        at = np.asarray(own, np.int64)
        self._reach(1 + int(at.max(initial=-1)))
        found: Ints = self._named[at]
        return found

    def _reach(self, number: int) -> None:
        import numpy as np

        known = len(self._named)
        if known < number:
            self._named = np.concatenate((self._named, np.arange(known, number)))

"""Documents in blocks of whole days: what a block adds depends on itself and on those before it, never on later ones.

So rarity is that of a word up to its day (incremental TF-IDF: Brants, Chen, Farahat 2003, "A System for New Event
Detection"), and a block that was gone through need not be gone through again when a day follows.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING

from briefings.stories.alike.foreign import Foreign
from briefings.stories.alike.likeness import Likeness
from briefings.stories.alike.vectors import Near, all_of
from briefings.stories.clusters.given import told_as_one
from briefings.stories.clusters.memory import (
    pack,
    pack_columns,
    pack_docs,
    pack_pairs,
    pack_table,
    unpack,
    unpack_columns,
    unpack_docs,
    unpack_pairs,
    unpack_table,
)
from briefings.stories.clusters.parts import Parts
from briefings.stories.repeats.copies import copies
from briefings.stories.repeats.look_alikes import SAME
from briefings.stories.repeats.pair import Copy
from briefings.stories.texts.anchors import nowhere
from briefings.stories.texts.bags import Vocabulary
from briefings.stories.texts.docs import Columns, Docs
from briefings.stories.texts.lexicon import Lexicon
from briefings.stories.texts.reader import read
from briefings.stories.texts.wording import Wordings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefings.stories.clusters.given import Told
    from briefings.stories.clusters.options import ClusterOptions
    from briefings.stories.texts.bags import Flags, Floats
    from briefings.stories.texts.features import Bare, Doc


def blocks(documents: Iterable[Bare], least: int) -> Iterator[list[Bare]]:
    """Cut documents where a day ends and the block has ``least`` of them; the undated come last."""
    own: list[Bare] = []
    for _, day in groupby(sorted(documents, key=lambda one: (_day(one), one.id)), _day):
        own += day
        if len(own) >= least:
            yield sorted(own, key=lambda one: one.id)
            own = []
    if own:
        yield sorted(own, key=lambda one: one.id)


def _day(document: Bare) -> float:
    return math.inf if document.day is None else document.day


class Gathered:
    """What is known of the documents of all blocks so far, by their positions."""

    def __init__(self, options: ClusterOptions) -> None:
        self.options = options
        self.vocabulary = Vocabulary()
        self.lexicon = Lexicon()
        self.docs: list[Doc] = []
        self.columns = Columns.of(self.docs)
        self.marks = nowhere()
        self.wordings = Wordings()
        self.copies: list[Copy] = []
        self.moulds: list[tuple[int, int]] = []
        self.speaker: list[int] = []
        """For each document the one that speaks for it: a text in forty outlets speaks once."""
        self.scores: list[Near] = []
        """Of each block the pairs that it makes, within itself and with those before."""
        self.ends: list[int] = []
        """Of each block how many documents there are up to its end."""
        self._same, self._parts = Parts(), Parts()

    def add(self, documents: Sequence[Bare]) -> None:
        """Go through one block."""
        fresh = len(self.docs)
        self.docs += read(documents, self.vocabulary, self.lexicon, self.options.copies.anchors)
        self.columns = self.columns.with_(Columns.of(self.docs[fresh:]))
        self.marks = self.marks.with_(self.docs[fresh].table.anchors)
        found, moulds = copies(self.docs, self.options.copies, self.marks, self.wordings, fresh)
        self.copies += found
        self.moulds += moulds
        self._choose_speakers(fresh)
        self._score(fresh)
        self.ends.append(len(self.docs))

    def added(self, fresh: int) -> bytes:
        """Return what the last block, from that position on, came to."""
        docs = self.docs[fresh:]
        names, table = pack_table(docs[0].table)
        found = {
            "features": names,
            "docs": pack_docs(docs),
            "names": dict(self.lexicon.learned),
            "copies": [[copy.a, copy.b, copy.shared] for copy in self.copies if copy.b >= fresh],
            "moulds": [list(pair) for pair in self.moulds if pair[1] >= fresh],
            "speaker": self.speaker[fresh:],
        }
        parts = {"parts": self._parts.of(range(len(self.docs)))}
        columns = pack_columns(self.columns, fresh)
        return pack(found, table | columns | pack_pairs(self.scores[-1]) | parts)

    def restore(self, documents: Sequence[Bare], kept: bytes) -> None:
        """Take one block as it was: the same as ``add``."""
        known, arrays = unpack(kept)
        table = unpack_table(known["features"], arrays, self.vocabulary)
        columns = unpack_columns(arrays)
        self.docs += unpack_docs(known["docs"], columns, documents, table)
        self.columns = self.columns.with_(columns)
        self.marks = self.marks.with_(table.anchors)
        self.lexicon.take(known["names"])
        same = [Copy(*copy) for copy in known["copies"]]
        self.copies += same
        _join(self._same, ((copy.a, copy.b) for copy in same if copy.shared >= SAME))
        self.moulds += [(a, b) for a, b in known["moulds"]]
        self.speaker += known["speaker"]
        self.scores.append(unpack_pairs(arrays))
        self._parts = Parts(arrays["parts"])
        self.ends.append(len(self.docs))

    def _choose_speakers(self, fresh: int) -> None:
        """Let a repeated text be spoken for by the document that did so before, else by the longest."""
        self.speaker += range(fresh, len(self.docs))
        same = [copy for copy in self.copies if copy.b >= fresh and copy.shared >= SAME]
        _join(self._same, ((copy.a, copy.b) for copy in same))
        groups: dict[int, set[int]] = defaultdict(set)
        for copy, first in zip(same, self._same.of([copy.b for copy in same]).tolist(), strict=True):
            groups[first] |= {at for at in (copy.a, copy.b) if at >= fresh}
        for first, group in groups.items():
            longest = max(group, key=lambda at: (self.docs[at].size, -at))
            for at in group:
                self.speaker[at] = self.speaker[first] if first < fresh else longest

    def _score(self, fresh: int) -> None:
        """Add the scores of the pairs that a document of the block makes.

        A slight likeness counts for two only that stand in one part, joined by what is more than slight: groups of
        two parts could never come near enough to join.
        """
        own = self._near(fresh)
        if not own:  # lists of contents only
            self.scores.append(all_of(()))
            return
        docs = Docs((self.docs[at] for at in own), self.columns.take(own))
        first = bisect_left(own, fresh)
        slight = self.options.slight * self.options.link.threshold
        copied = ((copy.a, copy.b) for copy in self.copies if copy.b >= fresh)
        _join(self._parts, (*copied, *told_as_one(self.docs, own, self.options).bound()))
        kinds: list[_Judged] = [
            _Judged(Likeness(docs, self.options.likeness, first), docs, own, self.options.gate),
            _Judged(Foreign(docs, self.options.foreign, first), docs, own, self.options.gate),
        ]
        scored: list[Near] = []
        for kind in kinds:
            scored.append(found := kind.scores(kind.most >= slight))
            strong = found.only(found.score >= slight)
            self._parts.join(strong.a, strong.b)
        part = self._parts.of(own)
        scored += [
            kind.scores((kind.most < slight) & (part[kind.near.a] == part[kind.near.b])) for kind in kinds
        ]
        self.scores.append(all_of(scored))

    def told(self) -> Told:
        """Return what all that speak for themselves tell as one."""
        return told_as_one(self.docs, sorted(set(self.speaker)), self.options)

    def _near(self, fresh: int) -> list[int]:
        """Return the documents that speak for themselves, as far as one of the block could still meet them."""
        import numpy as np

        told = self.columns
        at = np.arange(len(self.docs))
        gate = (
            told.day[fresh:].min() - self.options.gate
        )  # not a number if any has no date: then all are near
        wanted = (at == self.speaker) & ~told.contents & ((at >= fresh) | ~(told.day < gate))
        return [int(one) for one in np.flatnonzero(wanted)]


def _join(parts: Parts, pairs: Iterable[tuple[int, int]]) -> None:
    one, other = zip(*found, strict=True) if (found := list(pairs)) else ((), ())
    parts.join(one, other)


class _Judged:
    """Pairs that may be alike, with the days between them told."""

    def __init__(self, judge: Likeness | Foreign, docs: Docs, own: Sequence[int], gate: int) -> None:
        import numpy as np

        self._judge, self._own = judge, np.array(own, np.int64)
        self.near = judge.near
        self._decay = _decay(docs, judge.near, gate)
        self.most = judge.most * self._decay

    def scores(self, wanted: Flags) -> Near:
        """Return the scores of the wanted pairs, by the documents' positions."""
        import numpy as np

        at = np.flatnonzero(wanted & (self._decay > 0))
        if not len(at):
            return all_of(())
        score = (self._judge.scores(at) * self._decay[at]).round(6)
        return Near(self._own[self.near.a[at]], self._own[self.near.b[at]], score).only(score > 0)


def _decay(docs: Docs, near: Near, gate: int) -> Floats:
    """Return 1 for items of three days, less the further apart they are, 0 beyond the gate."""
    import numpy as np

    day = docs.columns.day
    days = np.nan_to_num(np.abs(day[near.a] - day[near.b]))
    return np.where(days > gate, 0.0, 1.0 - np.maximum(0, days - 2) / (2 * gate))

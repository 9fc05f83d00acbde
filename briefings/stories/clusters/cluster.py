"""Which documents tell one event: near in words, names, numbers, topics and days, and nothing against it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import accumulate, chain
from typing import TYPE_CHECKING

from briefings.stories.alike.vectors import Near, all_of
from briefings.stories.clusters.blocks import Gathered, blocks
from briefings.stories.clusters.joined import Joined, join
from briefings.stories.clusters.memory import first_seal, next_seal, pack, pack_pairs, unpack, unpack_pairs
from briefings.stories.repeats.pair import Copy

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefings.stories.clusters.given import Told
    from briefings.stories.clusters.memory import Memory
    from briefings.stories.clusters.options import ClusterOptions
    from briefings.stories.texts.features import Bare


_MEETING = "one meeting or visit"
_GOING_ON = "one vote, unrest or war"
_SPOKE = "one call or meeting"


_SHOWN = 5
"""Nearest pairs of a cluster that are told of."""


@dataclass(frozen=True, slots=True)
class Clusters:
    """The outcome: the documents, clusters of their positions, the copies among them, what decided."""

    documents: tuple[Bare, ...]
    clusters: tuple[tuple[int, ...], ...]
    copies: tuple[Copy, ...]
    nearest: Near
    """The most alike of each cluster, most alike first."""
    given: tuple[tuple[str, tuple[int, ...]], ...] = ()
    """Documents that are told as one whatever their words, each group with what it is."""


def cluster(documents: Iterable[Bare], options: ClusterOptions, memory: Memory | None = None) -> Clusters:
    """Group documents; their order does not matter, nor does what is remembered, but for the time it takes.

    A few documents, and days that are not over, are gone through each time.
    """
    given = list(blocks(documents, options.block))
    if memory is None or not given or len(given[0]) < options.block:
        return _worked_out(given, options)
    seals = [*accumulate(given, next_seal, initial=first_seal(options))][1:]
    name = f"whole-{seals[-1]}"
    if known := memory.take(name):
        return _restored(given, known)
    found = _worked_out(given, options, memory, seals)
    memory.keep(name, _kept(found))
    return found


def _worked_out(
    given: Sequence[list[Bare]],
    options: ClusterOptions,
    memory: Memory | None = None,
    seals: Sequence[str] = (),
) -> Clusters:
    gathered, found = Gathered(options), Joined()
    over = [block for block in given if memory is not None and len(block) >= options.block]
    if memory is not None:
        for block, seal in zip(over, seals, strict=False):
            _go_through(gathered, block, memory, seal)
        found = _joined(gathered, memory, seals[: len(over)])
    for block in given[len(over) :]:
        gathered.add(block)
    told = gathered.told()
    if found.number < len(gathered.docs):
        found = join(gathered, told, found)
    return _clusters(gathered, told, found)


def _go_through(gathered: Gathered, block: list[Bare], memory: Memory, seal: str) -> None:
    """Take a block as it was, or work it out and keep it."""
    if known := memory.take(seal):
        gathered.restore(block, known)
    else:
        fresh = len(gathered.docs)
        gathered.add(block)
        memory.keep(seal, gathered.added(fresh))


def _joined(gathered: Gathered, memory: Memory, seals: Sequence[str]) -> Joined:
    """Join the days that are over, beginning with as many of them as were joined before, and keep it."""
    known = (memory.take(f"joined-{seal}") for seal in reversed(seals))
    found = next((Joined.unpacked(kept) for kept in known if kept), Joined())
    if found.number < len(gathered.docs):
        found = join(gathered, gathered.told(), found)
        memory.keep(f"joined-{seals[-1]}", found.packed())
    return found


def _kept(found: Clusters) -> bytes:
    """Return the outcome without the documents, as bytes."""
    said = {
        "clusters": found.clusters,
        "copies": [[copy.a, copy.b, copy.shared] for copy in found.copies],
        "given": found.given,
    }
    return pack(said, pack_pairs(found.nearest))


def _restored(given: Iterable[list[Bare]], kept: bytes) -> Clusters:
    """Return the outcome as it was: the same as when it is worked out."""
    known, arrays = unpack(kept)
    return Clusters(
        tuple(chain.from_iterable(given)),
        tuple(map(tuple, known["clusters"])),
        tuple(Copy(*copy) for copy in known["copies"]),
        unpack_pairs(arrays),
        tuple((what, tuple(reports)) for what, reports in known["given"]),
    )


def _clusters(gathered: Gathered, told: Told, found: Joined) -> Clusters:
    """Return the clusters of what was gathered: with each document those for which it speaks."""
    spoken: dict[int, list[int]] = defaultdict(list)
    for at, speaker in enumerate(gathered.speaker):
        spoken[speaker].append(at)
    whole = sorted(tuple(sorted(at for head in group for at in spoken[head])) for group in found.groups)
    given = [
        *((_MEETING, one.reports) for one in told.met),
        *((_GOING_ON, reports) for reports in told.going_on),
        *((_SPOKE, reports) for reports in told.spoke),
    ]
    documents = tuple(doc.bare for doc in gathered.docs)
    nearest = _nearest(documents, whole, all_of(gathered.scores))
    return Clusters(documents, tuple(whole), tuple(gathered.copies), nearest, tuple(given))


def _nearest(documents: Sequence[Bare], clusters: Sequence[Sequence[int]], scores: Near) -> Near:
    """Return the most alike pairs of each cluster; of equals those of the smallest ids."""
    import numpy as np

    number = len(documents)
    of, rank = np.zeros(number, np.int64), np.zeros(number, np.int64)
    of[[*chain.from_iterable(clusters)]] = np.repeat(np.arange(len(clusters)), [*map(len, clusters)])
    rank[sorted(range(number), key=lambda at: documents[at].id)] = np.arange(number)
    own = scores.only(of[scores.a] == of[scores.b])
    own = own.only(np.lexsort((rank[own.b], rank[own.a], -own.score, of[own.a])))
    place = np.arange(len(own.a)) - np.searchsorted(of[own.a], of[own.a])
    return own.only(place < _SHOWN)

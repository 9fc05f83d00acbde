"""Which documents tell one event: near in words, names, numbers, topics and days, and nothing against it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, chain
from typing import TYPE_CHECKING

from briefings.stories.alike.vectors import Near, all_of
from briefings.stories.alike.vetoes import vetoed
from briefings.stories.clusters.blocks import Gathered, blocks, told_as_one
from briefings.stories.clusters.crowds import join_crowds
from briefings.stories.clusters.linkage import link
from briefings.stories.clusters.memory import first_seal, next_seal, pack, pack_pairs, unpack, unpack_pairs
from briefings.stories.origins.origins import joined
from briefings.stories.repeats.pair import Copy

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefings.stories.clusters.memory import Memory
    from briefings.stories.clusters.options import ClusterOptions
    from briefings.stories.texts.features import Bare, Doc


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
    gathered = Gathered(options)
    for at, block in enumerate(given):
        if memory is None or len(block) < options.block:
            gathered.add(block)
        elif known := memory.take(seals[at]):
            gathered.restore(block, known)
        else:
            fresh = len(gathered.docs)
            gathered.add(block)
            memory.keep(seals[at], gathered.added(fresh))
    return _linked(gathered)


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


def _linked(gathered: Gathered) -> Clusters:
    """Return the clusters of what was gathered."""
    import numpy as np

    own = sorted(set(gathered.speaker))
    place = {at: number for number, at in enumerate(own)}
    head = [place[at] for at in gathered.speaker]
    heads = [gathered.docs[at] for at in own]
    met, going_on, spoke = told_as_one(heads, gathered.options)
    scores = all_of(gathered.scores)
    heard = np.array(head, np.int64)
    near = Near(heard[scores.a], heard[scores.b], scores.score)  # speakers all
    apart = _incidents(heads, near, going_on)
    apart |= {_pair(head[a], head[b]) for a, b in gathered.moulds if head[a] != head[b]}
    never = {_pair(one.reports[0], other) for one in met for other in one.others}
    bound = [
        (head[copy.a], head[copy.b]) for copy in gathered.copies
    ]  # an edited copy still speaks for itself
    bound += [(one.reports[0], other) for one in met for other in one.reports[1:]]
    bound += [(reports[0], other) for reports in (*going_on, *spoke) for other in reports[1:]]
    together = joined(bound)
    full = [doc.full for doc in heads]
    pairs = zip(near.a.tolist(), near.b.tolist(), strict=True)
    scored = dict(zip(pairs, near.score.tolist(), strict=True))
    linked = link(len(heads), scored, gathered.options.link, apart | never, together, full)
    found = join_crowds(linked, heads, gathered.options.crowds, apart, never)
    groups: list[list[int]] = [[] for _ in own]
    for at, number in enumerate(head):
        groups[number].append(at)
    whole = sorted(tuple(sorted(at for member in members for at in groups[member])) for members in found)
    given = [
        *((_MEETING, tuple(own[at] for at in one.reports)) for one in met),
        *((_GOING_ON, tuple(own[at] for at in reports)) for reports in going_on),
        *((_SPOKE, tuple(own[at] for at in reports)) for reports in spoke),
    ]
    documents = tuple(doc.bare for doc in gathered.docs)
    nearest = _nearest(documents, whole, scores)
    return Clusters(documents, tuple(whole), tuple(gathered.copies), nearest, tuple(given))


def _incidents(heads: Sequence[Doc], near: Near, going_on: Sequence[Sequence[int]]) -> set[tuple[int, int]]:
    """Return the pairs of reports that tell of incidents of different days; days of unrest are one development."""
    import numpy as np

    once = np.fromiter((doc.incident for doc in heads), np.bool_, len(heads))
    both = near.only(once[near.a] & once[near.b])
    of = {at: number for number, reports in enumerate(going_on) for at in reports}
    return {
        (a, b)
        for a, b in zip(both.a.tolist(), both.b.tolist(), strict=True)
        if vetoed(heads[a], heads[b]) and not (a in of and of[a] == of.get(b))
    }


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


def _pair(a: int, b: int) -> tuple[int, int]:
    return (a, b) if a < b else (b, a)

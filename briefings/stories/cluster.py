"""Which documents tell one event: near in words, names, numbers, topics and days, and nothing against it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.stories.blocks import Gathered, blocks, told_as_one
from briefings.stories.linkage import link
from briefings.stories.memory import first_seal, next_seal
from briefings.stories.origins import joined
from briefings.stories.vetoes import vetoed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefings.stories.copies import Copy
    from briefings.stories.features import Bare, Doc
    from briefings.stories.memory import Memory
    from briefings.stories.options import ClusterOptions
    from briefings.stories.vectors import Pairs


_MEETING = "one meeting or visit"
_GOING_ON = "one vote, unrest or war"


@dataclass(frozen=True, slots=True)
class Clusters:
    """The outcome: the documents, clusters of their positions, the copies among them, what decided."""

    docs: tuple[Doc, ...]
    clusters: tuple[tuple[int, ...], ...]
    copies: tuple[Copy, ...]
    scores: Pairs
    given: tuple[tuple[str, tuple[int, ...]], ...] = ()
    """Documents that are told as one whatever their words, each group with what it is."""


def cluster(documents: Iterable[Bare], options: ClusterOptions, memory: Memory | None = None) -> Clusters:
    """Group documents; their order does not matter, nor does what is remembered, but for the time it takes."""
    gathered = Gathered(options)
    seal = first_seal(options)
    for block in blocks(documents, options.block):
        if memory is None or len(block) < options.block:  # a few documents, or days that are not over
            gathered.add(block)
        else:
            seal = next_seal(seal, block)
            _recall(gathered, block, memory, seal)
    return _linked(gathered)


def _recall(gathered: Gathered, block: list[Bare], memory: Memory, name: str) -> None:
    known = memory.take(name)
    if known is not None:
        gathered.restore(block, known)
        return
    fresh = len(gathered.docs)
    gathered.add(block)
    memory.keep(name, gathered.added(fresh))


def _linked(gathered: Gathered) -> Clusters:
    """Return the clusters of what was gathered."""
    own = sorted(set(gathered.speaker))
    place = {at: number for number, at in enumerate(own)}
    head = [place[at] for at in gathered.speaker]
    heads = [gathered.docs[at] for at in own]
    met, going_on = told_as_one(heads, gathered.options)
    of = {at: number for number, reports in enumerate(going_on) for at in reports}
    scores = {(place[a], place[b]): score for (a, b), score in gathered.scores.items()}
    once = {at for at, doc in enumerate(heads) if doc.incident}
    apart = {
        (a, b)
        for a, b in scores
        if a in once
        and b in once
        and vetoed(heads[a], heads[b])
        and not (a in of and of[a] == of.get(b))  # days of unrest are one development
    }
    apart |= {_pair(head[a], head[b]) for a, b in gathered.moulds if head[a] != head[b]}
    apart |= {_pair(one.reports[0], other) for one in met for other in one.others}
    bound = [
        (head[copy.a], head[copy.b]) for copy in gathered.copies
    ]  # an edited copy still speaks for itself
    bound += [(one.reports[0], other) for one in met for other in one.reports[1:]]
    bound += [(reports[0], other) for reports in going_on for other in reports[1:]]
    together = [group for group in joined(len(heads), bound) if len(group) > 1]
    full = [doc.full for doc in heads]
    found = link(len(heads), scores, gathered.options.link, apart, together, full)
    groups: list[list[int]] = [[] for _ in own]
    for at, number in enumerate(head):
        groups[number].append(at)
    whole = sorted(tuple(sorted(at for member in members for at in groups[member])) for members in found)
    given = [
        *((_MEETING, tuple(own[at] for at in one.reports)) for one in met),
        *((_GOING_ON, tuple(own[at] for at in reports)) for reports in going_on),
    ]
    return Clusters(tuple(gathered.docs), tuple(whole), tuple(gathered.copies), gathered.scores, tuple(given))


def _pair(a: int, b: int) -> tuple[int, int]:
    return (a, b) if a < b else (b, a)

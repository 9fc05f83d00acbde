"""Which documents tell one event: near in words, names, numbers, topics and days, and nothing against it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefings.stories.copies import SAME, Copy, CopyOptions, copies
from briefings.stories.developments import DevelopmentOptions, developments
from briefings.stories.foreign import ForeignOptions, foreign
from briefings.stories.likeness import LikenessOptions, likeness
from briefings.stories.linkage import LinkOptions, link
from briefings.stories.occasions import OccasionOptions, occasions
from briefings.stories.origins import joined
from briefings.stories.vetoes import vetoed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.stories.features import Doc
    from briefings.stories.vectors import Pairs


@dataclass(frozen=True, slots=True)
class ClusterOptions:
    """When documents make one story; one setting for all sets."""

    gate: int = 28
    """Days after which nothing joins a story but a copy."""
    copies: CopyOptions = field(default_factory=CopyOptions)
    likeness: LikenessOptions = field(default_factory=LikenessOptions)
    foreign: ForeignOptions = field(default_factory=ForeignOptions)
    occasions: OccasionOptions = field(default_factory=OccasionOptions)
    developments: DevelopmentOptions = field(default_factory=DevelopmentOptions)
    link: LinkOptions = field(default_factory=LinkOptions)


@dataclass(frozen=True, slots=True)
class Clusters:
    """The outcome: clusters of positions, the copies among them, the scores that decided."""

    clusters: tuple[tuple[int, ...], ...]
    copies: tuple[Copy, ...]
    scores: Pairs


def cluster(docs: Sequence[Doc], options: ClusterOptions) -> Clusters:
    """Group documents; ``docs`` come in a canonical order."""
    repeated, moulds = copies(docs, options.copies)
    groups = joined(len(docs), [(copy.a, copy.b) for copy in repeated if copy.shared >= SAME])
    first = [max(group, key=lambda at: (docs[at].size, -at)) for group in groups]
    heads = [docs[at] for at in first]  # a text in forty outlets speaks once
    scores = _scores(heads, options)
    head = {at: number for number, group in enumerate(groups) for at in group}
    met = occasions(heads, options.occasions)
    met_in = {at for one in met for at in one.reports}
    going_on = developments(heads, [at for at in range(len(heads)) if at not in met_in], options.developments)
    of = {at: number for number, reports in enumerate(going_on) for at in reports}
    apart = {
        (a, b)
        for a, b in scores
        if vetoed(heads[a], heads[b])
        and not (a in of and of[a] == of.get(b))  # days of unrest are one development
    }
    apart |= {_pair(head[a], head[b]) for a, b in moulds if head[a] != head[b]}
    apart |= {_pair(one.reports[0], other) for one in met for other in one.others}
    bound = [(head[copy.a], head[copy.b]) for copy in repeated]  # an edited copy still speaks for itself
    bound += [(one.reports[0], other) for one in met for other in one.reports[1:]]
    bound += [(reports[0], other) for reports in going_on for other in reports[1:]]
    together = [group for group in joined(len(heads), bound) if len(group) > 1]
    found = link(len(heads), scores, options.link, apart, together)
    whole = sorted(tuple(sorted(at for member in members for at in groups[member])) for members in found)
    back = {_pair(first[a], first[b]): score for (a, b), score in scores.items()}
    return Clusters(tuple(whole), repeated, back)


def _pair(a: int, b: int) -> tuple[int, int]:
    return (a, b) if a < b else (b, a)


def _scores(docs: Sequence[Doc], options: ClusterOptions) -> Pairs:
    """Likeness of each pair, within and across languages, weakened by the days between."""
    scores = likeness(docs, options.likeness) | foreign(docs, options.foreign)
    timely = ((pair, score * _decay(docs[pair[0]], docs[pair[1]], options)) for pair, score in scores.items())
    return {pair: round(score, 6) for pair, score in timely if score > 0}


def _decay(a: Doc, b: Doc, options: ClusterOptions) -> float:
    """Return 1 for items of three days, less the further apart they are, 0 beyond the gate."""
    if a.bare.day is None or b.bare.day is None:
        return 1.0
    days = abs(a.bare.day - b.bare.day)
    return 0.0 if days > options.gate else 1.0 - max(0, days - 2) / (2 * options.gate)

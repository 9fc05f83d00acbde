"""The order of stories: a product of a few parts, each kept, so that the order can be explained."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import log2, sqrt
from typing import TYPE_CHECKING

from briefings.brief.material import naming
from briefings.brief.material.sentences import prints
from briefings.brief.weighing.concepts import severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefings.brief.material.survey import Material, Strand
    from briefings.types import Tag

_KIND = {"border": 1.6, "body": 1.5, "theme": 1.0, "country": 0.8}
"""A watched border or body is what the reader subscribed to (docs/method.md, limits)."""
_ELSEWHERE = 0.3
"""Factor of bodies and countries outside the watched region: they are context."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A story with its score; ``total`` is the product of the other parts."""

    strand: Strand
    score: Mapping[str, float]


def rank(material: Material) -> tuple[Ranked, ...]:
    """Order the stories of the period: pinned first, then by score; equal scores by story id."""
    edits = material.given.edits
    fresh = (item for strand in material.strands for item in strand.fresh)
    reports = Counter(tag.topic for item in fresh for tag in material.counted(item))
    ranked = [
        Ranked(strand, _score(strand, reports, material))
        for strand in material.strands
        if strand.story.id not in edits.drops
    ]
    pins = {story: place for place, story in enumerate(edits.pins)}
    return tuple(
        sorted(
            ranked,
            key=lambda r: (pins.get(r.strand.story.id, len(pins)), -r.score["total"], r.strand.story.id),
        )
    )


def _score(strand: Strand, reports: Mapping[str, int], material: Material) -> Mapping[str, float]:
    parts = {
        "topics": _topics(strand, material),
        "novelty": 1.0 if not strand.earlier else 0.85,
        "origins": 1 + 0.4 * log2(max(1, len(strand.origins))),
        "reports": 1 + 0.6 * log2(max(1, sum(map(prints, strand.fresh)))),
        "severity": _severity(strand, material),
        "recency": _recency(strand, material),
        "attention": 1 + 0.15 * log2(max(1, _alongside(strand, reports, material))),
    }
    total = 1.0
    for part in parts.values():
        total *= part
    pinned = {"pin": 1.0} if strand.story.id in material.given.edits.pins else {}
    return {name: round(value, 3) for name, value in {**parts, **pinned, "total": total}.items()}


def _topics(strand: Strand, material: Material) -> float:
    """Weight of what it is about: watch-list priority and kind, by the share of reports that are about it.

    The root of the share, for a large story has many sides: its body stands in half of the reports, not in all.
    """
    weights: dict[str, list[float]] = {}
    for item in strand.fresh or strand.now:
        for tag in material.counted(item):
            topic = material.topics[tag.topic]
            place = 1.0 if topic.regional or topic.kind == "theme" else _ELSEWHERE
            weight = topic.priority * _KIND[topic.kind] * place * (1.0 if _leads(tag) else 0.5)
            weights.setdefault(tag.topic, []).append(weight)
    many = len(strand.fresh or strand.now)
    shares = (max(found) * sqrt(sum(found) / max(found) / many) for found in weights.values())
    best = sorted(shares, reverse=True)[:4]
    return sum(weight / 2**place for place, weight in enumerate(best)) or 0.1


def _alongside(strand: Strand, reports: Mapping[str, int], material: Material) -> int:
    """Reports of the period, in whatever story, on a chief subject of this one: what the period is about.

    A development that is told in five stories would else stand behind a meeting that is told in one.
    """
    return max((reports[topic] for topic in naming.subjects(strand, material, 2)), default=1)


def _leads(tag: Tag) -> bool:
    """Whether the report is about the topic: primary, or named in a title, which is all that a headline alone has."""
    return tag.level == "primary" or any(span.zone == "title" for span in tag.spans)


def _severity(strand: Strand, material: Material) -> float:
    """Mean over the reports, so that one word in one of twenty texts does not colour the story."""
    items = strand.fresh or strand.now
    changes = material.given.options.severity
    return sum(severity(f"{i.article.title}\n{i.article.text[:600]}", changes) for i in items) / len(items)


def _recency(strand: Strand, material: Material) -> float:
    """From 0.9 for a story that ended on the first day to 1 for one reported on the last."""
    period = material.given.period
    days = max(1, (period.end.date() - period.start.date()).days)
    published = strand.now[-1].article.published
    age = (period.end.date() - published.start).days if published else days
    return 1 - 0.1 * min(days, max(0, age - 1)) / days

"""All options of grouping, in one."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefings.stories.alike.developments import DevelopmentOptions
from briefings.stories.alike.foreign import ForeignOptions
from briefings.stories.alike.likeness import LikenessOptions
from briefings.stories.alike.occasions import OccasionOptions
from briefings.stories.clusters.crowds import CrowdOptions
from briefings.stories.clusters.linkage import LinkOptions
from briefings.stories.repeats.pair import CopyOptions


@dataclass(frozen=True, slots=True)
class ClusterOptions:
    """When documents make one story; one setting for all sets."""

    gate: int = 28
    """Days after which nothing joins a story but a copy."""
    block: int = 1000
    """Documents from which on the days so far are a block; a smaller set is one."""
    slight: float = 0.5
    """Share of the linking threshold under which a likeness tells nothing of two documents that nothing else joins."""
    copies: CopyOptions = field(default_factory=CopyOptions)
    likeness: LikenessOptions = field(default_factory=LikenessOptions)
    foreign: ForeignOptions = field(default_factory=ForeignOptions)
    occasions: OccasionOptions = field(default_factory=OccasionOptions)
    developments: DevelopmentOptions = field(default_factory=DevelopmentOptions)
    link: LinkOptions = field(default_factory=LinkOptions)
    crowds: CrowdOptions = field(default_factory=CrowdOptions)

"""Articles become stories: one event once, one wire once; pure, and blind to the order of the input."""

from briefings.stories.clusters.options import ClusterOptions
from briefings.stories.edits import Edited, StoryEdit, apply_edits
from briefings.stories.group import explain, group, group_texts, rebuilt

__all__ = [
    "ClusterOptions",
    "Edited",
    "StoryEdit",
    "apply_edits",
    "explain",
    "group",
    "group_texts",
    "rebuilt",
]

"""Articles become stories: one event once, one wire once; pure, and blind to the order of the input."""

from briefings.stories.edits import Edited, StoryEdit, apply_edits
from briefings.stories.group import explain, group, group_texts, rebuilt
from briefings.stories.options import ClusterOptions

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

"""Articles become stories: one event once, one wire once; pure, and blind to the order of the input."""

from briefings.stories.cluster import ClusterOptions
from briefings.stories.group import explain, group, group_texts

__all__ = ["ClusterOptions", "explain", "group", "group_texts"]

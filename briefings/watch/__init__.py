"""Watched topics: a list of names in, a matcher out, tags with their evidence.

``parse`` reads a watch list, ``merge`` joins several with the topics of a configuration, ``compile`` makes the
matcher, ``Matcher.tag`` tags an article. Nothing here reads a file: lists come in as parsed YAML.
"""

from briefings.watch.matcher import Explanation, Matcher, compile  # noqa: A004  the room's public name for it
from briefings.watch.merge import merge
from briefings.watch.model import Alias, Condition, Entry, WatchList
from briefings.watch.parse import parse
from briefings.watch.scope import in_scope

__all__ = [
    "Alias",
    "Condition",
    "Entry",
    "Explanation",
    "Matcher",
    "WatchList",
    "compile",
    "in_scope",
    "merge",
    "parse",
]

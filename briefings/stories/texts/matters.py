"""Which matter a report tells of, by the words of its language: a blast, an earthquake, a railway, a protest."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_OF_ONE = (
    (
        "shelling",
        "air_strikes",
        "hostilities",
        "seizure",
        "attack",
        "clashes",
        "explosion",
        "militants",
        "hostages",
    ),
    ("unrest", "protests"),
    ("drugs", "smuggling"),
    ("accident", "fire"),
    ("gas", "electricity"),
    ("exercises", "patrols"),
    ("downing",),
    ("railway",),
    ("disaster",),
    ("elections",),
    ("delimitation",),
    ("border_closure", "crossing"),
    ("prisoners",),
    ("deportation",),
)
"""Concepts that two newsrooms may use of one event; others, as deaths, talks, a statement, any event may have."""
_MATTER_OF = {name: names[0] for names in _OF_ONE for name in names}


def matters(concepts: Iterable[str]) -> frozenset[str]:
    """Return the matters to which concepts belong, each by the name of its first."""
    return frozenset(_MATTER_OF[name] for name in concepts if name in _MATTER_OF)

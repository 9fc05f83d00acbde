"""Whence each article of a story comes: outlet, republisher, wire; copies and families count once.

An article that retells or copies an agency has that agency as its origin, in whatever language; outlets of one
owner are one origin; reporters of three agencies at one press conference are three. A copy has the origin of
what it copies.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from briefings.text import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Credit:
    """What one document says of its own provenance."""

    id: str
    day: int | None = None
    publisher: str = ""
    republisher: str = ""
    wire: str = ""
    size: int = 0
    """Length of its text: of two copies of one day the longer is nearer to the first."""


@dataclass(frozen=True, slots=True)
class Origin:
    """One document's origin, with the reason in a few words."""

    key: str
    copy_of: str
    why: str


def origins(
    credits_: Sequence[Credit],
    copied: Sequence[tuple[int, int]],
    families: Mapping[str, str] | None = None,
    agencies: frozenset[str] = frozenset(),
) -> tuple[Origin, ...]:
    """Return the origin of each document; ``copied`` are pairs of positions that repeat one text.

    ``families`` maps a printed name to its owner; ``agencies`` are the names of wires, as ``slug`` gives them.
    """
    agencies |= {slug(credit.wire) for credit in credits_ if credit.wire}
    found: dict[int, Origin] = {}
    for group in joined(copied):
        first = min(group, key=lambda at: _first(credits_[at], agencies))
        key, why = _key([credits_[at] for at in group], credits_[first], families or {}, agencies)
        repeated = f"repeats the text of {credits_[first].id}; {why}"
        found |= {at: Origin(key, credits_[first].id, repeated) for at in group}
        found[first] = Origin(key, "", why)
    for at, credit in enumerate(credits_):
        if at not in found:
            key, why = _key([credit], credit, families or {}, agencies)
            found[at] = Origin(key, "", why)
    return tuple(found[at] for at in range(len(credits_)))


def joined(pairs: Sequence[tuple[int, int]]) -> list[list[int]]:
    """Return positions grouped by the pairs, each group of several sorted, in order of their first."""
    up: dict[int, int] = {}

    def root(at: int) -> int:
        while (above := up.setdefault(at, at)) != at:
            up[at] = at = up[above]
        return at

    for a, b in pairs:
        low, high = sorted((root(a), root(b)))
        up[high] = low
    together: dict[int, list[int]] = {}
    for at in sorted(up):
        together.setdefault(root(at), []).append(at)
    return [group for group in together.values() if len(group) > 1]


def _first(credit: Credit, agencies: Collection[str]) -> tuple[bool, int, bool, int, str]:
    """Sort key: republishers last, then the earliest day, an agency, the fullest text, the id."""
    passed = credit.publisher == "" or slug(credit.publisher) not in agencies
    return (bool(credit.republisher), credit.day or 0, passed, -credit.size, credit.id)


def _key(
    group: Sequence[Credit], first: Credit, families: Mapping[str, str], agencies: Collection[str]
) -> tuple[str, str]:
    """Return the origin of a text in all its copies: one key for an agency, whether it is met itself or retold."""
    wires = [credit.wire for credit in group if credit.wire]
    outlet = first.publisher or first.republisher
    name = min(wires, key=lambda wire: (-wires.count(wire), wire)) if wires else outlet
    why = f"after {name}" if wires else f"own text of {name}"
    family, key = families.get(name, ""), slug(name)
    if family and slug(family) != key:
        return f"family:{slug(family)}", f"{why}, which belongs to {family}"
    if wires or key in agencies:
        return f"wire:{key}", why
    if family:
        return f"family:{key}", why
    if name:
        return f"outlet:{key}", why
    return f"text:{first.id}", "outlet unknown: counted by its text"


@lru_cache(maxsize=1 << 14)
def slug(name: str) -> str:
    """Return a name as lower-case words joined by hyphens: ``Khaama Press`` -> ``khaama-press``."""
    return re.sub(r"[^\w]+", "-", fold(name).text).strip("-_") or "unknown"

"""Whence each article of a story comes: outlet, republisher, wire; copies and families count once.

An article that retells or copies an agency has that agency as its origin, in whatever language; outlets of one
owner are one origin; reporters of three agencies at one press conference are three. A copy has the origin of
what it copies.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from briefings.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


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
) -> tuple[Origin, ...]:
    """Return the origin of each document; ``copied`` are pairs of positions that repeat one text."""
    agencies = {slug(credit.wire) for credit in credits_ if credit.wire}
    found: dict[int, Origin] = {}
    for group in joined(copied):
        first = min(group, key=lambda at: _first(credits_[at]))
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


def _first(credit: Credit) -> tuple[bool, int, int, str]:
    """Sort key: republishers last, then the earliest day, then the fullest text, then the id."""
    return (bool(credit.republisher), credit.day or 0, -credit.size, credit.id)


def _key(
    group: Sequence[Credit], first: Credit, families: Mapping[str, str], agencies: set[str]
) -> tuple[str, str]:
    if any(credit.wire for credit in group):
        wires = Counter(credit.wire for credit in group if credit.wire)
        name = min(wires, key=lambda wire: (-wires[wire], wire))
        return f"wire:{slug(name)}", f"after {name}"
    outlet = first.publisher or first.republisher
    if slug(outlet) in agencies:
        return f"wire:{slug(outlet)}", f"own text of {outlet}, which others retell"
    family = families.get(outlet, "")
    if family:
        return f"family:{slug(family)}", f"{outlet} belongs to {family}"
    if outlet:
        return f"outlet:{slug(outlet)}", f"own text of {outlet}"
    return f"text:{first.id}", "outlet unknown: counted by its text"


@lru_cache(maxsize=1 << 14)
def slug(name: str) -> str:
    """Return a name as lower-case words joined by hyphens: ``Khaama Press`` -> ``khaama-press``."""
    return re.sub(r"[^\w]+", "-", fold(name).text).strip("-_") or "unknown"

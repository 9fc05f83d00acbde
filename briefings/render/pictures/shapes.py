"""Natural Earth's countries as arcs: a border between two countries is what their outlines have in common."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import Any

Point = tuple[float, float]
"""Longitude and latitude, degrees."""
Path = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Country:
    """A country's outline."""

    code: str
    """ISO 3166 alpha-2; a name where there is no code."""
    name: str
    rings: tuple[tuple[int, ...], ...]
    """Arc numbers; a negative number is the arc ``~n`` reversed."""

    @property
    def arcs(self) -> frozenset[int]:
        """Every arc of the outline."""
        return frozenset(a if a >= 0 else ~a for a in chain.from_iterable(self.rings))


@cache
def countries() -> dict[str, Country]:
    """Every country by code."""
    return {
        code: Country(code, c["name"], tuple(tuple(ring) for ring in c["rings"]))
        for code, c in _data()["countries"].items()
    }


@cache
def arc(number: int) -> Path:
    """The points of an arc."""
    (sx, sy), (tx, ty) = _data()["transform"]["scale"], _data()["transform"]["translate"]
    x = y = 0
    return tuple(((x := x + dx) * sx + tx, (y := y + dy) * sy + ty) for dx, dy in _data()["arcs"][number])


@cache
def ring(numbers: tuple[int, ...]) -> Path:
    """A closed outline, arcs joined end to start."""
    points: list[Point] = []
    for number in numbers:
        part = arc(number) if number >= 0 else arc(~number)[::-1]
        points.extend(part[1:] if points else part)
    return tuple(points)


@cache
def border(a: str, b: str) -> tuple[Path, ...]:
    """The common border of two countries as joined lines; empty when they have none in the data."""
    known = countries()
    if a not in known or b not in known:
        return ()
    return _joined([arc(n) for n in sorted(known[a].arcs & known[b].arcs)])


def neighbours() -> dict[int, tuple[str, ...]]:
    """For each arc the codes of the countries that it bounds."""
    owners: dict[int, list[str]] = {}
    for code, country in countries().items():
        for number in country.arcs:
            owners.setdefault(number, []).append(code)
    return {number: tuple(sorted(codes)) for number, codes in owners.items()}


def _joined(parts: list[Path]) -> tuple[Path, ...]:
    """Arcs that touch, as one line: a dash pattern or a line join must not restart inside a border."""
    lines: list[Path] = []
    for part in parts:
        line = part
        while (other := next((o for o in lines if _touch(o, line)), None)) is not None:
            lines.remove(other)
            line = _join(other, line)
        lines.append(line)
    return tuple(lines)


def _touch(a: Path, b: Path) -> bool:
    return bool({a[0], a[-1]} & {b[0], b[-1]}) and a[0] != a[-1] and b[0] != b[-1]


def _join(a: Path, b: Path) -> Path:
    if a[-1] != b[0] and a[-1] != b[-1]:
        a = a[::-1]
    if a[-1] != b[0]:
        b = b[::-1]
    return a + b[1:]


@cache
def _data() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(
        (files("briefings.render.pictures") / "data" / "shapes.json").read_bytes()
    )
    return loaded

"""Trims Natural Earth's countries (as TopoJSON of the npm package world-atlas) to ``shapes.json``.

Run by hand: ``python -m briefings.render.data.trim countries-50m.json > shapes.json``. Islands without a land border
and smaller than about 5,000 square kilometres are left out; arcs stay shared, so that a border is the arcs that two
countries have in common.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any, Final

SMALLEST: Final = 0.5
"""Square degrees, unprojected."""
NO_CODE: Final = {"Kosovo": "XK"}


def trim(topology: dict[str, Any]) -> dict[str, Any]:
    """The same topology with two-letter codes, without small islands and without unused arcs."""
    from babel.core import get_global

    numeric = get_global("territory_aliases")
    used = Counter(a if a >= 0 else ~a for g in _geometries(topology) for ring in _rings(g) for a in ring)
    countries: dict[str, dict[str, Any]] = {}
    for geometry in _geometries(topology):
        name = geometry["properties"]["name"]
        code = numeric.get(geometry.get("id", ""), [NO_CODE.get(name, name)])[0]
        rings = [ring for ring in _rings(geometry) if _keep(ring, used, topology)]
        if rings:
            entry = countries.setdefault(code, {"name": name, "rings": []})
            entry["rings"] += rings
    return _packed(countries, topology)


def _geometries(topology: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = topology["objects"]["countries"]["geometries"]
    return found


def _rings(geometry: dict[str, Any]) -> list[list[int]]:
    if geometry["type"] == "Polygon":
        return list(geometry["arcs"])
    return [ring for polygon in geometry["arcs"] for ring in polygon]


def _keep(ring: list[int], used: Counter[int], topology: dict[str, Any]) -> bool:
    if any(used[a if a >= 0 else ~a] > 1 for a in ring):
        return True
    return _extent(ring, topology) >= SMALLEST


def _extent(ring: list[int], topology: dict[str, Any]) -> float:
    points = [p for a in ring for p in _absolute(topology["arcs"][a if a >= 0 else ~a])]
    (sx, sy) = topology["transform"]["scale"]
    xs, ys = zip(*points, strict=True)
    return float((max(xs) - min(xs)) * sx * (max(ys) - min(ys)) * sy)


def _absolute(arc: list[list[int]]) -> list[tuple[int, int]]:
    x = y = 0
    return [(x := x + dx, y := y + dy) for dx, dy in arc]


def _packed(countries: dict[str, dict[str, Any]], topology: dict[str, Any]) -> dict[str, Any]:
    numbers: dict[int, int] = {}
    for country in countries.values():
        country["rings"] = [[_renumber(a, numbers) for a in ring] for ring in country["rings"]]
    return {
        "source": "Natural Earth 1:50m admin 0 countries, public domain, de facto; by way of world-atlas 2.0.2 (ISC)",
        "transform": topology["transform"],
        "countries": dict(sorted(countries.items())),
        "arcs": [topology["arcs"][old] for old in numbers],
    }


def _renumber(arc: int, numbers: dict[int, int]) -> int:
    new = numbers.setdefault(arc if arc >= 0 else ~arc, len(numbers))
    return new if arc >= 0 else ~new


if __name__ == "__main__":
    json.dump(
        trim(json.loads(Path(sys.argv[1]).read_bytes())),
        sys.stdout,
        separators=(",", ":"),
        ensure_ascii=False,
    )

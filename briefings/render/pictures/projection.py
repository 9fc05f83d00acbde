"""From longitude and latitude to points on the map: Albers' equal-area conic, fitted to a frame.

Formulas: J. P. Snyder, *Map Projections: A Working Manual* (USGS 1395, 1987), p. 98, sphere.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians, sin, sqrt
from typing import Any

EARTH = 6371.0
"""Mean radius, kilometres."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Conic:
    """Albers' projection around a centre, standard parallels at a sixth and five sixths of its height."""

    longitude: float
    latitude: float
    n: float
    c: float
    rho: float

    @classmethod
    def around(cls, west: float, south: float, east: float, north: float) -> Conic:
        """The projection that suits a box of degrees."""
        low, high = (radians(south + (north - south) * part) for part in (1 / 6, 5 / 6))
        n = (sin(low) + sin(high)) / 2 or 1e-6
        c = cos(low) ** 2 + 2 * n * sin(low)
        return cls(
            (west + east) / 2,
            (south + north) / 2,
            n,
            c,
            sqrt(max(c - 2 * n * sin(radians((south + north) / 2)), 0)) / n,
        )

    def __call__(self, point: Point) -> Point:
        """Kilometres east and north of the centre."""
        rho = sqrt(max(self.c - 2 * self.n * sin(radians(point[1])), 0)) / self.n
        theta = self.n * radians((point[0] - self.longitude + 540) % 360 - 180)
        return EARTH * rho * sin(theta), EARTH * (self.rho - rho * cos(theta))


@dataclass(frozen=True, slots=True)
class Frame:
    """A projection with its place on paper: y runs down, lengths in points."""

    conic: Conic
    left: float
    top: float
    scale: float
    """Points per kilometre."""
    width: float
    height: float

    def __call__(self, point: Point) -> Point:
        """Where a place lies on the paper."""
        x, y = self.conic(point)
        return (x - self.left) * self.scale, (self.top - y) * self.scale

    def line(self, points: Any) -> Any:
        """Where points lie, from an array of two columns to another: the outlines of a region are 50,000 points."""
        import numpy as np

        conic, places = self.conic, np.asarray(points)
        rho = np.sqrt(np.maximum(conic.c - 2 * conic.n * np.sin(np.radians(places[:, 1])), 0)) / conic.n
        theta = conic.n * np.radians((places[:, 0] - conic.longitude + 540) % 360 - 180)
        x, y = EARTH * rho * np.sin(theta), EARTH * (conic.rho - rho * np.cos(theta))
        return np.column_stack(((x - self.left) * self.scale, (self.top - y) * self.scale))


def fit(points: Iterable[Point], width: float, highest: float, *, smallest: float, margin: float) -> Frame:
    """A frame of ``width`` points that shows all ``points``.

    It is as high as they need, at most ``highest`` points, and covers at least ``smallest`` kilometres; ``margin`` is
    the part of the extent added on each side.
    """
    places = list(points)
    xs, ys = zip(*places, strict=True)
    conic = Conic.around(min(xs), min(ys), max(xs), max(ys))
    xs, ys = zip(*map(conic, places), strict=True)
    wide, high = (max(v) - min(v) for v in (xs, ys))
    wide, high = max(wide * (1 + 2 * margin), smallest), max(high * (1 + 2 * margin), smallest * 0.5)
    scale = min(width / wide, highest / high)
    height = min(max(high * scale, width * 0.5), highest)
    left, top = (min(xs) + max(xs)) / 2 - width / scale / 2, (min(ys) + max(ys)) / 2 + height / scale / 2
    return Frame(conic, left, top, scale, width, height)

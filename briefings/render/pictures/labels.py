"""Places labels on the map so that they cover neither a watched line nor each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

LETTER, LINE = 4.5, 10.5
"""Mean width of a letter and height of a line of 8 pt sans, in points."""


@dataclass(frozen=True, slots=True)
class Label:
    """Text centred on a point; with ``boxed`` a white box stands behind it."""

    text: str
    x: float
    y: float
    width: float
    height: float
    kind: str
    tie: Point | None = None
    """Where a thin line leads from the label: the point on the border that a number belongs to."""

    @property
    def left(self) -> float:
        """Left edge of the box."""
        return round(self.x - self.width / 2, 1)

    @property
    def top(self) -> float:
        """Upper edge of the box."""
        return round(self.y - self.height / 2, 1)


@dataclass(slots=True)
class Sheet:
    """The map while labels are being placed: what is already taken."""

    width: float
    height: float
    lines: Any
    """Watched lines with their thickness, as one shapely geometry."""
    taken: list[Box] = field(default_factory=list)

    def cost(self, label: Label, *, edge: float = 3.0) -> float:
        """0 where a label is free; above 1 where it must not stand."""
        from shapely import clip_by_rect

        left, top = label.left, label.top
        right, bottom = left + label.width, top + label.height
        if left < edge or top < edge or right > self.width - edge or bottom > self.height - edge:
            return 100.0
        covered = sum([_shared((left, top, right, bottom), other) for other in self.taken])
        under = clip_by_rect(self.lines, left, top, right, bottom).area
        return float((covered + 2 * under) / (label.width * label.height) * 10)

    def put(self, label: Label) -> Label:
        """Takes the label's place, with a little air around it."""
        left, top = label.left, label.top
        self.taken.append((left - 2, top - 1, left + label.width + 2, top + label.height + 1))
        return label


def _shared(a: Box, b: Box) -> float:
    """The area that two boxes share."""
    wide, high = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    return wide * high if wide > 0 and high > 0 else 0.0


def beside(sheet: Sheet, path: Any, text: str, kind: str, *, thickness: float) -> Label | None:
    """A label beside a line (shapely), near its middle if that is free; ``None`` when no place is."""
    width, height = len(text) * LETTER * 1.1 + 8, LINE + 3
    best: tuple[float, Label] | None = None
    for part, (x, y), (nx, ny) in _stations(path):
        for side in (1, -1):
            for gap in (5.0, 11.0, 18.0):
                least = abs(part - 0.5) + gap / 40
                if best is not None and least >= best[0]:
                    break  # not even on free ground
                away = thickness / 2 + gap + abs(nx) * width / 2 + abs(ny) * height / 2
                place = round(x + side * nx * away, 1), round(y + side * ny * away, 1)
                label = Label(text, *place, width, height, kind, tie=(round(x, 1), round(y, 1)))
                cost = sheet.cost(label) + least
                if best is None or cost < best[0]:
                    best = cost, label
    if best is None or best[0] > 3:
        return None
    return sheet.put(best[1])


def _stations(path: Any) -> Iterable[tuple[float, Point, Point]]:
    """Points along a line with the direction across it."""
    for part in (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9):
        a, here, b = (path.interpolate(p, normalized=True) for p in (part - 0.05, part, part + 0.05))
        dx, dy = b.x - a.x, b.y - a.y
        size = (dx * dx + dy * dy) ** 0.5 or 1.0
        yield part, (here.x, here.y), (-dy / size, dx / size)


def around(sheet: Sheet, point: Point, text: str, kind: str) -> Label | None:
    """A label right, left, above or below a dot; ``None`` when every place is taken.

    A crossing may touch a line, since it stands in the week's stories; a capital may not.
    """
    width, x, y = len(text) * LETTER + 2, *point
    right, left = x + width / 2, x - width / 2
    places = [(right + 6, y), (left - 6, y), (x, y - 9), (x, y + 9)]
    places += [(right + 4, y - 7), (right + 4, y + 7), (left - 4, y - 7), (left - 4, y + 7)]
    labels = [Label(text, round(a, 1), round(b, 1), width, LINE, kind) for a, b in places]
    costs: list[float] = []
    for label in labels:
        costs.append(sheet.cost(label))
        if not costs[-1]:
            break  # the first free place is as good as any behind it
    most = 1.5 if kind == "crossing" else 0.3
    return sheet.put(labels[costs.index(min(costs))]) if min(costs) < most else None


def inside(sheet: Sheet, area: Any, text: str, kind: str) -> Label | None:
    """A name inside a country (shapely), as near its middle as is free; ``None`` when it does not fit."""
    width = len(text) * LETTER * 1.12 + 4
    centre = area.representative_point() if area.is_empty else area.centroid
    candidates = _grid(area.bounds)
    near = sorted(candidates, key=lambda p: (p[0] - centre.x) ** 2 + (p[1] - centre.y) ** 2)
    return next((sheet.put(f) for f in _fitting(sheet, area, near, (text, kind, width))), None)


def _grid(bounds: Sequence[float]) -> list[Point]:
    left, top, right, bottom = bounds
    columns, rows = int((right - left) // 9), int((bottom - top) // 7)
    return [(left + 9 * (i + 0.5), top + 7 * (j + 0.5)) for i in range(columns + 1) for j in range(rows + 1)]


def _fitting(
    sheet: Sheet, area: Any, places: Iterable[Point], what: tuple[str, str, float]
) -> Iterable[Label]:
    from shapely import box
    from shapely.prepared import prep

    shape, (text, kind, width) = prep(area), what
    for x, y in places:
        label = Label(text, round(x, 1), round(y, 1), width, LINE, kind)
        frame = box(label.left, label.top, label.left + width, label.top + LINE)
        if shape.contains(frame) and sheet.cost(label) < 0.05:
            yield label

"""Draws the map at its final size, so that its lettering is truly 8 pt: geometry in, paths and labels out."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from briefings.brief_types import TopicRow
from briefings.render.language.languages import territory
from briefings.render.pictures.labels import Label, Sheet, around, beside, inside
from briefings.render.pictures.projection import Frame, fit
from briefings.render.pictures.shapes import Country, arc, border, countries, neighbours, ring

PAPER = (340.0, 186.0)
"""120 mm wide as the text, and low enough for page 1 beside a table of nine rows."""
SMALLEST = 700.0
"""Kilometres: a closer look would show what 1:50m data does not know."""
BARS = (10, 20, 50, 100, 200, 300, 500, 1000, 2000)
"""Kilometres that a scale bar may state."""
FINEST = 0.5
"""Points: bends of an outline smaller than that are evened out; its thinnest stroke is half as wide again."""


@dataclass(frozen=True, slots=True)
class Watched:
    """A watched border as it is drawn."""

    row: TopicRow
    kind: str
    """``active``, ``quiet`` or ``off`` (not monitored)."""
    weight: float
    """Thickness in points."""
    dashed: bool

    @property
    def label(self) -> str:
        """``14 (▲5)``: the number and the change."""
        if self.row.previous is None:
            return str(self.row.reports)
        change = self.row.reports - self.row.previous
        sign = f"▲{change}" if change > 0 else f"▼{-change}" if change else "="
        return f"{self.row.reports} ({sign})"


@dataclass(frozen=True, slots=True)
class Land:
    """A country inside the frame."""

    path: str
    watched: bool


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line."""

    path: str
    kind: str
    """``other``, ``quiet``, ``off`` or ``active``."""
    weight: float
    dash: str
    """SVG dash pattern, ``""`` for a solid line."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """What ``draw`` hands back; ``kinds`` says which lines of the legend are needed."""

    width: float
    height: float
    lands: tuple[Land, ...]
    strokes: tuple[Stroke, ...]
    labels: tuple[Label, ...]
    dots: tuple[tuple[float, float, str], ...]
    bar: tuple[float, int]
    kinds: frozenset[str]


@lru_cache(maxsize=4)
def draw(watched: tuple[Watched, ...], size: tuple[float, float], language: str) -> Drawing:
    """The map around the borders with reports; watched ones elsewhere in the frame are drawn too.

    Countries are named in ``language``. The last few are remembered: each edition of an issue shows the same map.
    """
    points = [p for w in watched if w.kind == "active" for line in border(*w.row.countries) for p in line]
    frame = fit(points, *size, smallest=SMALLEST, margin=0.14)
    lands = _lands(frame)
    lines = {w.row.id: _line(w, frame) for w in watched}
    seen = [w for w in watched if not lines[w.row.id].is_empty]
    strokes = (*_others(frame, watched), *(_stroke(w, lines[w.row.id]) for w in _back_to_front(seen)))
    labels, dots = _lettering(frame, seen, lines, lands, language)
    codes = {code for w in watched for code in w.row.countries}
    return Drawing(
        round(frame.width, 1),
        round(frame.height, 1),
        tuple(Land(_path(shape), code in codes) for code, shape in sorted(lands.items())),
        strokes,
        labels,
        dots,
        _bar(frame),
        _kinds(strokes, dots),
    )


def _kinds(strokes: Sequence[Stroke], dots: Sequence[tuple[float, float, str]]) -> frozenset[str]:
    dashed = {"disputed" for s in strokes if s.dash and s.kind == "active"}
    return frozenset({s.kind for s in strokes} | dashed | {kind for _, _, kind in dots})


def _back_to_front(watched: Sequence[Watched]) -> list[Watched]:
    order = {"off": 0, "quiet": 1, "active": 2}
    return sorted(watched, key=lambda w: (order[w.kind], w.weight, w.row.id))


def _placed(frame: Frame, lines: Sequence[Any]) -> list[Any]:
    """Lines as they lie on paper; ``None`` for one that cannot reach into the frame."""
    import numpy as np

    if not lines:
        return []
    paper = frame.line(np.concatenate(lines))
    starts = np.cumsum([0, *map(len, lines[:-1])])
    low, high = (extreme.reduceat(paper, starts) for extreme in (np.minimum, np.maximum))
    seen: Any = ((high > 0) & (low < (frame.width, frame.height))).all(axis=1)
    return [line if shown else None for line, shown in zip(np.split(paper, starts[1:]), seen, strict=True)]


@cache
def _outline(numbers: tuple[int, ...]) -> Any:
    """A ring as an array: a page is laid out several times, each time with the same coasts."""
    import numpy as np

    return np.asarray(ring(numbers))


@cache
def _arc(number: int) -> Any:
    """An arc as an array."""
    import numpy as np

    return np.asarray(arc(number))


@cache
def _owners() -> dict[int, tuple[str, ...]]:
    """For each arc between two countries their codes."""
    return {number: owners for number, owners in neighbours().items() if len(owners) == 2}


def _clipped(frame: Frame, shape: Any) -> Any:
    """What of a shape lies inside the frame."""
    from shapely import clip_by_rect

    return clip_by_rect(shape, 0, 0, frame.width, frame.height)


def _lands(frame: Frame) -> dict[str, Any]:
    from shapely import Polygon, union_all

    near = [(code, _outline(r)) for code, c in countries().items() if _reachable(frame, c) for r in c.rings]
    rings: dict[str, list[Any]] = {}
    for (code, _), placed in zip(near, _placed(frame, [outline for _, outline in near]), strict=True):
        if placed is not None and len(placed) > 3:
            rings.setdefault(code, []).append(placed)
    lands = {}
    for code, outlines in rings.items():
        shapes = [_clipped(frame, Polygon(outline)).buffer(0) for outline in outlines]
        shape = union_all(shapes).simplify(FINEST)
        if shape.area > 4:
            lands[code] = shape
    return lands


@cache
def _extent(code: str) -> tuple[float, float, float, float]:
    points = [p for n in countries()[code].arcs for p in arc(n)]
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _reachable(frame: Frame, country: Country) -> bool:
    """Whether a country's box of degrees can touch the frame: spares projecting the other side of the world."""
    west, south, east, north = _extent(country.code)
    half = (frame.width + frame.height) / 2 / frame.scale
    lat = half / 111.2 * 1.3
    middle = _middle(frame)
    lon = lat / max(0.2, 1 - (abs(middle[1]) + lat) / 110)
    return (
        west <= middle[0] + lon
        and east >= middle[0] - lon
        and south <= middle[1] + lat
        and north >= middle[1] - lat
    )


def _middle(frame: Frame) -> tuple[float, float]:
    return frame.conic.longitude, frame.conic.latitude


def _line(watched: Watched, frame: Frame) -> Any:
    from shapely import LineString, MultiLineString

    lines = [LineString(frame.line(part)) for part in border(*watched.row.countries)]
    return _clipped(frame, MultiLineString(lines)).simplify(FINEST)


def _stroke(watched: Watched, line: Any) -> Stroke:
    if watched.kind == "off":
        return Stroke(_path(line), "off", watched.weight, "1 2.4")
    dash = (
        f"{max(6, round(1.7 * watched.weight, 1))} {max(3.4, round(watched.weight, 1))}"
        if watched.dashed
        else ""
    )
    return Stroke(_path(line), watched.kind, watched.weight, dash)


def _others(frame: Frame, watched: Sequence[Watched]) -> Iterable[Stroke]:
    """Land borders that nobody watches: thin; dashed where they are disputed."""
    from shapely import LineString, MultiLineString

    taken = {tuple(sorted(w.row.countries)) for w in watched}
    near = {code for code, country in countries().items() if _reachable(frame, country)}
    arcs = {n: pair for n, pair in _owners().items() if pair not in taken and near.issuperset(pair)}
    groups: dict[bool, list[Any]] = {True: [], False: []}
    for pair, placed in zip(arcs.values(), _placed(frame, list(map(_arc, arcs))), strict=True):
        if placed is not None:
            groups["-".join(pair) in disputed()].append(LineString(placed))
    for dashed, lines in groups.items():
        clipped = _clipped(frame, MultiLineString(lines)).simplify(FINEST)
        if not clipped.is_empty:
            yield Stroke(_path(clipped), "other", 0.7, "3.4 2.4" if dashed else "")


def _path(shape: Any) -> str:
    """A shapely geometry as SVG path data, one decimal."""
    parts = list(getattr(shape, "geoms", [shape]))
    data = []
    for part in parts:
        if part.geom_type == "Polygon":
            data += [_chain(r.coords) + "Z" for r in (part.exterior, *part.interiors)]
        elif part.geom_type == "LineString" and len(part.coords) > 1:
            data.append(_chain(part.coords))
    return "".join(data)


def _chain(points: Iterable[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)


def _bar(frame: Frame) -> tuple[float, int]:
    km = max((k for k in BARS if k * frame.scale <= 64), default=BARS[0])
    return round(km * frame.scale, 1), km


@cache
def _places() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(
        (files("briefings.render.pictures") / "data" / "places.json").read_bytes()
    )
    return loaded


def disputed() -> frozenset[str]:
    """Pairs of neighbours (``AF-PK``, in order) whose common line is disputed whatever a watch list says."""
    return frozenset(_places()["disputed"])


def _lettering(
    frame: Frame, seen: Sequence[Watched], lines: dict[str, Any], lands: dict[str, Any], language: str
) -> tuple[tuple[Label, ...], tuple[tuple[float, float, str], ...]]:
    """Numbers first, then crossings, watched countries, capitals, others; what finds no place is left out.

    A watched country without room for its name gets its code, as datelines have it.
    """
    from shapely import union_all

    thick = [lines[w.row.id].buffer(w.weight / 2 + 0.5) for w in seen if w.kind != "off"]
    sheet = Sheet(frame.width, frame.height, union_all(thick))
    sheet.taken.append((0, frame.height - 26, 80, frame.height))
    dots = [(x, y, "crossing", name) for w in seen for name, x, y in _crossings(w, frame)]
    sheet.taken += [(x - 4, y - 4, x + 4, y + 4) for x, y, _, _ in dots]
    numbers = [
        _number(sheet, w, lines[w.row.id]) for w in reversed(_back_to_front(seen)) if w.kind == "active"
    ]
    crossings = [around(sheet, (x, y), name, kind) for x, y, kind, name in dots]
    active = {code for w in seen if w.kind == "active" for code in w.row.countries}
    capitals = [(x, y, "capital", name) for name, x, y in _capitals(active, frame)]
    sheet.taken += [(x - 4, y - 4, x + 4, y + 4) for x, y, _, _ in capitals]
    order = sorted(lands, key=lambda code: (code not in active, -lands[code].area, code))
    names = {code: territory(code, language) or countries()[code].name for code in order}
    watched = [_country(sheet, lands[c], (names[c], c)) for c in order if c in active]
    cities = [around(sheet, (x, y), name, kind) for x, y, kind, name in capitals]
    others = [_country(sheet, lands[c], (names[c],)) for c in order if c not in active]
    shown = [(x, y, kind) for (x, y, kind, _), label in zip(capitals, cities, strict=True) if label]
    labels = (*numbers, *crossings, *watched, *cities, *others)
    return tuple(filter(None, labels)), (*((x, y, kind) for x, y, kind, _ in dots), *shown)


def _country(sheet: Sheet, land: Any, names: Sequence[str]) -> Label | None:
    """The first of a country's names that fits into it."""
    return next(filter(None, (inside(sheet, _largest(land), name, "country") for name in names)), None)


def _largest(shape: Any) -> Any:
    return max(getattr(shape, "geoms", [shape]), key=lambda part: part.area)


def _number(sheet: Sheet, watched: Watched, line: Any) -> Label | None:
    longest = max(getattr(line, "geoms", [line]), key=lambda part: part.length)
    return beside(sheet, longest, watched.label, "number", thickness=watched.weight)


def _crossings(watched: Watched, frame: Frame) -> list[tuple[str, float, float]]:
    """Crossings that the week's stories name and whose place is known."""
    known, found = _places()["crossings"], []
    for crossing in watched.row.crossings:
        name = next((n for n in map(str.strip, _names(crossing)) if n in known), None)
        if name:
            x, y = frame(tuple(known[name]))
            if 0 < x < frame.width and 0 < y < frame.height:
                found.append((name, round(x, 1), round(y, 1)))
    return found


def _names(crossing: str) -> list[str]:
    for mark in ("–", "/", "(", ")", ","):
        crossing = crossing.replace(mark, "|")
    return crossing.split("|")


def _capitals(codes: Collection[str], frame: Frame) -> list[tuple[str, float, float]]:
    """Capitals of the countries whose borders have reports."""
    known, found = _places()["capitals"], []
    for name, longitude, latitude in (known[c] for c in sorted(codes) if c in known):
        x, y = frame((longitude, latitude))
        if 4 < x < frame.width - 4 and 4 < y < frame.height - 4:
            found.append((name, round(x, 1), round(y, 1)))
    return found

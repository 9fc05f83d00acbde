"""The locator map: watched borders drawn as heavily as they are reported on.

A border is found by its pair of countries; nobody types coordinates. The map is left out when fewer than two borders
have reports: then a sentence says as much (brief anatomy). Line weight carries the finding, the number beside the line
states it; colour comes third.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from briefings.brief_types import NOT_HERE, Brief, TopicRow
from briefings.render.language import dates
from briefings.render.pictures.labels import Label
from briefings.render.pictures.map_draw import PAPER, Land, Stroke, Watched, disputed, draw
from briefings.render.pictures.shapes import border

UNIT, THICKEST = 0.26, 8.0
"""Points per report (page design) and the most a line may weigh."""
BESIDE, NOTE_WIDTH = 11, 31
"""Lines of notes that fit beside the map under its legend, and characters on one (8 pt sans on 46 mm)."""


@dataclass(frozen=True, slots=True)
class Key:
    """A line of the legend."""

    kind: str
    weight: float
    dashed: bool
    text: str


@dataclass(frozen=True, slots=True)
class MapView:
    """The map; when ``drawn`` is false only ``title`` is set: the sentence that stands in for it."""

    title: str
    drawn: bool
    alt: str = ""
    width: float = 0.0
    height: float = 0.0
    lands: tuple[Land, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    labels: tuple[Label, ...] = ()
    dots: tuple[tuple[float, float, str], ...] = ()
    """(x, y, ``crossing`` or ``capital``)."""
    bar: tuple[float, int] = (0.0, 0)
    """Scale: points and kilometres."""
    legend: tuple[Key, ...] = ()
    notes: tuple[str, ...] = ()
    """Disclaimer, source, disputes in words: as many as fit beside the map."""
    below: tuple[str, ...] = ()


def locator(brief: Brief, words: Mapping[str, str], size: tuple[float, float] = PAPER) -> MapView:
    """The map of the brief's borders, or the sentence instead of it; ``size`` in points."""
    rows = [row for row in brief.borders if len(row.countries) == 2 and border(*row.countries)]
    active = [row for row in rows if row.reports]
    if len(active) < 2:
        return MapView(_instead(brief.borders, words), drawn=False)
    unit = min(UNIT, (THICKEST - 1) / max(row.reports for row in active))
    watched = tuple(_watched(row, unit) for row in rows)
    view = draw(watched, size, brief.brief.language)
    notes = _notes(brief, watched, words)
    beside = _beside(notes)
    return MapView(
        title=_finding(active, words),
        drawn=True,
        alt="; ".join(_alt(row, words) for row in rows) + ".",
        width=view.width,
        height=view.height,
        lands=view.lands,
        strokes=view.strokes,
        labels=view.labels,
        dots=view.dots,
        bar=view.bar,
        legend=_legend(watched, view.kinds, words),
        notes=notes[:beside],
        below=notes[beside:],
    )


def _watched(row: TopicRow, unit: float) -> Watched:
    dashed = row.dashed or "-".join(sorted(row.countries)) in disputed()
    if row.state == "not monitored":
        return Watched(row, "off", 1.0, dashed)
    if not row.reports:
        return Watched(row, "quiet", 1.6, dashed)
    return Watched(row, "active", round(1 + unit * row.reports, 2), dashed)


def _instead(rows: Sequence[TopicRow], words: Mapping[str, str]) -> str:
    """Why there is no map; an edition that is cut speaks of itself alone."""
    here = "_here" if any(row.state == NOT_HERE for row in rows) else ""
    active = [row for row in rows if row.reports]
    if not active:
        return words[f"map_none{here}"]
    return words[f"map_few{here}"].format(name=active[0].name, n=active[0].reports)


def _finding(active: Sequence[TopicRow], words: Mapping[str, str]) -> str:
    most = max(row.reports for row in active)
    leaders = [row for row in active if row.reports == most]
    if len(leaders) > 1:
        return words["map_tie"].format(names=", ".join(row.name for row in leaders[:3]), n=most)
    key = "map_lead_first" if leaders[0].previous is None else "map_lead"
    return words[key].format(name=leaders[0].name, n=most, before=leaders[0].previous)


def _alt(row: TopicRow, words: Mapping[str, str]) -> str:
    key = (
        "off"
        if row.state == "not monitored"
        else "here"
        if row.state == NOT_HERE
        else "quiet"
        if not row.reports
        else "first"
        if row.previous is None
        else "row"
    )
    return words[f"map_alt_{key}"].format(name=row.name, n=row.reports, before=row.previous)


def _legend(watched: Sequence[Watched], kinds: frozenset[str], words: Mapping[str, str]) -> tuple[Key, ...]:
    active = sorted((w for w in watched if w.kind == "active"), key=lambda w: w.weight)
    ends = [active[-1], active[0]] if active[0].weight != active[-1].weight else active[-1:]
    keys = [Key("active", w.weight, False, _reports(w.row.reports, words)) for w in ends]
    if any(w.row.previous is not None for w in active):
        keys[0] = replace(keys[0], text=f"{keys[0].text} {words['map_change']}")
    silent = "map_here" if any(w.row.state == NOT_HERE for w in watched) else "map_quiet"
    more = [
        ("disputed", Key("active", 2.6, True, words["map_disputed"])),
        ("quiet", Key("quiet", 1.6, False, words[silent])),
        ("off", Key("off", 1.0, False, words["map_unwatched"])),
        ("other", Key("other", 0.7, False, words["map_other"])),
        ("crossing", Key("crossing", 0.0, False, words["map_crossing"])),
    ]
    return (*keys, *(key for kind, key in more if kind in kinds))


def _reports(n: int, words: Mapping[str, str]) -> str:
    return words["map_report" if n == 1 else "map_reports"].format(n=n)


def _notes(brief: Brief, watched: Sequence[Watched], words: Mapping[str, str]) -> tuple[str, ...]:
    """Disclaimer, disputed lines in words, what is not on the map, source and date."""
    drawn = {w.row.id for w in watched}
    absent = [row.name for row in brief.borders if row.id not in drawn]
    disputed = [
        words["map_status"].format(name=w.row.name, status=w.row.status.rstrip("."))
        for w in watched
        if w.dashed and w.kind == "active"
    ]
    issuer = brief.brief.issuer or words["map_issuer"]
    dated = words["map_date"].format(when=dates.day(brief.period.end, words, weekday=False))
    return tuple(
        note
        for note in (
            words["map_disclaimer"].format(issuer=issuer),
            f"{words['map_source']} {dated}",
            *disputed,
            words["map_undrawn"].format(names=", ".join(absent)) if absent else "",
        )
        if note
    )


def _beside(notes: Sequence[str]) -> int:
    """How many notes stand beside the map; the others go below it."""
    lines = 0
    for i, note in enumerate(notes):
        lines += -(-len(note) // NOTE_WIDTH)
        if lines > BESIDE:
            return i
    return len(notes)

"""The table of watched borders or bodies, its sparklines, and the strip of themes by week."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from briefings.brief_types import NOT_HERE, Brief, StripRow, TopicRow
from briefings.render.language.dates import column

WIDE, HIGH, GAP = 73.0, 14.0, 2.2
"""Width of a sparkline, height of its highest bar and space between two bars, in units of its picture."""
REASON = {False: 41, True: 31}
"""Characters of a reason on one line of the printed table, without and with the column of arrows."""
NAME = 26
"""Characters of a name on one line of the printed table."""
TALL_TABLE = 9
"""Rows that leave room for the map on page 1 (page design); a longer table names its silent rows in a sentence."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One week of a sparkline."""

    x: float
    y: float
    width: float
    height: float
    kind: str
    """``past``, ``now``, ``zero`` or ``gap`` (not collected)."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row with its picture."""

    row: TopicRow
    bars: tuple[Bar, ...]
    alt: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows to print, and those to name in a sentence (``Uzbekistan–Turkmenistan (1 last week)``)."""

    rows: tuple[TableRow, ...]
    quiet: tuple[str, ...]
    unwatched: tuple[str, ...]
    """``Iran–Pakistan, China–Pakistan (2 of 3 feeds failing since Tue 26 Nov)``, one text for each reason."""
    off: int
    """How many rows those are."""
    top: int
    """Upper end of the bars' shared scale."""
    gaps: tuple[str, ...]
    """Weeks without collection."""
    arrows: bool
    """Whether a person set any arrow."""
    weeks: int
    """Weeks behind the median: those before this one."""
    first: str
    last: str
    """Labels of the first and last week shown."""
    compared: bool
    """Whether any week before this one was collected; without one the table has nothing to compare with."""
    cut: bool
    """Whether ``quiet`` names rows of which the edition only says that it holds nothing of them."""


def table(
    rows: Sequence[TopicRow], weeks: Sequence[str], words: Mapping[str, str], *, one_line: bool = False
) -> Table:
    """The table of ``rows``; all bars share one scale. ``one_line``: reasons cut to a line of the printed table."""
    tall = len(rows) > TALL_TABLE
    lively = [r for r in rows if r.reports or r.previous or r.arrow]
    failed = [r for r in rows if r not in lively and r.state == "not monitored"]
    room = len(lively) + len(failed) <= TALL_TABLE
    short = lively + failed if room else lively
    shown = [r for r in short if len(short) <= TALL_TABLE or r.reports or r.arrow] if tall else rows
    hidden = [r for r in rows if r not in shown]
    arrows = any(r.arrow for r in shown)
    top = max((n for r in rows for n in r.history if n is not None), default=0)
    labels = [column(w) for w in weeks]
    return Table(
        rows=tuple(
            TableRow(
                _one_line(r, arrows) if one_line else r, _bars(r.history, top), _alt(r.history, labels, words)
            )
            for r in shown
        ),
        quiet=tuple(_silent(r, words) for r in hidden if r.state != "not monitored"),
        unwatched=_unwatched(hidden),
        off=sum(r.state == "not monitored" for r in hidden),
        top=top,
        gaps=_gaps([r.history for r in rows if r.state != "not monitored"], labels),
        arrows=arrows,
        weeks=max(len(labels) - 1, 0),
        first=labels[0] if labels else "",
        last=labels[-1] if labels else "",
        compared=any(n is not None for row in rows for n in row.history[:-1]),
        cut=any(row.state == NOT_HERE for row in rows),
    )


def _unwatched(rows: Sequence[TopicRow]) -> tuple[str, ...]:
    """Names of rows that nobody could watch, with the reason: what failed is no quiet border (case 32)."""
    names: dict[str, list[str]] = {}
    for row in rows:
        if row.state == "not monitored":
            names.setdefault(row.reason, []).append(row.name)
    return tuple(f"{', '.join(of)} ({why})" if why else ", ".join(of) for why, of in names.items())


def _silent(row: TopicRow, words: Mapping[str, str]) -> str:
    return words["quiet_before"].format(name=row.name, n=row.previous) if row.previous else row.name


def _one_line(row: TopicRow, arrows: bool) -> TopicRow:
    """A row that does not wrap: its note in brackets goes first, then words of its reason."""
    room = REASON[arrows] - sum(len(str(n)) + 3 for n in row.reason_refs)
    room -= len(row.unusual.split(":")[0]) + 3 if row.unusual else 0
    name = re.sub(r" \([^()]*\)$", "", row.name) if len(row.name) > NAME else row.name
    return replace(row, name=name, reason=clip(row.reason, room))


def clip(text: str, room: int) -> str:
    """Text of at most ``room`` characters, cut at a word; ``(74 imported documents)`` first loses its adjective."""
    if len(text) > room:
        text = re.sub(r"\((\d+) [^()]* ([^() ]+)\)$", r"(\1 \2)", text)
    if len(text) > room:
        text = re.sub(r" \([^()]*\)$", "", text)
    if len(text) <= room:
        return text
    short = text[: max(room - 1, 8)].rsplit(" ", 1)[0]
    # An "and" at the end would promise what does not come.
    return re.sub(r"[ ,;:–·(]+(?:\w{1,3}[ ,;:–·(]*)?$", "", f"{short} ") + "…"


def _bars(history: Sequence[int | None], top: int) -> tuple[Bar, ...]:
    bars, step = [], (WIDE + GAP) / max(len(history), 1)
    for i, count in enumerate(history):
        height = 4.0 if count is None else round(HIGH * count / top, 2) if top else 0.0
        kind = "gap" if count is None else "zero" if not count else "now" if i == len(history) - 1 else "past"
        bars.append(Bar(round(i * step, 2), round(HIGH - height, 2), round(step - GAP, 2), height, kind))
    return tuple(bars)


def _alt(history: Sequence[int | None], labels: Sequence[str], words: Mapping[str, str]) -> str:
    told = zip(labels, history, strict=False)
    return words["comma"].join(f"{label} {words['not_collected'] if n is None else n}" for label, n in told)


def _gaps(histories: Sequence[Sequence[int | None]], labels: Sequence[str]) -> tuple[str, ...]:
    """Weeks in which nobody collected anything; three or more in a row as ``W40–W47``."""
    empty = [
        bool(histories) and all(i < len(h) and h[i] is None for h in histories) for i in range(len(labels))
    ]
    runs: list[str] = []
    for missing, run in groupby(zip(empty, labels, strict=True), key=lambda pair: pair[0]):
        names = [label for _, label in run]
        if missing:
            runs += names if len(names) < 3 else [f"{names[0]}–{names[-1]}"]
    return tuple(runs)


@dataclass(frozen=True, slots=True)
class Cell:
    """A theme in a week."""

    count: int | None
    shade: int
    """0 (none) to 4; -1 when not collected."""


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """A theme over the weeks."""

    name: str
    cells: tuple[Cell, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Strip:
    """The strip and its finding."""

    title: str
    weeks: tuple[str, ...]
    rows: tuple[ThemeRow, ...]
    steps: str
    """The shades in words: ``0 · 1–3 · 4–6 · 7–9 · 10 or more``."""
    gaps: tuple[str, ...]


def strip(brief: Brief, words: Mapping[str, str]) -> Strip | None:
    """The strip; ``None`` when fewer than two weeks were collected or no theme counted: then it would show nothing."""
    rows = brief.strip
    collected = sum(
        any(n is not None for n in week) for week in zip(*(row.counts for row in rows), strict=False)
    )
    if collected < 2 or not any(n for row in rows for n in row.counts):
        return None
    labels = tuple(column(w) for w in brief.weeks)
    step = max(1, -(-max(n or 0 for row in rows for n in row.counts) // 5))
    return Strip(
        title=_finding(rows, words),
        weeks=labels,
        rows=tuple(
            ThemeRow(r.name, tuple(_cell(n, step) for n in r.counts), sum(n or 0 for n in r.counts))
            for r in rows
        ),
        steps=_steps(step, words),
        gaps=_gaps([row.counts for row in rows], labels),
    )


def _cell(count: int | None, step: int) -> Cell:
    return Cell(count, -1 if count is None else min(-(-count // step), 4))


def _steps(step: int, words: Mapping[str, str]) -> str:
    ranges = [(i * step + 1, (i + 1) * step) for i in range(3)]
    named = [str(a) if a == b else f"{a}–{b}" for a, b in ranges]
    return " · ".join(["0", *named, f"{3 * step + 1} {words['strip_more']}"])


def _finding(rows: Sequence[StripRow], words: Mapping[str, str]) -> str:
    """The leader of the week and, if another theme rose by two reports or more, the one that rose most."""
    now = {row.id: row.counts[-1] or 0 for row in rows}
    most = max(now.values())
    if not most:
        return words["strip_none"]
    leaders = [row for row in rows if now[row.id] == most]
    if len(leaders) > 1:
        return words["strip_tie"].format(names=", ".join(r.name for r in leaders[:3]), n=most)
    key = "strip_lead" if most > 1 else "strip_lead_one"
    lead = words[key].format(name=leaders[0].name, n=most)
    others = [(now[r.id] - r.counts[-2], r) for r in rows if r is not leaders[0] and r.counts[-2] is not None]
    rise, row = max(others, key=lambda pair: pair[0], default=(0, None))
    if row is None or rise < 2:
        return lead
    return f"{lead}; " + words["strip_rose"].format(
        name=_lower(row.name), before=row.counts[-2], n=now[row.id]
    )


def _lower(name: str) -> str:
    """A theme's name inside a sentence: its first letter small unless it opens an abbreviation."""
    return name if name[:2].isupper() else name[:1].lower() + name[1:]

"""Sentences and the notes beside them: which source is described where.

A source is described in the margin beside the first sentence of a story that cites it; later mentions carry only
their number, which leads to the annex.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from briefings.brief_types import Brief, Line, QuoteLine, Reference, StoryBlock

NOTE_WIDTH = 31
"""Characters on a line of a margin note (8 pt sans on 46 mm)."""
LONGEST = 5
"""Lines of a row that holds several sentences: a page can break between rows only, that is, between sentences."""
TEXT_WIDTH = 62
"""Characters on a line of text (10 pt serif on 120 mm)."""
NOTE_LINE, TEXT_LINE = 10.5, 14.0
"""Points from line to line."""


@dataclass(frozen=True, slots=True)
class Row:
    """What stands in one line of the page: text on the left, notes on the right."""

    kind: str
    """``reported``, ``comment``, ``original`` or ``quote``."""
    lines: tuple[Line, ...] = ()
    quote: QuoteLine | None = None
    notes: tuple[Reference, ...] = ()
    lang: str = ""
    refs: tuple[int, ...] = ()
    first: bool = False
    """The first row of its kind in the story: it carries the label."""
    days: tuple[str, ...] = ()
    """Days that its sentences name without a date: ``“Thursday”: Thu 28 Nov 2024``."""
    more: tuple[Row, ...] = ()
    """Rows that stand below this one beside the same notes."""


def references(brief: Brief) -> Mapping[int, Reference]:
    """The annex by number."""
    return {reference.n: reference for reference in brief.references}


def notes(refs: Iterable[int], annex: Mapping[int, Reference], seen: set[int]) -> tuple[Reference, ...]:
    """The sources among ``refs`` that were not described yet; they count as described from now on."""
    fresh = [n for n in dict.fromkeys(refs) if n not in seen and n in annex]
    seen.update(fresh)
    return tuple(annex[n] for n in fresh)


def story_rows(
    story: StoryBlock, annex: Mapping[int, Reference], language: str, seen: set[int]
) -> tuple[Row, ...]:
    """A story, row by row, each with the sources that it names first."""
    rows: list[Row] = []
    for kind, group in _groups(story, language):
        if kind in ("original", "foreign"):
            rows += [
                Row(kind, (line,), None, notes(line.refs, annex, seen), line.lang, line.refs)
                for line in group
            ]
        else:
            rows += _pack(kind, group, annex, seen)
    rows += [Row("quote", (), q, notes(q.refs, annex, seen), q.lang, q.refs) for q in story.quotes]
    return _folded(_dated(rows))


def _dated(rows: Iterable[Row]) -> list[Row]:
    """Rows with the days that they name without a date; each is explained once in a story."""
    told: set[str] = set()
    dated = []
    for row in rows:
        fresh = tuple(n for n in dict.fromkeys(line.note for line in row.lines) if n and n not in told)
        told.update(fresh)
        dated.append(replace(row, days=fresh))
    return dated


def _folded(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Rows without gaps: beside notes taller than their sentence, the next row moves up."""
    folded: list[Row] = []
    for row in rows:
        if folded and _side(folded[-1]) > _main(folded[-1]) + NOTE_LINE:
            held = folded[-1]
            folded[-1] = replace(
                held, notes=held.notes + row.notes, days=held.days + row.days, more=(*held.more, row)
            )
        else:
            folded.append(row)
    return tuple(folded)


def _side(row: Row) -> float:
    return _height(row.notes) + sum(-(-len(day) // NOTE_WIDTH) for day in row.days) * NOTE_LINE


def _main(row: Row) -> float:
    """Height of a row's text; the label of an original costs a line more."""
    labelled = NOTE_LINE if row.kind in ("original", "foreign", "quote") else 0.0
    own = _text_height(row.lines) if row.lines else 2 * TEXT_LINE
    return own + labelled + sum(_main(part) for part in row.more)


def _groups(story: StoryBlock, language: str) -> Iterable[tuple[str, list[Line]]]:
    """Neighbouring sentences of one kind; a foreign sentence always stands alone."""
    current: list[Line] = []
    kind = ""
    for line in (*story.reported, *story.comments):
        new = _kind(line, story, language)
        if current and new != kind:
            yield kind, current
            current = []
        kind = new
        current.append(line)
    if current:
        yield kind, current


def _kind(line: Line, story: StoryBlock, language: str) -> str:
    if line.label == "original":
        return "original"
    if line.lang and line.lang != language:
        return "foreign"
    return "comment" if line in story.comments else "reported"


def _pack(kind: str, lines: Sequence[Line], annex: Mapping[int, Reference], seen: set[int]) -> list[Row]:
    """Sentences in as few rows as keep every note beside its sentence: notes may not outgrow their text by much."""
    rows: list[Row] = []
    held: list[Line] = []
    beside: list[Reference] = []
    for line in lines:
        fresh = notes(line.refs, annex, seen)
        tall = _text_height([*held, line])
        crowded = bool(fresh) and _height([*beside, *fresh]) > tall + 2 * TEXT_LINE
        if held and (crowded or tall > LONGEST * TEXT_LINE):
            rows.append(Row(kind, tuple(held), None, tuple(beside), first=not rows))
            held, beside = [], []
        held.append(line)
        beside.extend(fresh)
    rows.append(Row(kind, tuple(held), None, tuple(beside), first=not rows))
    return rows


def _height(described: Sequence[Reference]) -> float:
    characters = [len(r.chain or r.outlet) + len(r.date_text) + len(r.limits) + 12 for r in described]
    return sum((-(-n // NOTE_WIDTH)) * NOTE_LINE for n in characters)


def _text_height(lines: Sequence[Line]) -> float:
    titles = sum(line.basis == "title" for line in lines)
    running = -(-sum(len(line.text) + 6 for line in lines if line.basis != "title") // TEXT_WIDTH)
    return max(running + titles, 1) * TEXT_LINE

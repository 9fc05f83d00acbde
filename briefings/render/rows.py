"""A story as it is set: its passages, and the notes in the margin that say what each source is.

A source is described once in a story, beside the first sentence that cites it; sources of one description (five
reports of one agency on one day) share a note. Later mentions carry only their number, which leads to the annex.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby

from briefings.brief_types import Brief, Line, QuoteLine, Reference, StoryBlock

NOTE_WIDTH, TEXT_WIDTH = 31, 62
"""Characters on a line of a margin note (8 pt sans on 46 mm) and of text (10 pt serif on 120 mm)."""
NOTE_LINE, TEXT_LINE = 10.5, 14.0
"""Points from line to line."""


@dataclass(frozen=True, slots=True)
class Note:
    """A description in the margin, and the numbers that share it."""

    numbers: tuple[int, ...]
    source: Reference


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with what stands beside it."""

    line: Line
    notes: tuple[Note, ...] = ()
    day: str = ""
    """The day that it names without a date: ``“Thursday”: Thu 28 Nov 2024``."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Neighbouring sentences of one kind, or one quotation."""

    kind: str
    """``reported``, ``comment``, ``original``, ``foreign`` or ``quote``."""
    told: tuple[Told, ...] = ()
    quote: QuoteLine | None = None
    notes: tuple[Note, ...] = ()
    """Of the quotation."""
    first: bool = False
    """The first of its kind in the story: it carries the label."""


def references(brief: Brief) -> Mapping[int, Reference]:
    """The annex by number."""
    return {reference.n: reference for reference in brief.references}


class Margin:
    """What the margin of one story, or of one line, has still to tell."""

    def __init__(self, refs: Iterable[int], annex: Mapping[int, Reference]) -> None:
        """``refs`` are all the numbers that the story will cite."""
        self._annex, self._told = annex, set[object]()
        self._numbers: dict[object, list[int]] = {}
        for n in dict.fromkeys(refs):
            if n in annex:
                self._numbers.setdefault(_description(annex[n]), []).append(n)

    def notes(self, refs: Iterable[int]) -> tuple[Note, ...]:
        """The sources among ``refs`` that were not described yet; they count as described from now on."""
        fresh = []
        for n in dict.fromkeys(refs):
            about = _description(self._annex[n]) if n in self._annex else None
            if about and about not in self._told:
                self._told.add(about)
                fresh.append(Note(tuple(self._numbers[about]), self._annex[n]))
        return tuple(fresh)

    def days(self, note: str) -> str:
        """The explanations of days among ``“Thursday”: Thu 28 Nov 2024; …``, each once in a story."""
        fresh = [part for part in note.split("; ") if part and part not in self._told]
        self._told.update(fresh)
        return "; ".join(fresh)


def _description(source: Reference) -> tuple[str, ...]:
    who = source.chain or source.outlet
    return who, source.date_text, source.language, source.limits, source.grade


def passages(story: StoryBlock, annex: Mapping[int, Reference], language: str) -> tuple[Passage, ...]:
    """A story, passage by passage, each with the sources that it names first. ``language`` is the brief's."""
    lines = (*story.reported, *story.comments)
    cited = [line.refs for line in lines] + [quote.refs for quote in story.quotes]
    margin = Margin(chain.from_iterable(cited), annex)
    seen: set[str] = set()
    told = []
    for kind, group in groupby(lines, key=lambda line: _kind(line, story, language)):
        members = list(group)
        for run in [[line] for line in members] if kind in ("original", "foreign") else [members]:
            told.append(Passage(kind, _told(run, margin), first=kind not in seen))
            seen.add(kind)
    told += [Passage("quote", (), q, margin.notes(q.refs)) for q in story.quotes]
    return gathered(told) if crowded(told) else tuple(told)


def crowded(parts: Sequence[Passage]) -> bool:
    """Whether notes would be pushed more than a line below the sentences that they stand beside."""
    text = beside = 0.0
    for part in parts:
        text += 0 if part.kind in ("reported", "comment") else NOTE_LINE
        for lines, notes, day in _heights(part):
            beside = max(beside, text + lines * TEXT_LINE) if notes or day else beside
            if beside > text + (lines + 1) * TEXT_LINE:
                return True
            text += lines * TEXT_LINE
            beside += sum(_lines(_description(n.source), NOTE_WIDTH) for n in notes) * NOTE_LINE
            beside += _lines((day,), NOTE_WIDTH) * NOTE_LINE if day else 0
    return False


def _heights(part: Passage) -> Iterable[tuple[int, tuple[Note, ...], str]]:
    """Lines of text with the notes beside their last one."""
    if part.quote:
        yield _lines((part.quote.text,), TEXT_WIDTH) + 1, part.notes, ""
    for told in part.told:
        yield _lines((told.line.text,), TEXT_WIDTH), told.notes, told.day


def _lines(texts: Iterable[str], width: int) -> int:
    return -(-sum(len(text) + 2 for text in texts) // width)


def gathered(parts: Sequence[Passage]) -> tuple[Passage, ...]:
    """The same story with all its notes beside its first sentence, one below the other."""
    notes = tuple(n for part in parts for n in (*(n for told in part.told for n in told.notes), *part.notes))
    days = [told.day for part in parts for told in part.told if told.day]
    bare = [replace(p, notes=(), told=tuple(Told(told.line) for told in p.told)) for p in parts]
    if not bare[0].told:
        return (replace(bare[0], notes=notes), *bare[1:])
    first, *rest = bare[0].told
    return (replace(bare[0], told=(replace(first, notes=notes, day="; ".join(days)), *rest)), *bare[1:])


def _told(lines: Sequence[Line], margin: Margin) -> tuple[Told, ...]:
    return tuple(Told(line, margin.notes(line.refs), margin.days(line.note)) for line in lines)


def _kind(line: Line, story: StoryBlock, language: str) -> str:
    if line.label == "original":
        return "original"
    if line.lang and line.lang != language:
        return "foreign"
    return "comment" if line in story.comments else "reported"

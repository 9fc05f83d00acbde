"""A story as it is set: its passages, and the notes in the margin that say what each source is.

A source is described once in a story, beside the first sentence that cites it; sources of one description (five
reports of one agency on one day) share a note. Later mentions carry only their number, which leads to the annex.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, groupby

from briefings.brief_types import Brief, Line, QuoteLine, Reference, StoryBlock

SHORT = 400
"""Characters: some five lines."""


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

    @property
    def beside(self) -> tuple[Note, ...]:
        """All its notes, in the order of its sentences."""
        return (*chain.from_iterable(told.notes for told in self.told), *self.notes)

    @property
    def whole(self) -> bool:
        """Whether it is short enough to stay on one page with the notes beside it."""
        return sum(len(told.line.text) for told in self.told) < SHORT

    @property
    def days(self) -> str:
        """All days that its sentences name without a date."""
        return "; ".join(told.day for told in self.told if told.day)


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
    return tuple(told)


def _told(lines: Sequence[Line], margin: Margin) -> tuple[Told, ...]:
    return tuple(Told(line, margin.notes(line.refs), margin.days(line.note)) for line in lines)


def _kind(line: Line, story: StoryBlock, language: str) -> str:
    if line.label == "original":
        return "original"
    if line.lang and line.lang != language:
        return "foreign"
    return "comment" if line in story.comments else "reported"

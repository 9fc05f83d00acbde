"""The edition for readers below a brief's marking: what they may not get is taken out, and the rest says so.

Numbers of stories and references stay those of the whole brief, so that two readers speak of the same. Where taking out
would make a sentence false ("no dates announced"), its whole section goes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefings.brief.marking import above
from briefings.brief.references import lists, walk
from briefings.brief.words import words
from briefings.brief_types import Changes, Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefings.brief_types import (
        Brief,
        Change,
        Coverage,
        StoryBlock,
        StripRow,
        ThemeBlock,
        TopicRow,
    )


@dataclass(frozen=True, slots=True)
class Cut:
    """An edition and what it lacks."""

    brief: Brief
    left_out: int
    """Stories, notes and dates that were taken out."""

    @property
    def empty(self) -> bool:
        """Whether nothing that an outlet reported is left."""
        return not (self.brief.stories or self.brief.also_noted or self.brief.events)


def cut(brief: Brief, ceiling: str) -> Cut:
    """The brief without everything marked above ``ceiling``, marked as it then is: the lower of both.

    A story goes when it or, without a person's mark, one of its sources is above; a line goes with its story or with
    one of its references. Text by a person is the brief's own, unless it stands in a story that he marked.
    """
    own = brief.brief.tlp
    lower = above(own, ceiling)
    ceiling = ceiling if lower else own
    stay = tuple(_bare(s, brief, keep=not lower) for s in brief.stories if not above(s.tlp or own, ceiling))
    open_ = _open(brief, stay, ceiling)
    if not lower and len(stay) == len(brief.stories) and len(open_) == len(brief.references):
        return Cut(brief, 0)
    gone = tuple(story for story in brief.stories if story.id not in {s.id for s in stay})
    ids = frozenset(story.id for story in stay)
    kept = _Kept(frozenset(open_), ids, frozenset(s.id for s in gone), not lower, _worded(brief, stay))
    noted = tuple(line for line in brief.also_noted if kept.line(line))
    events = tuple(e for e in brief.events if kept.refs(e.refs) and (kept.persons or e.basis != "person"))
    left_out = len(gone) + len(brief.also_noted) - len(noted) + len(brief.events) - len(events)
    language = words(brief.brief.language)
    note = language.say("cut_edition", items=language.count("items", left_out), tlp=ceiling)
    lead = tuple(line for line in brief.bottom_line_parts if kept.line(line)) or _lead(stay, brief, note)
    changes, corrections = (
        _changes(brief.changes, kept),
        tuple(c for c in brief.corrections if kept.refs(c.refs) or (not lower and not c.refs)),
    )
    edition = replace(
        brief,
        brief=replace(brief.brief, tlp=ceiling),
        bottom_line=" ".join(line.text for line in lead),
        bottom_line_parts=lead,
        key_points=tuple(line for line in brief.key_points if kept.line(line)),
        themes=_themes(brief.themes, kept),
        stories=stay,
        borders=_rows(brief.borders, gone, kept),
        bodies=_rows(brief.bodies, gone, kept),
        strip=_strip(brief.strip, gone),
        changes=changes,
        events=events,
        also_noted=noted,
        corrections=corrections,
        coverage=_coverage(brief, ceiling, stay, note),
    )
    emptied = {
        "changes": _fewer(brief.changes, changes),
        "ahead": any(e.ahead for e in brief.events) and not any(e.ahead for e in events),
        "stories": bool(brief.stories) and not stay,
        "corrections": len(corrections) < len(brief.corrections),
    }
    hidden = dict.fromkeys((*brief.brief.left_out, *(name for name, empty in emptied.items() if empty)))
    edition = replace(edition, brief=replace(edition.brief, left_out=tuple(hidden)))
    return Cut(_closed(edition), left_out)


@dataclass(frozen=True, slots=True)
class _Kept:
    """What may stay."""

    numbers: frozenset[int]
    stories: frozenset[str]
    gone: frozenset[str]
    persons: bool
    """Whether text by a person stays."""
    worded: tuple[str, ...]
    """Headlines by a person that do not stay: lines that repeat one go with it."""

    def refs(self, refs: Sequence[int]) -> bool:
        return bool(refs) and self.numbers.issuperset(refs)

    def text(self, text: str) -> bool:
        return not any(headline in text for headline in self.worded)

    def line(self, line: Line) -> bool:
        if line.story in self.gone or not self.numbers.issuperset(line.refs) or not self.text(line.text):
            return False
        if line.basis == "person":
            return self.persons
        return bool(line.refs) or line.story in self.stories


def _open(brief: Brief, stay: Sequence[StoryBlock], ceiling: str) -> set[int]:
    """Numbers of references that may be named: those marked so, and those of stories that stay by a person's mark."""
    by_hand = [story for story in stay if story.tlp_basis == "person"]
    named = {n for numbers in lists(by_hand) for n in numbers}
    return {r.n for r in brief.references if r.n in named or not above(r.tlp or brief.brief.tlp, ceiling)}


def _bare(story: StoryBlock, brief: Brief, *, keep: bool) -> StoryBlock:
    """Without what a person wrote in it, unless he marked it."""
    if keep or story.tlp_basis == "person":
        return story
    story = replace(story, assessed="", so_what="")
    if story.headline_basis != "person":
        return story
    first = next((line for line in story.reported if line.lang == brief.brief.language), None)
    text = first.text if first else story.dateline or story.id
    return replace(story, headline=text, headline_basis="composed", headline_refs=first.refs if first else ())


def _worded(brief: Brief, stay: Sequence[StoryBlock]) -> tuple[str, ...]:
    now = {story.id: story.headline for story in stay}
    return tuple(
        s.headline for s in brief.stories if s.headline_basis == "person" and now.get(s.id) != s.headline
    )


def _lead(stay: Sequence[StoryBlock], brief: Brief, note: str) -> tuple[Line, ...]:
    """The first story that is left leads, by its headline; without one, what was left out, or that nothing was."""
    if not brief.stories:
        return tuple(line for line in brief.bottom_line_parts if line.basis == "composed")
    if not stay:
        return (Line(note, (), brief.brief.language, "composed"),)
    first = stay[0]
    return (Line(first.headline, first.headline_refs, brief.brief.language, first.headline_basis, first.id),)


def _themes(themes: Sequence[ThemeBlock], kept: _Kept) -> tuple[ThemeBlock, ...]:
    left = (replace(t, stories=tuple(s for s in t.stories if s in kept.stories)) for t in themes)
    return tuple(theme for theme in left if theme.stories)


def _rows(rows: Sequence[TopicRow], gone: Sequence[StoryBlock], kept: _Kept) -> tuple[TopicRow, ...]:
    """A row that counted what was taken out counts less and compares no more; one with nothing else goes."""
    found = []
    for row in rows:
        fewer = sum(any(t.id == row.id for t in story.topics) for story in gone)
        person = row.arrow and not kept.persons
        silent = person or not kept.refs(row.reason_refs) or not kept.text(row.reason)
        told = replace(row, arrow="", reason="", reason_refs=()) if silent and row.state == "reports" else row
        if fewer:
            left = max(row.reports - fewer, 0)
            told = replace(
                told, reports=left, origins=min(row.origins, left), previous=None, median=None, history=(),
                unusual="", suggestion="", crossings=(), arrow="", reason="", reason_refs=(),
            )  # fmt: skip
        if told.reports or not fewer:
            found.append(told)
    return tuple(found)


def _strip(rows: Sequence[StripRow], gone: Sequence[StoryBlock]) -> tuple[StripRow, ...]:
    found = []
    for row in rows:
        fewer = sum(story.theme == row.id for story in gone)
        now = row.counts[-1] if row.counts else None
        counts = (*row.counts[:-1], max(now - fewer, 0)) if fewer and now is not None else row.counts
        found.append(replace(row, counts=counts))
    return tuple(found)


def _changes(changes: Changes, kept: _Kept) -> Changes:
    """Entries on stories that stand here; the marking of an earlier issue's story is not known."""

    def some(entries: Iterable[Change]) -> tuple[Change, ...]:
        return tuple(
            e
            for e in entries
            if e.story in kept.stories and kept.numbers.issuperset(e.refs) and kept.text(e.text)
        )

    return Changes(*(some(getattr(changes, name)) for name in _LISTS))


_LISTS = ("new", "escalated", "continuing", "quiet", "corrected")


def _fewer(before: Changes, after: Changes) -> bool:
    """Whether a list was emptied: it would say "none"."""
    return any(getattr(before, name) and not getattr(after, name) for name in _LISTS)


def _coverage(brief: Brief, ceiling: str, stay: Sequence[StoryBlock], note: str) -> Coverage:
    """Counts stay; what names an item or a source above the ceiling goes."""
    box, numbers = brief.coverage, {story.number for story in stay}
    return replace(
        box,
        sources=tuple(s for s in box.sources if not above(s.tlp or brief.brief.tlp, ceiling)),
        moved=(),
        problems=(),
        single_origin=tuple(n for n in box.single_origin if n in numbers),
        notes=(note,),
    )


def _closed(brief: Brief) -> Brief:
    """With the references that are still cited, and nothing of the others in the manifest."""
    cited = {n for numbers in walk(brief) for n in numbers}
    annex = tuple(r for r in brief.references if r.n in cited)
    articles = {r.article: r.sha256 for r in annex}
    return replace(brief, references=annex, manifest={**brief.manifest, "articles": articles})

"""The edition for readers below a brief's marking: what they may not get is taken out, and the rest says so.

Numbers of stories and references stay those of the whole brief, so that two readers speak of the same; tables are put
in the order of what is left. Where taking out would make a sentence false ("no dates announced"), its section goes. A
row of a table stays, for its absence would tell; that nothing was collected is not said of it, nor of the others that
are empty here, so that nobody can tell which of them are.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from statistics import median
from typing import TYPE_CHECKING

from briefings.brief.language.words import words
from briefings.brief.material.marking import ORDER, above
from briefings.brief.sections.references import lists, walk
from briefings.brief.sections.tables import busiest, leading, told_in
from briefings.brief_types import NOT_HERE, OTHER_THEME, Changes, Line, Totals

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
    items = language.count("items", left_out)
    note = language.say("cut_items" if left_out else "cut_edition", tlp=ceiling, items=items)
    total = brief.coverage.below.get(ceiling)
    # The numbers for this ceiling know of all that its sources mark higher, not of what a person does.
    uncounted = gone if total is None else tuple(story for story in gone if story.tlp_basis == "person")
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
        themes=_themes(brief.themes, stay, kept),
        stories=stay,
        strip=_strip(brief.strip, uncounted, total),
        changes=changes,
        events=events,
        also_noted=noted,
        corrections=corrections,
        coverage=_coverage(brief, ceiling, stay, note),
        method=tuple(filter(None, (total.method, *brief.method[1:]))) if total else brief.method,
    )
    edition = replace(
        edition,
        borders=_rows(_recounted(brief.borders, total), uncounted, edition, kept),
        bodies=_rows(_recounted(brief.bodies, total), uncounted, edition, kept),
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


def _themes(themes: Sequence[ThemeBlock], stay: Sequence[StoryBlock], kept: _Kept) -> tuple[ThemeBlock, ...]:
    left = (replace(t, stories=tuple(s for s in t.stories if s in kept.stories)) for t in themes)
    order = {story.id: story.number for story in stay}
    return tuple(sorted((t for t in left if t.stories), key=lambda t: min(order[s] for s in t.stories)))


def _recounted(rows: Sequence[TopicRow], total: Totals | None) -> tuple[TopicRow, ...]:
    """Rows with the numbers of what may be known."""
    if total is None:
        return tuple(rows)
    found = []
    for row in rows:
        full = tuple(n or 0 for n in row.history)
        known = total.history.get(row.id, (0,) * len(full))
        if tuple(n or 0 for n in known) == full and total.witnesses.get(row.id, 0) == row.origins:
            found.append(row)
            continue
        history = tuple(None if n is None else k or 0 for n, k in zip(row.history, known, strict=True))
        earlier = [n for n in history[:-1] if n is not None]
        told = replace(
            row, reports=history[-1] or 0, previous=history[-2], median=float(median(earlier)) if earlier else None,
            origins=total.witnesses.get(row.id, 0), history=history, unusual="", suggestion="", crossings=(),
        )  # fmt: skip
        found.append(told)
    return tuple(found)


def _rows(
    rows: Sequence[TopicRow], gone: Sequence[StoryBlock], edition: Brief, kept: _Kept
) -> tuple[TopicRow, ...]:
    """Every row, in an order that does not tell what was taken out; its reason is the story where it is told here."""
    found = [_row(row, gone, edition, kept) for row in rows]
    return tuple(sorted(found, key=lambda row: (-row.reports, row.id)))


def _row(row: TopicRow, gone: Sequence[StoryBlock], edition: Brief, kept: _Kept) -> TopicRow:
    """A row that counted what was taken out counts less and compares no more."""
    if row.arrow and not kept.persons:
        row = replace(row, arrow="", reason="")
    if fewer := sum(any(t.id == row.id for t in story.topics) for story in gone):
        left = max(row.reports - fewer, 0)
        earlier = (*row.history[:-1], 0) if not left else ()
        row = replace(
            row, reports=left, origins=min(row.origins, left), previous=None if left else row.previous,
            median=None if left else row.median, history=earlier, unusual="", suggestion="", crossings=(), arrow="",
        )  # fmt: skip
    if row.state == "not monitored" or row.arrow:
        return row
    language = words(edition.brief.language)
    if not row.reports:
        nothing = language.say("not_here")
        return replace(
            row, state=NOT_HERE, reason=nothing, unusual="", suggestion="", origins=0, crossings=()
        )
    story = leading(row.id, edition.stories)
    names = {theme.id: theme.name for theme in edition.themes if theme.id != OTHER_THEME}
    return replace(row, reason=told_in(story, names.get(story.theme, ""), language) if story else "")


def _strip(
    rows: Sequence[StripRow], gone: Sequence[StoryBlock], total: Totals | None
) -> tuple[StripRow, ...]:
    found = []
    for row in rows:
        known = total.history.get(row.id, (0,) * len(row.counts)) if total else row.counts
        counts = tuple(None if n is None else k or 0 for n, k in zip(row.counts, known, strict=True))
        fewer = sum(story.theme == row.id for story in gone)
        now = counts[-1] if counts else None
        counts = (*counts[:-1], max(now - fewer, 0)) if fewer and now is not None else counts
        if any(counts) or not any(row.counts):
            found.append(replace(row, counts=counts))
    return tuple(sorted(found, key=busiest))


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
    """The numbers of what may be known; what names an item or a source above the ceiling goes."""
    box, numbers = brief.coverage, {story.number for story in stay}
    total, lower = box.below.get(ceiling), ORDER[: ORDER.index(ceiling)]
    told = {f.name: getattr(total, f.name) for f in fields(Totals) if hasattr(box, f.name)} if total else {}
    return replace(
        box,
        **{**told, "notes": (note, *told.get("notes", ()))},
        below={mark: known for mark, known in box.below.items() if mark in lower},
        sources=tuple(s for s in box.sources if not above(s.tlp or brief.brief.tlp, ceiling)),
        moved=(),
        problems=(),
        single_origin=tuple(n for n in box.single_origin if n in numbers),
    )


def _closed(brief: Brief) -> Brief:
    """With the references that are still cited, and nothing of the others in the manifest."""
    cited = {n for numbers in walk(brief) for n in numbers}
    annex = tuple(r for r in brief.references if r.n in cited)
    articles = {r.article: r.sha256 for r in annex}
    kept = {key: value for key, value in brief.manifest.items() if key != "items_in_window"}
    return replace(brief, references=annex, manifest={**kept, "articles": articles})

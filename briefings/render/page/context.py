"""Everything a template may use: the brief itself, and what is worked out from it for the page.

The names here are a contract with the writers of templates; they are described in ``docs/reference/templates.md``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from markupsafe import Markup

from briefings.brief_types import Brief, EventLine, Line, Reference, StoryBlock
from briefings.render.language import dates
from briefings.render.language.bidi import runs
from briefings.render.language.digits import digits
from briefings.render.language.languages import direction, language, quoted
from briefings.render.language.words import words as catalogue
from briefings.render.page import coverage
from briefings.render.page.rows import Margin, Note, Passage, passages, references
from briefings.render.page.tables import strip, table
from briefings.render.page.told import change_lists, cited, numbers
from briefings.render.pictures.map import locator
from briefings.render.pictures.matrix import matrix
from briefings.render.pictures.timeline import timeline
from briefings.render.tlp import mark

TOGETHER = 4
"""References that stay on one line; more of them may go over its end."""
PHONE = (262.0, 236.0)
"""Width and height of the phone's own map, in points: 350 pixels of a screen of 390."""


@dataclass(frozen=True, slots=True)
class Point:
    """A key point with the note beside it."""

    line: Line
    grades: tuple[tuple[tuple[int, ...], str], ...]
    """((numbers), grade) for neighbours of one grade."""
    story: StoryBlock | None


@dataclass(frozen=True, slots=True)
class StoryView:
    """A story with its passages."""

    story: StoryBlock
    passages: tuple[Passage, ...]
    basis: str
    after: str
    """The outlet whose title the headline is, or ``""``."""


@dataclass(frozen=True, slots=True)
class ThemeView:
    """A theme with the stories printed in full and those printed as one line."""

    name: str
    full: tuple[StoryView, ...]
    short: tuple[StoryBlock, ...]


def context(brief: Brief, edition: str, paper: str = "A4") -> dict[str, Any]:
    """The variables of ``brief.html.j2``. Raises ``RenderError`` for a label that is no TLP 2.0 label."""
    words = catalogue(brief.brief.language)
    annex = {n: replace(r, date_text=dates.kept(r.date_text, words)) for n, r in references(brief).items()}
    events = tuple(e for e in brief.events if e.ahead)
    retrieved = _retrieved(brief)
    return {
        "brief": brief,
        "edition": edition,
        "paper": paper,
        "words": words,
        "mark": mark(brief.brief.tlp),
        "dir": direction(brief.brief.language),
        "title": _title(brief, words),
        "week": dates.heading(brief.period, words),
        "period": dates.short(brief.period, words) or dates.span(brief.period.start, brief.period.end, words),
        "cutoff": dates.cutoff(brief.period, words, full=False),
        "cutoff_full": dates.cutoff(brief.period, words, full=True),
        "next_on": dates.day(brief.issue.next_on, words) if brief.issue.next_on else "",
        "bottom": _beside([n for p in brief.bottom_line_parts for n in p.refs], annex),
        "points": _points(brief, annex),
        "borders": table(brief.borders, brief.weeks, words, one_line=edition == "pdf"),
        "bodies": table(brief.bodies, brief.weeks, words, one_line=edition == "pdf"),
        "map": locator(brief, words) if edition != "eml" else None,
        "map_small": locator(brief, words, PHONE) if edition == "html" else None,
        "strip": strip(brief, words),
        "timeline": timeline(brief, words),
        "matrix": matrix(brief),
        "changes": change_lists(brief),
        "ahead": tuple(e for e in events if not _is_later(e, brief)),
        "later": tuple(e for e in events if _is_later(e, brief)),
        "ahead_range": _ahead(brief, words),
        "ahead_day": lambda text: text.removesuffix(f" {digits(_last_ahead(brief).year, words)}"),
        "themes": _themes(brief, annex, words),
        "coverage": coverage.sentences(brief, words),
        "failures": coverage.failures(brief, words),
        "annex": annex,
        "retrieved": retrieved,
        "retrieved_note": _retrieved_note(brief, retrieved, words),
        "likelihood": any(s.assessed for s in brief.stories),
        **_helpers(brief, words, annex),
    }


def _title(brief: Brief, words: Mapping[str, str]) -> str:
    label = dates.short(brief.period, words) or dates.span(brief.period.start, brief.period.end, words)
    return f"{brief.brief.title} – {label} – {brief.brief.tlp}"


def _retrieved(brief: Brief) -> str:
    """The ISO day on which most sources were retrieved; only the others print their own."""
    days = Counter(r.retrieved[:10] for r in brief.references if r.retrieved)
    return min(days, key=lambda day: (-days[day], day), default="")


def _retrieved_note(brief: Brief, retrieved: str, words: Mapping[str, str]) -> str:
    if not retrieved:
        return ""
    same = all(r.retrieved[:10] == retrieved for r in brief.references)
    return words["retrieved_all" if same else "retrieved_most"].format(
        when=dates.day(retrieved, words, weekday=False)
    )


def _last_ahead(brief: Brief) -> date:
    """The last of the seven days that the table of *Week ahead* covers; later events stand in one line."""
    return date.fromisoformat(brief.period.end[:10]) + timedelta(days=7)


def _is_later(event: EventLine, brief: Brief) -> bool:
    """A month or a year that reaches beyond the week ahead is no date of that week either."""
    last = _last_ahead(brief).isoformat()
    return event.start[:10] > last or (event.precision in ("month", "year") and event.end[:10] > last)


def _ahead(brief: Brief, words: Mapping[str, str]) -> str:
    first = date.fromisoformat(brief.period.end[:10]) + timedelta(days=1)
    return dates.span(first.isoformat(), _last_ahead(brief).isoformat(), words)


def _helpers(brief: Brief, words: Mapping[str, str], annex: Mapping[int, Reference]) -> dict[str, Any]:
    """Functions for templates: all return escaped markup or plain text."""
    here = brief.brief.language

    def cite(text: str, refs: Sequence[int]) -> Markup:
        """The sentence with its numbers before the full stop, each leading to the annex."""
        return _cite(text, [n for n in refs if n in annex], bind)

    def bind(text: str) -> Markup:
        """The text, its numbers and dates kept together, sentences that run against it in a world of their own."""
        pieces = ((dates.bind(piece, words), against) for piece, against in runs(text, here))
        return Markup("").join(
            Markup('<bdi dir="ltr">{}</bdi>').format(p) if against else p for p, against in pieces
        )

    return {
        "cite": cite,
        "plain_cite": lambda text, refs: cited(text, [n for n in refs if n in annex]),
        "plain_numbers": numbers,
        "bind": bind,
        "tail": dates.tail,
        "beyond": _beyond,
        "tight": lambda text: text.replace(" ", "\u00a0"),
        "town": lambda place: re.split("[,،] ", place)[0],
        "numbers": lambda refs, before="": _numbers([n for n in refs if n in annex], before),
        "quoted": quoted,
        "day": lambda iso, **more: dates.day(iso, words, **more),
        "digits": lambda value: digits(value, words),
        "language": lambda code: language(code, here),
        "direction": direction,
        "anchor": anchor,
    }


def _beyond(story: StoryBlock) -> str:
    """What the dateline of a story says that its headline does not: ``Thu 28 Nov 2024`` repeats ``28 Nov 2024``."""
    parts, named = story.dateline.split(" · "), story.headline.split(", ")
    return " · ".join(
        p for p in parts if p.partition(" (")[0] not in story.headline and p.partition(" ")[2] not in named
    )


def anchor(story: str) -> str:
    """The stable address of a story inside the HTML: ``story-2024-w48-csto-tj-af-1a2b3c``."""
    return "story-" + "".join(c if c.isascii() and c.isalnum() else "-" for c in story.lower()).strip("-")


def _beside(refs: Sequence[int], annex: Mapping[int, Reference]) -> tuple[Note, ...]:
    return Margin(refs, annex).notes(refs)


def _numbers(refs: Sequence[int], before: str = "") -> Markup:
    """``[1][2]``, linked, a few of them on one line; ``before`` stands inside the first link."""
    links = Markup("").join(
        Markup('<a class="n" href="#ref-{0}">{1}[{0}]</a>').format(n, "" if i else before)
        for i, n in enumerate(refs)
    )
    return Markup('<span class="nb">{}</span>').format(links) if 1 < len(refs) <= TOGETHER else links


def _cite(text: str, refs: Sequence[int], bind: Callable[[str], Markup]) -> Markup:
    if not refs:
        return bind(text)
    stop = text[-1:] if text[-1:] in ".。։۔" else ""
    body = text[: len(text) - len(stop)].rstrip()
    # The no-break space stands inside the link: before it, the engine breaks some lines after their first word.
    return bind(dates.tail(body)) + _numbers(refs, "\u00a0") + stop


def _points(brief: Brief, annex: Mapping[int, Reference]) -> tuple[Point, ...]:
    stories = {s.id: s for s in brief.stories}
    return tuple(Point(p, _grades(p.refs, annex), stories.get(p.story)) for p in brief.key_points)


def _grades(refs: Sequence[int], annex: Mapping[int, Reference]) -> tuple[tuple[tuple[int, ...], str], ...]:
    grouped: list[tuple[tuple[int, ...], str]] = []
    for n in refs:
        grade = annex[n].grade if n in annex else ""
        if grouped and grouped[-1][1] == grade:
            grouped[-1] = ((*grouped[-1][0], n), grade)
        else:
            grouped.append(((n,), grade))
    return tuple(grouped)


def _themes(brief: Brief, annex: Mapping[int, Reference], words: Mapping[str, str]) -> tuple[ThemeView, ...]:
    stories = {s.id: s for s in brief.stories}
    views = []
    for theme in brief.themes:
        members = [stories[i] for i in theme.stories if i in stories]
        full = tuple(_story(s, brief, annex, words) for s in members if s.full)
        views.append(ThemeView(theme.name, full, tuple(s for s in members if not s.full)))
    return tuple(view for view in views if view.full or view.short)


def _story(
    story: StoryBlock, brief: Brief, annex: Mapping[int, Reference], words: Mapping[str, str]
) -> StoryView:
    titled = story.headline_basis == "title"
    first = next((annex[n].outlet for n in story.headline_refs if n in annex), "")
    return StoryView(
        story,
        passages(story, annex, brief.brief.language),
        coverage.basis(story, words),
        first if titled else "",
    )

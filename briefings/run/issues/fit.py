"""An issue keeps to its pages: full stories become lines first, then notes and lines are counted only."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefings.brief import BriefOptions, ComposeInput, Composing
    from briefings.brief_types import Brief
    from briefings.render import RenderOptions

SURELY_FITS = 4
"""Stories on one page and a half; the rest of an issue takes four at most."""

_STORY, _CHARACTER, _LINE, _REFERENCE = 0.06, 1 / 1900, 0.035, 0.028
"""Pages that a full story takes beside its text, that a character of it, a line and a reference take: measured on the
sample issue and on three weeks of real reports, laid out with 3 to 14 full stories."""
_SPARE = 0.05
"""Of a page: what the feet of pages may lose in another layout, because a story or a picture does not break."""
_FULL = 5
"""Full stories that are kept as long as notes and lines can give way."""


class Plan(NamedTuple):
    """How many stories are printed in full, as a line, and as a note."""

    full: int
    lines: int
    noted: int


def fitted(inputs: ComposeInput, templates: Path | None, looks: RenderOptions) -> ComposeInput:
    """The same input with as many stories as ``max_pages`` holds, found by laying the issue out once or twice more.

    The steps depend on the input alone, so the same input gives the same issue whatever formats are asked for.
    """
    from briefings.brief import Composing

    composing = Composing(inputs)
    brief = composing.brief(inputs.options)
    limit = inputs.options.max_pages
    if len(brief.stories) <= SURELY_FITS < limit:
        return inputs
    rest: Sequence[Plan] = tuple(plans(_plan(brief)))
    while (pages := _pages(brief, templates, looks)) > limit and rest:
        room = estimate(brief) - pages + limit - _SPARE
        options, brief, rest = _chosen(composing, inputs.options, rest, room)
        inputs = replace(inputs, options=options)
    return inputs


def plans(start: Plan) -> Iterator[Plan]:
    """Yield ever shorter plans in the order of giving way.

    Full stories become lines, down to five; then notes go, to four, and lines, to nine; then full stories down to
    three, lines to six, and at last nearly everything.
    """
    full, lines, noted = start
    while full > _FULL:
        full, lines = full - 1, lines + 1
        yield Plan(full, lines, noted)
    goals = ((full, lines, 4), (full, 9, 4), (3, 9, 4), (3, 6, 4), (2, 6, 3), (2, 3, 2), (1, 1, 1), (1, 0, 0))
    now = Plan(full, lines, noted)
    for goal in goals:
        while now != (now := Plan(*(max(min(n, least), n - 1) for n, least in zip(now, goal, strict=True)))):
            yield now


def estimate(brief: Brief) -> float:
    """Pages that stories, notes and references take: what changes from plan to plan, up to a constant."""
    full = [story for story in brief.stories if story.full]
    text = sum(len(line.text) for s in full for line in (*s.reported, *s.comments))
    text += sum(len(quote.text) for s in full for quote in s.quotes)
    lines = len(brief.stories) - len(full) + len(brief.also_noted)
    return _STORY * len(full) + _CHARACTER * text + _LINE * lines + _REFERENCE * len(brief.references)


def _chosen(
    composing: Composing, options: BriefOptions, rest: Sequence[Plan], room: float
) -> tuple[BriefOptions, Brief, Sequence[Plan]]:
    """The options under the first plan that takes no more than ``room``, the issue, and the plans after it."""
    low, high = 0, len(rest) - 1
    while low < high:
        middle = (low + high) // 2
        if estimate(composing.brief(_under(options, rest[middle]))) <= room:
            high = middle
        else:
            low = middle + 1
    chosen = _under(options, rest[low])
    return chosen, composing.brief(chosen), rest[low + 1 :]


def _under(options: BriefOptions, plan: Plan) -> BriefOptions:
    return replace(options, full_stories=plan.full, line_stories=plan.lines, also_noted=plan.noted)


def _plan(brief: Brief) -> Plan:
    full = sum(story.full for story in brief.stories)
    return Plan(full, len(brief.stories) - full, len(brief.also_noted))


def _pages(brief: Brief, templates: Path | None, looks: RenderOptions) -> float:
    from briefings.render import pages_filled, render

    (pdf,) = render(brief, ("pdf",), templates, looks)
    return pages_filled(pdf.data)

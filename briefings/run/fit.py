"""An issue keeps to its pages: what does not fit becomes a line, then a count."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefings.brief import BriefOptions, ComposeInput
    from briefings.brief_types import Brief

SURELY_FITS = 4
"""Stories on one page and a half; the rest of an issue takes four at most."""


def fitted(inputs: ComposeInput, templates: Path | None) -> ComposeInput:
    """The same input with as many stories as ``max_pages`` holds, found by laying the issue out.

    The steps depend on the input alone, so the same input gives the same issue whatever formats are asked for.
    """
    from briefings.brief import compose

    brief = compose(inputs)
    limit = inputs.options.max_pages
    if len(brief.stories) <= SURELY_FITS < limit:
        return inputs
    while (excess := _pages(brief, templates) - limit) > 0:
        shorter = _shorter(inputs.options, brief, excess)
        if shorter == inputs.options:
            break
        inputs = replace(inputs, options=shorter)
        brief = compose(inputs)
    return inputs


def _pages(brief: Brief, templates: Path | None) -> int:
    from briefings.render import page_count, render

    (pdf,) = render(brief, ("pdf",), templates)
    return page_count(pdf.data)


def _shorter(options: BriefOptions, brief: Brief, excess: int) -> BriefOptions:
    """The options with fewer stories: with its sources a page holds a story in full, its line and a note more."""
    full = sum(story.full for story in brief.stories)
    lines, noted = len(brief.stories) - full, len(brief.also_noted)
    return replace(
        options,
        full_stories=max(1, full - excess),
        line_stories=max(0, lines - excess),
        also_noted=max(0, noted - excess),
    )

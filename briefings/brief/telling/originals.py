"""A source's own words beneath a line that had to be composed, because its sources speak another language.

"Channel One reported in Russian on Kazakhstan" is all that can be said without translating; who reads Russian is told
what was reported.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefings.brief_types import Line, Original

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.brief_types import StoryBlock

_LONGEST = 35
"""Words: as a key point (docs/method.md, limits)."""


def beneath(lines: Sequence[Line], blocks: Sequence[StoryBlock]) -> tuple[Line, ...]:
    """Return the lines; of each story the first that rests on other languages alone bears a sentence of these."""
    stories = {story.id: story for story in blocks}
    borne: set[str] = set()
    told = []
    for line in lines:
        story = stories.get(line.story)
        original = _original(line, story) if story and story.id not in borne else None
        if original is not None:
            borne.add(line.story)
        told.append(replace(line, original=original) if original else line)
    return tuple(told)


def _original(line: Line, story: StoryBlock) -> Original | None:
    own = [other for other in story.reported if other.label == "reported" and other.basis != "composed"]
    if line.basis != "composed" or any(set(other.refs) & set(line.refs) for other in own):
        return None
    for other in story.reported:
        fits = set(other.refs) <= set(line.refs) and len(other.text.split()) <= _LONGEST
        if other.label == "original" and other.lang != line.lang and fits:
            return Original(other.text, other.refs, other.lang)
    return None

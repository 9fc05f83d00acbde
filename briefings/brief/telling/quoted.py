"""Titles without their capitals stand in quotation marks, with who wrote them: they must not be mended, nor be ours."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefings.brief.material.sentences import uncapped
from briefings.brief.telling import composing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.brief.material.survey import Material
    from briefings.brief_types import Line, StoryBlock
    from briefings.types import Article


def quoted(blocks: Sequence[StoryBlock], material: Material) -> tuple[StoryBlock, ...]:
    """Return the blocks as they are printed; what leads was chosen from the titles as they are."""
    return tuple(_block(story, material) for story in blocks)


def _block(story: StoryBlock, material: Material) -> StoryBlock:
    own = material.words.language
    bare = [x for x in story.reported if x.basis == "title" and x.lang == own and uncapped(x.text)]
    if not bare:
        return story
    cited = {material.number[item.article.id]: item.article for item in material.given.items}
    lines = tuple(_said(x, cited[x.refs[0]], material) if x in bare else x for x in story.reported)
    return replace(story, reported=lines)


def _said(line: Line, article: Article, material: Material) -> Line:
    text = material.words.say("told_title", title=line.text, **composing.by(article, material))
    return replace(line, text=text, basis="composed")

"""Markings of single items: what an edition for readers below the brief's own marking may hold.

An article is marked as the outlet that published it or the source that brought it, whichever is higher; where neither
says anything, as ``unmarked`` says, else as the brief. A story is marked as its highest article unless a person marked
it. What a person wrote is the brief's own, and so marked as the brief, unless it stands in a story that he marked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefings.brief.material.survey import Material
    from briefings.types import Article

ORDER = ("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED")
"""TLP 2.0, from the widest circle of readers to the narrowest."""


def above(label: str, ceiling: str) -> bool:
    """Whether fewer may read ``label`` than ``ceiling``."""
    return ORDER.index(label) > ORDER.index(ceiling)


def of_article(article: Article, material: Material) -> str:
    """Marking of an article."""
    delivering = material.outlets.by_id.get(article.source)
    return of_source([material.outlets.outlet(article).tlp, delivering.tlp if delivering else ""], material)


def of_source(marks: Iterable[str], material: Material) -> str:
    """The highest of what sources say, or what holds where they say nothing."""
    options = material.given.options
    said = [mark for mark in marks if mark]
    return max(said, key=ORDER.index) if said else options.unmarked or options.tlp


def of_story(story: str, articles: Iterable[Article], material: Material) -> tuple[str, str]:
    """Marking of a story, and whether ``person`` or ``source`` gave it."""
    edit = material.given.edits.marks.get(story)
    if edit is not None:
        return edit.text, "person"
    marks = [of_article(article, material) for article in articles]
    return max(marks, key=ORDER.index, default=material.given.options.tlp), "source"

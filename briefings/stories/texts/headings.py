"""Which titles are headlines: of a headline it is asked that another report of the event tells the same."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LONG = 90
"""Words of a text that says by itself what it tells; of a shorter one any title is asked for."""
_SAME = 3
"""Texts that begin differently under one title from which on it is the name of a column."""
_BEGIN = 40
"""Characters by which two texts begin differently."""
_CLIPPED = "….-–— "
"""What may end a title that is cut off."""
_HEADLINE, _SENTENCE = 14, 22
"""Words of a title up to which it is a headline, and from which on it is the first sentence of a full text, whose words
and names another report of the event may lack (where each has names unknown to the other, 67 of 114 pairs of such
sentences are of one story, of headlines 0 of 17)."""


def headlines(documents: Sequence[tuple[str, str]], told: Sequence[bool]) -> list[bool]:
    """Return for each document, title and text, whether its title may be a headline.

    ``told`` says of each whether a word of the title stands in the text, or the title has none that could.
    Of a full text it is none if there is no title, if it is the text's beginning cut off somewhere, the name of a
    column ("News in brief"), or if it says nothing of the text.
    """
    columns = _columns(documents)
    return [
        not _full(text) or (tells and _may_be_headline(title.strip(), text, columns))
        for (title, text), tells in zip(documents, told, strict=True)
    ]


def weight(words: int, full: float) -> float:
    """Return 1 for a title as short as a headline, less for a longer one, 0 for the first sentence of a full text."""
    long = min(1.0, max(0.0, (words - _HEADLINE) / (_SENTENCE - _HEADLINE)))
    return 1.0 - long * full


def _full(text: str) -> bool:
    return len(text.split(None, _LONG)) > _LONG


def _may_be_headline(title: str, text: str, columns: frozenset[str]) -> bool:
    return bool(title) and title not in columns and not _begins(text, title)


def _columns(documents: Iterable[tuple[str, str]]) -> frozenset[str]:
    begins: dict[str, set[str]] = defaultdict(set)
    for title, text in documents:
        begins[title.strip()].add(text[:_BEGIN])
    return frozenset(title for title, different in begins.items() if len(different) >= _SAME)


def _begins(text: str, title: str) -> bool:
    """Whether the title is the beginning of a sentence that goes on in the text."""
    cut = title.rstrip(_CLIPPED)
    if not text.startswith(cut):
        return False
    rest = text[len(cut) :]
    return rest[:1].isalnum() or rest.lstrip(" ,")[:1].islower()

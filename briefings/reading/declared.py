"""The text that a page declares to machines (schema.org ``articleBody``), as a second witness of its main text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from briefings.reading.decode import unescape

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LEAST = 300
"""Letters from which a declared text is a text and no summary."""
_MORE = 1.5
"""How many times longer than what was found a declared text must be to stand in for it: pages that scripts fill."""
_SAME = 0.8
"""Share of the declared text that must stand in the lines before it may say where they begin and end."""


_OTHERS = {"liveBlogUpdate", "comment", "review"}
"""Keys of texts that are a part of the page's own, or a stranger's."""


def declared(tree: HtmlElement) -> tuple[str, ...]:
    """The paragraphs of the longest declared text; empty when there is none worth the name."""
    texts = [
        text for script in tree.iter("script") if _is_data(script) for text in _bodies(_parsed(script.text))
    ]
    longest = max(texts, key=len, default="")
    lines = (" ".join(line.split()) for line in re.sub(r"<[^>]+>", "\n", unescape(longest)).split("\n"))
    return tuple(line for line in lines if line) if len(longest) >= _LEAST else ()


def agreed(lines: list[str], witness: tuple[str, ...]) -> list[str]:
    """The lines without those before and after the declared text; the declared text where it is far longer."""
    theirs, ours = _letters("".join(witness)), _letters("".join(lines))
    if len(theirs) < _LEAST:
        return lines
    if len(theirs) > _MORE * len(ours):
        return list(witness)
    shared = [n for n, line in enumerate(lines) if _letters(line) and _letters(line) in theirs]
    if sum(len(_letters(lines[n])) for n in shared) < _SAME * len(theirs):
        return lines
    return lines[shared[0] : shared[-1] + 1]


def _is_data(script: HtmlElement) -> bool:
    return "ld+json" in (script.get("type") or "") and "articleBody" in (script.text or "")


def _parsed(source: str | None) -> Any:
    try:
        return json.loads(source or "", strict=False)
    except (ValueError, RecursionError):
        return None


def _bodies(data: Any, depth: int = 0) -> Iterator[str]:
    """Every ``articleBody`` in a structure; graphs are a few levels deep."""
    if depth > 6:
        return
    if isinstance(data, dict):
        for key, value in data.items():
            if key == "articleBody" and isinstance(value, str):
                yield value
            elif key not in _OTHERS:
                yield from _bodies(value, depth + 1)
    elif isinstance(data, list):
        for value in data:
            yield from _bodies(value, depth + 1)


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()

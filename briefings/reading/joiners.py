"""Keeps the joiners of Persian and other scripts through an extractor that takes them for rubbish.

The zero-width non-joiner parts ``ها`` from ``گزارش`` in ``گزارش‌ها``: without it the word is misspelt, and a quotation
is no longer what was said. The extractor drops every character that is not printable; so rare printable ones, which
belong to no word, stand in for the joiners meanwhile.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.etree import _Element

_HIDE: Final = {0x200C: 0x2E2A, 0x200D: 0x2E2B}
"""Zero-width non-joiner and joiner; marks of Greek manuscripts (two dots over one, one over two)."""
_SHOW: Final = {there: here for here, there in _HIDE.items()}
_JOINER: Final = re.compile("[\u200c\u200d]|&(?:zwnj|zwj|#820[45]|#x200[cd]);", re.IGNORECASE)
_TAKEN: Final = re.compile("[\u2e2a\u2e2b]")


def needed(source: str) -> bool:
    """Whether a page has joiners, and none of the marks that stand in for them."""
    return bool(_JOINER.search(source)) and not _TAKEN.search(source)


def hide(tree: _Element) -> None:
    """Puts the stand-ins into the texts of a tree."""
    for element in tree.iter():
        if element.text:
            element.text = element.text.translate(_HIDE)
        if element.tail:
            element.tail = element.tail.translate(_HIDE)


def shown(text: str) -> str:
    """Text with its joiners again."""
    return text.translate(_SHOW)

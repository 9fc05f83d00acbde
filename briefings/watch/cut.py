"""Names that a headline's cut went through: ``… meeting of the Shanghai Cooperation Organisati``.

Feeds and channels cut headlines at a number of characters, in the middle of a word. A name of which nearly all is
there is still that name. Only the very end of a long headline is looked at, and only names: half a common word may
be another word.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from briefings.watch.candidates import Candidate, speaks
from briefings.watch.page import Page
from briefings.watch.table import Table

_CUT_FROM = 100
"""Characters from which a headline may have been cut; shorter ones end where they end."""
_LEAST = 8
_SHARE = 0.66
"""How much of a name must be there, in characters and as a share of it."""
_WORDS = 6


def found(table: Table, page: Page) -> Iterator[Candidate]:
    """Yield a candidate for each name that the headline's end holds most of."""
    if len(page.title) < _CUT_FROM or not page.title[-1].isalpha():
        return
    end = page.folded.locate(len(page.title)) + 1
    start = end
    for _ in range(_WORDS):
        start = page.scan.rfind(" ", 0, start)
        if start < 0:
            return
        written = page.scan[start:end]
        if len(written) > _LEAST:
            yield from _completed(table, page, written, start, end)


def _completed(table: Table, page: Page, written: str, start: int, end: int) -> Iterator[Candidate]:
    at = bisect_left(table.strings, written)
    while at < len(table.strings) and (string := table.strings[at]).startswith(written):
        if len(string) <= len(written) / _SHARE and string[len(written) : len(written) + 1].isalnum():
            first, last = page.span(start + 1, end)
            for meaning in table.meanings[at]:
                if not (meaning.common or meaning.excludes or meaning.upper) and speaks(meaning, page):
                    yield Candidate(first, last, meaning)
        at += 1

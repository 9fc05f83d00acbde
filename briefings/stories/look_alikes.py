"""What only looks like a copy: the next dispatch of a series, one form filled in anew, a page's own words.

Forms and series repeat nine words in ten of each other: what differs must tell of another thing.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from briefings.stories.common import COMMON
from briefings.stories.vetoes import days_differ, vetoed
from briefings.stories.words import counted, month_first
from briefings.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.stories.copies import Copy, CopyOptions
    from briefings.stories.features import Doc

Runs = frozenset[tuple[str, ...]]

SAME = 0.95
"""Containment from which on a text is the same whatever its date: an old text published again."""
_LONG = 80
"""Words of a text that another outlet would not print by chance."""
_OFTEN = 10
"""Of 123 news documents (``common``): a word that so many bear says nothing of the matter."""


def goes_on(a: Doc, b: Doc, words: Sequence[Sequence[str]], shared: Runs, options: CopyOptions) -> bool:
    """Whether each begins with news of its own: a dispatch that repeats, lower down, what the one before said.

    What stands above the repeated passage tells of the same matter in both, in other words; heads of pages, and
    paragraphs from elsewhere, tell nothing of it.
    """
    one, other = sorted((_above(text, shared, options) for text in words), key=len)
    if len(one) < options.opening or (Counter(one) & Counter(other)).total() > len(one) / 2:
        return False
    matter = fold(f"{a.bare.title} {b.bare.title}").text.split()
    told = {word[:6] for word in one} & {word[:6] for word in other} & {word[:6] for word in matter}
    return sum(COMMON.get(stem, 0) < _OFTEN for stem in told) >= options.matter


def _above(words: Sequence[str], shared: Runs, options: CopyOptions) -> Sequence[str]:
    """Return the words above the first passage of some length of which every run is shared."""
    long = 0
    for at, run in enumerate(zip(*(words[at:] for at in range(options.run)), strict=False)):
        long = long + 1 if run in shared else 0
        if long == options.passage:
            return words[: at + 1 - long]
    return words


def filled_in(a: Doc, b: Doc, words: Sequence[Sequence[str]], options: CopyOptions) -> bool:
    """Whether two texts are one form with other numbers: the border, the exchange rates, the weather of two days."""
    short, long = ({word for word in text if word[0].isdigit()} for text in sorted(words, key=len))
    kept = len(short & long)
    if len(short) >= options.figures and kept < options.kept * len(short) and (not kept or len(short) > 3):
        return True
    one, other = _dated(a.bare.title), _dated(b.bare.title)
    return bool(one and other) and not one & other


def _dated(title: str) -> frozenset[tuple[int, int]]:
    return counted(title)[0] | month_first(title)


def fits(docs: Sequence[Doc], copy: Copy) -> bool:
    """Whether nothing says that these are two texts from one mould.

    A site prints one promo block under many titles: each title must speak of the other's text, unless another
    outlet repeats a text of some length. Forecasts, match reports and alerts differ in a name or a day only: each
    title must have its names in the other text, and reports of incidents of different days are no copies unless the
    whole text is the same.
    """
    a, b = docs[copy.a], docs[copy.b]
    elsewhere = a.bare.outlet != b.bare.outlet and min(a.size, b.size) >= _LONG
    if not elsewhere and not (_speaks(a, b) and _speaks(b, a)):
        return False
    if elsewhere and copy.shared >= SAME:
        return True
    if a.heading_names - b.names and b.heading_names - a.names:
        return False
    return copy.shared >= SAME or not (days_differ(a, b) or vetoed(a, b))


def _speaks(one: Doc, other: Doc) -> bool:
    said = one.heading
    return len(said) < 3 or any(stem in other.bag for stem in said)

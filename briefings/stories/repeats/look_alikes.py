"""What only looks like a copy: the next dispatch of a series, one form filled in anew, a page's own words.

Forms and series repeat nine words in ten of each other: what differs must tell of another thing.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from briefings.stories.alike.vetoes import days_differ, vetoed
from briefings.stories.repeats.compared import ALONE, common
from briefings.stories.texts.common import COMMON
from briefings.stories.texts.words import WORD, counted, month_first, skeleton_sign
from briefings.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefings.stories.repeats.compared import Compared, Runs
    from briefings.stories.repeats.pair import Copy, CopyOptions
    from briefings.stories.texts.bags import Flags, Ints
    from briefings.stories.texts.features import Doc


SAME = 0.95
"""Containment from which on a text is the same whatever its date: an old text published again."""
_LONG = 80
"""Words of a text that another outlet would not print by chance."""
_OFTEN = 10
"""Of 123 news documents (``common``): a word that so many bear says nothing of the matter."""
_NAMED = 2
"""Names that two texts share from which on they say themselves of whom they tell."""
_NAME = 5
"""Mark, colon and consonants of a name that is known again before an ending."""
_BEGINNING = 5
"""Letters by which a word is known again in another form: ``tojik``, ``Tojikiston``."""


def goes_on(
    docs: Sequence[Doc], a: Ints, b: Ints, texts: Compared, runs: Runs, options: CopyOptions
) -> Flags:
    """Return of which pairs each begins with news of its own: a dispatch that repeats what the one before said.

    What stands above the repeated passage tells of the same matter in both, or of what the title says, in words that
    the other text does not have; heads of pages, and paragraphs from elsewhere, tell nothing of it.
    """
    import numpy as np

    head = texts.begin_alike(a, b, np.minimum(texts.sizes[a], texts.sizes[b]))
    found = np.zeros(len(a), np.bool_)
    at = np.flatnonzero(
        _both_led(a, b, head, texts, runs, options) | _both_led(a, b, 0 * head, texts, runs, options)
    )
    for pair, one, other, alike in zip(
        at.tolist(), a[at].tolist(), b[at].tolist(), head[at].tolist(), strict=True
    ):
        found[pair] = _news_of_its_own((docs[one], docs[other]), (one, other), alike, texts, options)
    return found


def _both_led(a: Ints, b: Ints, start: Ints, texts: Compared, runs: Runs, options: CopyOptions) -> Flags:
    """Whether in both texts, from there on, enough words for news stand above the first passage of shared runs."""
    return _led(a, b, start, texts, runs, options) & _led(b, a, start, texts, runs, options)


def _led(one: Ints, other: Ints, start: Ints, texts: Compared, runs: Runs, options: CopyOptions) -> Flags:
    import numpy as np

    least = -(-options.opening // 2)
    reach = least + options.passage - 1
    begin = texts.begin[one] + start
    found: Flags = texts.end[one] - begin >= least
    at = np.flatnonzero(found)
    place = begin[at][:, None] + np.arange(reach)
    inside = place <= (texts.end[one[at]] - texts.length)[:, None]
    run = np.where(inside, texts.run[np.minimum(place, len(texts.run) - 1)], ALONE)
    held = runs.holds(np.repeat(other[at], reach), run.ravel()).reshape(run.shape)
    passage = np.zeros(len(at), np.bool_)
    for first in range(least):
        passage |= held[:, first : first + options.passage].all(axis=1)
    found[at] = ~passage
    return found


def _news_of_its_own(
    docs: tuple[Doc, Doc], pair: tuple[int, int], head: int, texts: Compared, options: CopyOptions
) -> bool:
    words = [texts.names(at) for at in pair]
    said = [_said(doc) for doc in docs]
    matter = _stems(chain(*said))
    if any(word[:6] in matter for word in words[0][:head]):
        head = 0  # they begin with it
    shared = {run for run in texts.runs_of(pair[0]) if run != ALONE}.intersection(texts.runs_of(pair[1]))
    leads = [
        _above(text[head:], texts.runs_of(at)[head:], shared, title, options)
        for at, text, title in zip(pair, words, said, strict=True)
    ]
    one, other = sorted(leads, key=len)
    if 2 * len(one) < options.opening or (Counter(one) & Counter(other)).total() > len(one) / 2:
        return False
    if _retold(leads, words):
        return False
    told = _stems(one) & _stems(other) & matter
    return (len(one) >= options.opening and len(told) >= options.matter) or all(
        _leads(lead, text, title, options.matter)
        for lead, text, title in zip(leads, words, said, strict=True)
    )


def _said(doc: Doc) -> list[str]:
    return fold(doc.bare.title).text.split()


def _above(
    words: Sequence[str], runs: Sequence[int], shared: set[int], title: Sequence[str], options: CopyOptions
) -> Sequence[str]:
    """Return the words above the first passage of some length of which every run is shared.

    What stands above the title, where the text repeats it, is the head of a page.
    """
    long = 0
    for at, run in enumerate(runs):
        long = long + 1 if run in shared else 0
        if long == options.passage:
            return _below(words[: at + 1 - long], title)
    return words


def _below(words: Sequence[str], title: Sequence[str]) -> Sequence[str]:
    size = len(title)
    ends = (at + size for at in range(len(words) - size + 1) if list(words[at : at + size]) == title)
    return words[next(ends, 0) if size else 0 :]


def _retold(leads: Sequence[Sequence[str]], words: Sequence[Sequence[str]]) -> bool:
    """Whether two leads say the same in other words: half of what they tell stands in the other text, all figures do.

    (Of leads that we reworded in six languages .51 to .65 stands there, of a next dispatch's .33 to .48.)
    """
    known, own = [], 0
    for lead, other in zip(leads, reversed(words), strict=True):
        beginnings = {word[:_BEGINNING] for word in other}
        told = _stems(lead)
        known.append(sum(stem[:_BEGINNING] in beginnings for stem in told) / max(1, len(told)))
        own += any(word[0].isdigit() for word in set(lead).difference(other))
    return sum(known) >= 1 and own < len(leads)


def _leads(lead: Sequence[str], text: Sequence[str], title: Sequence[str], least: int) -> bool:
    """Whether most of what the title says and the text tells is told in its lead."""
    said = _stems(title) & _stems(text)
    told = said & _stems(lead)
    return len(told) >= least and 2 * len(told) > len(said)


def _stems(words: Iterable[str]) -> set[str]:
    """Return the beginnings of those words that say something of a matter."""
    return {stem for word in words if COMMON.get(stem := word[:6], 0) < _OFTEN}


def filled_in(docs: Sequence[Doc], a: Ints, b: Ints, texts: Compared, options: CopyOptions) -> Flags:
    """Return which pairs are one form with other numbers: the border, the exchange rates, the weather of two days."""
    import numpy as np

    numbers = texts.some(texts.spellings.numerals())
    had, kept = np.diff(numbers.starts), common(numbers, a, b)
    short = np.where(texts.sizes[b] < texts.sizes[a], had[b], had[a])
    found: Flags = (short >= options.figures) & (kept < options.kept * short) & ((kept == 0) | (short > 3))
    for at in np.flatnonzero(~found).tolist():
        one, other = (_dated(docs[text].bare.title) for text in (int(a[at]), int(b[at])))
        found[at] = bool(one and other) and not one & other
    return found


@lru_cache(maxsize=1 << 12)
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
    elsewhere = a.bare.outlet != b.bare.outlet
    if elsewhere and min(a.size, b.size) >= _LONG:
        if copy.shared >= SAME:
            return True
    elif not (_speaks(a, b) and _speaks(b, a)):
        return False
    if _names_another(a, b) and _names_another(b, a) and not (elsewhere and _one_matter(a, b)):
        return False
    return copy.shared >= SAME or not (days_differ(a, b) or vetoed(a, b))


def _speaks(one: Doc, other: Doc) -> bool:
    said = one.heading
    if len(said) < 3 or not said.isdisjoint(other.bag):
        return True
    known = {stem[:_BEGINNING] for stem in other.bag}
    return any(stem[:_BEGINNING] in known for stem in said)


def _names_another(one: Doc, other: Doc) -> bool:
    """Whether a title has a name that the other document lacks in every form: ``Qoramiqdan``, ``Qoramiq``."""
    return any(not _inflected(name, other.names) for name in one.heading_names - other.names)


def _inflected(name: str, names: Iterable[str]) -> bool:
    return any(
        min(len(name), len(known)) >= _NAME and (name.startswith(known) or known.startswith(name))
        for known in names
    )


def _one_matter(a: Doc, b: Doc) -> bool:
    """Whether two texts name the same, and only their titles do not: ``Bishkek`` above what the parliament did."""
    apart = {*(a.heading_names - b.names), *(b.heading_names - a.names)}
    told = {skeleton_sign(form) for doc in (a, b) for form in WORD.findall(doc.bare.text)}
    return len(a.names & b.names) >= _NAMED and apart.isdisjoint(told)

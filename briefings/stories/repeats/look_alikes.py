"""What only looks like a copy: the next dispatch of a series, one form filled in anew, a page's own words.

Forms and series repeat nine words in ten of each other: what differs must tell of another thing.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from briefings.stories.alike.vetoes import days_differ, vetoed
from briefings.stories.repeats.furniture import Runs, alike
from briefings.stories.texts.common import COMMON
from briefings.stories.texts.words import WORD, counted, month_first, skeleton_sign
from briefings.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefings.stories.repeats.pair import Copy, CopyOptions
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


def runs(words: Sequence[str], length: int) -> Iterator[int]:
    """Return the runs of so many words of a text, in their order."""
    return map(hash, zip(*(words[at:] for at in range(length)), strict=False))


def goes_on(a: Doc, b: Doc, words: Sequence[Sequence[str]], shared: Runs, options: CopyOptions) -> bool:
    """Whether each begins with news of its own: a dispatch that repeats, lower down, what the one before said.

    What stands above the repeated passage tells of the same matter in both, or of what the title says, in words that
    the other text does not have; heads of pages, and paragraphs from elsewhere, tell nothing of it.
    """
    head, matter = alike(*words), _stems([*_said(a), *_said(b)])
    if any(word[:6] in matter for word in words[0][:head]):
        head = 0  # they begin with it
    leads = [
        _above(text[head:], shared, _said(doc), options) for doc, text in zip((a, b), words, strict=True)
    ]
    one, other = sorted(leads, key=len)
    if 2 * len(one) < options.opening or (Counter(one) & Counter(other)).total() > len(one) / 2:
        return False
    if _retold(leads, words):
        return False
    told = _stems(one) & _stems(other) & matter
    return (len(one) >= options.opening and len(told) >= options.matter) or all(
        _leads(lead, text, _said(doc), options.matter)
        for lead, text, doc in zip(leads, words, (a, b), strict=True)
    )


def _said(doc: Doc) -> list[str]:
    return fold(doc.bare.title).text.split()


def _above(words: Sequence[str], shared: Runs, title: Sequence[str], options: CopyOptions) -> Sequence[str]:
    """Return the words above the first passage of some length of which every run is shared.

    What stands above the title, where the text repeats it, is the head of a page.
    """
    long = 0
    for at, run in enumerate(runs(words, options.anchors.run)):
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


def filled_in(a: Doc, b: Doc, words: Sequence[Sequence[str]], options: CopyOptions) -> bool:
    """Whether two texts are one form with other numbers: the border, the exchange rates, the weather of two days."""
    short, long = ({word for word in set(text) if word[0].isdigit()} for text in sorted(words, key=len))
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
    elsewhere = a.bare.outlet != b.bare.outlet
    spoken = _speaks(a, b) and _speaks(b, a)
    if elsewhere and min(a.size, b.size) >= _LONG:
        if copy.shared >= SAME:
            return True
    elif not spoken:
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

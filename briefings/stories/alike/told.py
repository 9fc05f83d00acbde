"""What one document's headline and lead name, and whether the other tells of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.stories.alike.vectors import rows
from briefings.stories.texts.bags import Bags, Held, summed
from briefings.stories.texts.docs import together

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.stories.texts.bags import Flags, Floats, Ints
    from briefings.stories.texts.docs import Docs
    from briefings.stories.texts.features import Doc


@dataclass(frozen=True, slots=True)
class ToldOptions:
    """What is asked of two texts; found together with the weights of ``LikenessOptions``."""

    title: float = 0.4
    """Share of a title's words, by rarity, that the other text should have: both ways on average, less counts less."""
    asked: float = 0.7
    """How far the shortest text is asked for them: a headline that repeats nothing of another is another matter."""
    named: float = 0.7
    """Share of the names in title and lead, by rarity, that the other text should have: the same."""
    sure: float = 15.0
    """Rarity of three names more that are imagined as known: one or two that are missing say little."""
    knows_from: int = 30
    knows_to: int = 90
    """Words below the title from which on a document is expected to name what the other names: nothing of it - all."""


class Told:
    """Whether each text tells what the other's title says, and knows the names of its lead.

    Two reports on one subject share many words; two on one event know each other's persons and places as well.
    A short text can hardly be asked.
    """

    def __init__(self, docs: Sequence[Doc], bag: Bags, weights: Floats, options: ToldOptions) -> None:
        import numpy as np

        docs = together(docs)
        self._docs, self._options = docs, options
        known = (docs.columns.body - options.knows_from) / (options.knows_to - options.knows_from)
        self._knows = np.clip(known, 0.0, 1.0)  # as ``knows`` says of one
        self._says = docs.columns.headline
        begins = docs[0].table.vocabulary.beginnings()
        title = rows(docs, lambda table: table.title)
        self._titles = title.only(begins[title.keys] < 0).weighed(weights)
        self._said = Held(bag)
        self._leads = _names(docs, rows(docs, lambda table: table.opening)).weighed(weights)
        titled, text = _names(docs, title), _names(docs, rows(docs, lambda table: table.signs))
        self._titled = Bags(titled.starts, titled.keys, np.ones(len(titled.keys)))
        self._begins = begins
        self._names = Held(summed(len(docs), text.rows(), begins[text.keys]))
        self._all_titles, self._all_leads = self._titles.sums(), self._leads.sums()

    def strangers(self, a: Ints, b: Ints) -> tuple[Floats, Floats]:
        """Return how many names of ``a``'s title ``b`` lacks, less if it is too short to have them; what share."""
        import numpy as np

        lost = self._unheard(self._titled, a, b)
        own = np.diff(self._titled.starts)[a]
        return self._knows[b] * self._says[a] * lost, lost / np.maximum(1, own)

    def factors(self, a: Ints, b: Ints) -> Floats:
        """Return 0 to 1 for each pair: 1 when enough of each title, and of its lead's names, stands in the other."""
        import numpy as np

        missing, heard = self._missing(a, b)
        lacking, answered = self._missing(b, a)
        unknown = (self._unknown(a, b) + self._unknown(b, a)) / 2
        told = np.minimum(1.0, (1.0 - (missing + lacking) / 2) / self._options.title)
        told *= np.minimum(1.0, (1.0 - unknown) / self._options.named)
        for at in np.flatnonzero(~(heard | answered)).tolist():
            one, other = self._docs[int(a[at])], self._docs[int(b[at])]
            told[at] *= _names_one(one, other) or _names_one(other, one)
        return told

    def _missing(self, a: Ints, b: Ints) -> tuple[Floats, Flags]:
        """Return what share of ``a``'s title ``b`` lacks, less if it is too short to have it; whether it has any."""
        import numpy as np

        asked = np.maximum(self._options.asked, self._knows[b]) * self._says[a]
        lost, had = self._said.lost(self._titles.take(a), b)
        return asked * lost / np.maximum(self._all_titles[a], 1.0), had

    def _unknown(self, a: Ints, b: Ints) -> Floats:
        """Return what share of the names in ``a``'s lead ``b`` lacks, less if it is too short to have them."""
        lost = self._unheard(self._leads, a, b)
        share: Floats = self._knows[b] * lost / (self._all_leads[a] + self._options.sure)
        return share

    def _unheard(self, names: Bags, a: Ints, b: Ints) -> Floats:
        """Return how much of the names of ``a`` begins no name that ``b`` has."""
        asked = names.take(a)
        return self._names.lost(Bags(asked.starts, self._begins[asked.keys], asked.counts), b)[0]


def _names(docs: Docs, given: Bags) -> Bags:
    """Return the names among features; only a script with capitals tells them."""
    cased = docs.columns.cased
    return given.only(cased[given.rows()] & (docs[0].table.vocabulary.beginnings()[given.keys] >= 0))


def _names_one(a: Doc, b: Doc) -> bool:
    """Whether ``b`` has a name of ``a``'s title, or there is no title to ask for.

    If it has nothing of it, the two share a page's own words, or an advertisement.
    """
    return not (a.headed and a.heading) or not a.heading_names.isdisjoint(b.names)


def knows(doc: Doc, options: ToldOptions) -> float:
    """Return 0 to 1: how far a document is long enough to say what the other's title says."""
    known = (doc.body - options.knows_from) / (options.knows_to - options.knows_from)
    return min(1.0, max(0.0, known))


def begun(name: str, names: frozenset[str]) -> bool:
    """Whether another form of a longer name stands there: ``Минкульт`` for ``Минкультуры``."""
    start = name[:6]  # mark, colon and four consonants
    return len(name) > 5 and any(other.startswith(start) for other in names)

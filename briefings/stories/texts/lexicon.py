"""Forms of words, each looked into once for all documents: its stem, and what it may be in any language."""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import crc32

from briefings.stories.texts.bags import Vocabulary, distinct
from briefings.stories.texts.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.stories.texts.bags import Ints, Sums


class Meanings(NamedTuple):
    """For each form by its number a feature, 0 for none, and its checksum."""

    stem: Ints
    cased: Ints
    """Sign of a form in a script with capitals: the number, or the skeleton of a name."""
    uncased: Ints
    """The same without capitals, where any longer word may be a name."""
    skeleton: Ints
    """Of any form, in every script: what a name's sign would be."""
    checksum: Sums
    """Of the folded form, the same in every set."""


class Lexicon:
    """What every form means, as far as was learned up to now.

    Which words are names is learned from all documents: a capital within a sentence, seldom a small letter. So a
    headline in capitals and a name at the head of a sentence are read alike.
    """

    def __init__(self) -> None:
        import numpy as np

        self.forms = Vocabulary()
        self.features = Vocabulary()
        self.features[""]  # number 0
        self.learned: dict[str, int] = {}
        """In how many documents of the last block more a folded word is a name than not, if it is one somewhere."""
        self.plains = Vocabulary()
        """Folded words."""
        none = np.zeros(0, np.int64)
        self._plain = none
        """The folded word of each form."""
        self._meanings = Meanings(none, none, none, none, np.zeros(0, np.uint64))
        self._balance = none
        """What all blocks taught of each folded word."""

    def learn(self, words: tuple[Ints, Ints], names: tuple[Ints, Ints]) -> None:
        """Learn names from all words of a block, and from those that stand as names do.

        Each with where it stands: the words in a document, the names in a text or its title, for each of them counts.
        """
        import numpy as np

        plain = self.plain()
        seen = self._bearers(names[0], plain[names[1]], len(self.plains))
        known = np.flatnonzero(seen).tolist()
        small = self._as_it_is(*words, known)
        self.take(
            {self.plains.names[at]: int(seen[at]) - times for at, times in zip(known, small, strict=True)}
        )

    def take(self, learned: dict[str, int]) -> None:
        """Add to the balance what one block teaches."""
        import numpy as np

        self.learned, at = learned, self.plains.numbers(learned)
        self._balance = np.concatenate(
            (self._balance, np.zeros(len(self.plains) - len(self._balance), np.int64))
        )
        self._balance[at] += np.fromiter(learned.values(), np.int64, len(learned))

    def _as_it_is(self, row: Ints, form: Ints, known: Sequence[int]) -> list[int]:
        """Return in how many documents each folded word stands as a form, that is with a small letter."""
        import numpy as np

        at = np.array([self.forms.get(self.plains.names[number], -1) for number in known], np.int64)
        wanted = np.zeros(len(self.forms) + 1, np.bool_)
        wanted[at] = True
        kept = wanted[form]
        bearers = self._bearers(row[kept], form[kept], len(wanted))
        bearers[-1] = 0  # no such form
        return [int(number) for number in bearers[at]]

    @staticmethod
    def _bearers(row: Ints, key: Ints, number: int) -> Ints:
        import numpy as np

        return np.bincount(distinct(row * number + key) % max(1, number), minlength=number)

    def plain(self) -> Ints:
        """Return the number of each form's folded word."""
        self._extend()
        return self._plain

    def meanings(self) -> Meanings:
        """Return what the forms mean."""
        import numpy as np

        self._extend()
        found = self._meanings
        named = np.zeros(len(self.plains), np.bool_)
        named[: len(self._balance)] = self._balance > 0
        return found._replace(cased=np.where((found.stem == 0) | named[self._plain], found.cased, 0))

    def _extend(self) -> None:
        """Look into the forms that are new."""
        import numpy as np

        fresh = self.forms.names[len(self._plain) :]
        if not fresh:
            return
        read, own = words(fresh), self.features.numbers
        number, stem = np.array(read.number), own(read.stem)
        sign, size = own([f"k:{bones}" for bones in read.bones]), np.fromiter(map(len, read.bones), np.int64)
        other = np.zeros(len(fresh), np.int64)
        other[number] = own([f"#{plain}" for plain in compress(read.plain, read.number)])
        cased = np.where((stem > 0) & np.array(read.great) & (size > 1), sign, other)
        uncased = np.where((stem > 0) & (size > 2), sign, other)
        sums = (crc32(plain.encode("utf-8", "surrogatepass")) for plain in read.plain)
        more = Meanings(stem, cased, uncased, sign, np.fromiter(sums, np.uint64, len(fresh)))
        self._plain = np.concatenate((self._plain, self.plains.numbers(read.plain)))
        joined: Any = map(np.concatenate, zip(self._meanings, more, strict=True))
        self._meanings = Meanings(*joined)

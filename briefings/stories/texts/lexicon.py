"""Forms of words, each looked into once for all documents: its stem, and what it may be in any language."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from briefings.stories.texts.bags import Vocabulary, distinct
from briefings.stories.texts.words import word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.stories.texts.bags import Flags, Ints, Sums


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
        self.forms = Vocabulary()
        self.features = Vocabulary()
        self.features[""]  # number 0
        self.balance: Counter[str] = Counter()
        """In how many documents more a folded word is a name than not, of those that are one somewhere."""
        self.learned: dict[str, int] = {}
        """What the last block added to the balance."""
        self._plains = Vocabulary()
        self._plain: list[int] = []
        self._marks: list[tuple[int, int, int, int]] = []
        self._checksum: list[int] = []

    def learn(self, words: tuple[Ints, Ints], names: tuple[Ints, Ints]) -> None:
        """Learn names from all words of a block, and from those that stand as names do.

        Each with where it stands: the words in a document, the names in a text or its title, for each of them counts.
        """
        import numpy as np

        self._extend()
        plain = np.array(self._plain, np.int64)
        seen = self._bearers(names[0], plain[names[1]], len(self._plains))
        known = np.flatnonzero(seen).tolist()
        small = self._as_it_is(*words, known)
        self.take(
            {self._plains.names[at]: int(seen[at]) - times for at, times in zip(known, small, strict=True)}
        )

    def take(self, learned: dict[str, int]) -> None:
        """Add to the balance what one block teaches."""
        self.learned = learned
        self.balance.update(learned)

    def _as_it_is(self, row: Ints, form: Ints, known: Sequence[int]) -> list[int]:
        """Return in how many documents each folded word stands as a form, that is with a small letter."""
        import numpy as np

        at = np.array([self.forms.get(self._plains.names[number], -1) for number in known], np.int64)
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

    def meanings(self) -> Meanings:
        """Return what the forms mean."""
        import numpy as np

        self._extend()
        stem, cased, uncased, skeleton = np.array(self._marks, np.int64).reshape(-1, 4).T
        names = (self._plains.get(name) for name, times in self.balance.items() if times > 0)
        named = np.zeros(len(self._plains), np.bool_)
        named[[at for at in names if at is not None]] = True
        is_name: Flags = named[self._plain] if len(named) else named
        known = np.where((stem == 0) | is_name, cased, 0)
        return Meanings(stem, known, uncased, skeleton, np.array(self._checksum, np.uint64))

    def _extend(self) -> None:
        for form in self.forms.names[len(self._plain) :]:
            plain, stem, bones, great = word(form)
            number = "#" + plain if not stem and form[0].isdigit() else ""
            cased = "k:" + bones if stem and great and len(bones) > 1 else number
            uncased = "k:" + bones if stem and len(bones) > 2 else number
            self._plain.append(self._plains[plain])
            self._checksum.append(crc32(plain.encode("utf-8", "surrogatepass")))
            own = self.features
            self._marks.append((own[stem], own[cased], own[uncased], own["k:" + bones]))

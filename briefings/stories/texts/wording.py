"""The wording of texts as numbers: what copies are compared by, folded words with the signs that stand at them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.stories.texts.bags import Vocabulary
from briefings.stories.texts.tokens import spellings
from briefings.text import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from briefings.stories.texts.features import Doc

    Words = NDArray[np.int32]


class Wordings:
    """The words of those texts that were asked for; the title is left out, for a copy often has another."""

    def __init__(self) -> None:
        self.spellings = Vocabulary()
        """The words by their numbers."""
        self._known: dict[int, Words] = {}

    def of(self, docs: Sequence[Doc], wanted: Sequence[int]) -> list[Words]:
        """Return the words of some documents, given by their positions."""
        fresh = [at for at in wanted if at not in self._known]
        self._known.update(zip(fresh, self._read([docs[at].bare.text for at in fresh]), strict=True))
        return [self._known[at] for at in wanted]

    def _read(self, texts: Sequence[str]) -> list[Words]:
        import numpy as np

        if not texts:
            return []
        forms, form, sizes = spellings(texts)
        plain = folded(forms)
        number = np.where([*map(bool, plain)], self.spellings.numbers(plain), -1)[form].astype(np.int32)
        text = np.repeat(np.arange(len(texts)), sizes)[number >= 0]  # invisible signs alone are no word
        return np.split(number[number >= 0], np.searchsorted(text, np.arange(1, len(texts))))

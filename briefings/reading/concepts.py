"""What a text speaks of, recognised by word stems in fifteen languages: a ceasefire, clashes, a state of emergency."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from briefings.reading.concept_words import STEMS
from briefings.text.required import required
from briefings.text.scripts import script

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_NEGATED = re.compile(r"(?:\bno|\bnot|\bwithout|\bnever|\bнет|\bне|\bбез|بدون)\s+(?:\w+\s+)?$")


@lru_cache(maxsize=4096)  # a title is weighed as a headline, for the rank and for the changes
def met(text: str) -> Mapping[str, int]:
    """Return concepts and how often a text uses their words; what it denies is not counted."""
    folded = text.casefold()
    found: dict[str, int] = {}
    for name, pattern in _stems(script(text)).possible(folded):
        for hit in pattern.finditer(folded):
            if not _NEGATED.search(folded, max(0, hit.start() - 16), hit.start()):
                found[name] = found.get(name, 0) + 1
    return found


class _Stems:
    """The stems of all languages of one script: whoever quotes, quotes in his own letters."""

    def __init__(self, written: str) -> None:
        from ahocorasick_rs import AhoCorasick

        tables = [table for table in STEMS.values() if script(table["deaths"]) == written]
        stems = {name: [table[name] for table in tables if name in table] for name in STEMS["en"]}
        self._patterns = {name: re.compile("|".join(found)) for name, found in stems.items() if found}
        gates = [
            (word, name) for name, pattern in self._patterns.items() for word in required(pattern.pattern)
        ]
        self._always = self._patterns.keys() - {name for _, name in gates}
        self._names = [name for _, name in gates]
        self._words = AhoCorasick([word for word, _ in gates])

    def possible(self, folded: str) -> Iterator[tuple[str, re.Pattern[str]]]:
        """Yield the concepts with a word in the text, in their order: searching for each would cost ten times."""
        hits = self._words.find_matches_as_indexes(folded, overlapping=True)
        named = {self._names[number] for number, _, _ in hits}
        for name, pattern in self._patterns.items():
            if name in named or name in self._always:
                yield name, pattern


_stems = cache(_Stems)

"""One title and text while it is being tagged: folded once, cut into sentences when somebody asks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from briefings.text import Folded, fold, script, sentences
from briefings.watch import zones
from briefings.watch.languages import SCRIPTS
from briefings.watch.surface import scan_form

_SAYING = """said says saying told tells stated noted announced according reported declared added stressed emphasised
emphasized claimed warned confirmed quoted dedi aytdi diydi aýtdy söyledi belirtti bildirdi deyib деди айтди айтты деді
گفت گفته اعلام افزود تاکید وویل کہا гуфт словам ասաց նշեց թქვა თქვა"""
_SAYING_WORDS = frozenset(fold(_SAYING).text.split())
_SAYING_STEMS = """сообщ заяви сказа отмет подче расск добав уточн утвер говор изҳор таъки зикр билди белги мәлім хабар
ma'lu ta'ki маълу açıkl vurğu հայտա ասել განაც აღნიშ"""
_SAYING_BEGINNINGS = frozenset(stem[:5] for stem in fold(_SAYING_STEMS).text.split())
_SAYING_SIGNS = "说表称"


def _is_attributed(words: str) -> bool:
    """Whether a folded sentence holds a word of saying, in any of the languages."""
    each = words.split()
    if not (_SAYING_WORDS.isdisjoint(each) and _SAYING_BEGINNINGS.isdisjoint([word[:5] for word in each])):
        return True
    return any(sign in words for sign in _SAYING_SIGNS)


_LONGEST_SENTENCE = 2_000
"""What runs on for longer is no sentence but a list or a trap, and is looked at in pieces."""
_SHORT_TITLE = 20
"""Characters up to which a title may stand in the text by chance."""
_WORD = re.compile(r"\S+")
_LEAD = 600
"""Characters taken for the first paragraph of a text without empty lines."""


class Page:
    """Everything about one text that several rules ask for, worked out at most once."""

    def __init__(
        self, title: str, text: str, language: str = "", comment: Sequence[tuple[int, int]] = ()
    ) -> None:
        self.title = title
        self.text = text
        self.language = language
        self.shift = len(title) + 2
        self.joined = f"{title}\n\n{text}"
        self.folded: Folded = fold(self.joined)
        self.scan = f" {scan_form(self.folded.text)} "
        self._comment = comment
        self._words: dict[int, str] = {}
        self._weights: dict[int, float] = {}
        self._echoes: dict[int, tuple[int, int]] = {}

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where ``scan[start:end]`` stands in ``joined``."""
        return self.folded.span(start - 1, end - 1)

    @cached_property
    def languages(self) -> frozenset[str]:
        """Languages the text may be in: the given one, or those of its script."""
        if self.language:
            return frozenset({self.language})
        return SCRIPTS.get(script(self.joined), frozenset()) | {"en"}

    def masked(self, start: int, end: int) -> str:
        """Return why nothing is matched at a stretch of ``joined``; ``""`` where matching goes on."""
        if start < self._dateline and start >= self.shift:
            return "dateline"
        if any(a < end and start < b for a, b in self._labels):
            return "legal label"
        if zones.in_address(self.joined, start, end):
            return "address"
        return "credit or teaser" if start >= self.shift and zones.in_credit(self.joined, start) else ""

    @cached_property
    def _dateline(self) -> int:
        return self.shift + zones.dateline(self.text)

    @cached_property
    def _labels(self) -> tuple[tuple[int, int], ...]:
        return zones.labels(self.joined, self.folded.text)

    @cached_property
    def _bounds(self) -> tuple[tuple[int, int], ...]:
        body = (
            (self.shift + piece, self.shift + min(end, piece + _LONGEST_SENTENCE))
            for start, end in sentences(self.text, self.language)
            for piece in range(start, end, _LONGEST_SENTENCE)
        )
        return ((0, len(self.title)), *body)

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self._bounds]

    def sentence(self, at: int) -> int:
        """Return the number of the sentence an offset of ``joined`` stands in; the title is number 0."""
        return max(0, bisect_right(self._starts, at) - 1) if at >= self.shift else 0

    def bounds(self, number: int) -> tuple[int, int]:
        """Return start and end of a sentence in ``joined``."""
        return self._bounds[number]

    def words(self, number: int) -> str:
        """Return a sentence folded, parting signs as blanks, with a blank on either side."""
        if number not in self._words:
            start, end = self._folded_bounds(number)
            self._words[number] = f" {' '.join(self.scan[start + 1 : end + 1].split())} "
        return self._words[number]

    def _folded_bounds(self, number: int) -> tuple[int, int]:
        start, end = self._bounds[number]
        return self.folded.locate(start), self.folded.locate(end)

    def told(self, at: int, number: int) -> int:
        """Return the sentence that a place counts for: the title, where the text says the title once more.

        Titles are often the cut beginning of the text; the word that the cut went through is the title's as well.
        """
        start, end = self._echo(number) if number else (0, 0)
        return 0 if start <= at < end else number

    def _echo(self, number: int) -> tuple[int, int]:
        """Return where a sentence repeats the title, in ``joined``; an empty stretch where it does not."""
        if number not in self._echoes:
            self._echoes[number] = self._repeated(number)
        return self._echoes[number]

    def _repeated(self, number: int) -> tuple[int, int]:
        title = self.words(0).strip()
        at = self.words(number).find(f" {title}") if len(title) > _SHORT_TITLE else -1
        if at < 0:
            return 0, 0
        first = self.words(number).count(" ", 0, at)
        last = first + title.count(" ")
        start, end = self._folded_bounds(number)
        words = list(_WORD.finditer(self.scan, start + 1, end + 1))
        return self.span(words[first].start(), words[last].end())

    def folded_sentence(self, number: int, longest: int) -> tuple[str, int]:
        """Return a sentence folded, cut to a length, with its offset in the folded text."""
        start, end = self._folded_bounds(number)
        return self.folded.text[start : min(end, start + longest)], start

    @cached_property
    def _lead_end(self) -> int:
        paragraph = self.text.find("\n\n", 1)
        if paragraph < 0:
            line = self.text.find("\n", 40)
            paragraph = line if 0 < line < _LEAD else _LEAD
        return self.shift + paragraph

    def weight(self, number: int) -> float:
        """Return what one sentence counts: title 3, first paragraph 2, attributed 2, otherwise 1."""
        if number not in self._weights:
            self._weights[number] = self._weigh(number)
        return self._weights[number]

    def _weigh(self, number: int) -> float:
        if number == 0:
            return 3.0
        start, end = self._bounds[number]
        if any(a + self.shift <= start and end <= b + self.shift for a, b in self._comment):
            return 1.0
        if start < self._lead_end:
            return 2.0
        return 2.0 if _is_attributed(self.words(number)) else 1.0

    def monocase(self, at: int) -> bool:
        """Whether the zone an offset stands in is written without capitals, or in capitals only."""
        return self._monocase[0 if at < self.shift else 1]

    @cached_property
    def _monocase(self) -> tuple[bool, bool]:
        return _is_monocase(self.title), _is_monocase(self.text[:400])


def _is_monocase(text: str) -> bool:
    upper = sum(map(str.isupper, text))
    lower = sum(map(str.islower, text))
    return (upper == 0 and lower >= 60) or (upper >= 20 and upper > 6 * lower)

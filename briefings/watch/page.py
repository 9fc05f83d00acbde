"""One title and text while it is being tagged: folded once, cut into sentences when somebody asks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from briefings.text import Folded, fold, script, sentences
from briefings.watch.languages import SCRIPTS
from briefings.watch.surface import scan_form
from briefings.watch.zones import masked

_ATTRIBUTED = re.compile(
    r"\b(?:said|says|saying|told|tells|stated|noted|announced|according to|reported|declared|added|stressed"
    r"|emphasi[sz]ed|claimed|warned|confirmed|quoted)\b"
    r"|сообщи|заяви|сказал|отмети|подчеркн|по слов|рассказа|добави|уточни|утвержда|говорится"
    r"|گفت|اعلام کرد|به نقل|افزود|تاکید کرد|تأکید کرد|وویل|کہا|گفته"
    r"|гуфт|изҳор дошт|хабар дод|таъкид кард|зикр кард"
    r"|\bdedi\b|\baytdi\b|ma'lum qil|ta'kidla|деди|айтди|маълум қил|билдирди|белгиледи|айтты|деді|мәлімде|хабарла"
    r"|\bdiydi|\baýtdy|söyledi|açıkla|belirtti|bildirdi|deyib|vurğula"
    r"|ասաց|հայտարար|նշեց|ասել|განაცხად|თქვა|აღნიშნა|说|表示|称|指出"
)
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
        self._folded: tuple[tuple[Folded, int], ...] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where ``scan[start:end]`` stands in ``joined``."""
        return self.folded.span(start - 1, end - 1)

    @cached_property
    def languages(self) -> frozenset[str]:
        """Languages the text may be in: the given one, or those of its script."""
        if self.language:
            return frozenset({self.language})
        return SCRIPTS.get(script(self.joined), frozenset()) | {"en"}

    @cached_property
    def masked(self) -> tuple[tuple[int, int, str], ...]:
        """Stretches without matching, with the reason."""
        return masked(self.title, self.text)

    @cached_property
    def _bounds(self) -> tuple[tuple[int, int], ...]:
        body = tuple((a + self.shift, b + self.shift) for a, b in sentences(self.text, self.language))
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
            start, end = self._bounds[number]
            self._words[number] = f" {' '.join(scan_form(fold(self.joined[start:end]).text).split())} "
        return self._words[number]

    @cached_property
    def _words(self) -> dict[int, str]:
        return {}

    def folded_sentences(self, longest: int) -> tuple[tuple[Folded, int], ...]:
        """Return each sentence folded, with its offset in ``joined``; overlong ones are cut."""
        if self._folded is None:
            self._folded = tuple((fold(self.joined[a : min(b, a + longest)]), a) for a, b in self._bounds)
        return self._folded

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

    @cached_property
    def _weights(self) -> dict[int, float]:
        return {}

    def _weigh(self, number: int) -> float:
        if number == 0:
            return 3.0
        start, end = self._bounds[number]
        title = self.words(0).strip()
        if len(title) > 20 and title in self.words(number):
            return 0.0  # the headline once more: the same sentence, counted there
        if any(a + self.shift <= start and end <= b + self.shift for a, b in self._comment):
            return 1.0
        if start < self._lead_end:
            return 2.0
        return 2.0 if _ATTRIBUTED.search(self.words(number)) else 1.0

    def monocase(self, at: int) -> bool:
        """Whether the zone an offset stands in is written without capitals, or in capitals only."""
        return self._monocase[0 if at < self.shift else 1]

    @cached_property
    def _monocase(self) -> tuple[bool, bool]:
        return _is_monocase(self.title), _is_monocase(self.text[:2000])


def _is_monocase(text: str) -> bool:
    upper = sum(map(str.isupper, text))
    lower = sum(map(str.islower, text))
    return upper + lower >= 20 and (upper == 0 or upper > 6 * lower)

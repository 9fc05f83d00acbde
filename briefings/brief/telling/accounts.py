"""Accounts that contradict each other: who began, and what is denied; both are printed, neither is weighed.

Two sentences of different reports are set side by side when each blames another state, or when one denies what the
other says of the same state, or says in nearly the same words. Which states a sentence names is known from the watch
list, so that ``Baku``, ``азербайджанская сторона`` and ``Azerbaijani forces`` are one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from briefings.brief.material import sentences
from briefings.brief.telling.account_words import BEGAN, BLAMES, DENIES
from briefings.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefings.brief.material.sentences import Sentence
    from briefings.text import Folded
    from briefings.types import Tagged

_RETOLD = 0.6
"""Share of a claim's words that its denial must repeat when no state is named: «reports that the gate is closed»."""


@dataclass(frozen=True, slots=True)
class _Account:
    sentence: Sentence
    blamed: str
    """The state that is said to be at fault, ``""`` for none."""
    denier: str
    """The state that denies; ``?`` when it is not named, ``""`` when nothing is denied."""


def opposed(items: Sequence[Tagged]) -> tuple[Sentence, Sentence] | None:
    """Return the two sentences that contradict each other most plainly, the earlier report's first."""
    found = [account for item in items for account in _accounts(item)]
    pairs = [
        (strength, one.sentence, other.sentence)
        for one, other in combinations(found, 2)
        if one.sentence.article.id != other.sentence.article.id and (strength := _against(one, other))
    ]
    if not pairs:
        return None
    best = max(pairs, key=lambda pair: (pair[0], pair[1].weight + pair[2].weight))
    return best[1], best[2]


def _against(one: _Account, other: _Account) -> int:
    """Return 3 for two that blame each other, 2 for a denial by the blamed, 1 for a denial in the words of a claim."""
    if one.denier or other.denier:
        denial, claim = (one, other) if one.denier else (other, one)
        if claim.denier:
            return 0
        if claim.blamed and claim.blamed == denial.denier:
            return 2
        return int(_retells(denial.sentence.text, claim.sentence.text))
    return 3 if one.blamed and other.blamed and one.blamed != other.blamed else 0


def _accounts(item: Tagged) -> Iterator[_Account]:
    for sentence in sentences.usable(item):
        folded, places = fold(sentence.text), _states(sentence.text, item)
        states = list(dict.fromkeys(state for _, state in places))
        if _DENIES.search(folded.text):
            yield _Account(sentence, "", states[0] if states else "?")
        else:
            yield _Account(sentence, _blamed(folded, places, states), "")


def _blamed(folded: Folded, places: Sequence[tuple[int, str]], states: Sequence[str]) -> str:
    if _BLAMES.search(folded.text):
        return states[1] if len(states) == 2 else ""
    if began := _BEGAN.search(folded.text):
        verb = folded.span(*began.span())[0]
        before = [state for at, state in places if at < verb]
        return before[-1] if before else ""
    return ""


def _states(text: str, item: Tagged) -> list[tuple[int, str]]:
    """Return where in a sentence states are named, in order; a longer name goes before one within it."""
    named = {(s.matched, tag.topic) for tag in item.tags if tag.kind == "country" for s in tag.spans}
    found = [
        (place.start(), state)
        for words, state in named
        for place in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)
    ]
    return sorted(found)


def _retells(denial: str, claim: str) -> bool:
    words = sentences.tokens(claim)
    return len(words) > 3 and len(words & sentences.tokens(denial)) >= _RETOLD * len(words)


def _beginnings(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(fold(word).text) for word in words) + ")")


_BLAMES, _BEGAN, _DENIES = _beginnings(BLAMES), _beginnings(BEGAN), _beginnings(DENIES)

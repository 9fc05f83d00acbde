"""What of a document takes part in grouping: words, names as skeletons, numbers, topics, days."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from briefings.stories.stops import STOPS
from briefings.text import fold, script, skeleton

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefings.types import Tagged

_WORD = re.compile(r"[^\W_]+(?:['.][^\W_]+)*")
_HAS_CASE = frozenset({"Latn", "Cyrl", "Armn", "Grek"})
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_MAX_WORDS = 600
"""Words of a text that are compared: a news item says what happened well before."""
Bag = defaultdict[str, float]

_STEM = 6
"""Letters kept of a word: on the training half of ECB+ as good as whole words, on Russian far better."""


@dataclass(frozen=True, slots=True)
class Doc:
    """One document as the grouping sees it."""

    id: str
    title: str
    text: str
    language: str
    script: str
    heading: frozenset[str]
    """Stems of the title."""
    body: frozenset[str]
    """Stems of the text."""
    words: dict[str, float]
    """Stem -> weight, of both."""
    signs: dict[str, float]
    """What is alike in every language: ``k:`` skeletons of names, ``#`` numbers, ``t:`` topics."""
    names: frozenset[str]
    """Skeletons of the names in it."""
    topics: Mapping[str, str] = field(default_factory=dict)
    """Watched topic -> level."""
    day: int | None = None
    """Day of publication as a proleptic ordinal."""
    happened: tuple[int, ...] = ()
    """Days of past events that it tells of, as ordinals."""


def plain(
    doc_id: str,
    title: str,
    text: str,
    language: str,
    topics: Mapping[str, str] | None = None,
    day: int | None = None,
    happened: tuple[int, ...] = (),
) -> Doc:
    """Return the features of a text."""
    words: Bag = defaultdict(float)
    signs: Bag = defaultdict(float)
    names: set[str] = set()
    letters = script(f"{title}\n{text[:1000]}")
    _count(text, letters, 1.0, words, signs, names)
    body = frozenset(words)
    above: Bag = defaultdict(float)
    _count(title, letters, 2.0, above, signs, names)
    for stem, weight in above.items():
        words[stem] += weight
    for topic, level in (topics or {}).items():
        if level in _LEVELS:
            signs["t:" + topic] = _LEVELS[level]
    return Doc(
        doc_id,
        title,
        text,
        language,
        letters,
        frozenset(above),
        body,
        words,
        signs,
        frozenset(names),
        topics or {},
        day,
        happened,
    )


_LEVELS = {"primary": 2.0, "secondary": 1.0}


def tagged(item: Tagged) -> Doc:
    """Return the features of an article and its tags."""
    article = item.article
    topics = {tag.topic: tag.level for tag in item.tags if tag.level in _LEVELS}
    day = article.published.start.toordinal() if article.published else None
    happened = sorted(
        event.when.start.toordinal()
        for event in article.events
        if event.status == "past" and event.when.precision in ("day", "minute", "second")
    )
    return plain(article.id, article.title, article.text, article.language, topics, day, tuple(happened))


def _count(text: str, letters: str, weight: float, words: Bag, signs: Bag, names: set[str]) -> None:
    found = _WORD.findall(text)[:_MAX_WORDS]
    cased = letters in _HAS_CASE and not _shouted(found)
    first = True
    for word in found:
        plain_word = _folded(word)
        if word[0].isdigit():
            signs["#" + plain_word] += weight
        elif plain_word not in STOPS:
            words[plain_word[:_STEM]] += weight
            if cased and word[0].isupper() and not first:
                bones = _bones(word)
                if len(bones) > 1:
                    signs["k:" + bones] += weight
                    names.add(bones)
            elif letters not in _HAS_CASE:
                bones = _bones(word)
                if len(bones) > 2:
                    signs["k:" + bones] += weight
        first = False


def _shouted(words: list[str]) -> bool:
    """Whether capitals tell nothing: a headline in Title Case or ALL CAPS."""
    long = [word for word in words if len(word) > 3 and not word[0].isdigit()]
    return len(long) > 3 and sum(word[0].isupper() for word in long) > 0.8 * len(long)


@lru_cache(maxsize=200_000)
def _folded(word: str) -> str:
    return fold(word).text


@lru_cache(maxsize=200_000)
def _bones(word: str) -> str:
    return skeleton(word)

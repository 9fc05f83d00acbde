"""Words of a text as grouping compares them: stems, skeletons of names, numbers with their unit, days."""

from __future__ import annotations

import re
from functools import lru_cache

from briefings.stories.common import COMMON
from briefings.text import fold, skeleton

WORD = re.compile(r"[^\W_]+(?:['’ʻʼ][^\W_]+)*")
INSIDE = re.compile(r"(?:(?<=[^\W_] )|(?<=, ))[^\W\d_]+(?:['’ʻʼ-][^\W_]+)*")
"""A word that follows another within its sentence: only there a capital tells a name."""

_STEM = 6
"""Letters kept of a word: on the training part of ECB+ as good as whole words, better on Russian."""
_EMPTY = 38
"""Words that 31 % of all documents bear say nothing of an event."""
_NOISE = frozenset(
    ["сми", "видео", "фото", "video", "photo", "photos", "live", "news", "update", "exclusive"]
)
_ENDING = re.compile(
    r"(?:ого|его|ому|ему|ыми|ими|ами|ями|ах|ях|ам|ям|ым|им|ом|ем|ой|ей|ою|ею|ую|юю|ая|яя|ые|ие|ых|их|ов|ев"
    r"|[аяуюыиеоёйь])$"
)
_COUNTED = re.compile(r"(\d+(?:[.,]\d+)?)(?:-\w{1,3})?\s+([^\W\d_]+)")
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan янв қаң yan", "feb фев ақп fev", "mar мар нау", "apr апр сәу", "may мая май мам",
            "jun июн мау iyun", "jul июл шіл iyul", "aug авг там avg", "sep сен қыр sen", "oct окт қаз okt",
            "nov ноя қар noy", "dec дек жел dek",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip


@lru_cache(maxsize=1 << 18)
def folded(word: str) -> str:
    """Return a word in the one spelling that all comparing rests on."""
    return fold(word).text


@lru_cache(maxsize=1 << 18)
def stem(word: str) -> str:
    """Return the stem of a folded word; ``""`` for a word that says nothing."""
    cut = word[:_STEM]
    return "" if COMMON.get(cut, 0) >= _EMPTY or word in _NOISE else cut


@lru_cache(maxsize=1 << 18)
def bones(word: str) -> str:
    """Return the consonants of a folded name without its Slavic case ending, alike in every script."""
    name = word.removesuffix("'s")
    if len(name) > 4:
        name = _ENDING.sub("", name)
    return skeleton(name)


def counted(text: str) -> tuple[frozenset[tuple[int, int]], dict[str, frozenset[str]]]:
    """Return the (day, month) pairs of a text, and its numbers by the word that follows."""
    days: set[tuple[int, int]] = set()
    units: dict[str, set[str]] = {}
    for number, word in _COUNTED.findall(text):
        unit = folded(word)
        month = _MONTHS.get(unit[:3], 0) if len(unit) < 10 else 0
        if month and number.isdigit() and 1 <= int(number) <= 31:
            days.add((int(number), month))
        elif stem(unit):
            units.setdefault(unit[:4], set()).add(number)
    return frozenset(days), {unit: frozenset(numbers) for unit, numbers in units.items()}

"""Words of a text as grouping compares them: stems, skeletons of names, numbers with their unit, days."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from briefings.stories.texts.common import COMMON
from briefings.text import fold, folded, skeletons

if TYPE_CHECKING:
    from collections.abc import Sequence

JOINTS = "'’‘`´"
"""Apostrophes within a word, as Uzbek is typed: ``o‘zbek``, ``o`zbek``."""
WORD = re.compile(rf"[^\W_]+(?:[{JOINTS}][^\W_]+)*")
GREAT = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶŁĽŃŅŇŌŐŘŚŞŠŢŤŪŮŰŹŻŽƏЀ-ЯҒҔҖҚҠҢҮҰҲҶҺӘӢӨӮԱ-Ֆ"
"""Capitals, as a class of a pattern."""

_STEM = 6
"""Letters kept of a word: on the training part of ECB+ as good as whole words, better on Russian."""
_EMPTY = 38
"""Words that 31 % of all documents bear say nothing of an event."""
_NAME = 4
"""Words of a name in quotation marks; what is longer is a saying."""
_NOISE = frozenset(
    ["сми", "видео", "фото", "video", "photo", "photos", "live", "news", "update", "exclusive"]
)
_CASES = """
ого его ому ему ыми ими ами ями ах ях ам ям ым им ом ем ой ей ою ею ую юю ая яя ые ие ых их ов ев
а я у ю ы и е о ё й ь
"""
_ENDINGS = frozenset(_CASES.split())
"""Of Slavic words."""
_COUNTED = re.compile(r"(\d\d*(?:[.,]\d+)?)(?:-\w{1,3})?\s+([^\W\d_]+)")
_DATED = re.compile(r"([^\W\d_]{3,9})\.?\s+(\d{1,2})\b(?![.,:]\d|\s*%)")
"""``November 18``."""
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


_QUOTED = re.compile(rf"[«“„\"]([{GREAT}][^«»“”„\"]{{1,40}})[»”“\"]")


class Words(NamedTuple):
    """Forms of words, each read once for all documents."""

    plain: Sequence[str]
    """Folded: in the one spelling that all comparing rests on."""
    stem: Sequence[str]
    """``""`` for a number, and for a word that says nothing."""
    bones: Sequence[str]
    """Its consonants, alike in every script; of a Slavic word without the case ending."""
    great: Sequence[bool]
    """Whether it begins with a capital."""
    number: Sequence[bool]
    """Whether it begins with a digit."""


def words(forms: Sequence[str]) -> Words:
    """Return what grouping needs of words as they stand in texts."""
    plain, number = folded(forms), [form[0].isdigit() for form in forms]
    said = ["" if digit else one for one, digit in zip(plain, number, strict=True)]
    return Words(
        plain,
        list(map(_stem, said)),
        skeletons(list(map(_root, said))),
        [form[0].isupper() for form in forms],
        number,
    )


class Word(NamedTuple):
    """One of them."""

    plain: str
    stem: str
    bones: str
    great: bool
    number: bool


@lru_cache(maxsize=1 << 14)
def word(form: str) -> Word:
    """Return what grouping needs of one word."""
    plain, stem, bones, great, number = words((form,))
    return Word(plain[0], stem[0], bones[0], great[0], number[0])


@lru_cache(maxsize=1 << 14)
def _plain(form: str) -> str:
    return fold(form).text


def skeleton_sign(form: str) -> str:
    """Return what stands for a word in every language if it is a name."""
    return "k:" + word(form).bones


def _stem(plain: str) -> str:
    cut = plain[:_STEM]
    return "" if COMMON.get(cut, 0) >= _EMPTY or plain in _NOISE else cut


def _root(plain: str) -> str:
    name = plain.removesuffix("'s")
    if len(name) > 4 and not name.isascii():
        for size in (3, 2, 1):
            if name[-size:] in _ENDINGS:
                return name[:-size]
    return name


def counted(text: str) -> tuple[frozenset[tuple[int, int]], dict[str, frozenset[str]]]:
    """Return the (day, month) pairs of a text, and its numbers by the word that follows."""
    found = _COUNTED.findall(text)
    if not found:
        return frozenset(), {}
    days: set[tuple[int, int]] = set()
    units: dict[str, set[str]] = {}
    for number, form in found:
        unit = _plain(form)
        month = _MONTHS.get(unit[:3], 0) if len(unit) < 10 else 0
        if month and number.isdigit() and 1 <= int(number) <= 31:
            days.add((int(number), month))
        elif _stem(unit):
            units.setdefault(unit[:4], set()).add(number)
    return frozenset(days), {unit: frozenset(numbers) for unit, numbers in units.items()}


def month_first(text: str) -> frozenset[tuple[int, int]]:
    """Return the (day, month) pairs that stand in the American order: ``November 18``."""
    pairs = (
        (int(n), _MONTHS.get(_plain(form)[:3], 0)) for form, n in _DATED.findall(text) if form[0].isupper()
    )
    return frozenset((day, month) for day, month in pairs if month and 1 <= day <= 31)


def works(title: str) -> frozenset[frozenset[str]]:
    """Return the stems of each name that stands in quotation marks: a ship, a contest, a firm, a book."""
    found = (
        frozenset(stem for form in WORD.findall(name) if (stem := word(form).stem))
        for name in _QUOTED.findall(title)
        if len(name.split()) <= _NAME
    )
    return frozenset(filter(None, found))

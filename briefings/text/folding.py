"""Cleaning and the one normalisation that all comparing of words rests on.

The rules are those of the watch list (``matching.normalise``): case, dashes, apostrophes, quotation marks,
ё, Arabic yeh and kaf, ZWNJ, digits, white space. Folding happens in two steps, so that it is cheap for a text
without a match: first one character for one character, then runs are collapsed; where a folded offset stood
in the original is worked out only when somebody asks.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    "\ufff9-\ufffb\ud800-\udfff]"
)
_UNCLEAN = bytes([*range(0x09), *range(0x0B, 0x20), 0x7F])
"""Of ASCII what ``clean`` changes."""
_NEWLINE = re.compile("\r\n|[\r\x0c\x85\u2028\u2029]")

_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_QUOTES = '"«»“”„‟″\u2039\u203a'
_SPACES = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
BLANKS = _DASHES + _QUOTES + _SPACES
"""What is folded to a blank."""
_APOSTROPHES = "’‘ʻʼ`´ʹ\u02bd\u2032\uff07"
_ASCII_PAIRS = (("-", " "), ('"', " "), ("\t", " "), ("`", "'"), ("\r", " "), ("\x1e", " "))
_PAIRS = (
    *((sign, " ") for sign in BLANKS),
    *((sign, "'") for sign in _APOSTROPHES),
    ("ё", "е"),
    ("ı", "i"),
)
_ARABIC_PAIRS = (
    *((sign, "ی") for sign in "يىۍئ"),
    ("ك", "ک"),
    *((sign, "ه") for sign in "ةۀۃہھۂ"),
    ("أ", "ا"),
    ("إ", "ا"),
    ("ؤ", "و"),
    *zip("۰۱۲۳۴۵۶۷۸۹", "0123456789", strict=True),
    *zip("٠١٢٣٤٥٦٧٨٩", "0123456789", strict=True),
)
# Tatweel, harakat, superscript alef, hamza above, marks that no letter takes in; joiners, and the
# invisible signs that clean() removes.
_GONE = "\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2060-\u2069\u00ad\ufeff\u061c\u0300-\u036f"
_HAS_GONE = re.compile(f"[{_GONE}]")
_HAS_ARABIC = re.compile("[\u0600-\u06ff]")
_PARAGRAPH = re.compile(r"\n[ \n]*\n")
_RUN = re.compile(f"[ \n{_GONE}]{{2,}}|[\n{_GONE}]")


def clean(text: str) -> str:
    """Return the text in NFC without control, bidi-override and soft-hyphen signs, with plain newlines."""
    if text.isascii():
        if len(text.encode().translate(None, _UNCLEAN)) == len(text):
            return text
    elif text.replace("\n", "").isprintable() and unicodedata.is_normalized("NFC", text):
        return text
    text = _CONTROL.sub("", _NEWLINE.sub("\n", text))
    return _CONTROL.sub("", unicodedata.normalize("NFC", text))


class Folded:
    """A text folded for comparison, with the way back to the original's offsets."""

    __slots__ = ("__dict__", "_even", "_gone", "_level", "_original", "text")

    def __init__(self, original: str, even: str, text: str, *, gone: bool = False) -> None:
        self._original = original
        self._even = even
        self._gone = gone
        self._level = (
            len(original) == len(even) == len(text)
        )  # then nothing stands elsewhere, as in most texts
        self.text = text

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where ``text[start:end]`` stands in the original; empty spans stay empty."""
        if self._level:
            return start, max(start, end)
        if end <= start:
            first = self._back(start)
            return first, first
        return self._back(start), self._back(end - 1) + 1

    def locate(self, offset: int) -> int:
        """Return where an offset of the original stands in ``text``: the way that ``span`` leads back."""
        if self._level:
            return offset
        if self._composed:
            offset = bisect_left(self._composed, offset)
        if len(self._even) == len(self.text):
            return offset
        folded, even = self._steps
        step = bisect_right(even, offset) - 1
        end = folded[step + 1] if step + 1 < len(folded) else len(self.text)
        return min(folded[step] + offset - even[step], end)

    def _back(self, offset: int) -> int:
        if len(self._even) == len(self.text):
            at = offset
        else:
            folded, even = self._steps
            step = bisect_right(folded, offset) - 1
            at = even[step] + offset - folded[step]
        return self._composed[at] if self._composed else at

    @cached_property
    def _steps(self) -> tuple[list[int], list[int]]:
        """Offsets where the folded text starts anew after a run, beside their offsets before the collapse."""
        folded, even, shift = [0], [0], 0
        for begin, end in self._runs():
            lost = end - begin - len(_collapsed(self._even[begin:end]))
            if lost:
                shift += lost
                folded.append(end - shift)
                even.append(end)
        return folded, even

    def _runs(self) -> Iterator[tuple[int, int]]:
        """Yield the runs that may have become shorter; mostly no pattern is needed to find them."""
        if self._gone:
            yield from (run.span() for run in _RUN.finditer(self._even))
            return
        text = self._even.replace("\n", " ")
        begin = text.find("  ")
        while begin >= 0:
            end = begin + 2
            while text[end : end + 1] == " ":
                end += 1
            yield begin, end
            begin = text.find("  ", end)

    @cached_property
    def _composed(self) -> list[int] | None:
        """For each character of the NFC form the offset of its first character in the original."""
        if len(self._even) == len(self._original):
            return None
        return _composition(self._original)


_MIXED_PAIR = re.compile("[а-я][a-z]|[a-z][а-я]")
_MIXED = re.compile("(?<![а-яa-z])[а-яa-z]*(?:[а-я][a-z]|[a-z][а-я])[а-яa-z]*")
_CYRILLIC_LIKE = str.maketrans("aceopxykmhtb", "асеорхукмнтв")
_LATIN_LIKE = str.maketrans("асеорхукмнтв", "aceopxykmhtb")


def _repaired(word: re.Match[str]) -> str:
    """Return a word of two alphabets in that of most of its letters: ``Моcква`` with a Latin c."""
    text = word.group()
    latin = sum(sign.isascii() for sign in text)
    return text.translate(_CYRILLIC_LIKE if latin * 2 < len(text) else _LATIN_LIKE)


def fold(text: str) -> Folded:
    """Fold a text: case, dashes, quotes, apostrophes, spelling pairs of one letter, digits, white space."""
    if text.isascii():
        even = text.lower()
        for sign, plain in _ASCII_PAIRS:
            even = even.replace(sign, plain)
        return Folded(text, even, _collapse(even))
    composed = text if unicodedata.is_normalized("NFC", text) else _compose(text)
    even = composed.replace("İ", "i").lower()
    for sign, plain in _PAIRS:
        even = even.replace(sign, plain)
    even = even.replace("\r", " ").replace("\x1e", " ")
    if _HAS_ARABIC.search(even):
        for sign, plain in _ARABIC_PAIRS:
            even = even.replace(sign, plain)
    even = even.replace(
        "եւ", "և\u00ad"
    )  # two signs for two, so that offsets hold; the second is then dropped
    shown = _HAS_GONE.sub("", even)
    plain = _collapse(shown)
    if _MIXED_PAIR.search(plain):
        plain = _MIXED.sub(_repaired, plain)
    return Folded(text, even, plain, gone=len(shown) != len(even))


_BETWEEN = "\x1f"
"""What stands between words that are folded together: nothing is changed by it, nor goes over it."""


def folded(words: Sequence[str]) -> list[str]:
    """Return each of many words, none of which has a blank, as ``fold`` folds it."""
    if not words:
        return []
    found = fold(_BETWEEN.join(words)).text.split(_BETWEEN)
    return [
        word if word == plain else plain for word, plain in zip(words, found, strict=True)
    ]  # one string, not two


def _collapse(text: str) -> str:
    if "\n" in text:
        text = _PARAGRAPH.sub("\x1e", text).replace("\n", " ")
    while "  " in text:
        text = text.replace("  ", " ")
    if "\x1e" not in text:
        return text
    return text.replace(" \x1e", "\x1e").replace("\x1e ", "\x1e").replace("\x1e", "\n\n")


def _collapsed(run: str) -> str:
    """Return what one run of blanks, newlines and invisible signs leaves behind."""
    newlines = run.count("\n")
    if newlines > 1:
        return "\n\n"
    return " " if newlines or " " in run else ""


def _clusters(text: str) -> list[tuple[int, str]]:
    """Cut where composition cannot reach over: before each starter that does not combine backwards."""
    found: list[tuple[int, str]] = []
    start = 0
    for at in range(1, len(text)):
        if unicodedata.combining(text[at]) == 0 and not _joins_back(text[at]):
            found.append((start, text[start:at]))
            start = at
    found.append((start, text[start:]))
    return found


def _joins_back(sign: str) -> bool:
    """Whether a sign of combining class 0 may still compose with the one before (Hangul, Indic vowels)."""
    return unicodedata.category(sign)[0] == "M" or "\u1160" <= sign <= "\u11ff"


def _compose(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", part) for _, part in _clusters(text))


def _composition(text: str) -> list[int]:
    back: list[int] = []
    for start, part in _clusters(text):
        composed = unicodedata.normalize("NFC", part)
        back.extend(start + min(index, len(part) - 1) for index in range(len(composed)))
    return back

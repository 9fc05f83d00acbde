"""Which script a text is written in, and names compared across scripts by their consonants."""

from __future__ import annotations

import re
import unicodedata
from itertools import compress
from operator import not_
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SCRIPTS = (
    ("Latn", re.compile("[A-Za-zÀ-ɏə\u1e00-\u1eff]")),
    ("Cyrl", re.compile("[\u0400-\u052f]")),
    ("Arab", re.compile("[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f]")),
    ("Armn", re.compile("[\u0531-\u0587]")),
    ("Geor", re.compile("[\u10a0-\u10ff\u1c90-\u1cbf]")),
    ("Hans", re.compile("[\u3400-\u9fff]")),
    ("Deva", re.compile("[\u0900-\u097f]")),
    ("Hebr", re.compile("[\u05d0-\u05ea]")),
    ("Grek", re.compile("[\u0370-\u03ff]")),
)
_SAMPLE = 4000
"""Characters looked at: more of a text does not change its majority."""


def script(text: str) -> str:
    """Return the ISO 15924 code of the script most letters belong to; ``""`` for a text without letters."""
    sample = text[:_SAMPLE]
    if not sample.strip() and len(text) > _SAMPLE:
        sample = text.lstrip()[:_SAMPLE]
    if sample.isascii():
        return "Latn" if any(map(str.isalpha, sample)) else ""
    most, found = 0, ""
    for code, letters in _SCRIPTS:
        number = len(letters.findall(sample))
        if number > most:
            most, found = number, code
        if 2 * most > len(sample):  # no other has as many
            break
    return found


# Consonant classes: what transcription confuses shares a letter. k = k q g gh kh x h, v = v w f, p = p b stay
# apart; vowels and glides vanish. Кадыров, Kadyrov, Қадиров, قدیروف -> kdrv.
_CLASSES = {
    "k": "kqgxhкгхқғҳҡһқґңكکقگخغحهہھҚկքգղխհკქგღხყჰğ",
    "v": "vwfвфўւվֆვფფ",
    "p": "pпپպփპფ",
    "b": "bбبբბ",
    "t": "tтتطټثտթտტთ",
    "d": "dдدذډդდðđ",
    "s": "sсسصցսսსц",
    "z": "zзزضظզძზ",
    "j": "jжҷجژջժჯჟž",
    "c": "cчҹچծճչჩჭçč",
    "S": "şšшщشշშ",
    "l": "lлلլლł",
    "m": "mмمմმ",
    "n": "nнنںնნñ",
    "r": "rрرړռրრ",
}
_TABLE = {ord(sign): letter for letter, signs in _CLASSES.items() for sign in signs}
_TABLE |= {ord("ف"): "v", ord("ב"): "b", ord("ფ"): "p", ord("ц"): "s", ord("ң"): "n"}
_DIGRAPHS = (
    ("shch", "š"),
    ("zh", "ж"),
    ("sh", "š"),
    ("kh", "k"),
    ("gh", "k"),
    ("ch", "č"),
    ("ts", "s"),
    ("tz", "s"),
    ("dzh", "ж"),
    ("dj", "ж"),
    ("dž", "ж"),
    ("дж", "ж"),
    ("ck", "k"),
    ("ph", "f"),
    ("th", "t"),
    ("тс", "с"),
    ("нг", "н"),
    ("ng", "n"),
)
_LATIN_DIGRAPHS = tuple(pair for pair in _DIGRAPHS if pair[0].isascii())
_LATIN_C = re.compile("c(?=[^eiy]|$)")
_BETWEEN = "\n"


def skeleton(word: str) -> str:
    """Return the consonants of a name, alike in every script: ``Тоқаев``, ``Tokayev`` -> ``tkv``."""
    return skeletons((word,))[0]


def skeletons(words: Sequence[str]) -> list[str]:
    """Return the skeleton of each of many words, none of which has a line break."""
    low = unicodedata.normalize("NFC", _BETWEEN.join(words).replace("İ", "i").lower()).split(_BETWEEN)
    latin = [word.isascii() for word in low]
    found = [
        iter(_consonants(_BETWEEN.join(compress(low, kind)), pairs))
        for kind, pairs in ((map(not_, latin), _DIGRAPHS), (latin, _LATIN_DIGRAPHS))
    ]
    return [next(found[ascii_]) for ascii_ in latin]


def _consonants(low: str, pairs: Iterable[tuple[str, str]]) -> list[str]:
    for pair, sign in pairs:
        low = low.replace(pair, sign)
    kept = _LATIN_C.sub("k", low).translate(_Kept())
    for letter in _CLASSES:
        while (twice := letter + letter) in kept:
            kept = kept.replace(twice, letter)
    return kept.split(_BETWEEN)


class _Kept(dict[int, str]):
    """What each letter becomes: the letter of its class, or nothing."""

    def __missing__(self, sign: int) -> str:
        letter = _TABLE.get(sign, chr(sign))
        kept = self[sign] = letter if letter in _CLASSES or letter == _BETWEEN else ""
        return kept

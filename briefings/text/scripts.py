"""Which script a text is written in, and names compared across scripts by their consonants."""

from __future__ import annotations

import re
import unicodedata

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
    counts = [(len(letters.findall(sample)), code) for code, letters in _SCRIPTS]
    best, code = max(counts, key=lambda pair: pair[0])
    return code if best else ""


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


def skeleton(word: str) -> str:
    """Return the consonants of a name, alike in every script: ``Тоқаев``, ``Tokayev`` -> ``tkv``."""
    low = unicodedata.normalize("NFC", word.replace("İ", "i").lower())
    for pair, sign in _LATIN_DIGRAPHS if low.isascii() else _DIGRAPHS:
        if pair in low:
            low = low.replace(pair, sign)
    kept = last = ""
    for letter in _LATIN_C.sub("k", low).translate(_TABLE):
        if letter != last and letter in _CLASSES:
            kept += letter
            last = letter
    return kept

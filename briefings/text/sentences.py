"""Cutting a text into sentences, for all languages alike."""

from __future__ import annotations

import re

_END = re.compile(
    r"\n[ \t]*\n\s*"  # a paragraph
    r"|[。！？]+[”’」』）)\"]*\s*"
    r"|[.!?…؟۔։]+[\"'”’»)\]]*(?=\s)\s*"
)
_SIGN = re.compile(r"[\n.!?…؟۔։。！？]+")
_LIST = """mr mrs ms dr prof gen lt col maj sgt capt adm gov sen rep st jr sr inc ltd co corp no vs etc al fig
    jan feb mar apr jun jul aug sep sept oct nov dec u.s u.k u.n e.g i.e a.m p.m ga approx est dept
    г гг в вв т тт тыс млн млрд трлн руб коп ул им стр проф акад ген полк св др пр т.е т.д т.п т.н и.о н.э
    долл кв км обл р-н с см ст чел экз янв фев мар апр авг сент сен окт нояб ноя дек
    с.г ж млн.т вб ва.к hk vb örn yy dr"""
_ABBREVIATIONS = frozenset(_LIST.split())
_MAY_CLOSE = frozenset({"etc", "др", "т.д", "т.п", "с.г", "a.m", "p.m", "г", "гг", "чел", "no"})
_DOTTED = re.compile(r"(?:\w\.)+\w")
_TOKEN = re.compile(r"[^\s(\[«“\"]+$")
_OPENER = re.compile(r"[«“„\"'(\[—–-]*\s*(.)")


def sentences(text: str, language: str = "") -> tuple[tuple[int, int], ...]:
    """Return (start, end) offsets of the sentences, white space left out.

    A full stop after an initial, an abbreviation or a number does not end a sentence when the next word
    in lower case or the abbreviation asks for more; an empty line always does.
    """
    del language  # the signs themselves tell; kept so that callers need not change when a language needs it
    found: list[tuple[int, int]] = []
    start = 0
    for sign in _SIGN.finditer(text):
        at = sign.start()
        end = _END.match(text, at) if at >= start else None
        if end and (_is_plain(text, at, end.end()) or _ends(text, end)):
            _keep(text, start, end.end(), found)
            start = end.end()
    _keep(text, start, len(text), found)
    return tuple(found)


_LONG_WORD = 7
"""No abbreviation of the list has as many letters."""


def _is_plain(text: str, at: int, after: int) -> bool:
    """Whether a long word stands before the sign and a capital after it: the common case, told cheaply."""
    return at > _LONG_WORD and text[after : after + 1].isupper() and text[at - _LONG_WORD : at].isalpha()


def _keep(text: str, start: int, end: int, found: list[tuple[int, int]]) -> None:
    piece = text[start:end]
    body = piece.strip()
    if body:
        first = start + piece.index(body[0])
        found.append((first, first + len(body)))


def _ends(text: str, end: re.Match[str]) -> bool:
    mark = end.group()
    if mark.count("\n") > 1:
        return True
    if mark[0] == "…" or mark.startswith(".."):
        return not _lower_next(text, end.end())
    if mark[0] != ".":
        return True
    before = _TOKEN.search(text, max(0, end.start() - 20), end.start())
    word = before.group() if before else ""
    if len(word) == 1 and word.isupper():
        return False  # an initial: A. Khan
    low = word.lower()
    if (low in _ABBREVIATIONS or _DOTTED.fullmatch(low)) and low not in _MAY_CLOSE:
        return False
    return not _lower_next(text, end.end())


def _lower_next(text: str, at: int) -> bool:
    following = _OPENER.match(text, at)
    return following is not None and following.group(1).islower()

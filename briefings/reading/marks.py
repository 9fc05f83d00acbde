"""Stretches between quotation marks."""

from __future__ import annotations

import re

_CLOSERS = {"“": "”", "«": "»", "„": "“”", '"': '"', "‟": "”", "「": "」"}
_SIGN = re.compile('\n[ \t]*\n|[“«„"‟「”»」]')
_RETRIES = 8
"""Unclosed marks in one paragraph from which reading starts again; keeps hostile text linear."""


def has_quotation(text: str) -> bool:
    """Tell whether a text opens a quotation anywhere."""
    return any(opener in text for opener in _CLOSERS)


def quotations(text: str) -> list[tuple[int, int]]:
    """Return (start, end) of the words between outermost quotation marks; an unclosed mark ends with its paragraph."""
    found: list[tuple[int, int]] = []
    at = retries = 0
    while True:
        closed, unclosed, end = _paragraph(text, at)
        found.extend(closed)
        if unclosed is not None and retries < _RETRIES:
            at, retries = unclosed, retries + 1
        elif end < len(text):
            at, retries = end, 0
        else:
            return found


def _paragraph(text: str, at: int) -> tuple[list[tuple[int, int]], int | None, int]:
    """Return the quotations up to the paragraph's end, where an unclosed one begins, and that end."""
    found: list[tuple[int, int]] = []
    opener, start, depth = "", 0, 0
    for match in _SIGN.finditer(text, at):
        sign = match.group()
        if sign[0] == "\n":
            return found, start if opener else None, match.end()
        if not opener:
            opener, start, depth = (sign, match.end(), 0) if sign in _CLOSERS else ("", 0, 0)
        elif sign in _CLOSERS[opener]:
            depth -= 1
            if depth < 0:
                found.append((start, match.start()))
                opener = ""
        elif sign == opener:
            depth += 1
    return found, start if opener else None, len(text)

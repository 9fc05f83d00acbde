"""Where an agency that a text names is its source: at its head or very end, and never in what somebody says."""

from __future__ import annotations

import re

from briefings.reading.marks import quotations

_PLACE_AND_DAY = re.compile(
    r"\W{0,3}[^\W\d_]+(?:[ -][^\W\d_]+){0,2}[.,]\s*(?:[^\W\d_]{2,15}\.?,?\s*)?(?:\d{1,2}\.?\s*[^\W\d_]{3,10}"
    r"|[^\W\d_]{3,10}\.?\s*\d{1,2})?(?:,?\s*\d{4})?[.,]?\s*$"
)
_THEN = re.compile(r"[»”\"]?\s*(?:[-–—:/]|\.?\s*\n)")
"""What stands before an agency at the head of its text, and after it."""
_LAST = re.compile(r"[.!?…։۔؟»”\"')\]]\s*(?:[-–—]\s*|[(/\[]\s*)?$")
_END = re.compile(r"[»”\"]?\s*[)/\]]?\s*\.?\s*$")
"""What stands before an agency that closes a text, and after it."""
FOOT = 60
"""Characters at the end of a text in which an agency may close it."""
_SENTENCE = 4
"""Words from which on quotation marks hold what somebody says, not the name of an agency."""


def spoken(text: str) -> list[tuple[int, int]]:
    """Return where somebody is quoted: whom he told something last year is not whence the text comes."""
    return [(start, end) for start, end in quotations(text) if len(text[start:end].split()) >= _SENTENCE]


def opens(before: str, after: str) -> bool:
    """Whether a text opens with place, perhaps day, and agency: ``Астана. 6 ноября. ИНТЕРФАКС -``."""
    return bool(_PLACE_AND_DAY.match(before) and _THEN.match(after))


def closes(before: str, after: str) -> bool:
    """Whether a text ends with its agency, set off from the last sentence: ``… on Tuesday. — AFP``."""
    return bool(_LAST.search(before) and _END.match(after))

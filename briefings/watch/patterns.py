"""Regular expressions in a watch list: refused when they can run away, and tried only where they can match.

Patterns come from people who edit YAML, texts from strangers. A pattern that a text can be made for on which it takes
for ever is refused when the list is read (``backtracking``); what is left runs inside one sentence of bounded length.
"""

from __future__ import annotations

import re
import re._parser as parser  # type: ignore[import-not-found]
from functools import lru_cache

from briefings.text import fold
from briefings.text.required import required
from briefings.watch.backtracking import ways

_LENGTH = 600
_MOST_WAYS = 200
"""A few bounded repeats, none that is open. From each of 2,000 starting places: a fraction of a second."""


def refused(pattern: str) -> str:
    """Return why a pattern cannot be used, or ``""``."""
    if len(pattern) > _LENGTH:
        return f"it is longer than {_LENGTH} characters"
    try:
        tree = parser.parse(prepared(pattern), re.IGNORECASE)
    except (re.error, RecursionError, OverflowError) as error:
        return f"it is no regular expression ({error})"
    if ways(tree) > _MOST_WAYS:
        return (
            "a text could be made on which it takes for ever, because its repeats can share the same signs in too many "
            r"ways; between words write \w+\W+, and bound what is open: (?:\w+\W+){0,5}, .{0,80}"
        )
    if re.compile(prepared(pattern)).match(""):
        return "it matches an empty text"
    return ""


def prepared(pattern: str) -> str:
    """Return the pattern as it is applied to folded text: letters folded, signs of the language left."""
    return "".join(fold(sign).text if sign.isalpha() and sign not in "WSDBAZ" else sign for sign in pattern)


@lru_cache(maxsize=4096)
def compiled(pattern: str) -> re.Pattern[str]:
    """Return the compiled pattern for folded text."""
    return re.compile(prepared(pattern), re.IGNORECASE)


@lru_cache(maxsize=4096)
def literals(pattern: str) -> tuple[str, ...]:
    """Return strings of which one must stand in any text that the pattern matches; ``()`` when none can be told."""
    found = required(prepared(pattern), re.IGNORECASE)
    return tuple(sorted({fold(word).text for word in found}))

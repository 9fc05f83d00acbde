"""Regular expressions in a watch list: refused when they can run away, and tried only where they can match.

Patterns come from people who edit YAML. A pattern that repeats something repeating (``(a+)+``) takes exponential
time on a text that a stranger may choose, so it is refused when the list is read; what is left runs inside one
sentence of bounded length.
"""

from __future__ import annotations

import re
import re._parser as parser  # type: ignore[import-not-found]
from functools import lru_cache
from typing import Any

from briefings.text import fold

_UNBOUNDED = 1000
_LENGTH = 600


def refused(pattern: str) -> str:
    """Return why a pattern cannot be used, or ``""``."""
    if len(pattern) > _LENGTH:
        return f"it is longer than {_LENGTH} characters"
    try:
        tree = parser.parse(prepared(pattern), re.IGNORECASE)
    except (re.error, RecursionError, OverflowError) as error:
        return f"it is no regular expression ({error})"
    if _runs_away(tree, inside=False):
        return "it repeats a repetition such as (a+)+ and could take for ever; bound the inner one, {0,5}"
    if re.compile(prepared(pattern)).match(""):
        return "it matches an empty text"
    return ""


def prepared(pattern: str) -> str:
    """Return the pattern as it is applied to folded text: letters folded, signs of the language left."""
    return "".join(fold(sign).text if sign.isalpha() and sign not in "WSDBAZ" else sign for sign in pattern)


def _runs_away(tree: Any, *, inside: bool) -> bool:
    for op, argument in tree:
        name = str(op)
        if name in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}:
            _, most, body = argument
            unbounded = most > _UNBOUNDED
            if unbounded and (inside or _starts_loosely(body)):
                return True
            if _runs_away(body, inside=inside or unbounded):
                return True
        elif (
            (name == "SUBPATTERN" and _runs_away(argument[3], inside=inside))
            or (name == "BRANCH" and any(_runs_away(branch, inside=inside) for branch in argument[1]))
            or (name in {"ASSERT", "ASSERT_NOT"} and _runs_away(argument[1], inside=inside))
        ):
            return True
    return False


def _starts_loosely(body: Any) -> bool:
    """Whether the repeated part can itself be repeated in more than one way: a branch or another repeat in it."""
    for op, argument in body:
        name = str(op)
        if name == "BRANCH" or (name.endswith("REPEAT") and argument[1] > 1):
            return True
        if name == "SUBPATTERN" and _starts_loosely(argument[3]):
            return True
    return False


@lru_cache(maxsize=4096)
def compiled(pattern: str) -> re.Pattern[str]:
    """Return the compiled pattern for folded text."""
    return re.compile(prepared(pattern), re.IGNORECASE)


@lru_cache(maxsize=4096)
def literals(pattern: str) -> tuple[str, ...]:
    """Return strings of which one must stand in any text that the pattern matches; ``()`` when none can be told."""
    found = _required(parser.parse(prepared(pattern), re.IGNORECASE))
    return tuple(sorted({fold(word).text for word in found}))


def _required(tree: Any) -> frozenset[str]:
    best: frozenset[str] = frozenset()
    run = ""
    for op, argument in [*tree, (None, None)]:
        if str(op) == "LITERAL":
            run += chr(argument)
            continue
        best, run = _better(best, frozenset({run}) if run else frozenset()), ""
        if str(op) == "SUBPATTERN":
            best = _better(best, _required(argument[3]))
        elif str(op) == "BRANCH":
            branches = [_required(branch) for branch in argument[1]]
            if all(branches):
                best = _better(best, frozenset().union(*branches))
        elif str(op).endswith("REPEAT") and argument[0] >= 1:
            best = _better(best, _required(argument[2]))
    return best


def _better(a: frozenset[str], b: frozenset[str]) -> frozenset[str]:
    """Return the set whose shortest string is longest: it is the rarest gate."""
    if not a or not b:
        return a or b
    return b if min(map(len, b)) > min(map(len, a)) else a

"""The strings of which one must stand in any text that a regular expression matches: a gate before the dear search."""

from __future__ import annotations

import re._parser as parser  # type: ignore[import-not-found]
from typing import Any


def required(pattern: str, flags: int = 0) -> frozenset[str]:
    """Return strings of which every match holds one; none when that cannot be told. Raises ``re.error``."""
    return _of(parser.parse(pattern, flags))


def _of(tree: Any) -> frozenset[str]:
    best: frozenset[str] = frozenset()
    run = ""
    for op, argument in [*tree, (None, None)]:
        if str(op) == "LITERAL":
            run += chr(argument)
            continue
        best, run = _better(best, frozenset({run}) if run else frozenset()), ""
        if str(op) == "SUBPATTERN":
            best = _better(best, _of(argument[3]))
        elif str(op) == "BRANCH":
            branches = [_of(branch) for branch in argument[1]]
            if all(branches):
                best = _better(best, frozenset().union(*branches))
        elif str(op).endswith("REPEAT") and argument[0] >= 1:
            best = _better(best, _of(argument[2]))
    return best


def _better(a: frozenset[str], b: frozenset[str]) -> frozenset[str]:
    """Return the set whose shortest string is longest: it is the rarest gate."""
    if not a or not b:
        return a or b
    return b if min(map(len, b)) > min(map(len, a)) else a

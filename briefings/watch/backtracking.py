r"""How much work a regular expression can be made to do: an upper bound told from its parts, before it ever runs.

A backtracking engine tries every way in which repeats that compete for the same signs can share them. ``\w+\W+`` has
one way, because no sign is both; ``.*.*`` has as many as the text is long; ``(a+)+`` has more than can be counted.
Texts come from strangers, who may choose the worst one. The bound multiplies, over all repeats that compete with what
follows them, the number of lengths they can have.
"""

from __future__ import annotations

import re._constants as sre  # type: ignore[import-not-found]
from collections.abc import Sequence
from typing import Any

LENGTH = 2_000
"""Signs of the longest text that a pattern is applied to: one sentence."""
_WITHOUT_END = 10**12
_SAMPLE = frozenset(map(chr, range(9, 127))) | frozenset("éяіғәӣҳاپیېڅ中国აბაեթşğı՝،«»“”…–—\u00a0\u200c٣")
"""Signs that stand for all others: each script and kind that sets of signs tell apart."""
_NONE: frozenset[str] = frozenset()


def ways(tree: Any) -> int:
    """Return the bound for a parsed pattern from one starting place; at most ``10**12``, which means without end."""
    return _sequence(tree, _NONE)[0]


def _sequence(items: Sequence[Any], after: frozenset[str]) -> tuple[int, frozenset[str]]:
    """Return the bound of a sequence and the signs it can begin with; ``after``: those that can follow it."""
    total = 1
    for op, argument in reversed(list(items)):
        found, after = _item(op, argument, after)
        total = min(total * found, _WITHOUT_END)
    return total, after


def _item(op: Any, argument: Any, after: frozenset[str]) -> tuple[int, frozenset[str]]:
    if op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        least, most, body = argument
        rivals = _NONE if op is sre.POSSESSIVE_REPEAT else after
        return _repeat(int(least), min(int(most), LENGTH), body, rivals, after)
    if op is sre.SUBPATTERN:
        return _sequence(argument[3], after)
    if op is sre.BRANCH:
        return _branch(argument[1], after)
    if op in (sre.ASSERT, sre.ASSERT_NOT, sre.ATOMIC_GROUP):
        body = argument if op is sre.ATOMIC_GROUP else argument[1]
        return _sequence(body, _NONE)[0], _sequence(body, after)[1] if op is sre.ATOMIC_GROUP else after
    return 1, after if op is sre.AT else _signs(op, argument)


def _repeat(
    least: int, most: int, body: Any, rivals: frozenset[str], after: frozenset[str]
) -> tuple[int, frozenset[str]]:
    first = _sequence(body, after)[1]
    inside = _sequence(body, rivals | first if most > 1 else rivals)[0]
    lengths = most - least + 1 if first & rivals else 1
    repeated = min(inside**most, _WITHOUT_END) if inside == 1 or most < 50 else _WITHOUT_END
    return min(repeated * lengths, _WITHOUT_END), first | (after if least == 0 else _NONE)


def _branch(branches: Sequence[Any], after: frozenset[str]) -> tuple[int, frozenset[str]]:
    """Alternatives that begin alike are all tried; of others only one can be right."""
    found = [_sequence(branch, after) for branch in branches]
    firsts = [first for _, first in found]
    every = frozenset().union(*firsts)
    alike = sum(map(len, firsts)) > len(every) and any(
        _begins_alike(branches, at) for at in range(len(branches))
    )
    bounds = [bound for bound, _ in found]
    return min(sum(bounds) if alike else max(bounds), _WITHOUT_END), every


def _begins_alike(branches: Sequence[Any], at: int) -> bool:
    """Whether an alternative can match where another does: one is the beginning of the other, or neither is plain."""
    word = _plain(branches[at])
    others = [_plain(branch) for number, branch in enumerate(branches) if number != at]
    return word is None or any(other is None or other.startswith(word) for other in others)


def _plain(branch: Any) -> str | None:
    letters = [chr(argument) for op, argument in branch if op is sre.LITERAL]
    return "".join(letters) if len(letters) == len(list(branch)) else None


def _signs(op: Any, argument: Any) -> frozenset[str]:
    """Return the signs of the sample that a single-sign part matches; all for what cannot be told."""
    if op is sre.LITERAL:
        return _cased(chr(argument))
    if op is sre.NOT_LITERAL:
        return _SAMPLE - _cased(chr(argument))
    if op is sre.IN:
        return _set(argument)
    return _SAMPLE


def _set(parts: Sequence[Any]) -> frozenset[str]:
    negated = bool(parts) and parts[0][0] is sre.NEGATE
    found: frozenset[str] = _NONE
    for op, argument in parts:
        if op is sre.RANGE:
            found |= {sign for sign in _SAMPLE if argument[0] <= ord(sign) <= argument[1]}
        elif op is sre.CATEGORY:
            found |= {sign for sign in _SAMPLE if _is_of(sign, argument)}
        elif op is sre.LITERAL:
            found |= _cased(chr(argument))
    return _SAMPLE - found if negated else found


def _is_of(sign: str, category: Any) -> bool:
    name = str(category).rpartition("_")[2]
    word, space, digit = sign.isalnum() or sign == "_", sign.isspace(), sign.isdigit()
    kinds = {"WORD": word, "SPACE": space, "DIGIT": digit}
    return kinds[name] != ("NOT" in str(category))


def _cased(sign: str) -> frozenset[str]:
    return frozenset({sign, sign.lower(), sign.upper()})

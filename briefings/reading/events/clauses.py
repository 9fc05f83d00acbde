"""How English sentences announce an event: who, the verb, to whom or where."""

from __future__ import annotations

import re
from typing import NamedTuple


class Clause(NamedTuple):
    """A way of announcing."""

    kind: str
    pattern: re.Pattern[str]
    """Groups ``subject``, ``object``, ``adjective``, ``kind``, ``talks``, ``what``, as far as it has them."""
    keys: tuple[str, ...]
    """One of these must occur: saves the pattern where it cannot match."""


MODAL = (
    r"(?:(?:is|are|was|were)\s+(?:set|due|scheduled|expected|planned|planning|going|likely)\s+to|set to|due to|will|"
    r"is to|are to|plans? to|intends? to|may|might|could|would|shall|to)"
)
_SUBJECT = r"(?P<subject>(?:(?!\s(?:says?|said|that|whether)\s|[.!?]\s)[^;:—–\n]){2,90}?)"
_PLACE = r"(?P<object>(?:the\s+)?[\w.' -]+?)"
_END = (
    r"(?=\s+(?:for|in|at|on|to|this|next|from|amid|after|before|during|as|where|who|which|and|with|,)\b|"
    r"\s*[,;:.—–]|\s*$)"
)


def _compiled(kind: str, pattern: str, *keys: str, flags: int = re.IGNORECASE) -> Clause:
    return Clause(kind, re.compile(pattern, flags), keys)


CLAUSES = (
    _compiled(
        "visit",
        rf"(?:{_SUBJECT}\s+)?(?:{MODAL}\s+)?(?:pay|make|begin|start|conduct|undertake|kick off|pays|makes|begins|"
        r"beginning|starting|starts|paying|making)\s+(?:(?:an?|his|her|their|its)\s+)?"
        rf"(?P<adjective>(?:[\w-]+\s+){{0,3}}?)(?P<kind>visit|trip|tour)\s+to\s+{_PLACE}{_END}",
        "visit to", "trip to", "tour to",
    ),
    _compiled(
        "visit",
        rf"{_SUBJECT}\s+(?:arrives|is arriving|departs|is departing|travels)\s+(?:in|to|for)\s+{_PLACE}{_END}",
        "arriv", "depart", "travels",
    ),
    _compiled(
        "invited",
        r"(?P<subject>[A-Z][\w .-]{1,40}?)\s+(?:accepts|accepted|receives|received)\s+"
        r"(?P<object>[A-Z][\w .-]{1,40}?)[’']s?\s+invitation\s+to\s+(?P<what>meet|visit)\b",
        "invitation",
        flags=0,
    ),
    _compiled(
        "visit",
        rf"{_SUBJECT}\s+(?:plans?|cancels?|postpones?|confirms?)\s+"
        r"(?P<object>[A-Z][\w.-]+(?:\s[A-Z][\w.-]+)?)\s+(?P<kind>visit|trip)\b",
        " visit", " trip",
        flags=0,
    ),
    _compiled(
        "visit",
        rf"{_SUBJECT}\s+{MODAL}\s+(?:\w+ly\s+)?(?P<kind>visit|travel to|arrive in|come to|go to|fly to)\s+"
        rf"{_PLACE}{_END}",
        " visit ", "travel to", "arrive in", "come to", "go to", "fly to",
    ),
    _compiled(
        "meet",
        rf"{_SUBJECT}\s+{MODAL}\s+(?:hold\s+(?:a\s+)?(?P<talks>talks|meeting|negotiations)|meet)\b(?:\s+again)?"
        rf"(?:\s+with\s+(?P<object>[^,;:—–]+?))?{_END}",
        " meet", " hold ",
    ),
    _compiled(
        "meet",
        rf"^(?P<subject>[^,;:—–.]{{2,80}}?)\s+(?:held\s+(?P<talks>talks|negotiations)|met)\b(?:\s+with\s+(?P<object>[^,;:—–]+?))?{_END}",
        " met", "held talks", "held negotiations",
    ),
    _compiled(
        "gather",
        rf"{_SUBJECT}\s+{MODAL}\s+(?:gather|convene|assemble|come together)\b",
        " gather", " convene", " assemble", "come together",
    ),
    _compiled("polls", r"(?P<subject>)\b(?:go(?:es)?|heads?) to the polls\b", "to the polls"),
    _compiled("host", rf"{_SUBJECT}\s+{MODAL}\s+host\s+(?P<object>[^,;:—–][^;:—–]*)", " host "),
)  # fmt: skip
KEYS = frozenset(key for clause in CLAUSES for key in clause.keys)

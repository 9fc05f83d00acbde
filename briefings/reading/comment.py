"""The outlet's own view: paragraphs that nobody is quoted for and that judge."""

from __future__ import annotations

import re

_ATTRIBUTED = re.compile(
    r"[“”«»\"]|\b(?:said|says|told|stated|noted|announced|according to|reported|added|confirmed|added)\b"
    r"|сообщ|заяв|сказал|отмет|подчерк|по словам|по данным|рассказ|گفت|اعلام|به نقل|гуфт|изҳор|\bdedi\b|aytdi|деді"
    r"|мәлімде"
)
_JUDGES = re.compile(
    r"\b(?:reflects?|underscores?|highlights?|underlines?|raises? (?:concerns?|questions?|fears?)|growing concerns?"
    r"|will depend on|depends? on|remains? to be seen|remains? (?:unclear|complex|fragile|uncertain)|is seen as"
    r"|signals?|appears? to|seems?|could|might|is (?:un)?likely|experts|analysts|observers|critics"
    r"|comes (?:at a time|amid)"
    r"|aims? to (?:strengthen|reinforce)|ongoing threats?)\b"
    r"|свидетельству|вызыва\w+ (?:опасен|вопрос)|будет зависеть|зависит от|остаётся неясн|остается неясн|вероятно"
    r"|по мнению|эксперт|аналитик|похоже|نشان می‌دهد|نگرانی|بستگی دارد|به نظر می‌رسد|کارشناسان"
)


def comment(text: str) -> tuple[tuple[int, int], ...]:
    """(start, end) of the paragraphs in which the outlet judges in its own voice."""
    return tuple(found.span() for found in re.finditer(r"[^\n]+", text) if _is_comment(found[0].lower()))


def _is_comment(paragraph: str) -> bool:
    """``paragraph`` is in lower case: an expression that ignores the case costs three times as much."""
    return bool(_JUDGES.search(paragraph)) and not _ATTRIBUTED.search(paragraph)

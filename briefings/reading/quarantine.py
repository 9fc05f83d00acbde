"""Documents that look like articles and are none: kept, listed, counted, and out of the brief."""

from __future__ import annotations

import re

_CAPTCHA = re.compile(
    r"captcha|verify (?:that )?you are (?:a )?human|checking your browser|are you a robot|i'm not a robot"
    r"|enable javascript and cookies|incapsula incident|ddos protection by|я не робот|вы не робот|ربات نیستید",
    re.IGNORECASE,
)
_GUARD = re.compile(
    r"access denied|just a moment|attention required|security check|unusual traffic|подтвердите, что"
    r"|доступ (?:закрыт|ограничен)",
    re.IGNORECASE,
)
"""Words of guards before pages that news may use as well: they count on a page that says next to nothing else."""
_MISSING = re.compile(
    r"\b404\b|page (?:was |is |could )?not (?:be )?found|no longer (?:available|exists)|страница не найдена"
    r"|не существует|صفحه .{0,20}(?:یافت|پیدا) نشد|sahifa topilmadi|бет табылмады|саҳифа ёфт нашуд",
    re.IGNORECASE,
)
_PAYWALL = re.compile(
    r"subscribe (?:now )?to (?:continue|read)|(?:to|for) continue reading|subscribers only|already a subscriber"
    r"|this (?:article|content|story) is (?:for|reserved|available to) (?:\w+ )?subscribers|unlock this article"
    r"|sign in to (?:read|continue)|подпи[сш]\w+,? чтобы (?:читать|продолжить)|только для подписчиков"
    r"|доступ\w* (?:только )?(?:по подписке|подписчикам)|اشتراک .{0,20}ادامه",
    re.IGNORECASE,
)
_SHORT = 900
"""Characters under which a page that speaks of captchas or paywalls holds nothing else."""
_BARE = 200
"""Characters under which a page says nothing but that there is nothing."""
_LINE = 40
"""Characters that at least one paragraph of an article has; the lines of a menu have fewer."""


def reason(title: str, text: str, page: str, *, headline_counts: bool) -> str:
    """Why a document is kept out of briefs; ``""`` when it is an article.

    ``page`` is all that the document shows; ``headline_counts`` says that a title alone is enough (feeds, tables),
    and that the words of a short text are news and no error message.
    """
    if headline_counts:
        return "" if text or title else "no main text"
    if len(text) >= _SHORT:
        return ""
    shown = f"{title}\n{text}\n{page[:4000]}"
    bare = f"{title}\n{text}" if len(text) < _BARE else title
    if _CAPTCHA.search(shown) or _GUARD.search(bare):
        return "captcha page, not an article"
    if _MISSING.search(bare) or (not text and _MISSING.search(shown)):
        return "page not found, not an article"
    if _PAYWALL.search(shown):
        return "paywall: only the beginning is there"
    return "" if any(len(paragraph) >= _LINE for paragraph in text.split("\n")) else "no main text"

"""Documents that look like articles and are none: kept, listed, counted, and out of the brief."""

from __future__ import annotations

import re

_CAPTCHA = re.compile(
    r"captcha|verify (?:that )?you are (?:a )?human|checking your browser|are you a robot|unusual traffic"
    r"|enable javascript and cookies|не робот|подтвердите, что|ربات نیستید|i'm not a robot|access denied"
    r"|ddos protection",
    re.IGNORECASE,
)
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
"""Characters under which a page that speaks of captchas, paywalls or missing pages holds nothing else."""


def reason(title: str, text: str, page: str, *, headline_counts: bool) -> str:
    """Why a document is kept out of briefs; ``""`` when it is an article.

    ``page`` is all that the document shows, ``headline_counts`` whether a title alone is enough (feeds, tables).
    """
    shown = f"{title}\n{text}\n{page[:4000]}" if len(text) < _SHORT else ""
    if shown and _CAPTCHA.search(shown):
        return "captcha page, not an article"
    if shown and _MISSING.search(f"{title}\n{text[:300]}" if text else shown):
        return "page not found, not an article"
    if shown and _PAYWALL.search(shown):
        return "paywall: only the beginning is there"
    if not text and not (headline_counts and title):
        return "no main text"
    return ""

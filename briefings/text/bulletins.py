"""Titles that are the name of a programme or a digest, and say nothing of what is in it."""

from __future__ import annotations

import re
from functools import lru_cache

_BULLETIN = re.compile(
    r"^(выпуск (новостей|программы)|(evening|morning|daily|news) (news|bulletin|digest|briefing)|press review"
    r"|(the )?(world |news )?in brief(?= *[:–—|-]|$)|news in brief|дайджест|обзор (прессы|сми)"
    r"|главное за (день|сутки|неделю)|новости (дня|часа|к этому часу)"
    r"|(مهم‌?ترین )?خبرهای (امروز|روز)|مرور (رسانه|مطبوعات))\b"
    r"|: (morning|evening) (news )?digest$",
    re.IGNORECASE,
)
_REMEMBERED = 4096
"""Titles of which is remembered what was found: the sections of a brief ask again and again."""


@lru_cache(maxsize=_REMEMBERED)
def is_bulletin(title: str) -> bool:
    """Say whether a title is the name of a programme or a digest: it says nothing itself."""
    return bool(_BULLETIN.search(title.strip()))

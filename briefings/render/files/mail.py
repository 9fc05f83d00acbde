"""The mail edition: a short HTML page that needs no picture, and the whole brief as text.

The file is a draft (RFC 2046 ``multipart/alternative``, text first); ``send`` makes each recipient's mail of it.
"""

from __future__ import annotations

import hashlib
from datetime import datetime
from email.headerregistry import HeaderRegistry
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path

from briefings.brief_types import Brief
from briefings.render.files.text import text
from briefings.render.inert import inert
from briefings.render.language import dates
from briefings.render.language.bidi import ordered
from briefings.render.language.words import words as catalogue
from briefings.render.page.context import context
from briefings.render.page.environment import fill
from briefings.render.page.html import RenderOptions
from briefings.render.tlp import mark, marked
from briefings.text.headers import subject_line

LARGEST = 95_000
"""Bytes of the HTML part: Gmail cuts a mail at 102 KB and hides what follows."""


def eml(brief: Brief, templates: Path | None, options: RenderOptions) -> bytes:  # noqa: ARG001 -- a renderer's shape
    """The mail as a draft without recipients; the same bytes for the same brief."""
    message = EmailMessage(policy=SMTP.clone(header_factory=HeaderRegistry()))
    line = subject_line(subject(brief))
    message["Date"] = format_datetime(datetime.fromisoformat(brief.period.cutoff))
    message["X-Unsent"] = "1"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(text(brief))
    message.add_alternative(body(brief, templates), subtype="html")
    message.set_boundary("=_" + hashlib.sha256(line).hexdigest()[:32])
    return line + message.as_bytes()


def body(brief: Brief, templates: Path | None) -> str:
    """The HTML part, under 95 KB: a week too long for that names fewer stories and says how many are left out."""
    variables = context(inert(brief), "eml")
    most = len(brief.stories)
    while True:
        page = ordered(fill("mail.html.j2", variables | {"most": most}, templates), brief.brief.language)
        if len(page.encode()) <= LARGEST or not most:
            return marked(page, brief.brief.tlp, "mail.html.j2")
        most = most * 2 // 3


SUBJECT = "[{tlp}] {title} {week} ({days}): {lead}"


def subject(brief: Brief, pattern: str = SUBJECT) -> str:
    """``[TLP:GREEN] Security Brief 2024-W48 (25 Nov – 1 Dec): CSTO adopts border plan``; a reissue says ``v2``."""
    clean = inert(brief)
    words = catalogue(clean.brief.language)
    first, last = (
        dates.day(d, words, weekday=False, year=False) for d in (clean.period.start, clean.period.end)
    )
    reissue = f"v{clean.version} " if clean.version > 1 else ""
    days = first if first == last else f"{first} – {last}"
    lead = clean.stories[0].headline if clean.stories else clean.bottom_line
    line = pattern.format(
        tlp=mark(brief.brief.tlp).label,
        title=f"{reissue}{clean.brief.title}",
        week=clean.period.week,
        days=days,
        lead=lead,
        version=clean.version,
    )
    return " ".join(line.split())

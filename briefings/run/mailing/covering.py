"""What stands in a mail around the brief: corrections, what was left out, a word beside a locked PDF."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefings.brief_types import Brief
    from briefings.deliver import Mailing

CORRECTION = {
    "en": ("CORRECTION", "Version {version} of {week} replaces what you have.", "What changed:"),
    "ru": ("ИСПРАВЛЕНИЕ", "Версия {version} выпуска {week} заменяет полученную вами.", "Что изменилось:"),
    "fa": ("اصلاحیه", "نسخهٔ {version} شمارهٔ {week} جایگزین نسخهٔ پیشین است.", "تغییرات:"),
}
"""Prefix of the subject, first line, head of the change list."""
LOCKED = {
    "en": "The attached PDF opens with the password that you were given.",
    "ru": "Вложенный PDF открывается паролем, который вам передан.",
    "fa": "فایل پیوست با گذرواژه‌ای که به شما داده شده باز می‌شود.",
}
"""Beside a PDF with a password."""


def corrected(mailing: Mailing, brief: Brief, replaces: str, *, quiet: bool = False) -> Mailing:
    """The mailing as a correction: it says so first, lists what changed, and threads under what it replaces.

    ``quiet``: the mail tells nothing of the brief itself, so what changed is not listed.
    """
    prefix, line, head = CORRECTION.get(brief.brief.language, CORRECTION["en"])
    said = line.format(version=brief.version, week=brief.period.week or brief.period.start)
    changes = [] if quiet else [entry.text for entry in brief.corrections]
    subject = mailing.subject.replace(f"] v{brief.version} ", "] ", 1)
    told = headed(mailing, (brief.brief.tlp, f"{prefix} v{brief.version}. {said}"), head, changes)
    return replace(told, subject=f"{prefix} v{brief.version}: {subject}", corrects=replaces)


_LOOKS = '"max-width:612px;margin:0 auto;padding:0 14px;font:14px/1.5 Arial,Helvetica,sans-serif"'
"""Those of the page below."""


def headed(mailing: Mailing, lines: tuple[str, str], head: str = "", entries: Sequence[str] = ()) -> Mailing:
    """The mailing with a few lines above it: the marking, what matters first, and a list."""
    listed = [head, *(f"- {entry}" for entry in entries)] if entries else []
    items = "".join(f"<li>{escape(entry)}</li>" for entry in entries)
    block = f"<p>{escape(lines[0])}</p><p><b>{escape(lines[1])}</b></p>"
    block += f"<p>{escape(head)}</p><ul>{items}</ul>" if entries else ""
    return replace(
        mailing,
        text="\n".join((*lines, *listed)) + "\n\n" + mailing.text,
        html=_at_the_top(mailing.html, f"<div style={_LOOKS}>{block}</div>"),
    )


def sealed(mailing: Mailing, brief: Brief) -> Mailing:
    """The mailing without the brief's words: a marking and a line, for the PDF beside it is locked."""
    line = LOCKED.get(brief.brief.language, LOCKED["en"])
    title = f"{brief.brief.title} {brief.period.week}"
    text = f"{brief.brief.tlp}\n\n{title}\n\n{line}\n\n{brief.brief.tlp}\n"
    paragraphs = "".join(f"<p>{escape(part)}</p>" for part in (brief.brief.tlp, title, line, brief.brief.tlp))
    page = f'<!DOCTYPE html><html lang="{escape(brief.brief.language)}"><body>{paragraphs}</body></html>'
    return replace(mailing, text=text, html=page)


def _at_the_top(page: str, block: str) -> str:
    found = re.search(r"<body[^>]*>", page)
    return block + page if found is None else page[: found.end()] + block + page[found.end() :]

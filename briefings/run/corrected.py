"""What a mail says when a new version replaces one that people already have."""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

from briefings.brief_types import Brief

if TYPE_CHECKING:
    from briefings.deliver import Mailing

WORDS = {
    "en": ("CORRECTION", "Version {version} of {week} replaces what you have.", "What changed:"),
    "ru": ("ИСПРАВЛЕНИЕ", "Версия {version} выпуска {week} заменяет полученную вами.", "Что изменилось:"),
    "fa": ("اصلاحیه", "نسخهٔ {version} شمارهٔ {week} جایگزین نسخهٔ پیشین است.", "تغییرات:"),
}
"""Prefix of the subject, first line, head of the change list."""


def corrected(mailing: Mailing, brief: Brief, replaces: str) -> Mailing:
    """The mailing as a correction: it says so first, lists what changed, and threads under what it replaces."""
    prefix, line, head = WORDS.get(brief.brief.language, WORDS["en"])
    said = line.format(version=brief.version, week=brief.period.week or brief.period.start)
    changes = [entry.text for entry in brief.corrections]
    lines = [brief.brief.tlp, f"{prefix} v{brief.version}. {said}"]
    lines += [head, *(f"- {change}" for change in changes)] if changes else []
    items = "".join(f"<li>{escape(change)}</li>" for change in changes)
    listed = f"<p>{escape(head)}</p><ul>{items}</ul>" if changes else ""
    block = f"<div><p>{escape(lines[0])}</p><p><b>{escape(lines[1])}</b></p>{listed}</div>"
    subject = mailing.subject.replace(f"] v{brief.version} ", "] ", 1)
    return replace(
        mailing,
        subject=f"{prefix} v{brief.version}: {subject}",
        text="\n".join(lines) + "\n\n" + mailing.text,
        html=_at_the_top(mailing.html, block),
        corrects=replaces,
    )


def _at_the_top(page: str, block: str) -> str:
    found = re.search(r"<body[^>]*>", page)
    return block + page if found is None else page[: found.end()] + block + page[found.end() :]

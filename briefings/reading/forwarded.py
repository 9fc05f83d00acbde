"""A mail that somebody passed on: whose it was, of which day, and its text without the frame."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARK = re.compile(
    r"^[>\s]*(?:[-_]{2,}\s*(?:forwarded message|original message|пересылаемое сообщение|пересланное сообщение"
    r"|исходное сообщение|weitergeleitete nachricht|message transféré)\s*[-_]{2,}|begin forwarded message:?"
    r"|начало переадресованного сообщения:?|_{20,})\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_FIELDS = (
    "from|от|от кого|von|de|kimden|sender|date|sent|дата|отправлено|datum|gesendet|envoyé|tarih|subject|тема|betreff"
    "|objet|konu|to|кому|an|à|kime|cc|копия|reply-to"
)
_FIELD = re.compile(rf"[>\s*]*({_FIELDS})\s*:\**\s*(.*)", re.IGNORECASE)
_MEANT = {
    name: meant
    for meant, names in {
        "from": "from|от|от кого|von|de|kimden|sender",
        "date": "date|sent|дата|отправлено|datum|gesendet|envoyé|tarih",
        "subject": "subject|тема|betreff|objet|konu",
    }.items()
    for name in names.split("|")
}
_NOTE = 400
"""Characters that may stand above a frame as a note to it; more is the mail, unless what it passes on is longer."""
_PREFIX = re.compile(r"^(?:(?:fwd?|fw|re|пересл|отв|wg|aw|tr|ynt)\s*:\s*)+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Passed:
    """What the frame of a mail that was passed on says; ``""`` where it is silent."""

    sender: str = ""
    date: str = ""
    subject: str = ""


def unframed(text: str) -> tuple[Passed, str]:
    """(what the innermost frame says, the text in it); what the one who passed it on wrote above it is no article."""
    passed, inner = Passed(), text
    for mark in _MARK.finditer(text):
        said, rest = _fields(text[mark.end() :])
        if len(text[: mark.start()].strip()) > max(_NOTE, len(rest)):
            break
        if sender := said.get("from", ""):
            name = sender.partition("<")[0].strip(' "') or sender
            passed, inner = Passed(name, said.get("date", ""), said.get("subject", "")), rest
    return passed, inner


def title_of(subject: str) -> str:
    """A subject without the marks of forwarding and answering."""
    return _PREFIX.sub("", subject).strip()


def _fields(text: str) -> tuple[dict[str, str], str]:
    """The header at the head of a text, and the rest."""
    said: dict[str, str] = {}
    lines = text.split("\n")
    for place, line in enumerate(lines):
        found = _FIELD.fullmatch(line.strip())
        if found:
            name = found[1].casefold()
            said.setdefault(_MEANT.get(name, name), found[2].strip())
        elif line.strip():
            return said, "\n".join(lines[place:])
    return said, ""

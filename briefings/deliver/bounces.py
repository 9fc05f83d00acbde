"""What comes back: reports of failed delivery (RFC 3464) and wishes to unsubscribe, out of raw mails.

A report is believed only for a copy that was sent: it names its Message-ID, in the part of the mail that it gives
back. A wish is believed by its token.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage, Message
from email.policy import default


@dataclass(frozen=True, slots=True)
class Bounce:
    """What another server says later of a copy."""

    copy: str
    """Its Message-ID."""
    action: str
    """``failed``, ``delayed``, ``delivered``, ``relayed`` or ``expanded``."""
    answer: str
    """Status and reason, on one line: ``5.1.1 smtp; 550 no such person``."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A mail that asks to unsubscribe."""

    token: str


def read(raw: bytes) -> tuple[Bounce | Wish, ...]:
    """What a mail says, as far as it is for the program; nothing when it is for a person."""
    try:
        message = message_from_bytes(raw, policy=default)
        found = re.fullmatch(r"\s*(?i:unsubscribe)\s+([0-9a-f]{32})\s*", str(message["Subject"] or ""))
        return (Wish(found[1]),) if found else tuple(_bounces(message))
    except (ValueError, LookupError, TypeError, AttributeError, AssertionError):
        return ()  # the standard library's parser stumbles over some malformed mails


def _bounces(message: EmailMessage) -> Iterator[Bounce]:
    if message.get_content_type() != "multipart/report":
        return
    parts = list(message.walk())
    copy = next((found for part in parts[1:] if (found := _message_id(part))), "")
    for part in parts:
        if copy and part.get_content_type() == "message/delivery-status":
            blocks = part.get_payload()
            for block in blocks[1:] if isinstance(blocks, list) else ():
                if isinstance(block, Message) and (action := str(block.get("Action", "")).strip().lower()):
                    yield Bounce(copy, action.split()[0], _answer(block))


def _message_id(part: Message) -> str:
    """Of the mail that is given back, whole or only its headers."""
    if part.get_content_type() == "text/rfc822-headers":
        text = str(part.get_payload(decode=False))
        found = re.search(r"(?im)^message-id:\s*(<[^<>\s]+>)", text)
        return found[1] if found else ""
    return (
        str(part.get("Message-ID", "")).strip() if not part.get_content_type().startswith("message/") else ""
    )


def _answer(block: Message) -> str:
    words = f"{block.get('Status', '')} {block.get('Diagnostic-Code', '')}"
    return " ".join(words.split())[:300]

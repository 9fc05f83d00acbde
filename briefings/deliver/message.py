"""One mail for one person: text first, HTML, attachments, and the headers of a well-behaved list.

Headers follow RFC 5322, 2919 (List-Id), 2369 and 8058 (unsubscribing), 3834 (Auto-Submitted).
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from briefings.deliver.gate import Recipient
from briefings.errors import DeliveryError
from briefings.types import Artifact

TOO_LARGE = 20 * 2**20
"""Bytes of one mail; common servers refuse 25 MB, and base64 adds a third to attachments."""


@dataclass(frozen=True, slots=True)
class Mailing:
    """What all copies of one issue share."""

    key: str
    """Names issue and version, for stable Message-IDs: ``central-asia/2024-W48/v1``."""
    subject: str
    text: str
    """The text edition, complete in itself."""
    html: str
    sender: str
    sent_at: datetime
    """Aware."""
    list_name: str
    reply_to: str = ""
    unsubscribe_url: str = ""
    """https address of the one-click endpoint, if there is one; ``{token}`` stands for the recipient's."""
    attachments: tuple[Artifact, ...] = ()
    corrects: str = field(default="")
    """``key`` of the version that this one corrects: the mail threads under it."""


def build(mailing: Mailing, recipient: Recipient) -> EmailMessage:
    """The mail for one recipient. Raises ``DeliveryError`` when it is too large to be accepted anywhere."""
    message = EmailMessage(policy=SMTP)
    _headers(message, mailing, recipient)
    message.set_content(mailing.text)
    message.add_alternative(mailing.html, subtype="html")
    for artifact in _chosen(mailing.attachments, recipient.formats):
        kind, _, subtype = artifact.media_type.partition(";")[0].partition("/")
        message.add_attachment(artifact.data, maintype=kind, subtype=subtype, filename=artifact.name)
    size = len(message.as_bytes())
    if size > TOO_LARGE:
        raise DeliveryError(
            f"The mail would be {size / 2**20:.0f} MB and most servers refuse it: shorten the brief with max_pages or"
            " give recipients the html format, which is smaller."
        )
    return message


def message_id(key: str, recipient: str, sender: str) -> str:
    """The same for the same issue, version and person, so that a second copy can be recognised."""
    digest = hashlib.sha256(f"{key}\n{recipient.casefold()}".encode()).hexdigest()[:32]
    return f"<{digest}@{sender.rpartition('@')[2]}>"


def _headers(message: EmailMessage, mailing: Mailing, recipient: Recipient) -> None:
    domain = mailing.sender.rpartition("@")[2]
    message["From"] = mailing.sender
    user, _, host = recipient.address.rpartition("@")
    message["To"] = Address(display_name=one_line(recipient.name), username=user, domain=host)
    message["Subject"] = one_line(mailing.subject)
    message["Date"] = format_datetime(mailing.sent_at)
    message["Message-ID"] = message_id(mailing.key, recipient.address, mailing.sender)
    if mailing.reply_to:
        message["Reply-To"] = mailing.reply_to
    if mailing.corrects:
        corrected = message_id(mailing.corrects, recipient.address, mailing.sender)
        message["In-Reply-To"] = corrected
        message["References"] = corrected
    message["List-Id"] = f"<{mailing.list_name}.{domain}>"
    message["List-Unsubscribe"] = _unsubscribe(mailing, recipient)
    if mailing.unsubscribe_url:
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message["Auto-Submitted"] = "auto-generated"


def _unsubscribe(mailing: Mailing, recipient: Recipient) -> str:
    mailto = f"<mailto:{mailing.reply_to or mailing.sender}?subject=unsubscribe%20{mailing.list_name}>"
    if not mailing.unsubscribe_url:
        return mailto
    token = hashlib.sha256(f"{mailing.list_name}\n{recipient.address.casefold()}".encode()).hexdigest()[:32]
    return f"<{mailing.unsubscribe_url.format(token=token)}>, {mailto}"


def _chosen(attachments: Sequence[Artifact], formats: Sequence[str]) -> list[Artifact]:
    return [a for a in attachments if a.name.rpartition(".")[2] in formats]


def one_line(text: str) -> str:
    """A stranger's text as a header may hold it: no line break, no control character."""
    return " ".join("".join(" " if unicodedata.category(c)[0] == "C" else c for c in text).split())

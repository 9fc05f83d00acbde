"""One mail for one person: text first, HTML, attachments, and the headers of a well-behaved list.

Headers follow RFC 5322, 2919 (List-Id), 2369 and 8058 (unsubscribing), 3834 (Auto-Submitted). What all copies share is
written once and kept as bytes (``content``); a copy of one's own is its headers before that, so that thousands of
copies of a large PDF cost little more than their headers.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from email.utils import format_datetime
from functools import lru_cache
from typing import Final

from briefings.deliver.dkim import signature
from briefings.deliver.gate import Recipient
from briefings.deliver.pictures import Picture, beside
from briefings.deliver.protect import OPEN, UNSIGNED, Protection, Signing, locked, seal
from briefings.deliver.unsubscribe import token
from briefings.errors import DeliveryError
from briefings.text.headers import one_line, subject_line
from briefings.types import Artifact

TOO_LARGE: Final = 20 * 2**20
"""Bytes of one mail; common servers refuse 25 MB, and base64 adds a third to attachments."""
CLIPPED: Final = 100_000
"""Bytes of the HTML part; Gmail cuts a mail at 102 KB and hides what follows."""


@dataclass(frozen=True, slots=True)
class Mailing:
    """What all copies of one edition share."""

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
    """https address of the one-click endpoint, if there is one; a recipient's token is added to it."""
    unsubscribe_key: bytes = b""
    """Key of the tokens."""
    unsubscribe_list: str = ""
    """The list that a token takes its reader off."""
    attachments: tuple[Artifact, ...] = ()
    corrects: str = ""
    """``key`` of the version that this one corrects: the mail threads under it."""
    signing: Signing = UNSIGNED


@dataclass(frozen=True, slots=True)
class Letter:
    """A mailing for one person."""

    mailing: Mailing
    recipient: Recipient


def build(letter: Letter) -> bytes:
    """The mail for one recipient, as it goes over the line but for the dots.

    Raises ``DeliveryError`` when it is too large to be accepted anywhere or cannot be locked or signed.
    """
    mailing, recipient = letter.mailing, letter.recipient
    attachments = _chosen(mailing.attachments, recipient)
    entity = _sealed(mailing.text, mailing.html, attachments, recipient.protection, mailing.signing)
    if len(entity) > TOO_LARGE:
        raise DeliveryError(
            f"The mail would be {len(entity) / 2**20:.0f} MB and most servers refuse it: shorten the brief with"
            " max_pages or give recipients the html format, which is smaller."
        )
    head = _headers(mailing, recipient)
    if mailing.signing.dkim_key:
        domain = mailing.sender.rpartition("@")[2]
        head = signature(head, entity, domain, mailing.signing.dkim_selector, mailing.signing.dkim_key) + head
    return head + entity


def message_id(key: str, recipient: str, sender: str) -> str:
    """The same for the same issue, version and person, so that a second copy can be recognised."""
    digest = hashlib.sha256(f"{key}\n{recipient.casefold()}".encode()).hexdigest()[:32]
    return f"<{digest}@{sender.rpartition('@')[2]}>"


def _headers(mailing: Mailing, recipient: Recipient) -> bytes:
    """The lines above the content, without the empty line."""
    domain = mailing.sender.rpartition("@")[2]
    user, _, host = recipient.address.rpartition("@")
    message = EmailMessage(policy=SMTP if recipient.address.isascii() else SMTPUTF8)
    message["From"] = mailing.sender
    message["To"] = Address(display_name=one_line(recipient.name), username=user, domain=host)
    message["Date"] = format_datetime(mailing.sent_at)
    message["Message-ID"] = message_id(mailing.key, recipient.address, mailing.sender)
    if mailing.reply_to:
        message["Reply-To"] = mailing.reply_to
    if mailing.corrects:
        corrected = message_id(mailing.corrects, recipient.address, mailing.sender)
        message["In-Reply-To"] = corrected
        message["References"] = corrected
    message["List-Id"] = f"<{mailing.list_name}.{domain}>"
    for name, value in _unsubscribe(mailing, recipient):
        message[name] = value
    message["Auto-Submitted"] = "auto-generated"
    message["MIME-Version"] = "1.0"
    return subject_line(mailing.subject) + message.as_bytes().removesuffix(b"\r\n")


def _unsubscribe(mailing: Mailing, recipient: Recipient) -> list[tuple[str, str]]:
    """The token proves, by mail as on the web, that the wish comes from the one who got the copy."""
    own = token(mailing.unsubscribe_key, mailing.unsubscribe_list, recipient.address)
    mailto = f"<mailto:{mailing.reply_to or mailing.sender}?subject=unsubscribe%20{own}>"
    if not mailing.unsubscribe_url:
        return [("List-Unsubscribe", mailto)]
    web = f"<{mailing.unsubscribe_url.rstrip('/')}/{own}>"
    return [
        ("List-Unsubscribe", f"{web}, {mailto}"),
        ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
    ]


def _chosen(attachments: Sequence[Artifact], recipient: Recipient) -> tuple[Artifact, ...]:
    return tuple(a for a in attachments if a.name.rpartition(".")[2] in recipient.formats)


@lru_cache(maxsize=32)
def _sealed(
    text: str, html: str, attachments: tuple[Artifact, ...], protection: Protection, signing: Signing
) -> bytes:
    """The content as bytes; the same object for all who get the same."""
    if protection.password:
        attachments = tuple(_locked(a, protection.password) for a in attachments)
    entity = content(text, html, attachments)
    if protection.hidden or signing.smime_key or signing.openpgp_key:
        return seal(entity, protection if protection.hidden else OPEN, signing)
    return entity


def _locked(artifact: Artifact, password: str) -> Artifact:
    if artifact.media_type != "application/pdf":
        raise DeliveryError(f"{artifact.name}: only a PDF can be given a password.")
    return Artifact(artifact.name, artifact.media_type, locked(artifact.data, password))


def content(text: str, html: str, attachments: Sequence[Artifact]) -> bytes:
    """``multipart/alternative`` with the text first, pictures beside the HTML, attachments after both.

    Raises ``DeliveryError`` when a part is empty, or the HTML part so large that mail programs clip it.
    """
    if not text.strip() or not html.strip():
        raise DeliveryError("A mail would be empty: look at the mail templates.")
    html, pictures = beside(html)
    if len(html.encode()) > CLIPPED:
        raise DeliveryError(
            f"The HTML part of the mail has {len(html.encode()) // 1000} KB and would be clipped: shorten"
            " templates/mail.html.j2."
        )
    message = EmailMessage(policy=SMTP)
    message.set_content(text)
    message.add_alternative(html, subtype="html")
    _show(message, pictures)
    for artifact in attachments:
        kind, _, subtype = artifact.media_type.partition(";")[0].partition("/")
        message.add_attachment(
            artifact.data, maintype=kind, subtype=subtype, filename=one_line(artifact.name)
        )
    del message["MIME-Version"]
    digest = hashlib.sha256(html.encode() + b"".join(a.data for a in attachments)).hexdigest()[:32]
    for n, part in enumerate(part for part in message.walk() if part.is_multipart()):
        part.set_boundary(f"=_{n}_{digest}")
    return message.as_bytes()


def _show(message: EmailMessage, pictures: Sequence[Picture]) -> None:
    page = message.get_body(("html",))
    for picture in pictures:
        assert isinstance(page, EmailMessage)
        page.add_related(
            picture.data, maintype="image", subtype=picture.kind, cid=f"<{picture.cid}>", disposition="inline"
        )

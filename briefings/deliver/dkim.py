"""A DKIM signature (RFC 6376) for desks that send from their own server."""

from __future__ import annotations

from briefings.deliver.protect import EXTRA
from briefings.errors import DeliveryError

SIGNED = (
    "from", "to", "subject", "date", "message-id", "reply-to", "in-reply-to", "references", "list-id",
    "list-unsubscribe", "list-unsubscribe-post", "auto-submitted", "mime-version", "content-type",
)  # fmt: skip
"""Headers that the signature covers; RFC 8058 asks for both of the unsubscribing ones."""


def signature(head: bytes, entity: bytes, domain: str, selector: str, key: bytes) -> bytes:
    """The ``DKIM-Signature`` header of a mail, with its line end. Raises ``DeliveryError`` when it cannot be made."""
    try:
        import dkim
    except ImportError as error:
        raise DeliveryError(f"DKIM needs the dkimpy library: {EXTRA}") from error
    message = head + entity
    there = {name.decode("ascii", "replace").lower() for name, _ in dkim.rfc822_parse(message)[0]}
    try:
        line = dkim.sign(
            message,
            selector.encode(),
            domain.encode(),
            key,
            canonicalize=(b"relaxed", b"relaxed"),
            include_headers=[name.encode() for name in SIGNED if name in there],
        )
    except dkim.DKIMException as error:
        raise DeliveryError(f"DKIM: the mail cannot be signed: {error}") from error
    return bytes(line)

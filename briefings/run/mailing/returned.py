"""What came back into the mailbox: bounces of copies, and wishes to unsubscribe."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from briefings.errors import DeliveryError
from briefings.run.desk import Desk
from briefings.run.mailing import suppressed
from briefings.run.mailing.secrets import reveal
from briefings.types import Memory, Receipt, Source

if TYPE_CHECKING:
    from briefings.deliver import Bounce

MAILBOX = "returned-mail"
"""Id under which the store remembers how far the mailbox was read."""


def returned(desk: Desk) -> tuple[Receipt, ...]:
    """Reads new mails of ``delivery.mailbox`` and settles what they speak of; empty without a mailbox.

    A copy that another server refused later becomes ``refused``; one whose fate was uncertain becomes what the report
    says. Raises ``DeliveryError`` when the mailbox cannot be read.
    """
    from briefings.deliver import Wish, read
    from briefings.sources import CollectOptions
    from briefings.sources.polling.imap import poll

    mailbox = desk.config.settings.delivery.mailbox
    if not mailbox.url:
        return ()
    password = reveal(mailbox.password, desk.config.folder, "password of the mailbox")
    source = Source(MAILBOX, "Returned mail", "imap", mailbox.url, allow_private=mailbox.allow_private)
    receipts: list[Receipt] = []
    while True:
        memory = desk.store.memories().get(MAILBOX) or Memory(MAILBOX)
        found = poll(source, memory, desk.now, CollectOptions().fetch, password)
        if found.reason:
            raise DeliveryError(f"The mailbox for returned mail cannot be read: {found.reason}")
        for said in (said for document in found.documents for said in read(document.raw)):
            receipts += _left(desk, said.token) if isinstance(said, Wish) else _settled(desk, said)
        desk.store.put_polls([replace(found, documents=(), items=0)])
        if not found.documents:
            return tuple(receipts)


def _left(desk: Desk, token: str) -> Iterator[Receipt]:
    who = suppressed.tokens(desk).get(token)
    if who is not None and suppressed.leave(desk, *who, "by mail"):
        yield Receipt(who[1], "skipped", f"has unsubscribed from {who[0]}")


def _settled(desk: Desk, bounce: Bounce) -> Iterator[Receipt]:
    copy = next((c for c in desk.store.outbox() if c.id == bounce.copy), None)
    if copy is None or bounce.action not in ("failed", "delivered") or copy.state in ("queued", "refused"):
        return
    bounced = bounce.action == "failed"
    if bounced or copy.state != "sent":
        answer = f"reported later: {bounce.answer}; before: {copy.answer}"
        settled = replace(copy, state="refused" if bounced else "sent", answer=answer)
        desk.store.settle(settled)
        yield Receipt(copy.recipient, "refused" if bounced else "sent", f"{copy.mailing}: {bounce.answer}")

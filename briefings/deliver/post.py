"""Walks the outbox: each copy is queued, sending, then sent, refused or uncertain, and never sent twice.

A copy becomes ``sending`` right before its last line goes out. Whoever finds a copy in that state later (the process
was killed, the machine went down) cannot know whether the server took it: it is called ``uncertain`` and is not
repeated by itself. Everything before that moment may be done again, everything after it may not.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from email.message import EmailMessage
from typing import Protocol

from briefings.deliver.gate import Recipient
from briefings.deliver.message import Mailing, build, message_id
from briefings.deliver.smtp import Outcome
from briefings.types import Queued, Receipt


@dataclass(frozen=True, slots=True)
class PostOptions:
    """How hard a server is asked."""

    backoff: tuple[float, ...] = (5.0, 30.0, 120.0)
    """Seconds before each further attempt, when the server says 4xx or is not there; never after 5xx."""
    per_minute: int = 0
    """Mails that may leave in a minute; 0 = no limit."""


DEFAULTS = PostOptions()


class Outbox(Protocol):
    """Where copies are kept; every call is one transaction."""

    def enqueue(self, copies: Sequence[Queued]) -> None:
        """Adds copies; those whose id is there already stay as they are."""
        ...

    def outbox(self, mailing: str) -> tuple[Queued, ...]:
        """The copies of a mailing, by recipient."""
        ...

    def settle(self, copy: Queued) -> None:
        """Replaces a copy's state, answer and attempts."""
        ...


class Carrier(Protocol):
    """Hands over one mail; ``smtp.Server`` is one."""

    def send(self, message: EmailMessage, recipient: str, handed_over: Callable[[], None]) -> Outcome:
        """See ``smtp.Server.send``."""
        ...

    def close(self) -> None:
        """Ends the connection, if there is one."""
        ...


def post(
    outbox: Outbox,
    mailing: Mailing,
    recipients: Sequence[Recipient],
    carrier: Carrier,
    sleep: Callable[[float], None],
    options: PostOptions = DEFAULTS,
) -> tuple[Receipt, ...]:
    """Sends every copy that is still to be sent; what became of each, also of those settled in an earlier run.

    Only one process may do this at a time for one store. ``sleep`` waits between attempts, in seconds.
    """
    people = {r.address: r for r in recipients}
    outbox.enqueue([_copy(mailing, address) for address in people])
    copies = {c.recipient: _found(outbox, c) for c in outbox.outbox(mailing.key) if c.recipient in people}
    interval = 60 / options.per_minute if options.per_minute else 0.0
    for pause in (0.0, *options.backoff):
        waiting = [c for c in copies.values() if c.state == "queued"]
        if waiting and pause:
            sleep(pause)
        for copy in waiting:
            if interval:
                sleep(interval)
            settled, reached = _try(outbox, mailing, people[copy.recipient], copy, carrier)
            copies[copy.recipient] = settled
            if not reached:
                break
    return tuple(_receipt(copy) for copy in copies.values())


def forget(outbox: Outbox, mailing: str, recipient: str) -> bool:
    """Lets a copy whose fate is unknown be sent again, because a person said so; False when there is none such."""
    for copy in outbox.outbox(mailing):
        if copy.recipient == recipient and copy.state in ("uncertain", "sending"):
            outbox.settle(replace(copy, state="queued", answer=f"to be repeated; before: {copy.answer}"))
            return True
    return False


def _copy(mailing: Mailing, address: str) -> Queued:
    return Queued(message_id(mailing.key, address, mailing.sender), mailing.key, address)


def _found(outbox: Outbox, copy: Queued) -> Queued:
    """A copy that another run left in the middle of its handing over."""
    if copy.state != "sending":
        return copy
    answer = "the program ended while the server was taking it"
    return _settled(outbox, replace(copy, state="uncertain", answer=answer))


def _try(
    outbox: Outbox, mailing: Mailing, person: Recipient, copy: Queued, carrier: Carrier
) -> tuple[Queued, bool]:
    """The copy after one more attempt, and whether there was a server at all."""
    tried = replace(copy, attempts=copy.attempts + 1)
    message = build(mailing, person)
    outcome = carrier.send(message, person.address, lambda: outbox.settle(replace(tried, state="sending")))
    state = "queued" if outcome.state == "later" else outcome.state
    return _settled(outbox, replace(tried, state=state, answer=outcome.answer)), outcome.reached


def _settled(outbox: Outbox, copy: Queued) -> Queued:
    outbox.settle(copy)
    return copy


def _receipt(copy: Queued) -> Receipt:
    """A copy that is still queued stays so: it was certainly not taken, and the next ``send`` tries it again."""
    if copy.state == "queued":
        tries = (
            f"gave up after {copy.attempts} attempts: {copy.answer}"
            if copy.answer
            else "no server was reached"
        )
        return Receipt(copy.recipient, "refused", f"{tries}; send again to try it again")
    state = copy.state if copy.state in ("sent", "refused") else "uncertain"
    return Receipt(copy.recipient, state, copy.answer)

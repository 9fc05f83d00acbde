"""Walks the outbox: each copy is queued, sending, then sent, refused or uncertain, and never sent twice.

A copy becomes ``sending`` right before its last line goes out. Whoever finds a copy in that state later (the process
was killed, the machine went down) cannot know whether the server took it: it is called ``uncertain`` and is not
repeated by itself. Everything before that moment may be done again, everything after it may not.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from briefings.deliver.message import Letter, build, message_id
from briefings.deliver.protect import Protection
from briefings.deliver.smtp import Outcome
from briefings.errors import DeliveryError
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

    def send(self, sender: str, recipient: str, mail: bytes, handed_over: Callable[[], None]) -> Outcome:
        """See ``smtp.Server.send``."""
        ...

    def close(self) -> None:
        """Ends the connection, if there is one."""
        ...


def post(
    outbox: Outbox,
    letters: Sequence[Letter],
    carrier: Carrier,
    sleep: Callable[[float], None],
    options: PostOptions = DEFAULTS,
) -> tuple[Receipt, ...]:
    """Sends every copy that is still to be sent; what became of each, also of those settled in an earlier run.

    Only one process may do this at a time for one store. ``sleep`` waits between attempts, in seconds. Raises
    ``DeliveryError`` before anything leaves when a mail would be too large for any server.
    """
    own = {_id(letter): letter for letter in letters}
    outbox.enqueue([_copy(letter) for letter in own.values()])
    keys = dict.fromkeys(letter.mailing.key for letter in own.values())
    copies = {c.id: _found(outbox, c) for key in keys for c in outbox.outbox(key) if c.id in own}
    _check([own[c.id] for c in copies.values() if c.state == "queued"])
    interval = 60 / options.per_minute if options.per_minute else 0.0
    unfit: set[str] = set()
    for pause in (0.0, *options.backoff):
        waiting = [c for c in copies.values() if c.state == "queued" and c.id not in unfit]
        if waiting and pause:
            sleep(pause)
        for copy in waiting:
            if interval:
                sleep(interval)
            mail = _mail(own[copy.id])
            if isinstance(mail, DeliveryError):  # one person's key; the others' copies go on
                copies[copy.id] = _settled(outbox, replace(copy, answer=str(mail)))
                unfit.add(copy.id)
                continue
            copies[copy.id], reached = _try(outbox, own[copy.id], mail, copy, carrier)
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


def _id(letter: Letter) -> str:
    return message_id(letter.mailing.key, letter.recipient.address, letter.mailing.sender)


def _copy(letter: Letter) -> Queued:
    return Queued(_id(letter), letter.mailing.key, letter.recipient.address)


def _check(letters: Sequence[Letter]) -> None:
    """Builds one mail of each kind: what is too large for one is so for all, and is told before anything leaves.

    Keys of single persons are left out: one that cannot be used stops nobody else's copy.
    """
    kinds = {
        (id(one.mailing), one.recipient.formats, one.recipient.protection.password): one for one in letters
    }
    for (_, _, password), one in kinds.items():
        build(replace(one, recipient=replace(one.recipient, protection=Protection(password))))


def _found(outbox: Outbox, copy: Queued) -> Queued:
    """A copy that another run left in the middle of its handing over."""
    if copy.state != "sending":
        return copy
    answer = "the program ended while the server was taking it"
    return _settled(outbox, replace(copy, state="uncertain", answer=answer))


def _mail(letter: Letter) -> bytes | DeliveryError:
    try:
        return build(letter)
    except DeliveryError as error:
        return error


def _try(outbox: Outbox, letter: Letter, mail: bytes, copy: Queued, carrier: Carrier) -> tuple[Queued, bool]:
    """The copy after one more attempt, and whether there was a server at all."""
    tried = replace(copy, attempts=copy.attempts + 1)
    sender, address = letter.mailing.sender, letter.recipient.address
    outcome = carrier.send(sender, address, mail, lambda: outbox.settle(replace(tried, state="sending")))
    state = "queued" if outcome.state == "later" else outcome.state
    return _settled(outbox, replace(tried, state=state, answer=outcome.answer)), outcome.reached


def _settled(outbox: Outbox, copy: Queued) -> Queued:
    outbox.settle(copy)
    return copy


def _receipt(copy: Queued) -> Receipt:
    """A copy that is still queued stays so: it was certainly not taken, and the next ``send`` tries it again."""
    if copy.state == "queued":
        said = copy.answer or "no server was reached"
        tries = f"gave up after {copy.attempts} attempts: {said}" if copy.answer and copy.attempts else said
        return Receipt(copy.recipient, "queued", f"{tries}; send again to try it again")
    state = copy.state if copy.state in ("sent", "refused") else "uncertain"
    return Receipt(copy.recipient, state, copy.answer)

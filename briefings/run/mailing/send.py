"""Mails what was generated, to the lists that the brief names."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefings.errors import DeliveryError, UsageError
from briefings.run.desk import Desk
from briefings.run.files import write
from briefings.run.issues.periods import Asked, period_options
from briefings.run.lock import alone
from briefings.run.mailing.plan import Plan, had, latest, plans, trial
from briefings.run.mailing.secrets import reveal
from briefings.types import Period, Queued, Receipt

if TYPE_CHECKING:
    from briefings.deliver import Carrier, SmtpOptions
    from briefings.settings import BriefSettings, SmtpSettings
    from briefings.store import IssueRecord

BUSY = "Another process is sending from this project: wait until it has ended."


@dataclass(frozen=True)
class Sent:
    """What became of a mailing."""

    receipts: tuple[Receipt, ...]
    paths: tuple[Path, ...] = ()
    """Of a dry run: the mails as files."""


@dataclass(frozen=True)
class SendOptions:
    """How an issue is sent."""

    only: str | None = None
    """One list instead of all that the brief names."""
    dry_run: bool = False
    """Writes the mails as files and sends nothing."""
    approve: str = ""
    """Name of the person who approves this version, where the brief asks for approval."""
    test: str = ""
    """Sends one copy, marked as a test, to this address and to nobody else."""
    again: str = ""
    """Address whose copy is uncertain and shall be sent once more."""


DEFAULTS = SendOptions()


def send(
    desk: Desk,
    name: str | None,
    asked: Asked,
    options: SendOptions = DEFAULTS,
    sleep: Callable[[float], None] = time.sleep,
) -> Sent:
    """Sends the latest version of an issue to each list of the brief, or to one.

    Nobody whose copy was acknowledged, or may have arrived, gets a second one. Raises ``UsageError`` when the issue
    was not generated and ``DeliveryError`` when a marking forbids the list, approval is lacking, another process is
    sending or the server refuses everything.
    """
    name, settings = desk.config.brief(name)
    period = asked.resolve(desk.now, period_options(settings))
    record = latest(desk, name, period)
    if options.test:
        return _sent(desk, record, [trial(desk, record, period, options.test)], options, sleep)
    chosen = plans(desk, record, period, options.only)
    if options.dry_run:
        return _written(desk, period, chosen)
    _approve(desk, record, settings, options.approve)
    return _sent(desk, record, chosen, options, sleep)


def approved(desk: Desk, record: IssueRecord) -> bool:
    """Whether a person has approved this very version."""
    lines = (line.detail for line in desk.store.log_lines("approve"))
    return any(_names(record).items() <= dict(detail).items() for detail in lines)


def deliveries(desk: Desk, name: str | None = None) -> tuple[Queued, ...]:
    """Every copy in the outbox, of one brief or of all, by (mailing, recipient)."""
    copies = desk.store.outbox()
    return tuple(c for c in copies if name is None or c.mailing.startswith(f"{name}/"))


def carrier(desk: Desk) -> Carrier:
    """The configured mail servers, as one. Raises ``DeliveryError`` when a password is not at hand."""
    from briefings.deliver import Relay, Server

    delivery = desk.config.settings.delivery
    servers = [Server(_line(desk, smtp)) for smtp in (delivery.smtp, *delivery.fallback)]
    return servers[0] if len(servers) == 1 else Relay(servers)


def _line(desk: Desk, smtp: SmtpSettings) -> SmtpOptions:
    from briefings.deliver import SmtpOptions

    where = smtp.password or (f"env:{smtp.password_env}" if smtp.password_env else "")
    password = reveal(where, desk.config.folder, f"password of {smtp.user or smtp.host}")
    return SmtpOptions(smtp.host, smtp.port, smtp.tls, smtp.user, password)


def _names(record: IssueRecord) -> dict[str, object]:
    return {"brief": record.name, "period": record.label, "version": record.version}


def _approve(desk: Desk, record: IssueRecord, settings: BriefSettings, by: str) -> None:
    if by.strip():
        desk.store.log("approve", _names(record) | {"by": by.strip()}, desk.now)
    elif settings.approval == "required" and not approved(desk, record):
        raise DeliveryError(
            f"{record.name} {record.label} v{record.version} waits for approval: read it, then"
            f" `briefings send --week {record.label} --approve NAME`."
        )


def _sent(
    desk: Desk,
    record: IssueRecord,
    chosen: Sequence[Plan],
    options: SendOptions,
    sleep: Callable[[float], None],
) -> Sent:
    with alone(desk, "send", DeliveryError(BUSY)):
        if options.again:
            _repeat(desk, chosen, options.again)
        receipts = tuple(receipt for plan in chosen for receipt in _post(desk, plan, sleep))
        if any(letter.mailing.corrects for plan in chosen for letter in plan.letters):
            receipts += tuple(_gone(desk, record, receipts))
    counts = {
        state: sum(r.state == state for r in receipts) for state in ("sent", "refused", "queued", "uncertain")
    }
    attached = {a.data for plan in chosen for letter in plan.letters for a in letter.mailing.attachments}
    files = sorted(hashlib.sha256(data).hexdigest() for data in attached)
    detail = {**_names(record), **counts, "files": files}
    desk.store.log("test" if options.test else "send", detail, desk.now)
    return Sent(receipts)


def _repeat(desk: Desk, chosen: Sequence[Plan], address: str) -> None:
    from briefings.deliver import forget

    keys = dict.fromkeys(letter.mailing.key for plan in chosen for letter in plan.letters)
    if not any(forget(desk.store, key, address) for key in keys):
        raise UsageError(f"{address} has no uncertain copy of this version: there is nothing to repeat.")


def _gone(desk: Desk, record: IssueRecord, receipts: Sequence[Receipt]) -> Iterator[Receipt]:
    """Those who have what is corrected, but stand on no list any more: a person has to decide."""
    _, got = had(desk, record)
    for address in sorted(got - {r.recipient for r in receipts}):
        yield Receipt(address, "skipped", "got an earlier version and is on none of these lists any more")


def _post(desk: Desk, plan: Plan, sleep: Callable[[float], None]) -> Iterator[Receipt]:
    from briefings.deliver import PostOptions, post

    yield from (Receipt(r.recipient.address, "skipped", r.reason) for r in plan.refused)
    server = carrier(desk)
    options = PostOptions(per_minute=desk.config.settings.delivery.per_minute)
    try:
        for receipt in post(desk.store, plan.letters, server, sleep, options):
            yield _remarked(receipt, plan)
    finally:
        server.close()


def _remarked(receipt: Receipt, plan: Plan) -> Receipt:
    """With what was cut out of the copy before what the server said."""
    said = plan.remarks.get(receipt.recipient, "")
    return (
        replace(receipt, detail=f"{said}; {receipt.detail}" if receipt.detail else said) if said else receipt
    )


def _written(desk: Desk, period: Period, chosen: Sequence[Plan]) -> Sent:
    """A dry run: each mail as a file, nothing sent, nothing queued."""
    from briefings.deliver import build

    letters = [letter for plan in chosen for letter in plan.letters]
    files = {
        f"mail_{n:03}_{letter.recipient.address.replace('@', '_at_')}.eml": build(letter)
        for n, letter in enumerate(letters, 1)
    }
    skipped = [Receipt(r.recipient.address, "skipped", r.reason) for plan in chosen for r in plan.refused]
    written = [
        Receipt(one.recipient.address, "written", plan.remarks.get(one.recipient.address, ""))
        for plan in chosen
        for one in plan.letters
    ]
    return Sent((*written, *skipped), write(desk.config.output / period.label / "mail", files))

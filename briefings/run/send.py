"""Mails what was generated, to the lists that the brief names."""

from __future__ import annotations

import contextlib
import hashlib
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import TYPE_CHECKING

from briefings import brief_json
from briefings.errors import DeliveryError, UsageError
from briefings.run.desk import Desk
from briefings.run.files import write
from briefings.run.periods import Asked, period_options
from briefings.types import Artifact, Period, Receipt

if TYPE_CHECKING:
    from briefings.deliver import Mailing, Recipient, Refusal
    from briefings.settings import ListSettings
    from briefings.store import IssueRecord

ATTACHED = {".pdf": "application/pdf", ".html": "text/html", ".ics": "text/calendar", ".csv": "text/csv"}


@dataclass(frozen=True)
class Sent:
    """What became of a mailing."""

    receipts: tuple[Receipt, ...]
    paths: tuple[Path, ...] = ()
    """Of a dry run: the mails as files."""


def send(
    desk: Desk,
    name: str | None,
    asked: Asked,
    only: str | None = None,
    *,
    dry_run: bool = False,
    sleep: Callable[[float], None] = time.sleep,
) -> Sent:
    """Sends the latest version of an issue to each list of the brief, or to one.

    Nobody whose copy was acknowledged, or may have arrived, gets a second one. Raises ``UsageError`` when the issue
    was not generated and ``DeliveryError`` when a marking forbids the list or the server refuses everything.
    """
    name, settings = desk.config.brief(name)
    if settings.approval == "required" and not dry_run:
        raise DeliveryError(
            f"The brief {name} asks for approval before it is sent; set approval: auto to send it."
        )
    period = asked.resolve(desk.now, period_options(settings))
    record = _record(desk, name, period)
    wanted = _lists(desk, settings.lists, only)
    plans = [_plan(desk, record, period, list_name, wanted[list_name]) for list_name in wanted]
    if dry_run:
        return _written(desk, period, plans)
    with _alone(desk):
        receipts = tuple(receipt for plan in plans for receipt in _post(desk, plan, sleep))
    counts = {state: sum(r.state == state for r in receipts) for state in ("sent", "refused", "uncertain")}
    desk.store.log(
        "send", {"brief": name, "period": period.label, "version": record.version} | counts, desk.now
    )
    return Sent(receipts)


@dataclass(frozen=True)
class _Plan:
    """One list's copies of an issue."""

    mailing: Mailing
    admitted: tuple[Recipient, ...]
    refused: tuple[Refusal, ...]


def _record(desk: Desk, name: str, period: Period) -> IssueRecord:
    records = [r for r in desk.store.issues(name) if r.label == period.label]
    if not records:
        raise UsageError(
            f"{name} {period.label} is not generated yet: `briefings generate --week {period.label}`"
        )
    return records[-1]


def _lists(desk: Desk, named: tuple[str, ...], only: str | None) -> dict[str, ListSettings]:
    known = desk.config.settings.lists
    if only is not None and only not in known:
        raise UsageError(f"There is no list '{only}'; configured are {', '.join(known) or 'none'}")
    chosen = (only,) if only is not None else named
    if not chosen:
        raise UsageError("The brief names no list: add `lists: [desk]` to it, or send with --to LIST")
    return {list_name: known[list_name] for list_name in chosen}


def _plan(desk: Desk, record: IssueRecord, period: Period, list_name: str, settings: ListSettings) -> _Plan:
    from briefings.deliver import Recipient, admit

    brief = brief_json.load(record.data)
    sender = desk.config.settings.delivery.sender
    people = [Recipient(r.address, r.name, r.tlp, tuple(r.format)) for r in settings.recipients]
    admitted, refused = admit(brief.brief.tlp, settings.tlp, people, sender=sender)
    mailing = _mailing(desk, record, list_name)
    return _Plan(replace(mailing, attachments=_attachments(desk, record, period)), admitted, refused)


def _mailing(desk: Desk, record: IssueRecord, list_name: str) -> Mailing:
    """The mail's words are those of the issue's own e-mail edition."""
    from briefings.deliver import Mailing
    from briefings.render import render

    (edition,) = render(brief_json.load(record.data), ["eml"], desk.config.templates)
    message = message_from_bytes(edition.data, policy=default)
    key = f"{record.name}/{record.label}/v{record.version}"
    delivery = desk.config.settings.delivery
    return Mailing(
        key=key,
        subject=str(message["Subject"]),
        text=_part(message, "plain"),
        html=_part(message, "html"),
        sender=delivery.sender,
        sent_at=desk.now,
        list_name=list_name,
        reply_to=delivery.reply_to,
        corrects=f"{record.name}/{record.label}/v{record.version - 1}" if record.version > 1 else "",
    )


def _part(message: EmailMessage, kind: str) -> str:
    body = message.get_body((kind,))
    if body is None:
        raise DeliveryError(f"The e-mail edition has no {kind} part: look at the mail templates.")
    return str(body.get_content())


def _attachments(desk: Desk, record: IssueRecord, period: Period) -> tuple[Artifact, ...]:
    """The files as they were generated; one that was changed or removed since is not sent."""
    found: list[Artifact] = []
    for name, digest in sorted(record.files.items()):
        path = desk.config.output / period.label / name
        if path.suffix not in ATTACHED:
            continue
        data = path.read_bytes() if path.is_file() else b""
        if hashlib.sha256(data).hexdigest() != digest:
            raise DeliveryError(
                f"{path} is not what was generated: generate the issue again before sending it."
            )
        found.append(Artifact(name, ATTACHED[path.suffix], data))
    return tuple(found)


def _post(desk: Desk, plan: _Plan, sleep: Callable[[float], None]) -> Iterator[Receipt]:
    from briefings.deliver import Server, SmtpOptions, post

    smtp = desk.config.settings.delivery.smtp
    password = os.environ.get(smtp.password_env, "") if smtp.password_env else ""
    if smtp.password_env and not password:
        raise DeliveryError(f"The mail password is to be in ${smtp.password_env}, which is empty or not set.")
    yield from (Receipt(r.recipient.address, "skipped", r.reason) for r in plan.refused)
    server = Server(SmtpOptions(smtp.host, smtp.port, smtp.tls, smtp.user, password))
    try:
        yield from post(desk.store, plan.mailing, plan.admitted, server, sleep)
    finally:
        server.close()


def _written(desk: Desk, period: Period, plans: list[_Plan]) -> Sent:
    """A dry run: each mail as a file, nothing sent, nothing queued."""
    from briefings.deliver import build

    files = {
        f"mail_{n:03}_{person.address.replace('@', '_at_')}.eml": build(plan.mailing, person).as_bytes()
        for plan in plans
        for n, person in enumerate(plan.admitted, 1)
    }
    skipped = [Receipt(r.recipient.address, "skipped", r.reason) for plan in plans for r in plan.refused]
    written = [Receipt(person.address, "written") for plan in plans for person in plan.admitted]
    return Sent((*written, *skipped), write(desk.config.output / period.label / "mail", files))


@contextlib.contextmanager
def _alone(desk: Desk) -> Iterator[None]:
    """One sender at a time; the lock goes with the process, however it ends."""
    import fcntl

    path = desk.config.folder / ".briefings-send.lock"
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise DeliveryError(
                "Another process is sending from this project: wait until it has ended."
            ) from None
        yield

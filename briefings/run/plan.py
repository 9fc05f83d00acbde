"""Who gets which mail: each list's copies of an issue, and who is left out and why."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import TYPE_CHECKING

from briefings import brief_json
from briefings.errors import DeliveryError, UsageError
from briefings.run.corrected import corrected
from briefings.run.desk import Desk
from briefings.types import Artifact, Period

if TYPE_CHECKING:
    from briefings.brief_types import Brief
    from briefings.deliver import Mailing, Recipient, Refusal
    from briefings.settings import ListSettings
    from briefings.store import IssueRecord

ATTACHED = {".pdf": "application/pdf", ".html": "text/html", ".ics": "text/calendar", ".csv": "text/csv"}


@dataclass(frozen=True)
class Plan:
    """One list's copies of an issue."""

    mailing: Mailing
    admitted: tuple[Recipient, ...]
    refused: tuple[Refusal, ...]


def plans(desk: Desk, record: IssueRecord, period: Period, only: str | None) -> list[Plan]:
    """A plan for each list of the brief, or for one.

    A new version of what a list already has is a correction: it goes to exactly those who got the first one.
    """
    _, settings = desk.config.brief(record.name)
    brief = brief_json.load(record.data)
    base = _mailing(desk, record, period)
    wanted = _lists(desk, settings.lists, only)
    return [_plan(desk, record, brief, replace(base, list_name=n), wanted[n]) for n in wanted]


def trial(desk: Desk, record: IssueRecord, period: Period, address: str) -> Plan:
    """One copy for looking at, marked as a test; it counts as nobody's copy, and the TLP gate holds for it too."""
    from briefings.deliver import Recipient, admit

    tlp = brief_json.load(record.data).brief.tlp
    sender = desk.config.settings.delivery.sender
    formats = tuple(suffix[1:] for suffix in ATTACHED)
    admitted, refused = admit(tlp, tlp, [Recipient(address, "", tlp, formats)], sender=sender)
    base = _mailing(desk, record, period)
    key = f"{base.key}/test/{desk.now:%Y%m%dT%H%M%S%f}"
    return Plan(replace(base, key=key, subject=f"[TEST] {base.subject}", list_name="test"), admitted, refused)


def latest(desk: Desk, name: str, period: Period) -> IssueRecord:
    """The last version of an issue. Raises ``UsageError`` when it was not generated."""
    records = desk.store.issues(name, period.label)
    if not records:
        raise UsageError(
            f"{name} {period.label} is not generated yet: `briefings generate --week {period.label}`"
        )
    return records[-1]


def had(desk: Desk, record: IssueRecord) -> tuple[str, frozenset[str]]:
    """The first version that was mailed before this one, and who got it or may have got it."""
    for version in range(1, record.version):
        key = f"{record.name}/{record.label}/v{version}"
        copies = desk.store.outbox(key)
        if got := frozenset(c.recipient for c in copies if c.state in ("sent", "uncertain", "sending")):
            return key, got
    return "", frozenset()


def _lists(desk: Desk, named: tuple[str, ...], only: str | None) -> dict[str, ListSettings]:
    known = desk.config.settings.lists
    if only is not None and only not in known:
        raise UsageError(f"There is no list '{only}'; configured are {', '.join(known) or 'none'}")
    chosen = (only,) if only is not None else named
    if not chosen:
        raise UsageError("The brief names no list: add `lists: [desk]` to it, or send with --to LIST")
    return {list_name: known[list_name] for list_name in chosen}


def _plan(desk: Desk, record: IssueRecord, brief: Brief, mailing: Mailing, settings: ListSettings) -> Plan:
    from briefings.deliver import Recipient, Refusal, admit

    delivery = desk.config.settings.delivery
    people = [Recipient(r.address, r.name, r.tlp, tuple(r.format)) for r in settings.recipients]
    admitted, refused = admit(
        brief.brief.tlp, settings.tlp, people, sender=delivery.sender, suppressed=delivery.suppressed
    )
    key, got = had(desk, record)
    if not any(person.address in got for person in people):
        return Plan(mailing, admitted, refused)
    late = [Refusal(r, f"has no earlier version that v{record.version} corrects") for r in admitted]
    return Plan(
        corrected(mailing, brief, key),
        tuple(r for r in admitted if r.address in got),
        (*refused, *(r for r in late if r.recipient.address not in got)),
    )


def _mailing(desk: Desk, record: IssueRecord, period: Period) -> Mailing:
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
        list_name=record.name,
        reply_to=delivery.reply_to,
        attachments=_attachments(desk, record, period),
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
        if path.suffix not in ATTACHED or path.stem.endswith("_archive"):
            continue
        data = path.read_bytes() if path.is_file() else b""
        if hashlib.sha256(data).hexdigest() != digest:
            raise DeliveryError(
                f"{path} is not what was generated: generate the issue again before sending it."
            )
        found.append(Artifact(name, ATTACHED[path.suffix], data))
    return tuple(found)

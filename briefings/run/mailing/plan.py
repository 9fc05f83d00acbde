"""Who gets which mail: each list's copies of an issue, and who is left out and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefings import brief_json
from briefings.errors import UsageError
from briefings.run.desk import Desk
from briefings.run.mailing import suppressed
from briefings.run.mailing.covering import corrected
from briefings.run.mailing.editions import ATTACHED, Press, Wanted, wanted
from briefings.run.mailing.secrets import key_file, reveal
from briefings.types import Period

if TYPE_CHECKING:
    from briefings.deliver import Admission, Circle, Letter, Mailing, Recipient, Refusal, Signing
    from briefings.settings import ListSettings, ReaderSettings, RecipientSettings
    from briefings.store import IssueRecord


@dataclass(frozen=True)
class Plan:
    """One list's copies of an issue."""

    letters: tuple[Letter, ...]
    refused: tuple[Refusal, ...] = ()
    remarks: Mapping[str, str] = field(default_factory=dict)
    """Address -> what the sender is told of a copy that leaves: what was cut out of it."""


def plans(desk: Desk, record: IssueRecord, period: Period, only: str | None) -> list[Plan]:
    """A plan for each list of the brief, or for one.

    A new version of what a list already has is a correction: it goes to exactly those who got the first one.
    """
    _, settings = desk.config.brief(record.name)
    press = Press(desk, record, period)
    named = _lists(desk, settings.lists, only)
    return [_plan(press, name, of) for name, of in named.items()]


def trial(desk: Desk, record: IssueRecord, period: Period, address: str) -> Plan:
    """One copy for looking at, marked as a test; it counts as nobody's copy, and the TLP gate holds for it too."""
    from briefings.deliver import Letter, Recipient, admit

    tlp = brief_json.load(record.data).brief.tlp
    press = Press(desk, record, period)
    admitted, refused = admit(tlp, _circle(desk, tlp), [Recipient(address, "", tlp, ATTACHED)])
    ready = {name.rpartition(".")[2] for name in record.files}
    made = press.edition(Wanted(tlp), ready).mailing
    key = f"{made.key}/test/{desk.now:%Y%m%dT%H%M%S%f}"
    made = replace(made, key=key, subject=f"[TEST] {made.subject}", list_name="test", signing=_signing(desk))
    return Plan(tuple(Letter(made, one.recipient) for one in admitted), refused)


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


def _plan(press: Press, list_name: str, settings: ListSettings) -> Plan:
    from briefings.deliver import Refusal, admit

    desk, record = press.desk, press.record
    readers = {person.address: _reader(settings, person) for person in settings.recipients}
    folder = desk.config.folder
    people = [_recipient(person, readers[person.address], folder) for person in settings.recipients]
    circle = _circle(desk, settings.tlp, list_name, cut=settings.below == "cut")
    admitted, refused = admit(brief_json.load(record.data).brief.tlp, circle, people)
    key, got = had(desk, record)
    late: list[Refusal] = []
    if any(person.address in got for person in people):
        missed = [one.recipient for one in admitted if one.recipient.address not in got]
        late = [Refusal(r, f"has no earlier version that v{record.version} corrects") for r in missed]
        admitted = tuple(one for one in admitted if one.recipient.address in got)
    else:
        key = ""
    made = _letters(press, list_name, admitted, readers, key)
    return Plan(made.letters, (*refused, *late, *made.refused), made.remarks)


def _letters(
    press: Press,
    list_name: str,
    admitted: tuple[Admission, ...],
    readers: Mapping[str, ReaderSettings],
    corrects: str,
) -> Plan:
    """Each admitted person's copy of his edition; one letter's mailing is the same object as that of all alike."""
    from briefings.deliver import Letter, Refusal

    kinds = {one.recipient.address: wanted(one.tlp, readers[one.recipient.address]) for one in admitted}
    formats: dict[Wanted, set[str]] = {}
    for one in admitted:
        formats.setdefault(kinds[one.recipient.address], set()).update(one.recipient.formats)
    editions = {kind: press.edition(kind, asked) for kind, asked in formats.items()}
    mailings: dict[Wanted, Mailing] = {}
    for kind, edition in editions.items():
        named = _named(press.desk, edition.mailing, list_name, discreet=bool(kind.discreet))
        mailings[kind] = corrected(named, edition.brief, corrects, quiet=kind.locked) if corrects else named
    letters, refused, remarks = [], [], {}
    for one in admitted:
        kind = kinds[one.recipient.address]
        if editions[kind].empty:
            refused.append(Refusal(one.recipient, f"nothing in the brief is {one.tlp} or below"))
            continue
        letters.append(Letter(mailings[kind], one.recipient))
        remarks[one.recipient.address] = editions[kind].remark
    return Plan(tuple(letters), tuple(refused), remarks)


def _named(desk: Desk, mailing: Mailing, list_name: str, *, discreet: bool) -> Mailing:
    """With what the list and the sender add; a discreet mail does not name the list."""
    name = mailing.list_name if discreet else list_name
    return replace(
        mailing,
        list_name=name,
        unsubscribe_list=list_name,
        unsubscribe_key=suppressed.key(desk),
        signing=_signing(desk),
    )


def _reader(settings: ListSettings, person: RecipientSettings) -> ReaderSettings:
    """What the list gives its readers, with a person's own wishes over it."""
    from briefings.settings import ReaderSettings

    fields = ReaderSettings.model_fields
    given = {name: getattr(settings, name) for name in fields}
    own = {name: getattr(person, name) for name in fields if name in person.model_fields_set}
    return ReaderSettings(**(given | own))


def _recipient(person: RecipientSettings, reader: ReaderSettings, folder: Path) -> Recipient:
    from briefings.deliver import Protection, Recipient

    who = person.address
    protection = Protection(
        reveal(reader.password, folder, f"PDF password of {who}"),
        key_file(reader.smime, folder, f"certificate of {who}"),
        key_file(reader.openpgp, folder, f"public key of {who}"),
    )
    formats = ("pdf",) if reader.password else tuple(reader.format)
    return Recipient(who, person.name, person.tlp, formats, protection)


def _signing(desk: Desk) -> Signing:
    from briefings.deliver import Signing

    own, folder = desk.config.settings.delivery.sign, desk.config.folder
    return Signing(
        key_file(own.smime_certificate, folder, "sender's certificate"),
        key_file(own.smime_key, folder, "sender's key"),
        key_file(own.openpgp_key, folder, "sender's OpenPGP key"),
        key_file(own.dkim_key, folder, "DKIM key"),
        own.dkim_selector,
    )


def _circle(desk: Desk, ceiling: str, list_name: str = "", *, cut: bool = False) -> Circle:
    from briefings.deliver import Circle

    delivery = desk.config.settings.delivery
    own = (delivery.sender.rpartition("@")[2], *delivery.domains)
    gone = suppressed.suppressed(desk, list_name)
    return Circle(ceiling, frozenset(domain.casefold() for domain in own), cut, gone)

"""Editions of an issue: each is made once, for all who read the same."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from briefings import brief_json
from briefings.errors import DeliveryError
from briefings.run.desk import Desk
from briefings.run.mailing.covering import headed, sealed
from briefings.types import Artifact, Period

if TYPE_CHECKING:
    from briefings.brief_types import Brief
    from briefings.deliver import Mailing
    from briefings.settings import BriefSettings, ReaderSettings
    from briefings.store import IssueRecord

ATTACHED = ("pdf", "html", "ics", "csv")
"""Formats that may be attached."""
BRIEFLY = "[{tlp}] {title} {week}"
"""Subject where it shall not tell what the mail holds."""


@dataclass(frozen=True)
class Wanted:
    """What makes an edition."""

    tlp: str
    language: str = ""
    timezone: str = ""
    sections: tuple[str, ...] = ()
    discreet: str = ""
    locked: bool = False
    """The PDF has a password: the mail holds nothing else."""
    hidden: bool = False
    """The mail is encrypted: its subject, which is not, says nothing."""


@dataclass(frozen=True)
class Edition:
    """A brief as some readers get it."""

    brief: Brief
    mailing: Mailing
    empty: bool = False
    """Nothing is left for these readers."""
    remark: str = ""
    """What the sender is told."""


@dataclass
class Press:
    """Makes editions of one issue."""

    desk: Desk
    record: IssueRecord
    period: Period
    _made: dict[Wanted, Edition] = field(default_factory=dict)

    def edition(self, wanted: Wanted, formats: Iterable[str]) -> Edition:
        """The edition with these formats among its attachments. Raises ``DeliveryError``."""
        made = self._made.get(wanted) or self._make(wanted)
        have = {a.name.rpartition(".")[2] for a in made.mailing.attachments}
        more = [f for f in ATTACHED if f in formats and f not in have]
        if more:
            files = (*made.mailing.attachments, *self._attached(made.brief, more))
            made = replace(made, mailing=replace(made.mailing, attachments=files))
        self._made[wanted] = made
        return made

    def _make(self, wanted: Wanted) -> Edition:
        from briefings.brief import cut, discreet, in_zone, only

        whole = _brief(self.desk, self.record, self.period, wanted.language)
        less = cut(whole, wanted.tlp)
        brief = discreet(in_zone(only(less.brief, wanted.sections), wanted.timezone), wanted.discreet)
        items = "1 item" if less.left_out == 1 else f"{less.left_out} items"
        cut_to = f"cut to {wanted.tlp}, {items} left out" if less.left_out else ""
        mailing = self._mailing(wanted, brief)
        if less.left_out:
            mailing = headed(mailing, (brief.brief.tlp, less.brief.coverage.notes[0]))
        return Edition(brief, mailing, less.left_out > 0 and less.empty, cut_to)

    def _mailing(self, wanted: Wanted, brief: Brief) -> Mailing:
        """The mail's words are those of the issue's own e-mail edition."""
        from briefings.deliver import Mailing
        from briefings.render import render
        from briefings.render.files.mail import subject

        (draft,) = render(brief, ["eml"], self.desk.config.templates)
        message = message_from_bytes(draft.data, policy=default)
        delivery = self.desk.config.settings.delivery
        quiet = wanted.discreet or wanted.locked or wanted.hidden
        now = self.desk.now
        mailing = Mailing(
            key=f"{self.record.name}/{self.record.label}/v{self.record.version}",
            subject=subject(brief, BRIEFLY if quiet else _settings(self).subject),
            text=_part(message, "plain"),
            html=_part(message, "html"),
            sender=delivery.sender,
            sent_at=now.astimezone(ZoneInfo(wanted.timezone)) if wanted.timezone else now,
            list_name=brief.brief.name,
            reply_to=delivery.reply_to,
            unsubscribe_url=delivery.unsubscribe_url,
        )
        return sealed(mailing, brief) if wanted.locked else mailing

    def _attached(self, brief: Brief, formats: list[str]) -> list[Artifact]:
        """The files as they were generated where the edition is the whole brief; others are drawn now."""
        from briefings.render import MEDIA_TYPES, RenderOptions, render

        ready = self._generated() if brief == _brief(self.desk, self.record, self.period, "") else {}
        settings = _settings(self)
        looks = RenderOptions(settings.paper, settings.template)
        templates = self.desk.config.templates
        drawn = render(brief, [f for f in formats if f not in ready], templates, looks)
        return [
            *(Artifact(name, MEDIA_TYPES[f], data) for f, (name, data) in ready.items() if f in formats),
            *drawn,
        ]

    def _generated(self) -> dict[str, tuple[str, bytes]]:
        """Format -> (name, bytes) of the files of the issue; one that was changed or removed since is not sent."""
        names = (n for n in sorted(self.record.files) if not n.rpartition(".")[0].endswith("_archive"))
        return {
            suffix: (name, _read(self.desk, self.record, self.period, name))
            for name in names
            if (suffix := name.rpartition(".")[2]) in ATTACHED
        }


def wanted(tlp: str, reader: ReaderSettings) -> Wanted:
    """The edition that a reader asked for, at a marking."""
    return Wanted(
        tlp,
        reader.language,
        reader.timezone,
        reader.sections,
        reader.discreet,
        bool(reader.password),
        bool(reader.smime or reader.openpgp),
    )


def _settings(press: Press) -> BriefSettings:
    return press.desk.config.brief(press.record.name)[1]


def _brief(desk: Desk, record: IssueRecord, period: Period, language: str) -> Brief:
    """The issue, or its edition in another language, which was written beside it."""
    from briefings.render import file_stem

    own = brief_json.load(record.data)
    if language in ("", own.brief.language):
        return own
    name = f"{file_stem(replace(own, brief=replace(own.brief, language=language)))}.json"
    if name not in record.files:
        raise DeliveryError(
            f"There is no edition in '{language}' of {record.name} {record.label}: `briefings generate --week"
            f" {record.label}` writes one for each language on its lists."
        )
    return brief_json.load(_read(desk, record, period, name))


def _read(desk: Desk, record: IssueRecord, period: Period, name: str) -> bytes:
    path = desk.config.output / period.label / name
    data = path.read_bytes() if path.is_file() else b""
    if hashlib.sha256(data).hexdigest() != record.files[name]:
        raise DeliveryError(f"{path} is not what was generated: generate the issue again before sending it.")
    return data


def _part(message: EmailMessage, kind: str) -> str:
    body = message.get_body((kind,))
    if body is None:
        raise DeliveryError(f"The e-mail edition has no {kind} part: look at the mail templates.")
    return str(body.get_content())

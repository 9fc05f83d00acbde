"""Every setting of config.yaml, declared once: type, default and one sentence.

The reference page is generated from these descriptions (``python -m briefings.cli.reference``).
"""

from __future__ import annotations

import re
from string import Formatter
from typing import Annotated, Any, Literal, Self
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, field_validator, model_validator

TLP_LABELS = ("TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR")
"""The five labels of TLP 2.0 (FIRST, August 2022), most restricted first."""


def _tlp(label: str) -> str:
    if label == "TLP:WHITE":
        raise ValueError("TLP:WHITE was retired with TLP 2.0: write TLP:CLEAR")
    if label not in TLP_LABELS:
        raise ValueError(f"'{label}' is no TLP 2.0 label: write one of {', '.join(TLP_LABELS)}")
    return label


def _zone(name: str) -> str:
    if name:
        try:
            ZoneInfo(name)
        except (ValueError, OSError) as error:  # ZoneInfoNotFoundError is a KeyError of its own, below
            raise ValueError(f"'{name}' is no time zone of the IANA list, like Asia/Dushanbe") from error
        except KeyError as error:
            raise ValueError(f"'{name}' is no time zone of the IANA list, like Asia/Dushanbe") from error
    return name


def _subject(pattern: str) -> str:
    fields = {name for _, name, _, _ in Formatter().parse(pattern) if name is not None}
    known = {"tlp", "title", "week", "days", "lead", "version"}
    if "tlp" not in fields or not fields <= known:
        raise ValueError(f"a subject names {{tlp}} and of the rest only {', '.join(sorted(known - {'tlp'}))}")
    return pattern


Subject = Annotated[str, AfterValidator(_subject)]
Tlp = Annotated[str, AfterValidator(_tlp)]
Zone = Annotated[str, AfterValidator(_zone)]
Column = Literal[
    "title",
    "text",
    "html",
    "url",
    "date",
    "updated",
    "author",
    "language",
    "publisher",
    "section",
    "id",
    "format",
]


def _identifier(name: str) -> str:
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", name):
        raise ValueError("write it in small letters from a to z, digits and hyphens, like central-asia")
    return name


def _title(name: str) -> str:
    if not name.strip():
        raise ValueError("a name is needed, it stands at the top of every page")
    return name


Identifier = Annotated[str, AfterValidator(_identifier)]
Title = Annotated[str, AfterValidator(_title)]
MarkOrNone = Annotated[str, AfterValidator(lambda label: _tlp(label) if label else label)]


def _secret(where: str) -> str:
    if where and where.partition(":")[0] not in ("env", "file", "keyring"):
        # Not quoted: whoever wrote the secret itself here shall not find it in a log.
        raise ValueError(
            "a secret never stands in this file: write where it is, as env:NAME, file:PATH or keyring:SERVICE/USER"
        )
    return where


Secret = Annotated[str, AfterValidator(_secret)]
Address = Annotated[str, Field(pattern=r"^[^@\s<>,;\"]+@[^@\s<>,;\"]+$")]
AddressOrNone = Annotated[str, Field(pattern=r"^([^@\s<>,;\"]+@[^@\s<>,;\"]+)?$")]


class Settings(BaseModel):
    """What all groups share: unknown keys are mistakes, values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class SourceSettings(Settings):
    """An outlet: where its documents come from and what is known of it."""

    id: Identifier = Field(description="Short name, used in commands and in the store.")
    name: str = Field(description="Name as printed in the brief.")
    type: Literal["feed", "page", "folder", "imap", "api", "reliefweb", "gdelt", "none"] = Field(
        "feed", description="How it is collected; `none` describes an outlet that is only imported."
    )
    url: str = Field("", description="Address of the feed or page, or path of the folder.")
    language: str = Field("", description="ISO 639-1 code of most of its items.")
    country: str = Field("", description="ISO 3166 alpha-2 code of its base.")
    timezone: Zone = Field("", description="Zone in which its pages state times without one.")
    family: str = Field("", description="Owner: outlets of one family count as one origin.")
    kind: str = Field("", description="Who controls it, in words: `state agency`, `independent`, `official`.")
    grade: Literal["A", "B", "C", "D", "E", "F"] = Field(
        "F", description="Reliability by the Admiralty code; F = not yet graded. Only a person sets it."
    )
    role: Literal["outlet", "wire", "republisher"] = Field(
        "outlet", description="A republisher is recognised, but never counted as a source."
    )
    hosts: tuple[str, ...] = Field((), description="Further host names under which it publishes.")
    names: tuple[str, ...] = Field((), description="Other names under which texts credit it.")
    day_first: bool | None = Field(
        None, description="Whether 03/04/2025 means 3 April on its pages; if unset, unless its country is US."
    )
    tlp: MarkOrNone = Field(
        "", description="Marking of what it publishes; empty = the brief's `unmarked`, then the brief's own."
    )
    allow_private: bool = Field(
        False, description="Allows the configured host to be on this machine or a private network."
    )
    follow: bool = Field(
        False, description="Fetches the page of an item as well when the feed gives only its beginning."
    )
    query: str = Field(
        "", description="What `reliefweb` and `gdelt` are asked for, in their own language of search words."
    )
    records: str = Field(
        "", description="Where the list of records stands in the answer of an `api`: `data.items`."
    )
    columns: dict[Column, str] = Field(
        {},
        description="What the keys of an `api` mean, where they are not recognised: `{date: published.at}`.",
    )


class PeriodSettings(Settings):
    """What one issue covers."""

    kind: Literal["daily", "weekly", "monthly"] = Field("weekly", description="Length of a period.")
    closes: str = Field(
        "",
        description="When it closes: `friday 15:00`, `saturday 24:00`; `18:00` for a daily one; `15 18:00` for a "
        "monthly one. Blank: the end of Sunday, of the day, of the month.",
        pattern=r"(?i)^(((mon|tues|wednes|thurs|fri|satur|sun)day\s+|[0-9]{1,2}\s+)?([01]?[0-9]|2[0-4]):[0-5][0-9])?$",
    )

    @model_validator(mode="after")
    def _of_its_kind(self) -> Self:
        first = self.closes.split()[0].lower() if " " in self.closes else ""
        fits = {"daily": not first, "weekly": not first.isdigit(), "monthly": not first or first.isdigit()}
        if not fits[self.kind]:
            raise ValueError(f"a {self.kind} period does not close on “{self.closes}”")
        return self


class BriefSettings(Settings):
    """One brief: its region, looks and readers."""

    title: Title = Field(description="Name as printed in the masthead.")
    watchlists: tuple[str, ...] = Field((), description="Watch lists it uses; none named = all configured.")
    topics: tuple[str, ...] = Field(
        (), description="Topics it is limited to, by id; none named = all of the watch lists."
    )
    timezone: Zone = Field("Asia/Dushanbe", description="Zone in which its period opens and closes.")
    period: PeriodSettings = Field(PeriodSettings(), description="What one issue covers.")
    tlp: Tlp = Field(description="Marking by TLP 2.0; it is never guessed.")
    unmarked: MarkOrNone = Field(
        "", description="Marking of items whose source has none; empty = that of the brief. See editions."
    )
    language: Literal["en", "ru", "fa"] = Field("en", description="Language of headings and composed lines.")
    template: Identifier = Field(
        "brief",
        description="Template that draws it: the shipped `brief`, or `templates/NAME.html.j2` of your own.",
    )
    paper: Literal["A4", "Letter"] = Field("A4", description="Paper of the PDF.")
    max_pages: int = Field(
        8, ge=1, le=400, description="Pages of the PDF; what does not fit is listed or counted."
    )
    lists: tuple[str, ...] = Field((), description="Lists of recipients that get it.")
    approval: Literal["auto", "required"] = Field(
        "auto", description="Whether `send` needs a person's approval first."
    )
    subject: Subject = Field(
        "[{tlp}] {title} {week} ({days}): {lead}",
        description="Subject of the mail; `{tlp}` is never left out, `{version}` can be added.",
    )
    issuer: str = Field("", description="Who issues it, as printed in the imprint.")
    contact: str = Field("", description="Where readers send corrections.")
    first_issue: str = Field(
        "", description="Label of issue number 1, such as 2024-W01; empty = the week's number."
    )
    sample: bool = Field(False, description="Marks every page `Sample data – not reporting`.")


class ReaderSettings(Settings):
    """What a reader gets; a recipient's own wishes go before those of the list."""

    language: Literal["", "en", "ru", "fa"] = Field("", description="Edition; empty = the brief's own.")
    timezone: Zone = Field("", description="Zone in which event times are given as well.")
    sections: tuple[Literal["borders", "changes", "ahead", "trends", "stories", "noted"], ...] = Field(
        (), description="Sections beside summary, coverage and sources; none named = all."
    )
    format: tuple[Literal["pdf", "html", "ics", "csv"], ...] = Field(
        ("pdf",), description="What is attached."
    )
    discreet: str = Field(
        "",
        description="Neutral title for mail, files and subject, for readers who cross borders with them.",
    )
    password: Secret = Field(
        "", description="Where the password of the PDF is; the mail then holds nothing but the PDF."
    )
    smime: str = Field("", description="File with the certificate (PEM) that the mail is encrypted for.")
    openpgp: str = Field("", description="File with the public key that the mail is encrypted for.")


class RecipientSettings(ReaderSettings):
    """A person who gets the brief."""

    name: str = Field("", description="Name in the To line.")
    address: Address = Field(description="Mail address.")
    tlp: Tlp = Field("TLP:AMBER", description="Highest marking that this person may get.")


class ListSettings(ReaderSettings):
    """A list of recipients."""

    tlp: Tlp = Field(description="Highest marking that may go to this list.")
    below: Literal["nothing", "cut"] = Field(
        "nothing",
        description="What those get who may not get the brief: nothing, or the edition cut to what they may get.",
    )
    recipients: tuple[RecipientSettings, ...] = Field((), description="Who is on it.")


class SmtpSettings(Settings):
    """The mail server."""

    host: str = Field("localhost", description="Host name.")
    port: int = Field(2525, ge=1, le=65535, description="Port.")
    tls: Literal["none", "starttls", "implicit"] = Field(
        "none", description="Encryption of the connection; `none` is refused except on this machine."
    )
    user: str = Field("", description="User name, if the server asks for one.")
    password_env: str = Field("", description="Environment variable that holds the password.")
    password: Secret = Field(
        "", description="Where the password is: `env:NAME`, `file:PATH` or `keyring:SERVICE/USER`."
    )

    @model_validator(mode="after")
    def _encrypted(self) -> SmtpSettings:
        if self.tls == "none" and self.host not in ("localhost", "127.0.0.1", "::1"):
            raise ValueError(f"tls: none would send to {self.host} in the clear: write starttls or implicit")
        return self


class MailboxSettings(Settings):
    """The mailbox in which bounces and wishes to unsubscribe arrive."""

    url: str = Field(
        "",
        description="`imaps://user@mail.example.org/INBOX`; empty = nobody looks.",
        pattern=r"^($|imaps?://)",
    )
    password: Secret = Field("", description="Where its password is.")
    allow_private: bool = Field(False, description="Allows it to be on this machine or a private network.")


class SigningSettings(Settings):
    """What mails are signed with."""

    smime_certificate: str = Field("", description="File with the sender's certificate (PEM).")
    smime_key: str = Field("", description="File with its key (PEM, without a passphrase).")
    openpgp_key: str = Field("", description="File with the sender's secret key (without a passphrase).")
    dkim_key: str = Field("", description="File with the RSA key (PEM), for those who send directly.")
    dkim_selector: str = Field("", description="Name of its public half in the DNS.")

    @model_validator(mode="after")
    def _in_pairs(self) -> SigningSettings:
        if bool(self.smime_certificate) != bool(self.smime_key):
            raise ValueError("smime_certificate and smime_key go together")
        if bool(self.dkim_selector) != bool(self.dkim_key):
            raise ValueError("dkim_selector and dkim_key go together")
        return self


class DeliverySettings(Settings):
    """How mail leaves."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    sender: Address = Field("briefings@example.org", alias="from", description="Address in the From line.")
    reply_to: AddressOrNone = Field("", description="A person's address for answers.")
    domains: tuple[str, ...] = Field(
        (),
        description="Your organisation's mail domains besides the sender's: TLP:AMBER+STRICT stays in them.",
    )
    operator: AddressOrNone = Field(
        "", description="Address that is told when `run` failed or something was missing; empty = nobody."
    )
    suppressed: tuple[Address, ...] = Field(
        (), description="Addresses that get nothing, whatever list they stand on: they have unsubscribed."
    )
    per_minute: int = Field(
        0, ge=0, le=10_000, description="Mails that may leave in a minute; 0 = as many as the server takes."
    )
    smtp: SmtpSettings = Field(SmtpSettings(), description="The mail server.")
    fallback: tuple[SmtpSettings, ...] = Field(
        (), description="Further servers, for when the one before is not reached or asks to wait."
    )
    unsubscribe_url: str = Field(
        "",
        description="https address of the unsubscribing page; empty = by mail only.",
        pattern=r"^($|https://)",
    )
    mailbox: MailboxSettings = Field(MailboxSettings(), description="Where bounces arrive.")
    sign: SigningSettings = Field(SigningSettings(), description="What mails are signed with.")


class RetentionSettings(Settings):
    """How long what was collected is kept; what an issue cites is kept as long as the issue."""

    documents: int = Field(
        0, ge=0, description="Days that documents and their articles are kept after they came; 0 = for good."
    )
    polls: int = Field(0, ge=0, description="Days that the history of polls is kept; 0 = for good.")


class HouseStyle(Settings):
    """The desk's own wording."""

    issuer: str = Field("", description="Issuer for all briefs that name none.")
    contact: str = Field("", description="Contact for all briefs that name none.")


class ConfigFile(Settings):
    """The top level of config.yaml."""

    store: str = Field("sqlite:///briefings.db", description="Where documents and issues are kept.")
    watchlists: tuple[str, ...] = Field(
        ("ca-af-cauc",), description="Watch lists: a shipped name or the path of a YAML file."
    )
    topics: tuple[dict[str, Any], ...] = Field(
        (), description="Own topics, or changes by id to topics of a watch list."
    )
    sources: tuple[SourceSettings, ...] = Field((), description="Outlets that are collected or described.")
    briefs: dict[Identifier, BriefSettings] = Field(description="The briefs, by name.")
    lists: dict[Identifier, ListSettings] = Field({}, description="Lists of recipients, by name.")
    delivery: DeliverySettings = Field(DeliverySettings(), description="How mail leaves.")
    retention: RetentionSettings = Field(
        RetentionSettings(), description="How long what was collected is kept."
    )
    house_style: HouseStyle = Field(HouseStyle(), description="The desk's own wording.")

    @field_validator("briefs")
    @classmethod
    def _at_least_one(cls, briefs: dict[str, BriefSettings]) -> dict[str, BriefSettings]:
        if not briefs:
            raise ValueError("name at least one brief")
        return briefs

    @field_validator("store")
    @classmethod
    def _known_store(cls, url: str) -> str:
        if not url.startswith(("sqlite:///", "postgresql://")):
            raise ValueError(f"'{url}' is neither sqlite:///FILE nor postgresql://…")
        return url

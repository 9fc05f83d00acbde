"""The cargo that travels from room to room: frozen, without behaviour, without I/O.

Source -> Fetched -> Article -> Tag -> Story -> Brief -> Artifact -> Receipt

A change is a copy (``dataclasses.replace``). ``Brief`` is the one border between analysis and looks: it
serialises to ``brief.json`` (see ``brief_types``), and a renderer needs nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

Precision = Literal["second", "minute", "day", "week", "month", "year", "range", "ambiguous", "unknown"]
Basis = Literal["stated", "dateline", "inferred", "url", "feed", "markup", "given", "retrieved", "none"]
Level = Literal["primary", "secondary", "mention", "negated"]
TopicKind = Literal["body", "border", "theme", "country"]
EventStatus = Literal["announced", "confirmed", "expected", "tentative", "postponed", "cancelled", "past"]

RECORD = "application/x-briefings-record+json"
"""Media type of one record split from a table, a JSONL file or a feed: a JSON object with any of the keys
``title text html url date updated author language publisher section id format`` (all strings)."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that failed while the rest went on; printed in the brief's coverage box."""

    stage: str
    """The room: ``sources``, ``reading``, ``watch``, ``stories``, ``render``, ``deliver``."""
    subject: str
    """What failed: a path, an address, a source id."""
    reason: str
    """One sentence: why, and what to do."""


@dataclass(frozen=True, slots=True)
class Source:
    """An outlet that is polled or whose documents are recognised by their host or name."""

    id: str
    name: str
    type: Literal["feed", "page", "folder", "imap", "api", "reliefweb", "gdelt", "none"] = "none"
    url: str = ""
    language: str = ""
    country: str = ""
    """ISO 3166 alpha-2 of its base."""
    timezone: str = ""
    """IANA name; dates without a zone on its pages are read in it."""
    family: str = ""
    """Owner: outlets of one family count as one origin."""
    kind: str = ""
    """What it is: ``state agency``, ``independent``, ``official``, ``aggregator`` ..."""
    grade: str = "F"
    """Reliability letter A-F (Admiralty code); F = not yet graded. Set by a person only."""
    role: Literal["outlet", "wire", "republisher"] = "outlet"
    hosts: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    """Other names under which texts credit it (``Хаама Пресс``, ``TACC``)."""
    day_first: bool = True
    """Whether 03/04/2025 is 3 April on its pages."""
    tlp: str = ""
    """Marking of what it publishes; empty = the brief's."""
    allow_private: bool = False
    follow: bool = False
    """Whether the page of an item is fetched too when the feed gives only its beginning."""
    query: str = ""
    """What ``reliefweb`` and ``gdelt`` are asked for, in their own language of search words."""
    records: str = ""
    """Where the list of records stands in the answer of an ``api``."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """What the keys of an ``api`` mean: ``{date: published.at}``."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """Raw bytes of one document as they came, with where they came from. Everything later is replayed from it."""

    raw: bytes
    sha256: str
    """Hex digest of ``raw``: the document's identity in the store."""
    media_type: str
    """``text/html``, ``text/plain``, ``text/markdown``, ``message/rfc822``, ``application/pdf`` or ``RECORD``."""
    retrieved: datetime
    """UTC."""
    path: str = ""
    """Path as given by the user, or member name inside an archive."""
    url: str | None = None
    """Address it was fetched from; never guessed."""
    source: str = ""
    """Id of the configured source that delivered it, if one did."""
    container: str = ""
    """SHA-256 of the file that it was split from (table, feed, mailbox, archive)."""
    headers: Mapping[str, str] = field(default_factory=dict)
    """Response headers, names in lower case."""
    whole: bool = False
    """A file that documents were split from (table, feed, archive): kept once as evidence, never read itself."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What the last poll of a source leaves for the next one."""

    source: str
    address: str = ""
    """Where it moved to for good; ``""`` while the configured address holds."""
    etag: str = ""
    last_modified: str = ""
    digest: str = ""
    """SHA-256 of the last body that was read."""
    not_before: datetime | None = None
    """Poll no earlier (Retry-After, back-off); UTC."""
    failures: int = 0
    """Polls in a row that brought nothing usable."""
    last_success: datetime | None = None
    last_new: datetime | None = None
    """When it last brought an item that was not known."""
    gone: bool = False
    """The server said 410: never asked again."""
    latest: str = ""
    """Youngest date that an item of it bore, ISO."""
    extra: Mapping[str, str] = field(default_factory=dict)
    """What one kind of source needs to remember: an IMAP UID, a certificate's digest."""


@dataclass(frozen=True, slots=True)
class Poll:
    """What one poll of one source brought; stored as a whole or not at all."""

    source: str
    at: datetime
    """UTC."""
    state: Literal["ok", "unchanged", "failing", "broken", "gone", "waiting", "refused"]
    """``ok``: items came; ``unchanged``: nothing new to read; ``failing``: no answer or an error status;
    ``broken``: an answer that is no feed or holds nothing; ``gone``: ended for good; ``waiting``: not asked, the
    server or the back-off said later; ``refused``: an address or a rule (robots.txt) forbids it."""
    memory: Memory
    documents: tuple[Fetched, ...] = ()
    reason: str = ""
    """One sentence; ``""`` when all is well."""
    status: int = 0
    """HTTP status; 0 when there was none."""
    items: int = 0
    """Items in the answer, known ones included."""
    new: int = 0
    """Documents that the store did not have; filled in by the store."""
    transferred: int = 0
    """Bytes of the answer's body."""
    address: str = ""
    """Where the answer came from after redirects."""
    notes: tuple[str, ...] = ()
    """What a person may want to know though it did not fail: ``moved to ...``."""


@dataclass(frozen=True, slots=True)
class When:
    """A point or stretch of time as far as it is known."""

    value: str
    """ISO 8601 as far as known: ``2024``, ``2024-11``, ``2024-11-27`` or ``2024-11-27T09:30:00+05:00``."""
    precision: Precision
    basis: Basis
    start: date
    """First possible day, local to the outlet or the place."""
    end: date
    """Last possible day, inclusive."""
    instant: datetime | None = None
    """Aware, UTC; only when a time with its zone is known."""
    note: str = ""
    """Evidence in words: ``weekday and date in the text``."""
    alternatives: tuple[date, ...] = ()
    """The candidates when ``precision`` is ``ambiguous``."""
    delivered: date | None = None
    """The day with which a feed passed off an older text as new; such a text is no news of that day."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that an article puts in somebody's mouth."""

    text: str
    """Without the quotation marks."""
    start: int
    """Offset of ``text`` in ``Article.text``."""
    speaker: str = ""
    role: str = ""
    channel: str = ""
    """To whom or where it was said: ``TASS``, ``press conference``."""
    said: When | None = None
    direct: bool = True
    """False for indirect speech, which is never printed in quotation marks."""
    wording: Literal["original", "translated", "retranslated", "unknown"] = "unknown"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens or is announced to happen at a time; the same event in two articles is merged later."""

    name: str
    when: When
    place: str = ""
    country: str = ""
    status: EventStatus = "announced"
    timezone: str = ""
    """IANA name of the place's zone, if known."""
    topics: tuple[str, ...] = ()
    sentence: str = ""
    """The sentence that says so, word for word."""
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """One document, read: what its page really says, every inferred field with its basis."""

    id: str
    """First 16 hex digits of the SHA-256 of the canonical address or, without one, of title and text or, without
    either, of the bytes."""
    title: str
    text: str
    """Main text; paragraphs parted by one empty line."""
    language: str
    """ISO 639-1 of the main text; ``""`` when unknown."""
    published: When | None
    retrieved: datetime
    sha256: str
    """Of the raw bytes it was read from."""
    url: str | None = None
    url_variants: tuple[str, ...] = ()
    source: str = ""
    """Id of the delivering source."""
    publisher: str = ""
    """Outlet whose text it is, by its printed name; ``""`` when unknown."""
    republisher: str = ""
    wire: str = ""
    """Agency that the text retells or copies, by its printed name."""
    author: str | None = None
    section: str = ""
    format: str = ""
    passages: tuple[tuple[int, int, str], ...] = ()
    """(start, end, language) of stretches in another language than ``language``."""
    quotes: tuple[Quote, ...] = ()
    events: tuple[Event, ...] = ()
    notices: tuple[str, ...] = ()
    """``correction: ...`` or ``retraction: ...``, as the outlet worded it."""
    flags: tuple[str, ...] = ()
    """``truncated``, ``headline-only``, ``archive``, ``boilerplate-cut``, ``hostile`` ..."""
    quarantine: str = ""
    """Why it is kept out of briefs; ``""`` when it is not."""
    comment: tuple[tuple[int, int], ...] = ()
    """(start, end) of the outlet's own unattributed comment in ``text``."""
    basis: Mapping[str, str] = field(default_factory=dict)
    """For each inferred field, in a few words, what it rests on."""


@dataclass(frozen=True, slots=True)
class Span:
    """Evidence of a tag: where the words stand and which alias or rule they met."""

    zone: Literal["title", "text"]
    start: int
    end: int
    """Offsets into ``Article.title`` or ``Article.text``."""
    matched: str
    """The words as they stand there."""
    alias: str
    rule: str = "alias"
    """``alias``, ``stem``, ``pattern``, ``crossing``, ``area``, ``head``, ``capital``, ``implied`` ..."""
    place: str = ""
    """The crossing or area that the words name, by one name in all languages; ``""`` for other rules."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A watched topic found in an article."""

    topic: str
    kind: TopicKind
    level: Level
    weight: float
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """What the rooms behind ``watch`` need to know of a watched topic."""

    id: str
    kind: TopicKind
    name: str
    full_name: str = ""
    countries: tuple[str, ...] = ()
    """ISO 3166 alpha-2."""
    regional: bool = True
    """Whether the topic alone makes an article relevant for the watched region."""
    priority: float = 1.0
    """Weight in the ranking; 1 is ordinary."""
    status: str = ""
    """Of a border: ``recognised``, ``disputed ...``, ``not fully delimited ...``."""
    statuses: Mapping[str, str] = field(default_factory=dict)
    """The same in other languages."""
    timezone: str = ""
    parent: str = ""
    note: str = ""
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """A few display names by language, for lines composed in that language."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """The name to print in a brief of a language, where its first alias there is none."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """An article with its tags: what stories are made of."""

    article: Article
    tags: tuple[Tag, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """One article's place in a story."""

    article: str
    origin: str
    """Key of the independent origin: ``wire:tass``, ``outlet:khaama-press`` ..."""
    copy_of: str = ""
    """Id of the article whose text this one repeats; ``""`` when it is the first."""
    why: str = ""
    """The decision in a few words, for ``stories explain``."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A count that sources give at a time: ``3 killed``."""

    what: str
    value: int
    day: date
    articles: tuple[str, ...]
    corrected: bool = False
    side: str = ""
    """Country topic of those who are counted, where a story has counts of two sides; ``""`` where none is named."""


@dataclass(frozen=True, slots=True)
class Story:
    """One event or development, whatever number of articles tell it."""

    id: str
    """Stable over runs and weeks: ``2024-w48/csto-tj-af-1a2b3c``."""
    members: tuple[Member, ...]
    topics: tuple[tuple[str, Level], ...]
    theme: str
    first_seen: date
    last_seen: date
    outlets: int
    origins: int
    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()
    related: tuple[tuple[str, str], ...] = ()
    """(story id, why): linked but not merged, ``same border``."""
    why: tuple[str, ...] = ()
    """The evidence that holds it together, line by line."""


@dataclass(frozen=True, slots=True)
class Period:
    """What an issue covers: from one close to the next, in a named zone."""

    kind: Literal["weekly", "daily", "monthly", "range"]
    label: str
    """``2024-W48``, ``2024-11-28``, ``2024-11`` or ``2024-11-20--2024-11-29``."""
    start: datetime
    end: datetime
    """Aware, in the brief's zone; exclusive."""
    timezone: str


@dataclass(frozen=True, slots=True)
class SourceState:
    """How a source did in a period."""

    id: str
    name: str
    state: Literal["ok", "failing", "silent", "dead", "not polled", "imported"]
    since: date | None = None
    items: int = 0
    language: str = ""
    country: str = ""
    kind: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Artifact:
    """One file of an issue."""

    name: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of one message to one recipient."""

    recipient: str
    state: Literal["sent", "refused", "queued", "uncertain", "skipped", "written"]
    """``queued``: certainly not taken, and tried again by the next ``send``."""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Queued:
    """One copy of an issue for one person, in the outbox."""

    id: str
    """Its Message-ID, the same whenever this issue and version is sent to this person."""
    mailing: str
    """Issue and version: ``central-asia/2024-W48/v1``."""
    recipient: str
    state: Literal["queued", "sending", "sent", "refused", "uncertain"] = "queued"
    """``sending``: it was being handed over; whoever finds it so later cannot know whether it arrived."""
    answer: str = ""
    """What the server said last."""
    attempts: int = 0

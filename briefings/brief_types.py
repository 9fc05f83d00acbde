"""The brief itself: what ``brief.json`` holds and every renderer reads.

Field names are those of the file (see ``docs/reference/brief-json.md``). Text stands without its ``[n]``: the
numbers are in ``refs`` and point into ``Brief.references``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

SCHEMA = "briefings/brief-1"
OTHER_THEME = "theme.other"
"""Where stories stand that carry no watched theme."""
NOT_HERE = "not here"
"""State of a row that is empty in an edition which was cut: it does not say whether anything was collected."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Which brief this is."""

    name: str
    title: str
    tlp: str
    language: str = "en"
    sample: bool = False
    """Sample data: every page says so."""
    issuer: str = ""
    contact: str = ""
    left_out: tuple[str, ...] = ()
    """Sections that this edition does not have: ``changes``, ``ahead``, ``stories`` and so on; see ``sections`` of a
    recipient."""


@dataclass(frozen=True, slots=True)
class PeriodLine:
    """The period as printed; dates ISO, ``to`` is the last day covered."""

    week: str
    start: str
    """``from`` in the file."""
    end: str
    """``to`` in the file."""
    timezone: str
    offset: str
    """``UTC+05:00``."""
    cutoff: str
    """ISO 8601 with offset: nothing published or retrieved later was used."""
    kind: str = "weekly"


@dataclass(frozen=True, slots=True)
class Issue:
    """Place in the series."""

    number: int
    previous: str | None = None
    next_on: str | None = None
    """ISO date of the next issue."""


@dataclass(frozen=True, slots=True)
class Original:
    """A sentence in its own language beneath a line that only says that there is one."""

    text: str
    refs: tuple[int, ...]
    lang: str


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with what it rests on."""

    text: str
    refs: tuple[int, ...] = ()
    lang: str = "en"
    basis: str = "source"
    """``source`` (word for word in a referenced article), ``title``, ``composed`` (from fields and counts) or
    ``person`` (entered by hand)."""
    story: str = ""
    label: str = ""
    """``reported``, ``comment`` (the outlet's own), ``original`` (source sentence under a composed line)."""
    note: str = ""
    """Composed: the days that the sentence names without a date, ``“Thursday”: Thu 28 Nov 2024``; of a title among
    the key points, whose it is."""
    original: Original | None = None
    """Of a composed line of the bottom line or the key points that rests on sources in other languages."""


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """A quotation as printed."""

    text: str
    refs: tuple[int, ...]
    lang: str
    speaker: str
    role: str = ""
    date: str = ""
    channel: str = ""
    wording: str = "unknown"


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A dated series of one count."""

    what: str
    series: tuple[tuple[str, int, tuple[int, ...], bool], ...]
    """(ISO day, value, refs, corrected)."""


@dataclass(frozen=True, slots=True)
class TopicLevel:
    """A topic of a story."""

    id: str
    level: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class StoryBlock:
    """A story as printed."""

    id: str
    number: int
    """Its number in this issue, from 1, in rank order."""
    headline: str
    headline_basis: str
    """``composed``, ``title`` (an outlet's title, attributed by ``headline_refs``) or ``person``."""
    theme: str
    topics: tuple[TopicLevel, ...]
    articles: tuple[str, ...]
    outlets: int
    origins: int
    origin_names: tuple[str, ...]
    first_seen: str
    last_seen: str
    since_week: str
    status: str
    """``new``, ``continuing``, ``corrected``."""
    reported: tuple[Line, ...]
    headline_refs: tuple[int, ...] = ()
    comments: tuple[Line, ...] = ()
    quotes: tuple[QuoteLine, ...] = ()
    figures: tuple[FigureLine, ...] = ()
    assessed: str = ""
    so_what: str = ""
    grades: str = ""
    """``F6`` or a range."""
    score: Mapping[str, float] = field(default_factory=dict)
    """Parts of the rank and their ``total``."""
    dateline: str = ""
    """Dates of events, places, bodies, borders: ``Thu 28 Nov 2024 · Astana · CSTO · TJ–AF``."""
    week_number: int = 1
    """1 in the week it is first seen, 2 in the next."""
    added: int = 0
    """Reports that this period adds to a continuing story."""
    caveats: tuple[str, ...] = ()
    full: bool = True
    """False: printed as one line (the page limit)."""
    tlp: str = ""
    """Its own marking, never above the brief's: decides which editions it stands in."""
    tlp_basis: str = "source"
    """``source`` (the highest of its articles) or ``person``."""


@dataclass(frozen=True, slots=True)
class ThemeBlock:
    """A theme and its stories, in rank order."""

    id: str
    name: str
    stories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A row of the border or body table. Counts are de-duplicated reports (stories), never incidents."""

    id: str
    name: str
    state: str
    """``reports``, ``quiet`` (polled, nothing collected), ``not monitored``; in a cut edition ``not here``."""
    reports: int
    previous: int | None
    median: float | None
    origins: int
    reason: str
    reason_refs: tuple[int, ...] = ()
    arrow: str = ""
    """``worse``, ``same``, ``better`` or blank: set by a person."""
    suggestion: str = ""
    history: tuple[int | None, ...] = ()
    """Oldest first, this period last; ``None`` = not collected."""
    unusual: str = ""
    countries: tuple[str, ...] = ()
    status: str = ""
    """Recognised, disputed, not fully delimited: with the reason in words."""
    dashed: bool = False
    """Whether the border's line is disputed or not fully delimited: the map draws it dashed."""
    crossings: tuple[str, ...] = ()
    """Crossings named in this period's stories."""


@dataclass(frozen=True, slots=True)
class StripRow:
    """A theme over the weeks."""

    id: str
    name: str
    counts: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """An entry of *What changed*."""

    story: str
    number: str
    """``3`` in this issue, ``W46-3`` in an earlier one."""
    text: str
    refs: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed since the last issue: five lists in fixed order."""

    new: tuple[Change, ...] = ()
    escalated: tuple[Change, ...] = ()
    continuing: tuple[Change, ...] = ()
    quiet: tuple[Change, ...] = ()
    corrected: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class EventLine:
    """A dated event, past (timeline) or to come (week ahead)."""

    id: str
    name: str
    start: str
    end: str
    precision: str
    place: str
    status: str
    topics: tuple[str, ...] = ()
    refs: tuple[int, ...] = ()
    timezone: str = ""
    time: str = ""
    """Local time with offset, or ``""`` when not stated."""
    ahead: bool = False
    """In the week ahead of the issue; otherwise in its timeline."""
    date_text: str = ""
    """As printed: ``Thu 28 Nov``, ``2 or 9 Jan``."""
    caveat: str = ""
    sequence: int = 0
    basis: str = "source"
    """``source``, or ``person`` when any of it was entered by hand."""


@dataclass(frozen=True, slots=True)
class CoverageSource:
    """A source in the coverage box."""

    name: str
    state: str
    since: str | None
    items: int
    reason: str = ""
    tlp: str = ""
    """Marking of what it publishes."""


@dataclass(frozen=True, slots=True)
class Totals:
    """What was collected, counted over the items that a reader with a lower ceiling may know of."""

    articles: int = 0
    relevant: int = 0
    outlets: int = 0
    origins: int = 0
    state_media: int = 0
    languages: Mapping[str, int] = field(default_factory=dict)
    quarantined: int = 0
    quarantine_reasons: Mapping[str, int] = field(default_factory=dict)
    undated: int = 0
    history: Mapping[str, tuple[int | None, ...]] = field(default_factory=dict)
    """Reports per period by topic, as in ``TopicRow.history``; a topic without any is left out."""
    witnesses: Mapping[str, int] = field(default_factory=dict)
    """Independent origins of this period's reports by topic."""
    method: str = ""
    """The paragraph of the method note that gives these numbers; blank when there are none."""
    notes: tuple[str, ...] = ()
    """What limits these numbers and names no item: periods without any collection."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the collection is and is not."""

    sources: tuple[CoverageSource, ...] = ()
    languages: Mapping[str, int] = field(default_factory=dict)
    languages_missing: tuple[str, ...] = ()
    articles: int = 0
    relevant: int = 0
    outlets: int = 0
    origins: int = 0
    state_media: int = 0
    """Relevant articles from state media."""
    quarantined: int = 0
    quarantine_reasons: Mapping[str, int] = field(default_factory=dict)
    undated: int = 0
    moved: tuple[str, ...] = ()
    """Items moved over the period's boundary, in words."""
    single_origin: tuple[int, ...] = ()
    """Numbers of stories that rest on one origin."""
    problems: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    below: Mapping[str, Totals] = field(default_factory=dict)
    """The numbers of an edition cut to a marking, for each marking above which there is anything."""


@dataclass(frozen=True, slots=True)
class Correction:
    """An entry of the corrections register."""

    issue: str
    text: str
    refs: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """An entry of the annex; ``n`` counts in order of first reference."""

    n: int
    article: str
    outlet: str
    title: str
    language: str
    published: str
    """ISO, as far as known."""
    date_text: str
    """As printed: ``27 Nov 2024 (date inferred)``."""
    url: str | None
    sha256: str
    grade: str
    chain: str = ""
    """``Khaama Press, via ru24.net, after TASS``."""
    limits: str = ""
    """What limits the source: ``state agency``, ``headline only``."""
    retrieved: str = ""
    tlp: str = ""
    """Marking of the article."""


@dataclass(frozen=True, slots=True)
class Brief:
    """A finished issue; ``brief.json`` is this, key for key."""

    schema: str
    brief: Identity
    period: PeriodLine
    version: int
    issue: Issue
    bottom_line: str
    bottom_line_parts: tuple[Line, ...]
    """The bottom line sentence by sentence, with what each rests on."""
    key_points: tuple[Line, ...]
    themes: tuple[ThemeBlock, ...]
    stories: tuple[StoryBlock, ...]
    borders: tuple[TopicRow, ...]
    bodies: tuple[TopicRow, ...]
    weeks: tuple[str, ...]
    """Labels of the columns of ``history`` and ``strip``, oldest first."""
    strip: tuple[StripRow, ...]
    changes: Changes
    events: tuple[EventLine, ...]
    also_noted: tuple[Line, ...]
    coverage: Coverage
    corrections: tuple[Correction, ...]
    references: tuple[Reference, ...]
    method: tuple[str, ...] = ()
    """Paragraphs of the method note."""
    manifest: Mapping[str, object] = field(default_factory=dict)
    """Inputs with their hashes, configuration hash, versions: see ``verify``."""

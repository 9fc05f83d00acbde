"""What a brief is composed from: everything stands here, nothing is looked up elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from briefings.brief.material.period import PeriodOptions
    from briefings.brief_types import Brief, Correction
    from briefings.types import Article, Period, Problem, Source, SourceState, Story, Tagged, Topic


@dataclass(frozen=True, slots=True)
class BriefOptions:
    """One brief of the configuration: its name, marking, language and length."""

    name: str
    """Key under ``briefs`` in config.yaml; part of the file name."""
    title: str
    """Printed in the masthead."""
    tlp: str = "TLP:GREEN"
    """One of the five TLP 2.0 labels."""
    unmarked: str = ""
    """Marking of items whose source has none; blank = that of the brief."""
    language: str = "en"
    """Language of everything that is composed: ``en``, ``ru`` or ``fa``."""
    issuer: str = ""
    """Who issues it, for the imprint and the map's disclaimer."""
    contact: str = ""
    """Where corrections are sent."""
    sample: bool = False
    """Sample data: every page says so."""
    first_issue: str = ""
    """Label of issue number 1, such as ``2024-W01``; blank = the week's, day's or month's own number."""
    max_pages: int = 8
    """Length of the PDF; decides how many stories are printed in full."""
    full_stories: int | None = None
    """Stories printed in full; by default as many as ``max_pages`` holds."""
    line_stories: int = 10
    """Further stories, each printed as one line."""
    also_noted: int = 10
    """Items below the threshold that still get a line (docs/method.md, limits)."""
    excerpt_words: int = 90
    """Most words reported word for word from one outlet in one story."""
    quote_words: int = 40
    """Longest quotation in words (docs/method.md, limits)."""
    horizon_days: int = 400
    """How far ahead an announced event is still listed."""
    severity: Mapping[str, float] = field(default_factory=dict)
    """Changes to the weight of severity classes: see ``brief/weighing/concepts.py``."""
    likelihood: str = "icd203"
    """Vocabulary of likelihood in text that a person entered: ``icd203``, ``icd203-alternative``, ``phia``
    or ``nato``."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One value that a person set, with who and when."""

    text: str
    author: str = ""
    at: str = ""
    """ISO 8601."""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class EventEdit:
    """What a person set for an event of the calendar; blank = as the sources have it."""

    name: str = ""
    date: str = ""
    """ISO day."""
    place: str = ""
    status: str = ""
    """``announced``, ``confirmed``, ``expected``, ``tentative``, ``postponed`` or ``cancelled``."""
    same_as: str = ""
    """Id of the event that this one is: its sources go there."""
    drop: bool = False


@dataclass(frozen=True, slots=True)
class Edits:
    """Everything that a person may set for an issue; what refers to a vanished story becomes a note."""

    bottom_line: Edit | None = None
    key_points: tuple[Edit, ...] = ()
    """When given, they replace all key points."""
    headlines: Mapping[str, Edit] = field(default_factory=dict)
    """By story id."""
    assessed: Mapping[str, Edit] = field(default_factory=dict)
    """By story id: likelihood words are allowed here, checked by ``lint``."""
    so_what: Mapping[str, Edit] = field(default_factory=dict)
    """By story id."""
    marks: Mapping[str, Edit] = field(default_factory=dict)
    """By story id: one of the TLP 2.0 labels, for editions below the brief's marking."""
    arrows: Mapping[str, Edit] = field(default_factory=dict)
    """By topic id: ``worse``, ``same`` or ``better``; without a ``reason`` it is not printed."""
    events: Mapping[str, EventEdit] = field(default_factory=dict)
    """By id of the event."""
    reviewed_by: Edit | None = None
    """Who looked over tags and grouping; printed with the day in the method note, ``nobody`` when not given."""
    pins: tuple[str, ...] = ()
    """Story ids, first first; they stand before all others."""
    drops: tuple[str, ...] = ()
    """Story ids left out of this issue; their number is printed in the coverage."""
    corrections: tuple[Correction, ...] = ()
    """Entries of the corrections register for this issue."""
    vanished: tuple[str, ...] = ()
    """Stories that a merge, split, move, pin, drop or headline names and that are no longer there."""


@dataclass(frozen=True, slots=True)
class ComposeInput:
    """Everything that ``compose`` needs; the same input gives the same brief."""

    options: BriefOptions
    period: Period
    schedule: PeriodOptions
    """How periods follow each other: the look-back and the next issue."""
    cutoff: datetime
    """Aware: nothing published later was used; see ``period.cutoff``."""
    items: tuple[Tagged, ...] = ()
    """Tagged articles of the period and of the look-back before it (``period.window``), without those that
    are quarantined; of undated ones those that came in with the period's."""
    stories: tuple[Story, ...] = ()
    """``stories.group`` over the same items."""
    topics: tuple[Topic, ...] = ()
    """The watched topics, in the order in which their rows are printed."""
    sources: tuple[SourceState, ...] = ()
    """Every configured source and how it did in the period."""
    outlets: tuple[Source, ...] = ()
    """Directory of outlets: grades, kinds and families."""
    quarantined: tuple[Article, ...] = ()
    """Articles kept out, retrieved for this period."""
    problems: tuple[Problem, ...] = ()
    languages: tuple[str, ...] = ()
    """Languages that the watch list covers; those without an article are printed as missing."""
    previous: tuple[Brief, ...] = ()
    """Earlier issues of this brief and earlier versions of this issue, in any order."""
    edits: Edits = Edits()
    version: int = 1
    """Version of this issue; 1 for the first."""
    generator: str = ""
    """Name and version of the program."""
    manifest: Mapping[str, object] = field(default_factory=dict)
    """What the caller adds to the manifest: configuration hash, watch-list digest, versions."""
    translation: str = ""
    """Tool of machine translation; ``none`` when blank."""

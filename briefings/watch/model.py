"""What a watch list holds once it has been read: entries with everything by which they are found."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property
from operator import attrgetter

from briefings.types import Topic

RULES = 4
"""Raised whenever a rule of matching changes, so that strings and tags from before are worked out anew."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What an ambiguous alias asks for before it counts; all of it must hold."""

    case_sensitive: bool = False
    needs_any: tuple[str, ...] = ()
    never_with: tuple[str, ...] = ()
    why: str = ""

    @property
    def testable(self) -> bool:
        """Whether there is anything to ask; without it the alias is only ever a candidate for review."""
        return self.case_sensitive or bool(self.needs_any) or bool(self.never_with)


@dataclass(frozen=True, slots=True)
class Alias:
    """One written form by which an entry is known, before inflection."""

    text: str
    lang: str
    """ISO 639-1; ``""`` for signs of no language (flags)."""
    rule: str = "alias"
    """``alias``, ``head``, ``capital``, ``adjective``, ``area``, ``crossing``, ``stem``, ``composed``, ``seat``."""
    conditions: tuple[Condition, ...] = ()
    """Ambiguous in these ways; any one that holds is enough."""
    since: str = ""
    until: str = ""
    """ISO days between which an office-holder stands for the office; ``""`` = open."""
    place: str = ""
    """Name of the crossing or area it names."""
    countries: tuple[str, ...] = ()
    """ISO 3166 alpha-2 of the area's side or sides."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One watched topic with its aliases, patterns and exclusions."""

    topic: Topic
    aliases: tuple[Alias, ...] = ()
    exclude: tuple[str, ...] = ()
    patterns: tuple[tuple[str, str], ...] = ()
    """(language, regular expression) pairs, applied inside one sentence after normalisation."""
    match: tuple[str, ...] = ()
    """Example texts that must be found; ``topics test`` runs them."""
    avoid: tuple[str, ...] = ()
    composed: bool = True
    """Whether a border's names are composed from its two countries; not for a part of a border."""
    stands_for: bool = False
    """Whether naming it names its one country: a service, a ministry, a mission; not an armed group."""
    medium: tuple[Alias, ...] = ()
    """Candidates in medium confidence: never matched unless switched on."""


@dataclass(frozen=True, slots=True)
class CountryWords:
    """The words of one country that border names are composed from, by language."""

    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    adjectives: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    compounds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """First part of a double adjective where it differs from the adjective: ``афгано``."""


@dataclass(frozen=True)
class WatchList:
    """Entries of one or several lists, ready to be compiled."""

    id: str
    title: str
    entries: tuple[Entry, ...]
    region: tuple[str, ...] = ()
    """ISO 3166 alpha-2 of the countries at its heart."""
    words: Mapping[str, CountryWords] = field(default_factory=dict)
    """Country words by ISO 3166 alpha-2."""
    unmatched_names: tuple[str, ...] = ()
    """Names of outlets and the like in which no topic is looked for."""
    languages: tuple[str, ...] = ()
    """ISO 639-1 codes the list covers."""
    medium: bool = False
    """Whether aliases of medium confidence count."""

    @cached_property
    def topics(self) -> tuple[Topic, ...]:
        """What other rooms need to know, in the order of the list."""
        return tuple(entry.topic for entry in self.entries)

    @cached_property
    def by_id(self) -> Mapping[str, Entry]:
        """Entries by topic id."""
        return {entry.topic.id: entry for entry in self.entries}

    @cached_property
    def digest(self) -> str:
        """SHA-256 of everything in it; the order of entries does not matter."""
        return _sha(
            [self.tagging, *sorted(map(repr, map(_unmatched, self.entries))), repr(sorted(self.region))]
        )

    @cached_property
    def tagging(self) -> str:
        """SHA-256 of everything that can change a tag: not names to print, priorities, notes and examples."""
        entries = sorted(map(repr, map(_matched, self.entries)))
        rest = RULES, sorted(self.words.items()), sorted(self.unmatched_names), self.medium
        return _sha([*entries, repr(rest)])


_written = attrgetter(*(each.name for each in fields(Alias)))
"""An alias as a plain tuple: of thousands of them that is told several times as fast as what they call themselves."""


def _matched(entry: Entry) -> tuple[object, ...]:
    """What of an entry decides which articles get it, and at which level."""
    topic = entry.topic
    place = topic.id, topic.kind, topic.countries, topic.parent, entry.composed, entry.stands_for
    aliases = [*map(_written, entry.aliases)], [*map(_written, entry.medium)]
    return (*place, *aliases, entry.exclude, entry.patterns)


def _unmatched(entry: Entry) -> tuple[object, ...]:
    """The rest of an entry."""
    return entry.topic, entry.match, entry.avoid


def _sha(parts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()

"""The compiled watch list: every string to look for and what it would mean."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import ahocorasick_rs

from briefings.watch import borders, patterns
from briefings.watch.model import RULES, Alias, Entry, WatchList
from briefings.watch.surface import key, scan_form, surfaces

_UNSPACED = re.compile("[\u3400-\u9fff]")
NO_ENTRY = -1

Row = tuple[str, int | list[str], str, bool]
Cache = MutableMapping[str, Any]
"""Strings of an entry by its fingerprint; all of it can be written as JSON and read back."""
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)


class Meaning(NamedTuple):
    """What one string means for one entry; a tuple, because tens of thousands are made at every start."""

    entry: int
    """Number of the entry, or ``NO_ENTRY`` for names in which nothing is matched."""
    alias: Alias
    end: str
    upper: bool
    excludes: bool = False
    common: bool = False
    """Whether the entry's aliases are common words, which do not travel between languages."""


@dataclass(frozen=True)
class Table:
    """What a matcher runs on."""

    automaton: Any
    strings: tuple[str, ...]
    """What is looked for, in order; the automaton gives their numbers."""
    meanings: tuple[tuple[Meaning, ...], ...]
    regexes: tuple[tuple[int, str, str], ...]
    """(entry, language, pattern)."""
    gates: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    """Number of a looked-for string -> patterns (numbers in ``regexes``) that are tried where it stands."""
    size: int = 0
    """Number of strings looked for."""
    by_country: Mapping[str, int] = field(default_factory=dict)
    """Number of a country's entry by ISO alpha-2."""
    numbers: Mapping[str, int] = field(default_factory=dict)
    """Number of an entry by topic id."""
    pairs: Mapping[frozenset[str], int] = field(default_factory=dict)
    """Number of a border's entry by its two countries."""


def build(watchlist: WatchList, cache: Cache) -> Table:
    """Work out every string of a watch list, or take it from the cache, which receives what is new."""
    found: dict[str, list[Meaning]] = {}
    for number, entry in enumerate(watchlist.entries):
        for text, meaning in _of_entry(number, entry, watchlist, cache):
            found.setdefault(text, []).append(meaning)
    for name in watchlist.unmatched_names:
        meaning = Meaning(NO_ENTRY, Alias(name, ""), "", upper=False, excludes=True)
        found.setdefault(_spaced(key(name)), []).append(meaning)
    found.pop("", None)
    found.pop(" ", None)
    regexes = tuple((n, lang, p) for n, e in enumerate(watchlist.entries) for lang, p in e.patterns)
    triggers = _triggers(regexes)
    for word in triggers:
        found.setdefault(word, [])
    found = dict(sorted(found.items()))
    strings = tuple(found)
    return Table(
        automaton=ahocorasick_rs.AhoCorasick(strings),
        strings=strings,
        meanings=tuple(map(tuple, found.values())),
        regexes=regexes,
        gates={number: triggers[text] for number, text in enumerate(found) if text in triggers},
        size=len(found),
        by_country={
            entry.topic.countries[0]: number
            for number, entry in enumerate(watchlist.entries)
            if entry.topic.kind == "country" and entry.topic.countries
        },
        pairs={
            frozenset(entry.topic.countries): number
            for number, entry in enumerate(watchlist.entries)
            if entry.topic.kind == "border" and entry.composed and len(set(entry.topic.countries)) == 2
        },
        numbers={entry.topic.id: number for number, entry in enumerate(watchlist.entries)},
    )


def _triggers(regexes: Sequence[tuple[int, str, str]]) -> dict[str, tuple[int, ...]]:
    """Return the words of which one must stand where a pattern matches; a pattern without any asks at every blank."""
    found: dict[str, list[int]] = {}
    for number, (_, _, pattern) in enumerate(regexes):
        for word in patterns.literals(pattern) or (" ",):
            found.setdefault(scan_form(word), []).append(number)
    return {word: tuple(numbers) for word, numbers in found.items()}


def _of_entry(number: int, entry: Entry, watchlist: WatchList, cache: Cache) -> Iterator[tuple[str, Meaning]]:
    """Yield the strings of an entry; worked out when the cache does not have that very entry."""
    name = _fingerprint(entry, watchlist)
    cache[name] = cache.pop(name, None) or [
        list(row) for row in _rows(entry, watchlist)
    ]  # last used, last kept
    common = entry.topic.kind == "theme"
    listed = _listed(entry, watchlist)
    for text, which, end, upper in cache[name]:
        if isinstance(which, int):
            yield text, Meaning(number, listed[which], end, upper, common=common)
        elif len(which) == 1:
            yield text, Meaning(number, Alias(which[0], "", "exclude"), end, upper, excludes=True)
        else:
            yield text, Meaning(number, Alias(which[0], which[1], "composed"), end, upper)


def _rows(entry: Entry, watchlist: WatchList) -> Iterator[Row]:
    """Yield (string, which alias, end, upper): its number in the entry, or its own words where it has none."""
    common = entry.topic.kind == "theme"
    listed = _listed(entry, watchlist)
    seen: set[tuple[str, str, str]] = set()
    for number, alias in enumerate(aliases_of(entry, watchlist)):
        which: int | list[str] = number if number < len(listed) else [alias.text, alias.lang]
        for surface in surfaces(alias, common=common):
            mark = (surface.text, surface.end, alias.lang)
            if surface.text and mark not in seen:
                seen.add(mark)
                yield _spaced(surface.text), which, surface.end, surface.upper
    for phrase in entry.exclude:
        alias = Alias(phrase, "ru" if _CYRILLIC.search(phrase) else "", "exclude")
        for surface in surfaces(alias, common=common):
            yield _spaced(surface.text), [phrase], surface.end, surface.upper


def _listed(entry: Entry, watchlist: WatchList) -> tuple[Alias, ...]:
    return (*entry.aliases, *entry.medium) if watchlist.medium else entry.aliases


def _fingerprint(entry: Entry, watchlist: WatchList) -> str:
    """Return a name for everything that the strings of an entry depend on."""
    words = (
        [watchlist.words.get(code) for code in entry.topic.countries] if entry.topic.kind == "border" else []
    )
    told = repr(
        (RULES, entry.topic.kind, entry.topic.countries, entry.composed, entry.aliases, entry.exclude)
    )
    return hashlib.sha256((told + repr((words, watchlist.medium, entry.medium))).encode()).hexdigest()[:32]


def aliases_of(entry: Entry, watchlist: WatchList) -> Iterator[Alias]:
    """Yield all aliases of an entry that are switched on, a border's composed names included."""
    yield from _listed(entry, watchlist)
    if entry.composed and entry.topic.kind == "border" and len(set(entry.topic.countries)) == 2:
        first, second = entry.topic.countries
        yield from borders.compose(first, second, watchlist.words)


def _spaced(text: str) -> str:
    """Put a blank before what must start a word; Chinese knows no blanks."""
    return text if _UNSPACED.search(text) else f" {text}"

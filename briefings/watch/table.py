"""The compiled watch list: every string to look for and what it would mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import ahocorasick_rs

from briefings.watch import borders, patterns
from briefings.watch.model import Alias, Entry, WatchList
from briefings.watch.surface import Forms, key, surfaces

_UNSPACED = re.compile("[\u3400-\u9fff]")
NO_ENTRY = -1
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one string means for one entry."""

    entry: int
    """Number of the entry, or ``NO_ENTRY`` for names in which nothing is matched."""
    alias: Alias
    end: str
    upper: bool
    excludes: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """What a matcher runs on."""

    automaton: Any
    meanings: tuple[tuple[Meaning, ...], ...]
    regexes: tuple[tuple[int, str, str], ...]
    """(entry, language, pattern)."""
    size: int = 0
    """Number of strings looked for."""
    by_country: Mapping[str, int] = field(default_factory=dict)
    """Number of a country's entry by ISO alpha-2."""
    numbers: Mapping[str, int] = field(default_factory=dict)
    """Number of an entry by topic id."""


def build(watchlist: WatchList, known: Forms) -> Table:
    """Work out every string of a watch list; ``known`` takes and gives inflected forms."""
    found: dict[str, list[Meaning]] = {}
    for number, entry in enumerate(watchlist.entries):
        for text, meaning in _of_entry(number, entry, watchlist, known):
            found.setdefault(text, []).append(meaning)
    for name in watchlist.unmatched_names:
        meaning = Meaning(NO_ENTRY, Alias(name, ""), "", upper=False, excludes=True)
        found.setdefault(_spaced(key(name)), []).append(meaning)
    found.pop("", None)
    found.pop(" ", None)
    return Table(
        automaton=ahocorasick_rs.AhoCorasick(list(found)),
        meanings=tuple(map(tuple, found.values())),
        regexes=tuple((n, lang, p) for n, e in enumerate(watchlist.entries) for lang, p in e.patterns),
        size=len(found),
        by_country={
            entry.topic.countries[0]: number
            for number, entry in enumerate(watchlist.entries)
            if entry.topic.kind == "country" and entry.topic.countries
        },
        numbers={entry.topic.id: number for number, entry in enumerate(watchlist.entries)},
    )


def gates(table: Table) -> tuple[tuple[int, str, str, tuple[str, ...]], ...]:
    """Return each pattern with the strings of which one must be there before it is worth trying."""
    return tuple((n, lang, pattern, patterns.literals(pattern)) for n, lang, pattern in table.regexes)


def _of_entry(number: int, entry: Entry, watchlist: WatchList, known: Forms) -> Iterator[tuple[str, Meaning]]:
    common = entry.topic.kind == "theme"
    seen: set[tuple[str, str, str]] = set()
    for alias in aliases_of(entry, watchlist):
        for surface in surfaces(alias, known, common=common):
            mark = (surface.text, surface.end, alias.lang if alias.conditions else "")
            if surface.text and mark not in seen:
                seen.add(mark)
                yield _spaced(surface.text), Meaning(number, alias, surface.end, surface.upper)
    for phrase in entry.exclude:
        alias = Alias(phrase, "ru" if _CYRILLIC.search(phrase) else "", "exclude")
        for surface in surfaces(alias, known, common=common):
            yield _spaced(surface.text), Meaning(number, alias, surface.end, surface.upper, excludes=True)


def aliases_of(entry: Entry, watchlist: WatchList) -> Iterator[Alias]:
    """Yield all aliases of an entry that are switched on, a border's composed names included."""
    yield from entry.aliases
    if watchlist.medium:
        yield from entry.medium
    if entry.topic.kind == "border" and len(set(entry.topic.countries)) == 2:
        first, second = entry.topic.countries
        yield from borders.compose(first, second, watchlist.words)


def _spaced(text: str) -> str:
    """Put a blank before what must start a word; Chinese knows no blanks."""
    return text if _UNSPACED.search(text) else f" {text}"

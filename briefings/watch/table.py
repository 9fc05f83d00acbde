"""The compiled watch list: every string to look for and what it would mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import ahocorasick_rs

from briefings.watch import borders, patterns
from briefings.watch.model import Alias, Entry, WatchList
from briefings.watch.surface import Forms, key, scan_form, surfaces

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
    common: bool = False
    """Whether the entry's aliases are common words, which do not travel between languages."""


@dataclass(frozen=True, slots=True)
class Table:
    """What a matcher runs on."""

    automaton: Any
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
    regexes = tuple((n, lang, p) for n, e in enumerate(watchlist.entries) for lang, p in e.patterns)
    triggers = _triggers(regexes)
    for word in triggers:
        found.setdefault(word, [])
    return Table(
        automaton=ahocorasick_rs.AhoCorasick(list(found)),
        meanings=tuple(map(tuple, found.values())),
        regexes=regexes,
        gates={number: triggers[text] for number, text in enumerate(found) if text in triggers},
        size=len(found),
        by_country={
            entry.topic.countries[0]: number
            for number, entry in enumerate(watchlist.entries)
            if entry.topic.kind == "country" and entry.topic.countries
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


def _of_entry(number: int, entry: Entry, watchlist: WatchList, known: Forms) -> Iterator[tuple[str, Meaning]]:
    common = entry.topic.kind == "theme"
    seen: set[tuple[str, str, str]] = set()
    for alias in aliases_of(entry, watchlist):
        for surface in surfaces(alias, known, common=common):
            mark = (surface.text, surface.end, alias.lang if alias.conditions else "")
            if surface.text and mark not in seen:
                seen.add(mark)
                yield _spaced(surface.text), Meaning(number, alias, surface.end, surface.upper, common=common)
    for phrase in entry.exclude:
        alias = Alias(phrase, "ru" if _CYRILLIC.search(phrase) else "", "exclude")
        for surface in surfaces(alias, known, common=common):
            yield _spaced(surface.text), Meaning(number, alias, surface.end, surface.upper, excludes=True)


def aliases_of(entry: Entry, watchlist: WatchList) -> Iterator[Alias]:
    """Yield all aliases of an entry that are switched on, a border's composed names included."""
    yield from entry.aliases
    if watchlist.medium:
        yield from entry.medium
    if entry.composed and entry.topic.kind == "border" and len(set(entry.topic.countries)) == 2:
        first, second = entry.topic.countries
        yield from borders.compose(first, second, watchlist.words)


def _spaced(text: str) -> str:
    """Put a blank before what must start a word; Chinese knows no blanks."""
    return text if _UNSPACED.search(text) else f" {text}"

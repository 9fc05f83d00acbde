"""Finding where the strings of a watch list stand in a text, and whether each may count there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from briefings.watch.languages import CHAINS
from briefings.watch.model import Alias, Condition
from briefings.watch.page import Page
from briefings.watch.surface import key
from briefings.watch.table import NO_ENTRY, Meaning, Table

_REST = re.compile(r"[^\W_]*")
_SLACK = timedelta(days=31)
"""An office-holder is still named by his office for about a month before and after the dates of the list."""
_MOST = 5_000
"""Places looked at in one text: news has hundreds at most, the same word ten thousand times is a trap."""
_ACRONYM_TAIL = 6


@dataclass(slots=True)
class Candidate:
    """One place where an alias stands; ``dropped`` says why it does not count."""

    start: int
    end: int
    """Offsets into ``Page.joined``."""
    meaning: Meaning
    sentence: int = 0
    dropped: str = ""

    @property
    def alias(self) -> Alias:
        """The alias that was met."""
        return self.meaning.alias


def find(
    table: Table, page: Page, *, all_languages: bool = False
) -> tuple[list[Candidate], dict[int, list[int]]]:
    """Return every place where an alias stands with a proper start and end, and where patterns are to be tried.

    The latter: number of the pattern -> offsets into ``Page.scan``. Aliases of other languages are left out at
    once, unless somebody wants them explained.
    """
    found: list[Candidate] = []
    triggers: dict[int, list[int]] = {}
    scan = page.scan
    for number, start, end in table.automaton.find_matches_as_indexes(scan, overlapping=True):
        if len(found) > _MOST:
            break
        for pattern in table.gates.get(number, ()):
            if table.regexes[pattern][1] in page.languages:
                triggers.setdefault(pattern, []).append(start)
        whole = end >= len(scan) or not scan[end].isalnum()
        begin = start + (scan[start] == " ")  # the blank belongs to the pattern, not to the name
        first = last = -1
        for meaning in table.meanings[number]:
            if not all_languages and not speaks(meaning, page):
                continue
            if not _ends_well(scan, end, meaning, page, whole=whole):
                continue
            if first < 0:
                first, last = page.span(begin, end)
            if not whole and meaning.end:
                rest = _REST.match(scan, end)
                last = page.span(begin, rest.end() if rest else end)[1]
            if meaning.upper and not page.joined[first:last].isupper():
                continue
            if (
                not whole
                and _is_acronym(meaning)
                and not page.joined[first : page.span(begin, end)[1]].isupper()
            ):
                continue
            found.append(Candidate(first, last, meaning))
    return found, triggers


def _ends_well(scan: str, end: int, meaning: Meaning, page: Page, *, whole: bool) -> bool:
    """Whether the word ends where the alias ends, or goes on with an inflection."""
    kind = meaning.end
    if kind == "prefix":
        return True
    if whole and kind[:1] != "+":
        return scan[end : end + 1] != "'" or _after_apostrophe(scan, end, kind)
    if kind == "":
        return is_unspaced(meaning.alias.text)
    return _is_inflection(scan, end, meaning, page)


def _is_inflection(scan: str, end: int, meaning: Meaning, page: Page) -> bool:
    """Whether the rest of the word is a chain of suffixes, or letters in lower case behind an acronym."""
    rest = _REST.match(scan, end)
    tail = rest.group() if rest else ""
    if tail and CHAINS[meaning.end.lstrip("+")].fullmatch(tail):
        return True
    if not tail or not meaning.alias.text.isupper() or len(tail) > _ACRONYM_TAIL:
        return False
    first, last = page.span(end, end + len(tail))
    return page.joined[first:last].islower()


def _is_acronym(meaning: Meaning) -> bool:
    """Whether an alias is so short an acronym that with an ending it is a word: AB + la, the Turkish elder sister."""
    return meaning.alias.text.isupper() and len(meaning.alias.text) <= _ACRONYM_TAIL and meaning.end != ""


def _after_apostrophe(scan: str, end: int, kind: str) -> bool:
    """Whether what follows an apostrophe is an ending (``TDT'nin``, ``CSTO's``) and not the rest of a word."""
    rest = _REST.match(scan, end + 1)
    tail = rest.group() if rest else ""
    return tail in {"", "s"} or (kind != "uz" and len(tail) <= _ACRONYM_TAIL)


def is_unspaced(text: str) -> bool:
    """Whether a text is of a script without blanks."""
    return any("\u3400" <= sign <= "\u9fff" for sign in text)


def in_office(alias: Alias, published: date | None) -> bool:
    """Whether an office-holder stands for the office on that day; always, when either is unknown."""
    if published is None:
        return True
    if alias.since and published < date.fromisoformat(alias.since) - _SLACK:
        return False
    return not (alias.until and published > date.fromisoformat(alias.until) + _SLACK)


def speaks(meaning: Meaning, page: Page) -> bool:
    """Whether an alias may count in a text of this language.

    Names travel between languages, common words do not: the Kyrgyz word for mudflow is a Russian verb. A short
    name that is no acronym is held to its own language too (``Чин``: China in Tajik, a rank in Russian).
    """
    alias = meaning.alias
    if not alias.lang or alias.lang in page.languages or meaning.excludes:
        return True
    if meaning.common:
        return False
    return len(alias.text) > 5 or (alias.text.isupper() and len(alias.text) > 2)


def capitalised(alias: Alias, page: Page, start: int) -> bool:
    """Whether a one-word name is written as one; texts without capitals are let off."""
    if not alias.text[:1].isupper() or " " in alias.text:
        return True
    return not page.joined[start].islower() or page.monocase(start)


def holds(condition: Condition, found: Candidate, page: Page, *, elsewhere: bool) -> bool:
    """Whether an ambiguous alias counts here. ``elsewhere``: the entry stands unambiguously in the article."""
    if not condition.testable:
        return False
    if condition.case_sensitive and not _exact_case(found, page, needy=bool(condition.needs_any)):
        return False
    around = page.words(found.sentence) + page.words(0)
    raw = page.joined[slice(*page.bounds(found.sentence))] + " " + page.title
    if any(_stands(word, around, raw) for word in condition.never_with):
        return False
    return elsewhere or not condition.needs_any or any(_stands(w, around, raw) for w in condition.needs_any)


def _exact_case(found: Candidate, page: Page, *, needy: bool) -> bool:
    written = page.joined[found.start : found.end]
    if written == found.alias.text or (written.isupper() and found.meaning.upper):
        return True
    if page.monocase(found.start):
        return written.isupper() or (
            found.alias.text.isupper() and len(found.alias.text) >= (3 if needy else 4)
        )
    return written.startswith(found.alias.text)


_wanted = lru_cache(maxsize=8192)(key)
"""The words of conditions are the same few for every text."""


def _stands(word: str, around: str, raw: str) -> bool:
    """Whether a condition's word begins a word there; short acronyms must stand as they are written."""
    if word.isupper() and len(word) <= 5:
        return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", raw) is not None
    wanted = _wanted(word)
    return wanted in around if is_unspaced(word) else f" {wanted}" in around


__all__ = ["NO_ENTRY", "Candidate", "capitalised", "find", "holds", "in_office", "is_unspaced", "speaks"]

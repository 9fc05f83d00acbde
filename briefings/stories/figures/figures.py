"""Counts that sources give, as a dated series: ``3 killed``, ``5 killed``, ``4 killed, corrected``."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from briefings.stories.figures.figure_words import ENGLISH, LANGUAGES, RUSSIAN
from briefings.text import fold
from briefings.types import Figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from briefings.stories.figures.figure_words import Counting
    from briefings.types import Tagged

KINDS = ("killed", "wounded", "detained", "missing", "evacuated")
"""What befell people, as ``Figure.what`` has it."""
_LEAD = 1200
"""Characters in which the count of the day stands; further down come those of earlier events."""
_END = re.compile(r"[.!?。։؟۔]")
_AROUND = 120
"""Characters on either side of a count in which it is said to replace another."""


def figures(items: Sequence[Tagged]) -> tuple[Figure, ...]:
    """Return the counts that the articles give, by what is counted, then by side, by day, by value.

    Of each article the first count of a kind is taken, title before text. It is marked as corrected when
    the title, the lead or the words around it say so. Days are those of publication; an undated article gives none.
    Where two sides count their own, "one Tajik guard, two Kyrgyz guards", they are kept apart: they do not contradict.
    """
    bearers: dict[_Key, list[str]] = defaultdict(list)
    corrected: set[_Key] = set()
    counts = [
        (item.article, item.article.published.start, count)
        for item in sorted(items, key=lambda one: one.article.id)
        if item.article.published is not None
        for count in _counts(item)
    ]
    sides: dict[str, set[str]] = defaultdict(set)
    for _, _, count in counts:
        sides[count.what] |= {count.side} - {""}
    for article, day, count in counts:
        key = _Key(count.what, count.side if len(sides[count.what]) > 1 else "", day, count.value)
        bearers[key].append(article.id)
        if count.corrected:
            corrected.add(key)
    return tuple(
        Figure(key.what, key.value, key.day, tuple(bearers[key]), key in corrected, key.side)
        for key in sorted(bearers)
    )


class _Key(NamedTuple):
    what: str
    side: str
    day: date
    value: int


class _Count(NamedTuple):
    what: str
    value: int
    corrected: bool
    side: str


class _Grammar(NamedTuple):
    """How counts look in one language."""

    numbers: Mapping[str, int]
    befell: Mapping[str, re.Pattern[str]]
    """The words of each kind alone: most texts have none, which is found fast."""
    forms: Mapping[str, tuple[re.Pattern[str], ...]]
    corrected: re.Pattern[str]


def _counts(item: Tagged) -> Iterator[_Count]:
    article = item.article
    grammar = _grammar(article.language if article.language in LANGUAGES else "")
    title, lead = fold(article.title).text, fold(article.text[:_LEAD]).text
    above, below = _found(title, grammar), _found(lead, grammar)
    sides = _sides(title, above, item), _sides(lead, below, item)
    for what in grammar.forms:
        if found := above.get(what) or below.get(what):
            text, value = title if what in above else lead, _value(found["number"], grammar)
            near = text[max(0, found.start() - _AROUND) : found.end() + _AROUND]
            marked = bool(grammar.corrected.search(f"{title} {near} {lead[:300]}"))
            again = below.get(what)
            same = again and _value(again["number"], grammar) == value
            yield _Count(what, value, marked, sides[0].get(what) or (sides[1][what] if same else ""))


def _found(text: str, grammar: _Grammar) -> dict[str, re.Match[str]]:
    """Return the first count of each kind."""
    first = {
        what: min(filter(None, (form.search(text) for form in forms)), key=_start, default=None)
        for what, forms in grammar.forms.items()
        if grammar.befell[what].search(text)
    }
    return {what: found for what, found in first.items() if found}


def _sides(text: str, counts: Mapping[str, re.Match[str]], item: Tagged) -> dict[str, str]:
    """Return the one country that is named in each count, else in the one before it in its sentence."""
    sides: dict[str, str] = {}
    end, last = 0, ""
    for what, found in sorted(counts.items(), key=lambda one: one[1].start()):
        said = f" {found.group().replace(',', ' ')} "
        named = {
            tag.topic
            for tag in item.tags
            if tag.kind == "country" and any(f" {fold(span.matched).text} " in said for span in tag.spans)
        }
        kept = last if _END.search(text[end : found.start()]) is None else ""
        sides[what] = last = named.pop() if len(named) == 1 else kept
        end = found.end()
    return sides


def _start(found: re.Match[str]) -> int:
    return found.start()


def _value(number: str, grammar: _Grammar) -> int:
    return grammar.numbers.get(number) or int(re.sub(r"\D", "", number))


@cache
def _grammar(language: str) -> _Grammar:
    spoken = [LANGUAGES[language]] if language else [ENGLISH, RUSSIAN]
    numbers = {form: value for one in spoken for form, value in _numbers(one)}
    number = rf"(?P<number>\d{{1,3}}(?:[ ,]\d{{3}})*|\d{{1,6}}|{'|'.join(map(re.escape, numbers))})"
    unit = _either(form for one in spoken for form in re.split(r"[\s/]+", one.units))
    # Up to four words between a number and what befell: "3 Tajik border guards were killed", not "in 3 days 700 were",
    # none of what befell others: in "24 killed, dozens wounded" nobody counts the wounded; and no other number.
    other = _either(form for one in spoken for kind in KINDS for form in getattr(one, kind).split(", "))
    counted = _either(numbers)
    who = rf"(?:(?!(?:{unit}|{other}|{counted})(?!\w))[^\W\d_]+(?:'[^\W\d_]+)*,? ){{0,4}}?"
    people = _either(form for one in spoken for form in one.people.split(", "))
    words, forms = {}, {}
    for what in KINDS:
        befell = _either(form for one in spoken for form in getattr(one, what).split(", "))
        words[what] = re.compile(rf"{befell}(?!\w)")
        forms[what] = (
            re.compile(rf"(?<![\w.,]){number}\s+{who}{befell}(?!\w)"),
            re.compile(rf"(?<!\w){befell}\s+(?:at least |не менее |как минимум )?{number}\s+{people}(?!\w)"),
        )
    again = _either(form for one in spoken for form in one.corrected.split(", "))
    return _Grammar(numbers, words, forms, re.compile(rf"(?<!\w){again}(?!\w)"))


def _numbers(spoken: Counting) -> Iterator[tuple[str, int]]:
    for value, forms in enumerate(spoken.numbers.split(), start=1):
        for form in forms.split("/"):
            yield fold(form).text, value


def _either(forms: Iterable[str]) -> str:
    """Return an expression for any of the forms; for none one that meets nothing."""
    folded = (
        re.escape(fold(form.rstrip("*")).text) + (r"\w*" if form.endswith("*") else "")
        for form in forms
        if form
    )
    return f"(?:{'|'.join(folded) or '(?!)'})"

"""Counts that sources give, as a dated series: ``3 killed``, ``5 killed``, ``4 killed, corrected``."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from briefings.stories.figure_words import ENGLISH, LANGUAGES, RUSSIAN
from briefings.text import fold
from briefings.types import Figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from briefings.stories.figure_words import Counting
    from briefings.types import Article, Tagged

KINDS = ("killed", "wounded", "detained", "missing", "evacuated")
"""What befell people, as ``Figure.what`` has it."""
_LEAD = 1200
"""Characters in which the count of the day stands; further down come those of earlier events."""
_AROUND = 120
"""Characters on either side of a count in which it is said to replace another."""


def figures(items: Sequence[Tagged]) -> tuple[Figure, ...]:
    """Return the counts that the articles give, by what is counted, then by day, then by value.

    Of each article the first count of a kind is taken, title before text. It is marked as corrected when
    the title, the lead or the words around it say so. Days are those of publication; an undated article gives none.
    """
    bearers: dict[tuple[str, date, int], list[str]] = defaultdict(list)
    corrected: set[tuple[str, date, int]] = set()
    for item in sorted(items, key=lambda one: one.article.id):
        if item.article.published is None:
            continue
        for what, value, marked in _counts(item.article):
            key = (what, item.article.published.start, value)
            bearers[key].append(item.article.id)
            if marked:
                corrected.add(key)
    return tuple(
        Figure(what, value, day, tuple(bearers[what, day, value]), (what, day, value) in corrected)
        for what, day, value in sorted(bearers)
    )


class _Grammar(NamedTuple):
    """How counts look in one language."""

    numbers: Mapping[str, int]
    befell: Mapping[str, re.Pattern[str]]
    """The words of each kind alone: most texts have none, which is found fast."""
    forms: Mapping[str, tuple[re.Pattern[str], ...]]
    corrected: re.Pattern[str]


def _counts(article: Article) -> Iterator[tuple[str, int, bool]]:
    grammar = _grammar(article.language if article.language in LANGUAGES else "")
    title, lead = fold(article.title).text, fold(article.text[:_LEAD]).text
    for what, forms in grammar.forms.items():
        for text in (title, lead):
            if not grammar.befell[what].search(text):
                continue
            found = min(filter(None, (form.search(text) for form in forms)), key=_start, default=None)
            if found:
                near = text[max(0, found.start() - _AROUND) : found.end() + _AROUND]
                around = f"{title} {near} {lead[:300]}"
                yield what, _value(found["number"], grammar), bool(grammar.corrected.search(around))
                break


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
    # and none of what befell others: in "24 killed, dozens wounded" nobody counts the wounded.
    other = _either(form for one in spoken for kind in KINDS for form in getattr(one, kind).split(", "))
    who = rf"(?:(?!(?:{unit}|{other})(?!\w))[^\W\d_]+(?:'[^\W\d_]+)*,? ){{0,4}}?"
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

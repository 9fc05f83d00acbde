"""Counts that sources give, as a dated series: ``3 killed``, ``5 killed``, ``4 killed, corrected``."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from briefings.types import Figure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from briefings.types import Article, Tagged

_ENGLISH = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_RUSSIAN = {
    "один": 1, "одного": 1, "одна": 1, "два": 2, "двое": 2, "двух": 2, "две": 2, "двоих": 2, "три": 3, "трое": 3,
    "трех": 3, "троих": 3, "четыре": 4, "четверо": 4, "четырех": 4, "пять": 5, "пятеро": 5, "пяти": 5, "шесть": 6,
    "шестеро": 6, "шести": 6, "семь": 7, "семеро": 7, "восемь": 8, "девять": 9, "десять": 10,
}  # fmt: skip
_WORDS = {word: number for number, word in enumerate(_ENGLISH, start=1)} | _RUSSIAN

_NUMBER = rf"(?P<number>\d{{1,3}}(?:[ ,\u00a0]\d{{3}})*|\d{{1,6}}|{'|'.join(_WORDS)})"
_UNIT = (
    r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|times?|kilo\w*|kg|km|met(?:er|re)s?|miles?"
    r"|tons?|tonnes?|percent|per cent|dollars?|euros?|houses?|homes?|villages?|districts?|cars?|vehicles?|trucks?"
    r"|lorries|shops?|drones?|attacks?|nobody|none|january|february|march|april|may|june|july|august|september"
    r"|october|november|december"
    r"|секунд\w*|минут\w*|час\w*|дн(?:я|ей|ям|ями|ях)|день|сут\w+|ноч\w+|недел\w*|месяц\w*|год\w*|лет|раз\w?|кг|км"
    r"|кило\w+|метр\w*|тонн\w*|процент\w*|рубл\w*|доллар\w*|дом\w*|сел\w?|район\w*|машин\w*|автомобил\w*"
    r"|беспилотник\w*|дрон\w*|атак\w*|никто|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября"
    r"|ноября|декабря)"
)
"""What is no person: ``in three days 700 were detained`` does not tell of three."""
_WHO = rf"(?:(?!{_UNIT}\b)[^\W\d_]+[ -]){{0,4}}?"
"""Up to four words between a number and what befell: ``3 Tajik border guards were killed``."""
_BEFELL = {
    "killed": r"killed|dead|dies|died|deaths|погиб\w*|убит\w*|жертв\w*|скончал\w*",
    "wounded": r"wounded|injured|hurt|ранен\w*|пострада\w*",
    "detained": r"detained|arrested|задержа\w*|арестова\w*",
    "missing": r"missing|пропа\w+ без вести",
    "evacuated": r"evacuated|эвакуирова\w*",
}
_MEN = (
    r"(?:people|persons?|men|women|children|civilians|soldiers|troops|guards|officers|police\w*|militants|человек\w*"
    r"|люд(?:и|ей)|военн\w*|пограничник\w*|полицейск\w*|силовик\w*|боевик\w*|детей|жител\w*|миротвор\w*)"
)
_FORMS = {
    what: (
        re.compile(rf"(?<![\w.,]){_NUMBER}\s+{_WHO}(?:{words})\b", re.IGNORECASE),
        re.compile(
            rf"\b(?:{words})\s+(?:at least |не менее |как минимум )?{_NUMBER}\s+{_MEN}", re.IGNORECASE
        ),
    )
    for what, words in _BEFELL.items()
}
_CORRECTED = re.compile(
    r"\b(?:corrected|correction|revised|earlier (?:figure|report|toll)|previously reported"
    r"|уточн\w+|исправл\w+|ранее сообщ\w+)",
    re.IGNORECASE,
)
_LEAD = 1200
"""Characters in which the count of the day stands; further down come those of earlier events."""


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


def _counts(article: Article) -> Iterator[tuple[str, int, bool]]:
    for what, forms in _FORMS.items():
        for text in (article.title, article.text[:_LEAD]):
            found = min(filter(None, (form.search(text) for form in forms)), key=_start, default=None)
            if found:
                near = text[max(0, found.start() - 120) : found.end() + 120]
                around = f"{article.title} {near} {article.text[:300]}"
                yield what, _value(found["number"]), bool(_CORRECTED.search(around))
                break


def _start(found: re.Match[str]) -> int:
    return found.start()


def _value(number: str) -> int:
    low = number.lower()
    return _WORDS[low] if low in _WORDS else int(re.sub(r"\D", "", low))

"""The agency that a bare text credits, for documents that were not read with a directory of outlets."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefings.reading.credit import FOOT, closes, opens, spoken

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

_AGENCIES = {
    "TASS": r"TASS|ТАСС|تاس",
    "Reuters": r"Reuters|Рейтер(?:с)?|رویترز",
    "AFP": r"AFP|Agence France-Presse|АФП|Франс Пресс",
    "AP": r"AP|Associated Press",
    "Interfax": r"Interfax|Интерфакс\w?",
    "RIA Novosti": r"RIA Novosti|РИА «?Новости»?",
    "Xinhua": r"Xinhua|Синьхуа|شینهوا",
    "Anadolu": r"Anadolu(?: Agency)?|AA|Анадолу",
    "IRNA": r"IRNA|ИРНА|ایرنا",
    "Khovar": r"Khovar|Ховар",
    "Kabar": r"Kabar|Кабар\w?",
    "Kazinform": r"Kazinform|Казинформ\w?",
    "Azertac": r"Azertac|AZERTAC|Азертадж",
    "Armenpress": r"Armenpress|Арменпресс",
    "Pajhwok": r"Pajhwok(?: Afghan News)?|پژواک",
    "dpa": r"dpa|DPA",
}
_BEFORE = (
    r"(?:told|according to|as reported by|reported by|citing|with inputs? from|in an interview with"
    r"|сообщ\w+|переда[её]т|пишет|рассказал\w?|заявил\w?|со ссылкой на|по данным|по информации"
    r"|به گزارش|به نقل از|ба нақл аз)\s+"
    r"(?:the\s+|news agency\s+|агентств\w+\s+|информагентств\w+\s+|خبرگزاری\s+)?[«\"“]?"
)
_AFTER = r"[»\"”]?\s+(?:news agency|reported|reports|сообщает|сообщило|передает|передаёт)\b"
_LINE = 90
"""Characters in which a text that opens with its agency has named it."""
_HEAD, _FOOT = 700, 200
"""Characters at the head and the foot of a text where its own source is named."""


def wire(text: str) -> str:
    """Return the first agency that the text credits as its source, by its printed name; ``""`` for none."""
    where = text if len(text) <= _HEAD + _FOOT else f"{text[:_HEAD]}\n{text[-_FOOT:]}"
    if not _marks().find_matches_as_indexes(where):
        return ""
    quoted = spoken(where)
    found = [
        (match.start(), name)
        for name, form in _FORMS.items()
        for match in form.finditer(where)
        if not any(begin <= match.start() < end for begin, end in quoted)
    ]
    return min([*found, *_opening(where), *_closing(text[-FOOT:])], default=(0, ""))[1]


def _opening(text: str) -> list[tuple[int, str]]:
    """Return the agency that the text opens with: ``Астана. 6 ноября. ИНТЕРФАКС -``."""
    return [
        (match.start(), name)
        for name, form in _NAMES.items()
        if (match := form.search(text[:_LINE])) and opens(text[: match.start()], text[match.end() :])
    ]


def _closing(end: str) -> list[tuple[int, str]]:
    """Return the agency that the text ends with, behind all others: ``… on Tuesday. — AFP``."""
    return [
        (_HEAD + _FOOT, name)
        for name, form in _NAMES.items()
        for match in form.finditer(end)
        if closes(end[: match.start()], end[match.end() :])
    ]


_FORMS = {
    name: re.compile(rf"[/(]\s?(?:{forms})\s?[/)]|{_BEFORE}(?:{forms})\b|\b(?:{forms}){_AFTER}")
    for name, forms in _AGENCIES.items()
}
_NAMES = {name: re.compile(rf"\b(?:{forms})\b", re.IGNORECASE) for name, forms in _AGENCIES.items()}


@cache
def _marks() -> AhoCorasick:
    """Return what finds the first word of each name: looked for first, for it is cheap."""
    from ahocorasick_rs import AhoCorasick

    forms = (form for forms in _AGENCIES.values() for form in forms.split("|"))
    first = {re.split(r"[ (\\?]", form)[0] for form in forms}
    return AhoCorasick(sorted({*first, *(form.upper() for form in first)}))

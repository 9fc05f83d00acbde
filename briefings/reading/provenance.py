"""Lines that are about the text and not of it: credited, legal labels, calls to read on."""

from __future__ import annotations

import re
from collections.abc import Iterable

CREDIT = re.compile(
    r"^(?:The post .{3,300}? (?:appeared first on|first appeared on) .{2,80}?"
    r"|(?:Source|Источник|منبع|Manba|Дереккөз|Kaynak)\s*[:：]\s*\S.{0,80}"
    r"|(?:Originally published|This article was (?:first |originally )?published) (?:by|on|in|at) .{2,80}"
    r"|(?:Статья|Материал) (?:впервые )?опубликован\w* (?:на|в) .{2,80})\.?$",
    re.IGNORECASE,
)

_LABEL = re.compile(
    r"(?P<mark>[(\[]\*?|\*)?\s*"
    r"(?:(?:террористическ\w+|экстремистск\w+)\s+(?:организация|движение|группировка)[,—– -]*)?"
    r"(?:запрещ[её]н\w*\s+(?:в|на территории)\s+(?:РФ|России|Российской Федерации)"
    r"(?(mark)[^.)\]\n]{0,80}|(?:,?\s+(?:как\s+)?(?:террористическ|экстремистск)\w+)?"
    r"(?:\s+(?:организаци|группировк)\w+)?)"
    r"|(?:деятельность|организация)\s+(?:\w+\s+)?запрещена\s+(?:в|на территории)\s+(?:РФ|России)[^.)\]\n]{0,80}"
    r"|призна\w+\s+(?:\w+\s+)?(?:иноагентом|иностранным агентом|нежелательной организацией)[^.)\]\n]{0,80}"
    r"|внес[её]н\w*\s+Минюстом\s+РФ\s+в\s+реестр[^.)\]\n]{0,80}"
    r"|a terrorist (?:group|organi[sz]ation) (?:outlawed|banned) in Russia"
    r"|(?:outlawed|banned) in Russia"
    r"|Rossiya va qator davlatlarda taqiqlangan[^.)\]\n]{0,60})[)\]]?\.?",
    re.IGNORECASE,
)
"""Labels that Russian law asks for; they say nothing about the event (watch list, legal_boilerplate)."""

_NAMES = 8
"""Words of the names that a label is about: two organisations with what they are called."""

_STAR = re.compile(r"(?<=\w)\*+(?=[\s.,;:!?»”)\"']|$)")

CHROME = re.compile(
    r"^(?:(?:read (?:also|more|next)|also read|see also|related(?: articles?| news| stories)?|more on this(?: topic)?"
    r"|recommended|trending|most read|advertisement|subscribe(?: to| now)?|sign up|follow us|share(?: this)?|tags?"
    r"|comments?"
    r"|view this mail|unsubscribe|click here|download our app|join (?:us|our)|photo|image|file photo|copyright|©"
    r"|читайте также|читать (?:также|далее|ещ[её])|смотрите также|по теме|подписывайтесь|подпишитесь|поделиться"
    r"|реклама|фото|теги|комментари\w+|наш (?:канал|телеграм)|больше новостей|хотите быть в курсе"
    r"|بیشتر بخوانید|مطالب مرتبط|همچنین بخوانید|در همین زمینه|عکس"
    r"|обуна ш\w+|бештар хонед|ҳамчунин хонед|мавод\w* вобаста|сурат"
    r"|obuna bo[ʻ'‘’]?ling|batafsil o[ʻ'‘’]?qing|mavzuga oid|o[ʻ'‘’]?qing|foto"
    r"|жазылыңыз|тағы оқыңыз|оқи отырыңыз|сондай-ақ оқыңыз|жазылыңыздар|дагы окуңуз|ayrıca bakınız|daha çox)\b"
    r"[^.!?]{0,160}[:：.!…]?.{0,160}$|^\d{1,6}$"
    r"|^(?:(?:pages?|страниц[аы]|صفحه)\W{0,3})?(?:\d{1,3}\W+){2,}(?:(?:next|далее|بعدی)(?: page)?)?\W*$)",
    re.IGNORECASE,
)
"""Short lines that lead away from the text."""


_CONSENT = re.compile(
    r"\W*(?:(?:we|(?:this|our) (?:web)?site) uses? (?:\w+ and )?cookies\b"
    r"|by (?:continuing|going on) to (?:use|browse) (?:this|our)"
    r"|мы используем (?:файлы )?(?:cookie|куки)|(?:(?:этот|наш) )?сайт использует (?:файлы )?(?:cookie|куки))",
    re.IGNORECASE,
)
"""How a page asks for leave to count its visitors."""


def is_chrome(line: str) -> bool:
    """Whether a short line leads away from the text; a long one that merely begins so is text."""
    return len(line) < 220 and bool(CHROME.match(line.strip(" •*·|-–—→»\t")))


def unlabelled(text: str) -> str:
    """Text without legal labels and the asterisks that point at them."""
    if not ("запрещ" in text.casefold() or "призна" in text or "реестр" in text or "banned in" in text
            or "outlawed in" in text or "taqiqlangan" in text or "*" in text):  # fmt: skip
        return text
    return re.sub(
        r"\s+([.,;:!?])", r"\1", re.sub(r"[ \t]{2,}", " ", _STAR.sub("", _LABEL.sub("", text)))
    ).strip(" *")


def _is_footnote(paragraph: str, text: str) -> bool:
    """Whether a paragraph was a legal label with the names it speaks of: ``* The group X is banned in …``."""
    return text != paragraph and bool(_LABEL.search(paragraph)) and len(text.split()) <= _NAMES


def separate(paragraphs: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(paragraphs of the text, credit lines and legal labels cut out of it); calls to read on are left out."""
    kept: list[str] = []
    credited: list[str] = []
    for paragraph in paragraphs:
        if CREDIT.match(paragraph.strip()):
            credited.append(paragraph.strip())
        elif not is_chrome(paragraph) and not _CONSENT.match(paragraph):
            text = unlabelled(paragraph)
            if _is_footnote(paragraph, text):
                credited.append(paragraph.strip())
                continue
            if text != paragraph:
                credited += (label.group().strip() for label in _LABEL.finditer(paragraph))
            if re.search(r"\w", text):
                kept.append(text)
    return tuple(kept), tuple(dict.fromkeys(credited))

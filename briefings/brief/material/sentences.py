"""The sentences of an article that a brief may print, word for word, and how much each one says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from briefings.text import sentences as cut
from briefings.text.bulletins import is_bulletin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.types import Article, Tagged

_ENDS = re.compile(r"[.!?؟۔։。][\"'”’»)\]]*$")
_CUT_OFF = re.compile(r"(\.\.\.|…)[\"'”’»)\]]*$")
_QUESTION = re.compile(r"[?؟][\"'”’»)\]]*$")
_CHROME = re.compile(
    r"\b(?:read (?:also|more)|subscribe|follow us|click here|cookies?|share (?:this|on)|appeared first on"
    r"|photo (?:by|credit)|all rights reserved|advertisement|watch (?:live|video)|newsletter|sign up|press release)\b"
    r"|^photo\w*\s*:|читайте также|подпис(?:ывайтесь|аться)|подробнее|^фото\b|^источник:|реклама"
    r"|запрещ[её]н\w* (?:в|на территории) р|иностранн\w+ агент|смотрите (?:в|также)|сегодня, \d"
    r"|اشتراک|بیشتر بخوانید|^عکس:",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(said|says|told|according to|reported|announced|stated|confirmed|denied|noted)\b"
    r"|сообщи|заяви|сказал|по словам|по данным|отмети|подтверди|опроверг|گفت|اعلام|به گزارش|تأیید",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"\b(mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(today|yesterday|tomorrow)\b|сегодня|вчера|завтра|امروز|دیروز|فردا",
    re.IGNORECASE,
)
_DANGLING = re.compile(
    r"^(he|she|it|they|this|these|that|those|however|but|and|also|moreover|meanwhile|in addition|"
    r"among them|such|there|his|her|their|one of|"
    r"according to (him|her|them))\b"
    r"|^(он|она|они|оно|это|эти|этот|однако|но|при этом|кроме того|также|по (его|ее|её|их) словам|об этом|там|тогда|"
    r"его|её|ее|их|как (сказано|ранее)|среди них|в том числе)\b"
    r"|^(او|وی|این|آن|اما|همچنین)\b",
    re.IGNORECASE,
)
_SIGNS = re.compile(
    r"^[^\w«“„\"'‘(]+|^(?:watch|video|live|updated?|breaking|exclusive|видео|срочно)\s*:\s*", re.IGNORECASE
)
_TRAILER = re.compile(
    r"\s*[\[(](?:videos?|photos?|watch|live|updated?|видео|фото|обновлено)[^)\]]*[\])]\s*$", re.IGNORECASE
)
_PICTURES = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f]")
_MEMBERS = re.compile(
    r"\b(?:are|is|as|its) (?:\w+ )?(?:members?|parties)\b|\bmembers? (?:are|is|include)|\b(?:comprises|consists of)\b"
    r"|входят|явля\w+ (?:\w+ )?(?:член|участник)|состоит из|\bعضو",
    re.IGNORECASE,
)
_SMALL = """
    the and for that with from this was were are has have had will would been its his her their they them which who
    also after over into about not but said says told than during what when where there these those more other between
    что как это для его она они или так уже все был была были быть есть при под над если чтобы который которые
    после также сообщил заявил این برای است شده کرد
"""
_COMMON = frozenset(_SMALL.split())
WORD = re.compile(r"\w+(?:[-’'‌]\w+)*")
_REMEMBERED = 4096
"""Titles and sentences of which is remembered what was worked out: the sections of a brief ask again and again."""
_LONGEST = 60
"""Words of the longest sentence that is printed."""
_SENTENCE = 600
"""Characters of the longest text that is remembered."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or title of an article; ``text`` stands in it word for word, white space aside."""

    text: str
    article: Article
    place: int
    """0 for the first sentence; -1 for the title."""
    words: int
    weight: float
    basis: str = "source"


def usable(tagged: Tagged) -> tuple[Sentence, ...]:
    """Return what may be printed of an article, in its order; its title only when its text gives nothing."""
    if retracted(tagged.article):
        return ()
    found = tuple(_of_text(tagged))
    return found or _title(tagged.article)


def prints(tagged: Tagged) -> bool:
    """Say whether anything may be printed of an article: whether ``usable`` finds any, at the first one found."""
    if retracted(tagged.article):
        return False
    return any(True for _ in _of_text(tagged)) or bool(_title(tagged.article))


def with_title(tagged: Tagged) -> tuple[Sentence, ...]:
    """Return what may be printed of an article, its title first: that is of the whole text."""
    found = usable(tagged)
    return found if not found or found[0].basis == "title" else (*_title(tagged.article), *found)


TAKES_BACK = "takes-back"
"""Flag of an article that withdraws another one."""


def retracted(article: Article) -> bool:
    """Say whether the outlet withdrew it: its claims are not repeated (fault F19)."""
    taken_back = any(notice.startswith("retraction") for notice in article.notices)
    return taken_back and TAKES_BACK not in article.flags


@lru_cache(maxsize=_REMEMBERED)
def tidy(title: str) -> str:
    """Return a title without what sites hang on it: leading signs, ``(VIDEO)``, a final full stop.

    What is left still stands in the title word for word.
    """
    return _TRAILER.sub("", _SIGNS.sub("", " ".join(title.split()))).rstrip(". #@&–—-:,;")


def quotable_title(article: Article) -> bool:
    """Say whether the title says something and is whole: not cut off, no programme name (fault F04)."""
    title = article.title.strip()
    cut_off = _CUT_OFF.search(title) or "title-truncated" in article.flags
    return bool(title) and not (cut_off or is_bulletin(title) or _PICTURES.search(tidy(title)))


def uncapped(text: str) -> bool:
    """Say whether a text lost its capitals somewhere: five words and more, all small, in letters that have capitals."""
    return len(WORD.findall(text)) >= 5 and text == text.lower() != text.upper()


def dangling(text: str) -> bool:
    """Say whether a sentence leans on the one before it: ``However, he ...``."""
    return bool(_DANGLING.search(text))


def tokens(text: str) -> frozenset[str]:
    """Return the words of a text that can tell it from others, folded."""
    words = (found.casefold() for found in WORD.findall(text))
    return frozenset(word for word in words if len(word) > 2 and word not in _COMMON)


def stems(text: str) -> frozenset[str]:
    """Return the beginnings of words: enough to meet an inflected form again."""
    return _stems(text) if len(text) <= _SENTENCE else _stems.__wrapped__(text)


@lru_cache(maxsize=_REMEMBERED)
def _stems(text: str) -> frozenset[str]:
    return frozenset([word[:5] for word in tokens(text)])


def _title(article: Article) -> tuple[Sentence, ...]:
    title = tidy(article.title)
    count = len(WORD.findall(title))
    if not quotable_title(article) or not 2 <= count <= _LONGEST or _QUESTION.search(title):
        return ()
    return (Sentence(title, article, -1, count, 1.0, "title"),)


def _of_text(tagged: Tagged) -> Iterator[Sentence]:
    article = tagged.article
    if "headline-only" in article.flags:
        return
    spans = _lines(article)
    about = stems(article.title)
    for place, (start, end) in enumerate(spans):
        text = article.text[start:end]
        last = place == len(spans) - 1 and "truncated" in article.flags
        count = len(WORD.findall(text))
        if 5 <= count <= _LONGEST and not last and _printable(article, start, end):
            weight = _weight(tagged, start, end, place, about)
            if weight is not None:
                yield Sentence(" ".join(text.split()), article, place, count, weight)


def _lines(article: Article) -> list[tuple[int, int]]:
    """Sentences, cut at line breaks too: what stands on two lines may be two things."""
    found: list[tuple[int, int]] = []
    for start, end in cut(article.text, article.language):
        for line in re.finditer(r"[^\n]+", article.text[start:end]):
            stripped = line.group().strip()
            if stripped:
                first = start + line.start() + line.group().index(stripped[0])
                found.append((first, first + len(stripped)))
    return found


def _printable(article: Article, start: int, end: int) -> bool:
    text = article.text[start:end]
    return (
        bool(_ENDS.search(text))
        and not _CUT_OFF.search(text)
        and not _QUESTION.search(text)
        and not _CHROME.search(text)
        and not _PICTURES.search(text)
        and not any(start < stop and begin < end for begin, stop in article.comment)
        and not any(start < stop and begin < end for begin, stop, _ in article.passages)
        and _balanced(text)
    )


def _balanced(text: str) -> bool:
    """Whether a quotation that opens in the sentence also closes there."""
    return all(text.count(a) == text.count(b) for a, b in ("“”", "«»", "()")) and text.count('"') % 2 == 0


def _weight(tagged: Tagged, start: int, end: int, place: int, about: frozenset[str]) -> float | None:
    """How much a sentence says: place, watched topics in it, overlap with the title, figures, attribution.

    ``None`` for one with neither a topic nor a word of the title, for it may be about something else altogether, and
    for a list of a body's members.
    """
    text = tagged.article.text[start:end]
    own = stems(text)
    topics = {t.topic for t in tagged.tags for s in t.spans if s.zone == "text" and start <= s.start < end}
    if (not topics and not own & about) or _lists_members(tagged, start, end):
        return None
    weight = 1 / (1 + 0.35 * place) + 0.2 * min(3, len(topics))
    weight += 0.5 * len(own & about) / max(1, len(about))
    weight += 0.15 * bool(re.search(r"\d", text)) + 0.2 * bool(_SAID.search(text))
    return weight - 0.1 * bool(_RELATIVE.search(text)) - 0.45 * bool(_DANGLING.search(text))


def _lists_members(tagged: Tagged, start: int, end: int) -> bool:
    """Whether a sentence lists who belongs to a body: it says nothing of the week (fault F14)."""
    text = tagged.article.text[start:end]
    countries = {
        tag.topic
        for tag in tagged.tags
        for span in tag.spans
        if tag.kind == "country" and span.zone == "text" and start <= span.start < end
    }
    return bool(_MEMBERS.search(text)) and (len(countries) >= 3 or text.count(",") >= 3)

"""Whether a sentence speaks of a time to come or of one gone by.

Decides between the Thursday before and the Thursday after. The verb that stands nearest before the date wins ("said
on Wednesday that a summit will be held"); where there is none, any sign of the future in the sentence; else the past,
since news tells what has happened.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from briefings.reading.dates.resolve import Direction

_SENTENCE_END = re.compile(r"[.!?…؟。]+[\s”\"»’)]+(?=[^\s\d/])|\n+|[。！？]")


class Signs(NamedTuple):
    """Verbs and words of one language that tell the direction."""

    future: re.Pattern[str]
    past: re.Pattern[str]
    """Looked for right before the date only."""
    subordinate: re.Pattern[str] | None = None
    """Begins a clause of its own: a verb before it says nothing about a date behind it."""


_FUTURE = {
    "en": r"postponed|cancel(?:s|led|ed)|rescheduled|delayed|will|shall|won't|is to|are to|to be|"
    r"be (?:held|\w+ed)|would|plans?|planned|planning|scheduled|slated|due|"
    r"set (?:to|for)|calls? for|expects?|expected|upcoming|going to|ahead of|may|might|can|should|"
    r"intends?|aims?|prepar(?:es?|ing)|"
    r"to (?!the\b|a\b|an\b|his\b|her\b|their\b|its\b|this\b|that\b)[a-z]{3,}",
    "ru": r"продл[ия]тся|собер[уё]тся|соберутся|завершится|назначен\w*|вступает|перенес\w+|отложен\w*|"
    r"отмен\w+|буд[еу]т|уже в|состо[ия]тся|пройд[её]т|пройдут|планиру\w+|запланирован\w*|"
    r"намерен\w*|намечен\w*|предстоит|ожида\w+|"
    r"встрет[ия]тся|посет[ия]т|прибуд[еу]т|провед[еу]т|провед[её]т|обсуд[ия]т|приед[еу]т|начн[еу]тся|начн[её]тся|станет|"
    r"долж[еня]\w*|готов[ия]т\w*|отправ[ия]тся|вылет[ия]т|прим[еу]т|выступ[ия]т|откро[ею]тся|соберутся|соберётся|"
    r"закрывает|"
    r"стартует|предстоящ\w+|"
    r"рассмотр[ия]т|подпиш[еу]т|"
    r"совершит|продолж[ия]тся|запуст[ия]т|введ[её]т|вступ[ия]т",
    "uk": r"буд[еу]\w*|відбудеться|пройде|планує\w*|очікує\w*|відвідає|зустрінеться",
    "fa": r"خواهد|خواهند|قرار است|می‌?رود|می‌?کند|سفر می|برگزار می|آینده|باید",
    "ps": r"به|کېږي|راتلونکې",
    "ur": r"گا|گی|گے|متوقع|آئندہ",
    "tg": r"хоҳад|хоҳанд|мегардад|мешавад|мегузарад|меравад|ба нақша|оянда",
    # -adi is the present-future, but -ladi is the past of verbs in -la: only bo'ladi, keladi, oladi ... are to come.
    "uz": r"\w*(?:[^l\W]adi|iladi|aydi|adigan|ydigan)|(?:bo[ʻ‘'’]|ke|o|qo)ladi|reja\w*|kutil\w+|belgilangan"
    r"|\w*(?:[^л\W]ади|илади|адиган|йдиган)|(?:бў|ке|о|қо)лади|режа\w*|кутил\w+|белгиланган",
    "kk": r"\w+(?:[^л\W]еді|[^л\W]ады|йді|йды)|(?:бо|ке|а|қа)лады|келеді|жоспар\w*|күтіл\w*|өтетін|болатын",
    "ky": r"\w+(?:өт|ат|ет|от|йт)|пландал\w*|күтүл\w*",
    "tk": r"\w+(?:ler|lar|jak|jek)|meýilleşdiril\w*",
    "az": r"\w+(?:acaq|əcək)\w*|planlaşdırıl\w*|gözlənil\w*",
    "tr": r"\w+(?:acak|ecek|acağ|eceğ)\w*|planlan\w*|bekleniyor",
    "hy": r"կ[ա-ֆ]{3,}|տեղի կունենա|նախատեսվ\w*|պետք է",
    "ka": r"გაიმართება|შედგება|იგეგმება|ჩავა|შეხვდება|\w+ება",
    "zh": r"将|将于|计划|拟|预计",
}
_PAST = {
    "en": r"(?<!be )(?<!been )(?:said|told|stated|announced|reported|added|noted|wrote|posted|held|met|came|went|took|"
    r"began|arrived|left|was|were|had|spoke|gave|signed|killed|\w{2,}[a-z]ed)",
    "ru": r"\w{2,}(?:[аеиоуыя]л|[аеиоуыя]ла|[аеиоуыя]ло|[аеиоуыя]ли)(?:сь|ся)?|прош[её]л|прошл[аио]|сообща[ею]т",
    "uk": r"\w{2,}(?:[аеиоуія]в|[аеиоуія]ла|[аеиоуія]ло|[аеиоуія]ли)(?:ся|сь)?",
    "fa": r"گفت|کرد|شد|داد|بود|است|کردند|گفتند|شدند|دادند",
    "tg": r"\w+(?:анд|ист|уд|ард|уфт)",
    "uz": r"(?!belgilangan)\w+(?<!adi)(?<!ydi)(?:gan|kan|qan)|\w+(?:[^a]di|ladi|dilar)"
    r"|(?!белгиланган)\w+(?<!ади)(?<!йди)(?:ган|кан|қан)|\w+(?:[^а]ди|лади|дилар)",
    "kk": r"\w+(?:ған|ген|қан|кен|тты|тті|лды|лді|нды|нді|рды|рді)",
    "ky": r"\w+(?:ган|ген|гон|көн|кан|кен|ту|тү|ды|ди|ду|дү)",
}
_SUBORDINATE = {
    "en": r"that|which|where",
    "ru": r"что|чтобы|котор\w+|где",
    "fa": r"که",
    "tg": r"ки",
    "uk": r"що",
}
_VERB_LAST = frozenset({"uz", "kk", "ky"})
"""The verb or participle that a date belongs to is the next one behind it: "on Thursday held summit"."""
_ADVERB = re.compile(r"\s+(?:(?:also|again|formally|officially|jointly|вновь|также|официально)\s+)?")
_NOTHING = r"(?!)"
_NEAR = 48
"""Characters before the date in which a verb counts as standing right before it: about five words."""


def direction(text: str, start: int, end: int, language: str) -> Direction:
    """Tell whether the date at ``text[start:end]`` lies ahead or behind, seen from the day of publication.

    ``""`` when no verb of the sentence tells, or the language's verbs are not known.
    """
    signs = _signs(language)
    if signs is None:
        return ""
    first, last = sentence(text, start, end)
    if _told_right_after(text[end : min(last, end + _NEAR)], language, signs):
        return "past"
    before = text[first:start]
    clause = _last_clause(before, signs)
    near = clause[-_NEAR:]
    future, past = _last(signs.future, near), _last(signs.past, near)
    if future < 0 and past < 0 and language in _VERB_LAST:
        return _next_verb(text[end:last], signs)
    if future < 0 and past < 0:
        rest = clause + " … " + text[end:last]
        future = _last(signs.future, rest)
        if future < 0 and signs.past.pattern != _NOTHING and not signs.past.search(rest):
            return ""
    return "future" if future >= past and future >= 0 else "past"


def _told_right_after(after: str, language: str, signs: Signs) -> bool:
    """Tell the wire's "on Thursday adopted a programme to strengthen": the verb stands right behind the date."""
    if language in _VERB_LAST or signs.past.pattern == _NOTHING:
        return False
    head = _ADVERB.match(after)
    if head is None or signs.future.match(after, head.end()):
        return False
    return signs.past.match(after, head.end()) is not None


def _next_verb(rest: str, signs: Signs) -> Direction:
    future, past = signs.future.search(rest), signs.past.search(rest)
    if future is None or past is None:
        return "future" if future else "past" if past else ""
    return "future" if future.start() <= past.start() else "past"


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of the sentence around a date, by its punctuation."""
    first = max(
        (match.end() for match in _SENTENCE_END.finditer(text, max(0, start - 600), start)), default=-1
    )
    if first < 0:
        first = max(0, start - 600)
    following = _SENTENCE_END.search(text, end, end + 400)
    return first, following.start() if following else min(len(text), end + 400)


def _last_clause(before: str, signs: Signs) -> str:
    if signs.subordinate is None:
        return before
    return before[max(0, _last(signs.subordinate, before)) :]


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.end() for match in pattern.finditer(text)), default=-1)


@lru_cache(maxsize=32)
def _signs(language: str) -> Signs | None:
    future = _FUTURE.get(language)
    if future is None:
        return None
    edges = r"\b(?:{})\b" if language != "zh" else "(?:{})"
    clause = _SUBORDINATE.get(language)
    past = _PAST.get(language)
    return Signs(
        re.compile(edges.format(future), re.IGNORECASE),
        re.compile(edges.format(past), re.IGNORECASE) if past else re.compile(_NOTHING),
        re.compile(edges.format(clause), re.IGNORECASE) if clause else None,
    )

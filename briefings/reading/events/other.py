"""Names events in the other languages: the event noun with the words that belong to it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from briefings.reading.events.english import Named
from briefings.reading.events.words import nominative, nouns

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_RIGHTWARD = frozenset({"ru", "uk", "be", "fa", "tg", "ps", "ur"})
"""Languages whose event noun stands before what it is an event of («саммит ОДКБ», «نشست شورای وزیران»)."""
_STOP = {
    "ru": r"в|во|на|с|со|по|к|и|о|об|для|из|от|до|при|после|перед|котор\w+|пройд\w+|состо\w+|буд\w+|начн\w+|"
    r"заплан\w+|намеч\w+|где|а|но|эт[аиоу]|этот|стал\w*|станет|уже|также|ещ[её]|прош\w+|"
    r"назначен\w*|вступ\w+|начал\w*|заверш\w+|продл\w+|перенес\w+|отмен\w+|проход\w+|\w+(?:ается|ются|ится|ует|ены|ено)",
    "uk": r"в|у|на|з|та|і|й|до|по|відбуде\w+|пройд\w+|буд\w+",
    "fa": r"در|با|از|به|را|که|و|برای|روز|تا|برگزار|قرار|است|می\w*|خواهد|شرکت|امروز|فردا",
    "tg": r"дар|бо|аз|ба|ки|ва|баргузор|рӯзи|то|мегузарад|мешавад",
    "ps": r"په|سره|به|کې|او|ته",
    "ur": r"میں|کو|سے|ہوگا|ہوں|کا|کی|کے",
}
_LEFTWARD_STOP = re.compile(
    r"\w{3,}(?:[dt][ae]n?|[дт][аеоө]н?|də|ga|га|ге|ға|қа|ке|не|на)$|(?:ve|və|va|жана|және|мен|kun\w*|куни\w*|күні|күнү|günü)$"
)
"""Turkic words in the locative, ablative or dative, and conjunctions: they belong to the verb."""
_TOKEN = re.compile(r"[^\W_][\w’'ʻ‘ʼ\u200c-]*|[^\w\s]")
_FUTURE = re.compile(
    r"(?<!\w)(?:состоится|пройд[её]т|пройдут|посет[ия]т|встрет[ия]тся|прибуд[еу]т|провед[её]т|обсуд[ия]т|прим[еу]т|"
    r"начн[её]тся|собер[уё]тся|соберутся|собира[ею]тся|откро[ею]тся|закрыва\w+|планиру\w+|выступ[ия]т|подпиш[еу]т|вступ[ия]т|введ[её]т|"
    r"отправ[ия]тся|приед[еу]т|рассмотр[ия]т|запуст[ия]т|совершит)(?!\w)",
    re.IGNORECASE,
)
_AND = frozenset({"и", "і", "та", "ва"})
_WORKS = re.compile(r"ремонт|реконструкц", re.IGNORECASE)
"""Works, which other events are about: a briefing on repairs is a briefing."""
_PRONOUN = re.compile(
    r"(?:он|она|они|оно|это|эти|стало|его|её|их|там|тогда|какие|что|как|кто|где|когда)\b", re.IGNORECASE
)


def name(sentence: str, start: int, end: int, language: str) -> Named | None:
    """Name the event dated at ``sentence[start:end]``; ``None`` when the sentence holds none."""
    masked = sentence[:start] + "," * (end - start) + sentence[end:]
    heads = list(nouns(language).finditer(masked))
    heads = [head for head in heads if not _WORKS.match(head.group())] or heads
    if heads:
        head = min(
            heads, key=lambda match: (min(abs(match.start() - start), abs(match.end() - end)), match.start())
        )
        phrase = _phrase(masked, head, language)
        clause = (
            _clause(masked)
            if " " not in phrase and language in {"ru", "uk"} and _FUTURE.search(masked)
            else None
        )
        return clause._replace(sure=True) if clause else Named(phrase)
    if language in {"ru", "uk"} and _FUTURE.search(masked):
        return _clause(masked)
    return None


def _phrase(text: str, head: re.Match[str], language: str) -> str:
    noun = nominative(head.group(), language)
    if language in _RIGHTWARD:
        phrase = " ".join([*_adjectives(text, head, noun), noun, *_right(text[head.end() :], language)])
    elif language == "zh":
        before = re.search(r"[^\s，。,、在于将日月]{0,8}$", text[: head.start()])
        phrase = (before.group() if before else "") + noun
    else:
        # The head keeps its form: in these languages it carries the possession ("zirvesi", «саммиті»).
        phrase = " ".join([*_left(text[: head.start()]), head.group()])
    # Georgian has capitals but does not begin with them.
    return phrase if language == "ka" else phrase[:1].upper() + phrase[1:]


def _adjectives(text: str, head: re.Match[str], noun: str) -> list[str]:
    """Take the adjectives before a noun that already stands in its dictionary form: «государственный визит»."""
    if head.group().lower() != noun:
        return []
    before = re.search(r"((?:[\w-]+(?:ый|ий|ой|ое|ее|ая|яя|ые|ие)\s+){1,2})$", text[: head.start()])
    return before[1].split() if before else []


def _right(behind: str, language: str) -> list[str]:
    stop = _stops(language)
    return _run(_TOKEN.findall(behind), lambda token: stop.fullmatch(token) is not None)


def _left(before: str) -> list[str]:
    tokens = reversed(_TOKEN.findall(before)[-6:])
    return _run(tokens, lambda token: _LEFTWARD_STOP.match(token.lower()) is not None)[::-1]


def _run(tokens: Iterable[str], stops: Callable[[str], bool]) -> list[str]:
    words: list[str] = []
    pending = ""
    for token in tokens:
        if token in _AND and words and words[-1][0].isupper():
            pending = token  # kept only between two names: «глав МИД Армении и Азербайджана»
            continue
        if not token[0].isalnum() or (stops(token) and not pending) or len(words) == 7:
            break
        if pending:
            if not token[0].isupper():
                break
            words.append(pending)
            pending = ""
        words.append(token)
    return words


@lru_cache(maxsize=16)
def _stops(language: str) -> re.Pattern[str]:
    return re.compile(_STOP.get(language, r"(?!)"), re.IGNORECASE)


_CLAUSE_ENDS = re.compile(
    r"\s[—–]\s|,\s*что\s|,\s(?=котор|где\s|чтобы|как\s|(?:сообщ|заяв|переда|пиш|рассказ|говор)\w+)"
)


def _clause(masked: str) -> Named | None:
    parts = _CLAUSE_ENDS.split(masked)
    text_dated = next((part for part in parts if ",," in part), masked)
    words = re.sub(
        r"\s*(?:(?<!\w)(?:уже\s+)?(?:в|во|с|со|на|до)\s*)?,{2,}\s*", " ", text_dated, flags=re.IGNORECASE
    )
    words = words.strip(" .,")
    if not 3 <= len(words.split()) <= 12 or _PRONOUN.match(words):
        return None
    return Named(words[:1].upper() + words[1:], sure=False)

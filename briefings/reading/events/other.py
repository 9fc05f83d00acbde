"""Names events in the other languages: the event noun with the words that belong to it."""

from __future__ import annotations

import re

from briefings.reading.events.english import Named
from briefings.reading.events.words import nominative, nouns

_RIGHTWARD = frozenset({"ru", "uk", "be", "fa", "tg", "ps"})
"""Languages whose event noun stands before what it is an event of («саммит ОДКБ», «نشست شورای وزیران»)."""
_STOP = {
    "ru": r"в|во|на|с|со|по|к|и|о|об|для|из|от|до|при|после|перед|который|которая|пройд\w+|состо\w+|будет|начн\w+|"
    r"заплан\w+|намеч\w+|где|а|но",
    "fa": r"در|با|از|به|را|که|و|برای|روز|تا|برگزار|قرار|است|می\w*|خواهد|شرکت",
    "tg": r"дар|бо|аз|ба|ки|ва|баргузор|рӯзи|то",
    "ps": r"په|سره|به|کې|او|ته",
    "uk": r"в|у|на|з|та|і|й|до|по|відбудеться|пройде",
}
_TOKEN = re.compile(r"[^\W_][\w’'ʻ‘\u200c-]*|[^\w\s]")
_FUTURE_RU = re.compile(
    r"(?<!\w)(?:состоится|пройд[её]т|пройдут|посет[ия]т|встрет[ия]тся|прибуд[еу]т|провед[её]т|обсуд[ия]т|прим[еу]т|"
    r"начн[её]тся|откро[ею]тся|закрыва\w+|планиру\w+|будут?|будет|выступ[ия]т|подпиш[еу]т|вступ[ия]т|введ[её]т|"
    r"отправ[ия]тся|приед[еу]т|рассмотр[ия]т|запуст[ия]т|совершит)(?!\w)",
    re.IGNORECASE,
)


def name(sentence: str, start: int, end: int, language: str) -> Named | None:
    """Name the event dated at ``sentence[start:end]``; ``None`` when the sentence holds none."""
    masked = sentence[:start] + "," * (end - start) + sentence[end:]
    heads = list(nouns(language).finditer(masked))
    if heads:
        head = min(
            heads, key=lambda match: (min(abs(match.start() - start), abs(match.end() - end)), match.start())
        )
        return Named(_phrase(masked, head, language))
    if language in {"ru", "uk"} and _FUTURE_RU.search(masked):
        return _clause(masked)
    return None


def _phrase(text: str, head: re.Match[str], language: str) -> str:
    noun = nominative(head.group(), language)
    if language in _RIGHTWARD:
        words = _run(_TOKEN.findall(text[head.end() :]), language)
        phrase = " ".join([noun, *words])
    elif language == "zh":
        words = re.findall(r"[^\s，。,、在于将日月]{0,8}$", text[: head.start()])
        phrase = (words[0] if words else "") + noun
    else:
        words = _run(reversed(_TOKEN.findall(text[: head.start()])), language)
        # The head keeps its form: in these languages it carries the possession ("zirvesi", «саммиті»).
        phrase = " ".join([*reversed(words), head.group()])
    return phrase[:1].upper() + phrase[1:]


def _run(tokens: object, language: str) -> list[str]:
    stop = re.compile(rf"(?:{_STOP.get(language, '(?!)')})$", re.IGNORECASE)
    words: list[str] = []
    for token in tokens:  # type: ignore[attr-defined]
        if not token[0].isalnum() or stop.match(token) or len(words) == 5:
            break
        words.append(token)
    return words


def _clause(masked: str) -> Named | None:
    text = re.split(r"\s[—–]\s|заявил\w*, что|сообщил\w*, что", masked)[-1]
    text = re.sub(r"\s*(?:\b(?:в|во|с|со|на|до)\s*)?,{2,}\s*", " ", text).strip(" .,")
    return Named(text[:1].upper() + text[1:], sure=False) if 2 <= len(text.split()) <= 16 else None

"""Where an article begins and ends among the lines that were found: heading, by-line and farewells are cut."""

from __future__ import annotations

import re

_SENTENCE = re.compile(r"[.!?…։۔؟。！？:;][\"'”’»)\]]*$")
_UNSPACED = re.compile(r"[\u3400-\u9fff]")
"""Characters of Chinese, which parts its words with nothing: a dozen are a sentence."""
_SHORT = 100
"""Characters up to which a line that does not end like a sentence is no prose."""
_HEAD = 6
"""Lines at the top among which the heading and what belongs to it stand."""

_TAIL = 0.35
"""Share of the text at its end in which teasers of other articles stand."""

_FAREWELL = re.compile(
    r"^\W*(?:(?:please )?(?:follow|like|e-?mail|contact|write to|reach) .{0,80}(?:@|twitter|facebook|instagram"
    r"|telegram)"
    r"|get the (?:latest|day[’']s)|sign up |subscribe|have a tip|got a tip|(?:reporting|writing|editing) by "
    r"|.{0,60}contributed to this (?:report|story|article)|(?:all )?copyright|©|all rights reserved|our standards"
    r"|first published|post comment|click here|like this (?:story|article)|tell us what you think|comments?\W*$"
    r"|this copy is for|thank you\W*$|an error (?:has )?occurred|order reprints|print article"
    r"|подпи[сш]|следите за|присоединяйтесь|наш(?:и)? (?:канал|телеграм)|все права защищены|нашли ошибку"
    r"|заметили ошибку"
    r"|автор:|редактор:|больше новостей"
    r"|تمامی حقوق|ما را در|عضو کانال|obuna bo|barcha huquqlar|жазылыңыз|барлық құқық|ҳамаи ҳуқуқ)",
    re.IGNORECASE,
)
"""What pages say after the article has ended."""

_ONWARD = re.compile(
    r"^\W*(?:you (?:may|might) also (?:like|enjoy|be interested)|don[’']?t miss"
    r"|most (?:read|popular)|more (?:from|on|in|stories|news)"
    r"|related(?: \w+)?|read (?:more|also|next)|see (?:also|more)|also (?:read|on)|recommended|trending"
    r"|latest news|top stories|partner news|(?:in )?other news"
    r"|watch|listen"
    r"|читайте (?:также|ещ[её])|смотрите также|по теме|похожие|другие новости|ещ[её] по теме"
    r"|بیشتر بخوانید|مطالب مرتبط|اخبار مرتبط|mavzuga oid|o[ʻ'‘’]xshash|ұқсас|тағы оқыңыз|окшош|leggi anche"
    r"|lesen sie auch"
    r"|lire aussi|lea también|leia (?:também|mais)|ayrıca)\b",
    re.IGNORECASE,
)
"""How lists of other articles are headed."""


_SECTION = re.compile(
    r"^\W*(?:you (?:may|might) also (?:like|enjoy)|most (?:read|popular)|more (?:from|stories|news)|related (?:\w+)"
    r"|recommended(?: \w+)*|trending(?: \w+)*|latest (?:news|stories)|top stories|partner news|(?:in )?other news"
    r"|похожие (?:\w+)|другие новости|последние новости|новости партн[её]ров|главные новости|новости по теме"
    r"|اخبار مرتبط|مطالب مرتبط|آخرین اخبار|mavzuga oid\b.*|so[ʻ'‘’]nggi yangiliklar|соңғы жаңалықтар|акыркы жаңылыктар"
    r"|хабарҳои охирин)\W*$",
    re.IGNORECASE,
)
"""Headings under which even sentences are teasers."""


def trimmed(lines: list[str], title: str, headings: frozenset[str] = frozenset()) -> list[str]:
    """The lines of the article alone; all of them when nothing would be left."""
    kept = _without_end(_without_head(_without_asides(lines[: _lists_from(lines)]), title, headings))
    return kept or lines


def is_article(lines: list[str]) -> bool:
    """Whether lines hold a sentence, or enough to be a list that is an article; menus hold neither."""
    return any(map(is_prose, lines)) or sum(map(len, lines)) >= 2 * _SHORT


def _without_head(lines: list[str], title: str, headings: frozenset[str]) -> list[str]:
    """The lines after the heading, and after the short lines (day, author, place) that follow it."""
    mark = _letters(title)
    start = next((n + 1 for n, line in enumerate(lines[:_HEAD]) if mark and _letters(line) == mark), 0)
    while start < min(_HEAD, len(lines)) and (_is_label(lines[start]) or _letters(lines[start]) in headings):
        start += 1
    return lines[start:] if any(map(is_prose, lines[start:])) else lines


def _without_asides(lines: list[str]) -> list[str]:
    """The lines without ``Read more: …``, and without headlines that follow ``Don't miss``."""
    kept: list[str] = []
    aside = False
    for line in lines:
        aside = (_is_onward(line) or (aside and not _SENTENCE.search(line))) and not is_prose(line)
        if not aside and not _leads_on(line):
            kept.append(line)
    return kept


def _is_onward(line: str) -> bool:
    return len(line) < _SHORT / 2 and bool(_ONWARD.fullmatch(line.rstrip(".:… !")))


def _without_end(lines: list[str]) -> list[str]:
    """The lines up to the first heading of other articles that only labels follow, without farewells."""
    last = max((n for n, line in enumerate(lines) if is_prose(line)), default=len(lines) - 1)
    onward = next((n for n in range(last + 1, len(lines)) if _ONWARD.match(lines[n])), len(lines))
    end = onward
    while end and _FAREWELL.match(lines[end - 1]):
        end -= 1
    return lines[:end]


def _lists_from(lines: list[str]) -> int:
    """Where teasers of other articles begin under a heading that says so, in the last part of the text."""
    whole = passed = sum(map(len, lines))
    for n in range(len(lines) - 1, 0, -1):
        passed -= len(lines[n])
        if whole - passed > _TAIL * whole:
            break
        if len(lines[n]) < _SHORT / 2 and _SECTION.match(lines[n]):
            return n
    return len(lines)


def _leads_on(line: str) -> bool:
    """``Read more: Another headline``, amid the text."""
    return len(line) < 2 * _SHORT and bool(_ONWARD.match(line)) and (":" in line[:40]) and not is_prose(line)


def _is_label(line: str) -> bool:
    return (
        len(line) < _SHORT
        and not _SENTENCE.search(line)
        and bool(re.search(r"\d{4}|\d:\d\d|^\W*by\b", line, re.IGNORECASE))
    )


def is_prose(line: str) -> bool:
    """Whether a line is a sentence, or long enough to hold one, and no farewell."""
    return (
        (bool(_SENTENCE.search(line)) and (len(line.split()) >= 5 or len(_UNSPACED.findall(line)) >= 12))
        or len(line) >= 2 * _SHORT
    ) and not _FAREWELL.match(line)


def is_sentence(line: str) -> bool:
    """Whether a line ends like a sentence, however short; among prose it belongs to it."""
    return bool(_SENTENCE.search(line)) and len(line.split()) >= 3 and not _FAREWELL.match(line)


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()

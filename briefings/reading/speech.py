"""Who is named as the speaker of a statement, with his role and the channel.

Rules on words (``speech_words``), not a model: a verb of saying, its subject before or behind it, the agency or
audience it was said to.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from briefings.reading.events.places import find
from briefings.reading.speech_words import (
    AGENCIES,
    AUDIENCE,
    BODY,
    CASELESS_OFFICE,
    CYRILLIC_OFFICE,
    OFFICE,
    PARTICLES,
    PEOPLE,
    PREPOSITION,
    PRONOUNS,
    VERBS,
)

_LONGEST = 14
"""Words of an office; longer ones are half a sentence."""
_HE = re.compile(r"\W*(he|she|they|он|она|они|він|вона|вони|ӯ|او|وی|ол|ал)\b(?!-)", re.IGNORECASE)
_BY = re.compile(r"\s*According to ([^,\n]{2,80}),\s*\n\W*$")
_SAYING = re.compile(r"^\W*(?:deyə|diye|deya|дея|деп)\s+", re.IGNORECASE)
"""What Turkic languages put between the words and who said them."""
GAP = "\n"
"""What stands for the statement in the words around it."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person or body that speaks."""

    name: str = ""
    role: str = ""
    channel: str = ""
    pronoun: bool = False
    """Named by a pronoun or a bare office: somebody who stands earlier in the text."""
    leading: bool = False
    """Named by the word that begins the sentence, whose capital proves nothing."""


class Rules(NamedTuple):
    """Compiled patterns of one language."""

    verb: re.Pattern[str]
    pronoun: re.Pattern[str] | None
    channel: re.Pattern[str]
    hint: re.Pattern[str]
    """The verb in lower case: tells in a third of the time that a text has none."""


@lru_cache(maxsize=32)
def rules(language: str) -> Rules | None:
    """Return the patterns of a language; ``None`` when its verbs of saying are not known."""
    verbs = VERBS.get(language)
    if verbs is None:
        return None
    edge = "" if language == "zh" else r"\b"
    pronouns = PRONOUNS.get(language)
    audience = AUDIENCE.get(language, r"(?!)")
    return Rules(
        re.compile(f"{edge}(?:{verbs}){edge}", re.IGNORECASE),
        re.compile(rf"\W*(?:{pronouns})\W*", re.IGNORECASE) if pronouns else None,
        re.compile(rf"(?<!\w)(?P<agency>{AGENCIES})(?!\w)|(?<!\w)(?P<audience>{audience})(?!\w)"),
        re.compile(f"{edge}(?:{verbs}){edge}"),
    )


def speaker_in(words: str, language: str) -> Speaker | None:
    """Read the words around a statement: "He told TASS on Wednesday".

    ``GAP`` stands for the statement itself. Whoever speaks is named on the same side of it as the verb. Words that
    name neither a person nor an office are nobody.
    """
    known = rules(language)
    if known is None:
        return None
    verb = known.verb.search(words)
    channel = known.channel.search(words)
    if verb is None and (by := _BY.match(words)):
        return _subject(by[1], known, "")
    if verb is None:
        named = re.match(r"\s*([^\n:]{2,90}?)\s*:\W*$", words)
        found = _subject(named[1], known, "") if named else None
        # "Ushakov: ..." and "The minister: ..." name a speaker; any other words before a colon do not.
        office = found and (OFFICE.search(found.role) or CYRILLIC_OFFICE.match(found.role))
        return found if found and (found.name or found.pronoun or office) else None
    before = words[: verb.start()].rsplit(GAP, 1)[-1]
    behind = words[verb.end() :].split(GAP, 1)[0]
    said = _channel(channel)
    if _inverted(before) or _closed(before):
        found = _subject(behind, known, said) or _subject(before, known, said)
    else:
        found = _subject(_nearest(before, known), known, said)
        if (
            found
            and found.name
            and GAP not in words[: verb.start()]
            and before.lstrip().startswith(found.name)
        ):
            found = replace(found, leading=True)
    if found is None and not re.search(r"\w", before + behind):  # X: «…», – деді
        earlier = words[: verb.start()].split(GAP)[:-1]
        found = _subject(_nearest(earlier[-1].rstrip(" ,:—–-"), known), known, said) if earlier else None
    return found and replace(found, channel=said)


def _closed(before: str) -> bool:
    """Tell "in the view of some, said X" from "Lavrov, the foreign minister, said"."""
    parts = re.split(r"[,،]", before.rstrip())
    name, role = split_name(parts[-3].strip(' "“«—–-')) if len(parts) > 2 else ("", "")
    return len(parts) > 1 and not parts[-1] and not (name and not role)


def _nearest(before: str, known: Rules) -> str:
    """The subject among the words before its verb: what stands behind their last comma, with its apposition.

    "In a call with analysts, Papa", "Lavrov, the foreign minister," and "Lavrov, Russian foreign minister".
    """
    parts = [part.strip() for part in re.split(r"[,،]", before)]
    if len(parts) < 2 or (known.pronoun and known.pronoun.fullmatch(parts[-1])):
        return parts[-1]
    if parts[-1]:
        name, role = split_name(parts[-1])
        leading, none = split_name(parts[-2])
        return f"{parts[-2]}, {parts[-1]}" if role and not name and leading and not none else parts[-1]
    return ", ".join(parts[-3:-1])


def _inverted(before: str) -> bool:
    """Tell "…", said X from X said "…"."""
    return not re.search(r"\w", before) or len(before.strip(' ,.—–-"”»')) < 2


def _channel(match: re.Match[str] | None) -> str:
    if match is None:
        return ""
    return re.sub(r"^(?:a|the|на)\s+", "", match.group())


def _subject(words: str, known: Rules, channel: str) -> Speaker | None:
    """Cut role and name out of the words on the subject's side of the verb."""
    if known.pronoun and known.pronoun.fullmatch(
        words.split(",", maxsplit=1)[0].rsplit(";", maxsplit=1)[-1] or " "
    ):
        words = words.split(",", maxsplit=1)[0].strip()
        return Speaker(role=_plain(words) if len(words) > 4 else "", pronoun=True)
    words = _SAYING.sub("", words)
    if first := _HE.match(words):
        return Speaker(role="", pronoun=True) if known.pronoun and known.pronoun.fullmatch(first[1]) else None
    words = known.channel.sub(" ", words) if channel else words
    words = re.split(r"\b(?:that|in an interview|in a statement|at a|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
                     r"что|в интервью|в ходе|в эфире|на встрече|во время|در|به)\b", words)[0]  # fmt: skip
    main, apposition = (*re.split(r"[,،]", words.strip(' ,،.—–-:;"“”«»'), maxsplit=1), "")[:2]
    name, role = split_name(main)
    if (
        not role
        and apposition
        and (OFFICE.search(apposition) or not re.search(r"[A-ZА-Я]\w+ [A-ZА-Я]\w+$", apposition))
    ):
        role = apposition.strip(" ,،.")
    role = _plain(role)
    if not _caseless(main) and not _is_office(role):
        role = ""
    return Speaker(name, role, channel) if (name and name != "I") or role else None


def _is_office(role: str) -> bool:
    """Whether words name an office, a body or people; "in October" and "for the industry" do not."""
    words = role.split()
    if len(words) > _LONGEST:
        return False
    if not words or PREPOSITION.fullmatch(words[0]):
        return (
            bool(words)
            and words[0].casefold() in ("в", "во")
            and any(_is_body(word) or PEOPLE.search(word) for word in words[1:])
        )
    return bool(OFFICE.search(role) or PEOPLE.search(role)) or any(
        CYRILLIC_OFFICE.match(word) or _is_body(word) for word in words
    )


def _is_body(word: str) -> bool:
    return bool(BODY.match(word)) or (len(word) > 1 and word.isupper())


def split_name(words: str) -> tuple[str, str]:
    """Part "Russian Foreign Minister Sergey Lavrov" into name and role; a bare office has no name."""
    words = words.strip()
    parts = words.split()
    if not parts:
        return "", ""
    roles = [match.end() for match in OFFICE.finditer(words)]
    if roles:
        tail = words[roles[-1] :].strip()
        if not tail or not tail[0].isupper():
            return "", words
        return tail, words[: roles[-1]].strip()
    if not words[0].isascii() and not _caseless(words):
        return _cyrillic_name(parts)
    if _caseless(words):
        return ("", words) if CASELESS_OFFICE.match(words) else (" ".join(parts[:4]), "")
    return (words, "") if all(part[0].isupper() or part in PARTICLES for part in parts) else ("", words)


def _cyrillic_name(parts: list[str]) -> tuple[str, str]:
    """Take the capitalised words at the end: «министр иностранных дел РФ Сергей Лавров»."""
    index = len(parts)
    while index and _namelike(parts[index - 1]) and len(parts) - index < 3:
        index -= 1
    # «министр обороны России Сергей Петров», «представитель Афганистана»: the country belongs to the office.
    while index < len(parts) and (BODY.match(parts[index]) or find(parts[index], "ru")):
        index += 1
    return " ".join(parts[index:]), " ".join(parts[:index])


def _namelike(word: str) -> bool:
    return word[0].isupper() and not word.isupper() and not CYRILLIC_OFFICE.match(word)


def _caseless(words: str) -> bool:
    return words.lower() == words.upper()


def _plain(role: str) -> str:
    return re.sub(r"^(?:the|a|an)\s+", "", role.strip(" ,.;"), flags=re.IGNORECASE)

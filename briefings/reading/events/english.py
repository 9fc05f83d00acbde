"""Names events in English sentences: a noun phrase out of the sentence's own words."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefings.reading.events.clauses import CLAUSES, KEYS, MODAL
from briefings.reading.events.words import nouns


class Named(NamedTuple):
    """An event as a sentence names it."""

    name: str
    where: str = ""
    """Words that hold its place: behind "visit to", or the host."""
    sure: bool = True
    """False when only the sentence itself could serve as a name."""


_SAYS = re.compile(r"^([A-Z][\w .-]{1,40}?)\s+(?:says|said)\s+((?:will|to|plans to|may)\s)")
_CUT = re.compile(r"[,;]\s+(?=(?:[\w.’'-]+\s+){1,5}?(?:will|to be|is to|plans to|set to|said|says)\s)")
"""Where a clause with a verb of its own begins."""
_SOLEMN = re.compile(r"\b(state|official|working)\s+visit\b", re.IGNORECASE)
_SMALL_WORDS = """of the to in on at for with and from by between visit state working official meeting talks
    summit session forum conference drills exercises heads leaders aide republic council members
    signing ceremony briefing weekly informal trilateral bilateral annual next first second third head
    leader trip a an"""
_ACRONYMS = frozenset(
    {"csto", "sco", "cis", "eaeu", "brics", "un", "eu", "nato", "osce", "uae", "us", "fm", "unga", "ots"}
)
_SMALL = frozenset(_SMALL_WORDS.split())
_WORD = re.compile(r"[\w’'.+-]+(?:[’']s)?|[,;:—–()\"“”]|‘[^’]+,?’")
_LEFT_STOP_WORDS = """
    the a an his her their its this that these those at in on to for of with from by during after before ahead amid
    and or will would be is are was were has have had hold holds held attend attends attended host hosts hosted join
    joins begin begins start starts open opens skip address expects expect plans plan launch conduct conducting
    conducts announce announces proposes propose said says discuss discusses part take next last first upcoming
    planned scheduled under into about as his than against confirm confirms coming following any no another arrived
    visit pay paid regular over more
    calls call sets backs seeks urges wants supports skips awaits says see sees
"""
_LEFT_STOP = frozenset(_LEFT_STOP_WORDS.split())
_RIGHT = frozenset({"of", "between", "with", "on", "to", "for", "against"})
_RIGHT_STOP_WORDS = """
    will would be is are was were has have had to may might could in at for by from during after before that which
    who where when and says said as amid scheduled set due planned held takes took begins starts this next last
    until kicks opens plans to
"""
_RIGHT_STOP = frozenset(_RIGHT_STOP_WORDS.split())
_WAY = re.compile(
    r"\s+of (?:\w+ ){1,4}from (?:[A-Z][\w-]+ ){1,3}to [A-Z][\w-]+(?:-[\w-]+)*(?:, [A-Z][\w-]+)*"
)
"""Of the launch of a line: whence and whither belong to its name."""
_OFFICE = re.compile(
    r"\b(?:secretary|chair(?:man|woman|person)?|president|head|chief|deputy|members?|spokes\w+|envoy|representative)"
    r"(?:[ -]general)? of (?:the )?(?:[\w()-]+ ){0,3}$",
    re.IGNORECASE,
)
_OFFICER = re.compile(
    r"(?:['’]s)? (?:secretary|chair(?:man|woman|person)?|president|head|chief|members?|spokes\w+)\b"
)
"""What stands before and behind a noun that says of which body somebody is, not what takes place."""
_COMMON_NOUNS = re.compile(
    r"^(?:Air|Border|Business|Customs|Defen[cs]e|Delegations?|Deputy|Diplomats|Energy|Experts|Finance|Foreign|"
    r"Government|Heads|Health|Interior|Justice|Lawmakers|Leaders|Members|Military|Ministers|Negotiators|Officials|"
    r"Parliamentary|Police|Presidents|Rail|Railway|Regional|Representatives|Security|Senior|Surveyors|Top|Trade|"
    r"Transport|Water)(?=\s[a-z]|$)"
)
"""Words with a capital only because a sentence begins with them: a small word follows, or nothing."""
_MEMBERS = re.compile(
    r"^(?P<head>summit|session|meeting)s? of (?:the )?(?P<body>[A-Z][A-Z+\d]{2,})(?:'s|’s)?"
    r"(?: (?:member|leaders|heads|countries|states|members|state|of).*)?$",
    re.IGNORECASE,
)
_OFFICES = re.compile(
    r"^(?:(?:russian|chinese|kazakh|uzbek|tajik|kyrgyz|turkmen|afghan|us|american|armenian|azerbaijani|"
    r"georgian|turkish|iranian|belarusian)\s+)?president\s+(?:[A-Z][\w-]+\s+)?(?=[A-Z][\w-]+$)",
    re.IGNORECASE,
)


def name(sentence: str, start: int, end: int) -> Named | None:
    """Name the event dated at ``sentence[start:end]``; ``None`` when the sentence holds none."""
    masked = _SAYS.sub(_blank_says, _mask(sentence, start, end))
    clause = _clause_around(masked, start)
    found = _named(clause, start)
    if found is None or (len(found.name.split()) < 3 and clause != masked):
        found = _named(masked, start) or found or _whole(masked)
    if found and sentence == sentence.lower():
        return found._replace(name=_recase(found.name))
    return found._replace(name=found.name.replace(",’", "’,")) if found else None


def _named(masked: str, start: int) -> Named | None:
    lower = masked.lower()
    met = {key for key in KEYS if key in lower}
    for clause in CLAUSES:
        match = None if met.isdisjoint(clause.keys) else clause.pattern.search(masked)
        found = _from_clause(clause.kind, match) if match else None
        if found:
            return found
    phrase = _phrase(masked, start)
    return Named(phrase) if phrase else None


def _blank_says(match: re.Match[str]) -> str:
    """Make "Doe says will visit" "Doe will visit", places kept."""
    return match[1].ljust(match.start(2) - match.start(1)) + match[2]


def _clause_around(masked: str, start: int) -> str:
    """Return the main clause that holds the date, the rest blanked so that places in it keep their offsets."""
    cuts = [match.start() for match in _CUT.finditer(masked)]
    first = max((cut for cut in cuts if cut < start), default=0)
    last = min((cut for cut in cuts if cut > start), default=len(masked))
    return ";" * first + masked[first:last]


def _mask(sentence: str, start: int, end: int) -> str:
    """Blank the date with its preposition, so that phrases run on behind it."""
    before = re.sub(r"\b(?:on|in|for|from|since|until|by|early|late|at)\s+$", "", sentence[:start])
    return before + "," * (start - len(before)) + "," * (end - start) + sentence[end:]


def _from_clause(kind: str, match: re.Match[str]) -> Named | None:
    parts = match.groupdict()
    subject = _tidy(parts.get("subject") or "")
    target = _tidy(parts.get("object") or "")
    if kind == "polls":
        return Named("Elections")
    if kind == "host":
        return Named(_capital(_tidy(_phrase(target, len(target)) or target)), subject)
    if kind == "gather":
        return Named(_capital(f"meeting of {_person(subject)}"))
    return _visit(match, subject, target) if kind == "visit" else _meeting(match, subject, target)


def _visit(match: re.Match[str], subject: str, target: str) -> Named:
    parts = match.groupdict()
    solemn = _SOLEMN.search(match.string)
    adjective = _adjective(parts.get("adjective") or "") or (f"{solemn[1].lower()} " if solemn else "")
    noun = {"trip": "trip", "tour": "tour"}.get((parts.get("kind") or "").lower(), "visit")
    who = f" of {_person(subject)}" if subject else ""
    return Named(_capital(f"{adjective}{noun}{who} to {target}"), target)


def _meeting(match: re.Match[str], subject: str, target: str) -> Named | None:
    """Name a meeting or talks; an invitation may be to a visit."""
    parts = match.groupdict()
    kind = (parts.get("talks") or parts.get("what") or "").lower()
    if not subject:
        return None
    if kind == "visit":
        return Named(f"Visit of {_person(subject)} to {_person(target)}")
    noun = kind if kind in {"talks", "negotiations"} else "meeting"
    if target:
        return Named(_capital(f"{noun} between {_person(subject)} and {_person(target)}"))
    two = noun != "meeting" and " and " in subject
    return Named(_capital(f"{noun} {'between' if two else 'of'} {_person(subject)}"))


def _phrase(text: str, near: int) -> str:
    """Return the noun phrase around the event noun that stands nearest to the date."""
    heads = [match for match in nouns("en").finditer(text) if not _of_an_office(text, match)]
    if not heads:
        return ""
    head = min(
        heads, key=lambda match: (min(abs(match.start() - near), abs(match.end() - near)), match.start())
    )
    left = _left(text[: head.start()])
    right = _right(text[head.end() :])
    way = _WAY.match(text, head.end()) if right.startswith("of ") else None
    phrase = _tidy(f"{left} {head.group()} {way.group().strip() if way else right}")
    owner = re.match(r"(?P<who>.+?)[’']s?\s+(?P<what>.*)$", phrase)
    if owner and owner["what"].split()[0].lower() in {"visit", "trip", "tour"}:
        phrase = f"{owner['what'].split()[0]} of {owner['who']} {' '.join(owner['what'].split()[1:])}"
    if len(phrase.split()) == 1:
        owned = re.match(rf"\W*(?P<who>(?:[\w.+&’'-]+\s+){{1,4}}?){MODAL}\s", text)
        phrase = _owned(phrase, owned["who"].strip()) if owned else phrase
    members = _MEMBERS.match(phrase)
    if members:
        phrase = f"{members['body']} {members['head']}"
    return _capital(phrase.strip())


def _of_an_office(text: str, noun: re.Match[str]) -> bool:
    """Whether the noun is part of a compound, or of what somebody is: "the secretary of the Security Council"."""
    behind = text[noun.end() :]
    return behind.startswith("-") or bool(_OFFICER.match(behind) or _OFFICE.search(text[: noun.start()]))


def _owned(noun: str, who: str) -> str:
    """Name a bare noun by whose it is: "The assembly in Osh will vote" is the vote of the assembly in Osh."""
    bare = re.sub(r"^(?:the|a|an)\s+", "", who, flags=re.IGNORECASE)
    if not bare or noun.lower() in bare.lower():
        return noun
    if " in " in bare or " of " in bare:
        return f"{noun} of {'the ' if bare != who else ''}{bare}"
    return f"{bare} {noun}"


def _left(before: str) -> str:
    words: list[str] = []
    for token in reversed(_WORD.findall(before)):
        if not re.match(r"[\w‘]", token) or token.lower() in _LEFT_STOP or len(words) == 5:
            break
        words.insert(0, token)
    return " ".join(words)


def _right(behind: str) -> str:
    words: list[str] = []
    for token in _WORD.findall(behind):
        lower = token.lower()
        if not re.match(r"[\w‘]", token) and token not in {"“", "”", '"'}:
            break
        if not words and lower not in _RIGHT and not token.startswith("‘"):
            break
        if words and (lower in _RIGHT_STOP or len(words) == 9):
            break
        words.append(token)
    while words and words[-1].lower() in _RIGHT | {"the", "a", "an", "starting"}:
        words.pop()
    return " ".join(words)


def _whole(masked: str) -> Named | None:
    """Keep a short announcement as its own name: "EU may decide on the assets"."""
    text = re.split(r"\s[—–-]\s|,\s+(?:\w+\s){0,6}(?:says?|said)\b", masked)[0]
    if not re.search(rf"\s{MODAL}\s+[a-z]", text):
        return None
    text = _tidy(re.sub(r",{2,}", " ", text))
    return Named(_capital(text), sure=False) if 3 <= len(text.split()) <= 16 else None


def _tidy(words: str) -> str:
    words = re.sub(r",{2,}", " ", words)
    words = re.sub(r"^[^\w‘“\"]+|#", "", words)
    words = re.sub(r"\s+(?:today|tomorrow|tonight|starting|from|on)$", "", words, flags=re.IGNORECASE)
    return re.sub(r"\s+", " ", words).strip(' ,.;:—–-"“”')


def _adjective(words: str) -> str:
    kept = [
        word
        for word in words.split()
        if not re.search(r"-day$|^(?:an?|the|his|her|their)$", word, re.IGNORECASE)
    ]
    return " ".join(kept) + " " if kept else ""


def _person(subject: str) -> str:
    """Drop what stands before the subject proper: "Trump says Witkoff" is about Witkoff."""
    subject = re.sub(r"^.*\b(?:says?|said|announces|that|for)\s+(?=[A-Z])", "", subject)
    subject = re.sub(r"^(?:on|in)\s+", "", subject, flags=re.IGNORECASE)
    subject = re.sub(r"^(?:The|A|An)(?=\s)", lambda found: found.group().lower(), subject)
    subject = _COMMON_NOUNS.sub(lambda found: found.group().lower(), subject)
    subject = re.sub(r"\s+(?:met|agreed|agree|held|arrived|decided|signed|and (?:will|to))\b.*$", "", subject)
    return _OFFICES.sub("President ", subject)


def _recase(words: str) -> str:
    """Give names in a text all in lower case their capitals: every word that is not a common one."""
    return _capital(
        " ".join(word if word in _SMALL else word[:1].upper() + word[1:] for word in words.lower().split())
    )


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]

"""Who says what: direct quotations with speaker, role, channel and the status of their wording.

Only words that the source itself puts between quotation marks are direct; what it reports in its own words is
indirect and is never printed as a quotation. A quotation inside a quotation belongs to the outer speaker's words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from briefings.reading.dates import mentions
from briefings.reading.marks import has_quotation, quotations
from briefings.reading.speech import GAP, Speaker, rules, speaker_in
from briefings.text import sentences
from briefings.types import Quote

if TYPE_CHECKING:
    from briefings.types import When

_MOST = 100
"""Statements kept of one text."""
_LONGEST = 6000
"""Characters of a sentence with its quotations beyond which it is no sentence."""
_SHORTEST = 4
"""Words below which marks hold a name or a single word, not a statement."""
_HOME = {
    "TASS": "ru", "RIA Novosti": "ru", "Interfax": "ru", "Sputnik": "ru", "Khovar": "tg", "Kabar": "ky",
    "Kazinform": "kk", "Xinhua": "zh", "IRNA": "fa", "Tasnim": "fa", "Anadolu": "tr", "Azertac": "az",
    "Armenpress": "hy", "Reuters": "en", "AFP": "fr",
}  # fmt: skip
"""Language in which an agency takes its interviews."""
_THAT = {
    "en": re.compile(r"\bthat\b\s+"),
    "ru": re.compile(r",\s*что\s+"),
    "uk": re.compile(r",\s*що\s+"),
    "fa": re.compile(r"\bکه\s+"),
    "tg": re.compile(r",?\s*ки\s+"),
}
_WORK = re.compile(
    r"\b(?:книг|стать|роман|фильм|песн|альбом|сериал|журнал|газет|рубрик|названи|лозунг|надпис|заголов|плакат|проект"
    r"|book|novel|film|movie|song|album|series|titled|entitled|headlined|called|slogan|headline|banner)\w*\W{1,3}$",
    re.IGNORECASE,
)
"""Words before the marks of a title, a slogan or a name."""


@dataclass(slots=True)
class _Memory:
    """Speakers met so far in one text."""

    last: Speaker = field(default_factory=Speaker)
    named: dict[str, Speaker] = field(default_factory=dict)

    def resolve(self, speaker: Speaker) -> Speaker:
        """Give a pronoun or a surname the person it stands for, and remember him."""
        if speaker.pronoun and not (self.last.name or self.last.role):
            return replace(speaker, pronoun=False)
        if speaker.pronoun:
            return replace(self.last, channel=speaker.channel)
        names = self.named
        known = names.get(_surname(speaker.name)) if speaker.name else None
        if known:
            speaker = replace(
                speaker,
                name=max(known.name, speaker.name, key=len),
                role=max(known.role, speaker.role, key=len),
            )
        elif speaker.name and not speaker.role and self.last.role and not self.last.name:
            # "The Secretary-General said ... Imangali Tasmagambetov stated": the office is named one sentence later.
            speaker = replace(speaker, role=self.last.role)
        if speaker.name:
            names[_surname(speaker.name)] = speaker
        self.last = speaker
        return speaker


def extract(
    text: str,
    language: str,
    *,
    published: When | None = None,
    wire: str = "",
    publisher: str = "",
) -> tuple[Quote, ...]:
    """Find the statements in ``text``, in order.

    ``wire`` is the agency that the text retells, ``publisher`` the outlet: words that came through a wire into another
    language are ``retranslated``.
    """
    known = rules(language)
    if known is None or not (has_quotation(text) or known.hint.search(text.lower())):
        return ()
    memory = _Memory()
    found: list[Quote] = []
    spans = quotations(text)
    for start, end in _sentences(text, language, spans):
        if len(found) < _MOST and end - start < _LONGEST:
            inside = spans[bisect_left(spans, (start, 0)) : bisect_left(spans, (end, 0))]
            found.extend(_in_sentence(text, (start, end), inside, language, memory))
    wording = _wording(language, wire, publisher)
    # Words that nobody is named for are no statement that a brief could print.
    named = [quote for quote in _name_offices(found) if quote.speaker or quote.role]
    return tuple(
        replace(
            quote,
            wording=wording if quote.direct else "unknown",
            said=_said(text, quote, language, published),
        )
        for quote in named
    )


def _sentences(text: str, language: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return sentences, those that a quotation spans joined."""
    joined: list[tuple[int, int]] = []
    open_until = -1
    for start, end in sentences(text, language):
        if joined and start < open_until:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
        before = bisect_left(spans, (end, 0)) - 1
        if before >= 0 and spans[before][0] < end < spans[before][1]:
            open_until = spans[before][1]
    return _with_tails(text, joined)


def _with_tails(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join «…», — сказал X, whose tail the sentence cutter parts after "!»" or "?»"."""
    out: list[tuple[int, int]] = []
    for start, end in spans:
        if out and re.match(r"[,—–-]\s", text[start : start + 2]) and "\n\n" not in text[out[-1][1] : start]:
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out


def _in_sentence(
    text: str, bounds: tuple[int, int], spans: list[tuple[int, int]], language: str, memory: _Memory
) -> list[Quote]:
    start, end = bounds
    direct = [
        (first - start, last - start)
        for first, last in spans
        if len(text[first:last].split()) >= _SHORTEST
        and not _WORK.search(text, max(start, first - 40), first)
    ]
    if not direct:
        return _indirect(text, start, end, language, memory)
    frame = _frame(text[start:end], direct)
    speaker = speaker_in(frame, language)
    if speaker is None and not frame.strip(f' ,.:;—–-"“”«»{GAP}'):
        speaker = Speaker(pronoun=True)  # a sentence that is all quotation goes on with the one before
    if speaker is None or (speaker.leading and not _is_known(speaker.name, text, memory)):
        return []
    speaker = memory.resolve(speaker)
    return [_direct(text, start + first, start + last, speaker) for first, last in direct]


def _is_known(name: str, text: str, memory: _Memory) -> bool:
    """Whether a word that begins its sentence is a name: several words are, or it stands within a sentence as well."""
    if len(name.split()) > 1 or name.isupper() or _surname(name) in memory.named:
        return True
    stem = re.escape(name[: max(4, len(name) - 1)])
    return re.search(rf"(?<=[\w,;] ){stem}", text) is not None


def _direct(text: str, first: int, last: int, speaker: Speaker) -> Quote:
    words = text[first:last].rstrip(" ,")
    start = first + len(words) - len(words.lstrip())
    return Quote(words.lstrip(), start, speaker.name, speaker.role, speaker.channel)


def _frame(sentence: str, spans: list[tuple[int, int]]) -> str:
    """Return the sentence without its quotations."""
    parts, at = [], 0
    for first, last in spans:
        parts.append(sentence[at : first - 1])
        at = last + 1
    return GAP.join([*parts, sentence[at:]])


def _indirect(text: str, start: int, end: int, language: str, memory: _Memory) -> list[Quote]:
    that = _THAT.get(language)
    match = that.search(text, start, end) if that else None
    if match is None:
        return []
    speaker = speaker_in(text[start : match.start()], language)
    if speaker is None or (speaker.leading and not _is_known(speaker.name, text, memory)):
        return []
    speaker = memory.resolve(speaker)
    words = text[match.end() : end].rstrip(" .")
    return [Quote(words, match.end(), speaker.name, speaker.role, speaker.channel, direct=False)]


def _name_offices(quotes: list[Quote]) -> list[Quote]:
    """Give statements of a bare office the name that the same role bears later in the text."""
    names = {quote.role: quote.speaker for quote in reversed(quotes) if quote.role and quote.speaker}
    return [
        replace(quote, speaker=names.get(quote.role, quote.speaker)) if not quote.speaker else quote
        for quote in quotes
    ]


def _said(text: str, quote: Quote, language: str, published: When | None) -> When | None:
    """Return the day named in the statement's frame ("told TASS on Wednesday"), if one is."""
    if published is None or published.precision not in {"day", "minute", "second"}:
        return None
    first = max(text.rfind("\n", 0, quote.start), quote.start - 160, 0)
    days = [item.when for item in mentions(text[first : quote.start], language, published.start)]
    return next((when for when in days if when.precision == "day" and when.start <= published.end), None)


def _wording(
    language: str, wire: str, publisher: str
) -> Literal["original", "translated", "retranslated", "unknown"]:
    home = _HOME.get(wire or publisher)
    if home is None or home == language:
        return "unknown"
    return "retranslated" if wire and wire != publisher else "translated"


def _surname(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1].lower() if name else ""

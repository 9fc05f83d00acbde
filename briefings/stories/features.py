"""What of a document takes part in grouping.

Two passes: which words are names is learned from all documents of the set (a capital within a sentence, seldom
a small letter), so that a headline in capitals and a name at the head of a sentence are read alike.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefings.stories.words import INSIDE, WORD, bones, counted, folded, stem
from briefings.text import script, sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefings.types import Tagged

Bag = dict[str, float]

_LEVELS = {"primary": 1.3, "secondary": 1.0}
_KINDS = {"body": 3.0, "border": 3.0, "country": 1.0, "theme": 0.3}
"""What a topic counts beside a word: of two headlines on one day "CSTO" tells more than "Russia"."""
_READ = 2800
"""Characters of a text that are compared, some 400 words: a news item says what happened well before."""
_LEAD = 300
"""Characters of the lead: what is news in a news item (on ECB+ and Russian pairs half of the evidence)."""
_CAPITALS = frozenset({"Latn", "Cyrl", "Armn", "Grek"})


@dataclass(frozen=True, slots=True)
class Bare:
    """A document as it comes in."""

    id: str
    title: str
    text: str
    language: str = ""
    topics: Mapping[str, str] = field(default_factory=dict)
    """Watched topic -> level."""
    day: int | None = None
    """Day of publication as a proleptic ordinal."""
    happened: tuple[int, ...] = ()
    """Days of past events that it tells of, as ordinals."""


@dataclass(frozen=True, slots=True)
class Doc:
    """One document as the grouping sees it."""

    bare: Bare
    tongue: tuple[str, str]
    """Script and language: only within one, words are compared."""
    size: int
    """Words."""
    bag: Bag
    """Everything that is compared within one language: stems, ``signs``, and topics as ``t:``."""
    signs: Bag
    """What is alike in every language: ``k:`` skeletons of names, ``#`` numbers."""
    lead: Bag
    """Stems and numbers of title and lead."""
    heading: frozenset[str]
    """Stems of the title."""
    names: frozenset[str]
    """Skeletons of the names in it."""
    heading_names: frozenset[str]
    numbers: frozenset[str]
    heading_numbers: frozenset[str]
    units: Mapping[str, frozenset[str]]
    """Of the title: unit -> numbers (``dead`` -> 3)."""
    days: frozenset[tuple[int, int]]
    """(day, month) pairs that title and lead name."""

    @property
    def id(self) -> str:
        """Return the document's own id."""
        return self.bare.id


def bare(item: Tagged) -> Bare:
    """Return an article and its tags as a document."""
    article = item.article
    exact = [
        event.when.start.toordinal()
        for event in article.events
        if event.status == "past" and event.when.precision in ("day", "minute", "second")
    ]
    return Bare(
        article.id,
        article.title,
        article.text,
        article.language,
        {tag.topic: tag.level for tag in item.tags if tag.level in _LEVELS},
        article.published.start.toordinal() if article.published else None,
        tuple(sorted(set(exact))),
    )


def read(documents: Sequence[Bare]) -> list[Doc]:
    """Return the features of each document; what is a name is learned from them all."""
    parts = [_parts(document) for document in documents]
    names = _names(f"{title}\n{text}" for title, text in parts)
    return [_doc(document, *part, names) for document, part in zip(documents, parts, strict=True)]


def _parts(document: Bare) -> tuple[str, str]:
    """Title and text; a text without title has its first sentence for one."""
    title, text = document.title.strip(), document.text[:_READ]
    if not title and (found := sentences(text)):
        start, end = found[0]
        title, text = text[start:end], text[end:]
    return title, text


def _names(texts: Iterable[str]) -> frozenset[str]:
    """Folded words that stand with a capital within sentences more often than with a small letter."""
    great: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for text in texts:
        inside = INSIDE.findall(text)
        if 2 * sum(word[0].isupper() for word in inside) > len(inside) > 5:
            inside = [word for word in inside if word.islower()]  # a headline in capitals tells nothing
        for word in set(inside):
            (great if word[0].isupper() else small)[word] += 1
    names: Counter[str] = Counter()
    for word, number in great.items():
        names[folded(word)] += number
    for word, number in small.items():
        if folded(word) in names:
            names[folded(word)] -= number
    return frozenset(word for word, number in names.items() if number > 0)


def _doc(document: Bare, title: str, text: str, names: frozenset[str]) -> Doc:
    letters = script(f"{title}\n{text[:500]}")
    known = names if letters in _CAPITALS else None
    above, below = Counter(WORD.findall(title)), Counter(WORD.findall(text))
    heading, heading_signs = _weigh(above, known)
    words, signs = _weigh(below + above + above, known)  # what the title says counts twice
    lead, lead_signs = _weigh(Counter(WORD.findall(f"{title} {text[:_LEAD]}")), known)
    topics = {
        "t:" + topic: _LEVELS[level] * _KINDS.get(topic.split(".")[0], 1.0)
        for topic, level in document.topics.items()
    }
    return Doc(
        bare=document,
        tongue=(letters, document.language),
        size=sum(above.values()) + sum(below.values()),
        bag=words | signs | topics,
        signs=signs,
        lead=lead | {sign: weight for sign, weight in lead_signs.items() if sign[0] == "#"},
        heading=frozenset(heading),
        names=_kind("k", signs) if known is not None else frozenset(),
        heading_names=_kind("k", heading_signs) if known is not None else frozenset(),
        numbers=_kind("#", signs),
        heading_numbers=_kind("#", heading_signs),
        units=counted(title)[1],
        days=counted(f"{title} . {text[: 2 * _LEAD]}")[0],
    )


def _kind(mark: str, signs: Bag) -> frozenset[str]:
    return frozenset(sign for sign in signs if sign[0] == mark)


def _weigh(words: Counter[str], names: frozenset[str] | None) -> tuple[Bag, Bag]:
    """Stems and signs with their counts; without capitals (``names`` is None) every longer word may be a name."""
    stems: Bag = {}
    signs: Bag = {}
    for word, number in words.items():
        plain = folded(word)
        if word[0].isdigit():
            signs["#" + plain] = signs.get("#" + plain, 0) + number
        elif root := stem(plain):
            stems[root] = stems.get(root, 0) + number
            frame = _frame(word, plain, names)
            if frame:
                signs[frame] = signs.get(frame, 0) + number
    return stems, signs


def _frame(word: str, plain: str, names: frozenset[str] | None) -> str:
    if names is not None and not (word[0].isupper() and plain in names):
        return ""
    frame = bones(plain)
    return "k:" + frame if len(frame) > (1 if names is not None else 2) else ""

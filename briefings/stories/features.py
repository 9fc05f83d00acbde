"""What of a document takes part in grouping.

Two passes: which words are names is learned from all documents of the set (a capital within a sentence, seldom
a small letter), so that a headline in capitals and a name at the head of a sentence are read alike.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefings.stories.kinds import incident
from briefings.stories.words import NAME, WORD, counted, month_first, word
from briefings.text import script, sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from briefings.types import Span, Tagged

Bag = dict[str, float]

_LEVELS = {"primary": 1.3, "secondary": 1.0}
_KINDS = {"body": 3.0, "border": 3.0, "country": 1.0, "theme": 0.3}
"""What a topic counts beside a word: of two headlines on one day "CSTO" tells more than "Russia"."""
_READ = 2800
"""Characters of a text that are compared, some 400 words: a news item says what happened well before."""
_LEAD = 45
"""Words of the lead: what is news in a news item (on ECB+ and Russian pairs half of the evidence)."""
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
    places: frozenset[str] = frozenset()
    """Border crossings that it names, each by one name in all languages."""
    where: frozenset[str] = frozenset()
    """Folded words by which its borders and countries were found: they say where, not what."""
    spots: frozenset[str] = frozenset()
    """Those of them that name one crossing or area, not a whole border or country."""
    outlet: str = ""
    """Whose page it is."""
    titled: frozenset[str] = frozenset()
    """Watched topics that the title names."""
    dates: tuple[tuple[int, int, str], ...] = ()
    """First and last day, as ordinals, and name of what the title announces or tells."""


@dataclass(frozen=True, slots=True)
class Doc:
    """One document as the grouping sees it."""

    bare: Bare
    tongue: tuple[str, str]
    """Script and language: only within one, words are compared."""
    cased: bool
    """Whether its script has capitals, which tell names."""
    size: int
    """Words."""
    bag: Bag
    """Everything that is compared within one language: stems, ``signs``, and topics as ``t:``."""
    signs: Bag
    """What is alike in every language: ``k:`` skeletons of names, ``#`` numbers."""
    lead: Bag
    """Stems and numbers of title and lead."""
    what: Bag
    """``lead`` without the words that only say where."""
    where: frozenset[str]
    """Signs of the words that name a whole border or country."""
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
    incident: bool
    """Whether it tells of something that happened once, on one day."""
    named: frozenset[tuple[int, int]]
    """``days`` of such a report, those written ``November 18`` as well."""

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
        frozenset(span.place for span in _spans(item, "border") if span.rule == "crossing" and span.place),
        _said(_spans(item, "border", "country")),
        _said(span for span in _spans(item, "border", "country") if span.place),
        article.publisher or article.source,
        frozenset(tag.topic for tag in item.tags if any(span.zone == "title" for span in tag.spans)),
        _dates(item),
    )


def _dates(item: Tagged) -> tuple[tuple[int, int, str], ...]:
    """Days, and stretches of days, of the events that the title names."""
    found = {
        (event.when.start.toordinal(), event.when.end.toordinal(), event.name)
        for event in item.article.events
        if event.when.precision in ("day", "minute", "second", "range")
        and event.sentence in item.article.title
    }
    return tuple(sorted(found))


def _said(spans: Iterable[Span]) -> frozenset[str]:
    return frozenset(word(form).plain for span in spans for form in WORD.findall(span.matched))


def _spans(item: Tagged, *kinds: str) -> Iterator[Span]:
    return (span for tag in item.tags if tag.kind in kinds and tag.level in _LEVELS for span in tag.spans)


def read(documents: Sequence[Bare]) -> list[Doc]:
    """Return the features of each document; what is a name is learned from them all."""
    parts = [_parts(document) for document in documents]
    cased = [part for part in parts if part.letters in _CAPITALS]
    uncased = [part for part in parts if part.letters not in _CAPITALS]
    marks = _Marks(_forms(cased), _names(parts)), _Marks(_forms(uncased), None)
    return [_doc(document, part, *marks) for document, part in zip(documents, parts, strict=True)]


@dataclass(frozen=True, slots=True)
class _Parts:
    title: str
    text: str
    letters: str
    """Its script."""
    above: list[str]
    """Words of the title."""
    below: list[str]


def _parts(document: Bare) -> _Parts:
    """Title and text; a text without title has its first sentence for one."""
    title, text = document.title.strip(), document.text[:_READ]
    if not title and (found := sentences(text)):
        start, end = found[0]
        title, text = text[start:end], text[end:]
    letters = script(f"{title[:80]} {text[:120]}")
    return _Parts(title, text, letters, WORD.findall(title), WORD.findall(text))


def _forms(parts: Sequence[_Parts]) -> set[str]:
    forms: set[str] = set()
    return forms.union(*(part.below for part in parts), *(part.above for part in parts))


def _names(parts: Sequence[_Parts]) -> frozenset[str]:
    """Folded words that stand with a capital within sentences more often than with a small letter."""
    seen: Counter[str] = Counter()
    for part in parts:
        seen.update({word(form).plain for form in NAME.findall(part.text)})
        if not _shouted(part.above):
            seen.update({word(form).plain for form in NAME.findall(part.title)})
    small: Counter[str] = Counter()
    known = frozenset(seen)
    for part in parts:
        small.update(known.intersection(part.below) | known.intersection(part.above))
    return frozenset(name for name, number in seen.items() if number > small[name])


def _shouted(forms: Sequence[str]) -> bool:
    """Whether capitals tell nothing: a headline in Title Case or ALL CAPS."""
    long = [form for form in forms if len(form) > 3 and not form[0].isdigit()]
    return len(long) > 3 and sum(form[0].isupper() for form in long) > 0.7 * len(long)


class _Marks:
    """Stem and sign of each form, ``""`` for none; without capitals (``names`` is None) a longer word may be a name.

    All forms are read beforehand, so that the words of a text are looked up and counted without a loop of our own.
    """

    def __init__(self, forms: Iterable[str], names: frozenset[str] | None) -> None:
        self._stems = {form: word(form).stem for form in forms}
        self._signs = {form: _sign(form, names) for form in self._stems}

    def stems(self, forms: Iterable[str]) -> Bag:
        """Return the stems of the forms with their counts."""
        return _counted(map(self._stems.__getitem__, forms))

    def signs(self, forms: Iterable[str]) -> Bag:
        """Return the signs of the forms with their counts."""
        return _counted(map(self._signs.__getitem__, forms))


def _counted(keys: Iterable[str]) -> Bag:
    return dict(Counter(filter(None, keys)))


def _sign(form: str, names: frozenset[str] | None) -> str:
    """Return the number, or the skeleton of what may be a name."""
    plain, stem, bones, great = word(form)
    if not stem:
        return "#" + plain if form[0].isdigit() else ""
    named = len(bones) > 2 if names is None else great and plain in names and len(bones) > 1
    return "k:" + bones if named else ""


def _doc(document: Bare, part: _Parts, cased: _Marks, plain: _Marks) -> Doc:
    capitals = part.letters in _CAPITALS
    known = cased if capitals else plain
    heading, heading_signs = known.stems(part.above), known.signs(part.above)
    opens = part.above + part.below[:_LEAD]
    lead, lead_signs = known.stems(opens), known.signs(opens)
    whole = part.below + 2 * part.above  # what the title says counts twice
    words, signs = known.stems(whole), known.signs(whole)
    topics = {
        "t:" + topic: _LEVELS[level] * _KINDS.get(topic.split(".")[0], 1.0)
        for topic, level in document.topics.items()
    }
    opening = f"{part.title} . {part.text[:600]}"
    once, days = incident(heading, document.topics), counted(opening)[0]
    lead |= {sign: weight for sign, weight in lead_signs.items() if sign[0] == "#"}
    return Doc(
        bare=document,
        tongue=(part.letters, document.language),
        cased=capitals,
        size=len(part.above) + len(part.below),
        bag=words | signs | topics,
        signs=signs,
        lead=lead,
        what=_beside(lead, document.where),
        where=frozenset("k:" + word(form).bones for form in document.where - document.spots),
        heading=frozenset(heading),
        names=_kind("k", signs) if capitals else frozenset(),
        heading_names=_kind("k", heading_signs) if capitals else frozenset(),
        numbers=_kind("#", signs),
        heading_numbers=_kind("#", heading_signs),
        units=counted(part.title)[1],
        days=days,
        incident=once,
        named=days | month_first(opening) if once else frozenset(),
    )


def _beside(bag: Bag, where: frozenset[str]) -> Bag:
    if not where:
        return bag
    said = {word(form).stem for form in where}
    return {key: weight for key, weight in bag.items() if key not in said}


def _kind(mark: str, signs: Bag) -> frozenset[str]:
    return frozenset(sign for sign in signs if sign[0] == mark)

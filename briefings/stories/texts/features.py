"""What of a document takes part in grouping; ``reader`` reads it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from briefings.reading.concepts import met
from briefings.stories.texts.contacts import told
from briefings.stories.texts.headings import weight
from briefings.stories.texts.matters import matters
from briefings.stories.texts.words import WORD, skeleton_sign, word, works
from briefings.text.bulletins import is_bulletin

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from briefings.stories.texts.anchors import Anchors
    from briefings.stories.texts.bags import Bags, Vocabulary
    from briefings.stories.texts.contacts import Contact
    from briefings.types import Span, Tagged

Bag = dict[str, float]

_LEVELS = frozenset({"primary", "secondary"})
_BEGIN = 400
"""Characters of a text that tell what it is about, and who speaks, if the title does not."""
_SHORT, _FULL = 50, 150
"""Words up to which an item is a headline with a teaser, and from which on it is a full text."""
_LIST = 0.3
"""How full a list of contents is at most, 80 words (118 of ten weeks have 68 at most): a longer text under the name of
a column, "News in brief", is a report."""


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
    speakers: frozenset[tuple[str, str]] = frozenset()
    """Persons of office that title or beginning name, each with the country or body whose office it is."""
    dates: tuple[tuple[int, int, str], ...] = ()
    """First and last day, as ordinals, and name of what the title announces or tells."""


@dataclass(frozen=True, slots=True)
class Table:
    """What is counted of the documents of one block, a row for each."""

    vocabulary: Vocabulary
    """Stems, topics as ``t:``, and what is alike in every language: ``k:`` skeletons of names, ``#`` numbers."""
    bag: Bags
    """Everything that is compared within one language."""
    signs: Bags
    """What of it is alike in every language."""
    opening: Bags
    """Those that title and lead have."""
    title: Bags
    """Stems and names of the title."""
    lead: Bags
    """Stems and numbers of title and lead."""
    what: Bags
    """``lead`` without the words that only say where."""
    abroad: Bags
    """What is compared across languages."""
    anchors: Anchors
    """What proposes copies of the texts."""


@dataclass(frozen=True)
class Doc:
    """One document as the grouping sees it; what is counted stands in its table."""

    bare: Bare
    tongue: tuple[str, str]
    """Script and language: only within one, words are compared."""
    cased: bool
    """Whether its script has capitals, which tell names."""
    size: int
    """Words."""
    body: int
    """Words below the title."""
    headed: bool
    """Whether its title may be a headline."""
    heading_numbers: frozenset[str]
    """Those of the title."""
    units: Mapping[str, frozenset[str]]
    """Of the title: unit -> numbers (``dead`` -> 3)."""
    days: frozenset[tuple[int, int]]
    """(day, month) pairs that title and lead name."""
    incident: bool
    """Whether it tells of something that happened once, on one day."""
    named: frozenset[tuple[int, int]]
    """``days`` of such a report, those written ``November 18`` as well."""
    table: Table = field(repr=False, compare=False)
    at: int
    """Its row there."""

    @property
    def id(self) -> str:
        """Return the document's own id."""
        return self.bare.id

    @property
    def full(self) -> float:
        """Return 0 for a headline, 1 for a full text."""
        return min(1.0, max(0.0, (self.size - _SHORT) / (_FULL - _SHORT)))

    @property
    def headline(self) -> float:
        """Return how far the title says what the text is about: 0 to 1."""
        return weight(self.size - self.body, self.full) if self.headed else 0.0

    @cached_property
    def heading(self) -> frozenset[str]:
        """Return the stems of the title."""
        return frozenset(sign for sign in self._title if sign[:2] != "k:")

    @cached_property
    def heading_names(self) -> frozenset[str]:
        """Return the skeletons of the names in it; none in a script without capitals."""
        return frozenset(sign for sign in self._title if sign[:2] == "k:") if self.cased else frozenset()

    @property
    def _title(self) -> frozenset[str]:
        return self.table.title.keys_of(self.at, self.table.vocabulary.names)

    @cached_property
    def bag(self) -> frozenset[str]:
        """Return everything that is compared within one language."""
        return self.table.bag.keys_of(self.at, self.table.vocabulary.names)

    @cached_property
    def what(self) -> Bag:
        """Return stems and numbers of title and lead without the words that only say where."""
        return self.table.what.row(self.at, self.table.vocabulary.names)

    @cached_property
    def signs(self) -> frozenset[str]:
        """Return what is alike in every language."""
        return self.table.signs.keys_of(self.at, self.table.vocabulary.names)

    @cached_property
    def names(self) -> frozenset[str]:
        """Return the skeletons of names; none in a script without capitals."""
        return frozenset(sign for sign in self.signs if sign[0] == "k") if self.cased else frozenset()

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Return the numbers that it has."""
        return frozenset(sign for sign in self.signs if sign[0] == "#")

    @cached_property
    def works(self) -> frozenset[frozenset[str]]:
        """Return the stems of each name that the title has in quotation marks."""
        return works(self.bare.title)

    @cached_property
    def contact(self) -> Contact | None:
        """Return who speaks with whom, if that is what its title tells."""
        bare = self.bare
        return told(bare.title, bare.text, bare.day, bare.titled, bare.speakers)

    @cached_property
    def matters(self) -> frozenset[str]:
        """Return the matters of which its title speaks, else its beginning."""
        return matters(met(self.bare.title)) or matters(self.concepts)

    @cached_property
    def concepts(self) -> frozenset[str]:
        """Return what its title and beginning speak of, by words that are known in every language."""
        return frozenset(met(f"{self.bare.title}\n{self.bare.text[:_BEGIN]}"))

    @cached_property
    def contents(self) -> bool:
        """Return whether it is the list of contents of a programme, which tells of many matters and of none."""
        return self.full < _LIST and is_bulletin(self.bare.title)

    @cached_property
    def beside(self) -> int:
        """Return what it has beside words, a bit for each: topics, places, days, what its title counts or quotes."""
        had = (
            self.bare.topics,
            self.bare.places,
            self.bare.where,
            self.units,
            self.heading_numbers,
            self.days,
            self.works,
        )
        return sum(1 << bit for bit, kind in enumerate(had) if kind)

    @cached_property
    def where(self) -> frozenset[str]:
        """Return signs of the words that name a whole border or country."""
        return frozenset(map(skeleton_sign, self.bare.where - self.bare.spots))


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
        _speakers(item),
        _dates(item),
    )


def _speakers(item: Tagged) -> frozenset[tuple[str, str]]:
    """Persons of office in the title; if it names none, at the beginning of the text."""
    found = [
        (tag.topic, span)
        for tag in item.tags
        for span in tag.spans
        if span.rule == "head" and (span.zone == "title" or span.start < _BEGIN)
    ]
    titled = [(topic, span) for topic, span in found if span.zone == "title"]
    return frozenset((topic, span.place) for topic, span in titled or found)


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

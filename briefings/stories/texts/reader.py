"""Documents are read for grouping: what is said of each by itself, and all that is counted, in one pass."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.stories.texts.anchors import AnchorOptions, anchors
from briefings.stories.texts.bags import Bags, Vocabulary, distinct, summed
from briefings.stories.texts.features import Doc, Table
from briefings.stories.texts.headings import headlines
from briefings.stories.texts.kinds import incident
from briefings.stories.texts.lexicon import Lexicon
from briefings.stories.texts.tokens import tokens
from briefings.stories.texts.words import WORD, counted, month_first, word
from briefings.text import script, sentences
from briefings.watch.zones import dateline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.stories.texts.anchors import Anchors
    from briefings.stories.texts.bags import Flags, Floats, Ints
    from briefings.stories.texts.features import Bare
    from briefings.stories.texts.lexicon import Meanings

_LEVELS = {"primary": 1.3, "secondary": 1.0}
_KINDS = {"body": 3.0, "border": 3.0, "country": 1.0, "theme": 0.3}
"""What a topic counts beside a word: of two headlines on one day "CSTO" tells more than "Russia"."""
_READ = 2800
"""Characters of a text that are compared, some 400 words: a news item says what happened well before."""
_LEAD = 45
"""Words of the lead: what is news in a news item (on ECB+ and Russian pairs half of the evidence)."""
_OPENING = 300
"""Characters of a text that count as its lead when its names are asked for: some 45 words."""
_BLANKS = str.maketrans("\u00a0\u2009\u202f\u2007", "    ")
"""Typographers' blanks: Russian pages bind a short preposition to the name that follows."""
_CAPITALS = frozenset({"Latn", "Cyrl", "Armn", "Grek"})


def read(
    documents: Sequence[Bare],
    vocabulary: Vocabulary | None = None,
    lexicon: Lexicon | None = None,
    options: AnchorOptions | None = None,
) -> list[Doc]:
    """Return the features of each document of a block; what was learned in blocks before stands in the lexicon."""
    vocabulary = Vocabulary() if vocabulary is None else vocabulary
    lexicon = Lexicon() if lexicon is None else lexicon
    parts = [_parts(document) for document in documents]
    text = _Text(parts, lexicon.forms)
    named = text.named & text.read
    lexicon.learn(
        (text.row[text.read], text.form[text.read]),
        (2 * text.row[named] + text.heading[named], text.form[named]),
    )
    meanings = lexicon.meanings()
    marked = _marked(text, meanings, lexicon.features, vocabulary)
    repeated = anchors(text.sizes, meanings.checksum[text.form[~text.heading]], options or AnchorOptions())
    table = _table(documents, marked, vocabulary, repeated)
    titles = _Titles(text, meanings, lexicon.features.names)
    pairs = [(document.title, document.text) for document in documents]
    headed = headlines(pairs, _told(marked, vocabulary))
    words = zip(text.above.tolist(), text.below.tolist(), headed, strict=True)
    return [
        _doc(document, part, titles, table, at, sizes)
        for at, (document, part, sizes) in enumerate(zip(documents, parts, words, strict=True))
    ]


@dataclass(frozen=True, slots=True)
class _Parts:
    title: str
    text: str
    """What of the text is compared."""
    beyond: str
    """What is compared for copies only."""
    letters: str
    """Its script."""

    @property
    def cased(self) -> bool:
        return self.letters in _CAPITALS


def _parts(document: Bare) -> _Parts:
    """Title and text; a text without title has its first sentence for one."""
    title = document.title.strip()
    text, beyond = document.text[:_READ], document.text[_READ:]
    if not title and (found := sentences(text := text.translate(_BLANKS))):
        start, end = found[0]
        title, text = text[start:end], text[end:]
    return _Parts(title, text, beyond, script(f"{title[:80]} {text[:120]}"))


class _Text:
    """All words of a block, title before text: which form, in which document, in which part of it."""

    def __init__(self, parts: Sequence[_Parts], forms: Vocabulary) -> None:
        import numpy as np

        every = [piece for part in parts for piece in (part.title, part.text, part.beyond)]
        self.form, offset, named, lengths = tokens(every, forms)
        above, below, beyond = lengths.reshape(-1, 3).T
        read, sizes = above + below, above + below + beyond
        self.number = len(parts)
        self.above, self.below = above, below
        """Words of each title, and of each text as far as it is compared."""
        self.sizes = below + beyond
        """Words of each text."""
        self.row = np.repeat(np.arange(len(parts)), sizes)
        place = np.arange(len(self.row)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        self.heading = place < above[self.row]
        self.opening = place < np.minimum(above + _LEAD, read)[self.row]
        self.read = place < read[self.row]
        self.begins = self.heading | (self.read & (offset < _OPENING))
        """Where the names of title and lead stand."""
        shouted = np.array([_shouted(part.title) for part in parts], np.bool_)
        self.named = named & ~(self.heading & shouted[self.row])
        """Words that stand as names do."""
        self.cased = np.array([part.cased for part in parts], np.bool_)[self.row]

    def entries(self, key: Ints) -> _Entries:
        """Return those words that are read for features and have one."""
        import numpy as np

        at = np.flatnonzero((key >= 0) & self.read)
        return _Entries(self.row[at], key[at], self.heading[at], self.opening[at])


@dataclass(frozen=True, slots=True)
class _Entries:
    """Features of words, one by one."""

    row: Ints
    key: Ints
    heading: Flags
    opening: Flags

    def only(self, kept: Flags) -> _Entries:
        return _Entries(self.row[kept], self.key[kept], self.heading[kept], self.opening[kept])


def _shouted(title: str) -> bool:
    """Whether capitals tell nothing: a headline in Title Case or ALL CAPS."""
    long = [form for form in WORD.findall(title) if len(form) > 3 and not form[0].isdigit()]
    return len(long) > 3 and sum(form[0].isupper() for form in long) > 0.7 * len(long)


@dataclass(frozen=True, slots=True)
class _Marked:
    """The features of the words of a block."""

    words: Bags
    """Stems and signs; what the title says counts twice."""
    signs: Bags
    opening: Bags
    """Signs whose names stand in title and lead, with a capital or without."""
    title: Bags
    """Stems and names of the title."""
    lead: Bags
    """Stems and numbers of title and lead."""


def _marked(text: _Text, meanings: Meanings, features: Vocabulary, vocabulary: Vocabulary) -> _Marked:
    """Return the features, which get their numbers in the order of their names: whatever was read before."""
    import numpy as np

    own = [
        np.bincount(text.form[text.read & kind], minlength=len(meanings.stem)) > 0
        for kind in (text.cased, ~text.cased)
    ]
    stem, cased, uncased = (
        np.where(present, meaning, 0)
        for present, meaning in (
            (own[0] | own[1], meanings.stem),
            (own[0], meanings.cased),
            (own[1], meanings.uncased),
        )
    )
    used = np.zeros(len(features), np.bool_)
    for kind in (stem, cased, uncased):
        used[kind] = True
    used[0] = False
    at = np.flatnonzero(used)
    names = [features.names[feature] for feature in at.tolist()]
    vocabulary.numbers(sorted(name for name in names if name not in vocabulary))
    number = np.full(len(features), -1)
    number[at] = vocabulary.numbers(names)
    stems = text.entries(number[stem][text.form])
    signs = text.entries(np.where(text.cased, number[cased][text.form], number[uncased][text.form]))
    named = vocabulary.beginnings()[signs.key] >= 0
    numbers = signs.only(~named)
    titles = stems.only(stems.heading)
    return _Marked(
        _sum(text.number, stems, signs, titles, signs.only(signs.heading)),
        (every := _sum(text.number, signs)),
        _opening(every, text, number[meanings.skeleton]),
        _sum(text.number, titles, signs.only(signs.heading & named)),
        _sum(text.number, stems.only(stems.opening), numbers.only(numbers.opening)),
    )


def _opening(signs: Bags, text: _Text, skeleton: Ints) -> Bags:
    import numpy as np

    key = skeleton[text.form[text.begins]]
    width = 1 + int(max(key.max(initial=0), signs.keys.max(initial=0)))
    sign = np.zeros(width + 1, np.bool_)
    sign[signs.keys] = True
    kept = sign[key]  # none for -1, the last
    said = distinct(text.row[text.begins][kept] * width + key[kept])
    return signs.only(np.isin(signs.rows() * width + signs.keys, said))


def _sum(number: int, *parts: _Entries) -> Bags:
    import numpy as np

    return summed(
        number, np.concatenate([part.row for part in parts]), np.concatenate([part.key for part in parts])
    )


def _table(documents: Sequence[Bare], marked: _Marked, vocabulary: Vocabulary, repeated: Anchors) -> Table:
    words, lead = marked.words, marked.lead
    return Table(
        vocabulary,
        _beside_topics(words, *_topics(documents, vocabulary)).small(),
        marked.signs.small(),
        marked.opening.small(),
        marked.title.small(),
        lead.small(),
        _beside(lead, documents, vocabulary).small(),
        _abroad(words, documents, vocabulary).small(),
        repeated,
    )


def _topics(documents: Sequence[Bare], vocabulary: Vocabulary) -> tuple[Ints, Ints, Floats]:
    """Return row, feature and weight of each topic."""
    import numpy as np

    vocabulary.numbers(sorted({"t:" + topic for document in documents for topic in document.topics}))
    found = [
        (at, vocabulary["t:" + topic], _LEVELS[level] * _KINDS.get(topic.split(".")[0], 1.0))
        for at, document in enumerate(documents)
        if document.day is not None
        for topic, level in document.topics.items()
    ]
    rows, keys, weights = zip(*found, strict=True) if found else ((), (), ())
    return np.array(rows, np.int64), np.array(keys, np.int64), np.array(weights, np.float64)


def _beside_topics(words: Bags, rows: Ints, keys: Ints, weights: Floats) -> Bags:
    import numpy as np

    if not len(rows):
        return words
    return summed(
        len(words),
        np.concatenate((words.rows(), rows)),
        np.concatenate((words.keys, keys)),
        np.concatenate((words.counts, weights)),
    )


def _beside(lead: Bags, documents: Sequence[Bare], vocabulary: Vocabulary) -> Bags:
    """Return the lead without the words that only say where, or where and when it was written."""
    import numpy as np

    width = len(vocabulary.names) or 1
    said = [
        at * width + number
        for at, document in enumerate(documents)
        for form in (*document.where, *WORD.findall(document.text[: dateline(document.text)]))
        if (number := vocabulary.get(word(form).stem or f"#{form}")) is not None
    ]
    return lead.only(~np.isin(lead.rows() * width + lead.keys, said)) if said else lead


def _abroad(words: Bags, documents: Sequence[Bare], vocabulary: Vocabulary) -> Bags:
    """Return signs, and topics with the weight of one name."""
    import numpy as np

    places = {"t:place." + place for document in documents for place in document.places}
    to = vocabulary.consonants()
    vocabulary.numbers(sorted(places))
    found = [
        entry
        for at, document in enumerate(documents)
        for entry in (
            *((at, vocabulary["t:" + topic], 1.0) for topic in document.topics),
            *((at, vocabulary["t:place." + place], 2.0) for place in document.places),
        )
    ]
    rows, keys, weights = zip(*found, strict=True) if found else ((), (), ())
    kept = to[words.keys] >= 0
    return summed(
        len(words),
        np.concatenate((words.rows()[kept], np.array(rows, np.int64))),
        np.concatenate((to[words.keys][kept], np.array(keys, np.int64))),
        np.concatenate((words.counts[kept], np.array(weights, np.float64))),
    )


def _told(marked: _Marked, vocabulary: Vocabulary) -> list[bool]:
    """Return whether a word of each title stands in the text as well, or it has none that could."""
    import numpy as np

    title = marked.title.only(vocabulary.beginnings()[marked.title.keys] < 0)
    own = np.bincount(title.rows(), marked.words.counts_of(title) > 2 * title.counts, len(title))
    found: list[bool] = ((own > 0) | (np.diff(title.starts) == 0)).tolist()
    return found


class _Titles:
    """Stems and signs of the words of each title by their names."""

    def __init__(self, text: _Text, meanings: Meanings, names: Sequence[str]) -> None:
        import numpy as np

        form = text.form[text.heading]
        signs = np.where(text.cased[text.heading], meanings.cased[form], meanings.uncased[form])
        ends = np.cumsum(text.above)
        self._parts = list(zip((ends - text.above).tolist(), ends.tolist(), strict=True))
        self._stems, self._signs = meanings.stem[form].tolist(), signs.tolist()
        self._names = names

    def stems(self, at: int) -> frozenset[str]:
        return self._named(at, self._stems)

    def signs(self, at: int) -> frozenset[str]:
        return self._named(at, self._signs)

    def _named(self, at: int, features: Sequence[int]) -> frozenset[str]:
        start, end = self._parts[at]
        return frozenset(self._names[feature] for feature in features[start:end] if feature)


def _doc(
    document: Bare, part: _Parts, titles: _Titles, table: Table, at: int, sizes: tuple[int, int, bool]
) -> Doc:
    above, below, headed = sizes
    heading, signs = titles.stems(at), titles.signs(at)
    opening = f"{part.title} . {part.text[:600]}"
    once, days = incident(heading, document.topics), counted(opening)[0]
    return Doc(
        bare=document,
        tongue=(part.letters, document.language),
        cased=part.cased,
        size=above + below,
        body=below,
        headed=headed,
        heading_numbers=frozenset(sign for sign in signs if sign[0] == "#"),
        units=counted(part.title)[1],
        days=days,
        incident=once,
        named=days | month_first(opening) if once else frozenset(),
        table=table,
        at=at,
    )

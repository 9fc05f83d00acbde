"""Documents are read for grouping: what is said of each by itself, and all that is counted, in one pass.

Which words are names is learned from all documents of the block and of those before it (a capital within a sentence,
seldom a small letter), so that a headline in capitals and a name at the head of a sentence are read alike.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from briefings.stories.bags import Bags, Vocabulary, summed
from briefings.stories.features import Doc, Table
from briefings.stories.kinds import incident
from briefings.stories.words import NAME, WORD, counted, month_first, word
from briefings.text import script, sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefings.stories.bags import Flags, Floats, Ints
    from briefings.stories.features import Bare

_LEVELS = {"primary": 1.3, "secondary": 1.0}
_KINDS = {"body": 3.0, "border": 3.0, "country": 1.0, "theme": 0.3}
"""What a topic counts beside a word: of two headlines on one day "CSTO" tells more than "Russia"."""
_READ = 2800
"""Characters of a text that are compared, some 400 words: a news item says what happened well before."""
_LEAD = 45
"""Words of the lead: what is news in a news item (on ECB+ and Russian pairs half of the evidence)."""
_BLANKS = str.maketrans("\u00a0\u2009\u202f\u2007", "    ")
"""Typographers' blanks: Russian pages bind a short preposition to the name that follows."""
_CAPITALS = frozenset({"Latn", "Cyrl", "Armn", "Grek"})


def read(
    documents: Sequence[Bare], vocabulary: Vocabulary | None = None, balance: Counter[str] | None = None
) -> list[Doc]:
    """Return the features of each document of a block.

    ``balance`` says of each word how many more documents have it as a name than as another word, in the blocks
    before; it is brought up to date.
    """
    vocabulary = Vocabulary() if vocabulary is None else vocabulary
    balance = Counter() if balance is None else balance
    parts = [_parts(document) for document in documents]
    text = _Tokens(parts)
    balance.update(_names(parts, text))
    marks = _Marks(text, vocabulary, frozenset(name for name, more in balance.items() if more > 0))
    table = _table(documents, text, marks, vocabulary)
    return [
        _doc(document, part, marks, table, at)
        for at, (document, part) in enumerate(zip(documents, parts, strict=True))
    ]


@dataclass(frozen=True, slots=True)
class _Parts:
    title: str
    text: str
    letters: str
    """Its script."""
    above: list[str]
    """Words of the title."""
    below: list[str]

    @property
    def cased(self) -> bool:
        return self.letters in _CAPITALS


def _parts(document: Bare) -> _Parts:
    """Title and text; a text without title has its first sentence for one."""
    title = document.title.strip().translate(_BLANKS)
    text = document.text[:_READ].translate(_BLANKS)
    if not title and (found := sentences(text)):
        start, end = found[0]
        title, text = text[start:end], text[end:]
    letters = script(f"{title[:80]} {text[:120]}")
    return _Parts(title, text, letters, WORD.findall(title), WORD.findall(text))


class _Tokens:
    """All words of a block, title before text: which form, in which document, where."""

    def __init__(self, parts: Sequence[_Parts]) -> None:
        import numpy as np

        self.forms = Vocabulary()
        above = np.array([len(part.above) for part in parts], np.int64)
        sizes = above + np.array([len(part.below) for part in parts], np.int64)
        every = chain.from_iterable(chain(part.above, part.below) for part in parts)
        self.form = self.forms.numbers(every, int(sizes.sum()))
        self.row = np.repeat(np.arange(len(parts)), sizes)
        place = np.arange(len(self.row)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        self.heading = place < above[self.row]
        self.opening = place < above[self.row] + _LEAD
        self.cased = np.array([part.cased for part in parts], np.bool_)[self.row]

    def bearers(self, forms: Iterable[int]) -> Ints:
        """Return in how many documents each form stands as it is, for those forms that are asked for."""
        import numpy as np

        wanted = np.zeros(len(self.forms) + 1, np.bool_)
        wanted[list(forms)] = True
        kept = wanted[self.form]
        code = np.unique(self.row[kept] * len(wanted) + self.form[kept])
        return np.bincount(code % len(wanted), minlength=len(wanted))


def _names(parts: Sequence[_Parts], text: _Tokens) -> Counter[str]:
    """Return in how many documents more a folded word is a name than not, of those that are one somewhere."""
    seen: Counter[str] = Counter()
    for part in parts:
        seen.update({word(form).plain for form in NAME.findall(part.text)})
        if not _shouted(part.above):
            seen.update({word(form).plain for form in NAME.findall(part.title)})
    plain = {name: number for name in seen if (number := text.forms.get(name)) is not None}
    small = text.bearers(plain.values())
    seen.subtract({name: int(small[number]) for name, number in plain.items()})
    return seen


def _shouted(forms: Sequence[str]) -> bool:
    """Whether capitals tell nothing: a headline in Title Case or ALL CAPS."""
    long = [form for form in forms if len(form) > 3 and not form[0].isdigit()]
    return len(long) > 3 and sum(form[0].isupper() for form in long) > 0.7 * len(long)


class _Marks:
    """Stem and sign of each form as numbers of the vocabulary, -1 for none."""

    def __init__(self, text: _Tokens, vocabulary: Vocabulary, names: frozenset[str]) -> None:
        import numpy as np

        self._names = names
        forms = text.forms.names

        def numbered(keys: Iterable[str]) -> Ints:
            return np.fromiter((vocabulary[key] if key else -1 for key in keys), np.int64, len(forms))

        def within(tokens: Flags) -> Flags:
            present = np.zeros(len(forms), np.bool_)
            present[text.form[tokens]] = True
            return present

        def signs(tokens: Flags, *, cased: bool) -> Ints:
            present = within(tokens).tolist()
            pairs = zip(forms, present, strict=True)
            return numbered(self.sign(form, cased=cased) if there else "" for form, there in pairs)

        self.stems = numbered(word(form).stem for form in forms)
        self.with_capitals, self.without = signs(text.cased, cased=True), signs(~text.cased, cased=False)

    def sign(self, form: str, *, cased: bool) -> str:
        """Return the number, or the skeleton of what may be a name: without capitals any longer word may be one."""
        plain, stem, bones, great = word(form)
        if not stem:
            return "#" + plain if form[0].isdigit() else ""
        named = great and plain in self._names and len(bones) > 1 if cased else len(bones) > 2
        return "k:" + bones if named else ""


def _table(documents: Sequence[Bare], text: _Tokens, marks: _Marks, vocabulary: Vocabulary) -> Table:
    import numpy as np

    number = len(documents)
    stem = marks.stems[text.form]
    sign = np.where(text.cased, marks.with_capitals[text.form], marks.without[text.form])
    topic_rows, topics, weights = _topics(documents, vocabulary)
    named = np.array(
        [*(name[:2] == "k:" for name in vocabulary.names), False], np.bool_
    )  # the last is no sign

    def counts(tokens: Flags, kind: Ints) -> tuple[Ints, Ints]:
        kept = tokens & (kind >= 0)
        return text.row[kept], kind[kept]

    everywhere = np.ones(len(text.form), np.bool_)
    twice = [  # what the title says counts twice
        counts(tokens, kind) for tokens in (everywhere, text.heading) for kind in (stem, sign)
    ]
    words = summed(number, *map(np.concatenate, zip(*twice, strict=True)))
    bag = _beside_topics(words, topic_rows, topics, weights)
    opening = [counts(text.opening, stem), counts(text.opening, np.where(named[sign], -1, sign))]
    lead = summed(number, *map(np.concatenate, zip(*opening, strict=True)))
    return Table(
        vocabulary, bag, lead, _beside(lead, documents, vocabulary), _abroad(words, documents, vocabulary)
    )


def _topics(documents: Sequence[Bare], vocabulary: Vocabulary) -> tuple[Ints, Ints, Floats]:
    """Return row, feature and weight of each topic."""
    import numpy as np

    found = [
        (at, vocabulary["t:" + topic], _LEVELS[level] * _KINDS.get(topic.split(".")[0], 1.0))
        for at, document in enumerate(documents)
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
    """Return the lead without the words that only say where."""
    import numpy as np

    width = len(vocabulary.names) or 1
    said = [
        at * width + number
        for at, document in enumerate(documents)
        for form in document.where
        if (number := vocabulary.get(word(form).stem)) is not None
    ]
    return lead.only(~np.isin(lead.rows() * width + lead.keys, said)) if said else lead


def _abroad(words: Bags, documents: Sequence[Bare], vocabulary: Vocabulary) -> Bags:
    """Return signs, and topics with the weight of one name.

    v is left out of names: Arabic script has one letter for v, u and o (NTREX, English to Persian: the
    translation is nearest for .951 of the documents, with v for .943).
    """
    import numpy as np

    present = np.unique(words.keys).tolist()
    plain = {key: sign for key in present if (sign := _consonants(vocabulary.names[key]))}
    to = np.full(len(vocabulary.names), -1)
    to[list(plain)] = vocabulary.numbers(plain.values(), len(plain))
    found = [
        entry
        for at, document in enumerate(documents)
        for entry in (
            *((at, vocabulary["t:" + topic], 1.0) for topic in document.topics),
            *((at, vocabulary["t:place." + place], 2.0) for place in sorted(document.places)),
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


def _consonants(name: str) -> str:
    """Return a sign without v; ``""`` for what is no sign, or too short a name."""
    if name[0] != "#" and name[:2] != "k:":
        return ""
    plain = name.replace("v", "")
    return plain if len(plain) > 3 or plain[0] == "#" else ""


def _doc(document: Bare, part: _Parts, marks: _Marks, table: Table, at: int) -> Doc:
    heading = frozenset(filter(None, (word(form).stem for form in part.above)))
    signs = {marks.sign(form, cased=part.cased) for form in part.above}
    opening = f"{part.title} . {part.text[:600]}"
    once, days = incident(heading, document.topics), counted(opening)[0]
    return Doc(
        bare=document,
        tongue=(part.letters, document.language),
        cased=part.cased,
        size=len(part.above) + len(part.below),
        body=len(part.below),
        heading=heading,
        heading_names=frozenset(sign for sign in signs if sign[:1] == "k") if part.cased else frozenset(),
        heading_numbers=frozenset(sign for sign in signs if sign[:1] == "#"),
        units=counted(part.title)[1],
        days=days,
        incident=once,
        named=days | month_first(opening) if once else frozenset(),
        table=table,
        at=at,
    )

"""What a story's sources say: their own sentences, referenced; nothing is reworded.

Articles in another language than the brief's get a line composed from their fields, and below it one sentence in
their own language.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefings.brief.language import wording
from briefings.brief.material import sentences
from briefings.brief.material.survey import chronological
from briefings.brief.telling import accounts, composing, headlines, matter
from briefings.brief_types import Line, QuoteLine
from briefings.reading.dates import mentions

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from briefings.brief.material.sentences import Sentence
    from briefings.brief.material.survey import Material, Strand
    from briefings.types import Article, Quote, Story, Tagged

MOST_SENTENCES = 5
"""Issue policy: two to five sentences a story (docs/method.md, limits)."""
_RELATIVE = re.compile(r"\s+(?:که(?:\s.*)?|who|which|котор\w+|ки)$")
_ORIGINALS = 3
"""Sentences in another language that a story prints at most of one language."""
_OVERTAKEN = 0.6
"""Weight that a sentence of an overtaken article loses: more than place in the text and a figure give it."""
_OFF = 0.6
"""Weight that a sentence off the matter loses: as one that is overtaken."""
_SAME = 0.7
"""Share of common words, small words aside, from which a sentence says nothing new: titles of one event met 0.12 to
0.50 in reports from other projects, retold sentences lie above."""


def reported(
    strand: Strand, material: Material, most: int = MOST_SENTENCES, spoken: Sequence[QuoteLine] = ()
) -> tuple[Line, ...]:
    """Return the lines under *Reported*: own-language sentences, then what other languages add.

    A sentence that holds one of the quotations printed below (``spoken``) is left to them. Where two reports contradict
    each other, both sentences stand side by side.
    """
    own = [i for i in strand.fresh if _in_language(i.article, material)]
    both = accounts.opposed(strand.fresh) if most == MOST_SENTENCES else None
    elsewhere = [quote.text for quote in spoken] + [sentence.text for sentence in both or ()]
    chosen = choose(own, material, most - len(both or ()), elsewhere, overtaken(strand.story))
    lines = tuple(_line(s, strand, material) for s in chosen) + _side_by_side(both, strand, material)
    told = [sentence.text for sentence in both or ()]
    return lines + _foreign(strand, material, bool(lines), max(1, min(_ORIGINALS, most - len(lines))), told)


def overtaken(story: Story) -> frozenset[str]:
    """Return the ids of articles whose count a later or corrected one of the story replaces (case 14, fault F19)."""
    old: set[str] = set()
    for counted in {(figure.what, figure.side) for figure in story.figures}:
        series = [figure for figure in story.figures if (figure.what, figure.side) == counted]
        newest = max(series, key=lambda f: (f.corrected, f.day, f.value))
        replaced = [f for f in series if f.value != newest.value and (newest.corrected or f.day < newest.day)]
        old |= {article for f in replaced for article in f.articles} - set(newest.articles)
    return frozenset(old)


def _side_by_side(
    both: tuple[Sentence, Sentence] | None, strand: Strand, material: Material
) -> tuple[Line, ...]:
    """Two accounts under a line that names whose they are; neither is called true."""
    if both is None:
        return ()
    outlets = list(dict.fromkeys(material.outlet(sentence.article) for sentence in both))
    text = material.words.say("accounts", outlets=material.words.listed(outlets))
    refs = material.ref([sentence.article for sentence in both])
    head = Line(text, refs, material.words.language, "composed", strand.story.id, "reported")
    told = (
        line if line.lang == material.words.language else replace(line, label="original")
        for line in (_line(sentence, strand, material) for sentence in both)
    )
    return head, *told


def choose(
    items: Sequence[Tagged],
    material: Material,
    most: int,
    without: Sequence[str] = (),
    old: Container[str] = frozenset(),
) -> tuple[Sentence, ...]:
    """Pick sentences: best first, each origin heard before one is heard twice, none that repeats another.

    One that leans on the sentence before it stands only behind that.

    One outlet gives at most ``excerpt_words`` words (docs/method.md, limits). Of two that say the same with other
    counts the one that is not of an ``old`` article stays.
    """
    worth = headlines.worths(items, material)
    pool = [_weighed(sentence, worth, old) for item in items for sentence in sentences.usable(item)]
    return _picked(pool, material, most, without)


def _picked(
    pool: Sequence[Sentence], material: Material, most: int, without: Sequence[str]
) -> tuple[Sentence, ...]:
    limit = material.given.options.excerpt_words
    rest = [sentence for sentence in pool if not any(words in sentence.text for words in without)]
    rest = [sentence for sentence in rest if not sentences.uncapped(sentence.text)] or rest
    picked: list[Sentence] = []
    heard: dict[str, int] = defaultdict(int)
    spent: dict[str, int] = defaultdict(int)
    while rest and len(picked) < most:
        fit = [s for s in rest if not sentences.dangling(s.text) or _follows(s, picked)]
        if not fit and picked:
            break
        best = min(fit or rest, key=lambda s: (heard[material.origin(s.article.id)], -s.weight, _order(s)))
        rest.remove(best)
        outlet = material.outlet(best.article)
        if (spent[outlet] and spent[outlet] + best.words > limit) or any(
            _alike(best, other) for other in picked
        ):
            continue
        picked.append(best)
        heard[material.origin(best.article.id)] += 1
        spent[outlet] += best.words
    return tuple(sorted(picked, key=_order))


def _follows(sentence: Sentence, picked: Sequence[Sentence]) -> bool:
    """Whether the sentence before it is printed: "He did not say of what" alone leaves open who."""
    return any((s.article.id, s.place + 1) == (sentence.article.id, sentence.place) for s in picked)


def _weighed(sentence: Sentence, worth: Mapping[str, float], old: Container[str]) -> Sentence:
    """A title weighs by how well it stands for the story, on the scale of sentences; what is overtaken weighs less."""
    weight = 0.6 + worth[sentence.article.id] if sentence.basis == "title" else sentence.weight
    return replace(sentence, weight=weight - _OVERTAKEN * (sentence.article.id in old))


def comments(strand: Strand, material: Material) -> tuple[Line, ...]:
    """Return one sentence of an outlet's own unattributed comment, if there is any; never a key point."""
    for item in strand.fresh:
        article = item.article
        if _in_language(article, material) and article.comment:
            for start, end in article.comment:
                text = " ".join(article.text[start:end].split())
                if 5 <= len(text.split()) <= 45 and text[-1:] in ".!":
                    number = material.ref([article])
                    return (Line(text, number, article.language, "source", strand.story.id, "comment"),)
    return ()


def quotes(strand: Strand, material: Material) -> tuple[QuoteLine, ...]:
    """Return at most two direct quotations with a speaker, no longer than allowed; the brief's language first.

    Words of another language stand as they were printed, marked with it.
    """
    found: list[QuoteLine] = []
    for article, quote in _quotable(strand, material):
        if all(_overlap(quote.text, other.text) < _SAME for other in found):
            found.append(_quote(article, quote, material))
    return tuple(found[:2])


def _quotable(strand: Strand, material: Material) -> Iterator[tuple[Article, Quote]]:
    most = material.given.options.quote_words
    fresh = [item.article for item in strand.fresh if not sentences.retracted(item.article)]
    for article in sorted(fresh, key=lambda a: a.language != material.words.language):
        for quote in article.quotes:
            if quote.direct and _speaker(quote) and 4 <= len(quote.text.split()) <= most:
                yield article, quote


def _speaker(quote: Quote) -> str:
    """Who is quoted, without the relative word that a clause about him begins with."""
    return _RELATIVE.sub("", quote.speaker.strip()).strip(" ,،")


def _quote(article: Article, quote: Quote, material: Material) -> QuoteLine:
    said = wording.when(quote.said, material.words) if quote.said else ""
    text = " ".join(quote.text.split())
    refs = material.ref([article])
    return QuoteLine(
        text, refs, article.language, _speaker(quote), quote.role, said, quote.channel, quote.wording
    )


def _line(sentence: Sentence, strand: Strand, material: Material) -> Line:
    article = sentence.article
    note = days_named(sentence.text, article, material)
    refs, language = material.ref([article]), article.language or "und"
    return Line(sentence.text, refs, language, sentence.basis, strand.story.id, "reported", note)


def days_named(text: str, article: Article, material: Material) -> str:
    """Return the days that a sentence names without a date (fault F16): ``“Thursday”: Thu 28 Nov 2024``."""
    if article.published is None or article.published.precision not in {"second", "minute", "day"}:
        return ""
    found = mentions(text, article.language, article.published.start)
    named = {
        text[m.start : m.end]: wording.when(m.when, material.words)
        for m in found
        if m.form in {"weekday", "relative"} and m.when.precision in {"day", "ambiguous"}
    }
    return "; ".join(material.words.say("day_named", words=words, date=date) for words, date in named.items())


def _foreign(
    strand: Strand, material: Material, follows: bool, most: int, told: Sequence[str]
) -> tuple[Line, ...]:
    """Lines for the languages that the reader is not expected to know, largest group first.

    The largest gives up to ``most`` sentences of its own, the others one.
    """
    groups: dict[str, list[Tagged]] = defaultdict(list)
    for item in strand.fresh:
        if not _in_language(item.article, material):
            groups[item.article.language].append(item)
    lines: list[Line] = []
    for _language, items in sorted(groups.items(), key=lambda g: (-len(g[1]), g[0])):
        originals = _picked(_on_matter(strand, items, material), material, 1 if lines else most, told)
        cited = _cited(originals, items)
        text = composing.foreign_line(
            strand, cited, [i.article for i in items], material, follows=follows or bool(lines)
        )
        own = material.words.language
        lines.append(Line(text, material.ref(cited), own, "composed", strand.story.id, "reported"))
        lines += [replace(_line(s, strand, material), label="original") for s in originals]
    return tuple(lines[: 2 * most + 2])


def _on_matter(strand: Strand, items: Sequence[Tagged], material: Material) -> list[Sentence]:
    """Titles and sentences of one language; what is off the matter that the line above them tells weighs less.

    What names nothing at all ("One meeting followed the other") stands only where there is nothing else.
    """
    about = matter.of(strand, [item.article for item in items], material)
    worth, old = headlines.worths(items, material), overtaken(strand.story)
    found = [
        (_weighed(sentence, worth, old), item) for item in items for sentence in sentences.with_title(item)
    ]
    found = [(sentence, item) for sentence, item in found if about.tells(sentence, item)] or found
    return [replace(s, weight=s.weight - _OFF * (not about.near(s, item))) for s, item in found]


def _cited(originals: Sequence[Sentence], items: Sequence[Tagged]) -> list[Article]:
    """The articles that a composed line cites: those printed below it, and up to three in all."""
    cited = list({s.article.id: s.article for s in originals}.values())
    rest = [i.article for i in items if i.article not in cited]
    return sorted([*cited, *rest[: 3 - len(cited)]], key=chronological)


def _in_language(article: Article, material: Material) -> bool:
    return article.language == material.words.language


def _order(sentence: Sentence) -> tuple[object, ...]:
    return *chronological(sentence.article), sentence.place


def _alike(one: Sentence, other: Sentence) -> bool:
    return _overlap(one.text, other.text) >= _SAME


def _overlap(one: str, other: str) -> float:
    """Common words over the words of the shorter text."""
    a, b = sentences.tokens(one), sentences.tokens(other)
    return len(a & b) / max(1, min(len(a), len(b)))


@dataclass(frozen=True, slots=True)
class Told:
    """What a story block prints of its sources."""

    lines: tuple[Line, ...]
    comments: tuple[Line, ...]
    quotes: tuple[QuoteLine, ...]


def tell(strand: Strand, material: Material, most: int = MOST_SENTENCES) -> Told:
    """Return reported lines, the outlet's comment and quotations that the lines do not already hold."""
    spoken = quotes(strand, material)
    lines = reported(strand, material, most, spoken)
    if not lines:  # all that was said is in the quotations: then they are no extra, but the report
        return Told(reported(strand, material, most), comments(strand, material), ())
    return Told(lines, comments(strand, material), spoken)

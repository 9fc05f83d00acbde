"""A border that is named by its two sides: "Tajik guards were shot at on the border with Afghanistan".

A border word that governs one country (``border with Afghanistan``, ``границе с Афганистаном``, ``Afgʻoniston bilan
chegara``), in a sentence that names exactly one other country with which that one shares a watched border; or a word
for what two neighbours settle about their border (``border agreement``, ``делимитация``) in a sentence that names
those two. Nothing is inferred where a third country stands in the sentence, or another border.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from briefings.watch.candidates import Candidate
from briefings.watch.model import Alias, Entry
from briefings.watch.page import Page
from briefings.watch.table import Meaning

_NOUN = re.compile(
    r"(?<!\w)(?:borders?(?! (?:guard|police|force|troop|service|patrol|agent|staff|official|war))|frontiers?"
    r"|границ\w*|(?:гос)границ\w*|(?:مرز|سرحد)(?!بان|بانان)\w*|(?:сарҳад|марз)(?!бон)\w*|chegara(?!chi)\w*|чегара(?!чи)\w*"
    r"|чек ара(?!чы)\w*|шекара(?!шы)\w*|serhe[dt](?!çi)\w*|սահման(?!ապահ)\w*|sərhəd(?!çi)\w*|საზღვ\w*|sinir\w*)"
)
_SETTLED = re.compile(
    r"(?<!\w)(?:border (?:agreement|treaty|deal|accord|pact|talks|negotiations|dispute|delimitation|demarcation)s?"
    r"|(?:delimitation|demarcation)"
    r"|(?:договор|соглашени)\w* (?:о|об|по) (?:\w+ )?(?:гос)?границ\w*|делимитаци\w+|демаркаци\w+|делимитатсия\w*"
    r"|delimitatsiya\w*|demarkatsiya\w*)(?!\w)"
)
_GOVERNS = re.compile(r"\s*(?:with|of|to|с|со|бо|با|ва|и)?\s*(?:the\s)?")
_FOLLOWS = re.compile(
    r"[\w']{0,6}\s*(?:bilan|билан|менен|мен|ile|ilə|bilen|'s)?\s*(?:state|госу\w+|davlat|мемлекеттік)?\s*"
)


def named(
    found: Sequence[Candidate], page: Page, entries: Sequence[Entry], pairs: Mapping[frozenset[str], int]
) -> Iterator[Candidate]:
    """Yield a candidate for each border that a sentence names by its two sides; ``pairs`` are the watched ones."""
    alive = [c for c in found if not c.dropped and not c.meaning.excludes and c.meaning.entry >= 0]
    bordered = {c.sentence for c in alive if entries[c.meaning.entry].topic.kind == "border"}
    by_sentence: dict[int, list[Candidate]] = {}
    for c in alive:
        if entries[c.meaning.entry].topic.kind == "country" and c.sentence not in bordered:
            by_sentence.setdefault(c.sentence, []).append(c)
    for sentence, countries in by_sentence.items():
        codes = frozenset(entries[c.meaning.entry].topic.countries[0] for c in countries)
        if codes in pairs:
            span = _governed(sentence, countries, page)
            if span:
                alias = Alias(page.joined[span[0] : span[1]], "", "sides")
                yield Candidate(*span, Meaning(pairs[codes], alias, "", upper=False), sentence)


def _governed(sentence: int, countries: Sequence[Candidate], page: Page) -> tuple[int, int] | None:
    """Return where a border word and the country it governs stand, or a word for what both settle about it."""
    text, shift = page.folded_sentence(sentence, 2000)
    for noun in _NOUN.finditer(text):
        first, last = page.folded.span(shift + noun.start(), shift + noun.end())
        for c in countries:
            if last <= c.start and _GOVERNS.fullmatch(page.joined[last : c.start].lower()):
                return first, c.end
            if c.end <= first and _FOLLOWS.fullmatch(page.joined[c.end : first].lower().replace("-", " ")):
                return c.start, last
    settled = _SETTLED.search(text)
    return page.folded.span(shift + settled.start(), shift + settled.end()) if settled else None

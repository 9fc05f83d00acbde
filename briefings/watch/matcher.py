"""The matcher: a title and a text in, tags with their evidence out.

1. every alias that stands in the text is a candidate (``candidates``);
2. candidates in stretches without matching, out of office, in another language or in lower case are dropped;
3. ambiguous ones are dropped unless what they ask for is there; excluded and shorter ones give way;
4. patterns are tried in the sentences that can hold them;
5. areas become countries, and borders where a border word stands beside them; a border named by its two sides
   is found (``sides``);
6. what is left is weighed into tags (``weigh``).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from briefings.types import Article, Tag
from briefings.watch import candidates, cut, patterns, sides, weigh
from briefings.watch.backtracking import LENGTH
from briefings.watch.candidates import Candidate
from briefings.watch.languages import BORDER_WORDS
from briefings.watch.model import Alias, WatchList
from briefings.watch.page import Page
from briefings.watch.surface import key
from briefings.watch.table import NO_ENTRY, Cache, Meaning, Table, build

_LONGEST_TEXT = 200_000
"""Characters of one text that are looked at: a book's worth. What stands after it is not news."""
_ADJECTIVE_LIKE_NAME = frozenset({"kk", "ky", "uz", "tk", "az", "tr", "tg"})
"""Languages in which the country's name in lower case is its adjective: ``қытай газеті``, a Chinese paper."""
_NEAR = 24
"""Candidates before one that are asked whether they cover it; no name holds more others."""
_COUNTS = "counts"
_LONGEST_TITLE = 2_000


@dataclass(frozen=True, slots=True)
class Explanation:
    """One place where an alias or pattern stood, and what became of it."""

    topic: str
    matched: str
    alias: str
    rule: str
    lang: str
    zone: str
    start: int
    end: int
    weight: float
    verdict: str
    """``counts`` or the reason why it does not."""


@dataclass(frozen=True)
class Matcher:
    """A compiled watch list. Stateless: what it says of a text depends on that text alone."""

    watchlist: WatchList
    table: Table

    def tag(self, article: Article) -> tuple[Tag, ...]:
        """Return the topics of an article, strongest first."""
        published = article.published.end if article.published else None
        page = Page(
            article.title[:_LONGEST_TITLE], article.text[:_LONGEST_TEXT], article.language, article.comment
        )
        return self._tags(page, published)

    def tag_text(
        self, title: str, text: str, language: str = "", published: date | None = None
    ) -> tuple[Tag, ...]:
        """Return the topics of a title and a text; ``language`` is ISO 639-1 or ``""`` when unknown."""
        return self._tags(Page(title[:_LONGEST_TITLE], text[:_LONGEST_TEXT], language), published)

    def explain(
        self, title: str, text: str, language: str = "", published: date | None = None
    ) -> tuple[Explanation, ...]:
        """Return every place where an alias stood, also those that do not count, with the reason.

        Of aliases that share a place and a fate, one in the text's own language is named.
        """
        page = Page(title[:_LONGEST_TITLE], text[:_LONGEST_TEXT], language)
        found = self._candidates(page, published, all_languages=True)
        found.sort(key=lambda c: c.alias.lang not in page.languages)
        told: dict[tuple[str, int, int, bool], Explanation] = {}
        for one in (self._explained(c, page) for c in found):
            told.setdefault((one.topic, one.start, one.end, one.verdict == _COUNTS), one)
        return tuple(
            sorted(told.values(), key=lambda one: (one.zone != "title", one.start, -one.end, one.topic))
        )

    def _tags(self, page: Page, published: date | None) -> tuple[Tag, ...]:
        kept = [found for found in self._candidates(page, published) if not found.dropped]
        return weigh.tags(kept, page, self.watchlist.entries, self.table) if kept else ()

    def _candidates(
        self, page: Page, published: date | None, *, all_languages: bool = False
    ) -> list[Candidate]:
        found, triggers = candidates.find(self.table, page, all_languages=all_languages)
        found += self._by_pattern(page, triggers)
        found += cut.found(self.table, page)
        if not found:
            return []
        found.sort(key=lambda c: (c.start, -c.end, c.meaning.entry))
        self._drop_by_rule(found, page, published)
        self._drop_masked(found, page)
        self._drop_excluded(found)
        self._drop_ambiguous(found, page)
        self._drop_shorter(found)
        self._place_areas(found, page)
        found += list(sides.named(found, page, self.watchlist.entries, self.table.pairs))
        return [c for c in found if c.meaning.entry != NO_ENTRY and not c.meaning.excludes]

    def _by_pattern(self, page: Page, triggers: Mapping[int, Sequence[int]]) -> list[Candidate]:
        """Try each pattern in the sentences in which one of its words was met."""
        found: list[Candidate] = []
        for number, places in triggers.items():
            entry, lang, pattern = self.table.regexes[number]
            for sentence in sorted({page.sentence(page.span(at, at + 1)[0]) for at in places}):
                found += _matches(page, sentence, entry, lang, pattern)
        return found

    def _drop_masked(self, found: Sequence[Candidate], page: Page) -> None:
        for c in found:
            if c.dropped:
                continue
            c.sentence = page.sentence(c.start)
            why = page.masked(c.start, c.end)
            if why:
                c.dropped = f"stands in a stretch without matching: {why}"

    def _drop_by_rule(self, found: Sequence[Candidate], page: Page, published: date | None) -> None:
        for c in found:
            if c.dropped or c.meaning.entry == NO_ENTRY or c.meaning.excludes or c.alias.rule == "pattern":
                continue
            if not candidates.speaks(c.meaning, page):
                c.dropped = f"is a word of another language ({c.alias.lang})"
            elif self._is_miswritten(c, page):
                c.dropped = "is a name and stands in lower case"
            elif not candidates.in_office(c.alias, published):
                c.dropped = f"was not in office then ({c.alias.since} to {c.alias.until or 'today'})"

    def _is_miswritten(self, c: Candidate, page: Page) -> bool:
        """Whether a one-word name stands in lower case, in a language where that makes it another word."""
        if c.meaning.common or candidates.capitalised(c.alias, page, c.start):
            return False
        country = self.watchlist.entries[c.meaning.entry].topic.kind == "country" and c.alias.rule == "alias"
        return not (country and c.alias.lang in _ADJECTIVE_LIKE_NAME)

    def _drop_excluded(self, found: Sequence[Candidate]) -> None:
        cancelling = [c for c in found if c.meaning.excludes and not c.dropped]
        starts = [c.start for c in cancelling]
        for c in found if cancelling else ():
            last = bisect_right(starts, c.start)
            for over in cancelling[max(0, last - _NEAR) : last]:
                if (
                    over.meaning.entry in (c.meaning.entry, NO_ENTRY)
                    and over.start <= c.start
                    and c.end <= over.end
                ):
                    c.dropped = c.dropped or f"is part of '{over.alias.text}', which is excluded"

    def _drop_ambiguous(self, found: Sequence[Candidate], page: Page) -> None:
        sure = {
            c.meaning.entry
            for c in found
            if not c.dropped and not c.meaning.excludes and not c.alias.conditions
        }
        for c in found:
            if c.dropped or not c.alias.conditions:
                continue
            elsewhere = c.meaning.entry in sure
            if not any(
                candidates.holds(condition, c, page, elsewhere=elsewhere) for condition in c.alias.conditions
            ):
                why = next((f": {condition.why}" for condition in c.alias.conditions if condition.why), "")
                c.dropped = f"is ambiguous and nothing here settles it{why}"

    def _drop_shorter(self, found: Sequence[Candidate]) -> None:
        """Longest first: a longer alias consumes what it covers, among topics of its kind."""
        alive = [c for c in found if not c.dropped and not c.meaning.excludes and c.alias.rule != "pattern"]
        for at, c in enumerate(alive):
            for over in self._around(alive, at):
                if c.dropped or over.end - over.start <= c.end - c.start or not self._consumes(over, c):
                    continue
                c.dropped = f"is part of the longer '{over.alias.text}'"

    @staticmethod
    def _around(alive: Sequence[Candidate], at: int) -> list[Candidate]:
        """Return candidates that may cover the one at ``at``; the list is sorted by start, longest first."""
        me = alive[at]
        before = [c for c in alive[max(0, at - _NEAR) : at] if c.end >= me.end]
        after = [c for c in alive[at + 1 : at + 8] if c.start == me.start]
        return before + after

    def _consumes(self, over: Candidate, c: Candidate) -> bool:
        if over.dropped or over.start > c.start or over.end < c.end:
            return False
        longer, shorter = (self.watchlist.entries[x.meaning.entry].topic for x in (over, c))
        if longer.id == shorter.id:
            return True
        if shorter.kind == "country" and longer.kind in ("border", "body"):
            return over.alias.rule == "paraphrase" if longer.kind == "body" else over.alias.rule != "area"
        return longer.kind == shorter.kind and longer.parent != shorter.id

    def _place_areas(self, found: list[Candidate], page: Page) -> None:
        """An area tags its country; its border only beside a border word or a name of the other side."""
        for c in [c for c in found if not c.dropped]:
            entry = self.watchlist.entries[c.meaning.entry]
            if c.alias.rule == "crossing" and self._is_slight(c) and not self._at_border(c, found, page):
                c.dropped = "is a very short name without a border word in the sentence"
            if c.alias.rule != "area":
                continue
            sides = c.alias.countries
            if entry.topic.kind == "country":
                continue
            if len(sides) == 1 and sides[0] in self.table.by_country:
                meaning = Meaning(self.table.by_country[sides[0]], c.alias, "", upper=False)
                found.append(Candidate(c.start, c.end, meaning, c.sentence))
            if self._of_other_border(c, found):
                c.dropped = "is an area in a sentence that names another border"
            elif not self._at_border(c, found, page):
                c.dropped = "is an area without a border word or the other side in the sentence"

    def _of_other_border(self, c: Candidate, found: Sequence[Candidate]) -> bool:
        """Whether the sentence names another border: "the crossing Islam Qala in Herat" speaks of Iran's alone."""
        named = {
            o.meaning.entry
            for o in found
            if o.sentence == c.sentence
            and o.alias.rule != "area"
            and not o.dropped
            and self.watchlist.entries[o.meaning.entry].topic.kind == "border"
        }
        return bool(named) and c.meaning.entry not in named

    @staticmethod
    def _is_slight(c: Candidate) -> bool:
        """Whether a crossing's name is so short that it is a word of some language: Vale, Roki, Тем."""
        return len(c.alias.text) <= 4 and not candidates.is_unspaced(c.alias.text)

    def _at_border(self, c: Candidate, found: Sequence[Candidate], page: Page) -> bool:
        words = page.words(c.sentence)
        if any(f" {word}" in words or (word in words and word[0] > "\u3400") for word in BORDER_WORDS):
            return True
        others = set(self.watchlist.entries[c.meaning.entry].topic.countries) - set(c.alias.countries)
        numbers = {self.table.by_country.get(code) for code in others}
        return any(
            o.sentence == c.sentence
            and o.meaning.entry in numbers
            and not o.dropped
            and (o.end <= c.start or c.end <= o.start)
            for o in found
        )

    def _explained(self, found: Candidate, page: Page) -> Explanation:
        zone, start, end = weigh.placed(found, page)
        return Explanation(
            topic=self.watchlist.entries[found.meaning.entry].topic.id,
            matched=page.joined[found.start : found.end],
            alias=found.alias.text,
            rule=found.alias.rule,
            lang=found.alias.lang,
            zone=zone,
            start=start,
            end=end,
            weight=page.weight(page.told(found.start, found.sentence)),
            verdict=found.dropped or _COUNTS,
        )


def _matches(page: Page, sentence: int, entry: int, lang: str, pattern: str) -> list[Candidate]:
    """Try a pattern in one sentence; offsets lead back into the page."""
    folded, shift = page.folded_sentence(sentence, LENGTH)
    alias = Alias(pattern, lang, "pattern")
    found = []
    for match in patterns.compiled(pattern).finditer(folded):
        start, end = page.folded.span(shift + match.start(), shift + match.end())
        found.append(Candidate(start, end, Meaning(entry, alias, "", upper=False)))
    return found


def compile(watchlist: WatchList, cache: Cache | None = None) -> Matcher:  # noqa: A001  the room's public name for it
    """Compile a watch list. ``cache`` gives strings worked out before and receives new ones."""
    return Matcher(watchlist, build(watchlist, {} if cache is None else cache))


__all__ = ["Explanation", "Matcher", "compile", "key"]

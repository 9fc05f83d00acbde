"""The input of a brief, sorted: which article counts in which period, which are reports, which story they tell."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from briefings import watch
from briefings.brief.language.words import Words, words
from briefings.brief.material import select, titles
from briefings.brief.material.directory import Directory, directory
from briefings.brief.material.period import LOOK_BACK, before
from briefings.brief.material.withdrawals import withdrawn
from briefings.text.bulletins import is_bulletin

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefings.brief.material.inputs import ComposeInput
    from briefings.types import Article, Figure, Member, Period, Story, Tag, Tagged, Topic

COUNTED = frozenset({"primary", "secondary"})
"""Levels at which a topic counts; a mention or a denial is no activity."""


@dataclass(frozen=True, slots=True)
class Strand:
    """A story with those of its articles that concern the watched region, in order of publication."""

    story: Story
    now: tuple[Tagged, ...]
    """Of this period."""
    earlier: tuple[Tagged, ...]
    """Of the look-back."""
    fresh: tuple[Tagged, ...]
    """Of this period, without texts that repeat another or an earlier one."""
    outlets: tuple[str, ...]
    """Outlets of ``now``, sorted."""
    origins: tuple[str, ...]
    """Keys of the independent origins of ``now``, sorted; never more than outlets."""

    @property
    def corrected(self) -> tuple[Figure, ...]:
        """Return the figures that an article of this period takes back; what was told last week is told."""
        now = {item.article.id for item in self.now}
        return tuple(f for f in self.story.figures if f.corrected and now & set(f.articles))


@dataclass(frozen=True, slots=True)
class Material:
    """Everything that the sections of a brief draw on."""

    given: ComposeInput
    words: Words
    outlets: Directory
    periods: tuple[Period, ...]
    """Look-back and this period, oldest first."""
    column: Mapping[str, int]
    """Index into ``periods`` by article id, for those that fall into one."""
    concern: frozenset[str]
    """Ids of the articles that concern the watched region, dated or not."""
    relevant: Mapping[str, Tagged]
    """Those of them that are dated, by id; a news programme of many items is none."""
    report: Mapping[str, str]
    """The article whose text it is, by article id: itself unless it is a copy."""
    member: Mapping[str, Member]
    strands: tuple[Strand, ...]
    """Stories with at least one new relevant text in this period."""
    past: tuple[Strand, ...]
    """Stories of the look-back without one."""
    topics: Mapping[str, Topic]
    number: Mapping[str, int]
    """Provisional reference numbers by article id; see ``references.renumber``."""
    sorting: select.Sorting

    def ref(self, articles: Iterable[Article]) -> tuple[int, ...]:
        """Return references to articles, each once."""
        return tuple(dict.fromkeys(self.number[article.id] for article in articles))

    def outlet(self, article: Article) -> str:
        """Return the printed name of an article's outlet."""
        return self.outlets.name(article, self.words)

    def origin(self, article: str) -> str:
        """Return the key of an article's independent origin."""
        return self.member[article].origin if article in self.member else article

    def counted(self, tagged: Tagged) -> tuple[Tag, ...]:
        """Return the tags of watched topics that count."""
        return tuple(tag for tag in tagged.tags if tag.level in COUNTED and tag.topic in self.topics)


def survey(given: ComposeInput) -> Material:
    """Sort the input once; the order in which it came does not matter."""
    periods = tuple(before(given.period, back, given.schedule) for back in range(LOOK_BACK, -1, -1))
    items = titles.mark(withdrawn(sorted(given.items, key=lambda item: item.article.id)))
    topics = {topic.id: topic for topic in given.topics}
    sorting = select.sort(items, periods, given.cutoff)
    concern = frozenset(item.article.id for item in watch.in_scope(items, given.topics))
    sorting = replace(sorting, moved=tuple(a for a in sorting.moved if a.id in concern))
    relevant = {
        item.article.id: item
        for item in items
        if item.article.id in sorting.column
        and item.article.id in concern
        and not is_bulletin(item.article.title)
    }
    member = {member.article: member for story in given.stories for member in story.members}
    outlets, catalogue = directory(given.outlets), words(given.options.language)
    weave = _Weave(relevant, sorting.column, len(periods) - 1, member, outlets, catalogue)
    strands = [weave.strand(story) for story in sorted(given.stories, key=lambda story: story.id)]
    return Material(
        given=given,
        words=catalogue,
        outlets=outlets,
        periods=periods,
        column=sorting.column,
        concern=concern,
        relevant=relevant,
        report={key: _first(key, member, relevant) for key in relevant},
        member=member,
        strands=tuple(strand for strand in strands if strand.fresh),
        past=tuple(strand for strand in strands if strand.earlier and not strand.fresh),
        topics=topics,
        number={item.article.id: number for number, item in enumerate(items, 1)},
        sorting=sorting,
    )


def _first(article: str, member: Mapping[str, Member], relevant: Mapping[str, Tagged]) -> str:
    """The article whose text this one repeats, as far as it is in the material."""
    seen = {article}
    while (entry := member.get(article)) and entry.copy_of in relevant and entry.copy_of not in seen:
        article = entry.copy_of
        seen.add(article)
    return article


@dataclass(frozen=True, slots=True)
class _Weave:
    """What is needed to make a strand of a story."""

    relevant: Mapping[str, Tagged]
    column: Mapping[str, int]
    current: int
    member: Mapping[str, Member]
    outlets: Directory
    words: Words

    def strand(self, story: Story) -> Strand:
        items = [self.relevant[m.article] for m in story.members if m.article in self.relevant]
        items.sort(key=lambda item: chronological(item.article))
        parts: dict[bool, list[Tagged]] = defaultdict(list)
        for item in items:
            parts[self.column[item.article.id] == self.current].append(item)
        now = tuple(parts[True])
        outlets = sorted({self.outlets.name(item.article, self.words) for item in now})
        # An outlet does not confirm itself: a wire's text and its own in one paper are not two witnesses.
        origins = sorted({self.member[item.article.id].origin for item in now})[: len(outlets)]
        return Strand(
            story, now, tuple(parts[False]), self._fresh(now, items), tuple(outlets), tuple(origins)
        )

    def _fresh(self, now: tuple[Tagged, ...], items: list[Tagged]) -> tuple[Tagged, ...]:
        """Texts that are new: no copy of another of the story, this period's or an earlier one (fault F18)."""
        ids = {item.article.id for item in items}
        return tuple(
            i for i in now if _first(i.article.id, self.member, self.relevant) not in ids - {i.article.id}
        )


def chronological(article: Article) -> tuple[date, float, str]:
    """Sort key: day, instant where it is known (after those of unknown time), id."""
    published = article.published
    if published is None:
        return date.max, 0.0, article.id
    instant = published.instant.timestamp() if isinstance(published.instant, datetime) else 0.0
    return published.start, instant, article.id

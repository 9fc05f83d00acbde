"""The rows of the border and body tables and of the theme strip. A watched row never disappears (fault F20)."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from briefings.brief.language import wording
from briefings.brief.material import naming
from briefings.brief.telling import composing
from briefings.brief.weighing.unusual import LEAST_DIFFERENCE, unusual
from briefings.brief_types import StripRow, TopicRow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefings.brief.language.words import Words
    from briefings.brief.material.survey import Material
    from briefings.brief.weighing.counts import Counts
    from briefings.brief_types import StoryBlock
    from briefings.types import SourceState, Topic

ARROWS = frozenset({"worse", "same", "better"})
_DOWN = frozenset({"failing", "dead", "not polled"})
_STRIP_ROWS = 8
_CELL = 42
"""Characters that the reason's cell holds on one line."""


DASHED = re.compile(
    r"\bdisputed\b|\bnot\b.*\b(?:delimited|recogni)|partly delimited|administrative|line of control|conditional|except"
)
"""Statuses, in English, of a line that not all hold for the border, or of which a part is none yet."""


@dataclass(frozen=True, slots=True)
class _Watch:
    """How a topic's feeds did in the period."""

    state: str
    reason: str


@dataclass(frozen=True, slots=True)
class _Held:
    """What the period as a whole holds."""

    documents: int
    crossings: Mapping[str, set[str]]
    """By topic, in the words that met the watch list's crossings."""


def rows(
    kind: str, counts: Counts, stories: Sequence[StoryBlock], material: Material
) -> tuple[TopicRow, ...]:
    """Return one row per watched topic of a kind: those with reports first, then in the watch list's order."""
    topics = [topic for topic in material.given.topics if topic.kind == kind]
    documents = sum(1 for column in material.column.values() if column == len(material.periods) - 1)
    held = _Held(documents, _crossings(material))
    found = [_row(topic, counts, stories, material, held) for topic in topics]
    return tuple(sorted(found, key=lambda row: -row.reports))


def strip(counts: Counts, material: Material) -> tuple[StripRow, ...]:
    """Return the busiest themes over the periods, this period's count deciding."""
    themes = [t for t in material.given.topics if t.kind == "theme" and any(counts.history(t.id))]
    found = [StripRow(t.id, naming.topic_name(t.id, material), counts.history(t.id)) for t in themes]
    return tuple(sorted(found, key=busiest)[:_STRIP_ROWS])


def busiest(row: StripRow) -> tuple[int, int, str]:
    """Sorts the strip."""
    return -(row.counts[-1] or 0), -sum(n or 0 for n in row.counts), row.id


def _row(
    topic: Topic, counts: Counts, stories: Sequence[StoryBlock], material: Material, held: _Held
) -> TopicRow:
    history = counts.history(topic.id)
    reports = history[-1] or 0
    watch = _Watch("reports", "") if reports else _silence(topic, material, held.documents)
    history = (*history[:-1], None if watch.state == "not monitored" else reports)
    arrow, reason = _arrow(topic, material)
    story = leading(topic.id, stories)
    return TopicRow(
        id=topic.id,
        name=naming.topic_name(topic.id, material),
        state=watch.state,
        reports=reports,
        previous=history[-2],
        median=counts.median(topic.id),
        origins=counts.origins.get(topic.id, 0) if reports else 0,
        reason=reason or watch.reason or _subject(topic, story, material),
        reason_refs=(),
        arrow=arrow,
        suggestion=_suggestion(history, counts.median(topic.id), material),
        history=history,
        unusual=_unusual(history, material),
        countries=topic.countries,
        status=topic.statuses.get(material.words.language, topic.status),
        dashed=bool(DASHED.search(topic.status.lower())),
        crossings=tuple(sorted(held.crossings.get(topic.id, ()))),
    )


def leading(topic: str, stories: Sequence[StoryBlock]) -> StoryBlock | None:
    """The first story that is about the topic, or at least touches it."""
    for level in ("primary", "secondary"):
        for story in stories:
            if any(t.id == topic and t.level == level for t in story.topics):
                return story
    return None


def _subject(topic: Topic, story: StoryBlock | None, material: Material) -> str:
    """What most of the row's reports are about, and where it is told; short, for the cell has one line."""
    current = len(material.periods) - 1
    items = [i for key, i in material.relevant.items() if material.column[key] == current]
    items = [i for i in items if any(tag.topic == topic.id for tag in material.counted(i))]
    themes = Counter(tag.topic for i in items for tag in material.counted(i) if tag.kind == "theme")
    top = min(themes, key=lambda t: (-themes[t], t), default="")
    name = naming.topic_name(top, material) if top else ""
    if story is not None and len(text := told_in(story, name, material.words)) <= _CELL:
        return text
    return name or material.words.say(
        "reason_by", outlets=composing.outlets([i.article for i in items], material)
    )


def told_in(story: StoryBlock, theme: str, words: Words) -> str:
    """Return what a row's reports are about and the story where it is told, or that alone."""
    return words.say("reason_theme" if theme else "reason_story", theme=theme, number=story.number)


def _silence(topic: Topic, material: Material, documents: int) -> _Watch:
    """Why a row is empty: nothing in the period's ``documents`` and working feeds, or nobody looked (case 32)."""
    say, words = material.words.say, material.words
    feeds = _feeds(topic, material)
    polled = [s for s in feeds if s.state not in {"imported", "not polled"}]
    failing = [s for s in polled if s.state in _DOWN]
    if failing and 2 * len(failing) >= len(polled):
        first = min((s.since for s in failing if s.since), default=None)
        since = say("since", date=wording.day(first, words, year=False)) if isinstance(first, date) else ""
        return _Watch(
            "not monitored", say("not_monitored", failing=len(failing), all=len(polled), since=since)
        )
    if not polled and not documents:
        return _Watch("not monitored", say("not_polled" if material.given.sources else "no_feed"))
    answered = len(polled) - len(failing)
    looked = words.count("feeds", answered) if polled else words.count("documents", documents)
    return _Watch("quiet", say("no_reports", polled=looked))


def _feeds(topic: Topic, material: Material) -> list[SourceState]:
    """The sources of the topic's countries; where none is configured, all of them."""
    own = [s for s in material.given.sources if s.country and s.country in topic.countries]
    return own or list(material.given.sources)


def _arrow(topic: Topic, material: Material) -> tuple[str, str]:
    edit = material.given.edits.arrows.get(topic.id)
    if edit is None or edit.text not in ARROWS or not edit.reason:
        return "", ""
    return edit.text, edit.reason


def _suggestion(history: Sequence[int | None], usual: float | None, material: Material) -> str:
    """A hint from counts alone, with the counts: at least twice or half the median and four reports apart."""
    now = history[-1]
    if now is None or usual is None or abs(now - usual) < LEAST_DIFFERENCE:
        return ""
    if now >= 2 * usual:
        return material.words.say("suggest_up", now=now, median=f"{usual:g}")
    return material.words.say("suggest_down", now=now, median=f"{usual:g}") if 2 * now <= usual else ""


def _unusual(history: Sequence[int | None], material: Material) -> str:
    earlier = [n for n in history[:-1] if n is not None]
    now = history[-1]
    p = unusual(now, earlier) if now is not None else None
    if now is None or p is None:
        return ""
    middle = sum(earlier) / len(earlier)
    key = "unusual_high" if now > middle else "unusual_low"
    text = f"{p:.3f}" if p >= 0.001 else "< 0.001"
    return material.words.say(key, now=now, median=f"{middle:.1f}", p=text, weeks=len(earlier))


def _crossings(material: Material) -> Mapping[str, set[str]]:
    """The crossings that the period's reports name."""
    current = len(material.periods) - 1
    found: dict[str, set[str]] = defaultdict(set)
    for key, item in material.relevant.items():
        for tag in item.tags if material.column[key] == current else ():
            found[tag.topic].update(span.alias for span in tag.spans if span.rule == "crossing")
    return found

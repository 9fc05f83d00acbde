"""What changed since the last issue: the section that a returning reader reads first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefings.brief.language import wording
from briefings.brief.material.corrections import by_outlets
from briefings.brief.telling import headlines
from briefings.brief_types import Change, Changes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.brief.material.survey import Material, Strand
    from briefings.brief_types import Brief, StoryBlock

_MOST = 8
"""Entries of one list; more would be the list of stories over again."""
_QUIET = 5


def changes(blocks: Sequence[StoryBlock], material: Material) -> Changes:
    """Return the five lists, in rank order; a story stands in one of them.

    Where nothing came before, nothing is new: the list would be that of all stories over again.
    """
    strands = {strand.story.id: strand for strand in material.strands}
    lists: dict[str, list[Change]] = {"new": [], "escalated": [], "continuing": [], "corrected": []}
    for story in blocks:
        name, change = _entry(story, strands[story.id], material)
        lists[name].append(change)
    corrected = lists["corrected"] + _register(material)
    return Changes(
        tuple(lists["new"][:_MOST]) if _compared(material) else (),
        tuple(lists["escalated"][:_MOST]),
        tuple(lists["continuing"][:_MOST]),
        _quiet(material),
        tuple(corrected),
    )


def _compared(material: Material) -> bool:
    """Whether there is an earlier issue or at least an earlier article to compare with."""
    now = material.given.period.label
    earlier = any(column < len(material.periods) - 1 for column in material.column.values())
    return earlier or any(issue.period.week != now for issue in material.given.previous)


def _entry(story: StoryBlock, strand: Strand, material: Material) -> tuple[str, Change]:
    if (notice := _correction(strand, material)) is not None:
        return "corrected", _change(story, notice)
    if not strand.earlier:
        return "new", _change(story, _new(story, strand, material))
    if (escalated := _escalation(story, strand, material)) is not None:
        return "escalated", _change(story, escalated)
    say = material.words.say
    reports = material.words.count("reports", len(strand.fresh))
    text = say("continuing", headline=_short(story), reports=reports, since=_week(story.since_week))
    return "continuing", _change(story, text)


def _new(story: StoryBlock, strand: Strand, material: Material) -> str:
    words, many = material.words, len(strand.fresh)
    origins = words.count("origins", story.origins)
    if many < 2:
        return words.say("new", headline=_short(story), origins=origins)
    return words.say(
        "new_many", headline=_short(story), reports=words.count("reports", many), origins=origins
    )


def _change(story: StoryBlock, text: str) -> Change:
    return Change(story.id, str(story.number), text, story.headline_refs[:1])


def _correction(strand: Strand, material: Material) -> str | None:
    """A correction or retraction that an outlet published, or a figure taken back."""
    notice = _notice(strand, material)
    if notice is None:
        return None
    headline = headlines.headline(strand, None, material).text
    return material.words.say("corrected", headline=headline, notice=notice)


def _notice(strand: Strand, material: Material) -> str | None:
    told = next((item.article.notices[0] for item in strand.now if item.article.notices), None)
    if told is not None or not strand.corrected:
        return told
    last = max(strand.corrected, key=lambda f: (f.day, f.value))
    return _figure("figure_corrected", last.what, material, value=last.value)


def _escalation(story: StoryBlock, strand: Strand, material: Material) -> str | None:
    """Higher counts, a first official source, or at least twice as many reports and three more."""
    say = material.words.say
    now = {item.article.id for item in strand.now}
    for what, side in sorted({(f.what, f.side) for f in strand.story.figures}):
        series = [f for f in strand.story.figures if (f.what, f.side) == (what, side)]
        fresh = [f.value for f in series if now & set(f.articles)]
        before = [f.value for f in series if not now & set(f.articles)]
        if fresh and before and max(fresh) > max(before):
            values = {"headline": _short(story), "value": max(fresh), "before": max(before)}
            return _figure("escalated_figure", what, material, **values)
    official = material.outlets.is_official
    if any(official(i.article) for i in strand.now) and not any(official(i.article) for i in strand.earlier):
        return say("escalated_official", headline=_short(story))
    last = sum(material.column[i.article.id] == len(material.periods) - 2 for i in strand.earlier)
    if last and len(strand.fresh) >= 2 * last and len(strand.fresh) >= last + 3:
        reports = material.words.count("reports", len(strand.fresh))
        return say("escalated_more", headline=_short(story), reports=reports, before=last)
    return None


def _figure(key: str, what: str, material: Material, **values: object) -> str:
    say = material.words.say
    return say(key, what=say(f"figure_{what}"), **values)


def _quiet(material: Material) -> tuple[Change, ...]:
    """Stories that the issue before printed in full, or that had at least three reports then, and none now."""
    before = _issue_before(material)
    numbers = {s.id: s for s in before.stories if s.full} if before else {}
    label = material.periods[-2].label
    found = []
    for strand in material.past:
        last = [i for i in strand.earlier if material.column[i.article.id] == len(material.periods) - 2]
        if not last or (strand.story.id not in numbers if numbers else len(last) < 3):
            continue
        old = numbers.get(strand.story.id)
        headline = old.headline if old else headlines.headline(_as_now(strand), None, material).text
        published = strand.earlier[-1].article.published
        day = wording.day(published.start, material.words) if published else ""
        text = material.words.say("quiet", headline=headline, date=day)
        number = f"{_week(label)}-{old.number}" if old else _week(label)
        found.append((-len(last), strand.story.id, Change(strand.story.id, number, text)))
    return tuple(change for _, _, change in sorted(found, key=lambda f: f[:2])[:_QUIET])


def _as_now(strand: Strand) -> Strand:
    """A story of the look-back, looked at as if its last period were this one."""
    return replace(strand, now=strand.earlier, fresh=strand.earlier)


def _issue_before(material: Material) -> Brief | None:
    label = material.periods[-2].label
    issues = [b for b in material.given.previous if b.period.week == label]
    return max(issues, key=lambda b: b.version, default=None)


def _register(material: Material) -> list[Change]:
    entered = [Change("", _week(c.issue), c.text) for c in material.given.edits.corrections]
    return entered + [Change("", _week(c.issue), c.text, c.refs) for c in by_outlets(material)]


def _short(story: StoryBlock) -> str:
    return story.headline.rstrip(".")


def _week(label: str) -> str:
    """``W46`` for a week's label, else the label."""
    return label.partition("-")[2] if "-W" in label else label

"""The sheet as one sees it: every value that can be set, with what stands there unless it is set."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from briefings.brief.language.lint import VOCABULARIES
from briefings.run.analyst.sheet import Sheet, tidy

if TYPE_CHECKING:
    from briefings.brief_types import Brief, EventLine, StoryBlock, TopicRow

_HEAD = """\
# {brief}, {issue}: everything that a person may set for this issue.
# What is left blank stays as the program composes it, which the comments show. Save and close to keep it.
# Likelihood words: {terms}. Give a confidence a sentence of its own.
brief: {brief}
issue: {issue}
based_on: {last}   # the edit that this sheet was made from: leave it as it is
"""


def form(brief: Brief, payload: Mapping[str, object], last: int, vocabulary: str) -> str:
    """The sheet of an issue as YAML; ``brief`` is as composed, without anything that a person set."""
    set_ = Sheet.model_validate(dict(payload))
    return "\n".join(_lines(brief, set_, last, vocabulary)) + "\n"


def _lines(brief: Brief, own: Sheet, last: int, vocabulary: str) -> Iterator[str]:
    terms = ", ".join(VOCABULARIES[vocabulary])
    yield _HEAD.format(brief=brief.brief.name, issue=brief.period.week, terms=terms, last=last)
    yield from _comment(brief.bottom_line)
    yield f"bottom_line: {_text(own.bottom_line)}"
    yield "\n# Up to five; they replace all that are composed:"
    for line in brief.key_points:
        yield from _comment(f"- {line.text}")
    yield from _list("key_points", own.key_points)
    yield "\n# Stories by id: pinned ones come first, dropped ones are left out (their number is printed)."
    yield from _list("pins", own.pins)
    yield from _list("drops", own.drops)
    yield "\n# Assessed and so what are printed under the story, marked as an assessment. A story's own tlp"
    yield "# decides which editions it stands in; blank = as its sources."
    yield "stories:"
    yield from _stories(brief.stories, own)
    yield "\n# worse, same or better, always with a reason."
    yield "arrows:"
    yield from _arrows((*brief.borders, *brief.bodies), own)
    yield "\n# Events by id, each as {name: …, date: 2024-11-28, place: …, status: confirmed, same_as: ID, drop: true}."
    yield "events:"
    yield from _events(brief.events, own)
    yield "\n# Who looked over tags and grouping; printed in the method note with the day."
    yield f"reviewed_by: {_text(own.reviewed_by)}"
    yield "\n# Mistakes in earlier issues, each as {issue: 2024-W47, text: What was wrong and what is right.}"
    yield from _list("corrections", [part.model_dump() for part in own.corrections])


def _stories(blocks: Sequence[StoryBlock], own: Sheet) -> Iterator[str]:
    titles = {
        b.id: f"{b.number}. {b.headline} ({len(b.articles)} articles, {b.outlets} outlets, {b.origins} origins)"
        for b in blocks
    }
    for story in (*titles, *sorted(own.stories.keys() - titles.keys())):
        yield from _comment(titles.get(story, "not among the stories printed now"), "  ")
        yield f"  {_text(story)}:"
        part = own.stories.get(story)
        for key in ("headline", "assessed", "so_what", "tlp"):
            yield f"    {key}: {_text(getattr(part, key) if part else '')}"
    if not titles and not own.stories:
        yield "  {}"


def _arrows(rows: Sequence[TopicRow], own: Sheet) -> Iterator[str]:
    told = {row.id: row for row in rows if row.reports or row.id in own.arrows}
    for topic in (*told, *sorted(own.arrows.keys() - told.keys())):
        part, row = own.arrows.get(topic), told.get(topic)
        if row:
            before = "" if row.previous is None else f", {row.previous} the period before"
            yield from _comment(f"{row.name}: {row.reports} reports{before}", "  ")
        arrow, reason = (part.arrow, part.reason) if part else ("", "")
        yield f"  {_text(topic)}: {{arrow: {_text(arrow)}, reason: {_text(reason)}}}"
    if not told and not own.arrows:
        yield "  {}"


def _events(lines: Sequence[EventLine], own: Sheet) -> Iterator[str]:
    told = {line.id: f"{line.date_text}: {line.name}, {line.place or '?'} ({line.status})" for line in lines}
    for event in (*told, *sorted(own.events.keys() - told.keys())):
        yield from _comment(told.get(event, "not among the events printed now"), "  ")
        part = own.events.get(event)
        yield f"  {_text(event)}: {_text(part.model_dump(exclude_defaults=True) if part else {})}"
    if not told and not own.events:
        yield "  {}"


def _list(key: str, values: Sequence[Any]) -> Iterator[str]:
    yield f"{key}:" if values else f"{key}: []"
    for value in values:
        yield f"  - {_text(value)}"


def _comment(text: str, indent: str = "") -> Iterator[str]:
    """Strangers' text on one line, which can be nothing but a comment."""
    yield f"{indent}# {tidy(text)}"


def _text(value: object) -> str:
    """As YAML; JSON is YAML, too."""
    return json.dumps(value, ensure_ascii=False)

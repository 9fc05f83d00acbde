"""Ten real weeks, composed: what each leads with, whether its words are its sources', what its calendar holds.

Measured when pinned: ten weeks lead with a story on the week's subject; no reported line that its source lacks; of the
eleven relevant announcements of 2025-11-24 with a title of their own ten stand in the calendar with the right date (the
other, a forum on "Eurasian security", names no watched country but Russia), and none of the 26 irrelevant ones.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import cache
from typing import TYPE_CHECKING

import pytest

from briefings import config, stories, watch
from briefings.brief import BriefOptions, ComposeInput, PeriodOptions, check_verbatim, compose
from briefings.brief.material.period import cutoff, resolve
from briefings.reading import Outlets, read_batch
from briefings.sources import load
from briefings.types import Fetched, Tagged
from tests.project import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from briefings.brief_types import Brief, EventLine

pytestmark = pytest.mark.floors

NOW = datetime(2025, 12, 1, 9, 0, tzinfo=UTC)
KARABAKH = {"country.am", "country.az"}
LEADS = {
    "2020-09-28": KARABAKH,
    "2020-11-09": KARABAKH,
    "2021-08-09": {"country.af", "body.taliban"},
    "2021-08-16": {"country.af", "body.taliban"},
    "2022-01-03": {"country.kz", "body.csto"},
    "2022-01-10": {"country.kz", "body.csto"},
    "2022-09-12": {"country.uz", "body.sco"},
    "2022-09-19": {"country.af", "body.taliban"},
    "2023-09-18": KARABAKH,
    "2025-11-24": {"body.csto"},
}
"""What the first story of each week must be about: all of these, each primary or in the title of a report."""


@cache
def _composed(week: Path) -> tuple[Brief, tuple[Tagged, ...]]:
    settings = config.load(ROOT / "config.yaml")
    outlets, matcher = Outlets(settings.outlets), watch.compile(settings.watchlist)
    documents = [d for d in load([str(week)], NOW) if isinstance(d, Fetched) and not d.whole]
    articles = {a.id: a for _, found in read_batch(documents, outlets) for a in found if not a.quarantine}
    items = tuple(Tagged(a, matcher.tag(a)) for a in articles.values())
    schedule = PeriodOptions()
    year, number, _ = date.fromisoformat(week.stem).isocalendar()
    period = resolve(f"{year}-W{number:02}", NOW, schedule)
    given = ComposeInput(
        options=BriefOptions("central-asia", "Central Asia"),
        period=period,
        schedule=schedule,
        cutoff=cutoff(period, NOW),
        items=items,
        stories=stories.group(watch.in_scope(items, settings.watchlist.topics)),
        topics=settings.watchlist.topics,
        outlets=settings.outlets,
    )
    return compose(given), items


@pytest.mark.parametrize("week", LEADS)
def test_each_week_leads_with_its_subject_in_its_sources_words(data: Path, week: str) -> None:
    brief, items = _composed(data / "weeks" / f"{week}.jsonl")

    assert _subjects(brief, items) >= LEADS[week]
    assert check_verbatim(brief, [item.article for item in items]) == ()


def test_the_summit_of_one_week_is_one_story_and_the_first(data: Path) -> None:
    brief, items = _composed(data / "weeks" / "2025-11-24.jsonl")
    rows = (data / "weeks-labels" / "2025-11-24.labels.jsonl").read_text("utf-8").splitlines()
    labels = [label for label in map(json.loads, rows) if label.get("story") == "csto-summit-bishkek"]
    titles = {label["title"][:60] for label in labels}
    ids = {item.article.id for item in items if item.article.title[:60] in titles}
    holding = [n for n, story in enumerate(brief.stories) if ids & {*story.articles}]

    assert len(ids) >= 17
    assert holding == [0]


def _subjects(brief: Brief, items: Sequence[Tagged]) -> set[str]:
    """Topics that a report of the first story is about."""
    first = [item for item in items if item.article.id in brief.stories[0].articles]
    return {
        tag.topic
        for item in first
        for tag in item.tags
        if tag.level == "primary" or any(span.zone == "title" for span in tag.spans)
    }


def test_the_calendar_holds_the_relevant_announcements_and_no_other(data: Path) -> None:
    brief, _ = _composed(data / "weeks" / "2025-11-24.jsonl")
    rows = (data / "weeks-labels" / "upcoming.labels.jsonl").read_text("utf-8").splitlines()
    labels = [label for label in map(json.loads, rows) if label["set"] != "seed" and label["date"]]
    titles = {reference.n: reference.title for reference in brief.references}
    relevant = [label for label in labels if label["relevant"]]

    found = [label for label in relevant if any(_is(line, label) for line in brief.events)]
    cited = {titles[n] for line in brief.events for n in line.refs}

    print(f"printed {len(found)} of {len(relevant)} relevant announcements")
    assert len(found) / len(relevant) >= 0.85
    assert not cited & {label["title"] for label in labels if not label["relevant"]}


def _is(line: EventLine, label: dict[str, str]) -> bool:
    """Whether a line is the labelled event: its days, and a word of its name or place."""
    parts: Sequence[str] = label["date"].split("/")
    dated = line.start.startswith(parts[0]) and (len(parts) == 1 or line.end == parts[1])
    ended = line.end == label["date"]  # "until November 27": the label is the last day of a visit
    words = {word.casefold() for word in f"{label['event']} {label['place']}".split() if len(word) > 4}
    return (dated or ended) and any(word in f"{line.name} {line.place}".casefold() for word in words)

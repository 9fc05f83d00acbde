from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from briefings.brief import BriefOptions, compose
from briefings.brief_types import Brief, TopicRow
from briefings.types import SourceState, Tagged
from tests.brief.make import TOPICS, article, given, story, tag, tagged


def report(n: int, day: str, outlet: str = "", topic: str = "border.tj-af") -> Tagged:
    name = outlet or f"Outlet {n % 3}"
    return tagged(
        article(f"Gate report {n}", f"Guards said that gate {n} was shut.", day, name),
        topic,
        "theme.border-security",
    )


def row(brief: Brief, topic: str) -> TopicRow:
    return next(r for r in (*brief.borders, *brief.bodies) if r.id == topic)


def test_every_watched_row_is_there_every_week() -> None:
    """Fault F20."""
    brief = compose(given())

    assert {r.id for r in brief.borders} == {t.id for t in TOPICS if t.kind == "border"}
    assert {r.id for r in brief.bodies} == {t.id for t in TOPICS if t.kind == "body"}


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "disputed: a line of two"), ("ru", "спорная"), ("fa", "disputed: a line of two")],
)
def test_why_a_border_is_disputed_is_said_in_the_briefs_language(language: str, told: str) -> None:
    """The list's own words stand where it has none in that language; the line is dashed all the same."""
    topics = tuple(
        replace(t, status="disputed: a line of two", statuses={"ru": "спорная"})
        if t.id == "border.tj-af"
        else t
        for t in TOPICS
    )
    options = BriefOptions("central-asia", "Weekly", language=language)
    found = row(compose(given(topics=topics, options=options)), "border.tj-af")
    assert (found.status, found.dashed) == (told, True)
    assert not row(compose(given(topics=topics, options=options)), "border.kg-tj").dashed


def test_copies_count_once_and_origins_are_counted() -> None:
    """Fault F03."""
    items = [report(1, "2024-11-26", f"Paper {n}") for n in range(5)]
    copies = {item.article.id: items[0].article.id for item in items[1:]}
    told = story("2024-w48/g", *items, origins=["wire:x"] * 5, copies=copies)

    found = row(compose(given(told, items=items)), "border.tj-af")

    assert (found.reports, found.origins) == (1, 1)


def test_the_median_leaves_out_weeks_without_collection() -> None:
    weeks = {"2024-10-01": 2, "2024-10-08": 4, "2024-10-15": 6, "2024-11-26": 3}
    items = [report(100 * w + n, day) for w, (day, many) in enumerate(weeks.items()) for n in range(many)]
    stories = [story(f"s/{n}", item) for n, item in enumerate(items)]

    brief = compose(given(*stories, items=items))

    found = row(brief, "border.tj-af")
    assert (brief.weeks[0], brief.weeks[-1]) == ("2024-W40", "2024-W48")
    assert found.history == (2, 4, 6, None, None, None, None, None, 3)
    assert (found.reports, found.previous, found.median) == (3, None, 4.0)
    assert any("2024-W43" in note for note in brief.coverage.notes)


def test_a_feed_that_failed_is_no_silence() -> None:
    """Case 32: two of the border's three feeds failing since Tuesday."""
    feeds = (
        SourceState("a", "A", "failing", date(2024, 11, 26), country="TJ", reason="HTTP 403"),
        SourceState("b", "B", "failing", date(2024, 11, 27), country="AF", reason="HTTP 403"),
        SourceState("c", "C", "ok", items=4, country="TJ"),
        SourceState("d", "D", "ok", items=9, country="KG"),
    )
    items = [
        report(n, f"2024-{day}")
        for n, day in enumerate(("10-02", "10-09", "10-16", "10-23", "10-30", "11-06", "11-13"))
    ]

    brief = compose(given(*[story(f"s/{n}", i) for n, i in enumerate(items)], items=items, sources=feeds))

    found = row(brief, "border.tj-af")
    assert (found.state, found.reason) == ("not monitored", "2 of 3 feeds failing since Tue 26 Nov")
    assert found.history[-1] is None
    assert (found.arrow, found.suggestion, found.unusual) == ("", "", "")


def test_quiet_not_monitored_and_reports_are_three_things() -> None:
    feeds = (SourceState("a", "A", "ok", items=1, country="TJ"), SourceState("b", "B", "dead", country="CN"))
    item = report(1, "2024-11-26")

    brief = compose(given(story("s/1", item), items=[item], sources=feeds))

    assert [row(brief, t).state for t in ("border.tj-af", "border.kg-tj", "border.cn-af")] == [
        "reports",
        "quiet",
        "not monitored",
    ]
    assert row(brief, "border.kg-tj").reason == "no reports collected (1 feed)"


def test_a_feed_that_failed_is_none_of_those_that_brought_nothing() -> None:
    feeds = [SourceState(name, name, "ok", items=1, country="TJ") for name in ("a", "b")]
    feeds.append(SourceState("c", "C", "failing", date(2024, 11, 26), country="KG"))
    item = report(1, "2024-11-26")

    brief = compose(given(story("s/1", item), items=[item], sources=tuple(feeds)))

    assert row(brief, "border.kg-tj").reason == "no reports collected (2 feeds)"


def test_the_reason_is_short_and_names_its_story() -> None:
    item = report(1, "2024-11-26")

    found = row(compose(given(story("s/1", item), items=[item])), "border.tj-af")

    assert found.reason == "Border security (story 1)"


@pytest.mark.parametrize(
    ("now", "suggested"), [(2, ""), (4, ""), (9, "more reports than usual (9 against a median of 1)")]
)
def test_low_counts_suggest_nothing(now: int, suggested: str) -> None:
    """Fault F21."""
    days = ("10-02", "10-09", "10-16", "10-23", "10-30", "11-06", "11-13", "11-20")
    items = [report(n, f"2024-{day}") for n, day in enumerate(days)]
    items += [report(50 + n, "2024-11-27") for n in range(now)]

    found = row(
        compose(given(*[story(f"s/{n}", i) for n, i in enumerate(items)], items=items)), "border.tj-af"
    )

    assert found.suggestion.startswith(suggested) if suggested else found.suggestion == ""
    assert bool(found.unusual) is (now == 9)
    assert "%" not in found.suggestion + found.unusual


def test_a_mention_is_no_activity() -> None:
    """Fault F14: what a text only mentions or denies is not counted."""
    base = tagged(article("Talks", "They talked.", "2024-11-27"), "body.csto")
    item = Tagged(base.article, (*base.tags, tag("border.kg-tj", "mention"), tag("border.cn-af", "negated")))

    brief = compose(given(story("s/1", item), items=[item]))

    assert [row(brief, t).reports for t in ("body.csto", "border.kg-tj", "border.cn-af")] == [1, 0, 0]


def test_the_strip_counts_themes_over_the_weeks() -> None:
    items = [report(1, "2024-11-13"), report(2, "2024-11-26"), report(3, "2024-11-27")]

    brief = compose(given(*[story(f"s/{n}", i) for n, i in enumerate(items)], items=items))

    assert [(r.name, r.counts[-3:]) for r in brief.strip] == [("Border security", (1, None, 2))]

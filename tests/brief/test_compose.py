from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from briefings import brief_json
from briefings.brief import Composing, check_verbatim, compose
from briefings.brief.material.period import resolve
from briefings.types import SourceState, Tagged
from tests.brief.make import NOW, OUTLETS, SCHEDULE, article, given, seed_like, story, tagged

SUBJECTS = ("border.tj-af", "border.kg-tj", "body.csto", "country.tj", "country.kg")


def many(count: int, seed: int = 1) -> list[Tagged]:
    """Reports of one or two sentences over nine weeks, in two languages."""
    dice = random.Random(seed)
    items = []
    for n in range(count):
        day = f"2024-{dice.choice(('10', '11', '11', '11'))}-{dice.randint(1, 28):02}"
        words = " ".join(
            dice.choice(("guards", "lorries", "patrol", "gate", "market", "talks")) for _ in range(6)
        )
        text = (
            f"Officials in place {n} said that {words} were seen. The number given was {dice.randint(2, 90)}."
        )
        entry = article(f"Report {n}: {words}", text, day, dice.choice(OUTLETS).name)
        if n % 5 == 0:
            entry = replace(
                entry, language="ru", text="Пограничники сообщили о задержании машины у пункта пропуска."
            )
        items.append(tagged(entry, dice.choice(SUBJECTS), "theme.border-security"))
    return items


def stories_of(items: list[Tagged], size: int = 3) -> list[object]:
    return [story(f"2024-w48/s{n:05}", *items[n : n + size]) for n in range(0, len(items), size)]


def test_nothing_at_all_is_a_valid_brief() -> None:
    brief = compose(given())

    assert brief.stories == ()
    assert brief.bottom_line.startswith(
        "No report on the watched region was collected for Mon 25 Nov – Sun 1 Dec 2024"
    )
    assert {row.state for row in brief.borders} == {"not monitored"}
    assert brief_json.load(brief_json.dump(brief)).borders == brief.borders


def test_when_all_feeds_failed_the_brief_does_not_speak_of_silence() -> None:
    feeds = tuple(SourceState(f"f{n}", f"Feed {n}", "failing", reason="HTTP 403") for n in range(3))

    brief = compose(given(sources=feeds))

    assert brief.bottom_line == (
        "Nothing could be collected for Mon 25 Nov – Sun 1 Dec 2024: 3 of 3 sources failed or were not polled."
    )
    assert all(row.history[-1] is None for row in brief.borders)


def test_an_issue_under_one_plan_of_its_pages_is_the_same_whatever_plans_were_tried_before() -> None:
    items = many(120)
    inputs = given(*stories_of(items), items=items)  # type: ignore[arg-type]
    composing = Composing(inputs)

    for full, lines, noted in ((9, 10, 10), (3, 9, 4), (5, 2, 1), (1, 0, 0), (9, 10, 10)):
        options = replace(inputs.options, full_stories=full, line_stories=lines, also_noted=noted)
        assert composing.brief(options) == compose(replace(inputs, options=options))


def test_one_article_is_one_story_with_its_border_and_its_event() -> None:
    seed = seed_like()

    brief = compose(given(story("2024-w48/csto", seed, origins=["wire:steppe"]), items=[seed]))

    only = brief.stories[0]
    row = next(row for row in brief.borders if row.id == "border.tj-af")
    assert (only.outlets, only.origins, only.grades) == (1, 1, "F6")
    assert only.headline == "CSTO summit, Astana, 28 Nov 2024: Tajikistan–Afghanistan border"
    assert (row.reports, row.origins, row.state) == (1, 1, "reports")
    assert brief.references[0].chain == "Khyber Ledger, via mirror.example, after Steppe Wire"
    assert brief.references[0].date_text == "27 Nov 2024 (date inferred)"
    assert "success of the plan" not in " ".join(line.text for line in (*only.reported, *brief.key_points))
    assert only.comments[0].text == "However, the success of the plan will depend on cooperation."


def test_the_bottom_line_says_what_where_when_who_and_that_the_outcome_is_unknown() -> None:
    seed = seed_like()

    brief = compose(given(story("2024-w48/csto", seed), items=[seed]))

    assert brief.bottom_line == (
        "CSTO summit was due on Thu 28 Nov 2024 in Astana, according to Khyber Ledger, via mirror.example, "
        "after Steppe Wire; the report concerns the Tajikistan–Afghanistan border. "
        "No report collected by the cut-off gives the outcome."
    )
    assert len(brief.bottom_line.split()) <= 45


def test_before_its_day_the_summit_is_to_come() -> None:
    seed = seed_like()
    period = resolve(("2024-11-21", "2024-11-27"), NOW, SCHEDULE)

    brief = compose(given(story("2024-w48/csto", seed), items=[seed], period=period, cutoff=period.end))

    assert [(line.name, line.ahead) for line in brief.events] == [("CSTO summit", True)]
    assert "is announced for Thu 28 Nov 2024 in Astana" in brief.bottom_line


@pytest.mark.parametrize("count", [1, 40, 400])
def test_every_brief_is_whole(count: int) -> None:
    items = many(count)

    brief = compose(given(*stories_of(items), items=items))  # type: ignore[arg-type]

    assert check_verbatim(brief, [item.article for item in items]) == ()
    assert brief_json.dump(brief_json.load(brief_json.dump(brief))) == brief_json.dump(brief)
    assert all(s.origins <= s.outlets <= len(s.articles) for s in brief.stories)
    assert [s.number for s in brief.stories] == list(range(1, len(brief.stories) + 1))
    assert len(brief.key_points) <= 5
    assert len(brief.also_noted) <= 10


def test_the_order_of_the_input_does_not_matter() -> None:
    items = many(120)
    stories = stories_of(items)
    mixed, shuffled = list(items), list(stories)
    random.Random(7).shuffle(mixed)
    random.Random(8).shuffle(shuffled)

    one = compose(given(*stories, items=items))  # type: ignore[arg-type]
    other = compose(given(*shuffled, items=mixed))  # type: ignore[arg-type]

    assert brief_json.dump(one) == brief_json.dump(other)


def test_what_does_not_concern_the_region_makes_no_story() -> None:
    far = tagged(article("Beauty salon burns in the capital", "A salon burned down on Monday."), "country.ru")

    brief = compose(given(story("2024-w48/salon", far), items=[far]))

    assert brief.stories == ()
    assert (brief.coverage.articles, brief.coverage.relevant) == (1, 0)


def test_ten_thousand_articles_make_a_brief_of_the_same_length() -> None:
    items = many(10_000)

    brief = compose(given(*stories_of(items, 25), items=items))  # type: ignore[arg-type]

    assert sum(s.full for s in brief.stories) <= 14
    assert len(brief.stories) <= 24
    assert any("for want of space" in note for note in brief.coverage.notes)


def test_a_running_period_has_no_close_yet() -> None:
    brief = compose(given(cutoff=datetime(2024, 11, 29, 4, 0, tzinfo=UTC)))

    assert brief.period.cutoff == "2024-11-29T09:00:00+05:00"
    assert "collected until Fri 29 Nov 2024 09:00" in brief.method[0]

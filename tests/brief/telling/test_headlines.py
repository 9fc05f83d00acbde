"""Which of a story's titles heads it: the event itself, not what was said of it or what went on beside it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefings.brief import compose
from briefings.brief_types import Brief
from briefings.types import Span, Tag, Tagged
from tests.brief.make import article, given, story, tagged


def titled(title: str, topic: str = "country.af", **changes: str) -> Tagged:
    """A title whose only topic stands where "Afghan" does."""
    item = tagged(article(title, "", **changes), topic)
    at = max(0, title.find("Afghan"))
    return Tagged(
        item.article, (Tag(topic, "country", "primary", 1.0, (Span("title", at, at + 6, "", ""),)),)
    )


def headed(*items: Tagged, language: str = "en") -> Brief:
    made = given(story("s/one", *items), items=items)
    return compose(replace(made, options=replace(made.options, language=language)))


@pytest.mark.parametrize(
    ("event", "beside"),
    [
        ("Afghan protests over fuel prices enter third day", "Crude rally continues amid Afghan turmoil"),
        (
            "Afghan parliament adopts budget after long debate",
            "Afghan parliament was right to adopt budget — minister",
        ),
        ("Flood destroys bridge near Afghan town", "Minister says Afghan bridge was old"),
        ("Helicopter shot down over Afghan valley", "President honours crew shot down over Afghan valley"),
    ],
)
def test_a_story_is_headed_by_the_event(event: str, beside: str) -> None:
    for order in ((event, beside), (beside, event)):
        assert headed(*(titled(title) for title in order)).stories[0].headline == event


def test_loud_words_that_an_outlet_quotes_do_not_lift_its_title() -> None:
    calm = titled("Talks on Afghan border market begin in Kunduz")
    loud = titled("Talks on Afghan border market begin: envoy speaks of ‘WAR’ in Kunduz")

    assert headed(loud, calm).stories[0].headline == calm.article.title


def test_an_agency_s_own_title_comes_before_one_that_passes_it_on() -> None:
    own = titled("Guards close Afghan river gate", outlet="Steppe Wire")
    retold = titled("Guards close the Afghan river gate", outlet="Khyber Ledger", wire="Steppe Wire")

    assert headed(retold, own).stories[0].headline == own.article.title


def test_a_title_of_a_few_reports_is_told_with_what_the_others_speak_of() -> None:
    own = titled("Afghan lorries wait at river gate")
    texts = ("Столкновения на границе, ранены люди.", "Новые столкновения и обстрелы у реки.")
    others = [
        tagged(article("Столкновения у реки", text, outlet="Vakhsh Courier", language="ru"), "country.af")
        for text in texts
    ]

    brief = headed(own, *others)

    assert "Vakhsh Courier also reported in Russian on clashes" in brief.bottom_line


def test_a_demand_heads_its_own_report_and_no_story_of_several() -> None:
    demand = titled("Neighbours should open Afghan river gate, union chief says")
    loud = titled("OPENED GATES WANTED by Afghan union chief")

    assert headed(demand).stories[0].headline == demand.article.title
    assert demand.article.title not in headed(demand, loud).stories[0].headline

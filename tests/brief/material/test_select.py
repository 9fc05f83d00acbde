from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from briefings.brief import PeriodOptions
from briefings.brief.material.period import before, cutoff, resolve
from briefings.brief.material.select import Sorting, sort
from briefings.types import Article, Tagged, When
from tests.brief.make import NOW, SCHEDULE, article, on


def sorted_into(week: str, *articles: Article, options: PeriodOptions = SCHEDULE) -> Sorting:
    period = resolve(week, NOW, options)
    periods = [before(period, back, options) for back in range(2, -1, -1)]
    return sort([Tagged(a, ()) for a in articles], periods, cutoff(period, NOW + timedelta(days=60)))


def test_a_day_counts_in_its_week() -> None:
    here, last = article("Here", day="2024-11-25"), article("Last", day="2024-11-24")

    assert sorted_into("2024-W48", here, last).column == {here.id: 2, last.id: 1}


def test_an_evening_in_kabul_is_the_next_week_in_dushanbe_and_is_told() -> None:
    """Case 4."""
    late = article("Late", published=on("2024-12-01T23:40:00+04:30"))

    after = sorted_into("2024-W49", late)

    assert after.column == {late.id: 2}
    assert after.moved == (late,)
    assert sorted_into("2024-W48", late).column == {}
    assert sorted_into("2024-W48", late).moved == (late,)


def test_a_month_is_no_day() -> None:
    """Case 3: it stands in the list of undated items of each week it may belong to, and in no count."""
    november = When("2024-11", "month", "stated", date(2024, 11, 1), date(2024, 11, 30))
    entry = article("Some day", published=november)

    for week, listed in (("2024-W45", True), ("2024-W48", True), ("2024-W50", False)):
        found = sorted_into(week, entry)
        assert found.column == {}
        assert (entry in found.undated) is listed


def test_the_day_of_retrieval_is_not_the_day_of_publication() -> None:
    """Fault F08."""
    crawled = article("Found", published=on("2024-11-27", basis="retrieved"))

    assert sorted_into("2024-W48", crawled).column == {}
    assert sorted_into("2024-W48", crawled).undated == (crawled,)


def test_archive_and_future_items_are_left_out_and_counted() -> None:
    """Case 8 and fault F18."""
    of_2019 = on("2019-05-01", precision="month", end=date(2019, 5, 31))
    old = article("Again", published=replace(of_2019, delivered=date(2024, 11, 27)))
    clock = article("Tomorrow", published=on("2024-12-01T22:00:00+05:00"))
    period = resolve("2024-W48", NOW, SCHEDULE)

    found = sort([Tagged(old, ()), Tagged(clock, ())], [period], datetime(2024, 12, 1, 9, 0, tzinfo=UTC))

    assert (found.column, found.archive, found.future) == ({}, (old,), (clock,))


def test_on_the_day_of_the_close_retrieval_tells_the_issue() -> None:
    options = PeriodOptions(closes="friday 15:00")
    friday = "2024-11-29"
    noon = article("Noon", published=on(friday), retrieved=datetime(2024, 11, 29, 7, 0, tzinfo=UTC))
    evening = article("Evening", published=on(friday), retrieved=datetime(2024, 11, 29, 13, 0, tzinfo=UTC))
    years_later = article("Archive", published=on(friday), retrieved=datetime(2026, 1, 1, tzinfo=UTC))

    assert set(sorted_into("2024-W48", noon, evening, years_later, options=options).column) == {
        noon.id,
        years_later.id,
    }
    assert set(sorted_into("2024-W49", noon, evening, years_later, options=options).column) >= {evening.id}


def test_quarantined_articles_count_nowhere() -> None:
    assert sorted_into("2024-W48", article("Odd", quarantine="no main text")).column == {}

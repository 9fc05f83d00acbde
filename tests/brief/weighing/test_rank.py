from __future__ import annotations

from math import isclose, prod

import pytest

from briefings.brief import compose
from briefings.brief.weighing.concepts import severity
from briefings.types import Story, Tagged
from tests.brief.make import article, given, story, tag, tagged


def item(title: str, *topics: str, day: str = "2024-11-27", outlet: str = "Khyber Ledger") -> Tagged:
    return tagged(article(title, f"{title}, guards said in {outlet}.", day, outlet), *topics)


def order(*stories: tuple[Story, list[Tagged]]) -> list[str]:
    items = [entry for _, told in stories for entry in told]
    return [s.id for s in compose(given(*(s for s, _ in stories), items=items)).stories]


def of(key: str, *items: Tagged, origins: tuple[str, ...] = ()) -> tuple[Story, list[Tagged]]:
    return story(key, *items, origins=origins), list(items)


def test_more_origins_outrank_more_copies() -> None:
    one = [item("Lorries wait at gate one", "border.tj-af", outlet=f"A{n}") for n in range(2)]
    two = [item("Lorries wait at gate two", "border.tj-af", outlet=f"B{n}") for n in range(2)]

    assert order(of("s/a", *one, origins=("wire:x", "wire:x")), of("s/b", *two)) == ["s/b", "s/a"]


def test_a_watched_border_outranks_a_country() -> None:
    found = order(
        of("s/a", item("Traders count flour", "country.tj")),
        of("s/b", item("Traders count rice", "border.tj-af")),
    )

    assert found == ["s/b", "s/a"]


def test_grave_words_outrank_plain_ones() -> None:
    found = order(
        of("s/a", item("Traders count flour", "country.tj")),
        of("s/b", item("Three killed in clash", "country.tj")),
    )

    assert found == ["s/b", "s/a"]


def test_a_long_explainer_does_not_outrank_an_incident() -> None:
    """Case 18: many topics, none of them its subject."""
    explainer = item("All borders of the region explained", "country.tj")
    passing = (tag("border.tj-af", "mention"), tag("border.kg-tj", "mention"))
    wide = Tagged(explainer.article, (*explainer.tags, *passing))

    assert order(of("s/a", wide), of("s/b", item("Two killed at the gate", "border.tj-af"))) == ["s/b", "s/a"]


def test_the_score_is_the_product_of_its_printed_parts() -> None:
    entry = item("Two killed at the gate", "border.tj-af", "theme.border-clashes")

    score = compose(given(story("s/a", entry), items=[entry])).stories[0].score

    assert isclose(score["total"], prod(v for k, v in score.items() if k != "total"), rel_tol=0.01)


def test_equal_stories_stand_in_the_order_of_their_ids() -> None:
    twins = [of(f"s/{n}", item("Lorries wait", "border.tj-af", outlet=f"Outlet {n}")) for n in (3, 1, 2)]

    assert order(*twins) == ["s/1", "s/2", "s/3"]


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("Ceasefire agreed after shelling", 2.0),
        ("Трое погибли у границы", 1.8),
        ("درگیری در مرز", 1.5),
        ("Протесты в Алма-Ате", 1.5),
        ("Leaders sign agreement", 1.2),
        ("Traders count flour", 1.0),
    ],
)
def test_severity_speaks_several_languages(text: str, least: float) -> None:
    assert severity(text, {}) == least


def test_a_configuration_may_change_a_weight() -> None:
    assert severity("Three killed", {"deaths": 5.0}) == 5.0


def test_one_outlet_more_does_not_outweigh_twice_as_many_reports() -> None:
    many = [item(f"Lorries wait at gate one on day {n}", "border.tj-af", outlet="A") for n in range(8)]
    few = [item("Lorries wait at gate two", "border.tj-af", outlet=f"B{n}") for n in range(2)]

    assert order(of("s/a", *many, origins=("outlet:a",) * 8), of("s/b", *few)) == ["s/a", "s/b"]

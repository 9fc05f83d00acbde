"""Bottom line and key points: the latest figure, and nothing said twice."""

from __future__ import annotations

from datetime import date

from briefings.brief import compose
from briefings.brief_types import Brief
from briefings.types import Figure, Tagged
from tests.brief.make import article, given, story, tagged

FIRST = "Two guards were hurt at the river gate when a roof came down, a rescue worker said on Tuesday."
SECOND = "Six guards were hurt at the river gate, a doctor said on Tuesday night."
THIRD = "The clinic said on Wednesday that five guards were hurt, and that six had been a mistake."
MORE = "Lorries at the river gate moved again after noon, a clerk said."


def gate(title: str, text: str, day: str = "2024-11-27", **changes: str) -> Tagged:
    return tagged(article(title, text, day, **changes), "border.tj-af", "theme.border-security")


def roof(*, corrected: bool) -> Brief:
    items = (
        gate("Two hurt as roof falls at river gate", FIRST, "2024-11-26"),
        gate("Six hurt as roof falls at river gate", SECOND, "2024-11-26", outlet="Ministry Gazette"),
        gate("Roof at river gate: clinic corrects number of hurt guards", THIRD, "2024-11-27"),
    )
    figures = tuple(
        Figure("wounded", value, date(2024, 11, day), (item.article.id,), fixed)
        for value, day, item, fixed in zip(
            (2, 6, 5), (26, 26, 27), items, (False, False, corrected), strict=True
        )
    )
    others = [
        gate(f"Bridge {n} to be painted", f"Painters came to bridge {n} on the border.") for n in range(3)
    ]
    pinned = story("s/roof", *items, figures=figures)
    rest = [story(f"s/{n}", item) for n, item in enumerate(others)]
    return compose(given(pinned, *rest, items=(*items, *others)))


def test_a_key_point_carries_the_corrected_figure() -> None:
    brief = roof(corrected=True)

    assert THIRD in "\n".join([brief.bottom_line, *(p.text for p in brief.key_points)])
    assert not {FIRST, SECOND} & {p.text for p in brief.key_points}


def test_a_later_figure_replaces_an_earlier_one_without_a_correction() -> None:
    brief = roof(corrected=False)

    assert not {FIRST, SECOND} & {p.text for p in brief.key_points}


def test_no_key_point_repeats_the_bottom_line() -> None:
    items = [gate("Lorries wait at river gate", f"{SECOND}\n\n{MORE}")]
    items += [gate(f"Bridge {n} painted", f"Painters came to bridge {n} on the border.") for n in range(4)]
    brief = compose(given(*[story(f"s/{n}", item) for n, item in enumerate(items)], items=items))

    assert brief.bottom_line_parts
    assert len(brief.key_points) >= 3
    assert not [p.text for p in brief.key_points if p.text in brief.bottom_line]


def test_a_lone_story_still_has_its_point() -> None:
    item = gate("Lorries wait at river gate", SECOND)

    assert len(compose(given(story("s/one", item), items=(item,))).key_points) == 1

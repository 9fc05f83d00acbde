"""Bottom line and key points: the latest figure, and nothing said twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from briefings import brief_json
from briefings.brief import check_verbatim, compose
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


def test_a_sentence_stands_with_its_outlet_and_day() -> None:
    item = gate("Lorries wait at river gate", SECOND, outlet="Ministry Gazette")
    brief = compose(given(story("s/one", item), items=(item,)))

    assert [line.text for line in brief.bottom_line_parts] == [
        SECOND,
        "Reported by Ministry Gazette on 27 Nov 2024.",
    ]


def test_a_title_is_quoted_and_attributed_and_says_what_the_story_rests_on() -> None:
    items = [
        gate("Guards close the river gate", "", "2024-11-26"),
        gate("Guards close the river gate for lorries", "", "2024-11-27", outlet="Ministry Gazette"),
    ]
    brief = compose(given(story("s/one", *items), items=items))

    assert [line.text for line in brief.bottom_line_parts] == [
        "“Guards close the river gate for lorries”, Ministry Gazette reported on 27 Nov 2024.",
        "The story rests on 2 reports from 2 independent origins.",
    ]
    assert brief.key_points[0].note == "Ministry Gazette, 27 Nov 2024"


def test_a_quoted_title_is_looked_up_again() -> None:
    item = gate("Guards close the river gate", "")
    brief = compose(given(story("s/one", item), items=(item,)))
    other = replace(item.article, title="Guards open the river gate")

    assert check_verbatim(brief, [item.article]) == ()
    assert any("Guards close" in fault for fault in check_verbatim(brief, [other]))


def test_a_title_that_lost_its_capitals_is_printed_only_for_want_of_another() -> None:
    bare = gate("guards close the river gate for lorries today", "")
    plain = gate("Guards shut a gate", "", outlet="Ministry Gazette")
    both = compose(given(story("s/one", bare, plain), items=(bare, plain)))
    alone = compose(given(story("s/one", bare), items=(bare,)))

    assert bare.article.title not in brief_json.dump(replace(both, references=())).decode()
    told = f"“{bare.article.title}”, Khyber Ledger reported on 27 Nov 2024."
    assert [line.text for line in alone.stories[0].reported] == [told], (
        "quoted, not mended, nor the brief's own words"
    )
    assert check_verbatim(alone, [bare.article]) == ()


def test_a_lone_story_still_has_its_point() -> None:
    item = gate("Lorries wait at river gate", SECOND)

    assert len(compose(given(story("s/one", item), items=(item,))).key_points) == 1


def test_a_sentence_that_names_nobody_does_not_stand_for_its_story() -> None:
    bare = "Details of the plan are being worked out over a closed line."
    item = gate("Ministers speak daily about the river gate", bare)
    second = gate("Bridge painted at river gate", MORE)
    brief = compose(given(story("s/one", item), story("s/two", second), items=(item, second)))

    assert bare not in [line.text for line in (*brief.bottom_line_parts, *brief.key_points)]
    assert bare in [line.text for told in brief.stories for line in told.reported]


def test_a_lone_report_in_another_language_is_said_to_be_the_only_one() -> None:
    item = gate("Переправа закрыта", "Переправа на реке закрыта для грузовиков.", outlet="Vakhsh Courier")
    item = replace(item, article=replace(item.article, language="ru"))
    brief = compose(given(story("s/one", item), items=(item,)))

    assert brief.bottom_line_parts[-1].text == "The story rests on this report alone."

"""Contradictions in words: both accounts side by side, each with its source."""

from __future__ import annotations

import pytest

from briefings.brief import compose
from briefings.brief.telling.accounts import opposed
from briefings.types import Span, Tag, Tagged
from tests.brief.make import article, given, story, tagged

NAMES = {
    "country.am": (
        "Armenia",
        "Armenian",
        "Yerevan",
        "Армении",
        "Армения",
        "Ереван",
        "Ермənistan",
        "Ermənistanı",
    ),
    "country.az": (
        "Azerbaijan",
        "Azerbaijani",
        "Baku",
        "Азербайджана",
        "азербайджанскую",
        "Баку",
        "Azərbaycan",
    ),
    "country.tj": ("Tajikistan", "Tajik", "تاجیکستان"),
    "country.kg": ("Kyrgyzstan", "Kyrgyz", "قرغیزستان"),
}
REST = " The shooting lasted for two hours, and nobody was hurt, people of the village said on Tuesday."


def report(text: str, outlet: str, language: str = "en") -> Tagged:
    """A report whose states are tagged as the watch list tags them."""
    told = tagged(
        article(f"Shooting on the border, {outlet} tells", text + REST, outlet=outlet, language=language),
        "border.kg-tj",
        "theme.border-clashes",
    )
    tags = [
        Tag(topic, "country", "secondary", 1.0, tuple(spans))
        for topic, names in NAMES.items()
        if (spans := [Span("text", text.find(n), text.find(n) + len(n), n, n) for n in names if n in text])
    ]
    return Tagged(told.article, (*told.tags, *tags))


def test_two_sides_that_blame_each_other_stand_side_by_side_with_references() -> None:
    items = (
        report("Tajik guards opened fire first, the border service of Kyrgyzstan said.", "Kunduz Post"),
        report("Kyrgyz soldiers were the first to open fire, the border service of Tajikistan said.", "Vakhsh Courier"),
    )  # fmt: skip
    brief = compose(given(story("2024-w48/one", *items), items=items))

    (block,) = brief.stories
    at = next(n for n, line in enumerate(block.reported) if line.text.startswith("Accounts differ"))
    head, one, other = block.reported[at : at + 3]
    assert "Kunduz Post" in head.text
    assert "Vakhsh Courier" in head.text
    assert head.refs == (*one.refs, *other.refs)
    assert {one.text, other.text} == {item.article.text.split(" The shooting")[0] for item in items}
    assert (head.basis, one.basis, other.basis) == ("composed", "source", "source")
    assert sum(line.text in (one.text, other.text) for line in block.reported) == 2


def test_an_account_in_another_language_is_printed_once() -> None:
    told = "Армения первой открыла огонь у границы, сообщили в Баку в среду утром."
    items = (
        report(told, "Kaspi Post", "ru"),
        report(
            "Azerbaijani forces were the first to open fire, the ministry in Yerevan said.", "Sevan Courier"
        ),
    )
    (block,) = compose(given(story("2024-w48/one", *items), items=items)).stories
    assert [line.text for line in block.reported].count(told) == 1


@pytest.mark.parametrize(
    ("one", "other", "languages"),
    [
        ("Armenia accused Azerbaijan of shelling Jermuk.", "Baku said that Armenian forces violated the ceasefire.",
         ("en", "en")),
        ("Минобороны Армении обвинило азербайджанскую сторону в обстреле.", "Armenian units were the first to open fire, "
         "officials in Baku said.", ("ru", "en")),
        ("Azerbaijani forces opened fire first, Yerevan said.", "В Минобороны Азербайджана опровергли сообщения о "
         "первых выстрелах.", ("en", "ru")),
        ("Azerbaijani forces opened fire first, Yerevan said.", "Azərbaycan Ermənistanı atəşkəsi pozmaqda ittiham "
         "edib, nazirlik bildirib.", ("en", "az")),
        ("Kyrgyz guards opened fire first, a governor said.", "وزارت دفاع قرغیزستان این گزارش را تکذیب کرد.", ("en", "fa")),
        ("The gate at the bridge of Vorukh is closed to lorries.", "A clerk denied that the gate at the bridge of Vorukh "
         "is closed.", ("en", "en")),
    ],
)  # fmt: skip
def test_claim_and_counterclaim_are_found(one: str, other: str, languages: tuple[str, str]) -> None:
    found = opposed([report(one, "A", languages[0]), report(other, "B", languages[1])])

    assert found is not None
    assert {sentence.text for sentence in found} == {one, other}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Azerbaijani forces opened fire first, Yerevan said.", "Azerbaijani forces violated the ceasefire, a witness said."),
        ("Armenia accused Azerbaijan of shelling Jermuk.", "Armenia accused Azerbaijan of a false report."),
        ("Kyrgyz guards met Tajik guards at the bridge.", "A clerk denied that prices of flour went up."),
        ("Tajikistan denied that its guards fired.", "Tajikistan denied that its guards were there."),
        ("Armenia and Azerbaijan opened a bridge.", "Kyrgyzstan and Tajikistan opened a road."),
    ],
)  # fmt: skip
def test_what_does_not_contradict_is_left_alone(one: str, other: str) -> None:
    assert opposed([report(one, "A"), report(other, "B")]) is None


def test_one_report_alone_is_no_contradiction() -> None:
    text = "Armenia accused Azerbaijan. Azerbaijan accused Armenia."
    assert opposed([report(text, "A")]) is None

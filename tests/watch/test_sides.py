"""A border named by its two sides, and no border where the sentence does not say so."""

import pytest

from briefings import watch


def _borders(matcher: watch.Matcher, text: str, language: str) -> set[str]:
    return {tag.topic for tag in matcher.tag_text("", text, language) if tag.kind == "border"}


@pytest.mark.parametrize(
    ("text", "language", "border"),
    [
        ("A Tajik herder was wounded near the border with Afghanistan.", "en", "border.tj-af"),
        ("Таджикские пограничники задержали двоих на границе с Афганистаном.", "ru", "border.tj-af"),
        ("تاجیکستان مرز خود با افغانستان را بست.", "fa", "border.tj-af"),
        ("Қазақстан Өзбекстанмен шекараны ашты.", "kk", "border.kz-uz"),
        ("In Iran lorries wait at the Pakistani border.", "en", "border.ir-pk"),
    ],
)
def test_a_border_word_with_one_side_and_the_other_side_beside_it(
    matcher: watch.Matcher, text: str, language: str, border: str
) -> None:
    assert _borders(matcher, text, language) == {border}


@pytest.mark.parametrize(
    "text",
    [
        "The countries want a belt along the Afghanistan border.",
        "The Uzbek president discussed the border with Tajik and Afghan guests.",
        "Afghan border guards were trained in Iran.",
        "Kazakhstan and Armenia spoke of a border with Georgia.",
        "Armenia closed a border. Turkey said nothing.",
    ],
)
def test_nothing_is_inferred_from_less(matcher: watch.Matcher, text: str) -> None:
    assert _borders(matcher, text, "en") == set()


def test_another_border_in_the_sentence_rules_it_out(matcher: watch.Matcher) -> None:
    text = "It was on the Tajik-Afghan border but some saw it from the Uzbek border."
    assert _borders(matcher, text, "en") == {"border.tj-af"}

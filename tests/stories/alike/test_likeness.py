"""What stands against one event: names that only one of two reports knows."""

from __future__ import annotations

from briefings.stories.alike.likeness import LikenessOptions, against
from briefings.stories.texts.features import Bare
from briefings.stories.texts.reader import read

FILLER = " ".join(
    ["the band will play their old songs again and tickets are on sale from the week after"] * 8
)


def factor(one: str, two: str, *texts: str) -> float:
    a, b = read(
        [Bare(title, title, f"{text} {FILLER}", "en") for title, text in zip((one, two), texts, strict=True)]
    )
    return against(a, b, LikenessOptions())


def test_a_name_in_each_title_tells_of_two_events_if_it_is_all_that_they_name() -> None:
    assert factor("Weather in Brest", "Weather in Gomel", "In Brest it rains.", "In Gomel it rains.") < 0.1


def test_a_name_in_each_title_is_a_detail_among_names_that_both_know() -> None:
    known = "The brothers Miriam Oduya and Peter Lantern of the Harbour Quartet spoke in Velden."
    one, two = (
        f"Today Miriam Oduya, Peter Lantern and the Harbour Quartet return to {hall}"
        for hall in ("Blossom", "Rosebank")
    )
    assert factor(one, two, f"{known} They play at Blossom.", f"{known} They play at Rosebank.") > 0.7

"""Which titles are headlines."""

from __future__ import annotations

import pytest

from briefings.stories.texts.features import Bare
from briefings.stories.texts.headings import weight
from briefings.stories.texts.reader import read

BEGIN = "Border guards of the two states opened the crossing at Lower Pyanj on Monday."
TEXT = f"{BEGIN} " + " ".join(f"Lorry number {n} came over the bridge before noon." for n in range(20))
SHORT = "Lorries came over the bridge before noon."


def headed(*documents: tuple[str, str]) -> list[bool]:
    return [doc.headed for doc in read([Bare(str(n), *one) for n, one in enumerate(documents)])]


@pytest.mark.parametrize(
    ("title", "text", "headline"),
    [
        ("Crossing opens for lorries", TEXT, True),
        (BEGIN, TEXT, True),  # a whole sentence: its length decides
        ("", TEXT, False),
        ("Border guards of the two states opened the", TEXT, False),
        ("Border guards of the two sta…", TEXT, False),
        ("A good place", TEXT, False),
        ("A good place", SHORT, True),
    ],
)
def test_a_headline_of_a_full_text_says_something_of_its_own(
    title: str, text: str, *, headline: bool
) -> None:
    assert headed((title, text)) == [headline]


def test_the_name_of_a_column_is_no_headline() -> None:
    texts = [f"{place} opened its bridge. {TEXT}" for place in ("Khorog", "Termez", "Batken")]

    assert headed(*(("News of the crossing", text) for text in texts)) == [False] * 3
    assert headed(*[("News of the crossing", texts[0])] * 3) == [True] * 3  # one text, three times


def test_a_long_title_is_asked_for_less_the_fuller_the_text() -> None:
    assert weight(12, 1.0) == 1.0
    assert weight(18, 1.0) == 0.5
    assert weight(30, 1.0) == 0.0
    assert weight(30, 0.0) == 1.0

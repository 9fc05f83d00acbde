"""The fonts inside the HTML: cut to the page's letters, small, the same bytes each time."""

from __future__ import annotations

import base64
import io
import re

from fontTools.ttLib import TTFont

from briefings.render import render
from briefings.render.page.fonts import with_fonts
from tests.render import sample

FACE = re.compile(
    r'@font-face\{font-family:"([^"]+)";font-weight:(\d+);font-display:swap;src:url\("data:font/woff2;base64,([^"]+)"\)'
)


def faces(page: str) -> dict[tuple[str, str], set[int]]:
    """The letters of each face in a page."""
    return {
        (family, weight): set(TTFont(io.BytesIO(base64.b64decode(data))).getBestCmap())
        for family, weight, data in FACE.findall(page)
    }


def test_a_face_holds_the_letters_of_the_page_and_no_other() -> None:
    found = faces(with_fonts("<head></head><p>Tojik: ғӣқӯҳҷ</p>"))
    wanted = {ord(letter) for letter in "<head></head><p>Tojik: ғӣқӯҳҷ</p>"}
    assert found[("Noto Serif", "400")] == found[("Noto Sans", "700")] == wanted


def test_only_needed_families_are_there() -> None:
    assert {family for family, _ in faces(with_fonts("<head></head>plain"))} == {"Noto Sans", "Noto Serif"}
    assert ("Noto Serif Georgian", "400") in faces(with_fonts("<head></head>გზა"))


def test_a_page_without_a_head_stays_as_it_is() -> None:
    assert with_fonts("<p>mine</p>") == "<p>mine</p>"


def test_every_alphabet_fits_into_a_small_file() -> None:
    (first,), (second,) = (render(sample.six_scripts(), ["html"]) for _ in range(2))
    assert first.data == second.data
    assert len(first.data) < 400_000

"""Three real weeks on paper: how their pages are filled and where their words stand, read from the PDF itself.

Measured when pinned: 2025-W48 6 pages, 2020-W46 5, 2022-W01 4; every page but the last filled to 81 % or more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cases.week import Finished, Week, desk
from tests.render import pdf_reading as read
from tests.render.pdf_reading import Word

pytestmark = pytest.mark.floors

WEEKS = {"2025-W48": "2025-11-24", "2020-W46": "2020-11-09", "2022-W01": "2022-01-03"}
POINT = 72 / 25.4
LEFT, RIGHT = 19 * POINT, 191 * POINT
"""Edges of the measure on A4."""
TOP, BOTTOM = 22 * POINT, (297 - 19) * POINT


@pytest.fixture(scope="module", params=WEEKS)
def pdf(request: pytest.FixtureRequest, data: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    week: Week = desk(tmp_path_factory.mktemp(request.param))
    assert week.run("import", str(data / "weeks" / f"{WEEKS[request.param]}.jsonl")).status == 0
    issue: Finished = week.issue(request.param, formats=("json", "pdf"))
    return issue.files[".pdf"].read_bytes()


@pytest.fixture(scope="module")
def pages(pdf: bytes) -> list[list[Word]]:
    return [list(page) for page in read.boxes(pdf, Word)]


def body(page: list[Word]) -> list[Word]:
    return [w for w in page if w.top > TOP - 30 and w.bottom < BOTTOM + 1]


def test_a_real_week_fits_its_pages_and_fills_them(pages: list[list[Word]]) -> None:
    assert 3 <= len(pages) <= 8
    filled = [(max(w.bottom for w in body(page)) - TOP) / (BOTTOM - TOP) for page in pages]
    print("filled", [round(share, 2) for share in filled])
    assert min(filled[:-1]) >= 0.8
    assert len(body(pages[-1])) > 60


def test_no_word_leaves_the_measure_and_none_lies_on_another(pdf: bytes, pages: list[list[Word]]) -> None:
    outside = [w for page in pages for w in page if w.left < LEFT - 1 or w.right > RIGHT + 1]
    assert outside == []
    assert read.overlapping(pdf) == []


def test_every_page_has_the_label_top_and_bottom(pages: list[list[Word]]) -> None:
    for page in pages:
        labels = [w for w in page if w.text == "TLP:GREEN"]
        assert any(w.bottom < 25 * POINT for w in labels)
        assert any(w.top > BOTTOM for w in labels)


def test_nothing_is_set_smaller_than_eight_points(pdf: bytes) -> None:
    small = {(round(size, 2), text[:40]) for size, text in sizes(pdf) if size < 7.95}
    assert small == set()


def sizes(pdf: bytes) -> Iterator[tuple[float, str]]:
    """The size on paper of every piece of text."""
    found: list[tuple[float, str]] = []

    def seen(text: str, cm: list[float], tm: list[float], _: Any, size: float) -> None:
        if text.strip():
            scale = abs(cm[0] * cm[3] - cm[1] * cm[2]) * abs(tm[0] * tm[3] - tm[1] * tm[2])
            found.append((size * scale**0.5, text))

    for page in read.reader(pdf).pages:
        page.extract_text(visitor_text=seen)
    yield from found


def test_notes_are_whole_and_beside_the_passage_that_cites_them(pdf: bytes) -> None:
    notes = read.marked_text(pdf, "Note")
    assert len(notes) > 5
    assert [note for note in notes if not re.match(r"\[\d+\]|“", note)] == []
    assert read.strayed_notes(pdf) == []


def test_no_source_is_parted_from_its_number(pages: list[list[Word]]) -> None:
    for page in pages:
        numbers = [w for w in page if re.fullmatch(r"\[\d+\]", w.text) and abs(w.left - LEFT) < 2]
        alone = [n for n in numbers if not any(abs(w.top - n.top) < 3 and w.left > n.right for w in page)]
        assert not alone


def test_no_heading_stands_at_the_foot(pdf: bytes) -> None:
    assert read.headings_at_the_foot(pdf) == []

"""Names, figures and sentences that run against a page stand in the order in which they are read."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from briefings.brief_types import Brief, Correction, QuoteLine
from briefings.render import render
from briefings.render.language import bidi
from tests.render import pdf_reading as read
from tests.render import sample

OPEN, CLOSE = "\u2066", "\u2069"
SENTENCE = "The notice that it quoted was only a draft, the gate office said!"


class Word(NamedTuple):
    """A word on paper."""

    left: float
    top: float
    right: float
    bottom: float
    text: str


def persian() -> Brief:
    """A Persian edition of reports in English and Persian."""
    brief = sample.two_pages()
    named = [replace(r, date_text="۲۷ نوامبر ۲۰۲۴ (2024-W48)") for r in brief.references]
    told = Correction("2024-W47", f"ساعت دروازه: {SENTENCE}", (1,))
    rows = [replace(r, name="تاجیکستان–افغانستان") for r in brief.borders]
    return replace(
        brief,
        brief=replace(brief.brief, language="fa"),
        references=tuple(named),
        corrections=(told,),
        borders=tuple(rows),
    )


@pytest.fixture(scope="module")
def paper() -> bytes:
    return render(persian(), ["pdf"])[0].data


@pytest.fixture(scope="module")
def words(paper: bytes) -> list[list[Word]]:
    return list(read.boxes(paper, Word))


def line_of(words: list[list[Word]], text: str, beside: str = "") -> list[str]:
    """The line with ``text`` (and ``beside``), word by word from right to left, without marks and stops."""
    for page in words:
        for found in page:
            line = sorted((w for w in page if abs(w.bottom - found.bottom) < 4), key=lambda w: -w.right)
            told = [bare(w.text) for w in line]
            if bare(found.text) == text and (not beside or beside in told):
                return told
    raise AssertionError(text)


def bare(text: str) -> str:
    """A word as it is read, without marks and stops; the reader of the file gives Arabic letters from left to right."""
    letters = re.sub(r"\[\d+\]|\W", "", text)
    return letters[::-1] if re.search("[\u0620-\u06d5]", letters) else letters


def test_a_date_behind_an_english_name_stays_behind_it(words: list[list[Word]]) -> None:
    line = line_of(words, "Vakhsh", "روسی")
    at = [line.index(word) for word in ("Courier", "Vakhsh", "۲۷", "نوامبر", "۲۰۲۴", "2024W48", "روسی")]
    assert at == sorted(at)  # from right to left; the name itself runs from left to right


def test_a_week_is_not_turned_round(paper: bytes, words: list[list[Word]]) -> None:
    assert "W48-2024" not in read.words(paper)
    assert any("2024-" in w.text for page in words for w in page)


def test_an_english_sentence_runs_from_left_to_right(words: list[list[Word]]) -> None:
    told = [bare(word) for word in SENTENCE.split()]
    first, second = line_of(words, "notice", "quoted"), line_of(words, told[-1], told[-2])
    assert first != second
    assert [word for word in (*reversed(first), *reversed(second)) if word in told] == told
    assert any(w.text == "said!" for page in words for w in page)


def test_a_persian_quotation_in_an_english_edition_reads_from_right_to_left() -> None:
    brief = sample.two_pages()
    quote = QuoteLine("ما هیچ کسی را برنگردانده‌ایم.", (3,), "fa", "shift supervisor")
    story = replace(brief.stories[0], quotes=(quote,))
    data = render(replace(brief, stories=(story, *brief.stories[1:])), ["pdf"])[0].data
    words = list(read.boxes(data, Word))
    told = ["ما", "هیچ", "کسی", "را", "برنگرداندهایم"]
    assert [word for word in line_of(words, "هیچ", "کسی") if word in told] == told
    (last,) = [w.text for page in words for w in page if bare(w.text) == told[-1]]
    assert last.startswith("».")


def test_names_on_the_map_are_joined_and_run_from_right_to_left(paper: bytes) -> None:
    told = read.words(paper)
    assert "ازبکستان" in told or "ترکمنستان" in told
    assert not [name for name in ("ناتسکبزا", "ناتسنمکرت", "ناریا", "نیچ") if name in told]


def test_persian_digits_have_their_persian_forms(paper: bytes) -> None:
    """The font would give Persian the Urdu forms of 4, 6 and 7."""
    font = TTFont(next(Path("/usr/share/fonts").rglob("NotoNaskhArabic-Regular.ttf")))
    plain, urdu = (font.getGlyphID(name) for name in ("uni06F4", "uni06F4.locl"))
    used = read.glyphs(paper, "Naskh")
    assert used[plain] == "۴"
    assert urdu not in used


def test_short_runs_are_isolated_by_signs_and_entities_stay_whole() -> None:
    page = (
        '<html dir="rtl"><body><p>از Steppe Wire &amp; Co، ۲۶ نوامبر [3] (UTC+05:00) در 2024-W44</p></body>'
    )
    told = bidi.ordered(page, "fa")
    assert f"{OPEN}Steppe Wire &amp; Co{CLOSE}، ۲۶" in told
    assert f"({OPEN}UTC+05:00{CLOSE})" in told
    assert f"{OPEN}2024-W44{CLOSE}" in told
    assert "[3]" in told


@pytest.mark.parametrize("space", ["&#160;", "&nbsp;", "\u00a0", " "])
def test_a_space_at_the_end_of_a_run_stays_outside_of_its_signs(space: str) -> None:
    """Inside it would change its side: "F6 ." for ". F6." """
    told = bidi.ordered(
        f"<body><p>(تاس).{space}F6.{space}نخستین بار{space}W48{space}· Steppe{space}Wire</p>", "fa"
    )
    assert told == (
        f"<body><p>(تاس).{space}\u2066F6\u2069.{space}نخستین بار{space}\u2066W48\u2069{space}"
        f"· \u2066Steppe{space}Wire\u2069</p>"
    )


def test_a_sentence_ends_before_the_persian_word_behind_it() -> None:
    pieces = list(bidi.runs("«Milak bridge at Zaranj closed»: به وقت محلی", "fa"))
    assert ("Milak bridge at Zaranj closed", True) in pieces
    assert pieces[-1] == ("»: به وقت محلی", False)


@given(st.text(alphabet="aB0 1.,:;&()[]–«»ابپ۱٢Жق'/+-"))
def test_isolation_only_adds_pairs_of_signs(text: str) -> None:
    page = f"<body><p>{text.replace('&', '&amp;')}</p></body>"
    told = bidi.ordered(page, "fa")
    assert told.replace(OPEN, "").replace(CLOSE, "") == page
    assert re.fullmatch(rf"[^{OPEN}{CLOSE}]*(?:{OPEN}[^{OPEN}{CLOSE}]+{CLOSE}[^{OPEN}{CLOSE}]*)*", told, re.S)
    assert not re.search(rf"&[^;]*[{OPEN}{CLOSE}][^;]*;", told)
    assert bidi.ordered(page, "en") == page

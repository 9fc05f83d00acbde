"""One line a row, no gaps beside tall notes, and sentences that stay whole."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from briefings.brief_types import Brief, CoverageSource, Line
from briefings.render.context import context
from briefings.render.coverage import failures
from briefings.render.html import RenderOptions, page
from briefings.render.tables import clip, strip
from briefings.render.words import words
from tests.render import sample

EN = words("en")


def reported(*lines: Line) -> Brief:
    brief = sample.two_pages()
    first, *rest = brief.stories
    return replace(brief, stories=(replace(first, reported=lines, comments=(), quotes=()), *rest))


def test_titles_stand_on_lines_of_their_own() -> None:
    brief = reported(
        Line("Lorries wait at the gate", (1,), basis="title"),
        Line("Gate to open on Friday", (1,), basis="title"),
    )
    source = page(brief, "pdf", None, RenderOptions())
    between = source.partition("Lorries wait at the")[2].partition("Gate to open")[0]
    assert between.endswith("<br>")


def test_a_day_without_a_date_is_explained_beside_its_sentence_once() -> None:
    note = "“Thursday”: Thu 28 Nov 2024"
    brief = reported(
        Line("They met on Thursday.", (1,), note=note), Line("They left on Thursday.", (1,), note=note)
    )
    source = page(brief, "pdf", None, RenderOptions())
    assert source.count(note) == 1
    assert f"<p>{note}</p>" in source.partition('<article class="story"')[2]


def test_the_last_word_and_its_number_are_one_box() -> None:
    cite = context(sample.two_pages(), "pdf")["cite"]
    assert re.fullmatch(
        r'It opens on <span class="nb">Thu 28 Nov\u00a0<a [^>]*>\[1\]</a></span>\.',
        cite("It opens on Thu 28 Nov.", (1,)),
    )


def test_later_events_stand_below_the_seven_days() -> None:
    brief = sample.two_pages()
    event = next(e for e in brief.events if e.ahead)
    far = replace(event, id="far", start="2025-01-20", end="2025-01-20", date_text="Mon 20 Jan 2025")
    names = context(replace(brief, events=(event, far)), "pdf")
    assert [e.id for e in names["ahead"]] == [event.id]
    assert [e.id for e in names["later"]] == ["far"]


@pytest.mark.parametrize("room", [20, 26, 31, 41])
def test_a_reason_is_cut_at_a_word(room: int) -> None:
    text = "Energy, transport and infrastructure along the northern road (story 12)"
    short = clip(text, room)
    assert len(short) <= room
    assert text.startswith(short.rstrip("…"))


def test_a_count_of_documents_loses_its_adjective_only() -> None:
    assert clip("no reports collected (74 imported documents)", 41) == "no reports collected (74 documents)"


def test_sources_never_asked_stand_in_one_line() -> None:
    brief = sample.two_pages()
    idle = tuple(CoverageSource(name, "not polled", None, 0) for name in ("Alpha", "Beta"))
    down = CoverageSource("Gamma", "failing", "2024-11-26", 0, "403")
    lines = failures(replace(brief, coverage=replace(brief.coverage, sources=(*idle, down))), EN)
    assert lines == ("Gamma: failing since Tue 26 Nov 2024 – 403", "not polled (2): Alpha, Beta")


def test_an_issue_for_which_nobody_was_asked_says_so_and_lists_no_names() -> None:
    brief = sample.two_pages()
    idle = tuple(CoverageSource(name, "not polled", None, 0) for name in ("Alpha", "Beta"))
    by_hand = CoverageSource("Gamma", "imported", None, 7)
    (line,) = failures(replace(brief, coverage=replace(brief.coverage, sources=(*idle, by_hand))), EN)
    assert line.startswith("No feed was polled for this issue (2 are configured")
    assert "Alpha" not in line


def test_one_collected_week_draws_no_strip() -> None:
    brief = sample.two_pages()
    rows = tuple(replace(r, counts=(*[None] * (len(r.counts) - 1), 3)) for r in brief.strip)
    assert strip(replace(brief, strip=rows), EN) is None

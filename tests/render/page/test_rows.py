"""One line a row, no gaps beside tall notes, and sentences that stay whole."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from briefings.brief_types import Brief, CoverageSource, Line
from briefings.render.language.words import words
from briefings.render.page.context import context
from briefings.render.page.coverage import failures
from briefings.render.page.html import RenderOptions, page
from briefings.render.page.rows import passages
from briefings.render.page.tables import clip, strip, table
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
    assert between.endswith("<br/>")


def test_a_day_without_a_date_is_explained_beside_its_sentence_once() -> None:
    note = "“Thursday”: Thu 28 Nov 2024"
    brief = reported(
        Line("They met on Thursday.", (1,), note=note), Line("They left on Thursday.", (1,), note=note)
    )
    source = page(brief, "pdf", None, RenderOptions())
    assert source.count(note) == 1
    assert re.search(rf"<aside>.*{note}</span></aside>", source.partition('<article class="story"')[2])


def test_a_date_and_the_number_behind_it_stay_on_one_line() -> None:
    cite = context(sample.two_pages(), "pdf")["cite"]
    assert re.fullmatch(
        r"It opens on Thu\u00a028\u00a0Nov<a [^>]*>\u00a0\[1\]</a>\.", cite("It opens on Thu 28 Nov.", (1,))
    )
    assert cite("Shots on November 18 at dawn.", ()) == "Shots on November\u00a018\u00a0at dawn."


def test_sources_of_one_description_share_a_note() -> None:
    brief = reported(
        *(Line(f"The gate was {state}. " * 20, (n,)) for n, state in ((1, "shut"), (2, "open"), (3, "shut")))
    )
    one, *others = brief.references
    like = tuple(
        replace(
            r,
            chain=one.chain,
            date_text=one.date_text,
            language=one.language,
            limits=one.limits,
            grade=one.grade,
            outlet=one.outlet,
        )
        if r.n == 3
        else r
        for r in others
    )
    annex = {r.n: r for r in (one, *like)}
    told = passages(brief.stories[0], annex, "en")[0].told
    assert [[note.numbers for note in t.notes] for t in told] == [[(1, 3)], [(2,)], []]


def test_the_notes_of_a_passage_stand_together_in_the_order_of_its_sentences() -> None:
    brief = sample.two_pages()
    annex = {n: replace(brief.references[0], n=n, chain=f"Outlet {n}") for n in range(1, 4)}
    lines = tuple(Line(f"Short {n}.", (n,)) for n in (3, 1, 2))
    story = replace(brief.stories[0], reported=lines, comments=(), quotes=())
    (passage,) = passages(story, annex, "en")
    assert [note.numbers for note in passage.beside] == [(3,), (1,), (2,)]


def test_without_an_earlier_week_the_table_compares_nothing() -> None:
    brief = sample.two_pages()
    rows = tuple(
        replace(r, history=(*[None] * 7, r.reports), previous=None, median=None) for r in brief.borders
    )
    source = page(replace(brief, borders=rows, bodies=()), "html", None, RenderOptions())
    assert EN["table_first"] in source
    assert 'class="spark"' not in source
    assert EN["table_first"] not in page(brief, "html", None, RenderOptions())


def test_a_long_table_names_its_silent_rows() -> None:
    brief = sample.two_pages()
    row = brief.borders[0]
    rows = [
        replace(row, id=f"b{i}", name=f"Line {i}", reports=int(i < 10), previous=2, arrow="")
        for i in range(14)
    ]
    made = table(rows, brief.weeks, EN)
    assert [line.row.name for line in made.rows] == [f"Line {i}" for i in range(10)]
    assert made.quiet == tuple(f"Line {i} (2 last week)" for i in range(10, 14))


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

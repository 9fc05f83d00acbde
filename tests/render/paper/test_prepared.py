"""What is done to a page before the PDF engine gets it."""

from __future__ import annotations

from briefings.render.paper.pdf import print_page
from briefings.render.paper.prepared import MOST, for_paper
from tests.render import pdf_reading as read

HEAD = "<html lang=en><title>x</title><style>:root{--ink: #123456; --far: var(--ink);}"


def test_colours_are_written_out_and_unknown_ones_stay() -> None:
    source = for_paper(f"{HEAD} p {{ color: var(--ink); border-color: var(--other); }}</style><body><p>x</p>")
    assert "color: #123456" in source
    assert "border-color: var(--other)" in source


def test_only_overlong_words_may_break_and_they_stay_on_the_page() -> None:
    body = f"<p id='{'i' * 99}'>{'W' * 450} and {'w' * 30}</p><style>{'s' * 99}</style>"
    source = for_paper(f"<html lang=en><title>x</title><body>{body}</body>")
    assert source.replace("\u200b", "").endswith(f"{body}</body>")
    assert "w" * 30 in source
    assert "i" * 99 in source
    assert "s" * 99 in source
    assert max(read.right_edges(print_page(source, "pdf/ua-1").data)) < 595


def test_an_endless_word_is_cut_where_it_can_be_seen() -> None:
    source = for_paper(f"<body><p>{'&lt;' * 10_000} and {'w' * 10_000}</p>").replace("\u200b", "")
    assert source == f"<body><p>{'&lt;' * MOST}… and {'w' * MOST}…</p>"


def test_entities_stay_whole() -> None:
    assert "&amp;" * 8 in for_paper("<body><p>" + "&amp;" * 40 + "</p>")


def test_a_range_of_days_does_not_break_at_its_dash() -> None:
    narrow = "<html lang=en><title>x</title><body style='width: 3.6em; font: 10pt Noto Serif'><p>On 29–30&nbsp;Nov</p>"
    words = read.words(print_page(narrow, "pdf/ua-1").data)
    assert "29–30" in words.replace("\u2060", "")


def test_an_id_stays_where_something_leads_to_it() -> None:
    head = "<html><style>#styled { color: red }</style>"
    body = (
        '<body><h2 id="a">A</h2><p class="x" id="b">B</p><i id="styled"></i><a href="#b" id="c">id="d" #b</a>'
    )
    kept = '<body><h2>A</h2><p class="x" id="b">B</p><i id="styled"></i><a href="#b">id="d" #b</a>'
    assert for_paper(head + body) == head + kept


def test_a_line_is_filled_where_only_the_space_before_a_link_does_not_fit() -> None:
    said = "[20] Steppe Wire, state agency, headline only. Ferry at the river gate goes on"
    for width in range(352, 364):
        body = f"<body style='width: {width}px; margin: 0; font: 10px Noto Sans'><p>{said} <a href='https://a.example/b'>a.example/b</a></p>"
        first = read.pages(print_page(f"<html lang=en><title>x</title>{body}", "pdf/ua-1").data)[0].partition(
            "\n"
        )[0]
        assert len(first) > len(said) / 2, width

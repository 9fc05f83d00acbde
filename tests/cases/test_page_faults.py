"""Faults of form and the acceptance tests that go with them, on the sample week as the command writes it.

The numbers F25 to F35 are those of the list of faults in ``test_faults``; what needs more than one look at the files
stands in ``test_acceptance``.
"""

from __future__ import annotations

import html
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

from tests.render import pdf_reading as read

EXCERPT = 90
"""Words of one outlet that a story may quote (docs/method.md, limits)."""
BROKEN = re.compile(
    r"\bNone\b(?!\.)|\bnan\b|\{\{|\}\}|&amp;|\\n|Ð[\u0080-\u00ff]|[Ll]orem ipsum|utm_|fbclid|\ufffd|\u25a1"
)


def test_f25_nothing_broken_is_printed_and_no_letter_is_missing(data: bytes, page: str) -> None:
    assert BROKEN.search(read.words(data)) is None
    assert BROKEN.search(html.unescape(re.sub(r"<[^>]+>", " ", page.partition("<body")[2]))) is None
    assert read.missing_glyphs(data) == set()


def test_f25_no_section_is_a_heading_alone(page: str) -> None:
    for section in re.findall(r"<section\b.*?</section>", page, re.DOTALL):
        rest = re.sub(r"<h2.*?</h2>|<[^>]+>", "", section, flags=re.DOTALL)
        assert rest.strip(), section[:80]


def test_f26_f27_acceptance_1_every_page_says_what_it_is(data: bytes) -> None:
    pages = read.pages(data)
    for n, text in enumerate(pages, 1):
        lines = [line for line in text.splitlines() if line.strip()]
        assert f"Page {n} of {len(pages)} " in lines[-1]
        assert "cut-off Sun 1 Dec 2024, 24:00 (UTC+05:00)" in lines[-1]
        assert "issue 48, version 1" in lines[-1]
        assert "Mon 25 Nov – Sun 1 Dec 2024 (UTC+05:00)" in text
        assert "TLP:GREEN" in lines[0]
        assert "TLP:GREEN" in lines[-1]
        assert not re.search(r"TLP:(?!GREEN)|WHITE", text)


def test_f27_the_marking_is_one_in_page_and_file_name(files: dict[str, Path], page: str) -> None:
    assert all("TLP-GREEN" in path.name for path in files.values())
    assert set(re.findall(r"TLP:[A-Z+]+", page)) == {"TLP:GREEN"}


def test_f28_acceptance_2_references_lead_somewhere_and_none_is_idle(
    page: str, brief: dict[str, Any]
) -> None:
    listed = [r["n"] for r in brief["references"]]
    cited = {int(n) for n in re.findall(r'href="#ref-(\d+)"', page)}
    addresses = [r["url"] for r in brief["references"] if r["url"]]
    assert listed == list(range(1, len(listed) + 1))
    assert cited == set(listed) == {int(n) for n in re.findall(r'id="ref-(\d+)"', page)}
    assert len(addresses) == len(set(addresses))
    assert not [url for url in addresses if re.search(r"utm_|fbclid|//[^/]+/?$", url)]
    for story in brief["stories"]:
        assert all(line["refs"] for line in story["reported"])


def test_f29_no_page_ends_in_a_heading_or_holds_three_lines(data: bytes) -> None:
    assert read.headings_at_the_foot(data) == []
    assert min(len(lines) for lines in read.texts(data)) > 8
    assert read.overlapping(data) == []


def test_f29_every_note_stands_beside_the_passage_that_cites_it(data: bytes) -> None:
    assert sum(len(lines) for lines in read.notes(data)) > 30
    assert read.strayed_notes(data) == []


def test_f29_no_note_is_split_between_pages(data: bytes) -> None:
    notes = read.marked_text(data, "Note")
    assert len(notes) > 3
    assert [note for note in notes if not re.match(r"\[\d+\]|“", note)] == []


def test_f30_the_map_names_source_date_and_viewpoint(page: str) -> None:
    place = page.partition('class="locator"')[2].partition("</section>")[0]
    for words in ("do not imply", "Natural Earth", "Map date", "disputed"):
        assert words in place
    assert "stroke-dasharray" in place


def test_f31_the_file_is_tagged_titled_and_light(data: bytes) -> None:
    about, root = read.metadata(data), read.root(data)
    assert about["/Title"].startswith("Central Asia")
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert len(data) < 1_000_000
    fonts = read.fonts(data).values()
    assert all({"/FontFile2", "/FontFile3"} & set(f["/FontDescriptor"].get_object()) for f in fonts)
    links = [a.get_object() for p in read.reader(data).pages for a in p.get("/Annots", [])]
    assert any("/A" in link for link in links)
    assert any("/Dest" in link for link in links)


def test_f34_the_file_name_breaks_nowhere(files: dict[str, Path]) -> None:
    assert all(re.fullmatch(r"[a-z0-9-]+_2024-W48_v1_TLP-GREEN_en\.\w+", p.name) for p in files.values())


def test_f35_acceptance_11_no_article_is_pasted_and_eight_pages_are_enough(
    data: bytes, brief: dict[str, Any]
) -> None:
    assert 4 <= len(read.pages(data)) <= 8
    outlets = {r["n"]: r["outlet"] for r in brief["references"]}
    for story in brief["stories"]:
        spent: dict[str, list[int]] = defaultdict(list)
        for line in story["reported"]:
            if line["basis"] == "source":
                spent[outlets[line["refs"][0]]].append(len(line["text"].split()))
        assert all(sum(words) <= EXCERPT or len(words) == 1 for words in spent.values()), story["headline"]
        assert max((n for words in spent.values() for n in words), default=0) < EXCERPT


def test_acceptance_5_origins_outlets_and_articles_are_in_order(brief: dict[str, Any]) -> None:
    for story in brief["stories"]:
        assert story["origins"] <= story["outlets"] <= len(story["articles"])


def test_acceptance_8_the_first_words_say_what_where_and_who(data: bytes) -> None:
    first = " ".join(read.words(data).split()[:150])
    for word in ("28 Nov 2024", "CSTO", "Tajik-Afghan border", "Steppe Wire", "TLP:GREEN"):
        assert word in first


def test_acceptance_12_the_outline_is_the_list_of_sections(data: bytes, page: str) -> None:
    sections = [html.unescape(title) for title in re.findall(r'<h2[^>]*data-title="([^"]+)"', page)]
    assert [title for level, title in read.outline(data) if level == 1] == sections

"""What a reader and a checker of the printed brief would look at, on the real file."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from briefings.brief_types import Identity, Line, ThemeBlock
from briefings.render import RenderOptions, render
from briefings.render.paper.pdf import print_page
from tests.render import pdf_reading as read
from tests.render import sample

FAULTS = re.compile(r"\bNone\b(?!\.)|\bnan\b|\{\{|\}\}|&amp;|&lt;|\\n|Ð|[Ll]orem ipsum|utm_|\ufffd|\uffff")


def test_every_page_carries_label_number_week_and_cutoff(large_pdf: bytes) -> None:
    pages = read.pages(large_pdf)
    assert len(pages) > 5
    for n, page in enumerate(pages, 1):
        assert page.count("TLP:GREEN") >= 2
        assert f"Page {n} of {len(pages)}" in page
        assert "Week 48 · Mon 25 Nov – Sun 1 Dec 2024 (UTC+05:00)" in page
        assert "cut-off Sun 1 Dec 2024, 18:00 (UTC+05:00)" in page
        assert "Sample data – not reporting" in page


def test_the_label_stands_top_and_bottom_right(large_pdf: bytes) -> None:
    for places in read.places(large_pdf, "TLP:GREEN"):
        tops = sorted(y for _, y in places)
        assert tops[0] < 60
        assert tops[-1] > 790
        assert all(x > 450 for x, y in places if y in (tops[0], tops[-1]))


def test_real_reporting_is_not_called_sample() -> None:
    brief = sample.two_pages()
    real = replace(brief, brief=replace(brief.brief, sample=False))
    assert "Sample data" not in read.words(render(real, ["pdf"])[0].data)


def test_the_file_knows_its_title_language_label_and_dates(pdf: bytes) -> None:
    about, root = read.metadata(pdf), read.root(pdf)
    assert about["/Title"] == "Central Asia & Afghanistan Security Brief – Week 48 – TLP:GREEN"
    assert "TLP:GREEN" in about["/Keywords"]
    assert "20241201" in about["/CreationDate"]
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"pdfuaid:part" in root["/Metadata"].get_object().get_data()


def test_the_bookmarks_are_the_headings(pdf: bytes, html: str) -> None:
    headings = [
        (int(level) - 1, title) for level, title in re.findall(r'<h([2])[^>]*data-title="([^"]+)"', html)
    ]
    assert [entry for entry in read.outline(pdf) if entry[0] == 1] == headings
    assert max(level for level, _ in read.outline(pdf)) == 3


def test_foreign_passages_carry_their_language(pdf: bytes) -> None:
    assert {tag["/Lang"] for tag in read.tags(pdf) if "/Lang" in tag} == {"ru", "fa", "ky"}


def test_every_picture_has_words_for_it(pdf: bytes) -> None:
    figures = [tag for tag in read.tags(pdf) if tag.get("/S") == "/Figure" and "/Alt" in tag]
    assert any("Tajikistan–Afghanistan 14 reports, 9 the week before" in tag["/Alt"] for tag in figures)


def test_all_fonts_are_embedded_and_from_the_named_families(scripts_pdf: bytes) -> None:
    found = read.fonts(scripts_pdf)
    assert all(
        "/FontFile2" in f["/FontDescriptor"] or "/FontFile3" in f["/FontDescriptor"] for f in found.values()
    )
    assert all("Noto" in name for name in found)


def test_no_page_shows_a_box_for_a_missing_letter(scripts_pdf: bytes, large_pdf: bytes) -> None:
    assert read.missing_glyphs(scripts_pdf) == set()
    assert read.missing_glyphs(large_pdf) == set()


def test_a_missing_letter_would_be_noticed() -> None:
    odd = '<html lang="en"><title>x</title><body style="font-family: Noto Serif">An odd \U0010f123 letter'
    assert read.missing_glyphs(print_page(odd, "pdf/ua-1").data) == {"\U0010f123"}


def test_small_pictures_are_left_out_without_a_word() -> None:
    brief = sample.empty()
    odd = replace(brief, bottom_line_parts=(), bottom_line="🇹🇯🇦🇫 Talks on the bridge ☎️ were held 👍🏽.")
    (file,) = render(odd, ["pdf"])
    page = read.words(file.data)
    assert "Talks on the bridge were held." in page
    assert "[…]" not in page
    assert "No font here has" not in page


def test_letters_without_a_font_are_left_out_and_that_is_said() -> None:
    brief = sample.empty()
    odd = replace(
        brief, bottom_line_parts=(), bottom_line="The plate read \U0010f123\U0010f124, a driver said."
    )
    (file,) = render(odd, ["pdf"])
    page = read.words(file.data)
    assert read.missing_glyphs(file.data) == set()
    assert "The plate read […], a driver said." in page
    assert "No font here has U+10F123 U+10F124" in page


@pytest.mark.parametrize(("language", "text"), sample.SCRIPTS)
def test_every_alphabet_can_be_read_back(language: str, text: str, scripts_pdf: bytes) -> None:
    if language in ("fa", "ps", "ur"):
        pytest.skip("right-to-left text is compared letter by letter in the next test")
    assert text.replace(" ", "") in read.words(scripts_pdf).replace(" ", "")


@pytest.mark.parametrize("letters", ["پچژگ", "ټډړږښګڼېۍځڅ", "ٹڈڑںےہھ"])
def test_every_arabic_letter_can_be_read_back(letters: str, scripts_pdf: bytes) -> None:
    page = read.words(scripts_pdf)
    assert [letter for letter in letters if letter not in page] == []


def test_every_number_in_the_text_leads_to_the_annex_and_back(pdf: bytes, html: str) -> None:
    cited = {int(n) for n in re.findall(r'href="#ref-(\d+)"', html)}
    listed = {int(n) for n in re.findall(r'id="ref-(\d+)"', html)}
    assert cited == listed == set(range(1, 8))
    names = read.reader(pdf).named_destinations
    assert {f"ref-{n}" for n in listed} <= set(names)


def test_nothing_broken_is_printed(large_pdf: bytes, scripts_pdf: bytes) -> None:
    for file in (large_pdf, scripts_pdf, render(sample.empty(), ["pdf"])[0].data):
        assert FAULTS.search(read.words(file)) is None


def test_weekdays_agree_with_their_dates(large_pdf: bytes) -> None:
    months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    found = re.findall(
        r"\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun) (\d{1,2}) ([A-Z][a-z]{2})(?: (\d{4}))?", read.words(large_pdf)
    )
    assert len(found) > 20
    for weekday, day, month, year in found:
        assert date(int(year or 2024), months.index(month) + 1, int(day)).strftime("%a") == weekday


def test_the_first_words_say_what_where_when_and_who(pdf: bytes) -> None:
    start = " ".join(read.words(pdf).split()[:150])
    for word in ("28 Nov", "Astana", "CSTO", "Tajikistan–Afghanistan", "Amu Gazette", "TLP:GREEN"):
        assert word in start


def test_no_heading_is_the_last_line_of_a_page(large_pdf: bytes) -> None:
    titles = {title for _, title in read.outline(large_pdf)}
    for page in read.pages(large_pdf):
        lines = [line.strip() for line in page.splitlines() if line.strip()][:-1]
        assert lines[-1] not in titles


def test_no_word_is_printed_over_another(large_pdf: bytes, scripts_pdf: bytes, pdf: bytes) -> None:
    for file in (pdf, large_pdf, scripts_pdf):
        assert read.overlapping(file) == []


def test_every_note_is_printed_whole(large_pdf: bytes, scripts_pdf: bytes) -> None:
    for file in (large_pdf, scripts_pdf):
        lowest = max(y for page in read.places(file, "F6") for _, y in page)
        assert lowest < 842 - 40
    printed = read.words(scripts_pdf)
    assert [n for n in range(1, 17) if printed.count(f"[{n}] ") < 3] == []


def test_no_note_runs_over_the_foot_of_a_page() -> None:
    brief = sample.two_pages()
    like, source = brief.stories[0], brief.references[0]
    annex = tuple(replace(source, n=n, chain=f"Outlet {n}, by way of another") for n in range(1, 90))
    stories = tuple(
        replace(
            like,
            id=f"s{i}",
            number=i + 1,
            reported=(
                Line(
                    "The gate was shut. " * (1 + i * 7 % 19), tuple(range(2 * i + 1, 3 * i % 4 + 2 * i + 2))
                ),
            ),
            comments=(),
            quotes=(),
        )
        for i in range(40)
    )
    long = replace(
        brief,
        stories=stories,
        references=annex,
        themes=(ThemeBlock("t", "Border security", tuple(s.id for s in stories)),),
    )
    (file,) = render(long, ["pdf"])
    notes = read.marked_text(file.data, "Note")
    assert len(notes) == 40
    assert [note for note in notes if not re.fullmatch(r"\[\d+\] F6 .*interview\.", note)] == []
    for page in read.pages(file.data):
        above_foot = [line for line in page.splitlines() if line.strip()][:-1]
        assert "first seen" not in above_foot[-1], "a heading and its dateline alone at the foot of a page"


def test_a_screen_reader_meets_a_note_behind_its_passage(pdf: bytes) -> None:
    story = next(text for text in read.marked_text(pdf, "Art") if "[2] F6" in text)
    reported, note, basis = (story.index(words) for words in ("Reported", "[2] F6 Vakhsh", "Basis"))
    assert reported < note < basis


def test_words_over_each_other_would_be_noticed() -> None:
    odd = "<html lang=en><title>x</title><body><p>One</p><p style='margin-top: -2em'>Two</p>"
    assert read.overlapping(print_page(odd, "pdf/ua-1").data) == [("One", "Two")]


def test_nothing_is_set_smaller_than_eight_points(large_pdf: bytes) -> None:
    sizes: set[float] = set()
    for page in read.reader(large_pdf).pages:

        def visit(text: str, cm: list[float], tm: list[float], _font: object, size: float) -> None:
            if text.strip():
                sizes.add(round(abs(size * tm[0] * cm[0]), 1))

        page.extract_text(visitor_text=visit)
    assert min(sizes) >= 7.9


@pytest.mark.parametrize("label", ["TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:CLEAR"])
def test_every_label_is_printed_as_it_is(label: str) -> None:
    brief = sample.empty()
    identity: Identity = replace(brief.brief, tlp=label)
    for page in read.pages(render(replace(brief, brief=identity), ["pdf"])[0].data):
        assert page.count(label) >= 2


def test_letter_paper_is_letter_paper() -> None:
    (file,) = render(sample.empty(), ["pdf"], options=RenderOptions(paper="Letter"))
    box = read.reader(file.data).pages[0].mediabox
    assert (float(box.width), float(box.height)) == (612, 792)


def test_the_archive_edition_carries_the_brief_inside() -> None:
    brief = sample.two_pages()
    (file,) = render(brief, ["archive"])
    (plain,) = render(brief, ["json"])
    assert file.name.endswith("_archive.pdf")
    assert read.reader(file.data).attachments["brief.json"] == [plain.data]
    assert b"pdfaid:part" in read.root(file.data)["/Metadata"].get_object().get_data()


def test_an_empty_week_is_a_short_honest_brief() -> None:
    pages = read.pages(render(sample.empty(), ["pdf"])[0].data)
    page = " ".join(" ".join(pages).split())
    assert len(pages) <= 3
    assert "No story was collected in this period." in page
    assert "No watched border drew a report this week; a map would show nothing." in page
    assert "No source is cited in this issue." in page


def test_a_story_without_articles_more_changes_only_what_it_touches(html: str) -> None:
    brief = sample.two_pages()
    stories = (replace(brief.stories[0], caveats=("Another sentence.",)), *brief.stories[1:])
    other = render(replace(brief, stories=stories), ["html"])[0].data.decode()
    changed = [a for a, b in zip(html.splitlines(), other.splitlines(), strict=True) if a != b]
    assert len(changed) == 1

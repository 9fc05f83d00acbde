from __future__ import annotations

import csv
import io
import re
import zipfile
from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from lxml import etree

from briefings.brief_types import NOT_HERE, Brief
from briefings.render import render
from briefings.render.files.mail import body
from briefings.render.files.sheet import cell
from briefings.render.files.text import escape, text
from tests.render import sample


def one(brief: Brief, name: str) -> bytes:
    return render(brief, [name])[0].data


def mail(brief: Brief) -> EmailMessage:
    message = message_from_bytes(one(brief, "eml"), policy=default)
    assert isinstance(message, EmailMessage)
    return message


@pytest.mark.parametrize("name", ["eml", "ics", "csv", "md", "docx", "json"])
@pytest.mark.parametrize("week", [sample.two_pages, sample.empty, sample.six_scripts])
def test_every_edition_of_every_week_is_the_same_twice(name: str, week: object) -> None:
    assert callable(week)
    assert one(week(), name) == one(week(), name)


def test_the_mail_has_text_first_then_html_and_no_attachment() -> None:
    message = mail(sample.two_pages())
    assert message.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]


def test_the_subject_starts_with_the_label_and_says_the_week() -> None:
    subject = mail(sample.two_pages())["Subject"]
    assert subject.startswith(
        "[TLP:GREEN] Central Asia & Afghanistan Security Brief 2024-W48 (25 Nov – 1 Dec): CSTO"
    )


def test_a_reissue_says_its_version_in_the_subject() -> None:
    assert "] v2 Central" in mail(replace(sample.two_pages(), version=2))["Subject"]


def test_the_mail_needs_no_picture_and_no_remote_file() -> None:
    page = body(sample.two_pages(), None)
    assert "<img" not in page
    assert "src=" not in page
    assert "<link" not in page
    assert "url(" not in page


@pytest.mark.parametrize(
    ("kept", "instead"), [(0, "No watched border has a report in"), (1, "Only Tajikistan"), (2, "")]
)
def test_a_cut_edition_says_of_itself_alone_that_it_holds_nothing(kept: int, instead: str) -> None:
    """That nothing was collected would be false of a border whose reports were taken out."""
    brief = sample.two_pages()
    empty = [
        replace(r, reports=0, state=NOT_HERE, reason="no report in this edition")
        for r in brief.borders[kept:]
    ]
    more = [replace(empty[-1], previous=0, id=f"border.{n}", name=f"Gate {n}") for n in range(12)]
    rows = (*brief.borders[:kept], *more, *empty)
    cut = replace(brief, borders=rows, bodies=())
    page, plain = one(cut, "html").decode(), one(cut, "md").decode()
    for written in (page, plain):
        assert "No report in this edition: Gate 0, Gate 1, " in written
        assert not re.search(r"[Nn]o reports collected|none collected|drew (a report|reports)", written)
    assert instead in page
    assert ("none in this edition" in page) == (kept == 2)


def test_a_huge_week_stays_under_the_size_that_gmail_cuts() -> None:
    page = body(sample.large(stories=900, articles=2), None)
    assert len(page.encode()) < 100_000
    assert "more stories are in the full brief" in page


def test_the_text_edition_holds_every_section_and_every_reference() -> None:
    page = text(sample.two_pages())
    for heading in (
        "Bottom line",
        "Key points",
        "What changed",
        "Week ahead",
        "Stories",
        "Sources",
        "Corrections",
    ):
        assert f"\n{heading}" in page
    assert all(f"[{n}]" in page for n in range(1, 8))
    assert page.startswith("TLP:GREEN")
    assert page.endswith("TLP:GREEN\n")


def test_the_calendar_keeps_its_lines_short_and_its_ids_unique() -> None:
    lines = one(sample.two_pages(), "ics").split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    ids = [line for line in lines if line.startswith(b"UID:")]
    assert len(ids) == len(set(ids)) == 4


def test_the_calendar_knows_the_hour_only_where_it_was_stated() -> None:
    page = one(sample.two_pages(), "ics").decode()
    assert "DTSTART:20241203T050000Z" in page
    assert "DTSTART:20241207T043000Z" in page
    assert page.count("DTSTART;VALUE=DATE:20241205") == 2


def test_a_moved_event_keeps_its_id_and_counts_up() -> None:
    brief = sample.two_pages()
    moved = replace(brief, events=tuple(replace(e, start="2024-12-06", sequence=1) for e in brief.events))
    before, after = one(brief, "ics").decode(), one(moved, "ics").decode()
    assert [x for x in before.split("\r\n") if x.startswith("UID")] == [
        x for x in after.split("\r\n") if x.startswith("UID")
    ]
    assert "SEQUENCE:1" in after


def test_the_table_has_a_line_per_source_of_a_story() -> None:
    rows = list(csv.DictReader(io.StringIO(one(sample.two_pages(), "csv").decode("utf-8-sig"))))
    assert [row["reference"] for row in rows if row["story"] == "2"] == ["2", "3"]
    assert rows[0]["tlp"] == "TLP:GREEN"


@pytest.mark.parametrize("value", ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\t=1", "|calc"])
def test_no_cell_becomes_a_formula(value: str) -> None:
    assert cell(value) == f"'{value}"


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("[x](javascript:alert(1))", r"\[x\](javascript:alert(1))"),
        ("<b>", r"\<b\>"),
        ("# head", r"\# head"),
        ("1. one", r"\1. one"),
        ("the gate is shut [2][3].", "the gate is shut [2][3]."),
        ("[2]: https://evil.example", r"\[2\]: https://evil.example"),
        ("a | b", r"a \| b"),
    ],
)
def test_markdown_prints_strangers_text_as_it_is(value: str, printed: str) -> None:
    assert escape(value) == printed


def test_the_word_file_is_well_formed_with_the_label_on_every_page() -> None:
    archive = zipfile.ZipFile(io.BytesIO(one(sample.six_scripts(), "docx")))
    trees = {name: etree.fromstring(archive.read(name)) for name in archive.namelist()}
    for name in ("word/header1.xml", "word/footer1.xml"):
        assert "TLP:GREEN" in str(trees[name].xpath("string()"))
    assert "w:bidi" in archive.read("word/document.xml").decode()

"""PDF articles, made by the project's own PDF engine."""

from __future__ import annotations

import pytest

from briefings.reading.pdf import joined, parse_pdf, without_furniture
from tests.reading.make import article, document

TEXTS = (
    "The customs post at the river reopened on Tuesday after four months of repairs, its chief told reporters.",
    "Lorries had waited on the northern bank since dawn, and the first forty crossed before noon.",
    "Traders in the bazaar said that flour would be cheaper by the end of the week if the bridge stays open.",
)


@pytest.fixture(scope="module")
def printed() -> bytes:
    from weasyprint import HTML

    body = "".join(f"<p>{text}</p>" for text in TEXTS)
    source = (
        f"<html><body><h1>Customs post at the river reopens</h1><p>27 November 2024</p>{body}</body></html>"
    )
    data: bytes = HTML(string=source).write_pdf()
    return data


def test_a_printed_article_is_read_in_paragraphs(printed: bytes) -> None:
    found = article(document(printed, "application/pdf"))
    assert found.title == "Customs post at the river reopens"
    assert found.text.split("\n\n") == list(TEXTS)
    assert found.published is not None
    assert found.published.value == "2024-11-27"


def test_a_damaged_pdf_is_kept_out_with_the_reason(printed: bytes) -> None:
    assert "cannot be opened" in article(document(printed[:200], "application/pdf")).quarantine


def test_what_every_page_repeats_is_no_text() -> None:
    pages = [["The Courier", "One line.", "Page 1 of 2"], ["The Courier", "Another line.", "Page 2 of 2"]]
    assert without_furniture(pages) == ["One line.", "Another line."]


def test_a_word_broken_at_the_end_of_a_line_is_whole_again() -> None:
    assert list(joined(["a long line that ends within a bro-", "ken word."])) == [
        "a long line that ends within a broken word."
    ]


def test_nothing_is_no_article() -> None:
    assert parse_pdf(b"").paragraphs == ()

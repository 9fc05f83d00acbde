"""What the PDF engine is spared must not show: the same bytes with and without."""

from __future__ import annotations

import io
import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import weasyprint

from briefings.render.page.environment import only_ours
from briefings.render.page.html import RenderOptions, page
from briefings.render.paper.engine import Sheet, fonts_for
from briefings.render.paper.pdf import print_page
from tests.render import pdf_reading as read
from tests.render import sample

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from briefings.brief_types import Brief

ALL = {
    "two pages": sample.two_pages(),
    "empty": sample.empty(),
    "scripts": sample.six_scripts(),
    "Persian": replace(sample.two_pages(), brief=replace(sample.two_pages().brief, language="fa")),
}


@pytest.fixture(scope="module")
def source() -> str:
    return page(sample.two_pages(), "pdf", None, RenderOptions())


@pytest.mark.parametrize("brief", ALL.values(), ids=list(ALL))
def test_our_pages_mean_the_same_as_html_and_as_xml(brief: Brief) -> None:
    source = page(brief, "pdf", None, RenderOptions())
    html = weasyprint.tinyhtml5.parse(io.StringIO(source), namespace_html_elements=False)

    assert list(map(_about, Sheet(source, xml=True).etree_element.iter())) == list(map(_about, html.iter()))


def _about(element: Element) -> tuple[str, dict[str, str], str, str]:
    text, tail = element.text or "", element.tail or ""
    around = element.tag in (
        "html",
        "head",
        "body",
        "main",
    )  # a parser of HTML moves the space at the very ends
    names = {name: value for name, value in element.items() if "xmlns" not in name}
    return element.tag, names, text.strip() if around else text, tail.strip() if around else tail


def test_a_page_that_is_no_xml_is_read_as_html() -> None:
    assert Sheet("<p>one<p>two & three", xml=True).etree_element.tag == "html"


def test_a_folder_with_a_template_of_the_user_is_not_ours(tmp_path: Path) -> None:
    (tmp_path / "brief.css").write_text("p { color: red }")
    assert only_ours(tmp_path)
    assert only_ours(None)
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "story.html.j2").write_text("")
    assert not only_ours(tmp_path)


def test_the_shorter_style_sheet_changes_no_byte(source: str, monkeypatch: pytest.MonkeyPatch) -> None:
    shorter = print_page(source, "pdf/ua-1").data
    monkeypatch.setattr(Sheet, "_ua_stylesheets", weasyprint.HTML._ua_stylesheets)

    assert print_page(source, "pdf/ua-1").data == shorter


def test_a_template_may_have_notes_and_list_marks() -> None:
    made = print_page(
        "<html lang=en><title>t</title><style>.n { float: footnote } ::footnote-call { content: '(see ' counter(footnote) ')' }"
        "</style><body><p>word<span class=n>below</span><ol><li>item</ol>",
        "pdf/ua-1",
    )
    assert "word(see 1)" in read.words(made.data)
    plain = print_page("<html lang=en><title>t</title><body><ol><li>item</ol>", "pdf/ua-1")
    assert "1." in read.words(plain.data)


def test_fonts_of_one_page_are_not_those_of_the_next(source: str) -> None:
    assert fonts_for(source) is fonts_for(source)
    assert fonts_for("@font-face { }") is not fonts_for(source)


def test_pages_are_printed_in_any_thread(source: str) -> None:
    here, there = print_page(source, "pdf/ua-1").data, list[bytes]()
    worker = threading.Thread(target=lambda: there.append(print_page(source, "pdf/ua-1").data))
    worker.start()
    worker.join()

    assert there == [here]

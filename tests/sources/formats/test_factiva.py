"""Factiva's articles saved as one HTML page, with and without its codes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.test_load import fields, loaded, put, wholes

PARAGRAPHS = [
    "Some sixty lorries waited at the lower gate on Tuesday night, drivers said.",
    "They were let through in the morning.",
]
BODY = "".join(f'<p class="articleParagraph enarticleParagraph">{words}</p>' for words in PARAGRAPHS)
LINED = f"""<html><head><meta charset="utf-8"><title>Factiva</title></head><body>
<div class="article enArticle"><div id="hd"><span class="enHeadline">Lorries queue at the gate</span></div>
<div class="author">By A. Writer</div><div>317 words</div><div>27 November 2024</div><div>09:30</div>
<div>Khyber Ledger</div><div>KHYBL</div><div>English</div><div>© 2024 Khyber Ledger</div>{BODY}
<p>Document KHYBL00020241127ekbr00001</p></div>
<div class="article ruArticle"><div id="hd"><span class="ruHeadline">Фуры стоят у ворот</span></div>
<div>41 words</div><div>28 November 2024</div><div>Vakhsh Courier</div><div>VAKHC</div><div>Russian</div>
<p class="articleParagraph ruarticleParagraph">Фуры стоят у ворот с вечера, сказал водитель.</p></div></body></html>"""
CODED = f"""<html><body><div class="article enArticle"><table>
<tr><td class="index"><b>HD</b>&nbsp;</td><td><span class="enHeadline">Lorries queue at the gate</span></td></tr>
<tr><td><b>BY</b></td><td>By A. Writer</td></tr><tr><td><b>WC</b></td><td>317 words</td></tr>
<tr><td><b>PD</b></td><td>27 November 2024</td></tr><tr><td><b>SN</b></td><td>Khyber Ledger</td></tr>
<tr><td><b>LA</b></td><td>English</td></tr><tr><td><b>LP</b></td><td>{BODY.split("</p>")[0]}</p></td></tr>
<tr><td><b>TD</b></td><td>{BODY.split("</p>")[1]}</p></td></tr>
<tr><td><b>AN</b></td><td>Document KHYBL00020241127ekbr00001</td></tr></table></div></body></html>"""
WANTED = {
    "title": "Lorries queue at the gate",
    "author": "A. Writer",
    "date": "27 November 2024",
    "publisher": "Khyber Ledger",
    "language": "en",
    "text": "\n\n".join(PARAGRAPHS),
}


def test_articles_are_read_from_their_lines(tmp_path: Path) -> None:
    path = put(tmp_path, "export.html", LINED)
    documents, problems = loaded(path)
    first, second = fields(documents)
    assert first == WANTED
    assert (second["title"], second["publisher"], second["language"]) == (
        "Фуры стоят у ворот",
        "Vakhsh Courier",
        "ru",
    )
    assert problems == []
    assert wholes(path)[0].raw == LINED.encode()


def test_articles_are_read_from_their_codes(tmp_path: Path) -> None:
    documents, problems = loaded(put(tmp_path, "export.html", CODED))
    assert [each | {"id": ""} for each in fields(documents)] == [WANTED | {"id": ""}]
    assert problems == []


@pytest.mark.parametrize(
    "page", ["<div class='article main'><p>A text.</p></div>", "<article><p>A text.</p></article>"]
)
def test_any_other_page_is_one_page(tmp_path: Path, page: str) -> None:
    ((document,), _) = loaded(put(tmp_path, "page.html", page))
    assert document.media_type == "text/html"

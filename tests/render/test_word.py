"""The tables of the Word file, as an independent reader of it sees them."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import Any

from lxml import etree

from briefings.brief_types import Brief
from briefings.render import render
from tests.render import sample


def document(brief: Brief) -> Any:
    archive = zipfile.ZipFile(io.BytesIO(render(brief, ["docx"])[0].data))
    return etree.fromstring(archive.read("word/document.xml"))


def test_no_word_and_no_date_is_parted_by_a_narrow_column() -> None:
    tree = document(sample.two_pages())
    for table in tree.iterfind(".//{*}tbl"):
        widths = [int(column.get(column.keys()[0])) for column in table.iterfind("{*}tblGrid/{*}gridCol")]
        rows = [
            ["".join(cell.itertext()) for cell in row.iterfind("{*}tc")] for row in table.iterfind("{*}tr")
        ]
        words = [max(len(w) for cell in cells for w in cell.split(" ")) for cells in zip(*rows, strict=True)]
        # 8.5 pt Noto Sans Bold is some 5 pt a letter.
        assert [w for w, word in zip(widths, words, strict=True) if w < word * 100 + 216] == []
        assert 9700 < sum(widths) <= 9752
    assert "Tue\u00a03\u00a0Dec" in "".join(tree.itertext())


def test_a_persian_table_runs_from_the_right() -> None:
    brief = sample.two_pages()
    persian = document(replace(brief, brief=replace(brief.brief, language="fa")))
    tables = len(persian.findall(".//{*}tbl"))
    assert tables == len(persian.findall(".//{*}tblPr/{*}bidiVisual")) > 0
    assert len(persian.findall(".//{*}tc//{*}bidi")) == len(persian.findall(".//{*}tc"))
    assert document(brief).findall(".//{*}bidiVisual") == []

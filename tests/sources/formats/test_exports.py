"""Factiva's and Nexis's exports for word processors, and single texts written with one."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from tests.sources.formats.test_factiva import PARAGRAPHS, WANTED
from tests.sources.test_load import fields, loaded, put, wholes

NUMBER = "Document KHYBL00020241127ekbr00001"


def rich(*lines: str) -> bytes:
    """RTF as Factiva writes it: what is no ASCII as numbers, each line a paragraph."""
    words = r"\par ".join("".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in line) for line in lines)
    return rf"{{\rtf1\ansi\ansicpg1252\deff0{{\fonttbl{{\f0 Arial;}}}}{{\*\generator F;}}\pard {words}\par}}".encode()


def row(code: str, *paragraphs: str) -> str:
    words = r"\par ".join(paragraphs)
    return rf"\trowd\cellx900\cellx9000\pard\intbl{{\b {code}\~}}\cell {words}\cell\row"


def word(*lines: str) -> bytes:
    """A Word document of these paragraphs."""
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in lines)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr(
            "word/document.xml", f'<w:document xmlns:w="{main}"><w:body>{body}</w:body></w:document>'
        )
    return out.getvalue()


NEXIS: Sequence[str] = (
    "Page 1 of 2", "Lorries queue at the gate", "Khyber Ledger", "November 27, 2024 Wednesday",
    "Copyright 2024 Khyber Ledger All Rights Reserved", "Section: WORLD; Pg. 3", "Length: 317 words",
    "Byline: A. Writer", "Body", *PARAGRAPHS, "Load-Date: November 28, 2024", "End of Document",
    "Фуры стоят у ворот", "Vakhsh Courier", "28 November 2024", "Length: 41 words", "Body",
    "Фуры стоят у ворот с вечера, сказал водитель.", "End of Document",
)  # fmt: skip


def test_factivas_articles_with_codes(tmp_path: Path) -> None:
    rows = [
        row("HD", "Lorries queue at the gate"),
        row("BY", "By A. Writer"),
        row("WC", "317 words"),
        row("PD", "27 November 2024"),
        row("SN", "Khyber Ledger"),
        row("LA", "English"),
        row("LP", PARAGRAPHS[0]),
        row("TD", PARAGRAPHS[1]),
        row("AN", NUMBER),
    ]
    path = put(tmp_path, "Factiva-20241128.rtf", rich("".join(rows), NUMBER))
    documents, problems = loaded(path)
    assert [each | {"id": ""} for each in fields(documents)] == [WANTED | {"id": ""}]
    assert problems == []
    assert wholes(path)[0].media_type == "application/rtf"


def test_factivas_articles_without_codes(tmp_path: Path) -> None:
    head = ["By A. Writer", "317 words", "27 November 2024", "09:30", "Khyber Ledger", "KHYBL", "English"]
    second = ["Фуры стоят у ворот", "41 words", "28 November 2024", "Vakhsh Courier", "VAKHC", "Russian"]
    raw = rich(
        "Lorries queue at the gate", *head, "© 2024 Khyber Ledger", *PARAGRAPHS, NUMBER,
        *second, "(c) 2024 Vakhsh Courier", "Фуры стоят у ворот с вечера, сказал водитель.", NUMBER.replace("1127", "1128"),
    )  # fmt: skip
    documents, problems = loaded(put(tmp_path, "export.rtf", raw))
    first, other = fields(documents)
    assert first == WANTED
    assert (other["title"], other["date"], other["publisher"], other["language"], other["text"]) == (
        "Фуры стоят у ворот", "28 November 2024", "Vakhsh Courier", "ru", "Фуры стоят у ворот с вечера, сказал водитель.",
    )  # fmt: skip
    assert problems == []


def test_nexis_articles_as_a_word_document_and_as_rtf(tmp_path: Path) -> None:
    for name, raw in (("nexis.docx", word(*NEXIS)), ("nexis.rtf", rich(*NEXIS))):
        documents, problems = loaded(put(tmp_path, name, raw))
        first, second = fields(documents)
        assert first == {key: value for key, value in WANTED.items() if key != "language"} | {
            "date": "November 27, 2024 Wednesday",
            "section": "WORLD",
        }
        assert (second["title"], second["date"]) == ("Фуры стоят у ворот", "28 November 2024")
        assert second["text"] == "Фуры стоят у ворот с вечера, сказал водитель."
        assert problems == []


def test_any_other_file_is_a_text_as_it_would_be_copied(tmp_path: Path) -> None:
    for name, raw in (
        ("note.docx", word("Фуры & ворота", *PARAGRAPHS)),
        ("note.rtf", rich("Фуры & ворота", *PARAGRAPHS)),
    ):
        ((document,), problems) = loaded(put(tmp_path, name, raw))
        assert (document.media_type, document.raw.decode()) == (
            "text/plain",
            "\n\n".join(("Фуры & ворота", *PARAGRAPHS)),
        )
        assert problems == []


def test_files_that_are_not_what_they_seem(tmp_path: Path) -> None:
    bad = {
        "a.rtf": b"no such thing",
        "b.docx": b"PK\x03\x04cut",
        "c.docx": _zipped("word/other.xml", b"<x/>"),
        "d.docx": _zipped("word/document.xml", b" " * 25_000_000),
        "e.docx": _zipped("word/document.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"),
        "f.docx": word(),
    }
    for name, raw in bad.items():
        documents, problems = loaded(put(tmp_path, name, raw))
        assert documents == []
        assert len(problems) == 1, name


def _zipped(name: str, content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(name, content)
    return out.getvalue()

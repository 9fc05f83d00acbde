"""Files made to break their reader, through the real command line: said in one line, and the good ones are read."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow
import pytest
from pyarrow import parquet

from tests.project import Project, start

PAGE = (
    "<p>Border officials of two countries met at the river on Wednesday and spoke of the bridge at length.</p>"
    * 4
)
GOOD = f"<html lang='en'><body><h1>Officials met at the river</h1>{PAGE}</body></html>"
ENTITIES = "<!DOCTYPE b [<!ENTITY b0 'bomb'>" + "".join(
    f"<!ENTITY b{n + 1} '{f'&b{n};' * 10}'>" for n in range(9)
)
BOMB = f'<?xml version="1.0"?>{ENTITIES}]>'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
HEAD = b"Content-Type: text/plain; charset=utf-8\r\nDate: Wed, 27 Nov 2024 09:00:00 +0500\r\n"
BODY = b"\r\nBorder officials of two countries met at the river on Wednesday and spoke of the bridge.\r\n" * 3


def nested_mail(depth: int) -> bytes:
    mail = b"x"
    for n in range(depth):
        head = b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (n, n)
        mail = head + mail + b"\r\n--b%d--\r\n" % n
    return b"From: a@b.example\r\nSubject: nested\r\n" + mail


def zipped(*files: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return out.getvalue()


def workbook(sheet: bytes, times: int = 1) -> bytes:
    """A workbook whose only sheet is these bytes, so many times."""
    out, frame = io.BytesIO(), io.BytesIO()
    openpyxl.Workbook().save(frame)
    with (
        zipfile.ZipFile(frame) as empty,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made,
    ):
        for name in empty.namelist():
            if "sheet1" not in name:
                made.writestr(name, empty.read(name))
        with made.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as file:
            for _ in range(times):
                file.write(sheet)
    return out.getvalue()


def declared() -> bytes:
    """Half a megabyte of Parquet that says itself that it unpacks to 600 MB."""
    out = io.BytesIO()
    part = pyarrow.table({"text": ["x" * 1_000_000] * 20})
    with parquet.ParquetWriter(out, part.schema, compression="zstd", use_dictionary=False) as writer:
        for _ in range(30):
            writer.write_table(part)
    return out.getvalue()


def repeated() -> bytes:
    """Parquet in which one value stands once, for a hundred thousand rows: 100 GB that nothing declares."""
    out = io.BytesIO()
    column = pyarrow.DictionaryArray.from_arrays([0] * 100_000, ["x" * 1_000_000])
    parquet.write_table(pyarrow.table({"text": column}), out)
    return out.getvalue()


def warc(length: int) -> bytes:
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{GOOD}".encode()
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: file:///etc/passwd\r\nContent-Length: {length}\r\n\r\n"
    return head.encode() + answer


TOLD: dict[str, tuple[bytes, str]] = {
    "entities.xml": (
        f"{BOMB}<rss version='2.0'><channel><item><title>&b9;</title></item></channel></rss>".encode(),
        "declares XML entities",
    ),
    "file.xml": (
        b"<?xml version='1.0'?><!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss version='2.0'>"
        b"<channel><item><title>&x;</title></item></channel></rss>",
        "declares XML entities",
    ),
    "cut.zip": (zipped(("a.html", GOOD.encode() * 50))[:300], "no .zip that can be read"),
    "cut.gz": (gzip.compress(GOOD.encode() * 50)[:60], "ends too early"),
    "cut.xlsx": (workbook(b"<worksheet/>")[:900], "cannot be read as xlsx"),
    "cut.parquet": (declared()[:90_000], "cannot be read as parquet"),
    "cut.warc": (warc(length=10**9), "ends too early"),
    "bomb.zip": (zipped(("a.txt", b"0" * 60_000_000)), "more than 200 times its size"),
    "bomb.gz": (gzip.compress(b"0" * 60_000_000), "unpacks to more than"),
    "bomb.xlsx": (workbook(b" " * 1_000_000, times=600), "unpacks to more than 500 MB"),
    "entities.xlsx": (
        workbook(f"{BOMB}<worksheet xmlns='{MAIN}'><sheetData><row r='1'><c t='str'><v>&b9;</v></c></row></sheetData></worksheet>".encode()),
        "entities.xlsx",
    ),
    "declared.parquet": (declared(), "unpacks to more than 500 MB"),
    "repeated.parquet": (repeated(), "or 500 MB; what is beyond was not read"),
    "out.zip": (
        zipped(("../../etc/passwd.txt", b"root x " * 20), ("/abs.txt", b"root x " * 20)),
        "leads out of the archive",
    ),
    "deep.json": (b"[" * 200_000, "cannot be read as json"),
    "wide.json": (b"[" + b"[]," * 20_000_000 + b"[]]", "needs more than 700 MB of memory; what was found in it before is kept"),
    "deep.jsonl": (b'{"title":' + b"[" * 200_000 + b"\n", "It is not JSON"),
    "open.csv": (b'title,text,date\n"' + b"x" * 25_000_000, "no line of a table"),
    "empty.csv": (b"title,text,date\n" + b",,\n" * 200_000, "199980 more of its records cannot be used either"),
}  # fmt: skip
"""What is told of at once, in these words: nothing in it is kept as an article."""

HELD: dict[str, tuple[bytes, str]] = {
    "deep.html": (f"<html><body>{'<div>' * 50_000}{PAGE}".encode(), "no main text"),
    "tags.html": (f"<html><body>{'<i>x</i>' * 1_000_000}{PAGE}".encode(), "built to break its reader"),
    "attributes.html": (f"<div {' '.join(f'a{n}=1' for n in range(50_000))}>{PAGE}".encode(), "built to break its reader"),
    "entities.html": (f"{BOMB}<html><body><p>&b9;</p></body></html>".encode(), "no main text"),
    "nested.eml": (nested_mail(2000), "breaks its reader"),
    "cut.pdf": (b"%PDF-1.4\n1 0 obj<</Type/Catalog", "a PDF that cannot be opened"),
}  # fmt: skip
"""What is kept, but held back from briefs, for such a reason."""

READ: dict[str, tuple[bytes, str]] = {
    "quoted.eml": (
        b"From: " + b'"' * 20_000 + b"<a@b>\r\nSubject: Quoted officials met at the river\r\n" + HEAD + BODY,
        "Quoted officials",
    ),
    "injected.eml": (
        b"From: a@b.example\r\nSubject: =?utf-8?q?Injected_officials=0D=0ABcc:_c=40d.example?=\r\n" + HEAD + BODY,
        "Injected officials",
    ),
    "many-headers.eml": (
        b"".join(b"X-Header-%d: x\r\n" % n for n in range(100_000)) + b"Subject: Counted officials met\r\n" + HEAD + BODY,
        "Counted officials",
    ),
    "charset.eml": (
        b"Subject: Encoded officials met\r\nContent-Type: text/plain; charset=../../etc/passwd\r\n" + BODY,
        "Encoded officials",
    ),
    "date.eml": (
        b"Subject: Dated officials met\r\nDate: Tue, 99 Foo 99999999999 99:99:99 +9999\r\n" + BODY, "Dated officials",
    ),
    "long.eml": (
        b"Subject: Long officials " + b"=?utf-8?b?" + b"QUFB" * 50_000 + b"?=\r\n" + HEAD + BODY, "Long officials",
    ),
}  # fmt: skip
"""What is an article all the same, with these words."""


@dataclass(frozen=True)
class Seen:
    """What one import of all of them left."""

    status: int
    err: str
    articles: list[dict[str, Any]]
    held: list[dict[str, Any]]


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Seen:
    project = start(tmp_path_factory.mktemp("desk"))
    folder = project.folder / "in"
    folder.mkdir()
    for name, (content, _) in (TOLD | HELD | READ).items():
        (folder / name).write_bytes(content)
    (folder / "good.html").write_text(GOOD, encoding="utf-8")
    (folder / "a.jsonl").write_text(json.dumps({"title": "First in the folder", "date": "2024-11-27"}))
    (folder / "z.jsonl").write_text(json.dumps({"title": "Last in the folder", "date": "2024-11-27"}))
    ran = project.run("import", "in")
    articles = project.run("articles", "--json").json["articles"]
    held = project.run("articles", "--quarantined", "--json").json["articles"]
    return Seen(ran.status, ran.err, articles, held)


def test_the_good_ones_are_read_whatever_stands_beside_them(seen: Seen) -> None:
    titles = {article["title"] for article in seen.articles}
    assert titles >= {"Officials met at the river", "First in the folder", "Last in the folder"}
    assert (seen.status, "Traceback" in seen.err) == (3, False)


@pytest.mark.parametrize("name", TOLD)
def test_a_file_that_cannot_be_taken_apart_is_told_of_in_a_line(seen: Seen, name: str) -> None:
    lines = [line for line in seen.err.splitlines() if f"/{name}" in line]
    assert any(TOLD[name][1] in line for line in lines), lines


@pytest.mark.parametrize("name", HELD)
def test_a_document_that_holds_no_article_is_held_back(seen: Seen, name: str) -> None:
    content, reason = HELD[name]
    found = [a for a in seen.held if a["sha256"] == hashlib.sha256(content).hexdigest()]
    assert [reason in article["quarantine"] for article in found] == [True]


@pytest.mark.parametrize("name", READ)
def test_a_document_that_holds_an_article_is_read(seen: Seen, name: str) -> None:
    found = [a for a in seen.articles if READ[name][1] in a["title"] + a["text"]]
    assert len(found) == 1
    assert not set("\r\n") & set(found[0]["title"])


def test_nothing_of_the_machine_and_nothing_blown_up_comes_in(seen: Seen) -> None:
    for article in (*seen.articles, *seen.held):
        assert "root:" not in article["text"]
        assert "bombbomb" not in article["title"] + article["text"]
        assert len(article["text"]) <= 200_000


def test_a_hostile_name_is_printed_without_what_a_terminal_obeys(tmp_path: Path) -> None:
    project: Project = start(tmp_path / "desk")
    (project.folder / "evil\a\x1b[31m.txt").write_text("\0\0\0", encoding="utf-8")
    ran = project.run("read", "evil\a\x1b[31m.txt")
    assert ran.status == 3
    assert "evil" in ran.err
    assert "\a" not in ran.err + ran.out

"""Files made to break their reader, through the real command line: said in one line, and the good ones are read."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from tests.project import Project, start

PAGE = (
    "<p>Border officials of two countries met at the river on Wednesday and spoke of the bridge at length.</p>"
    * 4
)
GOOD = f"<html lang='en'><body><h1>Officials met at the river</h1>{PAGE}</body></html>"
BOMB = '<?xml version="1.0"?><!DOCTYPE b [<!ENTITY b0 "bomb">' + "".join(
    f'<!ENTITY b{n + 1} "{f"&b{n};" * 10}">' for n in range(9)
)


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


HOSTILE = {
    "deep.html": f"<html><body>{'<div>' * 50_000}{PAGE}".encode(),
    "tags.html": f"<html><body>{'<i>x</i>' * 1_000_000}{PAGE}".encode(),
    "attributes.html": f"<div {' '.join(f'a{n}=1' for n in range(50_000))}>{PAGE}".encode(),
    "entities.html": f"{BOMB}]><html><body><p>&b9;</p></body></html>".encode(),
    "entities.xml": f"{BOMB}]><rss version='2.0'><channel><item><title>&b9;</title></item></channel></rss>".encode(),
    "file.xml": b"<?xml version='1.0'?><!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss version='2.0'>"
    b"<channel><item><title>&x;</title></item></channel></rss>",
    "headers.eml": b"From: "
    + b'"' * 20_000
    + b"<a@b>\nSubject: =?utf-8?b?"
    + b"A" * 100_000
    + b"?=\nDate: never\n\nx",
    "nested.eml": nested_mail(2000),
    "cut.zip": zipped(("a.html", GOOD.encode() * 50))[:300],
    "cut.gz": gzip.compress(GOOD.encode() * 50)[:60],
    "bomb.zip": zipped(("a.txt", b"0" * 60_000_000)),
    "bomb.gz": gzip.compress(b"0" * 60_000_000),
    "out.zip": zipped(("../../etc/passwd.txt", b"root x " * 20), ("/abs.txt", b"root x " * 20)),
    "deep.json": b"[" * 200_000,
    "deep.jsonl": b'{"title":' + b"[" * 200_000 + b"\n",
    "cut.pdf": b"%PDF-1.4\n1 0 obj<</Type/Catalog",
    "open.csv": b'title,text,date\n"' + b"x" * 3_000_000,
}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return start(tmp_path / "desk")


def test_hostile_files_cost_themselves_alone(project: Project) -> None:
    folder = project.folder / "in"
    folder.mkdir()
    for name, content in HOSTILE.items():
        (folder / name).write_bytes(content)
    (folder / "good.html").write_text(GOOD, encoding="utf-8")
    ran = project.run("import", "in")
    assert ran.status == 3
    assert "Traceback" not in ran.err
    told = {name for name in HOSTILE if any(name in line for line in ran.err.splitlines())}
    articles = project.run("articles", "--json").json["articles"]
    held = project.run("articles", "--quarantined", "--json").json["articles"]
    assert "Officials met at the river" in {a["title"] for a in articles if a["text"]}
    assert len(held) == len(set(HOSTILE) - told)
    assert not [a for a in (*articles, *held) if "root:" in a["text"] or "bombbomb" in a["text"]]


def test_a_hostile_name_is_printed_without_what_a_terminal_obeys(project: Project) -> None:
    (project.folder / "evil\a\x1b[31m.txt").write_text("\0\0\0", encoding="utf-8")
    ran = project.run("read", "evil\a\x1b[31m.txt")
    assert ran.status == 3
    assert "evil" in ran.err
    assert "\a" not in ran.err + ran.out

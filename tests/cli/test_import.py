"""Every kind of file that can be imported, through the real command line: each becomes its article."""

from __future__ import annotations

import csv
import json
import mailbox
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import openpyxl
import pyarrow
import pytest
from pyarrow import parquet
from weasyprint import HTML

from briefings.store.evidence import archive
from tests.project import Project, start
from tests.store.make import document

# Each from a host of its own: what one outlet repeats under several titles is not the text of an article.
TITLE = "Border commanders meet at Panji Poyon about {}"
TEXT = (
    "The commanders of the border troops of Tajikistan and Afghanistan met at the Panji Poyon crossing on Tuesday "
    "26 November 2024 and agreed on joint patrols along the river, the press service of the border troops said. "
    "Both sides will exchange lists of crossings that are open to trade, and will meet again in spring."
)


def page(kind: str) -> str:
    title = TITLE.format(kind)
    return (
        f"<html lang=en><head><title>{title}</title></head><body><h1>{title}</h1><p>{TEXT}</p></body></html>"
    )


def row(kind: str) -> dict[str, str]:
    return {
        "title": TITLE.format(kind),
        "text": TEXT,
        "date": "2024-11-27",
        "url": f"https://{kind}.example/1",
    }


def workbook(path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active
    book.active.append(list(row("xlsx")))
    book.active.append(list(row("xlsx").values()))
    book.save(path)


def table(path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, row("csv"))
        writer.writeheader()
        writer.writerow(row("csv"))


def message(kind: str) -> EmailMessage:
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["Date"] = (
        TITLE.format(kind),
        "a@a.example",
        "Wed, 27 Nov 2024 09:00:00 +0500",
    )
    mail["Message-ID"] = f"<{kind}@a.example>"
    mail.set_content(TEXT)
    return mail


def mbox(path: Path) -> None:
    box = mailbox.mbox(str(path))
    box.add(message("mbox"))
    box.close()


def feed(path: Path) -> None:
    item = f"<item><title>{TITLE.format('rss')}</title><description>{TEXT}</description></item>"
    path.write_text(f"<rss><channel><title>A</title>{item}</channel></rss>")


def warc(path: Path) -> None:
    held = document(page("warc.gz"))
    told = {"media_type": "text/html", "url": "https://warc.example/2024/11/27/1"}
    path.write_bytes(
        archive([type(held)(**{**{n: getattr(held, n) for n in held.__slots__}, **told})], packed=True)
    )


def packed(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("inside/page.html", page("zip"))


MAKERS: dict[str, Callable[[Path], object]] = {
    "pdf": lambda path: HTML(string=page("pdf")).write_pdf(str(path)),
    "xlsx": workbook,
    "parquet": lambda path: parquet.write_table(pyarrow.Table.from_pylist([row("parquet")]), path),
    "csv": table,
    "jsonl": lambda path: path.write_text(json.dumps(row("jsonl")) + "\n"),
    "html": lambda path: path.write_text(page("html")),
    "txt": lambda path: path.write_text(f"{TITLE.format('txt')}\n\n27 November 2024\n\n{TEXT}\n"),
    "md": lambda path: path.write_text(f"# {TITLE.format('md')}\n\n{TEXT}\n"),
    "eml": lambda path: path.write_bytes(bytes(message("eml"))),
    "mbox": mbox,
    "rss": feed,
    "warc.gz": warc,
    "zip": packed,
}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = start(tmp_path)
    (made.folder / "in").mkdir()
    for suffix, make in MAKERS.items():
        make(made.folder / "in" / f"a.{suffix}")
    return made


def test_every_kind_of_file_becomes_its_article_and_comes_in_once(project: Project) -> None:
    told = project.run("import", "in", "--json")
    assert (told.status, told.json["new"], told.json["problems"]) == (0, len(MAKERS), []), told.err
    held = {article["title"]: article for article in project.run("articles", "--json").json["articles"]}
    assert sorted(held) == sorted(TITLE.format(kind) for kind in MAKERS)
    assert all("joint patrols along the river" in " ".join(a["text"].split()) for a in held.values())
    again = project.run("import", "in", "--json").json
    assert (again["new"], again["known"]) == (0, len(MAKERS))


def test_what_is_quarantined_is_listed_with_its_file_and_let_out_by_hand(tmp_path: Path) -> None:
    made = start(tmp_path)
    (made.folder / "captcha.html").write_text(
        "<html><body><p>Checking your browser. Please complete the captcha.</p></body></html>"
    )
    assert made.run("import", "captcha.html").status == 3
    listed = made.run("articles", "--quarantined").out
    assert "captcha page, not an article" in listed
    assert "captcha.html" in listed
    (held,) = made.run("articles", "--quarantined", "--json").json["articles"]
    assert held["path"] == "captcha.html"
    assert made.run("articles", "release", held["id"]).status == 0
    assert made.run("articles", "--quarantined", "--json").json["articles"] == []
    assert [a["id"] for a in made.run("articles", "--json").json["articles"]] == [held["id"]]

"""Hostile text in every format that the program writes: each is made beside a listening socket, then read as its reader does.

What is tried stands in ``ATTACKS``; ``READERS`` says for each format what a reader would be led to do.
"""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default
from typing import Any

import pytest
from lxml import etree, html
from markdown_it import MarkdownIt

from briefings.brief_json import dump
from briefings.brief_types import Brief, Line
from briefings.desk.page import drawn
from briefings.render import index, render
from briefings.run import Review
from briefings.run.analyst.sheet import Sheet
from briefings.types import Article
from tests.render import pdf_reading as read
from tests.render import sample
from tests.render.test_hostile import listening

NOON = datetime(2024, 12, 1, 12, tzinfo=UTC)
LONG = "щ" * 10_000
ATTACKS = {
    "script": "<script src='http://127.0.0.1:{port}/x.js'>alert(1)</script>",
    "picture": "<img src=http://127.0.0.1:{port}/x onerror=alert(1)> ![x](http://127.0.0.1:{port}/x)",
    "attribute": '" onmouseover="alert(1)" style=\'background:url(http://127.0.0.1:{port}/x)\'',
    "template": "{{{{7*7}}}} {{% include '/etc/passwd' %}} ${{7*7}} <%= 7*7 %>",
    "style": "</style><style>@import url(http://127.0.0.1:{port}/x.css);</style>",
    "bidi": "gate \u202egnp.exe\u202c \u2066x\u2069 \u200f",
    "long": LONG,
    "formula": '=HYPERLINK("http://127.0.0.1:{port}/x","open")',
    "dde": "@SUM(1+1)*cmd|' /C calc'!A0",
    "header": "x\r\nBcc: all@evil.example\r\nATTACH:http://127.0.0.1:{port}/x\r\nEND:VEVENT",
    "link": "[x](javascript:alert(1)) <javascript:alert(1)> [y]: http://127.0.0.1:{port}/x",
    "no character": "gate \ufffe\uffff\ufdd0 x",
    "marks": "e" + "\u0301" * 1000 + " \u0628" + "\u064b" * 1000,
    "lines": "x\u2028ATTACH:y\u2029z\x85END:VEVENT\x0bq",
    "control": "bell\x07 nul\x00 escape\x1b[31m",
}
FORMATS = ("pdf", "archive", "html", "eml", "ics", "csv", "md", "docx", "json", "index", "desk")


@dataclass(frozen=True)
class Listed:
    """An issue as the store remembers it."""

    data: bytes
    label: str = "2024-W48"
    version: int = 1

    @property
    def files(self) -> dict[str, str]:
        """One file."""
        return {"brief.pdf": "0" * 64}


def attacked(evil: str) -> Brief:
    """A brief in which every string of a stranger is the same attack."""
    brief = sample.two_pages()
    line = Line(evil, (1,))
    story = replace(brief.stories[0], headline=evil, dateline=evil, reported=(line,), comments=(line,))
    story = replace(story, caveats=(evil,), origin_names=(evil,))
    quote = replace(brief.stories[1].quotes[0], text=evil, speaker=evil, role=evil, channel=evil)
    source = replace(brief.references[0], outlet=evil, title=evil, url=evil, chain=evil, limits=evil)
    return replace(
        brief,
        bottom_line=evil,
        bottom_line_parts=(line,),
        key_points=(Line(evil, (1,), story=story.id),),
        stories=(replace(story, quotes=(quote,)), *brief.stories[1:]),
        references=(source, *brief.references[1:]),
        events=tuple(replace(e, name=evil, place=evil, caveat=evil) for e in brief.events),
        borders=tuple(replace(b, reason=evil, name=evil) for b in brief.borders),
        also_noted=(line,),
    )


def review(brief: Brief, evil: str) -> Review:
    article = Article("0" * 16, evil, evil, "en", None, NOON, publisher=evil, url=evil, sha256="0" * 64)
    return Review(brief, brief, Sheet(), 0, {brief.stories[0].id: (article,)}, "icd203", {})


def made(name: str, brief: Brief, evil: str) -> bytes:
    """The file of a format; the list of issues and the review page count as formats too."""
    if name == "index":
        return index((Listed(dump(brief)),))
    if name == "desk":
        return drawn(review(brief, evil), (evil,), evil)
    return render(brief, [name])[0].data


def page(data: bytes) -> None:
    """No element or attribute but our own, no address but the web's."""
    tree: Any = html.document_fromstring(data.decode())
    assert tree.xpath("//script|//img|//object|//embed|//link[not(@rel='icon')]|//base") == []
    assert {*tree.xpath("//@src")} <= {"/issue.html"}  # the review page shows the issue
    assert tree.xpath("//@*[starts-with(name(), 'on')]") == []
    assert [
        s for s in tree.xpath("//style/text()|//@style") if re.search(r"url\((?!['\"]?data:)|@import", s)
    ] == []
    for address in tree.xpath("//@href|//@action"):
        assert not re.match(r"\s*(javascript|data|file|vbscript):", address, re.IGNORECASE)
    assert "49 49" not in tree.text_content()
    assert "root:" not in tree.text_content()


def mail(data: bytes) -> None:
    """One header each, nobody in copy, both parts inert."""
    message = message_from_bytes(data, policy=default)
    assert message["Bcc"] is None
    assert len(message.get_all("Subject", [])) == 1
    plain, rich = message.get_body(("plain",)), message.get_body(("html",))
    assert plain is not None
    assert rich is not None
    page(rich.get_content().encode())
    assert not re.search(
        "[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b-\x1f]", plain.get_content().replace("\r", "")
    )


def paper(data: bytes) -> None:
    """No action but links to the web and within the file; nothing beyond the edge."""
    for number in read.reader(data).pages:
        for note in number.get("/Annots", []):
            action = note.get_object().get("/A")
            if action:
                assert action.get_object()["/S"] == "/URI"
                assert str(action.get_object()["/URI"]).startswith(("http://", "https://"))
    root = read.root(data)
    assert not {"/OpenAction", "/AA"} & set(root)
    assert "/JavaScript" not in root.get("/Names", {})
    assert max(read.right_edges(data)) <= 595.3 - 53.8 + 1


def calendar(data: bytes) -> None:
    """Only properties of ours, as many ends as events."""
    lines = data.decode().replace("\r\n ", "").split("\r\n")
    names = {re.split("[:;]", line)[0] for line in lines if line}
    assert not names & {"ATTACH", "Bcc", "ATTENDEE", "ORGANIZER"}
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") > 0


def table(data: bytes) -> None:
    cells = [cell for row in csv.reader(io.StringIO(data.decode("utf-8-sig"))) for cell in row]
    assert [cell for cell in cells if cell[:1] in tuple("=+-@\t\r")] == []


def markdown(data: bytes) -> None:
    """What a Markdown reader with HTML allowed makes of it."""
    page(
        f"<html><body>{MarkdownIt('commonmark').enable('table').render(data.decode())}</body></html>".encode()
    )


def word(data: bytes) -> None:
    """No field, no embedded part, no link but to the web."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    tree = etree.fromstring(archive.read("word/document.xml"))
    kinds = {etree.QName(element).localname for element in tree.iter() if isinstance(element.tag, str)}
    assert not kinds & {"instrText", "fldSimple", "altChunk", "object", "OLEObject"}
    links = etree.fromstring(archive.read("word/_rels/document.xml.rels"))
    targets = [r.get("Target", "") for r in links if r.get("TargetMode") == "External"]
    assert all(target.startswith(("https://", "http://")) for target in targets)


def tree(data: bytes) -> None:
    """Data stay as they are, and stay strings."""
    assert isinstance(json.loads(data)["bottom_line"], str)
    assert not re.search(rb"[\x00-\x09\x0b-\x1f]", data.replace(b"\r", b""))


READERS: dict[str, Callable[[bytes], None]] = {
    "pdf": paper, "archive": paper, "html": page, "eml": mail, "ics": calendar, "csv": table, "md": markdown,
    "docx": word, "json": tree, "index": page, "desk": page,
}  # fmt: skip


def cases() -> Iterator[tuple[str, str]]:
    """PDFs are dear: one with all attacks but the long ones, of which ``tests/render/test_hostile`` prints the word."""
    for name in FORMATS:
        if name not in ("pdf", "archive"):
            yield from ((name, attack) for attack in ATTACKS)
        yield name, "all"


@pytest.mark.parametrize(("name", "attack"), list(cases()))
def test_hostile_text_is_inert_and_nobody_is_asked(name: str, attack: str) -> None:
    with listening() as (port, visits):
        texts = [
            t
            for key, t in ATTACKS.items()
            if attack == key or (attack == "all" and key not in ("long", "marks"))
        ]
        evil = " ".join(text.format(port=port) for text in texts)
        data = made(name, attacked(evil), evil)
        READERS[name](data)
    assert visits == []

"""Text from strangers does nothing but stand there, in every format."""

from __future__ import annotations

import csv
import io
import re
import socket
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree, html

from briefings.brief_types import Brief, Line
from briefings.render import render
from briefings.render.inert import text
from briefings.render.page.addresses import address
from tests.render import pdf_reading as read
from tests.render import sample

FORMATS = ("html", "eml", "ics", "csv", "md", "docx", "json")
LONG = "щ" * 10_000


@contextmanager
def listening() -> Iterator[tuple[int, list[bytes]]]:
    """A socket that notes every connection; nothing is expected to come."""
    visits: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        done = threading.Event()

        def serve() -> None:
            while not done.is_set():
                try:
                    connection, _ = server.accept()
                except TimeoutError:
                    continue
                visits.append(connection.recv(1000))
                connection.close()

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield server.getsockname()[1], visits
        finally:
            done.set()
            thread.join()


def hostile(port: int = 9) -> Brief:
    """A brief in which every stranger's string tries something."""
    evil = (
        f"<script src='http://127.0.0.1:{port}/x.js'>alert(1)</script>{{{{7*7}}}}{{% raw %}}"
        f'" onmouseover="alert(2)" style="background:url(http://127.0.0.1:{port}/y)" '
        f'<img src=http://127.0.0.1:{port}/z> \u202etxt.exe\u202c =HYPERLINK("http://127.0.0.1:{port}")'
    )
    brief = sample.two_pages()
    story = replace(
        brief.stories[0],
        headline=evil,
        dateline=evil,
        reported=(Line(evil, (1,)), Line(f"=HYPERLINK(1) {LONG}", (1,))),
        comments=(Line(evil, (1,)),),
        quotes=(replace(brief.stories[1].quotes[0], text=evil, speaker=evil, role=evil, channel=evil),),
        caveats=(evil,),
        origin_names=(evil,),
    )
    source = replace(
        brief.references[0],
        outlet=evil,
        title="=HYPERLINK(1)" + evil,
        url=f"javascript:fetch('http://127.0.0.1:{port}')",
        chain=evil,
        limits=evil,
    )
    return replace(
        brief,
        bottom_line_parts=(Line(evil, (1,)),),
        bottom_line=evil,
        key_points=(Line(evil, (1,), story=story.id),),
        stories=(story, *brief.stories[1:]),
        references=(source, *brief.references[1:]),
        events=tuple(replace(e, name=evil, place=evil, caveat=evil) for e in brief.events),
        borders=tuple(replace(b, reason=evil, name=evil) for b in brief.borders),
    )


def found(tree: html.HtmlElement, path: str) -> list[str]:
    """What an XPath finds, as strings."""
    result = tree.xpath(path)
    assert isinstance(result, list)
    return [str(item) for item in result]


def made(name: str) -> str:
    return render(hostile(), [name])[0].data.decode()


def test_the_page_gains_no_element_and_no_attribute() -> None:
    tree = html.document_fromstring(made("html"))
    assert found(tree, "//script|//img|//iframe|//link|//object") == []
    assert found(tree, "//@*[starts-with(name(), 'on')]") == []
    assert {href.partition(":")[0] for href in found(tree, "//a/@href") if not href.startswith("#")} <= {
        "https"
    }
    assert "url(http" not in " ".join(found(tree, "//style/text()"))


def test_the_mail_gains_no_element_and_no_attribute() -> None:
    from briefings.render.files.mail import body

    tree = html.document_fromstring(body(hostile(), None))
    assert found(tree, "//script|//img|//iframe|//link|//@src") == []
    assert found(tree, "//@*[starts-with(name(), 'on')]") == []


def test_template_signs_in_a_text_are_not_run() -> None:
    page = made("html")
    assert "{{7*7}}" in page
    assert "49<" not in page


@pytest.mark.parametrize("name", [f for f in FORMATS if f not in ("json", "docx", "eml")])
def test_no_bidi_override_reaches_a_reader(name: str) -> None:
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200e\u200f]", made(name))


def test_no_cell_is_a_formula() -> None:
    rows = csv.reader(io.StringIO(made("csv")))
    assert [c for row in rows for c in row if c[:1] in tuple("=+-@\t\r")] == []


def test_the_word_file_links_to_the_web_only() -> None:
    archive = zipfile.ZipFile(io.BytesIO(render(hostile(), ["docx"])[0].data))
    links = etree.fromstring(archive.read("word/_rels/document.xml.rels"))
    outside = [r.get("Target", "") for r in links if r.get("TargetMode") == "External"]
    assert outside
    assert all(target.startswith("https://") for target in outside)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "//host/x",
        "http:",
        "http://[",
        "\x01http://x",
    ],
)
def test_only_web_addresses_become_links(url: str) -> None:
    assert address(url) == "#"


def test_control_characters_go_and_joiners_stay() -> None:
    assert text("a\x00b\u202ec\u00add\ud800e\ufeff") == "abcde"
    assert text("می\u200cشود") == "می\u200cشود"


def test_printing_asks_nobody_for_anything(tmp_path: Path) -> None:
    secret = tmp_path / "secret.svg"
    secret.write_text('<svg xmlns="http://www.w3.org/2000/svg"><text>TOPSECRET</text></svg>')
    with listening() as (port, visits):
        (tmp_path / "parts").mkdir()
        (tmp_path / "parts" / "method.html.j2").write_text(
            f'<img src="http://127.0.0.1:{port}/a.png"><img src="{secret.as_uri()}"><object data="{secret.as_uri()}"></object>'
            f"<style>@import url(http://127.0.0.1:{port}/b.css);</style>"
        )
        files = render(hostile(port), ["pdf", *FORMATS], tmp_path)
    assert visits == []
    assert "TOPSECRET" not in read.words(files[0].data)
    assert "{{7*7}}" in read.words(files[0].data)


def test_no_word_runs_over_the_edge_of_the_paper() -> None:
    data = render(hostile(), ["pdf"])[0].data
    assert max(read.right_edges(data)) <= 595.3 - 53.8 + 1
    assert len(read.pages(data)) < 16

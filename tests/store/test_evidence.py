"""Web archives out: what another program reads in them is what was collected."""

from __future__ import annotations

import hashlib
import io
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from briefings.sources import load
from briefings.store.evidence import archive
from briefings.types import RECORD, Fetched, Problem
from tests.project import Project, start
from tests.sources.server import Server

PAGE = "<p>Посты усилены.</p>".encode()
DOCUMENT = Fetched(
    PAGE,
    hashlib.sha256(PAGE).hexdigest(),
    "text/html",
    datetime(2024, 11, 27, 9, 30, tzinfo=UTC),
    url="https://o.example/1",
    headers={"etag": '"x"', "content-type": "text/html; charset=utf-8", "x-broken": "a\r\n\r\nWARC/1.1"},
)


def records(data: bytes) -> list[tuple[str, str, str, bytes]]:
    """(type, address, media type, content) of each record; digests are checked."""
    found = ArchiveIterator(io.BytesIO(data), check_digests="raise")
    return [
        (
            record.rec_type,
            record.rec_headers.get_header("WARC-Target-URI") or "",
            record.rec_headers.get_header("Content-Type"),
            record.content_stream().read(),
        )
        for record in found
    ]


@pytest.mark.parametrize("packed", [False, True])
def test_another_program_reads_the_same_bytes_addresses_and_headers(packed: bool) -> None:
    read = records(archive([DOCUMENT, DOCUMENT], packed=packed))
    assert [kind for kind, *_ in read] == ["warcinfo", "resource", "metadata"]
    assert read[1] == ("resource", "https://o.example/1", "text/html", PAGE)
    assert read[2][3].decode().splitlines()[0] == 'etag: "x"'
    assert archive([DOCUMENT], packed=packed) == archive([DOCUMENT, DOCUMENT], packed=packed)


def test_another_program_notices_a_changed_byte() -> None:
    changed = archive([DOCUMENT], packed=False).replace(b"<p>", b"<b>")
    with pytest.raises(ArchiveLoadFailed):
        records(changed)


def test_what_has_no_address_is_named_by_its_digest() -> None:
    record = replace(DOCUMENT, url=None, headers={}, media_type=RECORD)
    assert [r[1] for r in records(archive([record], packed=True))[1:]] == [f"urn:sha256:{record.sha256}"]
    assert archive([], packed=True) == b""


def test_an_exported_page_comes_back_by_import(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(archive([DOCUMENT], packed=True))
    (page,) = load([str(tmp_path / "a.warc.gz")], datetime(2025, 1, 1, tzinfo=UTC))
    assert not isinstance(page, Problem)
    assert (page.raw, page.url, page.retrieved) == (PAGE, DOCUMENT.url, DOCUMENT.retrieved)


@pytest.mark.parametrize("media_type", [RECORD, "text/plain", "text/markdown", "message/rfc822"])
def test_what_has_no_address_comes_back_by_import_too(tmp_path: Path, media_type: str) -> None:
    kept = replace(DOCUMENT, url=None, headers={}, media_type=media_type)
    (tmp_path / "a.warc.gz").write_bytes(archive([kept], packed=True))
    (page,) = load([str(tmp_path / "a.warc.gz")], datetime(2025, 1, 1, tzinfo=UTC))
    assert not isinstance(page, Problem)
    assert (page.sha256, page.url, page.media_type) == (kept.sha256, None, media_type)
    assert page.retrieved == kept.retrieved


def test_the_command_line_exports_what_articles_were_read_from(tmp_path: Path) -> None:
    server = Server()
    made: Project = start(tmp_path)
    path = made.folder / "config.yaml"
    head = path.read_text("utf-8").partition("\nsources:\n")[0]
    line = f"  - {{id: s, name: S, url: '{server.url}/etag', allow_private: true}}"
    path.write_text(f"{head}\nsources:\n{line}\n", "utf-8")
    assert made.run("collect").status == 0
    server.shutdown()
    assert made.run("export", "week.warc.gz").status == 0
    read = records((made.folder / "week.warc.gz").read_bytes())
    feed = [
        content for kind, address, _, content in read if (kind, address) == ("resource", f"{server.url}/etag")
    ]
    assert [b"<rss" in content for content in feed] == [True]
    assert len([1 for kind, _, media, _ in read if (kind, media) == ("resource", RECORD)]) == 2
    again = start(tmp_path / "again")
    assert again.run("import", str(made.folder / "week.warc.gz")).status == 0
    listed = [project.run("articles", "--json").json["articles"] for project in (made, again)]
    assert [sorted(a["title"] for a in articles) for articles in listed] == [
        ["Пост etag 0", "Пост etag 1"]
    ] * 2

"""Web archives: pages with their address and time, chunked and packed as servers send them."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefings.sources import load
from briefings.types import Fetched, Problem

NOW = datetime(2024, 12, 2, 6, 0, tzinfo=UTC)
PAGE = "<p>Посты усилены.</p>".encode()


def record(kind: str, content: bytes, url: str = "https://o.example/1") -> bytes:
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-11-27T09:30:00Z\r\n"
    return (
        f"{head}Content-Type: text/html\r\nContent-Length: {len(content)}\r\n\r\n".encode()
        + content
        + b"\r\n\r\n"
    )


def answer(body: bytes, status: str = "200 OK", **headers: str) -> bytes:
    told = {"Content-Type": "text/html; charset=utf-8"} | {k.replace("_", "-"): v for k, v in headers.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in told.items())
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + body


def loaded(path: Path, raw: bytes) -> list[Fetched | Problem]:
    path.write_bytes(raw)
    return list(load([str(path)], NOW))


def chunked(body: bytes) -> bytes:
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (body[:5], body[5:])) + b"0\r\n\r\n"


@pytest.mark.parametrize("packed", [False, True])
def test_pages_come_with_their_address_and_time(tmp_path: Path, packed: bool) -> None:
    records = [
        record("warcinfo", b"software: test"),
        record("response", answer(PAGE)),
        record("response", answer(chunked(PAGE), Transfer_Encoding="chunked"), "https://o.example/2"),
        record("response", answer(gzip.compress(PAGE), Content_Encoding="gzip"), "https://o.example/3"),
        record("response", answer(b"gone", "404 Not Found"), "https://o.example/4"),
        record("response", answer(b"\x89PNG", Content_Type="image/png"), "https://o.example/5"),
        record("request", b"GET / HTTP/1.1\r\n\r\n"),
        record("resource", PAGE, "https://o.example/6"),
    ]
    raw = b"".join(gzip.compress(each) if packed else each for each in records)
    found = loaded(tmp_path / ("a.warc.gz" if packed else "a.warc"), raw)
    assert all(isinstance(each, Fetched) for each in found)
    pages = [each for each in found if isinstance(each, Fetched)]
    assert [(p.url, p.raw) for p in pages] == [(f"https://o.example/{n}", PAGE) for n in (1, 2, 3, 6)]
    assert {p.retrieved for p in pages} == {datetime(2024, 11, 27, 9, 30, tzinfo=UTC)}
    assert pages[0].headers["content-type"] == "text/html; charset=utf-8"


def test_what_comes_before_the_damage_is_read(tmp_path: Path) -> None:
    page, damage = loaded(
        tmp_path / "a.warc", record("response", answer(PAGE)) + record("response", answer(PAGE))[:-30]
    )
    assert isinstance(page, Fetched)
    assert isinstance(damage, Problem)
    assert "ends too early; what came before was read" in damage.reason


@pytest.mark.parametrize(
    ("raw", "reason"), [(b"no archive", "there is no record at byte 0"), (record("request", b""), "no pages")]
)
def test_an_archive_without_pages_says_so(tmp_path: Path, raw: bytes, reason: str) -> None:
    (only,) = loaded(tmp_path / "a.warc", raw)
    assert isinstance(only, Problem)
    assert reason in only.reason

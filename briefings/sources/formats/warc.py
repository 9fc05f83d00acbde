"""Web archives (WARC 1.0 and 1.1, ISO 28500): every page in them with its address and the time it was fetched."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from briefings.sources.formats.archives import inflate
from briefings.sources.items import Blob, digest, document, problem
from briefings.sources.options import LoadOptions
from briefings.types import RECORD, Fetched, Problem

_READ = {"text/html", "application/xhtml+xml", "text/plain", "application/pdf"}
_KEPT = {*_READ, "text/markdown", "message/rfc822", RECORD}
"""What an archive holds that was written here: what has no address is named by its digest."""
_HEAD = re.compile(rb"(.*?)\r?\n\r?\n", re.DOTALL)


def split(blob: Blob, options: LoadOptions) -> Iterator[Fetched | Problem]:
    """The pages of an archive in their order; images, styles and other answers than 200 are passed over."""
    found, held = False, replace(blob, container=digest(blob.raw))
    try:
        for headers, content in _records(blob.raw):
            page = _page(held, headers, content, options)
            if page is not None:
                found = True
                yield page
    except ValueError as error:
        yield problem(blob.path, f"It is damaged: {error}; what came before was read.")
        return
    if not found:
        yield problem(blob.path, "The archive holds no pages.")


def _records(raw: bytes) -> Iterator[tuple[dict[str, str], bytes]]:
    place = 0
    while place < len(raw):
        head = _HEAD.match(raw, place)
        if head is None or not head[1].startswith(b"WARC/"):
            raise ValueError(f"there is no record at byte {place}")
        headers = _headers(head[1])
        length = headers.get("content-length", "")
        if not length.isdecimal() or head.end() + int(length) > len(raw):
            raise ValueError(f"the record at byte {place} ends too early")
        end = head.end() + int(length)
        yield headers, raw[head.end() : end]
        place = end + len(raw[end : end + 4]) - len(raw[end : end + 4].lstrip(b"\r\n"))


def _page(blob: Blob, warc: Mapping[str, str], content: bytes, options: LoadOptions) -> Fetched | None:
    url = warc.get("warc-target-uri", "").strip("<>")
    headers, body = {"content-type": warc.get("content-type", "")}, content
    if warc.get("warc-type") == "response":
        head = _HEAD.match(content)
        if head is None or not re.match(rb"HTTP/\S+ 200\b", head[1]):
            return None
        headers = _headers(head[1])
        body = _body(content[head.end() :], headers, options.max_document)
    elif warc.get("warc-type") != "resource":
        return None
    media = headers.get("content-type", "").partition(";")[0].strip().lower()
    is_web = url.startswith("http")
    if media not in (_READ if is_web else _KEPT) or not 0 < len(body) <= options.max_document:
        return None
    if not is_web and not url.startswith("urn:sha256:"):
        return None
    page = replace(
        blob, raw=body, url=url if is_web else None, headers=headers, retrieved=_moment(warc, blob.retrieved)
    )
    return document(page, media)


def _headers(head: bytes) -> dict[str, str]:
    lines = re.sub(r"\r?\n[ \t]+", " ", head.decode("utf-8", "replace")).splitlines()[1:]
    pairs = (line.partition(":") for line in lines)
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def _body(body: bytes, headers: Mapping[str, str], limit: int) -> bytes:
    """The page as a browser saw it: chunks joined, gzip unpacked."""
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = b"".join(_chunks(body))
    if headers.get("content-encoding", "").lower() in {"gzip", "x-gzip"}:
        try:
            return inflate(body, limit) or b""
        except (zlib.error, EOFError):
            return b""
    return body


def _chunks(body: bytes) -> Iterator[bytes]:
    place = 0
    while (head := re.compile(rb"\s*([0-9a-fA-F]+)[^\n]*\n").match(body, place)) is not None:
        size = int(head[1], 16)
        yield body[head.end() : head.end() + size]
        place = head.end() + size
        if not size:
            return


def _moment(warc: Mapping[str, str], otherwise: datetime) -> datetime:
    try:
        moment = datetime.fromisoformat(warc.get("warc-date", ""))
    except ValueError:
        return otherwise
    return moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC)

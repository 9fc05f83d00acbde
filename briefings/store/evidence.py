"""What was collected as a web archive (WARC 1.1, ISO 28500:2017), for evidence and for other tools.

Every document is a ``resource`` record: its bytes as they were kept, with address, time and SHA-256. An answer's
headers follow as a ``metadata`` record, since the bytes are kept unpacked and so are no literal ``response`` any more.
The same documents give the same bytes.
"""

from __future__ import annotations

import gzip
import uuid
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC

from briefings.types import Fetched

_NAMES = uuid.UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")  # RFC 4122's name space for addresses


def archive(documents: Iterable[Fetched], *, packed: bool) -> bytes:
    """Documents as one web archive, each once; ``packed`` gives ``.warc.gz``, every record a member of its own."""
    records = _records({each.sha256: each for each in documents}.values())
    return b"".join(gzip.compress(record, mtime=0) if packed else record for record in records)


def _records(documents: Iterable[Fetched]) -> Iterator[bytes]:
    about = "software: briefings\r\nformat: WARC File Format 1.1\r\n"
    held = list(documents)
    first = min((each.retrieved for each in held), default=None)
    if first is None:
        return
    date = first.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    whole = "".join(each.sha256 for each in held)
    yield _record(
        {"WARC-Type": "warcinfo", "WARC-Date": date}, "application/warc-fields", about.encode(), whole
    )
    for each in held:
        yield from _document(each)


def _document(document: Fetched) -> Iterator[bytes]:
    date = document.retrieved.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    address = document.url or f"urn:sha256:{document.sha256}"
    told = {"WARC-Target-URI": address, "WARC-Date": date}
    payload = {"WARC-Type": "resource", **told, "WARC-Payload-Digest": f"sha256:{document.sha256}"}
    yield _record(payload, document.media_type, document.raw, document.sha256)
    if document.headers:
        lines = "".join(f"{name}: {' '.join(value.split())}\r\n" for name, value in document.headers.items())
        refers = {"WARC-Type": "metadata", **told, "WARC-Refers-To": _name("resource", document.sha256)}
        yield _record(refers, "application/warc-fields", lines.encode("utf-8", "replace"), document.sha256)


def _record(told: Mapping[str, str], media_type: str, content: bytes, name: str) -> bytes:
    headers = {
        **told,
        "WARC-Record-ID": _name(told["WARC-Type"], name),
        "Content-Type": media_type,
        "Content-Length": str(len(content)),
    }
    head = "".join(f"{key}: {' '.join(value.split())}\r\n" for key, value in headers.items())
    return b"WARC/1.1\r\n" + head.encode("utf-8", "replace") + b"\r\n" + content + b"\r\n\r\n"


def _name(kind: str, sha256: str) -> str:
    return f"<urn:uuid:{uuid.uuid5(_NAMES, f'{kind} {sha256}')}>"

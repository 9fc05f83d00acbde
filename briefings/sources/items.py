"""Making documents out of bytes: whole files, and records split from tables and feeds."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from briefings.types import RECORD, Fetched, Problem


@dataclass(frozen=True, slots=True)
class Blob:
    """Bytes on their way to becoming documents, with what is known of where they lay."""

    raw: bytes
    path: str
    retrieved: datetime
    url: str | None = None
    source: str = ""
    container: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    depth: int = 0
    """How many archives it lay in."""
    kind: str = ""
    """What its sender says that it is, in the words of ``files``; ``""``: it is told by its name and first bytes."""

    def member(self, raw: bytes, name: str, container: str) -> Blob:
        """A file inside this one, whose digest is ``container``: it is worked out once for all its members."""
        path = f"{self.path}/{name}" if name else self.path
        return replace(self, raw=raw, path=path, depth=self.depth + 1, container=container, kind="")


def digest(raw: bytes) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(raw).hexdigest()


def document(blob: Blob, media_type: str) -> Fetched:
    """A blob as one document."""
    return _fetched(blob, blob.raw, media_type, blob.container, blob.url)


def whole(blob: Blob, media_type: str) -> Fetched:
    """A blob as the file that records are split from, kept as evidence."""
    return replace(_fetched(blob, blob.raw, media_type, blob.container, blob.url), whole=True)


def record(blob: Blob, fields: Mapping[str, str], container: str) -> Fetched:
    """A record split from a blob; the same fields give the same bytes, whatever their order."""
    kept = {key: value for key, value in fields.items() if value}
    text = json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return _fetched(blob, text.encode("utf-8", "replace"), RECORD, container, None)


def problem(path: str, reason: str) -> Problem:
    """Something that could not be used."""
    return Problem("sources", path, reason)


def short(error: Exception) -> str:
    """What a library says of its failure, as the end of a sentence."""
    if isinstance(error, ImportError):
        return f"the package {error.name or 'needed for it'} is not installed"
    return " ".join(str(error).split())[:200].rstrip(".") or type(error).__name__


def _fetched(blob: Blob, raw: bytes, media_type: str, container: str, url: str | None) -> Fetched:
    return Fetched(
        raw=raw,
        sha256=digest(raw),
        media_type=media_type,
        retrieved=blob.retrieved,
        path=blob.path,
        url=url,
        source=blob.source,
        container=container,
        headers=blob.headers,
    )

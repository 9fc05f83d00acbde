"""What is costly to work out, kept between runs in the user's cache folder. Never needed and never trusted.

A file is taken only when its first line names this program's version and the SHA-256 of what follows, so that a torn,
changed or foreign file is as good as none. It holds JSON or bare numbers, which cannot run anything. A home that cannot
be written only costs time.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

from briefings import __version__

_STAMP = f"briefings {__version__}"
_UNREADABLE = (OSError, ValueError, RecursionError, RuntimeError)
"""``RuntimeError``: there is no home folder at all."""


def folder() -> Path:
    """Where things are kept: $XDG_CACHE_HOME/briefings, or ~/.cache/briefings; ``RuntimeError`` without a home."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "briefings"


def take(name: str) -> Any:
    """Return the JSON that was kept under a name, or ``None``."""
    with suppress(*_UNREADABLE):
        return json.loads(take_bytes(name) or b"null")
    return None


def keep(name: str, value: Any) -> None:
    """Keep something under a name, in one step; what JSON would change is not kept."""
    with suppress(*_UNREADABLE, TypeError):
        body = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
        if json.loads(body) == value:
            keep_bytes(name, body)


def take_bytes(name: str) -> bytes | None:
    """Return the bytes that were kept under a name, or ``None``."""
    with suppress(*_UNREADABLE):
        head, _, body = (folder() / name).read_bytes().partition(b"\n")
        if head.decode() == f"{_STAMP} {hashlib.sha256(body).hexdigest()}":
            return body
    return None


def keep_bytes(name: str, body: bytes) -> None:
    """Keep bytes under a name, in one step."""
    with suppress(*_UNREADABLE):
        _put(folder() / name, f"{_STAMP} {hashlib.sha256(body).hexdigest()}\n".encode() + body)


def thin(pattern: str, most: int) -> None:
    """Remove the oldest of the files that match a pattern, until ``most`` are left."""
    with suppress(*_UNREADABLE):
        files = sorted(folder().glob(pattern), key=lambda file: file.stat().st_mtime, reverse=True)
        for file in files[most:]:
            file.unlink(missing_ok=True)


def _put(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, staged = tempfile.mkstemp(prefix=f".{file.name}-", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
        Path(staged).replace(file)
    finally:
        Path(staged).unlink(missing_ok=True)

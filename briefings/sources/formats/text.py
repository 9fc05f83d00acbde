"""Bytes to text for what is split here; documents keep their bytes and are decoded when they are read."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 60_000
_PIECE = 1_000_000


def decode(raw: bytes) -> str:
    """Text by its byte order mark, as UTF-8, or by the most likely encoding; raises ``ValueError`` for binary."""
    return raw.decode(encoding(raw), "replace")


def stream(raw: bytes, newline: str = "") -> io.TextIOWrapper:
    """Text like that of ``decode``, but decoded as it is read: a large table is never in memory twice."""
    return io.TextIOWrapper(io.BytesIO(raw), encoding(raw), "replace", newline)


def lines(raw: bytes, longest: int) -> Iterator[str]:
    """The lines of a text, as they are read; of one that is longer the first ``longest + 1`` characters."""
    opened = stream(raw, "\n")
    while line := opened.readline(longest + 1):
        yield line
        while len(line) > longest and not line.endswith("\n"):
            line = opened.readline(longest + 1)


def encoding(raw: bytes) -> str:
    """The name of the encoding in which ``decode`` reads; raises ``ValueError`` for binary."""
    marked = next((name for mark, name in _MARKS if raw.startswith(mark)), "")
    if marked or _is_utf8(raw):
        return marked or "utf-8"
    if is_binary(raw):
        raise ValueError("it is binary")
    return likeliest(raw)


def _is_utf8(raw: bytes) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(raw), _PIECE):
            decoder.decode(raw[start : start + _PIECE], final=start + _PIECE >= len(raw))
    except UnicodeDecodeError:
        return False
    return True


def by_mark(raw: bytes) -> str | None:
    """Text by its byte order mark; None when it has none."""
    return next((raw.decode(name, "replace") for mark, name in _MARKS if raw.startswith(mark)), None)


def guessed(raw: bytes) -> str:
    """Text in the most likely encoding; what does not fit it becomes replacement characters."""
    return raw.decode(likeliest(raw), "replace")


def likeliest(raw: bytes) -> str:
    """The name of the most likely encoding."""
    from charset_normalizer import from_bytes

    found = from_bytes(raw[:_SAMPLE]).best()
    return found.encoding if found else "utf-8"


def is_binary(raw: bytes) -> bool:
    """Whether these bytes are no text in any encoding: NUL or many other control characters, and no mark."""
    if any(raw.startswith(mark) for mark, _ in _MARKS):
        return False
    head = raw[:8192]
    controls = sum(byte < 9 or 13 < byte < 27 or 27 < byte < 32 for byte in head)
    return b"\0" in head or controls * 20 > len(head)

"""One request: packing, its limits, and what a server may not make it do."""

from __future__ import annotations

import gzip
import zlib

import pytest

from briefings.sources.polling.fetch import FetchError, _inflater

BODY = "Посты усилены. ".encode() * 5000


def unpacked(data: bytes, encoding: str, limit: int = 10_000_000, step: int = 1000) -> bytes:
    inflate = _inflater(encoding, limit)
    return b"".join(
        part for start in range(0, len(data), step) for part in inflate(data[start : start + step])
    )


def raw_deflate(body: bytes) -> bytes:
    stream = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return stream.compress(body) + stream.flush()


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (BODY, ""),
        (BODY, "identity"),
        (gzip.compress(BODY), "gzip"),
        (gzip.compress(BODY), "X-GZip"),
        (zlib.compress(BODY), "deflate"),
        (raw_deflate(BODY), "deflate"),
    ],
)
def test_every_packing_that_is_asked_for_is_undone(data: bytes, encoding: str) -> None:
    assert unpacked(data, encoding) == BODY


@pytest.mark.parametrize(("data", "encoding"), [(BODY, "br"), (BODY, "gzip, gzip"), (b"no gzip", "gzip")])
def test_what_was_not_asked_for_or_is_broken_is_told(data: bytes, encoding: str) -> None:
    with pytest.raises(FetchError, match="the answer"):
        unpacked(data, encoding)


def test_a_bomb_stops_just_over_the_limit() -> None:
    bomb = gzip.compress(b" " * 100_000_000, 9)
    assert len(unpacked(bomb, "gzip", limit=2_000_000, step=len(bomb))) <= 3_000_001

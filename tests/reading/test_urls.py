"""One address, one form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.reading.urls import canonical


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("http://www.a.example/x/?utm_source=y#top", "https://a.example/x"),
        ("https://m.a.example/x/amp", "https://a.example/x"),
        ("https://a.example/x?id=7&fbclid=9", "https://a.example/x?id=7"),
        ("https://a.example:443/a/../b//c/", "https://a.example/b/c"),
        ("https://a.example:8080/", "https://a.example:8080"),
        ("https://m.example/x", "https://m.example/x"),
        ("ftp://a.example/x", None),
        ("javascript:alert(1)", None),
        ("https://[broken", None),
        ("not an address", None),
    ],
)
def test_canonical(given: str, wanted: str | None) -> None:
    assert canonical(given) == wanted


@given(
    st.from_regex(
        r"https?://(www\.|m\.)?[a-z]{1,5}\.example(/[a-z.]{1,4}){0,4}/?(\?[a-z]=[0-9])?", fullmatch=True
    )
)
def test_canonical_twice_is_canonical_once(url: str) -> None:
    once = canonical(url)
    assert once is not None
    assert canonical(once) == once

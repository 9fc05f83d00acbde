"""Embedded pictures become parts of their own."""

from __future__ import annotations

import base64
from dataclasses import replace
from email import message_from_bytes
from email.policy import default

import pytest

from briefings.deliver import Letter, Recipient, build
from briefings.errors import DeliveryError
from tests.deliver.test_post import MAILING

DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+M8AAQUBAScY42YAAAAASUVORK5CYII="
)
EMBEDDED = f'<p>x</p><img alt="" src="data:image/png;base64,{base64.b64encode(DOT).decode()}">'


def test_a_picture_is_shown_by_its_cid_and_sent_once() -> None:
    raw = build(Letter(replace(MAILING, html=EMBEDDED * 2), Recipient("ana@example.org")))
    message = message_from_bytes(raw, policy=default)
    kinds = [part.get_content_type() for part in message.walk()]
    assert kinds == ["multipart/alternative", "text/plain", "multipart/related", "text/html", "image/png"]
    *_, page, picture = message.walk()
    assert "data:" not in page.get_content()
    assert page.get_content().count(f"cid:{picture['Content-ID'].strip('<>')}") == 2
    assert picture.get_content() == DOT
    assert picture.get_content_disposition() == "inline"


def test_a_page_that_would_be_clipped_is_refused() -> None:
    with pytest.raises(DeliveryError, match=r"clipped.*mail\.html\.j2"):
        build(Letter(replace(MAILING, html="x" * 101_000), Recipient("ana@example.org")))

"""Documents as the sources room hands them over."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime

from briefings.reading import Outlets, read_batch
from briefings.types import RECORD, Article, Fetched, Source

NOW = datetime(2024, 12, 1, 19, 0, tzinfo=UTC)

OUTLETS = Outlets(
    [
        Source("vakhsh-courier", "Vakhsh Courier", hosts=("vakhsh-courier.example",), language="ru", timezone="Asia/Dushanbe"),
        Source("kunduz-post", "Kunduz Post", hosts=("kunduz-post.example",), names=("کندز پست",), timezone="Asia/Kabul"),
        Source("khyber-ledger", "Khyber Ledger", hosts=("khyber-ledger.example",), timezone="Asia/Karachi"),
        Source("steppe-wire", "Steppe Wire", hosts=("steppe-wire.example",), names=("Степной телеграф",), role="wire"),
        Source("osiyo24", "osiyo24.example", hosts=("osiyo24.example",), role="republisher"),
    ]
)  # fmt: skip


def document(
    raw: bytes | str, media_type: str = "text/html", *, url: str | None = None, source: str = ""
) -> Fetched:
    """One document."""
    data = raw if isinstance(raw, bytes) else raw.encode()
    return Fetched(data, hashlib.sha256(data).hexdigest(), media_type, NOW, url=url, source=source)


def record(**fields: str) -> Fetched:
    """One record of a table or feed."""
    return document(json.dumps(fields, sort_keys=True), RECORD)


def articles(*documents: Fetched) -> list[Article]:
    """What is read from a batch of documents."""
    return [article for _, found in read_batch(documents, OUTLETS) for article in found]


def article(one: Fetched) -> Article:
    """The only article of a document."""
    (found,) = articles(one)
    return found

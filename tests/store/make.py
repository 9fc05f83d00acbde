"""Small documents and articles for the store's tests."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from briefings.types import Article, Fetched, Memory, Poll, Span, Tag, When

NOW = datetime(2024, 12, 2, 6, 0, tzinfo=UTC)


def document(text: str, hours: int = 0) -> Fetched:
    raw = text.encode()
    return Fetched(
        raw, hashlib.sha256(raw).hexdigest(), "text/plain", NOW + timedelta(hours=hours), path="a.txt"
    )


def article(of: Fetched, day: date | None = date(2024, 11, 27), **changes: Any) -> Article:
    published = None if day is None else When(day.isoformat(), "day", "stated", day, day)
    plain = Article(
        id="a" * 16,
        title="Patrols doubled on the Pyanj",
        text="Two posts were reinforced.\n\nNobody was hurt.",
        language="en",
        published=published,
        retrieved=of.retrieved,
        sha256=of.sha256,
    )
    return replace(plain, **changes)


def tag(topic: str = "border.tj-af") -> Tag:
    return Tag(topic, "border", "primary", 2.5, (Span("title", 23, 28, "Pyanj", "Panj"),))


def poll(source: str = "outpost", hours: int = 0, *documents: Fetched) -> Poll:
    memory = Memory(source, etag=f'"{hours}"', last_success=NOW + timedelta(hours=hours))
    return Poll(
        source, NOW + timedelta(hours=hours), "ok", memory, documents, status=200, items=len(documents)
    )

"""Hand-made articles for the tests of stories."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from briefings.types import Article, Span, Tag, Tagged, When

if TYPE_CHECKING:
    from briefings.types import Level, TopicKind

KINDS: dict[str, TopicKind] = {"body": "body", "border": "border", "theme": "theme", "country": "country"}


def item(  # one line per article in the tests
    key: str,
    title: str,
    text: str = "",
    day: str = "2024-11-27",
    topics: str = "",
    *,
    language: str = "en",
    publisher: str = "",
    wire: str = "",
    crossing: tuple[str, str] | None = None,
    **more: object,
) -> Tagged:
    """Return an article; ``topics`` as ``body.csto border.tj-af?`` (``?`` = secondary).

    ``crossing`` gives its first border a named crossing: ``(words in the title, one name in all languages)``.
    """
    published = When(day, "day", "stated", date.fromisoformat(day), date.fromisoformat(day)) if day else None
    article = Article(
        id=key,
        title=title,
        text=text,
        language=language,
        published=published,
        retrieved=datetime(2024, 12, 1, 12, tzinfo=UTC),
        sha256=key,
        publisher=publisher or f"Outlet {key}",
        wire=wire,
        **more,  # type: ignore[arg-type]
    )
    return Tagged(article, tuple(_tag(topic, title, crossing) for topic in topics.split()))


def _tag(topic: str, title: str, crossing: tuple[str, str] | None) -> Tag:
    level: Level = "secondary" if topic.endswith("?") else "primary"
    name = topic.rstrip("?")
    spans: tuple[Span, ...] = ()
    if crossing and KINDS[name.split(".")[0]] in ("border", "country"):
        words, place = crossing
        at = title.index(words)
        spans = (Span("title", at, at + len(words), words, words, "crossing", place),)
    return Tag(name, KINDS[name.split(".")[0]], level, 2.0 if level == "primary" else 1.0, spans)

"""Articles as JSON lines, CSV or Parquet, for tools outside."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from briefings.errors import InputError, needs
from briefings.types import Article

if TYPE_CHECKING:
    import pandas

COLUMNS = (
    "id", "title", "text", "language", "published", "precision", "basis", "from", "to", "publisher", "republisher",
    "wire", "source", "url", "author", "section", "retrieved", "sha256", "flags", "quarantine", "topics",
)  # fmt: skip
"""Columns of all three, in this order; ``published`` is ISO 8601 as far as known, lists are joined by ``;``."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def export(articles: Iterable[Article], kind: str, topics: dict[str, tuple[str, ...]] | None = None) -> bytes:
    """Articles in a format: ``jsonl``, ``csv`` or ``parquet``; ``topics`` maps article ids to topic ids.

    Raises ``InputError`` for an unknown format, or for Parquet without pyarrow.
    """
    if kind not in FORMATS:
        raise InputError(f"There is no format {kind!r}; known are {', '.join(sorted(FORMATS))}.")
    return FORMATS[kind]([row(article, (topics or {}).get(article.id, ())) for article in articles])


def row(article: Article, topics: Iterable[str] = ()) -> dict[str, str]:
    """An article as one flat row; every value is text, ``""`` when unknown."""
    when = article.published
    return {
        "id": article.id,
        "title": article.title,
        "text": article.text,
        "language": article.language,
        "published": when.value if when else "",
        "precision": when.precision if when else "unknown",
        "basis": when.basis if when else "none",
        "from": when.start.isoformat() if when else "",
        "to": when.end.isoformat() if when else "",
        "publisher": article.publisher,
        "republisher": article.republisher,
        "wire": article.wire,
        "source": article.source,
        "url": article.url or "",
        "author": article.author or "",
        "section": article.section,
        "retrieved": article.retrieved.isoformat(),
        "sha256": article.sha256,
        "flags": ";".join(article.flags),
        "quarantine": article.quarantine,
        "topics": ";".join(topics),
    }


def _jsonl(rows: list[dict[str, str]]) -> bytes:
    return "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in rows).encode("utf-8", "replace")


def _csv(rows: list[dict[str, str]]) -> bytes:
    # With a mark, spreadsheets take it for UTF-8.
    text = _frame(rows).map(_inert).to_csv(index=False, lineterminator="\r\n")
    return text.encode("utf-8-sig", "replace")


def _inert(value: str) -> str:
    """A cell that no spreadsheet runs as a formula."""
    return f"'{value}" if value.startswith(_FORMULA) else value


def _parquet(rows: list[dict[str, str]]) -> bytes:
    out = io.BytesIO()
    try:
        _frame(rows).to_parquet(out, index=False)
    except ImportError as error:
        raise InputError(f"Parquet needs a further package: {needs('parquet')}.") from error
    return out.getvalue()


def _frame(rows: list[dict[str, str]]) -> pandas.DataFrame:
    import pandas

    return pandas.DataFrame(rows, columns=list(COLUMNS), dtype="string")


FORMATS: dict[str, Callable[[list[dict[str, str]]], bytes]] = {
    "jsonl": _jsonl,
    "csv": _csv,
    "parquet": _parquet,
}

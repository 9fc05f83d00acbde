"""Cargo to columns and back: articles, tags and polls as JSON, raw bytes packed where that saves room."""

from __future__ import annotations

import hashlib
import json
import unicodedata
import zlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from briefings.types import Article, Memory, Poll, Tag

if TYPE_CHECKING:
    from pydantic import TypeAdapter


def pack(raw: bytes) -> tuple[bytes, bool]:
    """Bytes as they are stored and whether they were compressed (only when that makes them smaller)."""
    # Level 1 packs text to a third at three times the speed of level 6, which saves a tenth more.
    packed = zlib.compress(raw, 1) if len(raw) > 256 else raw
    return (packed, True) if len(packed) < len(raw) else (raw, False)


def unpack(raw: bytes, packed: bool) -> bytes:
    """The bytes that ``pack`` was given."""
    return zlib.decompress(raw) if packed else bytes(raw)


def moment(value: datetime) -> str:
    """A time as ISO text in UTC, always with microseconds so that text order is time order."""
    return value.astimezone(UTC).isoformat(timespec="microseconds")


def parse_moment(value: str) -> datetime:
    """The time that ``moment`` wrote."""
    return datetime.fromisoformat(value)


def day(value: date) -> str:
    """A day as ISO text."""
    return value.isoformat()


def storable(text: str) -> str:
    """Text that both databases take: no NUL, no lone surrogate (undecodable file names hold them)."""
    return text.replace("\0", "").encode("utf-8", "backslashreplace").decode()


def folded(text: str) -> str:
    """Text for searching whatever its case: compatibility forms united, case folded, ё as е, one space."""
    plain = unicodedata.normalize("NFKC", text).casefold().replace("ё", "е")
    return " ".join(storable(plain).split())


def wording(article: Article) -> str:
    """Digest of title and text: tags hold for it alone, since their spans point into it."""
    words = f"{article.title}\0{article.text}".encode("utf-8", "backslashreplace")
    return hashlib.sha256(words).hexdigest()[:16]


def rank(article: Article) -> int:
    """What a reading is worth as the current one: usable before quarantined, text before headline only."""
    headline_only = "headline-only" in article.flags or not article.text
    return (0 if article.quarantine else 2) + (0 if headline_only else 1)


def dump_json(value: Mapping[str, object]) -> str:
    """A mapping as one line with sorted keys."""
    return json.dumps(value, ensure_ascii=True, sort_keys=True, default=str)


def load_json(text: str) -> dict[str, Any]:
    """The mapping in a column."""
    tree = json.loads(text)
    assert isinstance(tree, dict)
    return tree


def dump_article(article: Article) -> str:
    """An article as JSON."""
    return _adapter(Article).dump_json(article).decode()


def load_article(text: str, *, released: bool = False) -> Article:
    """The article in a column; a released one comes without its quarantine."""
    article: Article = _adapter(Article).validate_json(text)
    return replace(article, quarantine="") if released and article.quarantine else article


def dump_tags(tags: tuple[Tag, ...]) -> str:
    """Tags as JSON."""
    return _adapter(tuple[Tag, ...]).dump_json(tags).decode()


def load_tags(text: str) -> tuple[Tag, ...]:
    """The tags in a column."""
    tags: tuple[Tag, ...] = _adapter(tuple[Tag, ...]).validate_json(text)
    return tags


def dump_poll(poll: Poll) -> str:
    """A poll as JSON, without its documents: they are stored as such."""
    return _adapter(Poll).dump_json(replace(poll, documents=())).decode()


def load_poll(text: str) -> Poll:
    """The poll in a column."""
    poll: Poll = _adapter(Poll).validate_json(text)
    return poll


def dump_memory(memory: Memory) -> str:
    """A source's memory as JSON."""
    return _adapter(Memory).dump_json(memory).decode()


def load_memory(text: str) -> Memory:
    """The memory in a column."""
    memory: Memory = _adapter(Memory).validate_json(text)
    return memory


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter

    return TypeAdapter(kind)

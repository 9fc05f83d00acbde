"""Checks a brief against what was recorded when it was written, and against its sources."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefings import brief_json
from briefings.brief_types import Brief
from briefings.errors import InputError
from briefings.run.desk import Desk
from briefings.store import Find, IssueRecord


@dataclass(frozen=True)
class Verdict:
    """What was checked, and everything that differs."""

    name: str
    label: str
    version: int
    differences: tuple[str, ...]


def verify(desk: Desk, path: Path) -> Verdict:
    """Checks a PDF, HTML or JSON file of an issue. Raises ``InputError`` when it belongs to no recorded issue."""
    data = _bytes(path)
    record = _record(desk, path, data)
    brief = brief_json.load(record.data)
    return Verdict(
        record.name, record.label, record.version, tuple(_differences(desk, path, data, record, brief))
    )


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}.") from error


def _record(desk: Desk, path: Path, data: bytes) -> IssueRecord:
    """The issue that has a file of this name or with these bytes."""
    digest = hashlib.sha256(data).hexdigest()
    records = desk.store.issues()
    for record in records:
        if digest in record.files.values():
            return record
    for record in records:
        if path.name in record.files:
            return record
    raise InputError(f"{path}: no issue in {desk.store.url} has a file of this name or with these bytes.")


def _differences(desk: Desk, path: Path, data: bytes, record: IssueRecord, brief: Brief) -> Iterator[str]:
    from briefings.brief import check_verbatim

    digest = hashlib.sha256(data).hexdigest()
    if digest not in record.files.values():
        yield f"{path.name} has other bytes than those written on {record.created:%Y-%m-%d %H:%M} UTC."
    articles = desk.store.articles(Find(ids=tuple(r.article for r in brief.references)))
    held = {article.id: article for article in articles}
    for reference in brief.references:
        versions = {a.sha256 for a in desk.store.versions(reference.article)}
        if not versions:
            yield f"[{reference.n}] {reference.outlet}: the store no longer holds this article."
        elif reference.sha256 not in versions:
            yield f"[{reference.n}] {reference.outlet}: the store holds other bytes for this article."
    yield from check_verbatim(brief, held.values())
    if brief.manifest.get("configuration") != desk.config.digest:
        yield "The configuration has changed since: generating again may give another brief."


def faults(brief: Brief, desk: Desk) -> tuple[str, ...]:
    """Lines of a brief that its sources do not hold; there must be none."""
    from briefings.brief import check_verbatim

    return check_verbatim(brief, desk.store.articles(Find(ids=tuple(r.article for r in brief.references))))

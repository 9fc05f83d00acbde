"""Checks a brief against what was recorded when it was written, and against its sources.

Whether it would come out the same today is another question: a changed configuration makes no written issue untrue.
It is answered as a note, by composing the issue again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import cast

from briefings import brief_json
from briefings.brief_types import Brief
from briefings.errors import InputError
from briefings.run.desk import Desk
from briefings.run.issues.composing import as_version, composed, gathered, like, parts
from briefings.run.issues.differing import differing
from briefings.run.issues.periods import Asked, period_options
from briefings.store import Find, IssueRecord


@dataclass(frozen=True)
class Verdict:
    """What was checked, everything that differs, and what else there is to know."""

    name: str
    label: str
    version: int
    differences: tuple[str, ...]
    notes: tuple[str, ...] = ()
    """Nothing that is wrong with the file: whether the configuration of today would give another issue."""


def verify(desk: Desk, path: Path) -> Verdict:
    """Checks a PDF, HTML or JSON file of an issue. Raises ``InputError`` when it belongs to no recorded issue."""
    data = _bytes(path)
    record, drawn = _record(desk, path, data)
    brief = brief_json.load(record.data)
    foreign = _foreign(desk, path, data, record, brief) if drawn is None else ()
    differences = (*foreign, *_differences(desk, brief))
    notes = (drawn, *_today(desk, record, brief))
    return Verdict(record.name, record.label, record.version, differences, tuple(filter(None, notes)))


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}.") from error


def _record(desk: Desk, path: Path, data: bytes) -> tuple[IssueRecord, str | None]:
    """The issue that has a file with these bytes, and what there is to know of it; or one of this name and ``None``.

    An issue that is drawn anew changes its looks, not what it says: files that were handed out before stay its own.
    """
    digest = hashlib.sha256(data).hexdigest()
    records = {(r.name, r.label, r.version): r for r in desk.store.issues()}
    for record in records.values():
        if digest in record.files.values():
            return record, ""
    for line in desk.store.log_lines():
        if line.event in _HANDED_OUT and digest in cast("Sequence[str]", line.detail.get("files", ())):
            which = records[line.detail["brief"], line.detail["period"], line.detail["version"]]  # type: ignore[index]
            return which, _HANDED_OUT[line.event].format(at=line.at)
    for record in records.values():
        if path.name in record.files:
            return record, None
    raise InputError(
        f"{path}: no issue in {desk.store.url} has a file of this name or with these bytes: verify it where it was"
        " written, or name that project's configuration with -c."
    )


_HANDED_OUT = {
    "generate": "Written on {at:%Y-%m-%d %H:%M} UTC; the issue has been drawn anew since.",
    "send": "An edition for readers, first sent on {at:%Y-%m-%d %H:%M} UTC.",
}
"""What is said of a file whose digest stands in the log: by event."""


def _foreign(desk: Desk, path: Path, data: bytes, record: IssueRecord, brief: Brief) -> tuple[str, ...]:
    """That the bytes are not ours, and what they say otherwise."""
    first = f"{path.name} has other bytes than those written on {record.created:%Y-%m-%d %H:%M} UTC."
    return first, *differing(desk, path, data, brief)


def _differences(desk: Desk, brief: Brief) -> Iterator[str]:
    from briefings.brief import check_verbatim

    articles = desk.store.articles(Find(ids=tuple(r.article for r in brief.references)))
    held = {article.id: article for article in articles}
    for reference in brief.references:
        versions = {a.sha256 for a in desk.store.versions(reference.article)}
        if not versions:
            yield f"[{reference.n}] {reference.outlet}: the store no longer holds this article."
        elif reference.sha256 not in versions:
            yield f"[{reference.n}] {reference.outlet}: the store holds other bytes for this article."
    yield from check_verbatim(brief, held.values())


def _today(desk: Desk, record: IssueRecord, brief: Brief) -> Iterator[str]:
    """What the changed configuration would change in the issue."""
    if brief.manifest.get("configuration") == desk.config.digest:
        return
    since = "The configuration has changed since"
    if record.name not in desk.config.settings.briefs:
        yield f"{since}: it has no brief '{record.name}' any more."
        return
    other = parts(brief, _again(desk, record, brief))
    if other:
        yield f"{since}: generating again would write another version; these parts differ: {', '.join(other)}."
    else:
        yield f"{since}, but generating again would give the same issue."


def _again(desk: Desk, record: IssueRecord, brief: Brief) -> Brief:
    """The same version of the issue, composed from the store and the configuration as they are now."""
    settings = desk.config.brief(record.name)[1]
    period = Asked.labelled(record.label).resolve(desk.now, period_options(settings))
    inputs, _ = gathered(desk, record.name, settings, period)
    inputs = replace(inputs, cutoff=datetime.fromisoformat(brief.period.cutoff))
    return composed(as_version(like(inputs, brief), desk.store.issues(record.name), record.version))


def faults(brief: Brief, desk: Desk) -> tuple[str, ...]:
    """Lines of a brief that its sources do not hold; there must be none."""
    from briefings.brief import check_verbatim

    return check_verbatim(brief, desk.store.articles(Find(ids=tuple(r.article for r in brief.references))))

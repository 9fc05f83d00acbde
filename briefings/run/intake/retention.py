"""Retention: what the configuration keeps no longer is removed; what an issue cites stays for as long as the issue."""

from __future__ import annotations

from datetime import datetime, timedelta

from briefings import brief_json
from briefings.run.desk import Desk
from briefings.store import Pruned


def prune(desk: Desk, *, dry: bool = False) -> Pruned:
    """Removes what ``retention`` in the configuration names; with ``dry`` only counts it."""
    rules = desk.config.settings.retention
    documents, polls = _before(desk, rules.documents), _before(desk, rules.polls)
    if documents is None and polls is None:
        return Pruned()
    pruned = desk.store.prune(documents, polls, cited(desk), dry=dry)
    if not dry and pruned != Pruned():
        detail = {"documents": pruned.documents, "files": pruned.files, "polls": pruned.polls}
        desk.store.log("prune", detail, desk.now)
    return pruned


def cited(desk: Desk) -> frozenset[str]:
    """SHA-256 of every document that a version of an issue refers to."""
    issues = desk.store.issues()
    return frozenset(r.sha256 for issue in issues for r in brief_json.load(issue.data).references)


def _before(desk: Desk, days: int) -> datetime | None:
    return desk.now - timedelta(days=days) if days else None

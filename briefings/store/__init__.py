"""Beside the pipeline: what was collected, read, grouped and issued.

``open_store`` gives a ``Store``; its contract is in ``protocol.py``, the one implementation (SQLite and
PostgreSQL through SQLAlchemy Core) in ``sql.py``.
"""

from __future__ import annotations

from briefings.store.protocol import Added, Edit, Find, IssueRecord, LogLine, Pruned, Store

__all__ = ["Added", "Edit", "Find", "IssueRecord", "LogLine", "Pruned", "Store", "open_store"]


def open_store(url: str) -> Store:
    """Open the store at ``sqlite:///path`` or ``postgresql://...``; make it or bring its tables up to date.

    Raises ``StoreError`` with one sentence when it cannot be used: locked, full disk, read-only, no database,
    written by a newer version.
    """
    from briefings.store.sql import SqlStore

    return SqlStore.open(url)

"""What was done: issues, the outbox, edits by a person's hand, the log, odds and ends."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime

import sqlalchemy as sa

from briefings.errors import StoreError
from briefings.store import codec
from briefings.store import tables as t
from briefings.store.engine import reading, writing
from briefings.store.part import Part
from briefings.store.protocol import Edit, IssueRecord, LogLine
from briefings.store.rows import to_edit, to_issue
from briefings.types import Queued


class Records(Part):
    """Issues, outbox, edits and log; see ``protocol.Store``."""

    def put_issue(self, issue: IssueRecord) -> None:
        """Keep an issue; the same version twice must be the same bytes, and may add files of other formats."""
        row = {
            "name": issue.name,
            "label": issue.label,
            "version": issue.version,
            "created": codec.moment(issue.created),
            "data": issue.data,
            "files": codec.dump_json(issue.files),
        }
        with writing(self._engine) as connection:
            if self._insert_new(connection, t.issues, [row]):
                return
            held = connection.execute(
                sa.select(t.issues.c.data, t.issues.c.files).where(*_is_issue(issue))
            ).first()
            if held is not None and bytes(held.data) == issue.data:
                files = codec.dump_json({**codec.load_json(held.files), **issue.files})
                connection.execute(sa.update(t.issues).where(*_is_issue(issue)).values(files=files))
                return
        which = f"{issue.name} {issue.label} v{issue.version}"
        raise StoreError(f"The issue {which} is in the store with other content; write a new version.")

    def issues(self, name: str = "", label: str = "") -> tuple[IssueRecord, ...]:
        """Issues by (name, label, version)."""
        query = sa.select(t.issues).order_by(t.issues.c.name, t.issues.c.label, t.issues.c.version)
        if name:
            query = query.where(t.issues.c.name == name)
        if label:
            query = query.where(t.issues.c.label == label)
        with reading(self._engine) as connection:
            return tuple(to_issue(row) for row in connection.execute(query))

    def enqueue(self, copies: Sequence[Queued]) -> None:
        """Put copies into the outbox."""
        with writing(self._engine) as connection:
            self._insert_new(connection, t.outbox, [asdict(copy) for copy in copies])

    def outbox(self, mailing: str = "") -> tuple[Queued, ...]:
        """Copies of one mailing, or all."""
        query = sa.select(t.outbox).order_by(t.outbox.c.mailing, t.outbox.c.recipient)
        if mailing:
            query = query.where(t.outbox.c.mailing == mailing)
        with reading(self._engine) as connection:
            return tuple(Queued(**row) for row in connection.execute(query).mappings())

    def settle(self, copy: Queued) -> None:
        """Replace a copy's state, answer and attempts."""
        with writing(self._engine) as connection:
            connection.execute(sa.update(t.outbox).where(t.outbox.c.id == copy.id), asdict(copy))

    def add_edit(
        self, kind: str, subject: str, payload: Mapping[str, object], author: str, at: datetime
    ) -> Edit:
        """Keep what a person set."""
        row = {"kind": kind, "subject": subject, "payload": codec.dump_json(payload), "author": author}
        row |= {"at": codec.moment(at)}
        with writing(self._engine) as connection:
            done = connection.execute(sa.insert(t.edits).values(**row, undone=False))
            number = done.inserted_primary_key[0] if done.inserted_primary_key else 0
        return Edit(number, kind, subject, payload, author, at)

    def edits(self, kind: str = "", subject: str = "", *, undone: bool | None = False) -> tuple[Edit, ...]:
        """Edits in the order in which they were made."""
        query = sa.select(t.edits).order_by(t.edits.c.id)
        if kind:
            query = query.where(t.edits.c.kind == kind)
        if subject:
            query = query.where(t.edits.c.subject == subject)
        if undone is not None:
            query = query.where(t.edits.c.undone.is_(undone))
        with reading(self._engine) as connection:
            return tuple(to_edit(row) for row in connection.execute(query))

    def undo_edit(self, edit_id: int) -> bool:
        """Mark an edit as taken back."""
        query = sa.update(t.edits).where(t.edits.c.id == edit_id, t.edits.c.undone.is_(False))
        with writing(self._engine) as connection:
            return connection.execute(query.values(undone=True)).rowcount == 1

    def log(self, event: str, detail: Mapping[str, object], at: datetime) -> None:
        """Append a line to the log."""
        row = {"at": codec.moment(at), "event": event, "detail": codec.dump_json(detail)}
        with writing(self._engine) as connection:
            connection.execute(sa.insert(t.log).values(**row))

    def log_lines(self, event: str = "") -> tuple[LogLine, ...]:
        """The log in order."""
        query = sa.select(t.log).order_by(t.log.c.id)
        if event:
            query = query.where(t.log.c.event == event)
        with reading(self._engine) as connection:
            return tuple(
                LogLine(row.id, codec.parse_moment(row.at), row.event, codec.load_json(row.detail))
                for row in connection.execute(query)
            )

    def meta(self, key: str) -> str | None:
        """A remembered value."""
        with reading(self._engine) as connection:
            return connection.scalar(sa.select(t.meta.c.value).where(t.meta.c.key == key))

    def put_meta(self, key: str, value: str) -> None:
        """Remember a value."""
        with writing(self._engine) as connection:
            self._upsert(connection, t.meta, ("key",), [{"key": key, "value": value}])


def _is_issue(issue: IssueRecord) -> Iterable[sa.ColumnElement[bool]]:
    same = (t.issues.c.name == issue.name, t.issues.c.label == issue.label)
    return itertools.chain(same, (t.issues.c.version == issue.version,))

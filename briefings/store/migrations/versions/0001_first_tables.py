"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table."""
    _raw("wholes")
    _raw("documents")
    op.create_table("readings", _document(primary_key=True), _text("reader"))
    _articles()
    op.create_table("releases", sa.Column("article", sa.String(64), primary_key=True))
    op.create_table(
        "tags",
        sa.Column("article", sa.String(64), nullable=False),
        sa.Column("watch", sa.String(64), nullable=False),
        sa.Column("wording", sa.String(16), nullable=False),
        _text("payload"),
        sa.PrimaryKeyConstraint("article", "watch"),
    )
    op.create_table("story_ids", sa.Column("article", sa.String(64), primary_key=True), _text("story"))
    _issues()
    _polls()
    _edits()
    op.create_table("log", _number(), _time("at"), _text("event"), _text("detail"))
    op.create_table("meta", sa.Column("key", sa.Text, primary_key=True), _text("value"))


def _raw(name: str) -> None:
    op.create_table(
        name,
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("raw", sa.LargeBinary, nullable=False),
        sa.Column("packed", sa.Boolean, nullable=False),
        _text("media_type"),
        sa.Column("url", sa.Text),
        _text("path"),
        _text("source"),
        _text("container"),
        _text("headers"),
        _time("retrieved"),
    )


def _articles() -> None:
    op.create_table(
        "articles",
        sa.Column("id", sa.String(64), nullable=False),
        _document(primary_key=False),
        _time("retrieved"),
        sa.Column("start_day", sa.String(10)),
        sa.Column("end_day", sa.String(10)),
        _text("language"),
        sa.Column("url", sa.Text),
        *[_text(name) for name in ("publisher", "title", "quarantine")],
        sa.Column("wording", sa.String(16), nullable=False),
        sa.Column("rank", sa.Integer, nullable=False),
        _text("folded"),
        _text("payload"),
        sa.PrimaryKeyConstraint("id", "sha256"),
    )
    op.create_index("articles_days", "articles", ["start_day", "end_day"])
    op.create_index("articles_document", "articles", ["sha256"])


def _issues() -> None:
    op.create_table(
        "issues",
        _text("name"),
        _text("label"),
        sa.Column("version", sa.Integer, nullable=False),
        _time("created"),
        sa.Column("data", sa.LargeBinary, nullable=False),
        _text("files"),
        sa.PrimaryKeyConstraint("name", "label", "version"),
    )


def _polls() -> None:
    op.create_table(
        "polls",
        _text("source"),
        _time("at"),
        _text("payload"),
        sa.PrimaryKeyConstraint("source", "at"),
    )
    op.create_index("polls_at", "polls", ["at"])
    op.create_table("memories", sa.Column("source", sa.Text, primary_key=True), _text("payload"))


def _edits() -> None:
    op.create_table(
        "edits",
        _number(),
        *[_text(name) for name in ("kind", "subject", "payload", "author")],
        _time("at"),
        sa.Column("undone", sa.Boolean, nullable=False),
    )
    op.create_index("edits_subject", "edits", ["kind", "subject"])


def _document(*, primary_key: bool) -> sa.Column[str]:
    owner = sa.ForeignKey("documents.sha256", ondelete="CASCADE")
    return sa.Column("sha256", sa.String(64), owner, primary_key=primary_key, nullable=False)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _time(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(32), nullable=False)


def _number() -> sa.Column[int]:
    return sa.Column("id", sa.Integer, primary_key=True, autoincrement=True)

"""The tables, as the newest migration leaves them (a test compares both).

Times are ISO 8601 text in UTC and days ISO text, so that both databases sort and compare them alike.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
)

metadata = MetaData()

# Files that documents were split from.
wholes = Table(
    "wholes",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("raw", LargeBinary, nullable=False),
    Column("packed", Boolean, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("url", Text),
    Column("path", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("container", Text, nullable=False),
    Column("headers", Text, nullable=False),
    Column("retrieved", String(32), nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("raw", LargeBinary, nullable=False),
    Column("packed", Boolean, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("url", Text),
    Column("path", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("container", Text, nullable=False),
    Column("headers", Text, nullable=False),
    Column("retrieved", String(32), nullable=False),
)

# What retention removed: a feed that still lists it does not bring it back.
removed = Table("removed", metadata, Column("sha256", String(64), primary_key=True))

# Which reader read a document last, also when it found no article in it.
readings = Table(
    "readings",
    metadata,
    Column("sha256", String(64), ForeignKey("documents.sha256", ondelete="CASCADE"), primary_key=True),
    Column("reader", Text, nullable=False),
)

articles = Table(
    "articles",
    metadata,
    Column("id", String(64), nullable=False),
    Column("sha256", String(64), ForeignKey("documents.sha256", ondelete="CASCADE"), nullable=False),
    Column("retrieved", String(32), nullable=False),
    Column("start_day", String(10)),
    Column("end_day", String(10)),
    Column("language", Text, nullable=False),
    Column("url", Text),
    Column("publisher", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("quarantine", Text, nullable=False),
    Column("wording", String(16), nullable=False),
    Column("rank", Integer, nullable=False),
    Column("folded", Text, nullable=False),
    Column("payload", Text, nullable=False),
    PrimaryKeyConstraint("id", "sha256"),
    Index("articles_days", "start_day", "end_day"),
    Index("articles_document", "sha256"),
)

releases = Table("releases", metadata, Column("article", String(64), primary_key=True))

tags = Table(
    "tags",
    metadata,
    Column("article", String(64), nullable=False),
    Column("watch", String(64), nullable=False),
    Column("wording", String(16), nullable=False),
    Column("payload", Text, nullable=False),
    PrimaryKeyConstraint("article", "watch"),
)

story_ids = Table(
    "story_ids",
    metadata,
    Column("article", String(64), primary_key=True),
    Column("story", Text, nullable=False),
)

issues = Table(
    "issues",
    metadata,
    Column("name", Text, nullable=False),
    Column("label", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("created", String(32), nullable=False),
    Column("data", LargeBinary, nullable=False),
    Column("files", Text, nullable=False),
    PrimaryKeyConstraint("name", "label", "version"),
)

polls = Table(
    "polls",
    metadata,
    Column("source", Text, nullable=False),
    Column("at", String(32), nullable=False),
    Column("payload", Text, nullable=False),
    PrimaryKeyConstraint("source", "at"),
    Index("polls_at", "at"),
)

memories = Table(
    "memories",
    metadata,
    Column("source", Text, primary_key=True),
    Column("payload", Text, nullable=False),
)

edits = Table(
    "edits",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("payload", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("at", String(32), nullable=False),
    Column("undone", Boolean, nullable=False),
    Index("edits_subject", "kind", "subject"),
)

log = Table(
    "log",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("at", String(32), nullable=False),
    Column("event", Text, nullable=False),
    Column("detail", Text, nullable=False),
)

meta = Table(
    "meta",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", Text, primary_key=True),
    Column("mailing", Text, nullable=False),
    Column("recipient", Text, nullable=False),
    Column("state", String(16), nullable=False),
    Column("answer", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Index("outbox_mailing", "mailing"),
)

# Marks of paragraphs: what an outlet repeats under several titles is not the article's own.
blocks = Table(
    "blocks",
    metadata,
    Column("outlet", Text, nullable=False),
    Column("mark", String(16), nullable=False),
    Column("title", String(16), nullable=False),
    Column("sha256", String(64), ForeignKey("documents.sha256"), nullable=False),
    PrimaryKeyConstraint("outlet", "mark", "title", "sha256"),
    Index("blocks_document", "sha256"),
)

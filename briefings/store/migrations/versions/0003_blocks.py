"""Marks of paragraphs, by outlet."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the table that tells which paragraphs an outlet repeats."""
    op.create_table(
        "blocks",
        sa.Column("outlet", sa.Text, nullable=False),
        sa.Column("mark", sa.String(16), nullable=False),
        sa.Column("title", sa.String(16), nullable=False),
        sa.Column("sha256", sa.String(64), sa.ForeignKey("documents.sha256"), nullable=False),
        sa.PrimaryKeyConstraint("outlet", "mark", "title", "sha256"),
    )
    op.create_index("blocks_document", "blocks", ["sha256"])

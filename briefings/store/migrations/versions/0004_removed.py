"""What retention removed, by its digest alone."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the table that keeps a feed from bringing back what was removed."""
    op.create_table("removed", sa.Column("sha256", sa.String(64), primary_key=True))

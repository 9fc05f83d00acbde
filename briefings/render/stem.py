"""File names: ASCII, no spaces, sortable, the version and the label always in them."""

from __future__ import annotations

import re
import unicodedata

from briefings.brief_types import Brief
from briefings.render.tlp import mark


def file_stem(brief: Brief) -> str:
    """``central-asia_2024-W48_v1_TLP-GREEN_en``. Raises ``RenderError`` for a label that is no TLP 2.0 label."""
    parts = (
        brief.brief.name,
        brief.period.week,
        f"v{brief.version}",
        mark(brief.brief.tlp).slug,
        brief.brief.language,
    )
    return "_".join(_ascii(part) for part in parts)


def _ascii(part: str) -> str:
    bare = unicodedata.normalize("NFKD", part).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9-]+", "-", bare).strip("-") or "brief"

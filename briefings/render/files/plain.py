"""The data edition: ``brief.json``."""

from __future__ import annotations

from pathlib import Path

from briefings.brief_json import dump
from briefings.brief_types import Brief
from briefings.render.page.html import RenderOptions


def brief_json(brief: Brief, templates: Path | None, options: RenderOptions) -> bytes:  # noqa: ARG001 -- a renderer's shape
    """The brief, key for key."""
    return dump(brief)

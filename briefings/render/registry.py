"""The renderers by format: built-ins and plug-ins come through the same door.

A renderer is a callable named in the entry-point group ``briefings.renderers`` under its format.
"""

from __future__ import annotations

from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Final, Protocol

from briefings.brief_types import Brief
from briefings.errors import UsageError
from briefings.render.page.html import RenderOptions

GROUP: Final = "briefings.renderers"
ENDINGS: Final = {"archive": "_archive.pdf"}
"""How a file name ends where it is not the format's own name."""
MEDIA_TYPES: Final = {
    "archive": "application/pdf",
    "pdf": "application/pdf",
    "html": "text/html",
    "json": "application/json",
    "eml": "message/rfc822",
    "ics": "text/calendar",
    "csv": "text/csv",
    "md": "text/markdown",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


class Renderer(Protocol):
    """Turns a brief into the bytes of one file.

    It gets the brief, the user's folder of templates (``None`` for ours) and the layout options; it reads no clock,
    no network and no other file, and gives the same bytes for the same arguments. It raises ``RenderError``.
    """

    def __call__(self, brief: Brief, templates: Path | None, options: RenderOptions, /) -> bytes:
        """The file."""
        ...


def formats() -> tuple[str, ...]:
    """Every known format, sorted."""
    return tuple(sorted(_found()))


def renderer(name: str) -> Renderer:
    """The renderer of a format. Raises ``UsageError`` that lists the known ones."""
    found = _found()
    if name not in found:
        raise UsageError(f"There is no format '{name}'. Known formats: {', '.join(sorted(found))}.")
    loaded: Renderer = found[name].load()
    return loaded


def _found() -> dict[str, EntryPoint]:
    return {point.name: point for point in entry_points(group=GROUP)}

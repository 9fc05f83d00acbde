"""Brief -> files: the looks. Knows the cargo, not the analysis.

``render`` fills one family of templates and prints it; ``brief.json`` is all that a renderer needs.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from briefings.brief_types import Brief
from briefings.render.index import Listed, index
from briefings.render.page.html import RenderOptions
from briefings.render.paper.pages import page_count, pages_filled
from briefings.render.registry import ENDINGS, MEDIA_TYPES, Renderer, formats, renderer
from briefings.render.stem import file_stem
from briefings.render.tlp import MARKS, Mark, mark
from briefings.types import Artifact

__all__ = [
    "MARKS",
    "MEDIA_TYPES",
    "Listed",
    "Mark",
    "RenderOptions",
    "Renderer",
    "file_stem",
    "formats",
    "index",
    "mark",
    "page_count",
    "pages_filled",
    "render",
]

_PLAIN = RenderOptions()


def render(
    brief: Brief,
    formats: Sequence[str] = ("pdf", "html", "json"),
    templates: Path | None = None,
    options: RenderOptions = _PLAIN,
) -> tuple[Artifact, ...]:
    """The files of an issue, in the order of ``formats``.

    ``templates`` is the user's folder, whose files replace ours by name. Raises ``UsageError`` for an unknown format
    and ``RenderError`` for a wrong TLP label, a faulty template or a failing PDF engine.
    """
    mark(brief.brief.tlp)
    stem, writers = file_stem(brief), [(name, renderer(name)) for name in formats]
    return tuple(
        Artifact(
            stem + ENDINGS.get(name, f".{name}"),
            MEDIA_TYPES.get(name, "application/octet-stream"),
            write(brief, templates, options),
        )
        for name, write in writers
    )

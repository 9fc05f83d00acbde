"""The HTML edition: one file that needs nothing else; and the same page laid out for paper."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from briefings.brief_types import Brief
from briefings.render.inert import inert
from briefings.render.language.bidi import ordered
from briefings.render.page.context import context
from briefings.render.page.environment import fill
from briefings.render.page.fonts import with_fonts
from briefings.render.tlp import marked


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """How pages are laid out."""

    paper: Literal["A4", "Letter"] = "A4"
    """Size of the printed page."""
    template: str = "brief"
    """The file that draws it, without ``.html.j2``: ours, or one of the user's folder."""


def page(brief: Brief, edition: str, templates: Path | None, options: RenderOptions) -> str:
    """The page of an edition (``html`` or ``pdf``) as text."""
    name = f"{options.template}.html.j2"
    drawn = fill(name, context(inert(brief), edition, options.paper), templates)
    return ordered(marked(drawn, brief.brief.tlp, name), brief.brief.language)


def html(brief: Brief, templates: Path | None, options: RenderOptions) -> bytes:
    """The self-contained HTML file."""
    return with_fonts(page(brief, "html", templates, options)).encode()

"""What a parser finds in a document, before it is judged."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefings.types import Basis

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(frozen=True, slots=True)
class Draft:
    """One article as its page shows it; the same for every format."""

    title: str = ""
    paragraphs: tuple[str, ...] = ()
    header_lines: tuple[str, ...] = ()
    """Short lines above the text: section, date line, outlet."""
    credits: tuple[str, ...] = ()
    """What was cut from the text since it is about it: ``The post … appeared first on …``, legal labels."""
    author: str | None = None
    given: str = ""
    """Date as the format states it."""
    given_basis: Basis = "given"
    url: str | None = None
    """Address that the document states of itself."""
    site: str = ""
    """Outlet that the document names as its own."""
    language: str = ""
    section: str = ""
    format: str = ""
    html: str = ""
    tree: _Element | None = None
    basis: dict[str, str] = field(default_factory=dict)
    flags: tuple[str, ...] = ()

"""The PDF edition: tagged, bookmarked, fonts embedded, the same bytes for the same brief.

WeasyPrint is given a fetcher that knows ``data:`` only, so that a template or a stranger's text can reach neither the
network nor a file.
"""

from __future__ import annotations

from pathlib import Path

from briefings.brief_types import Brief
from briefings.errors import RenderError
from briefings.render.html import RenderOptions, page


def pdf(brief: Brief, templates: Path | None, options: RenderOptions) -> bytes:
    """The PDF for readers (PDF/UA-1). Raises ``RenderError`` when the engine is missing or fails."""
    return print_page(page(brief, "pdf", templates, options), "pdf/ua-1")


def print_page(source: str, variant: str) -> bytes:
    """Paper from a page. ``variant`` is one of WeasyPrint's PDF variants."""
    try:
        from weasyprint import HTML
        from weasyprint.urls import URLFetcher
    except OSError as error:
        raise RenderError(f"The PDF engine needs the Pango library: run `make setup` ({error}).") from error
    fetcher = URLFetcher(allowed_protocols=("data",))
    data: bytes = HTML(string=source, url_fetcher=fetcher).write_pdf(pdf_variant=variant, pdf_tags=True)
    return data

"""The PDF edition: tagged, bookmarked, fonts embedded, the same bytes for the same brief.

WeasyPrint is given a fetcher that knows ``data:`` only, so that a template or a stranger's text can reach neither the
network nor a file.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from briefings.brief_json import dump
from briefings.brief_types import Brief
from briefings.errors import RenderError
from briefings.pause import collector_paused
from briefings.render.glyphs import listening, without
from briefings.render.html import RenderOptions, page
from briefings.render.paper import for_paper
from briefings.render.pdf_tags import finish


def pdf(brief: Brief, templates: Path | None, options: RenderOptions) -> bytes:
    """The PDF for readers (PDF/UA-1). Raises ``RenderError`` when the engine is missing or fails."""
    return _printed(brief, templates, options, "pdf/ua-1")


def archive(brief: Brief, templates: Path | None, options: RenderOptions) -> bytes:
    """The PDF for the archive (PDF/A-3a) with ``brief.json``, and so the manifest, attached."""
    stamp = datetime.fromisoformat(brief.period.cutoff)
    attachment = Attachment("brief.json", dump(brief), "The brief and its manifest as data", stamp)
    return _printed(brief, templates, options, "pdf/a-3a", attachment)


def _printed(
    brief: Brief,
    templates: Path | None,
    options: RenderOptions,
    variant: str,
    attachment: Attachment | None = None,
) -> bytes:
    """The brief on paper; what no font here can print is taken out, and the coverage box says so."""
    first = print_page(page(brief, "pdf", templates, options), variant, attachment)
    if not first.missing:
        return first.data
    return print_page(
        page(without(brief, first.missing), "pdf", templates, options), variant, attachment
    ).data


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside the PDF."""

    name: str
    data: bytes
    description: str
    stamp: datetime
    """Aware; stated as its date, so that the bytes stay the same."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF, and the letters that no installed font has."""

    data: bytes
    missing: frozenset[str]


def print_page(source: str, variant: str, attachment: Attachment | None = None) -> Printed:
    """Paper from a page. ``variant`` is one of WeasyPrint's PDF variants. Raises ``RenderError``."""
    try:
        import weasyprint
        from weasyprint.urls import URLFetcher
    except OSError as error:
        raise RenderError(f"The PDF engine needs the Pango library: run `make setup` ({error}).") from error
    fetcher = URLFetcher(allowed_protocols=("data",))
    attached = [_attached(attachment, fetcher)] if attachment else None
    with listening() as missing, collector_paused():
        data: bytes = weasyprint.HTML(string=for_paper(source), url_fetcher=fetcher).write_pdf(
            pdf_variant=variant, pdf_tags=True, attachments=attached, finisher=finish
        )
    return Printed(data, frozenset(missing))


def _attached(attachment: Attachment, fetcher: object) -> object:
    import weasyprint

    return weasyprint.Attachment(
        file_obj=io.BytesIO(attachment.data),
        name=attachment.name,
        description=attachment.description,
        created=attachment.stamp,
        modified=attachment.stamp,
        relationship="Source",
        url_fetcher=fetcher,
    )

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
from briefings.render.page.environment import only_ours
from briefings.render.page.html import RenderOptions, page
from briefings.render.paper.glyphs import PICTURE, listening, unpictured, without
from briefings.render.paper.pdf_tags import finish
from briefings.render.paper.prepared import for_paper


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
    xml = only_ours(templates)
    source = page(brief, "pdf", templates, options)
    if PICTURE.search(source):
        brief = unpictured(brief)
        source = page(brief, "pdf", templates, options)
    first = print_page(source, variant, attachment, xml=xml)
    if not first.missing:
        return first.data
    source = page(without(brief, first.missing), "pdf", templates, options)
    return print_page(source, variant, attachment, xml=xml).data


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


def print_page(
    source: str, variant: str, attachment: Attachment | None = None, *, xml: bool = False
) -> Printed:
    """Paper from a page. ``variant`` is one of WeasyPrint's PDF variants. Raises ``RenderError``.

    ``xml``: the page means the same as HTML and as XML, as those of our own templates do; it is then read faster.
    """
    try:
        from briefings.render.paper.engine import Sheet, fonts_for
    except OSError as error:
        raise RenderError(f"The PDF engine needs the Pango library: run `make setup` ({error}).") from error
    with listening() as missing, collector_paused():
        sheet = Sheet(for_paper(source), xml=xml)
        data: bytes = sheet.write_pdf(
            pdf_variant=variant,
            pdf_tags=True,
            attachments=[_attached(attachment, sheet.url_fetcher)] if attachment else None,
            finisher=finish,
            font_config=fonts_for(source),
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

"""How many pages a PDF has, and how full the last one is."""

from __future__ import annotations

import re
from io import BytesIO

_PIXEL = 0.75
"""Points; the engine places text in CSS pixels, from the top."""
_TOP, _FOOT = 83.2, 71.8
"""Pixels of a page that are header and footer: 22 and 19 mm (``brief.css``)."""
_PLACE = re.compile(rb"([\d.]+) Tm\b")


def page_count(pdf: bytes) -> int:
    """Pages of a PDF. Raises ``ValueError`` for bytes that are none."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        return PdfReader(BytesIO(pdf)).get_num_pages()
    except PyPdfError as error:
        raise ValueError(f"these bytes are no PDF with pages: {error}") from error


def pages_filled(pdf: bytes) -> float:
    """Pages of a PDF of ours, the last one as far down as its text reaches: 7.25 for a quarter of the eighth."""
    from pypdf import PdfReader

    pages = PdfReader(BytesIO(pdf)).pages
    last = pages[len(pages) - 1]
    contents, bottom = last.get_contents(), float(last.mediabox.height) / _PIXEL - _FOOT
    places = [float(y) for y in _PLACE.findall(b"" if contents is None else contents.get_data())]
    reached = max((y for y in places if y < bottom), default=bottom)
    return len(pages) - 1 + min(max((reached - _TOP) / (bottom - _TOP), 0.0), 1.0)

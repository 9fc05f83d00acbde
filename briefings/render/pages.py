"""How many pages a PDF has."""

from __future__ import annotations

from io import BytesIO


def page_count(pdf: bytes) -> int:
    """Pages of a PDF. Raises ``ValueError`` for bytes that are none."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        return PdfReader(BytesIO(pdf)).get_num_pages()
    except PyPdfError as error:
        raise ValueError(f"these bytes are no PDF with pages: {error}") from error

"""Pages of a PDF."""

from __future__ import annotations

import pytest

from briefings.render import page_count
from briefings.render.paper.pdf import print_page


@pytest.mark.parametrize("pages", [1, 2, 11, 40])
def test_pages_are_counted(pages: int) -> None:
    breaks = "".join(f"<p style='break-after: page'>Page {n}</p>" for n in range(1, pages))
    source = f"<!doctype html><html lang=en><title>T</title><body>{breaks}<p>The end</p></body></html>"
    assert page_count(print_page(source, "pdf/ua-1").data) == pages


def test_other_bytes_are_no_pdf() -> None:
    with pytest.raises(ValueError, match="no PDF"):
        page_count(b"%PDF-1.7 nothing")

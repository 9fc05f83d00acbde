"""A PDF of an article: its lines joined to paragraphs again, without what every page repeats."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefings.reading.decode import unescape
from briefings.reading.draft import Draft
from briefings.reading.scrape import parse_text

MOST_PAGES = 60
"""Pages that are read; longer documents are books."""
MISSING = "a PDF, which needs the pypdf library to be read"
BROKEN = "a PDF that cannot be opened: damaged, or locked with a password"
_FULL = 0.85
"""Share of the widest line from which a line goes on in the next one even after a full stop."""
_ENDS = re.compile(r"[.!?…։۔؟][\"'”’»)]*$")
_NUMBER = re.compile(r"\W*(?:page|стр\w*|صفحه)?\W*\d{1,4}(?:\s*(?:/|of|из|از)\s*\d{1,4})?\W*", re.IGNORECASE)


def parse_pdf(raw: bytes) -> Draft:
    """The article in a PDF; an empty draft whose flag says why when there is none."""
    try:
        pages, title = _read(raw)
    except ImportError:
        return Draft(flags=("unreadable", MISSING))
    except Exception:  # noqa: BLE001 (damaged files make the library raise a dozen kinds of error)
        return Draft(flags=("unreadable", BROKEN))
    draft = parse_text("\n\n".join(joined(without_furniture(pages))))
    stated = title if len(title.split()) >= 3 else ""
    return replace(draft, title=stated or draft.title, basis={"text": "text of the PDF"})


def _read(raw: bytes) -> tuple[list[list[str]], str]:
    """(lines of each page, stated title)."""
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is wrong with it is ours to say
    reader = PdfReader(io.BytesIO(raw))
    pages = [unescape(page.extract_text()).split("\n") for page in reader.pages[:MOST_PAGES]]
    title = reader.metadata.title if reader.metadata else ""
    return [[" ".join(line.split()) for line in page if line.strip()] for page in pages], unescape(
        title or ""
    )


def without_furniture(pages: Sequence[Sequence[str]]) -> list[str]:
    """The lines without page numbers and without what stands on most pages."""
    on = Counter(line for page in pages for line in {_NUMBER.sub("", line) for line in page})
    often = max(2, (len(pages) + 1) // 2)
    return [
        line
        for page in pages
        for line in page
        if not _NUMBER.fullmatch(line) and (len(pages) < 2 or on[_NUMBER.sub("", line)] < often)
    ]


def joined(lines: Sequence[str]) -> Iterator[str]:
    """The paragraphs that lines of one width were broken from; a hyphen at a line's end is taken out."""
    width = max(map(len, lines), default=0)
    paragraph = ""
    for line in lines:
        paragraph = _continued(paragraph, line)
        if len(line) < _FULL * width and (
            _ENDS.search(line) or len(line) < width / 2 or len(paragraph) == len(line)
        ):
            yield paragraph
            paragraph = ""
    if paragraph:
        yield paragraph


def _continued(paragraph: str, line: str) -> str:
    if re.search(r"\w-$", paragraph) and line[:1].islower():
        return paragraph[:-1] + line
    return f"{paragraph} {line}".strip()

"""What a file says: its words and links, read in a process that a stranger's file may cost."""

from __future__ import annotations

import hashlib
import io
import logging
import zipfile
from collections.abc import Callable, Iterator, Mapping
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from briefings.run.intake.bounded import STOCK, Bounded, Limits, Lost, lost, renew

if TYPE_CHECKING:
    from pypdf import PdfReader

_LIMITS = Limits(seconds=60, memory=900_000_000)
"""A brief of two hundred pages takes ten."""


def said(data: bytes, kind: str) -> tuple[str, ...] | Lost:
    """The words of a file in their order, then where its links lead and what is attached to it.

    ``kind`` is the ending of its name: ``pdf``, ``html``, ``docx``; any other is read as plain text.
    """
    process = Bounded(_serve, (kind, _LIMITS), STOCK, _LIMITS)
    try:
        process.line.send_bytes(data)
        if not process.line.poll(_LIMITS.patience):
            return Lost("keeps its reader waiting")
        answer: tuple[str, ...] | Lost = process.line.recv()
    except (EOFError, OSError):
        return process.fallen() or Lost("was being read when the system ended the reader")
    finally:
        process.end()
    return answer


def _serve(line: Connection, kind: str, limits: Limits) -> None:
    """The process's life: one file in, its words out."""
    data = line.recv_bytes()
    logging.disable()  # what a library thinks of the file is nobody's concern
    renew(limits)
    try:
        answer: tuple[str, ...] | Lost = tuple(_READ.get(kind, _text)(data))
    except Exception as error:  # noqa: BLE001 (whatever a file does to its reader, it costs itself alone)
        answer = lost(error, limits)
    line.send(answer)


def _text(data: bytes) -> Iterator[str]:
    yield from data.decode("utf-8", "replace").split()


def _html(data: bytes) -> Iterator[str]:
    from lxml import html

    tree = html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8", huge_tree=True))
    for element in tree.iter("style"):
        element.text = ""
    yield from " ".join(str(text) for text in tree.itertext()).split()
    yield from (str(link.get("href")) for link in tree.iter("a"))


def _docx(data: bytes) -> Iterator[str]:
    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [name for name in sorted(archive.namelist()) if name.endswith((".xml", ".rels"))]
        for name in parts:
            tree = etree.fromstring(archive.read(name))
            yield from " ".join(str(text) for text in tree.itertext()).split()
            yield from (str(link.get("Target")) for link in tree.iter("{*}Relationship"))


def _pdf(data: bytes) -> Iterator[str]:
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data))
    for page in reader.pages:
        yield from page.extract_text().split()
    yield from str(reader.metadata.title if reader.metadata else "").split()
    yield from _links(reader)
    for name, files in sorted(reader.attachments.items()):
        yield from (f"{name} (SHA-256 {hashlib.sha256(file).hexdigest()})" for file in files)


def _links(reader: PdfReader) -> Iterator[str]:
    for page in reader.pages:
        for note in page.get("/Annots", []):
            if address := note.get_object().get("/A", {}).get("/URI"):
                yield str(address)


_READ: Mapping[str, Callable[[bytes], Iterator[str]]] = {"pdf": _pdf, "html": _html, "docx": _docx}

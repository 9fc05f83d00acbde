"""Files and folders to documents: what each file is, by its name and its first bytes."""

from __future__ import annotations

import itertools
import json
import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path, PurePosixPath

from briefings.errors import InputError
from briefings.sources import plugins
from briefings.sources.answers import feeds, syndication
from briefings.sources.formats import archives, exports, factiva, mhtml, tables, text, warc
from briefings.sources.items import Blob, digest, document, problem, short, whole
from briefings.sources.options import MEGABYTE, LoadOptions
from briefings.types import Fetched, Problem

READABLE = (
    ".txt .md .html .mhtml .pdf .rtf .docx .eml .mbox .csv .tsv .jsonl .json .xml .rss .atom .xlsx .parquet"
    " .warc .zip .gz"
)
_DOCUMENTS = {
    "text": "text/plain",
    "markdown": "text/markdown",
    "html": "text/html",
    "mail": "message/rfc822",
}
_DOCUMENTS |= {"pdf": "application/pdf"}
_KINDS = {
    ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".eml": "mail", ".pdf": "pdf", ".mbox": "mbox",
    ".csv": "csv", ".tsv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json",
    ".xml": "xml", ".rss": "xml", ".atom": "xml", ".rdf": "xml",
    ".mhtml": "mhtml", ".mht": "mhtml", ".rtf": "rtf", ".docx": "docx",
    ".xlsx": "xlsx", ".parquet": "parquet", ".warc": "warc", ".zip": "zip", ".gz": "gz",
}  # fmt: skip
_ARCHIVES = {"zip", "gz"}
_PACKED = {"pdf", "docx", "warc", "xlsx", "parquet", *_ARCHIVES}


def listed(paths: Sequence[str]) -> Iterator[str | Problem]:
    """The files under paths, a folder's in the order of their names, and what is passed over.

    Raises ``InputError`` at once when a path is missing.
    """
    missing = [path for path in paths if not Path(path).exists()]
    if missing:
        raise InputError(f"There is no file or folder {', '.join(missing)}; nothing was read.")
    return itertools.chain.from_iterable(_folder(path) if Path(path).is_dir() else (path,) for path in paths)


def parts(path: str, now: datetime, options: LoadOptions) -> Iterator[Blob | Problem]:
    """The file itself or, of an archive, the files in it, in a fixed order."""
    try:
        size = Path(path).stat().st_size
        if size > options.max_file:
            yield problem(
                path, f"It has {size // MEGABYTE} MB, more than {options.max_file // MEGABYTE} MB; split it."
            )
            return
        raw = Path(path).read_bytes()
    except OSError as error:
        yield problem(path, f"It cannot be opened: {(error.strerror or str(error)).lower()}.")
        return
    yield from unpacked(
        Blob(raw, Path(path).as_posix().encode("utf-8", "backslashreplace").decode(), now), options
    )


def unpacked(blob: Blob, options: LoadOptions) -> Iterator[Blob | Problem]:
    """A blob, or what lies in it when it is an archive."""
    kind = _kind(blob)
    if kind not in _ARCHIVES or not blob.raw.strip():
        yield blob
        return
    held = archives.unzip(blob, options) if kind == "zip" else iter([archives.gunzip(blob, options)])
    for member in held:
        if isinstance(member, Problem):
            yield member
        else:
            yield from unpacked(member, options)


def split(blob: Blob, options: LoadOptions) -> Iterator[Fetched | Problem]:
    """The documents in a blob that is no archive; what it is, is told by name and first bytes."""
    kind, name = _kind(blob), blob.path or blob.url or ""
    suffix = PurePosixPath(blob.path).suffix.lower()
    if not kind and suffix in plugins.known():
        yield from plugins.read(blob, suffix)
    elif kind not in _PACKED and text.is_binary(blob.raw):
        yield problem(name, "It is binary, not a text; it was passed over.")
    elif not kind:
        yield problem(name, f"It is of a kind that is not read; readable are {READABLE}.")
    elif not blob.raw.strip():
        yield problem(name, "It is empty.")
    else:
        yield from _way(blob, kind)(blob, kind, options)


def _way(blob: Blob, kind: str) -> Callable[[Blob, str, LoadOptions], Iterator[Fetched | Problem]]:
    """How a kind of file is split."""
    if kind == "html" and factiva.is_export(blob.raw):
        return _factiva
    if kind == "xml" or (kind == "json" and syndication.is_json(blob.raw)):
        return _feed
    ways = {"mbox": _mails, "warc": _web_archive, "mhtml": _saved, "rtf": _written, "docx": _written}
    return _one if kind in _DOCUMENTS else ways.get(kind, tables.read)


def sniff(name: str, raw: bytes) -> str:
    """What a file is: by its suffix, else by its first bytes; ``""`` when it is nothing that is read."""
    kind = _KINDS.get(PurePosixPath(name).suffix.lower(), "")
    head = raw[:2000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if kind == "text" and head.startswith(b"%PDF-"):
        return "pdf"
    if kind == "xml" and re.match(rb"(?i)<!doctype html|<html", head):
        return "html"
    return kind or ("" if PurePosixPath(name).suffix else _by_content(head))


def _folder(path: str) -> Iterator[str | Problem]:
    root, passed, found = Path(path), list[str](), False
    for name in _walk(root):
        if PurePosixPath(name).suffix.lower() in {*_KINDS, *plugins.known()}:
            found = True
            yield str(root / name)
        else:
            passed.append(name)
    if passed:
        shown = ", ".join(passed[:5]) + (", ..." if len(passed) > 5 else "")
        yield problem(path, f"{_counted(len(passed), 'file')} of kinds that are not read: {shown}.")
    elif not found:
        yield problem(path, "The folder holds no file.")


def _walk(root: Path) -> list[str]:
    """Paths below a folder in a fixed order, without hidden files and without following linked folders."""
    names = []
    for folder, folders, files in os.walk(root):
        folders[:] = [name for name in folders if not archives.hidden(name)]
        inside = Path(folder).relative_to(root)
        names += [(inside / name).as_posix() for name in files if not archives.hidden(name)]
    return sorted(names)


def _kind(blob: Blob) -> str:
    return blob.kind or sniff(blob.path, blob.raw)


def _one(blob: Blob, kind: str, options: LoadOptions) -> Iterator[Fetched | Problem]:
    if len(blob.raw) > options.max_document:
        size, most = len(blob.raw) // MEGABYTE, options.max_document // MEGABYTE
        yield problem(
            blob.path, f"It has {size} MB; one document may have {most} MB: split it into its articles."
        )
    else:
        yield document(blob, _DOCUMENTS[kind])


def _written(blob: Blob, kind: str, options: LoadOptions) -> Iterator[Fetched | Problem]:
    """The articles of a database's export, or the text of a file as it would be copied from there."""
    try:
        paragraphs = exports.lines(blob.raw, kind, options)
    except (ValueError, ImportError) as error:
        yield problem(blob.path, f"It cannot be read as {kind}: {short(error)}.")
        return
    if exports.is_export(paragraphs):
        yield from tables.split(blob, kind, exports.rows(paragraphs), options)
    elif paragraphs:
        yield whole(blob, tables.MEDIA[kind])
        text = "\n\n".join(paragraphs).encode("utf-8", "replace")
        yield document(replace(blob, raw=text, container=digest(blob.raw)), "text/plain")
    else:
        yield problem(blob.path, "It holds no text.")


def _factiva(blob: Blob, kind: str, options: LoadOptions) -> Iterator[Fetched | Problem]:
    yield from tables.split(blob, kind, factiva.rows(blob.raw), options)


def _mails(blob: Blob, _kind: str, options: LoadOptions) -> Iterator[Fetched | Problem]:
    for mail in archives.mails(blob):
        yield from _one(mail, "mail", options)


def _web_archive(blob: Blob, _kind: str, options: LoadOptions) -> Iterator[Fetched | Problem]:
    yield from warc.split(blob, options)


def _saved(blob: Blob, _kind: str, options: LoadOptions) -> Iterator[Fetched | Problem]:
    yield from mhtml.split(blob, options)


def _feed(blob: Blob, _kind: str, options: LoadOptions) -> Iterator[Fetched | Problem]:
    if len(blob.raw) > options.max_tree:
        size, most = len(blob.raw) // MEGABYTE, options.max_tree // MEGABYTE
        yield problem(blob.path, f"It has {size} MB; one feed may have {most} MB: split it.")
    else:
        yield from feeds.split(blob)


def _by_content(head: bytes) -> str:
    if head.startswith((b"PK\x03\x04", b"%PDF-", b"\x1f\x8b")):
        return {b"P": "zip", b"%": "pdf", b"\x1f": "gz"}[head[:1]]
    if head.startswith((b"[", b"{")):
        return "jsonl" if _is_json_line(head) else "json"
    if re.match(rb"(?i)<!doctype html|<html", head):
        return "html"
    if head.startswith(b"<?xml") or re.match(rb"<(rss|feed|rdf:)", head):
        return "xml"
    if re.match(
        rb"(?i)(from|to|subject|date|message-id|received|return-path|mime-version|delivered-to): ", head
    ):
        return "mail"
    return "text"


def _is_json_line(head: bytes) -> bool:
    first, newline, rest = head.partition(b"\n")
    try:
        return bool(newline and rest.strip()) and isinstance(json.loads(first), dict)
    except ValueError:
        return False


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")

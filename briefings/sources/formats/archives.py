"""Archives, mailboxes: what lies in them, within limits that no bomb passes."""

from __future__ import annotations

import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from briefings.sources.items import Blob, digest, problem
from briefings.sources.options import MEGABYTE, LoadOptions
from briefings.types import Problem

_DEPTH = 2
"""An archive in an archive is read; one more is not."""


def unzip(blob: Blob, options: LoadOptions) -> Iterator[Blob | Problem]:
    """The files of a .zip in order of their names; nothing is ever written to disk."""
    if blob.depth >= _DEPTH:
        yield problem(blob.path, "It is an archive in an archive in an archive; unpack it first.")
        return
    try:
        archive = zipfile.ZipFile(io.BytesIO(blob.raw))
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        yield problem(blob.path, f"It is no .zip that can be read: {error}.")
        return
    members = sorted((m for m in archive.infolist() if not m.is_dir()), key=lambda m: m.filename)
    if len(members) > options.max_members:
        yield problem(
            blob.path, f"It holds {len(members)} files, more than {options.max_members}; unpack it first."
        )
        return
    left, container = options.max_file, digest(blob.raw)
    for member in members:
        if hidden(member.filename):
            continue
        taken = _member(archive, member, min(left, options.max_file), options)
        if isinstance(taken, str):
            yield problem(f"{blob.path}/{member.filename}", taken)
        else:
            left -= len(taken)
            yield blob.member(taken, member.filename, container)


def gunzip(blob: Blob, options: LoadOptions) -> Blob | Problem:
    """What a .gz holds."""
    limit = min(options.max_file, max(len(blob.raw), 1000) * options.max_ratio)
    try:
        raw = inflate(blob.raw, limit)
    except (zlib.error, EOFError) as error:
        return problem(blob.path, f"It is no .gz that can be read: {error}.")
    if raw is None:
        return problem(blob.path, f"It unpacks to more than {limit // MEGABYTE} MB; unpack it first.")
    return blob.member(raw, PurePosixPath(blob.path).stem, digest(blob.raw))


def inflate(raw: bytes, limit: int) -> bytes | None:
    """Gunzip; None when more than ``limit`` bytes come out. Raises ``zlib.error`` or ``EOFError``."""
    out: list[bytes] = []
    while raw:
        stream = zlib.decompressobj(zlib.MAX_WBITS | 16)
        out.append(stream.decompress(raw, limit + 1))
        limit -= len(out[-1])
        if limit < 0:
            return None
        if not stream.eof:
            raise EOFError("it ends too early")
        raw = stream.unused_data.lstrip(b"\0")
    return b"".join(out)


def mails(blob: Blob) -> Iterator[Blob]:
    """The messages of an mbox file, their quoted ``>From`` lines restored."""
    container = digest(blob.raw)
    for number, part in enumerate((p for p in _parted(blob.raw) if p.strip()), 1):
        mail = re.sub(rb"(?m)^>(>*From )", rb"\1", part).rstrip(b"\r\n") + b"\n"
        yield blob.member(mail, f"message {number}", container)


def _parted(raw: bytes) -> Iterator[bytes]:
    """What stands between the ``From`` lines, one after the other."""
    start = 0
    for line in re.finditer(rb"(?:\A|\r?\n\r?\n)From [^\r\n]+\r?\n", raw):
        yield raw[start : line.start()]
        start = line.end()
    yield raw[start:]


def hidden(name: str) -> bool:
    """Whether a path has a part that systems hide: ``.git/x``, ``__MACOSX/x``."""
    return any(
        (part.startswith(".") and part not in {".", ".."}) or part == "__MACOSX"
        for part in PurePosixPath(name.replace("\\", "/")).parts
    )


def _member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, limit: int, options: LoadOptions
) -> bytes | str:
    name = PurePosixPath(member.filename.replace("\\", "/"))
    if name.is_absolute() or ".." in name.parts or ":" in name.parts[0]:
        return "Its name leads out of the archive; it was passed over."
    if member.flag_bits & 1:
        return "It is locked with a password; unpack it first."
    if member.file_size > MEGABYTE and member.file_size > member.compress_size * options.max_ratio:
        return f"It unpacks to more than {options.max_ratio} times its size; it was passed over."
    try:
        with archive.open(member) as stream:
            raw = stream.read(limit + 1)
    except _DAMAGED as error:
        return f"It cannot be unpacked: {error}."
    except MemoryError:
        return "It takes more memory to unpack than one file may; unpack it first."
    return (
        raw if len(raw) <= limit else "The archive unpacks to more than may be read at once; unpack it first."
    )


_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    NotImplementedError,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
)

"""Archives of three kinds: in each a member that hangs its parser and one that fills the memory, among good ones."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

from tests.run.test_hostile import MAIN, workbook

GOOD = ("First", "Second", "Third")


def title(name: str) -> str:
    return f"{name} lorry waited at the river gate"


def mail(name: str) -> bytes:
    text = f"The {name.lower()} of the lorries waited until noon, and its driver said that snow had closed the road."
    return f"From: A <a@b.example>\nSubject: {title(name)}\n\n{text}\n".encode()


def hanging_mail(size: int) -> bytes:
    """Of so many parts, each of which is compared with the others."""
    head = b"From: a@b.example\nSubject: Hanging\nContent-Type: multipart/mixed; boundary=b\n\n"
    return head + b"--b\n\n" * (size // 5)


def swelling_mail(size: int) -> bytes:
    """Of so many headers that say nothing, each of which takes fifty times its size."""
    return b"From: a@b.example\nSubject: Swelling\n" + b"X:\n" * (size // 3) + b"\nx"


def hanging_book(rows: int) -> bytes:
    """Of rows with one cell each, in the last of 16,384 columns: a parser fills up the others."""
    cells = "".join(f'<row r="{n}"><c r="XFD{n}"/></row>' for n in range(4, rows))
    return workbook(f'<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData></worksheet>'.encode())


def swelling_json(size: int) -> bytes:
    """Of empty lists, each of which takes twenty times its size."""
    return b"[" + b"[]," * (size // 3) + b"[]]"


def zipped(size: int) -> bytes:
    names = [("a.eml", mail(GOOD[0])), ("b.xlsx", hanging_book(size // 100)), ("c.eml", mail(GOOD[1]))]
    names += [("d.json", swelling_json(3 * size)), ("e.eml", mail(GOOD[2]))]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in names:
            archive.writestr(name, content)
    return out.getvalue()


def _mails(size: int) -> list[bytes]:
    first, second, third = map(mail, GOOD)
    return [first, hanging_mail(size), second, swelling_mail(size), third]


def mbox(size: int) -> bytes:
    return b"".join(b"From a@b.example Tue Nov 26 10:00:00 2024\n" + one + b"\n\n" for one in _mails(size))


def warc(size: int) -> bytes:
    out = b""
    for n, one in enumerate(_mails(size)):
        head = f"WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: urn:sha256:{n:064}\r\nContent-Type: message/rfc822"
        out += f"{head}\r\nContent-Length: {len(one)}\r\n\r\n".encode() + one + b"\r\n\r\n"
    return out


ARCHIVES: Mapping[str, Callable[[int], bytes]] = {"a.zip": zipped, "a.mbox": mbox, "a.warc": warc}
"""What makes each, about so many bytes large a member."""

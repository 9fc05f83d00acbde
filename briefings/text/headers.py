"""A mail's subject as bytes, in any script."""

from __future__ import annotations

import unicodedata
from email.header import Header


def one_line(text: str) -> str:
    """A stranger's text as a header may hold it: no line break, no control character."""
    return " ".join("".join(" " if unicodedata.category(c)[0] == "C" else c for c in text).split())


def subject_line(text: str) -> bytes:
    """``Subject: …`` with its line end, folded, encoded (RFC 2047) as a whole where it is not plain ASCII.

    ``EmailMessage`` folds long mixed subjects word by word and loses spaces between them (Python 3.11 to 3.13).
    """
    line = one_line(text)
    charset = "us-ascii" if line.isascii() and "=?" not in line else "utf-8"
    folded = Header(line, charset, header_name="Subject").encode(linesep="\r\n")
    return f"Subject: {folded}\r\n".encode("ascii")

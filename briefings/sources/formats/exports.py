"""Word processors' files (.rtf, .docx): exports of news databases, which hold many articles, and single texts.

Factiva ends an article with the word "Document" and its number. With indexing each field begins with its code; without,
fields are lines in a fixed order. Nexis ends it with "End of Document", and names what it tells before the text.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence

from briefings.sources.formats import factiva, xml
from briefings.sources.formats.sheets import Row
from briefings.sources.options import MEGABYTE, LoadOptions

_END = re.compile(r"(?:Document|Dokument|Документ) [A-Z]{2,8}0[A-Za-z0-9]{12,}|End of Document")
_CODE = re.compile(r"([A-Z]{2,3})\s*\|\s*(.*)")
"""A code in a table's cell, and the text in the next cell."""
_WORDS = re.compile(r"[\d,. ]+ (?:words|слов\w*|mots|Wörter|palabras|parole)", re.IGNORECASE)
_RIGHTS = re.compile(r"©|\(c\)|copyright|все права", re.IGNORECASE)
_NAMED = re.compile(r"(Byline|Section|Language|Dateline|Length|Load-Date):\s*(.*)")
_CODES = {"Byline": "BY", "Section": "SE", "Language": "LA"}
_BEHIND = re.compile(r"(?:Graphic|Classification|Notes|Correction)$|(?:Load-Date|Language|Subject):")
"""What follows the text of an article of Nexis."""
_PAGE = re.compile(r"Page \d+ of \d+|\d+ of \d+ DOCUMENTS")
_HEAD = 14
"""Lines within which an article's day, source and owner stand."""


def lines(raw: bytes, kind: str, options: LoadOptions) -> list[str]:
    """The paragraphs of a file that are not empty; raises ``ValueError`` when it cannot be read."""
    if len(raw) > options.max_document:
        raise ValueError(f"it has more than {options.max_document // MEGABYTE} MB: split it")
    words = _rich(raw) if kind == "rtf" else _word(raw, options)
    return [line for text in words.split("\n") if (line := " ".join(text.split()).strip("| "))]


def is_export(paragraphs: Sequence[str]) -> bool:
    """Whether these are articles of a database."""
    return any(_END.match(line) for line in paragraphs)


def rows(paragraphs: Sequence[str]) -> Iterator[Row]:
    """The articles of an export, each field under Factiva's code for it."""
    number, held = 0, list[str]()
    for line in paragraphs:
        if not _END.match(line):
            held += [] if _PAGE.fullmatch(line) else [line]
        elif held:
            number += 1
            read = _nexis if line == "End of Document" else _factiva
            yield f"article {number}", read(held)
            held = []


def _factiva(held: Sequence[str]) -> dict[str, object]:
    coded = _coded(held)
    if "HD" in coded:
        return dict(coded)
    end = next((n for n, line in enumerate(held[:_HEAD]) if _RIGHTS.search(line)), None)
    head = held[: _HEAD if end is None else end]
    count = next((n for n, line in enumerate(head) if _WORDS.fullmatch(line)), 1)
    found: dict[str, object] = {"HD": held[0]} | factiva.told(head[count:])
    if count > 1:
        found["BY"] = held[count - 1]
    behind = len(head) if end is None else end + 1
    return found | {"TD": "\n\n".join(held[behind:])}


def _coded(held: Sequence[str]) -> dict[str, str]:
    """Fields that begin with their codes; what has none goes on with the field before it."""
    fields: dict[str, list[str]] = {}
    code = ""
    for line in held:
        found = _CODE.fullmatch(line)
        if found:
            code = found[1]
        if code:
            fields.setdefault(code, []).append(found[2] if found else line)
    return {
        name: ("\n\n" if name in {"LP", "TD"} else " ").join(filter(None, parts))
        for name, parts in fields.items()
    }


def _nexis(held: Sequence[str]) -> dict[str, object]:
    start = next((n for n, line in enumerate(held) if line == "Body"), None)
    head, text = (held[:start], held[start + 1 :]) if start is not None else (held[:_HEAD], held[1:])
    end = next((n for n, line in enumerate(text) if _BEHIND.match(line)), len(text))
    found: dict[str, object] = {"HD": head[0], "TD": "\n\n".join(text[:end])}
    if len(head) > 1:
        found["SN"] = head[1]
    if day := next((line for line in head[1:6] if factiva.DAY.match(line)), ""):
        found["PD"] = day
    named = (match for line in (*head, *text[end:]) if (match := _NAMED.fullmatch(line)))
    return found | {_CODES[match[1]]: match[2].partition(";")[0] for match in named if match[1] in _CODES}


def _rich(raw: bytes) -> str:
    from striprtf import striprtf

    if not raw.lstrip().startswith(b"{\\rtf"):
        raise ValueError("it does not begin as such a file does")
    to_text: Callable[..., str] = striprtf.rtf_to_text
    return to_text(raw.decode("latin-1"), errors="replace")


def _word(raw: bytes, options: LoadOptions) -> str:
    """The paragraphs of a Word document, each on a line."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed, packed.open("word/document.xml") as part:
            source = part.read(options.max_document + 1)
    except (zipfile.BadZipFile, KeyError, OSError, EOFError, RuntimeError) as error:
        raise ValueError(str(error)) from error
    if len(source) > options.max_document:
        raise ValueError(f"it unpacks to more than {options.max_document // MEGABYTE} MB: split it")
    tree = xml.tree(xml.decode(source))
    if tree is None:
        raise ValueError("its text is damaged, or declares XML entities")
    return "\n".join(
        "".join(
            {"t": part.text or "", "tab": " ", "br": "\n"}.get(xml.local(part), "")
            for part in paragraph.iter()
        )
        for paragraph in tree.iter()
        if xml.local(paragraph) == "p"
    )

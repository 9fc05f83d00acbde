"""Reads a PDF back: words page by page, fonts, tags, bookmarks."""

from __future__ import annotations

import io
import re
import subprocess
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise, zip_longest
from typing import Any, NamedTuple, TypeVar

import pypdf
from fontTools.ttLib import TTFont

T = TypeVar("T")


def reader(data: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(data))


def pages(data: bytes) -> list[str]:
    """The text of each page, laid out as on paper."""
    result = subprocess.run(["pdftotext", "-layout", "-", "-"], input=data, capture_output=True, check=True)
    return result.stdout.decode().split("\f")[:-1]


def words(data: bytes) -> str:
    """All text on one line, column by column."""
    result = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True)
    return " ".join(result.stdout.decode().split())


def places(data: bytes, word: str) -> list[list[tuple[float, float]]]:
    """For each page where a word stands: (left, top) in points from the upper left corner."""
    result = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=data, capture_output=True, check=True)
    found = []
    for page in result.stdout.decode().split("<page ")[1:]:
        hits = re.findall(rf'xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>{re.escape(word)}<', page)
        found.append([(float(x), float(y)) for x, y in hits])
    return found


def boxes(data: bytes, made: Callable[[float, float, float, float, str], T]) -> Iterator[list[T]]:
    """The words of each page: ``made(left, top, right, bottom, text)``, in points from the upper left corner."""
    result = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=data, capture_output=True, check=True)
    pattern = r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<'
    for page in result.stdout.decode().split("<page ")[1:]:
        found = re.findall(pattern, page)
        yield [made(float(x), float(y), float(to), float(end), word) for x, y, to, end, word in found]


class Word(NamedTuple):
    """A word and its box, in points from the upper left corner."""

    left: float
    top: float
    right: float
    bottom: float
    text: str


class Row(NamedTuple):
    """Words on one line."""

    top: float
    text: str


MILLIMETRE = 72 / 25.4
COLUMN = (19 + 120 + 6) * MILLIMETRE
"""Where the margin column begins on A4."""
_TOP, _BOTTOM = 18 * MILLIMETRE, 279 * MILLIMETRE


def texts(data: bytes) -> list[list[Row]]:
    """The lines of each page that begin in the text column, from top to bottom, without its head and foot."""
    return [rows(w for w in page if w.left < COLUMN - 4 * MILLIMETRE) for page in boxes(data, Word)]


def notes(data: bytes) -> list[list[Row]]:
    """The lines of the margin column of each page; lines of text and of tables that run through it are left out."""
    found = []
    for page in boxes(data, Word):
        words = list(page)
        across = [w.bottom for w in words if w.left < COLUMN - 2 and w.right > COLUMN - 4 * MILLIMETRE]
        beside = [w for w in words if w.left > COLUMN - 2 and not any(abs(w.bottom - b) < 4 for b in across)]
        begins = {round(w.top) for w in beside if abs(w.left - COLUMN) < 1.5}
        found.append([r for r in rows(beside) if {round(r.top), round(r.top) - 1, round(r.top) + 1} & begins])
    return found


def rows(words: Iterable[Word]) -> list[Row]:
    """Words by line; small letters and large ones on one line differ in height."""
    found: list[list[Word]] = []
    for word in sorted((w for w in words if w.top > _TOP and w.bottom < _BOTTOM), key=lambda w: w.bottom):
        if found and abs(word.bottom - found[-1][0].bottom) < 4:
            found[-1].append(word)
        else:
            found.append([word])
    return [
        Row(min(w.top for w in line), " ".join(w.text for w in sorted(line, key=lambda w: w.left)))
        for line in found
    ]


def titled(line: str, titles: Iterable[str]) -> bool:
    """Whether a line is (the beginning of) a heading."""
    bare = re.sub(r"\W+", "", line)
    return any(bare.startswith(t) for title in titles if (t := re.sub(r"\W+", "", title)[:25]))


LABELS = frozenset({"New", "Escalated", "Continuing", "Gone quiet", "Corrected"})


def headings_at_the_foot(data: bytes) -> list[str]:
    """Headings that end a page, or stand before its last line although their section goes on overleaf.

    So does a label of the list of changes that stands alone.
    """
    titles = [title for _, title in outline(data)]
    pages, found = texts(data), []
    for page, after in pairwise(pages):
        last = [line.text for line in page[-2:]]
        goes_on = not titled(after[0].text, titles)
        found += [line for line in last[-1:] if titled(line, titles) or line in LABELS]
        found += [line for line in last[:1] if goes_on and titled(line, titles)]
    return found


def strayed_notes(data: bytes) -> list[str]:
    """Notes in the margin that stand beside no passage citing their numbers, or not level with a line of it.

    A passage reaches from the line beside a note to the next note; the last of a page may go on overleaf.
    """
    found, pages, margins = [], texts(data), notes(data)
    for number, (page, margin) in enumerate(zip(pages, margins, strict=True)):
        if any(line.text.startswith("Sources") for line in page):
            break
        blocks = _blocks(margin)
        for block, after in zip_longest(blocks, blocks[1:], fillvalue=list[Row]()):
            end = after[0].top - 3 if after else float("inf")
            passage = [line for line in page if block[0].top - 12 < line.top < end]
            cited = set(re.findall(r"\[\d+\]", " ".join(line.text for line in passage)))
            if not after and number + 1 < len(pages):
                cited |= set(re.findall(r"\[\d+\]", " ".join(line.text for line in pages[number + 1][:12])))
            wanted = {n for line in block for n in re.findall(r"\[\d+\]", line.text)}
            level = any(abs(line.top - block[0].top) < 6 for line in passage)
            if wanted and not (wanted <= cited and level):
                found.append(f"page {number + 1}: {block[0].text}")
    return found


def _blocks(margin: list[Row]) -> list[list[Row]]:
    """Lines of notes by passage: within one they follow each other closely."""
    found: list[list[Row]] = []
    for line in margin:
        if found and line.top - found[-1][-1].top < 13:
            found[-1].append(line)
        else:
            found.append([line])
    return found


def overlapping(data: bytes) -> list[tuple[str, str]]:
    """Pairs of words that are printed over each other; boxes are taken at the height of small letters."""
    result = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=data, capture_output=True, check=True)
    found = []
    for page in result.stdout.decode().split("<page ")[1:]:
        words = sorted(
            (
                float(top) + 0.35 * (float(end) - float(top)),
                float(end) - 0.3 * (float(end) - float(top)),
                float(x),
                float(to),
                word,
            )
            for x, top, to, end, word in re.findall(
                r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<', page
            )
        )
        for i, (_, low, left, right, word) in enumerate(words):
            for top, _, other_left, other_right, other in words[i + 1 :]:
                if top >= low:
                    break
                if min(right, other_right) - max(left, other_left) > 0.5:
                    found.append((word, other))
    return found


def right_edges(data: bytes) -> list[float]:
    """Where each word ends, in points from the left edge of the paper."""
    result = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=data, capture_output=True, check=True)
    return [float(x) for x in re.findall(r'<word [^>]*xMax="([\d.]+)"', result.stdout.decode())]


def missing_glyphs(data: bytes) -> set[str]:
    """Letters drawn with a glyph that has no outline: the box for what the font does not have."""
    missing: set[str] = set()
    for page in reader(data).pages:
        resources: Any = page["/Resources"]
        known = {name[1:]: _outlines(font.get_object()) for name, font in resources.get("/Font", {}).items()}
        contents = page.get_contents()
        font = ""
        for name, glyph in re.findall(
            rb"/(\w+) [\d.]+ Tf|<([0-9a-f]{4})>", b"" if contents is None else contents.get_data()
        ):
            font = name.decode() or font
            drawn, letters = known[font]
            letter = letters.get(int(glyph or b"0", 16), "")
            if (
                glyph
                and int(glyph, 16) not in drawn
                and unicodedata.category(letter[:1] or "A") not in ("Zs", "Cf", "Cc")
            ):
                missing.add(letter)
    return missing


def placeholders(data: bytes) -> int:
    """How often a font's own sign for a letter that it lacks (``.notdef``) is drawn; it has an outline."""
    contents = (page.get_contents() for page in reader(data).pages)
    return sum(zeros(content.get_data()) for content in contents if content is not None)


def zeros(content: bytes) -> int:
    """How often glyph 0 is drawn by the operators of a page."""
    return len(re.findall(rb"<0000>", content))


def _outlines(font: Any) -> tuple[set[int], dict[int, str]]:
    """The numbers of the glyphs that have an outline, and the text that each number stands for."""
    file = TTFont(
        io.BytesIO(font["/DescendantFonts"][0].get_object()["/FontDescriptor"]["/FontFile2"].get_data())
    )
    order, glyphs = file.getGlyphOrder(), file["glyf"]
    drawn = {n for n, name in enumerate(order) if glyphs[name].numberOfContours}
    pairs = re.findall(rb"<([0-9a-f]{4})> <([0-9a-f]+)>", font["/ToUnicode"].get_data())
    return drawn, {int(n, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for n, text in pairs}


def glyphs(data: bytes, family: str) -> dict[int, str]:
    """What each glyph of a family that is used stands for; the numbers are those of the font file."""
    found: dict[int, str] = {}
    for page in reader(data).pages:
        resources: Any = page["/Resources"]
        for font in resources.get("/Font", {}).values():
            if family in font.get_object()["/BaseFont"]:
                found |= _outlines(font.get_object())[1]
    return found


def metadata(data: bytes) -> dict[str, str]:
    return {key: str(value) for key, value in (reader(data).metadata or {}).items()}


def root(data: bytes) -> Any:
    return reader(data).trailer["/Root"]


def outline(data: bytes) -> list[tuple[int, str]]:
    """(level, title) of every bookmark."""
    return list(_outline(reader(data).outline, 1))


def _outline(items: Any, level: int) -> Iterator[tuple[int, str]]:
    for item in items:
        if isinstance(item, list):
            yield from _outline(item, level + 1)
        else:
            yield level, item.title


def tags(data: bytes) -> Iterator[Any]:
    """Every element of the tag tree."""
    yield from _tags(root(data)["/StructTreeRoot"])


def _tags(element: Any) -> Iterator[Any]:
    tree = element.get_object()
    if not isinstance(tree, dict):
        return
    yield tree
    kids = tree.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        if not isinstance(kid, int):
            yield from _tags(kid)


def marked_text(data: bytes, kind: str) -> list[str]:
    """The text under each tag of a kind, in reading order."""
    run = subprocess.run(["pdfinfo", "-struct-text", "-"], input=data, capture_output=True, check=True)
    found: list[list[str]] = []
    depth = -1
    for line in run.stdout.decode().splitlines():
        level, word = len(line) - len(line.lstrip()), line.strip()
        if depth >= 0 and level <= depth:
            depth = -1
        if depth < 0 and re.match(rf"{kind}\b", word):
            depth = level
            found.append([])
        elif depth >= 0 and word.startswith('"'):
            found[-1].append(word[1:-1].strip())
    return [" ".join(parts) for parts in found]


def fonts(data: bytes) -> dict[str, Any]:
    """Every font of every page by name."""
    found: dict[str, Any] = {}
    for page in reader(data).pages:
        resources: Any = page["/Resources"]
        for font in resources.get("/Font", {}).values():
            tree = font.get_object()
            found[str(tree["/BaseFont"])] = tree["/DescendantFonts"][0].get_object()
    return found

"""The fonts inside the HTML edition: the letters that the page uses, cut out of the fonts of this computer.

A reader's computer seldom has a face for Tajik, Georgian or Persian, and the file may fetch nothing. So each face is
cut down to the letters of the page and written into it as WOFF2: some 10 kB for a Latin and Cyrillic face.
"""

from __future__ import annotations

import base64
import io
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

STACKS: Final = (
    (
        "Noto Sans",
        "Noto Naskh Arabic",
        "Noto Sans Armenian",
        "Noto Sans Georgian",
        "Noto Sans Symbols2",
        "Noto Sans Symbols",
        "Noto Sans Math",
    ),
    (
        "Noto Serif",
        "Noto Naskh Arabic",
        "Noto Serif Armenian",
        "Noto Serif Georgian",
        "Noto Sans Symbols2",
        "Noto Sans Symbols",
        "Noto Sans Math",
    ),
)
"""The families of ``brief.css`` in its order; Chinese is left to the reader's computer, as its faces are too large."""
WEIGHTS: Final = {"Regular": 400, "Bold": 700}
FEATURES: Final = (
    *("kern", "liga", "calt", "ccmp", "locl", "mark", "mkmk", "tnum"),
    *("init", "medi", "fina", "isol", "rlig"),
)
"""What the page needs of OpenType: kerning, marks, tabular figures, the joined forms of Arabic letters."""


def with_fonts(page: str) -> str:
    """The page with its fonts in the head; unchanged where no font is found."""
    head, mark, rest = page.partition("</head>")
    faces = "\n".join(_faces(frozenset(page)))
    return f"{head}<style>\n{faces}\n</style>\n{mark}{rest}" if mark and faces else page


def _faces(letters: frozenset[str]) -> Iterator[str]:
    """One ``@font-face`` for each family and weight that has letters which the families before it lack."""
    needed: dict[str, frozenset[str]] = {}
    for stack in STACKS:
        left = frozenset(letter for letter in letters if letter >= " ")
        for family in stack:
            needed[family] = needed.get(family, frozenset()) | (_letters(family) & left)
            left -= _letters(family)
    for family, used in needed.items():
        for style in WEIGHTS if used else ():
            yield from _face(family, style, used)


def _face(family: str, style: str, letters: frozenset[str]) -> Iterator[str]:
    data = _cut(family, style, letters)
    if data:
        source = base64.b64encode(data).decode()
        yield (
            f'@font-face{{font-family:"{family}";font-weight:{WEIGHTS[style]};font-display:swap;'
            f'src:url("data:font/woff2;base64,{source}") format("woff2")}}'
        )


@lru_cache(maxsize=32)
def _file(family: str, style: str) -> str:
    """The file of a face; ``""`` when this computer does not have it."""
    if not shutil.which("fc-match"):
        return ""
    asked = ["fc-match", "-f", "%{family[0]}|%{style[0]}|%{file}", f"{family}:style={style}"]
    run = subprocess.run(asked, capture_output=True, text=True, check=False)  # noqa: S603 - fixed words
    found = run.stdout.split("|")
    return found[2] if len(found) == 3 and found[:2] == [family, style] else ""


@lru_cache(maxsize=32)
def _letters(family: str) -> frozenset[str]:
    from fontTools.ttLib import TTFont

    path = _file(family, "Regular")
    return frozenset(map(chr, TTFont(path, lazy=True).getBestCmap())) if path else frozenset()


@lru_cache(maxsize=64)
def _cut(family: str, style: str, letters: Iterable[str]) -> bytes:
    """The face with these letters only, as WOFF2; the same bytes for the same letters."""
    from fontTools import subset
    from fontTools.ttLib import TTFont

    path = _file(family, style)
    if not path:
        return b""
    options = subset.Options(layout_features=list(FEATURES), hinting=False, name_IDs=[])
    font, out = TTFont(path, lazy=True, recalcTimestamp=False), io.BytesIO()
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=sorted(map(ord, letters)))
    cutter.subset(font)
    font.flavor = "woff2"
    font.save(out)
    return out.getvalue()

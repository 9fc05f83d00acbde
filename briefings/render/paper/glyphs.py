"""Signs that paper cannot show: letters that no installed font has, and the small pictures of telephones.

The letters are found while printing, taken out, and told to the reader. Pictures (flags, hands, sirens) say nothing
that the words beside them do not: they are left out of the paper edition without a word.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from briefings.brief_types import Brief
from briefings.render.inert import change
from briefings.render.language.words import words as catalogue

HOLE = "[…]"
"""Stands for a run of letters that cannot be printed."""
MOST_NAMED = 12


PICTURE = re.compile(
    "\\s*(?:[\U0001f000-\U0001faff\u2600-\u27bf](?:[\ufe0e\ufe0f\u200d\u20e3\U0001f3fb-\U0001f3ff])*\\s*)+"
)
"""Pictographs, dingbats, flags (Unicode blocks 2600–27BF, 1F000–1FAFF), their modifiers, the blanks beside."""


def unpictured(brief: Brief) -> Brief:
    """The brief without pictographs."""
    return change(brief, lambda text: PICTURE.sub(_gap, text).strip() if PICTURE.search(text) else text)


def _gap(picture: re.Match[str]) -> str:
    return "" if picture.string[picture.end() : picture.end() + 1] in set(".,;:!?)") else " "


class _Listener(logging.Handler):
    """Collects the letters that WeasyPrint reports as unsupported by every font."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.letters: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        """Takes the letter out of a report of a missing glyph."""
        if ".notdef" in str(record.msg) and isinstance(record.args, tuple):
            self.letters.add(str(record.args[0]))


@contextmanager
def listening() -> Iterator[set[str]]:
    """The letters without a glyph that are met while printing inside the ``with``."""
    logger, listener = logging.getLogger("weasyprint"), _Listener()
    logger.addHandler(listener)
    try:
        yield listener.letters
    finally:
        logger.removeHandler(listener)


def without(brief: Brief, missing: frozenset[str]) -> Brief:
    """The brief with ``[…]`` for every run of those letters, and a sentence in its coverage box."""
    run = re.compile("[" + "".join(map(re.escape, sorted(missing))) + "]+")
    cleaned = change(brief, lambda text: run.sub(HOLE, text))
    named = " ".join(f"U+{ord(letter):04X}" for letter in sorted(missing)[:MOST_NAMED])
    key = "no_font" if len(missing) <= MOST_NAMED else "no_font_more"
    note = catalogue(brief.brief.language)[key].format(letters=named, n=len(missing) - MOST_NAMED, hole=HOLE)
    return replace(cleaned, coverage=replace(cleaned.coverage, notes=(*cleaned.coverage.notes, note)))

"""What a page leaves to a browser and the PDF engine does slowly, done beforehand.

The engine works out ``var()`` anew for each element, and looks after every line for a break inside words as soon as a
style allows one. Written out, and with room to break only in the few words that need it, a brief costs a sixth less.
An id makes an element, and all in it, unlike others, whose style is worked out once for all alike: those stay that
something on the page leads to.
"""

from __future__ import annotations

import re
from typing import Final

LONGEST: Final = 30
"""Characters of a word that fit on every line of the page, headings too; longer ones are addresses or mischief."""
MOST: Final = 480
"""Characters of a word that are printed at all: twelve lines of nothing to read; the other editions have the rest."""
_STEP: Final = 8
_ROOT: Final = re.compile(r":root\s*\{([^}]*)\}")
_VARIABLE: Final = re.compile(r"(--[\w-]+)\s*:\s*([^;]+);")
_USE: Final = re.compile(r"var\((--[\w-]+)\)")
_TEXT: Final = re.compile(r"<(style|script)\b.*?</\1>|>[^<>]+(?=<)", re.DOTALL)
"""Text between tags, or a whole element that holds none."""
_LETTER: Final = r"(?:&#?\w+;|[^\s&<>\u2e80-\u9fff])"
"""An entity or a letter; Chinese breaks anywhere as it is."""
_WORD: Final = re.compile(rf"{_LETTER}{{{LONGEST + 1},}}")
_RANGE: Final = re.compile(r"(?<=\d)(?:–(?=\d)|-(?=W\d))")
_ENDLESS: Final = re.compile(rf"({_LETTER}{{{MOST}}}){_LETTER}+")
_PIECE: Final = re.compile(rf"{_LETTER}{{{_STEP}}}(?={_LETTER})")
_ID: Final = re.compile(r'(<[a-zA-Z][^<>]*?) id="([A-Za-z0-9_-]+)"')
_NAMED: Final = re.compile(r"#([\w-]+)")
"""What a link, a rule or a picture may mean; colours do no harm."""


def for_paper(page: str) -> str:
    """The same page for the PDF engine: variables of its first ``:root`` written out, overlong words breakable.

    A range such as 29–30 Nov or a week such as 2024-W48 does not break at its dash. An endless word ends in ``…``. An
    ``id`` that nothing leads to is dropped.
    """
    head, mark, body = page.partition("<body")
    named = frozenset(_NAMED.findall(page))
    body = _ID.sub(lambda start: start[0 if start[2] in named else 1], body)
    return _written_out(head) + mark + _TEXT.sub(_breakable, body)


def _written_out(head: str) -> str:
    root = _ROOT.search(head)
    if not root:
        return head
    values = dict(_VARIABLE.findall(root[1]))
    return _USE.sub(lambda use: values.get(use[1], use[0]), head)


def _breakable(text: re.Match[str]) -> str:
    if text[1]:
        return text[0]
    return _WORD.sub(_in_pieces, _RANGE.sub("\\g<0>\u2060", text[0]))


def _in_pieces(word: re.Match[str]) -> str:
    return _PIECE.sub("\\g<0>\u200b", _ENDLESS.sub("\\1…", word[0]))

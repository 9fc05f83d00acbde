"""What the PDF engine works out again and again, remembered: the same file, byte for byte, in half of the time.

Each function here stands for one of WeasyPrint's (or of pydyf's, which writes its files), gives what that gives, and
turns to it for anything out of the ordinary. They fit the versions in ``FITS`` alone; with any other the engine works
as it was installed, slower. A test prints all sample briefs both ways and compares the bytes; one line break is mended
besides (``lines``).
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import version
from typing import Any, Final

FITS: Final = {"weasyprint": "70.", "pydyf": "0.13."}
"""Beginnings of the versions that were compared."""

_known: list[tuple[Any, str, Any, Any]] = []
"""Place, name, theirs, ours."""
_THEIRS, _OURS = 0, 1


def install() -> bool:
    """Puts ours in place of theirs, once; whether the versions fit."""
    if _known:
        return True
    if not all(version(package).startswith(begin) for package, begin in FITS.items()):
        return False
    from briefings.render.paper.spared import boxes, glyphs, lines, pictures, styles

    for module in (styles, boxes, lines, glyphs, pictures):
        for theirs, name, ours in module.INSTEAD:
            _known.extend(_everywhere(theirs, name, ours))
    _put(_OURS)
    return True


@contextmanager
def as_installed() -> Iterator[None]:
    """The engine without any of this, to compare with (not for several threads)."""
    _put(_THEIRS)
    try:
        yield
    finally:
        _put(_OURS)


def _everywhere(place: Any, name: str, ours: Callable[..., Any]) -> Iterator[tuple[Any, str, Any, Any]]:
    """A method, or what a table names, where it is; a function in every module that imported it by its name."""
    if isinstance(place, dict):
        yield place, name, place[name], ours
        return
    theirs = vars(place)[name]
    theirs_all = [module for key, module in sys.modules.items() if key.startswith(("weasyprint", "pydyf"))]
    for found in [place] if isinstance(place, type) else theirs_all:
        if vars(found).get(name) is theirs:
            yield found, name, theirs, ours


def _put(which: int) -> None:
    for place, name, *functions in _known:
        if isinstance(place, dict):
            place[name] = functions[which]
        else:
            setattr(place, name, functions[which])

"""The compiled watch list; what is costly to work out is kept between runs in the user's cache folder."""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from briefings.watch import Matcher, WatchList

_MOST = 2000
"""Topics kept: a few lists and their earlier versions. Beyond that the cache starts anew."""


def compiled(watchlist: WatchList) -> Matcher:
    """Compile a watch list; strings worked out before are taken from the cache, new ones put there."""
    from briefings import watch

    file = cache_file()
    known = _cached(file)
    before = len(known)
    matcher = watch.compile(watchlist, known)
    if len(known) != before:
        _keep(file, known if len(known) <= _MOST else {})
    return matcher


def cache_file() -> Path:
    """Where strings are kept: $XDG_CACHE_HOME/briefings or ~/.cache/briefings."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "briefings" / "watch.json"


def _cached(file: Path) -> dict[str, Any]:
    with suppress(OSError, ValueError):
        tree = json.loads(file.read_text("utf-8"))
        if isinstance(tree, dict):
            return tree
    return {}


def _keep(file: Path, known: dict[str, Any]) -> None:
    """Write the cache beside itself and move it into place; a read-only home only costs time."""
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=file.parent, delete=False) as staged:
            json.dump(known, staged, ensure_ascii=False)
        Path(staged.name).replace(file)

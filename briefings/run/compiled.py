"""The compiled watch list, with the inflected forms that are kept between runs in the user's cache folder."""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.watch import Matcher, WatchList


def compiled(watchlist: WatchList) -> Matcher:
    """Compile a watch list; forms worked out before are taken from the cache, new ones put there."""
    from briefings import watch

    file = cache_file()
    forms = _cached(file)
    before = len(forms)
    matcher = watch.compile(watchlist, forms)
    if len(forms) != before:
        _keep(file, forms)
    return matcher


def cache_file() -> Path:
    """Where inflected forms are kept: $XDG_CACHE_HOME/briefings or ~/.cache/briefings."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "briefings" / "russian-forms.json"


def _cached(file: Path) -> dict[str, Sequence[str]]:
    with suppress(OSError, ValueError):
        tree = json.loads(file.read_text("utf-8"))
        if isinstance(tree, dict):
            return tree
    return {}


def _keep(file: Path, forms: dict[str, Sequence[str]]) -> None:
    """Write the cache beside itself and move it into place; a read-only home only costs time."""
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=file.parent, delete=False) as staged:
            json.dump(forms, staged, ensure_ascii=False)
        Path(staged.name).replace(file)

"""What grouping remembers between runs, in the user's cache folder; a changed program remembers nothing."""

from __future__ import annotations

import hashlib
from functools import cached_property
from importlib import resources

from briefings import kept

_MOST = 60
"""Blocks that are kept: some 5 MB each for 3,000 articles."""
_ROOMS = ("stories", "text")


class Remembered:
    """Files of the cache folder, each named by the code that made it as well."""

    def take(self, name: str, /) -> bytes | None:
        """Return what was kept under a name, or ``None``."""
        return kept.take_bytes(self._file(name))

    def keep(self, name: str, body: bytes, /) -> None:
        """Keep something under a name, and not too much of it."""
        kept.keep_bytes(self._file(name), body)
        kept.thin("stories-*", _MOST)

    def _file(self, name: str) -> str:
        return f"stories-{self._code}-{name}"

    @cached_property
    def _code(self) -> str:
        found = hashlib.sha256()
        for room in _ROOMS:
            files = resources.files(f"briefings.{room}").iterdir()
            for file in sorted((one for one in files if one.name.endswith(".py")), key=lambda one: one.name):
                found.update(file.read_bytes())
        return found.hexdigest()[:12]

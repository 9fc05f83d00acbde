"""What grouping remembers between runs, in the user's cache folder; a changed program remembers nothing."""

from __future__ import annotations

import hashlib
from functools import cached_property
from importlib import resources
from typing import TYPE_CHECKING

from briefings import kept

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

_MOST = 90
"""Files that are kept: of a block some 5 MB for 3,000 articles, of how it is joined little."""
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
            for body in _programs(resources.files(f"briefings.{room}")):
                found.update(body)
        return found.hexdigest()[:12]


def _programs(place: Traversable) -> Iterator[bytes]:
    """Yield the program files of a room and of the rooms in it, in the order of their names."""
    for entry in sorted(place.iterdir(), key=lambda one: one.name):
        if entry.is_dir():
            yield from _programs(entry)
        elif entry.name.endswith(".py"):
            yield entry.read_bytes()

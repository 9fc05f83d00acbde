"""Kinds of files that other packages read: entry points in the group ``briefings.sources``.

The entry point's name is the suffix without its dot (``docx``), its object a ``Reader``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Protocol

from briefings.errors import InputError
from briefings.sources.items import Blob, problem
from briefings.types import Fetched, Problem

GROUP = "briefings.sources"


class Reader(Protocol):
    """Makes documents out of one file.

    ``items.document`` keeps a file as it is, ``items.record`` makes one record of a table. It does no I/O of its
    own, raises nothing for bad content but gives a ``Problem`` of one sentence, and gives the same documents for
    the same bytes.
    """

    def __call__(self, blob: Blob) -> Iterable[Fetched | Problem]:
        """The documents in ``blob.raw``, which lay at ``blob.path``."""
        ...


@cache
def known() -> dict[str, EntryPoint]:
    """Suffix -> entry point of every installed package."""
    return {f".{point.name.lower().lstrip('.')}": point for point in entry_points(group=GROUP)}


def read(blob: Blob, suffix: str) -> Iterator[Fetched | Problem]:
    """The documents that a further package makes of a file; whatever it raises costs this file alone."""
    try:
        yield from reader(suffix)(blob)
    except InputError as error:
        yield problem(blob.path, str(error))
    except Exception as error:  # noqa: BLE001 - a stranger's package may fail in any way
        yield problem(blob.path, f"The package that reads {suffix} failed: {type(error).__name__}: {error}.")


def reader(suffix: str) -> Reader:
    """The reader of a suffix; raises ``InputError`` when it cannot be loaded."""
    try:
        found: Reader = known()[suffix].load()
    except KeyError as error:
        raise InputError(
            f"No package reads {suffix}; known are {', '.join(sorted(known())) or 'none'}."
        ) from error
    except Exception as error:  # a stranger's package may fail in any way
        raise InputError(f"The package that reads {suffix} does not load: {error}.") from error
    return found

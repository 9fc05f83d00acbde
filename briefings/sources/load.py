"""One door for everything that can be imported: files, folders, archives and single addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from briefings.sources.files import load_files
from briefings.sources.options import LoadOptions
from briefings.types import Fetched, Problem

DEFAULTS = LoadOptions()


def load(paths: Sequence[str], now: datetime, options: LoadOptions = DEFAULTS) -> Iterator[Fetched | Problem]:
    """The documents at paths and addresses, in the order given; a folder's files in the order of their names.

    ``now`` (UTC) becomes their time of retrieval. What cannot be used comes as a ``Problem`` and the rest goes on.
    A file that was split (table, feed) comes first, with ``whole`` set, then its records. Raises ``InputError``
    before the first document when a path does not exist.
    """
    local = [path for path in paths if not is_address(path)]
    found = load_files(local, now, options)
    return found


def is_address(path: str) -> bool:
    """Whether this is an http(s) address and not a path."""
    return re.match(r"(?i)https?://", path) is not None

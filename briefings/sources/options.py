"""What an import may take in, and which columns of a table mean what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class LoadOptions:
    """Limits and the mapping of columns."""

    columns: Mapping[str, str] = field(default_factory=dict)
    """What a column of a table, or a key of a JSON record, means: ``{date: "Erschienen am"}``; a key inside another
    is written ``date.created``. Recognised names need no entry."""
    records: str = ""
    """Where the list of records stands in a JSON document (``data.items``); ``""`` = where it usually does."""
    max_document: int = 20 * MEGABYTE
    """Bytes of one text, page or mail; a longer one is no article."""
    max_file: int = 500 * MEGABYTE
    """Bytes of one table, feed, mailbox or archive, unpacked."""
    max_tree: int = 100 * MEGABYTE
    """Bytes of a feed or a JSON document: it is taken in as a whole, and takes up to six times as much memory."""
    max_records: int = 1_000_000
    """Records of one table: a hundred times what a large week holds."""
    max_members: int = 20_000
    """Files in one archive."""
    max_ratio: int = 200
    """How many times its packed size a member of an archive may have; text packs 3 to 20 times."""
    timeout: float = 30.0
    """Seconds for one page fetched by its address."""
    allow_private: bool = False
    """Whether an address that was given may lie in a private network or on this machine."""

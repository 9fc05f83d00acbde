"""What a block came to, as plain JSON, so that the next run need not go through it again.

A block is known by a seal: the checksum of all that its documents say, of the blocks before it and of the options. So
what is remembered is the same as what would be worked out, or is not found. Of another program nothing must be found:
that is for the memory to see to.
"""

from __future__ import annotations

import hashlib
from base64 import b64decode, b64encode
from typing import TYPE_CHECKING, Any, Protocol

from briefings.stories.bags import Bags
from briefings.stories.copies import Anchors
from briefings.stories.features import Doc, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from briefings.stories.bags import Ints, Vocabulary
    from briefings.stories.features import Bare
    from briefings.stories.options import ClusterOptions

_PARTS = ("bag", "signs", "opening", "title", "lead", "what", "abroad")


_FEW = 256
"""Values that a byte can tell apart."""


class Memory(Protocol):
    """Where JSON values are kept between runs; it may lose any of them."""

    def take(self, name: str, /) -> Any:
        """Return what was kept under a name, or ``None``."""

    def keep(self, name: str, value: Any, /) -> None:
        """Keep something under a name."""


def first_seal(options: ClusterOptions) -> str:
    """Return the seal of no blocks."""
    return hashlib.sha256(repr(options).encode()).hexdigest()


def next_seal(seal: str, block: Sequence[Bare]) -> str:
    """Return the seal of a block and of all before it, whose seal is given."""
    found = hashlib.sha256(seal.encode())
    for one in block:
        said = (one.title.encode("utf-8", "surrogatepass"), one.text.encode("utf-8", "surrogatepass"))
        found.update(repr([*map(len, said), *_beside(one)]).encode("utf-8", "surrogatepass"))
        for text in said:
            found.update(text)
    return found.hexdigest()


def _beside(one: Bare) -> list[object]:
    """Return all that a document says beside title and text."""
    plain = [one.id, one.language, one.day, one.happened, one.outlet, one.dates]
    return [*plain, sorted(one.topics.items()), *map(sorted, (one.places, one.where, one.spots, one.titled))]


def pack(array: NDArray[Any]) -> list[Any]:
    """Return an array as JSON: how it was, how it is kept, and what; in as few bytes as lose nothing.

    Few values are kept as their places in a list of them. It is not compressed: that would take longer than all the
    rest, and spare a fifth.
    """
    import numpy as np

    kept, values = _small(array), []
    if kept.dtype == np.float64 and len(once := np.unique(kept)) <= _FEW:
        kept, values = np.searchsorted(once, kept).astype(np.uint8), [once.tolist()]
    return [array.dtype.str, kept.dtype.str, b64encode(kept.tobytes()).decode(), *values]


def _small(array: NDArray[Any]) -> NDArray[Any]:
    import numpy as np

    if not len(array) or array.dtype == np.uint64:  # checksums
        return array
    low, high = array.min(), array.max()
    for kind in (np.uint8, np.uint16, np.int32):
        if np.iinfo(kind).min <= low and high <= np.iinfo(kind).max:
            kept = array.astype(kind)
            if (kept == array).all():
                return kept
    return array


def unpack(kept: Sequence[Any]) -> NDArray[Any]:
    """Return the array of ``pack``."""
    import numpy as np

    found: NDArray[Any] = np.frombuffer(b64decode(kept[2]), np.dtype(kept[1]))
    if len(kept) > 3:
        found = np.array(kept[3])[found]
    return found.astype(np.dtype(kept[0]), copy=False)


def pack_table(table: Table) -> dict[str, Any]:
    """Return a table with the names of its own features."""
    import numpy as np

    used = np.flatnonzero(np.bincount(np.concatenate([getattr(table, part).keys for part in _PARTS])))
    own = np.zeros(len(table.vocabulary.names) + 1, np.int64)
    own[used] = np.arange(len(used))
    parts = {part: _pack_bags(getattr(table, part), own) for part in _PARTS}
    anchors = [pack(kind) for kind in (table.anchors.words, table.anchors.text, table.anchors.run)]
    return parts | {"anchors": anchors, "names": [table.vocabulary.names[at] for at in used.tolist()]}


def _pack_bags(bags: Bags, own: Ints) -> list[list[Any]]:
    return [pack(bags.starts), pack(own[bags.keys]), pack(bags.counts)]


def unpack_table(kept: dict[str, Any], vocabulary: Vocabulary) -> Table:
    """Return the table; features that are new get their numbers in the order in which they had got them."""
    numbers = vocabulary.numbers(kept["names"], len(kept["names"]))

    def bags(part: str) -> Bags:
        starts, keys, counts = map(unpack, kept[part])
        return Bags(starts, numbers[keys], counts)

    anchors = Anchors(*map(unpack, kept["anchors"]))
    return Table(vocabulary, anchors=anchors, **{part: bags(part) for part in _PARTS})


def pack_doc(doc: Doc) -> list[Any]:
    """Return what was read of one document, beside its table."""
    return [
        list(doc.tongue),
        doc.cased,
        doc.size,
        doc.body,
        *(sorted(own) for own in (doc.heading, doc.heading_names, doc.heading_numbers)),
        {unit: sorted(numbers) for unit, numbers in sorted(doc.units.items())},
        sorted(map(list, doc.days)),
        doc.incident,
        sorted(map(list, doc.named)),
    ]


def unpack_doc(kept: Sequence[Any], document: Bare, table: Table, at: int) -> Doc:
    """Return the document."""
    tongue, cased, size, body, heading, names, numbers, units, days, incident, named = kept
    return Doc(
        document,
        (tongue[0], tongue[1]),
        cased,
        size,
        body,
        frozenset(heading),
        frozenset(names),
        frozenset(numbers),
        {unit: frozenset(own) for unit, own in units.items()},
        frozenset(map(tuple, days)),
        incident,
        frozenset(map(tuple, named)),
        table,
        at,
    )

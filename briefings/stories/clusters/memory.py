"""What a block came to, and all of them together, as bytes, so that the next run need not go through it again.

A block is known by a seal: the checksum of all that its documents say, of the blocks before it and of the options. So
what is remembered is the same as what would be worked out, or is not found. Of another program nothing must be found:
that is for the memory to see to.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields
from typing import TYPE_CHECKING, Any, Protocol

from briefings.stories.alike.vectors import Near
from briefings.stories.texts.anchors import Anchors
from briefings.stories.texts.bags import Bags
from briefings.stories.texts.docs import Columns
from briefings.stories.texts.features import Doc, Table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from briefings.stories.clusters.options import ClusterOptions
    from briefings.stories.texts.bags import Vocabulary
    from briefings.stories.texts.features import Bare

    _Day = tuple[int, int]
    _Kinds = tuple[frozenset[str], Mapping[str, frozenset[str]], frozenset[_Day], frozenset[_Day]]

_PARTS = ("bag", "signs", "opening", "title", "lead", "what", "abroad")
_ANCHORS = ("words", "text", "run")


_COLUMNS = tuple(one.name for one in fields(Columns))

_FEW = 256
"""Values that a byte can tell apart."""


class Memory(Protocol):
    """Where bytes are kept between runs; it may lose any of them."""

    def take(self, name: str, /) -> bytes | None:
        """Return what was kept under a name, or ``None``."""

    def keep(self, name: str, body: bytes, /) -> None:
        """Keep something under a name."""


def first_seal(options: ClusterOptions) -> str:
    """Return the seal of no blocks."""
    return hashlib.sha256(repr(options).encode()).hexdigest()


def next_seal(seal: str, block: Sequence[Bare]) -> str:
    """Return the seal of a block and of all before it, whose seal is given."""
    beside = repr([_beside(one) for one in block])
    found = hashlib.sha256(f"{seal} {len(beside)} {beside}".encode("utf-8", "surrogatepass"))
    for one in block:
        found.update(one.title.encode("utf-8", "surrogatepass"))
        found.update(one.text.encode("utf-8", "surrogatepass"))
    return found.hexdigest()


def _beside(one: Bare) -> tuple[object, ...]:
    """Return all that a document says beside title and text, and how long these are."""
    sizes = len(one.title), len(one.text)
    plain = (one.id, one.language, one.day, one.happened, one.outlet, one.dates)
    named = (one.topics.items(), one.speakers, one.places, one.where, one.spots, one.titled)
    return *sizes, *plain, *[sorted(own) if own else () for own in named]


def pack(said: Any, arrays: Mapping[str, NDArray[Any]]) -> bytes:
    """Return what JSON can say and arrays, in as few bytes as lose nothing.

    Few values are kept as their places in a list of them. It is not compressed: that would take longer than all the
    rest, and spare a fifth.
    """
    small = {name: _small(array) for name, array in arrays.items()}
    kinds = [
        [name, arrays[name].dtype.str, kept.dtype.str, len(kept), values]
        for name, (kept, values) in small.items()
    ]
    head = json.dumps([said, kinds], ensure_ascii=False, separators=(",", ":"))
    return b"".join(
        (head.encode("utf-8", "surrogatepass"), b"\n", *(kept.tobytes() for kept, _ in small.values()))
    )


def _small(array: NDArray[Any]) -> tuple[NDArray[Any], list[float]]:
    """Return how an array is kept, and the values whose places it then tells, if any."""
    import numpy as np

    if not len(array) or array.dtype == np.uint64:  # checksums
        return array, []
    low, high = array.min(), array.max()
    for kind in (np.uint8, np.uint16, np.int32):
        if np.iinfo(kind).min <= low and high <= np.iinfo(kind).max:
            kept = array.astype(kind)
            if (kept == array).all():
                return kept, []
    if array.dtype == np.float64 and len(once := np.unique(array)) <= _FEW:
        return np.searchsorted(once, array).astype(np.uint8), once.tolist()
    return array, []


def unpack(kept: bytes) -> tuple[Any, dict[str, NDArray[Any]]]:
    """Return what was said, and the arrays."""
    import numpy as np

    end = kept.index(b"\n")
    said, kinds = json.loads(kept[:end])
    found, at = {}, end + 1
    for name, kind, small, number, values in kinds:
        array = np.frombuffer(kept, np.dtype(small), number, at)
        at += array.nbytes
        found[name] = (np.array(values)[array] if values else array).astype(np.dtype(kind), copy=False)
    return said, found


def pack_pairs(pairs: Near) -> dict[str, NDArray[Any]]:
    """Return pairs as arrays."""
    return {"a": pairs.a, "b": pairs.b, "score": pairs.score}


def unpack_pairs(arrays: Mapping[str, NDArray[Any]]) -> Near:
    """Return the pairs."""
    return Near(arrays["a"], arrays["b"], arrays["score"])


def pack_table(table: Table) -> tuple[list[str], dict[str, NDArray[Any]]]:
    """Return the names of a table's own features, and the table as arrays."""
    import numpy as np

    used = np.flatnonzero(np.bincount(np.concatenate([getattr(table, part).keys for part in _PARTS])))
    own = np.zeros(len(table.vocabulary.names) + 1, np.int64)
    own[used] = np.arange(len(used))
    found: dict[str, NDArray[Any]] = {kind: getattr(table.anchors, kind) for kind in _ANCHORS}
    for part in _PARTS:
        bags: Bags = getattr(table, part)
        found |= {
            f"{part} starts": bags.starts,
            f"{part} keys": own[bags.keys],
            f"{part} counts": bags.counts,
        }
    return [table.vocabulary.names[at] for at in used.tolist()], found


def unpack_table(names: Sequence[str], arrays: Mapping[str, NDArray[Any]], vocabulary: Vocabulary) -> Table:
    """Return the table; features that are new get their numbers in the order in which they had got them."""
    numbers = vocabulary.numbers(names)

    def bags(part: str) -> Bags:
        starts, keys, counts = (arrays[f"{part} {kind}"] for kind in ("starts", "keys", "counts"))
        return Bags(starts, numbers[keys], counts).small()

    anchors = Anchors(*(arrays[kind] for kind in _ANCHORS))
    return Table(vocabulary, anchors=anchors, **{part: bags(part) for part in _PARTS})


def pack_columns(columns: Columns, fresh: int) -> dict[str, NDArray[Any]]:
    """Return as arrays what documents from a position on tell."""
    import numpy as np

    found = {one: getattr(columns, one)[fresh:] for one in _COLUMNS}
    return found | {"day": np.nan_to_num(found["day"], nan=-1.0)}


def unpack_columns(arrays: Mapping[str, NDArray[Any]]) -> Columns:
    """Return what the documents tell."""
    import numpy as np

    day = np.where(arrays["day"] < 0, np.nan, arrays["day"])
    return Columns(**{one: arrays[one] for one in _COLUMNS} | {"day": day})


def pack_docs(docs: Sequence[Doc]) -> list[Any]:
    """Return what was read of documents, beside their table and what they tell; most have nothing of some kinds."""
    tongues = sorted({doc.tongue for doc in docs})
    place = {tongue: at for at, tongue in enumerate(tongues)}
    beside = {at: own for at, doc in enumerate(docs) if any(own := _kinds(doc))}
    return [tongues, [place[doc.tongue] for doc in docs], [*beside.items()]]


def _kinds(doc: Doc) -> list[Any]:
    return [
        sorted(doc.heading_numbers),
        {unit: sorted(numbers) for unit, numbers in sorted(doc.units.items())},
        sorted(map(list, doc.days)),
        sorted(map(list, doc.named)),
    ]


def unpack_docs(kept: Sequence[Any], columns: Columns, documents: Sequence[Bare], table: Table) -> list[Doc]:
    """Return the documents."""
    tongues, tongue, beside = kept
    spoken = [(script, language) for script, language in tongues]
    had = {at: _unpacked(*own) for at, own in beside}
    told = (getattr(columns, one).tolist() for one in ("cased", "size", "body", "headed", "incident"))
    none: _Kinds = (frozenset(), {}, frozenset(), frozenset())
    found = []
    for at, (document, letters, cased, size, body, headed, incident) in enumerate(
        zip(documents, tongue, *told, strict=True)
    ):
        numbers, units, days, named = had.get(at, none)
        found.append(
            Doc(
                document,
                spoken[letters],
                cased,
                size,
                body,
                headed,
                numbers,
                units,
                days,
                incident,
                named,
                table,
                at,
            )
        )
    return found


def _unpacked(numbers: Any, units: Any, days: Any, named: Any) -> _Kinds:
    return (
        frozenset(numbers),
        {unit: frozenset(own) for unit, own in units.items()},
        frozenset(map(tuple, days)),
        frozenset(map(tuple, named)),
    )

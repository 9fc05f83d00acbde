"""Many documents, and what is asked of all of them at once: an array asks a hundred times faster than they tell."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cached_property
from typing import TYPE_CHECKING, Any

from briefings.stories.texts.features import Doc

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefings.stories.texts.bags import Flags, Floats, Ints
    from briefings.stories.texts.features import Table


@dataclass(frozen=True, slots=True)
class Columns:
    """Of each document what ``Doc`` tells under the same name."""

    size: Ints
    body: Ints
    full: Floats
    headline: Floats
    headed: Flags
    cased: Flags
    incident: Flags
    contents: Flags
    beside: Ints
    day: Floats
    """Not a number for one without a date."""

    @classmethod
    def of(cls, docs: Sequence[Doc]) -> Columns:
        """Return what the documents tell."""
        import numpy as np

        def told(name: str, kind: type) -> Any:
            return np.fromiter((getattr(doc, name) for doc in docs), kind, len(docs))

        flags = {name: told(name, np.bool_) for name in ("headed", "cased", "incident", "contents")}
        whole = {name: told(name, np.int64) for name in ("size", "body", "beside")}
        parts = {name: told(name, np.float64) for name in ("full", "headline")}
        return cls(**flags, **whole, **parts, day=days(docs))

    def take(self, wanted: Sequence[int] | Ints) -> Columns:
        """Return what some documents tell."""
        return Columns(*(getattr(self, one.name)[wanted] for one in fields(self)))

    def with_(self, more: Columns) -> Columns:
        """Return what these and then more documents tell."""
        import numpy as np

        pairs = ((getattr(self, one.name), getattr(more, one.name)) for one in fields(self))
        return Columns(*map(np.concatenate, pairs))


def days(docs: Sequence[Doc]) -> Floats:
    """Return the day of each document; not a number for one without a date."""
    import numpy as np

    found = (np.nan if doc.bare.day is None else doc.bare.day for doc in docs)
    return np.fromiter(found, np.float64, len(docs))


class Docs(list[Doc]):
    """Documents; what they tell need not be asked again if it is known."""

    def __init__(self, docs: Iterable[Doc], columns: Columns | None = None) -> None:
        super().__init__(docs)
        if columns is not None:
            self.__dict__["columns"] = columns

    @cached_property
    def columns(self) -> Columns:
        """Return what they tell."""
        return Columns.of(self)

    @cached_property
    def tables(self) -> list[tuple[Table, list[int]]]:
        """Return the tables in the order of the documents, each with the rows wanted."""
        found: list[tuple[Table, list[int]]] = []
        begin = 0
        every = [doc.table for doc in self]
        for end in range(1, len(every) + 1):
            if end == len(every) or every[end] is not every[begin]:
                found.append((every[begin], [doc.at for doc in self[begin:end]]))
                begin = end
        return found


def together(docs: Sequence[Doc]) -> Docs:
    """Return the documents as such."""
    return docs if isinstance(docs, Docs) else Docs(docs)

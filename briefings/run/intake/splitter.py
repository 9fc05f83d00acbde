"""Files to documents, each file taken apart in a process that it may cost.

A table, a workbook, a feed or an archive is a stranger's work as much as a page is, and may be built to keep its parser
busy for ever or to fill the memory. What was found before that is kept; the next file, or the next member of an
archive, goes to a fresh process.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from multiprocessing.connection import Connection

from briefings import sources
from briefings.run.intake.bounded import STOCK, Bounded, Limits, Lost, lost, renew
from briefings.sources import Blob, LoadOptions
from briefings.types import Fetched, Problem

_LARGE = 1_000_000
"""Bytes of a document that go through the line by themselves: packed with the rest they would be copied twice."""
_LIMITS = Limits(memory=700_000_000)
"""A file has more memory than a page: it is held as a whole, and this is the only process at work meanwhile. The time
is that from one document to the next."""

_MEND = "what was found in it before is kept: split or unpack it, or save it as CSV, and import it again."
_MOST_LOST = 10
"""Members of one archive that may cost a process before the rest of it is left: each takes up to half a minute."""


@dataclass(frozen=True, slots=True)
class _At:
    """How far a file is: at its part of this number, which lies at this path; ``""`` when it is not yet opened."""

    number: int
    path: str = ""


def load(
    paths: Sequence[str], now: datetime, options: LoadOptions | None = None, limits: Limits = _LIMITS
) -> Iterator[Fetched | Problem]:
    """What ``sources.load`` gives; raises ``InputError`` at once when a path does not exist."""
    return _each(sources.listed(paths), _Splitter(now, options or LoadOptions(), limits))


def _each(entries: Iterator[str | Problem], splitter: _Splitter) -> Iterator[Fetched | Problem]:
    try:
        for entry in entries:
            if isinstance(entry, Problem):
                yield entry
            else:
                yield from splitter.split(entry)
    finally:
        splitter.end()


class _Splitter:
    """A process that takes files apart, started anew for the file after one that it fell over."""

    def __init__(self, now: datetime, options: LoadOptions, limits: Limits) -> None:
        self._args = (now, options, limits)
        self._limits = limits
        self._process: Bounded | None = None

    def split(self, path: str) -> Iterator[Fetched | Problem]:
        """The documents in one file, as they are found; what a member of an archive costs is that member."""
        first = 0
        for _ in range(_MOST_LOST):
            at = yield from self._split(path, first)
            if at is None or at.path in {"", path}:
                return
            first = at.number + 1
        yield Problem(
            "sources", path, f"{_MOST_LOST} of its files were too much; what follows was not read: unpack it."
        )

    def _split(self, path: str, first: int) -> Generator[Fetched | Problem, None, _At | None]:
        """The documents in a file from one of its parts on; returns the part that was too much for its reader."""
        self._process = self._process or Bounded(_serve, self._args, STOCK, self._limits)
        at, lost = _At(first), None
        try:
            self._process.line.send((path, first))
            while lost is None:
                item = self._received(self._process.line)
                if item is None:
                    return None
                if isinstance(item, Lost):
                    lost = item
                elif isinstance(item, _At):
                    at = item
                else:
                    yield item
        except (EOFError, OSError):
            lost = self._process.fallen() or Lost("was being read when the system ended the reader")
        self.end()
        yield Problem("sources", at.path or path, f"It {lost.reason}; {_MEND}")
        return at

    def _received(self, line: Connection) -> Fetched | Problem | _At | Lost | None:
        """What comes through the line; ``None`` at the end of a file."""
        if not line.poll(self._limits.patience):
            return Lost("keeps its reader waiting")
        item: Fetched | Problem | _At | Lost | None = line.recv()
        if isinstance(item, Fetched) and not item.raw:
            return replace(item, raw=line.recv_bytes())
        return item

    def end(self) -> None:
        """Ends the process."""
        if self._process:
            self._process.end()
            self._process = None


def _serve(line: Connection, now: datetime, options: LoadOptions, limits: Limits) -> None:
    """The process's life: a path and its first part in, the documents out one by one, until the line is closed."""
    while True:
        try:
            path, first = line.recv()
        except (EOFError, ConnectionResetError):  # the one who asked is gone
            return
        renew(limits)
        try:
            for number, part in enumerate(sources.parts(path, now, options)):
                renew(limits)
                if number >= first:
                    _split(line, number, part, options, limits)
        except (BrokenPipeError, ConnectionResetError):  # nobody listens any more
            return
        except Exception as error:  # noqa: BLE001 (whatever a file does to its reader, it costs itself alone)
            line.send(lost(error, limits))
        else:
            line.send(None)


def _split(line: Connection, number: int, part: Blob | Problem, options: LoadOptions, limits: Limits) -> None:
    if isinstance(part, Problem):
        line.send(part)
        return
    line.send(_At(number, part.path))
    for item in sources.split(part, options):
        _give(line, item)
        renew(limits)
    line.send(_At(number + 1))


def _give(line: Connection, item: Fetched | Problem) -> None:
    if isinstance(item, Fetched) and (len(item.raw) > _LARGE or not item.raw):
        line.send(replace(item, raw=b""))
        line.send_bytes(item.raw)
    else:
        line.send(item)

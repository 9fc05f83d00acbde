"""Work on strangers' documents, done by processes that may hang, swell or crash without harm to anything else.

What ends a process costs the item that it was working on; a fresh one goes on with the next. Results come in the order
of the items, whatever the number of processes. A single document is worked on in the same way: there is no second,
unprotected one.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection, wait
from types import TracebackType
from typing import Any, Generic, TypeVar

from briefings.run.intake.bounded import STOCK, Bounded, Limits, Lost, lost, renew

T = TypeVar("T")
R = TypeVar("R")

_MOST = 8
"""Processes; more bring little, and each holds working memory."""
_GROUP = 100_000
"""Size of the items that a process is given at once: handing over little ones one by one would cost as much as they."""
_GROUPED = 32
"""Items that are given at once at most."""
_HELD = 64_000_000
"""Size of the items that may be begun before the first of them is done: bounds the results held back for order."""
_TRIES = 2
"""Times that an item is begun whose process was killed from outside, as a system short of memory does."""
_ENDED = Lost("was being read when the system ended the reader, twice")


@dataclass(frozen=True, slots=True)
class _Group:
    """Items that a process works on one after the other, with their places in the order."""

    items: tuple[tuple[int, Any], ...]
    tries: int = 1


@dataclass(slots=True)
class _Hand:
    """A process, and what it is at."""

    process: Bounded
    group: _Group | None = None
    until: float = 0.0

    @property
    def line(self) -> Connection:
        """The line to the process."""
        return self.process.line


class Crew(Generic[T, R]):
    """Processes that do ``work`` on items; both must be picklable."""

    def __init__(
        self,
        work: Callable[[T], R],
        size: Callable[[T], int],
        load: tuple[str, ...] = STOCK,
        limits: Limits | None = None,
    ) -> None:
        """``size`` is an item's in bytes, about; ``load`` names the modules that every process needs."""
        self._work = work
        self._size = size
        self._limits = limits or Limits()
        self._most = self._limits.processes or min(_cores(), _MOST)
        self._load = load
        self._hands: list[_Hand] = []

    def __enter__(self) -> Crew[T, R]:
        """The crew; processes are started as there is work for them."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Ends every process."""
        while self._hands:
            self._hands.pop().process.end()

    def results(self, items: Iterable[T]) -> Iterator[tuple[T, R | Lost]]:
        """Each item with its result, in the order of the items; they are taken as there is room for them."""
        groups, again = self._groups(items), deque[_Group]()
        begun: dict[int, T] = {}
        done: dict[int, R | Lost] = {}
        held = out = 0
        while True:
            while self._is_free() and (again or held < _HELD):
                group = again.popleft() if again else next(groups, None)
                if group is None:
                    break
                fresh = {place: item for place, item in group.items if place not in begun}
                begun |= fresh
                held += sum(map(self._size, fresh.values()))
                self._give(group)
            if not any(hand.group for hand in self._hands):
                return
            for answer in self._answers():
                if isinstance(answer, _Group):
                    again.extend(_apart(answer))
                else:
                    done |= answer
            while out in done:
                item = begun.pop(out)
                held -= self._size(item)
                yield item, done.pop(out)
                out += 1

    def _groups(self, items: Iterable[T]) -> Iterator[_Group]:
        group, size = list[tuple[int, T]](), 0
        for place, item in enumerate(items):
            if group and (size + self._size(item) > _GROUP or len(group) == _GROUPED):
                yield _Group(tuple(group))
                group, size = [], 0
            group.append((place, item))
            size += self._size(item)
        if group:
            yield _Group(tuple(group))

    def _is_free(self) -> bool:
        return len(self._hands) < self._most or any(hand.group is None for hand in self._hands)

    def _give(self, group: _Group) -> None:
        hand = next((hand for hand in self._hands if hand.group is None), None) or self._hire()
        hand.group, hand.until = group, time.monotonic() + self._limits.patience
        with contextlib.suppress(OSError):  # it was killed while it waited: its closed line will say so
            hand.line.send([item for _, item in group.items])

    def _hire(self) -> _Hand:
        process = Bounded(_serve, (self._work, self._limits), self._load, self._limits)
        self._hands.append(_Hand(process))
        return self._hands[-1]

    def _answers(self) -> Iterator[Mapping[int, Any] | _Group]:
        """What has ended by now, once there is something: results by place, or a group that must be begun again."""
        busy = [hand for hand in self._hands if hand.group]
        ready = wait([hand.line for hand in busy], max(0.0, min(h.until for h in busy) - time.monotonic()))
        now = time.monotonic()
        for hand in busy:
            group = hand.group
            if group and (hand.line in ready or hand.until <= now):
                hand.group = None
                results = self._received(hand) if hand.line in ready else Lost("keeps its reader waiting")
                if not isinstance(results, list) or any(isinstance(result, Lost) for result in results):
                    self._hands.remove(hand)
                    hand.process.end()
                yield _settled(group, results)

    def _received(self, hand: _Hand) -> list[Any] | Lost | None:
        """The results of a group, why its process fell, or ``None`` when it was killed from outside."""
        try:
            results: list[Any] = hand.line.recv()
        except (EOFError, OSError):
            return hand.process.fallen()
        return results


def _settled(group: _Group, results: list[Any] | Lost | None) -> Mapping[int, Any] | _Group:
    """The results by place; the group itself when it must be begun again, to find the item that cost the process."""
    places = [place for place, _ in group.items]
    if isinstance(results, list):
        return dict(zip(places, results, strict=True))
    if len(places) > 1:
        return group
    if results is None and group.tries < _TRIES:
        return replace(group, tries=group.tries + 1)
    return {places[0]: results or _ENDED}


def _apart(group: _Group) -> Iterator[_Group]:
    return (replace(group, items=(one,)) for one in group.items)


def _serve(line: Connection, work: Callable[[Any], Any], limits: Limits) -> None:
    """A process's life: some items in, their results out, until the line is closed."""
    while True:
        try:
            items = line.recv()
        except (EOFError, ConnectionResetError):  # the one who asked is gone
            return
        line.send([_done(work, item, limits) for item in items])


def _done(work: Callable[[Any], Any], item: object, limits: Limits) -> object:
    renew(limits)
    try:
        return work(item)
    except Exception as error:  # noqa: BLE001 (whatever a document does to its reader, it costs itself alone)
        return lost(error, limits)


def _cores() -> int:
    """Cores that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # macOS
        return os.cpu_count() or 1

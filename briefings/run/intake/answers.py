"""What sources answered, made sense of in processes that an answer may cost.

A feed is a stranger's work: one of a megabyte can keep its parser busy for minutes. It costs its own source this poll,
and no other source its deadline.
"""

from __future__ import annotations

import os
import queue
from dataclasses import replace
from datetime import datetime
from multiprocessing.connection import Connection
from types import TracebackType

from briefings.run.intake.bounded import STOCK, Bounded, Limits, Lost, lost, renew
from briefings.sources.polling import poll
from briefings.sources.polling.fetch import Answer
from briefings.sources.polling.poll import Outcome
from briefings.types import Memory, Poll, Source

_MOST = 4
"""Processes; answers come in more slowly than they are parsed."""


_LIMITS = Limits(seconds=20)
"""The largest answer that is let in takes five on a slow core."""


class Answers:
    """Called as ``sources.polling.poll.answered`` is, by many threads; use it as a context manager."""

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or _LIMITS
        self._idle = queue.LifoQueue[Bounded | None]()
        for _ in range(min(os.cpu_count() or 1, _MOST)):
            self._idle.put(None)

    def __enter__(self) -> Answers:
        """Processes are started as there is work for them."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Ends every process."""
        while not self._idle.empty():
            if process := self._idle.get():
                process.end()

    def __call__(self, source: Source, memory: Memory, now: datetime, answer: Answer) -> Outcome:
        """What an answer means; one that is too much for its parser is broken."""
        process = self._idle.get()
        try:
            process = process or Bounded(_serve, (self._limits,), STOCK, self._limits)
            outcome = self._given(process, (source, memory, now, answer))
            if isinstance(outcome, Lost):
                process.end()
                process = None
                reason = f"The answer {outcome.reason}: look at what lies at this address."
                told = Poll(source.id, now, "broken", memory, status=answer.status, address=answer.url)
                told = replace(told, transferred=answer.transferred, reason=reason)
                return Outcome(poll.failed(told))
            return outcome
        finally:
            self._idle.put(process)

    def _given(self, process: Bounded, task: tuple[Source, Memory, datetime, Answer]) -> Outcome | Lost:
        try:
            process.line.send(task)
            if not process.line.poll(self._limits.patience):
                return Lost("keeps its reader waiting")
            outcome: Outcome | Lost = process.line.recv()
        except (EOFError, OSError):
            return process.fallen() or Lost("was being read when the system ended the reader")
        return outcome


def _serve(line: Connection, limits: Limits) -> None:
    """The process's life: an answer in, its meaning out, until the line is closed."""
    while True:
        try:
            task = line.recv()
        except (EOFError, ConnectionResetError):  # the one who asked is gone
            return
        renew(limits)
        try:
            outcome: Outcome | Lost = poll.answered(*task)
        except Exception as error:  # noqa: BLE001 (whatever an answer does to its reader, it costs itself alone)
            outcome = lost(error, limits)
        line.send(outcome)

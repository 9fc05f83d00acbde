"""A process that works on strangers' documents and may cost so much computing time and memory, and no more.

The kernel enforces both, so that a loop inside a C library ends as well, and a busy machine gives no other results
than an idle one. Starting a process costs a few milliseconds, because it is a copy of a server that has loaded the
libraries.
"""

from __future__ import annotations

import contextlib
import importlib
import multiprocessing
import re
import resource
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from pathlib import Path
from types import ModuleType
from typing import Any

STOCK = (
    "briefings.run.intake.stock",
    "briefings.run.intake.readers",
    "briefings.run.intake.splitter",
    "briefings.run.intake.answers",
)
"""What the server loads for all its copies: there is one server, so it is the same for whoever is first."""
_ONE_AT_A_TIME = threading.Lock()
"""Held while a process is started or its status is read."""
_PARTING = 10.0
"""Seconds within which a process has ended that has closed its line."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one item may cost its process."""

    seconds: int = 30
    """Of computing; the slowest page that is let in takes five on a slow core."""
    memory: int = 600_000_000
    """Bytes, besides what the libraries take; counted on Linux alone."""
    patience: float = 300.0
    """Seconds by the clock after which a process that has not answered is ended, though it does not compute; little
    items that were given together share them."""
    processes: int = 0
    """How many work at once; 0: one for each core, at most eight."""


@dataclass(frozen=True, slots=True)
class Lost:
    """What became of an item that was too much."""

    reason: str
    """A clause without its subject: ``takes more than 30 s of computing``."""


class Bounded:
    """A process and the line to it."""

    def __init__(
        self, serve: Callable[..., None], args: tuple[Any, ...], load: tuple[str, ...], limits: Limits
    ):
        """Starts ``serve(line, *args)`` within limits, with these modules loaded."""
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload([__name__, *load])
        self._limits = limits
        self.line, theirs = context.Pipe()
        self._process = context.Process(target=_begun, args=(serve, theirs, args, load, limits), daemon=True)
        with _nameless():
            self._process.start()
        theirs.close()

    def end(self, patience: float = 0.0) -> int | None:
        """Ends the process, if it does not end by itself within so many seconds; its exit status.

        The status can be read once, and whoever starts a process reads those of all that have ended: so we wait
        without reading, and read while nobody starts one. Else one of two threads reads nothing, and says 255.
        """
        ended = wait([self._process.sentinel], patience)
        with _ONE_AT_A_TIME:
            if not ended:
                self._process.kill()
            self._process.join()
        self.line.close()
        return self._process.exitcode

    def fallen(self) -> Lost | None:
        """Why the process closed its line; ``None`` when it was killed from outside."""
        status = self.end(_PARTING)
        if status == -signal.SIGXCPU:
            return Lost(f"takes more than {self._limits.seconds} s of computing")
        return None if status == -signal.SIGKILL else Lost(f"crashes its reader (status {status})")


def renew(limits: Limits) -> None:
    """Grants this process the computing time of one more item."""
    _limit(resource.RLIMIT_CPU, int(time.process_time()) + 1 + limits.seconds)


def lost(error: Exception, limits: Limits) -> Lost:
    """What an error says of the item that raised it."""
    if isinstance(error, MemoryError):
        return Lost(f"needs more than {limits.memory // 1_000_000} MB of memory")
    return Lost(f"breaks its reader ({type(error).__name__})")


@contextlib.contextmanager
def _nameless() -> Iterator[None]:
    """Starts processes that do not run the caller's script again, which they would to find what it defines.

    Nothing of it is needed, and a script without ``if __name__ == "__main__":`` would call us from there once more.
    """
    with _ONE_AT_A_TIME:
        main = sys.modules["__main__"]
        sys.modules["__main__"] = ModuleType("__main__")
        try:
            yield
        finally:
            sys.modules["__main__"] = main


def _begun(
    serve: Callable[..., None], line: Connection, args: tuple[Any, ...], load: tuple[str, ...], limits: Limits
) -> None:
    """A process's life.

    The server loads the modules for all its copies, unless it was started by somebody else: then each loads them
    itself, before what they take is measured.
    """
    for name in load:
        importlib.import_module(name)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one who asked is told, and ends us
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_DATA, _data() + limits.memory)
    serve(line, *args)


def _limit(what: int, value: int) -> None:
    """Sets a limit of this process as far as the system lets it."""
    hardest = resource.getrlimit(what)[1]
    if hardest != resource.RLIM_INFINITY:
        value = min(value, hardest)
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(what, (value, hardest))


def _data() -> int:
    """Bytes of data that this process has mapped."""
    try:
        status = Path("/proc/self/status").read_text("ascii")
    except OSError:  # macOS, which does not heed the limit either
        return 0
    found = re.search(r"VmData:\s+(\d+) kB", status)
    return 1024 * int(found[1]) if found else 0

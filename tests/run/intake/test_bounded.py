"""How a process ended is known, whatever other threads start and end at the same time."""

from __future__ import annotations

import os
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection

from briefings.run.intake.bounded import Bounded, Limits, Lost


def test_no_thread_reads_another_ones_status() -> None:
    with ThreadPoolExecutor(8) as threads:
        told = Counter(threads.map(lambda _: Bounded(_fails, (), (), Limits()).fallen(), range(400)))
    assert told == {Lost("crashes its reader (status 7)"): 400}


def _fails(line: Connection) -> None:
    os._exit(7)

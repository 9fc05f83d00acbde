"""What one item does to its process costs that item alone; the results come in order, whoever did the work."""

from __future__ import annotations

import multiprocessing
import os
import re
import signal
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from briefings.run.intake.bounded import Limits, Lost
from briefings.run.intake.crew import Crew

LIMITS = Limits(seconds=1, memory=400_000_000)


def work(item: str) -> str:
    """Does what the item says."""
    kind, _, rest = item.partition(" ")
    if kind == "compute":
        re.match("(a+)+$", "a" * 60 + "b")  # a loop inside a C library, which no exception reaches
    elif kind == "swell":
        return str(len(b"x" * 2_000_000_000))
    elif kind == "swell-slowly":
        held: list[str] = []
        while True:
            held.append("x" * 1000 + str(len(held)))
    elif kind == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    elif kind == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    elif kind == "killed-once" and not Path(rest).exists():
        Path(rest).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    elif kind == "wait":
        time.sleep(100)
    elif kind == "raise":
        raise ValueError("strangers' words")
    return item.upper()


def done(items: Iterable[str], limits: Limits = LIMITS, size: int = 1) -> list[str | Lost]:
    with Crew(work, lambda _: size, (__name__,), limits) as crew:
        pairs = list(crew.results(items))
    assert [item for item, _ in pairs] == list(items)
    return [result for _, result in pairs]


@pytest.mark.parametrize(
    ("item", "why"),
    [
        ("compute", "takes more than 1 s of computing"),
        ("swell", "needs more than 400 MB of memory"),
        ("swell-slowly", "needs more than 400 MB of memory"),
        ("crash", "crashes its reader (status -11)"),
        ("killed", "was being read when the system ended the reader, twice"),
        ("wait", "keeps its reader waiting"),
        ("raise", "breaks its reader (ValueError)"),
    ],
)
def test_a_bad_item_costs_itself_alone(item: str, why: str) -> None:
    limits = replace(LIMITS, patience=2.0) if item == "wait" else LIMITS
    assert done(["a", "b", item, "c", "d"], limits) == ["A", "B", Lost(why), "C", "D"]


def test_an_innocent_item_is_begun_again_when_its_process_was_killed_from_outside(tmp_path: Path) -> None:
    item = f"killed-once {tmp_path / 'mark'}"
    assert done(["a", item, "b"]) == ["A", item.upper(), "B"]


@pytest.mark.parametrize("processes", [1, 2, 5])
def test_results_do_not_depend_on_the_number_of_processes(processes: int) -> None:
    items = [f"item {n}" for n in range(300)] + ["raise", "crash", "last"]
    limits = Limits(processes=processes)
    expected = [*(item.upper() for item in items[:300]), Lost("breaks its reader (ValueError)")]
    assert done(items, limits) == [*expected, Lost("crashes its reader (status -11)"), "LAST"]


def test_large_items_go_to_different_processes() -> None:
    with Crew(pid, lambda _: 1_000_000, (__name__,), Limits(processes=2)) as crew:
        assert len({result for _, result in crew.results(range(8))}) == 2


def pid(_item: int) -> int:
    time.sleep(0.05)
    return os.getpid()


def test_items_are_taken_as_there_is_room_for_them() -> None:
    taken: list[int] = []

    def coming() -> Iterable[int]:
        for n in range(1000):
            taken.append(n)
            yield n

    with Crew(pid, lambda _: 20_000_000, (__name__,), Limits(processes=1)) as crew:
        next(iter(crew.results(coming())))
        assert len(taken) < 10


def test_no_process_is_left() -> None:
    with Crew(pid, lambda _: 1, (__name__,), Limits(processes=2)) as crew:
        pids = {result for _, result in crew.results(range(100)) if not isinstance(result, Lost)}
    for one in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(one, 0)


def test_nothing_is_started_for_nothing() -> None:
    with Crew(pid, lambda _: 1, (__name__,), LIMITS) as crew:
        assert list(crew.results([])) == []
        assert multiprocessing.active_children() == []

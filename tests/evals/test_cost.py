"""What a real week costs: the analysis against the PDF engine, in CPU seconds of one run, imports left out.

Reading is measured in this process: `import` does it in others, whose seconds would not be seen. At most 1 against
one print of the brief is wanted; .82 to .93 were measured, reading being half of it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import pytest

from briefings import reading, run, sources
from briefings.config import load
from briefings.render import render
from briefings.run.analyst.hand import grouped
from briefings.run.issues.composing import compose_input
from briefings.run.issues.periods import period_options
from briefings.run.issues.window import window
from briefings.types import Fetched
from tests.project import start

pytestmark = pytest.mark.evals

NOW = datetime(2025, 12, 1, 9, 0, tzinfo=UTC)
T = TypeVar("T")


def cost(work: Callable[[], T]) -> tuple[float, T]:
    """CPU seconds of a piece of work, and its result."""
    began = time.process_time()
    result = work()
    return time.process_time() - began, result


def loaded(data: Path, week: str) -> list[Fetched]:
    """The documents of a week's file."""
    found = sources.load([str(data / "weeks" / f"{week}.jsonl")], NOW)
    return [document for document in found if isinstance(document, Fetched) and not document.whole]


def test_the_analysis_against_one_print_of_the_brief(data: Path, tmp_path: Path) -> None:
    warm, real = start(tmp_path / "warm").folder, start(tmp_path / "real").folder
    with run.opened(load(warm / "config.yaml"), NOW) as desk:  # imports, caches, the compiled watch list
        run.import_(desk, [str(data / "weeks" / "2022-09-12.jsonl")])
        run.generate(desk, None, run.Asked("2022-W37"), ("pdf",))
        matcher = desk.matcher
        reading.read_batch(loaded(data, "2022-09-12"), desk.outlets)
    with run.opened(load(real / "config.yaml"), NOW) as desk:
        desk.__dict__["matcher"] = matcher
        week = str(data / "weeks" / "2025-11-24.jsonl")
        documents = loaded(data, "2025-11-24")
        told, _ = cost(lambda: reading.read_batch(documents, desk.outlets))  # in the readers' processes else
        keeping, _ = cost(lambda: run.import_(desk, [week]))
        _, settings = desk.config.brief()
        period = run.Asked("2025-W48").resolve(NOW, period_options(settings))
        tagging, held = cost(lambda: window(desk, settings, period))
        grouping, found = cost(lambda: grouped(desk, held.items))
        inputs = compose_input(desk, "central-asia", settings, period, held, found)
        from briefings.brief import compose

        composing, brief = cost(lambda: compose(inputs))
    printing, _ = cost(lambda: render(brief, ("pdf",)))
    analysis = told + tagging + grouping + composing
    print(
        f"\nanalysis {analysis:.2f} s CPU (reading {told:.2f}, tagging {tagging:.2f}, stories {grouping:.2f}, composing"
        f" {composing:.2f}); import {keeping:.2f}; PDF {printing:.2f} s; ratio {analysis / printing:.2f}"
    )
    assert analysis <= printing

"""What a real week costs: the analysis against the PDF engine, in CPU seconds of one run, imports left out."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import pytest

from briefings import run
from briefings.config import load
from briefings.render import render
from briefings.run.analyst.hand import grouped
from briefings.run.issues.issue import compose_input
from briefings.run.issues.periods import period_options
from briefings.run.issues.window import window
from tests.project import start

pytestmark = pytest.mark.evals

NOW = datetime(2025, 12, 1, 9, 0, tzinfo=UTC)
T = TypeVar("T")


def cost(work: Callable[[], T]) -> tuple[float, T]:
    """CPU seconds of a piece of work, and its result."""
    began = time.process_time()
    result = work()
    return time.process_time() - began, result


def test_the_analysis_costs_no_more_than_the_pdf(data: Path, tmp_path: Path) -> None:
    warm, real = start(tmp_path / "warm").folder, start(tmp_path / "real").folder
    with run.opened(load(warm / "config.yaml"), NOW) as desk:  # imports, caches, the compiled watch list
        run.import_(desk, [str(data / "weeks" / "2022-09-12.jsonl")])
        run.generate(desk, None, run.Asked("2022-W37"), ("pdf",))
        matcher = desk.matcher
    with run.opened(load(real / "config.yaml"), NOW) as desk:
        desk.__dict__["matcher"] = matcher
        reading, _ = cost(lambda: run.import_(desk, [str(data / "weeks" / "2025-11-24.jsonl")]))
        _, settings = desk.config.brief()
        period = run.Asked("2025-W48").resolve(NOW, period_options(settings))
        tagging, held = cost(lambda: window(desk, settings, period))
        grouping, found = cost(lambda: grouped(desk, held.items))
        inputs = compose_input(desk, "central-asia", settings, period, held, found)
        from briefings.brief import compose

        composing, brief = cost(lambda: compose(inputs))
    printing, _ = cost(lambda: render(brief, ("pdf",)))
    analysis = reading + tagging + grouping + composing
    print(
        f"\nanalysis {analysis:.2f} s CPU (import and reading {reading:.2f}, tagging {tagging:.2f}, stories"
        f" {grouping:.2f}, composing {composing:.2f}); PDF {printing:.2f} s; ratio {analysis / printing:.2f}"
    )
    assert analysis <= printing

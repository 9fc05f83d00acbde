"""What a real week costs: the analysis against the PDF engine, in CPU seconds of one run, imports left out.

Reading is measured in this process: `import` does it in others, whose seconds would not be seen. The aim is 1 against
one print of the brief by the engine as it is installed; reading is half of the analysis. What a print costs since the
engine is spared half of it (``render.paper.spared``) is told beside it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pytest

from briefings import reading, run, sources
from briefings.brief import compose
from briefings.brief.material import sentences
from briefings.config import load
from briefings.reading import concepts, outlets
from briefings.reading.dates import grammar, resolve, tokens
from briefings.render import render
from briefings.render.paper import spared
from briefings.run.hand.stories import grouped
from briefings.run.issues.composing import compose_input
from briefings.run.issues.periods import period_options
from briefings.run.issues.window import window
from briefings.text import bulletins
from briefings.types import Fetched
from tests.project import start

if TYPE_CHECKING:
    from briefings.watch import Matcher

pytestmark = pytest.mark.evals

NOW = datetime(2025, 12, 1, 9, 0, tzinfo=UTC)
ROUNDS = 5
"""Times on shared machines are noisy: the least of each part counts."""
PINNED = 1.0
"""The aim; it only goes down."""
OF_TEXTS = (
    concepts.met,
    sentences.tidy,
    sentences._stems,
    bulletins.is_bulletin,
    tokens._lexicon,
    grammar._written,
    resolve.resolve,
    outlets._site,
    outlets._key,
)
"""What is remembered of words, dates, titles and addresses."""
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


def costs(data: Path, folder: Path, matcher: Matcher) -> dict[str, float]:
    """CPU seconds of each part of a week's work, in a project that has seen nothing yet."""
    for remembered in OF_TEXTS:
        remembered.cache_clear()  # a week is read once: what the round before left must not help this one
    with run.opened(load(start(folder).folder / "config.yaml"), NOW) as desk:
        desk.__dict__["matcher"] = matcher
        documents = loaded(data, "2025-11-24")
        told, _ = cost(lambda: reading.read_batch(documents, desk.outlets))  # in the readers' processes else
        keeping, _ = cost(lambda: run.import_(desk, [str(data / "weeks" / "2025-11-24.jsonl")]))
        _, settings = desk.config.brief()
        period = run.Asked("2025-W48").resolve(NOW, period_options(settings))
        tagging, held = cost(lambda: window(desk, settings, period))
        grouping, found = cost(lambda: grouped(desk, held.items))
        inputs = compose_input(desk, "central-asia", settings, period, held, found)
        composing, brief = cost(lambda: compose(inputs))
    printing, _ = cost(lambda: render(brief, ("pdf",)))
    with spared.as_installed():
        installed, _ = cost(lambda: render(brief, ("pdf",)))
    return {
        "reading": told,
        "tagging": tagging,
        "stories": grouping,
        "composing": composing,
        "import": keeping,
        "PDF": printing,
        "PDF as installed": installed,
    }


def test_the_analysis_against_one_print_of_the_brief(data: Path, tmp_path: Path) -> None:
    with run.opened(load(start(tmp_path / "warm").folder / "config.yaml"), NOW) as desk:
        run.import_(desk, [str(data / "weeks" / "2022-09-12.jsonl")])  # imports, the compiled watch list
        run.generate(desk, None, run.Asked("2022-W37"), ("pdf",))
        matcher = desk.matcher
        reading.read_batch(loaded(data, "2022-09-12"), desk.outlets)
    rounds = [costs(data, tmp_path / str(n), matcher) for n in range(ROUNDS)]
    for each in rounds:
        print(_told(each))
    least = {part: min(each[part] for each in rounds) for part in rounds[0]}
    print("least of each:", _told(least))
    assert _analysis(least) <= PINNED * least["PDF as installed"]


def _analysis(parts: dict[str, float]) -> float:
    return sum(parts[part] for part in ("reading", "tagging", "stories", "composing"))


def _told(parts: dict[str, float]) -> str:
    each = ", ".join(f"{part} {seconds:.2f}" for part, seconds in parts.items())
    whole = _analysis(parts)
    shares = f"{whole / parts['PDF as installed']:.2f} of one print as installed, {whole / parts['PDF']:.2f} of one of ours"
    return f"{each} s CPU: analysis {whole:.2f} s, {shares}"

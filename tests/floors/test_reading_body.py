"""Main text of real pages, by shingles of four words."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from pathlib import Path
from time import process_time

import pytest

from briefings.reading import Outlets, Profile, parse, read
from briefings.reading.decode import decode
from briefings.reading.page import parse_html
from tests.reading.make import document

pytestmark = pytest.mark.floors

F1 = 0.980
"""Only ever goes up."""
SLOWER = 1.3
"""Times the CPU of the extraction and date libraries over the same pages, statements and events included."""


def shingles(text: str, size: int = 4) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    if len(words) < size:
        return Counter([tuple(words)] if words else [])
    return Counter(tuple(words[n : n + size]) for n in range(len(words) - size + 1))


def score(wanted: str, found: str) -> tuple[float, float]:
    """Precision and recall of one page."""
    true, ours = shingles(wanted), shingles(found)
    both = sum((true & ours).values())
    precision = both / sum(ours.values()) if ours else 1.0
    return precision, both / sum(true.values()) if true else 1.0


def average(scores: list[tuple[float, float]]) -> tuple[float, float, float]:
    """Mean precision, mean recall, and the F1 of both means, as the benchmark has it."""
    precision, recall = (sum(column) / len(scores) for column in zip(*scores, strict=True))
    return precision, recall, 2 * precision * recall / (precision + recall)


def test_the_scorer_gives_published_figures(data: Path) -> None:
    truth = json.loads((data / "extraction" / "ground-truth.json").read_text("utf-8"))
    published = {"AutoExtract": 0.970, "newspaper": 0.949}
    for system, wanted in published.items():
        (file,) = (data / "extraction" / "output").glob(f"{system}.json")
        found = json.loads(file.read_text("utf-8"))
        scores = [
            score(truth[page]["articleBody"], found.get(page, {}).get("articleBody", "")) for page in truth
        ]
        assert average(scores)[2] == pytest.approx(wanted, abs=0.004), system


def test_main_text(data: Path) -> None:
    truth = json.loads((data / "extraction" / "ground-truth.json").read_text("utf-8"))
    scores = []
    for page, wanted in truth.items():
        raw = gzip.decompress((data / "extraction" / "html" / f"{page}.html.gz").read_bytes())
        draft = parse_html(decode(raw, {}) or "")
        scores.append(score(wanted["articleBody"], "\n".join(draft.paragraphs)))
    precision, recall, f1 = average(scores)
    print(f"body of {len(scores)} pages: precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}")
    assert f1 >= F1


def test_reading_costs_little_more_than_the_libraries_alone(data: Path) -> None:
    from htmldate import find_date
    from trafilatura import extract

    raw = [gzip.decompress(file.read_bytes()) for file in sorted((data / "extraction" / "html").glob("*.gz"))]
    documents = [document(page) for page in raw]
    outlets, nothing = Outlets([]), Profile()
    for page, one in zip(
        raw[:9], documents, strict=False
    ):  # models and tables are loaded before the clock starts
        extract(page, fast=True)
        find_date(page.decode("utf-8", "replace"), original_date=True)
        read(parse(one), outlets, nothing)

    start = process_time()
    for page in raw:
        text = page.decode("utf-8", "replace")
        extract(text, fast=True)
        find_date(text, original_date=True)
    libraries = process_time() - start
    start = process_time()
    for one in documents:
        read(parse(one), outlets, nothing)
    ours = process_time() - start
    print(
        f"{len(raw)} pages: {ours:.1f} s of CPU, libraries alone {libraries:.1f} s ({ours / libraries:.2f})"
    )
    assert ours <= SLOWER * libraries

"""Announcements of one real week, labelled by one reader (``weeks-labels/upcoming.labels.jsonl``).

Measured when pinned: 10 of the 11 relevant labels found (the eleventh has no date in its own text), none with a wrong
date; a day inside a labelled stretch, and a stretch that holds the labelled day, count as right.
"""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from briefings.reading.dates import Clues, published
from briefings.reading.events import extract

if TYPE_CHECKING:
    from pathlib import Path

    from briefings.types import Event


@pytest.mark.floors
def test_relevant_announcements(data: Path) -> None:
    labels = [row for row in _rows(data / "weeks-labels" / "upcoming.labels.jsonl") if row["set"] != "seed"]
    items = _rows(data / "weeks" / "2025-11-24.jsonl")
    found = wrong = relevant = 0
    for label in labels:
        events = _events(items[int(str(label["line"]))])
        right = [event for event in events if _agrees(event, str(label["date"]))]
        if label["relevant"]:
            relevant += 1
            found += bool(right)
        wrong += label["date"] is not None and bool(events) and not right
        wrong += label["date"] is None and bool(events)
    print(f"relevant {found}/{relevant}, labels with a wrong date only {wrong} of {len(labels)}")
    assert found / relevant >= 0.85
    assert wrong == 0


def _rows(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _events(item: dict[str, object]) -> tuple[Event, ...]:
    title, text, language = str(item["title"]), str(item["text"]), str(item["lang"])
    return extract(title, text, language, published(Clues(given=str(item["date"]))))


def _agrees(event: Event, wanted: str) -> bool:
    """Compare with a label: a day, a month, a year, ``start/end`` or an open end."""
    parts = [part for part in wanted.split("/") if part not in {"", ".."}]
    first, last = _bounds(parts[0])[0], _bounds(parts[-1])[1]
    return (
        event.when.start <= last
        and first <= event.when.end
        and (
            (event.when.start, event.when.end) == (first, last)
            or event.when.start == first
            or event.when.end == last
        )
    )


def _bounds(value: str) -> tuple[date, date]:
    if len(value) == 4:
        return date(int(value), 1, 1), date(int(value), 12, 31)
    if len(value) == 7:
        first = date.fromisoformat(f"{value}-01")
        return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    day = date.fromisoformat(value)
    return day, day

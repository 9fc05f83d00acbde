"""Documents read over processes: the same articles as in one, and a document that cannot be read is said to be so."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefings import reading
from briefings.run.intake.bounded import Limits
from briefings.run.intake.readers import read, read_batch
from briefings.run.intake.splitter import load
from briefings.types import Fetched
from tests.reading.make import NOW, OUTLETS, document
from tests.run.intake.killers import ARCHIVES, GOOD, title

PROMOTION = (
    "Subscribe to our channel of the day and read what the others do not tell, every morning at eight."
)


def page(n: int) -> Fetched:
    return document(
        f"<html lang='en'><head><title>Report number {n} from the river</title></head><body><article>"
        f"<h1>Report number {n} from the river</h1><p>{PROMOTION}</p><p>The river rose by {n} metres on Tuesday, the "
        f"water board of the district said, and the bridge at the {n}th mile was closed for the night.</p>"
        "<p>Drivers were sent to the ferry, which carried two hundred cars until the morning.</p></article></body>",
        url=f"https://kunduz-post.example/{n}",
    )


@pytest.mark.parametrize("processes", [1, 3])
def test_the_number_of_processes_changes_nothing(processes: int) -> None:
    documents = [page(n) for n in range(12)]
    found = read_batch(documents, OUTLETS, limits=Limits(processes=processes))
    assert found == list(reading.read_batch(documents, OUTLETS))
    assert not any(PROMOTION in article.text for _, articles in found for article in articles)


def test_progress_counts_every_document() -> None:
    seen: list[tuple[int, int]] = []
    read_batch([page(1), page(2)], OUTLETS, lambda done, total: seen.append((done, total)))
    assert seen == [(1, 2), (2, 2)]


def test_a_document_that_is_too_much_is_quarantined_and_the_others_are_read() -> None:
    heavy = document(b"From: a@b.example\n" + b"X-A: b\n" * 1_500_000 + b"\nbody", "message/rfc822")
    limits = Limits(memory=150_000_000)
    pairs = read([page(1), heavy, page(2)], OUTLETS, limits=limits)
    one, lost, two = (found.articles[0] for _, found in pairs)
    assert lost.quarantine == "needs more than 150 MB of memory"
    assert (lost.sha256, lost.url) == (heavy.sha256, heavy.url)
    assert [one.quarantine, two.quarantine] == ["", ""]


@pytest.mark.parametrize("name", ["a.mbox", "a.warc"])
def test_a_member_of_an_archive_costs_itself_alone(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(ARCHIVES[name](5_000_000))
    members = [one for one in load([str(tmp_path / name)], NOW) if isinstance(one, Fetched)]
    limits = Limits(seconds=1, memory=150_000_000)
    found = [found.articles[0] for _, found in read(members, OUTLETS, limits=limits)]
    assert [one.title for one in found if not one.quarantine] == list(map(title, GOOD))
    assert [one.quarantine for one in found if one.quarantine] == [
        "takes more than 1 s of computing",
        "needs more than 150 MB of memory",
    ]

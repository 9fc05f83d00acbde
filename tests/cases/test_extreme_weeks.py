"""Weeks of nothing, of one report and of feeds that are all closed: each valid, readable and true.

A week of ten thousand items is in ``tests/evals/test_big_week.py``.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pypdf
import pytest

from tests.cases.week import Finished, Week, desk, item
from tests.sources.server import Server

MONDAY = datetime(2024, 12, 2, 4, 0, tzinfo=UTC)
GATE = (
    "Guards said that twelve lorries waited on the Tajik-Afghan border since the morning, most of them with flour. "
    "The gate at Panji Poyon stayed open until the evening, a customs clerk said."
)


@pytest.fixture
def week(tmp_path: Path) -> Week:
    return desk(tmp_path)


def finished(week: Week) -> Finished:
    """The issue as JSON, page and PDF, the last of at most two pages with its marking on each."""
    issue = week.issue("2024-W48", now=MONDAY, formats=("json", "html", "pdf"))
    pages = pypdf.PdfReader(issue.files[".pdf"]).pages
    assert 1 <= len(pages) <= 2
    assert all(page.extract_text().count("TLP:GREEN") >= 2 for page in pages)
    assert "UTC+05:00" in issue.paper
    return issue


def test_a_week_of_nothing_says_that_nobody_looked(week: Week) -> None:
    issue = finished(week)

    sources = len(issue.brief.coverage.sources)
    said = f"Nothing was collected for Mon 25 Nov – Sun 1 Dec 2024: none of the {sources} configured sources was polled."
    assert issue.brief.bottom_line == said
    assert said.rstrip(".") in issue.paper
    assert {row.state for row in (*issue.brief.borders, *issue.brief.bodies)} == {"not monitored"}
    assert (issue.brief.stories, issue.brief.references) == ((), ())
    assert "unknown language" not in issue.page
    for text in (issue.page, issue.paper):
        assert "Not monitored: Tajikistan–Afghanistan" in text
        assert "No reports collected:" not in text


def test_a_week_of_one_report_tells_it_with_its_one_source(week: Week) -> None:
    week.add(item("Lorries wait at the Tajik-Afghan gate", "2024-11-27", GATE), now=MONDAY)
    issue = finished(week)

    (story,), (reference,) = issue.brief.stories, issue.brief.references
    assert (story.outlets, story.origins, story.articles) == (1, 1, (reference.article,))
    assert issue.brief.bottom_line.startswith(
        "Guards said that twelve lorries waited on the Tajik-Afghan border"
    )
    assert issue.row().reports == 1
    assert "Vakhsh Courier" in issue.paper
    assert not re.search(r"\b1 (articles|outlets|reports|origins|stories)\b", issue.page)


def test_a_week_in_which_all_feeds_failed_is_no_quiet_one(week: Week) -> None:
    server = Server()
    server.barred = True
    lines = "".join(
        f"  - {{id: f-{n}, name: Feed {n}, url: '{server.url}/barred/{n}', country: {country}, allow_private: true}}\n"
        for n, country in enumerate(("TJ", "KG", "AF", "AM"))
    )
    config = week.folder / "config.yaml"
    config.write_text(
        config.read_text("utf-8").partition("\nsources:\n")[0] + "\nsources:\n" + lines, "utf-8"
    )
    for day in (26, 28, 30):
        week.run("collect", SOURCE_DATE_EPOCH=f"{datetime(2024, 11, day, 6, tzinfo=UTC).timestamp():.0f}")
    server.shutdown()
    issue = finished(week)

    assert issue.brief.bottom_line == (
        "Nothing could be collected for Mon 25 Nov – Sun 1 Dec 2024: 4 of 4 sources failed or were not polled."
    )
    assert {row.state for row in issue.brief.borders} == {"not monitored"}
    assert {row.history[-1] for row in issue.brief.borders} == {None}
    for text in (issue.page, issue.paper):
        assert "feeds failing since Tue 26 Nov" in text
        assert "The server answered 403" in text
        assert "No reports collected:" not in text

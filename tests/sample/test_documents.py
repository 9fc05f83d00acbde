"""The sample week: what it must hold so that a brief made of it shows every part of the product."""

from __future__ import annotations

import json
import re
from collections import Counter
from importlib import resources
from pathlib import Path

import pytest

from briefings.config import load

SAMPLE = Path(str(resources.files("briefings") / "sample"))
DOCUMENTS = SAMPLE / "documents"
WEEK = sorted(p for p in (DOCUMENTS / "W48").iterdir() if p.is_file())
EVERYTHING = sorted(p for p in DOCUMENTS.rglob("*") if p.is_file())


def _text(path: Path) -> str:
    """ASCII is enough here: addresses; one page is in windows-1251."""
    return path.read_bytes().decode("ascii", "replace")


def test_there_are_enough_documents() -> None:
    assert len(WEEK) >= 48


def test_every_format_of_the_import_is_there() -> None:
    suffixes = {p.suffix for p in WEEK}

    assert suffixes >= {".txt", ".html", ".md", ".eml", ".csv", ".jsonl", ".xml", ".atom"}


def test_nothing_but_documents_lies_in_the_folder() -> None:
    assert not [p for p in EVERYTHING if "readme" in p.name.lower()]


@pytest.mark.parametrize("path", EVERYTHING, ids=lambda p: p.name)
def test_all_addresses_are_reserved_for_examples(path: Path) -> None:
    hosts = set(re.findall(r"(?:https?://|@)([\w.-]+\.[a-z]{2,})", _text(path)))

    assert {h for h in hosts if not h.endswith(".example")} <= {"schema.org", "purl.org", "www.w3.org"}


def test_every_outlet_of_the_documents_is_described() -> None:
    described = {host for source in load(SAMPLE / "config.yaml").sources for host in source.hosts}
    hosts: Counter[str] = Counter()
    for path in EVERYTHING:
        hosts.update(re.findall(r"https?://([\w.-]+\.example)/", _text(path)))

    assert set(hosts) <= described | {"x.example"}


def test_the_brief_says_that_it_is_a_sample() -> None:
    _, brief = load(SAMPLE / "config.yaml").brief()

    assert brief.sample


def test_nobody_grades_an_invented_outlet() -> None:
    assert {source.grade for source in load(SAMPLE / "config.yaml").sources} == {"F"}


def test_polls_name_configured_feeds() -> None:
    feeds = {s.id for s in load(SAMPLE / "config.yaml").sources if s.type == "feed"}
    polls = json.loads((SAMPLE / "polls.json").read_text(encoding="utf-8"))

    assert {poll["source"] for poll in polls} <= feeds

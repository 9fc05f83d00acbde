"""A topic must fire alike in every language it has names for: one sentence of our own for each pair."""

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from briefings import watch

ROWS = list(csv.DictReader((Path(__file__).parent / "parity.tsv").open(encoding="utf-8"), delimiter="\t"))
LANGUAGES = sorted({row["language"] for row in ROWS})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_found(matcher: watch.Matcher, language: str) -> None:
    missed = [
        f"{row['topic']}: {row['sentence']}"
        for row in ROWS
        if row["language"] == language and row["topic"] not in _topics(matcher, row["sentence"], language)
    ]
    assert not missed


def test_every_body_border_and_country_has_a_sentence_in_each_of_its_languages(
    watchlist: watch.WatchList,
) -> None:
    have = defaultdict(set)
    for row in ROWS:
        have[row["topic"]].add(row["language"])
    lacking = {
        (entry.topic.id, alias.lang)
        for entry in watchlist.entries
        if entry.topic.kind != "theme"
        for alias in entry.aliases
        if alias.rule == "alias" and alias.lang and alias.lang not in have[entry.topic.id]
    }
    assert not lacking


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_that_is_not_told_is_found_as_well(matcher: watch.Matcher, language: str) -> None:
    rows = [row for row in ROWS if row["language"] == language and row["topic"].startswith("border.")]
    missed = [row["sentence"] for row in rows if row["topic"] not in _topics(matcher, row["sentence"], "")]
    assert not missed


def _topics(matcher: watch.Matcher, sentence: str, language: str) -> set[str]:
    return {tag.topic for tag in matcher.tag_text("", sentence, language) if tag.level != "negated"}

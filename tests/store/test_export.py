"""Articles for tools outside: every value arrives as it is, and no cell runs."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest

from briefings.errors import InputError
from briefings.store.export import COLUMNS, export
from briefings.types import When
from tests.store.make import article, document

MONTH = When("2024-11", "month", "inferred", date(2024, 11, 1), date(2024, 11, 30))
ARTICLES = (
    article(document("one"), published=MONTH, title="Учения, «вторые»", flags=("truncated", "archive")),
    article(
        document("two"), None, id="b" * 16, title='=HYPERLINK("http://x.example")', text='"Quoted",\nand on'
    ),
)


def test_json_lines_hold_every_column() -> None:
    first, second = (
        json.loads(line) for line in export(ARTICLES, "jsonl", {"a" * 16: ("body.csto",)}).splitlines()
    )
    assert tuple(first) == COLUMNS
    assert (first["published"], first["from"], first["to"]) == ("2024-11", "2024-11-01", "2024-11-30")
    assert (first["flags"], first["topics"], second["published"]) == ("truncated;archive", "body.csto", "")


def test_csv_opens_in_a_spreadsheet_and_runs_nothing() -> None:
    data = export(ARTICLES, "csv")
    assert data.startswith(b"\xef\xbb\xbf")
    first, second = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert first["title"] == "Учения, «вторые»"
    assert second["title"] == '\'=HYPERLINK("http://x.example")'
    assert second["text"] == '"Quoted",\nand on'


def test_parquet_holds_the_same_rows() -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    rows = parquet.read_table(io.BytesIO(export(ARTICLES, "parquet"))).to_pylist()
    assert rows == [json.loads(line) for line in export(ARTICLES, "jsonl").splitlines()]


def test_an_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(InputError, match="There is no format 'xml'; known are csv, jsonl, parquet"):
        export(ARTICLES, "xml")

"""Tables to records: CSV and TSV, JSON and JSON lines; Excel and Parquet are opened in ``sheets``."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from briefings.sources.formats import columns, sheets, text
from briefings.sources.formats.sheets import Row
from briefings.sources.items import Blob, digest, problem, record, short, whole
from briefings.sources.options import MEGABYTE, LoadOptions
from briefings.types import Fetched, Problem

_TOLD = 20
"""Records of one table that are told of one by one when they cannot be used."""
_LISTS = (
    "articles",
    "items",
    "results",
    "documents",
    "docs",
    "records",
    "hits",
    "data",
    "entries",
    "news",
    "stories",
)


def read(blob: Blob, kind: str, options: LoadOptions) -> Iterator[Fetched | Problem]:
    """The records of a table, before them the table itself, after them what was wrong with it."""
    try:
        rows = _rows(blob, kind, options)
    except _BROKEN as error:
        yield problem(blob.path, f"It cannot be read as {kind}: {short(error)}.")
        return
    yield from split(blob, kind, rows, options)


def split(blob: Blob, kind: str, rows: Iterator[Row], options: LoadOptions) -> Iterator[Fetched | Problem]:
    """The records in rows of a blob, before them the blob itself, after them what was wrong with it."""
    try:
        first = next(rows, None)
    except _BROKEN as error:
        yield problem(blob.path, f"It cannot be read as {kind}: {short(error)}.")
        return
    if first is None:
        yield problem(blob.path, "It holds no records.")
        return
    yield whole(blob, MEDIA[kind])
    yield from _records(blob, _chained(first, rows), options)


@dataclass(slots=True)
class _Tally:
    """What a table has given so far."""

    made: int = 0
    size: int = 0
    dated: int = 0
    wrong: int = 0
    names: dict[str, None] = field(default_factory=dict)

    def remarks(self) -> Iterator[str]:
        """What is to be said of the table as a whole."""
        if self.wrong > _TOLD:
            yield f"{self.wrong - _TOLD} more of its records cannot be used either."
        if self.made and not self.dated:
            kept = "its record is" if self.made == 1 else f"its {self.made} records are"
            mend = 'Name one "date", or say which it is: --map date=COLUMN.'
            yield f"No column holds a date{_found(tuple(self.names))}; {kept} kept as undated. {mend}"


def _records(blob: Blob, rows: Iterable[Row], options: LoadOptions) -> Iterator[Fetched | Problem]:
    container, tally, meanings = digest(blob.raw), _Tally(), dict[tuple[str, ...], dict[str, str]]()
    for where, row in _up_to_a_fault(rows):
        values, wrong = _values(row, meanings, options)
        tally.names |= dict.fromkeys(() if isinstance(row, str) else row)
        if wrong:
            tally.wrong += 1
            if tally.wrong <= _TOLD:
                yield problem(f"{blob.path}, {where}", wrong)
            continue
        document = record(blob, values, container)
        tally.size += len(document.raw)
        if tally.made == options.max_records or tally.size > options.max_file:
            most = f"{options.max_records} records or {options.max_file // MEGABYTE} MB"
            yield problem(blob.path, f"It holds more than {most}; what is beyond was not read: split it.")
            break
        tally.made, tally.dated = tally.made + 1, tally.dated + ("date" in values)
        yield document
    yield from (problem(blob.path, remark) for remark in tally.remarks())


def _values(
    row: Mapping[str, object] | str, meanings: dict[tuple[str, ...], dict[str, str]], options: LoadOptions
) -> tuple[Mapping[str, str], str]:
    """The fields of a record, or why it is none; ``meanings`` remembers what the columns mean."""
    if isinstance(row, str):
        return {}, row
    names = tuple(row)
    if names not in meanings:
        meanings[names] = columns.recognise(names, options.columns)
    values = columns.fields(row, meanings[names])
    usable = values.get("title") or values.get("text") or values.get("html")
    return values, "" if usable else f"It holds neither a title nor a text{_found(names)}."


def _found(names: tuple[str, ...]) -> str:
    shown = ", ".join(names[:12]) + (", ..." if len(names) > 12 else "")
    return f" (columns: {shown})" if names else ""


def _rows(blob: Blob, kind: str, options: LoadOptions) -> Iterator[Row]:
    if kind == "xlsx":
        return sheets.workbook(blob.raw, options)
    if kind == "parquet":
        return sheets.parquet(blob.raw, options)
    if kind == "csv":
        return _csv(blob, options)
    if kind == "jsonl":
        return _json_lines(blob, options)
    if (size := len(blob.raw)) > options.max_tree:
        most = options.max_tree // MEGABYTE
        raise ValueError(f"it has {size // MEGABYTE} MB, and {most} MB are read: save it as JSON lines")
    return _json(blob, options.records)


def _csv(blob: Blob, options: LoadOptions) -> Iterator[Row]:
    with text.stream(blob.raw) as opened:
        sample = opened.read(20_000)
    try:
        dialect: Any = csv.Sniffer().sniff(sample, delimiters=",;\t|")
        dialect.doublequote = True
    except csv.Error:
        dialect = csv.excel_tab if sample.count("\t") > sample.count(",") else csv.excel
    csv.field_size_limit(options.max_document)
    reader = csv.DictReader(text.stream(blob.raw), dialect=dialect, restkey="")
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield f"line {reader.line_num}", f"It is no line of a table: {error}."
            continue
        row.pop("", None)
        yield f"line {reader.line_num}", row


def _json_lines(blob: Blob, options: LoadOptions) -> Iterator[Row]:
    for number, line in enumerate(text.lines(blob.raw, options.max_document), 1):
        if not line.strip():
            continue
        if len(line) > options.max_document:
            yield f"line {number}", f"It is longer than {options.max_document // MEGABYTE} MB."
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield f"line {number}", f"It is not JSON: {short(error)}."
            continue
        yield f"line {number}", value if isinstance(value, dict) else "It is JSON, but not an object."


def _json(blob: Blob, place: str) -> Iterator[Row]:
    yield from entries(json.loads(text.decode(blob.raw)), place)


def entries(tree: object, place: str = "") -> Iterator[Row]:
    """The records in a JSON document: those of the list at ``place`` (``data.items``), else of one that is found."""
    held = columns.at(tree, place) if place else None
    if place and not isinstance(held, list):
        raise ValueError(f"there is no list at {place}")
    for number, value in enumerate(held if isinstance(held, list) else _list_in(tree), 1):
        inner = _inner(value)
        yield f"record {number}", inner if isinstance(inner, dict) else "It is JSON, but not an object."


def _inner(value: object) -> object:
    """The record in a search engine's hit (``_source``) or an interface's entry (``fields``: ReliefWeb)."""
    for name in ("_source", "fields"):
        if isinstance(value, dict) and isinstance(value.get(name), dict):
            return value[name]
    return value


def _list_in(tree: object) -> list[Any]:
    """The list of records in a JSON document: itself, under a usual name, or the one record that it is."""
    if isinstance(tree, list):
        return tree
    if not isinstance(tree, dict):
        return []
    for name in _LISTS:
        held = tree.get(name)
        if isinstance(held, list) and any(isinstance(item, dict) for item in held):
            return held
        if isinstance(held, dict) and (inner := _list_in(held)) and inner != [held]:
            return inner
    return [tree]


def _up_to_a_fault(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows, and as the last one what kept from reading on."""
    try:
        yield from rows
    except _BROKEN as error:
        yield "further on", f"It cannot be read: {short(error)}; what came before was read."


def _chained(first: Row, rows: Iterator[Row]) -> Iterator[Row]:
    yield first
    yield from rows


_BROKEN = (ValueError, ImportError, OSError, KeyError, RecursionError, csv.Error)
MEDIA = {
    "html": "text/html",
    "rtf": "application/rtf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "csv": "text/csv",
    "jsonl": "application/jsonl",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "parquet": "application/vnd.apache.parquet",
}

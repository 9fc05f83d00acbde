"""Tables to records: CSV and TSV, Excel and Parquet, JSON and JSON lines."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from briefings.sources import columns, text
from briefings.sources.items import Blob, digest, problem, record, whole
from briefings.sources.options import MEGABYTE, LoadOptions
from briefings.types import Fetched, Problem

Row = tuple[str, Mapping[str, object] | str]
"""Where it stands (``line 7``) and either its cells or what is wrong with it."""

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
        yield problem(blob.path, f"It cannot be read as {kind}: {_short(error)}.")
        return
    yield from split(blob, kind, rows, options)


def split(blob: Blob, kind: str, rows: Iterator[Row], options: LoadOptions) -> Iterator[Fetched | Problem]:
    """The records in rows of a blob, before them the blob itself, after them what was wrong with it."""
    try:
        first = next(rows, None)
    except _BROKEN as error:
        yield problem(blob.path, f"It cannot be read as {kind}: {_short(error)}.")
        return
    if first is None:
        yield problem(blob.path, "It holds no records.")
        return
    yield whole(blob, _MEDIA[kind])
    yield from _records(blob, _chained(first, rows), options)


def _records(blob: Blob, rows: Iterable[Row], options: LoadOptions) -> Iterator[Fetched | Problem]:
    container, seen, made, dated = digest(blob.raw), dict[str, None](), 0, 0
    meanings: dict[tuple[str, ...], dict[str, str]] = {}
    for where, row in rows:
        if isinstance(row, str):
            yield problem(f"{blob.path}, {where}", row)
            continue
        names = tuple(row)
        seen |= dict.fromkeys(names)
        if names not in meanings:
            meanings[names] = columns.recognise(names, options.columns)
        values = columns.fields(row, meanings[names])
        if not (values.get("title") or values.get("text") or values.get("html")):
            yield problem(f"{blob.path}, {where}", f"It holds neither a title nor a text{_found(names)}.")
            continue
        made, dated = made + 1, dated + ("date" in values)
        yield record(blob, values, container)
    if made and not dated:
        kept = "its record is" if made == 1 else f"its {made} records are"
        mend = 'Name one "date", or say which it is: --map date=COLUMN.'
        yield problem(
            blob.path, f"No column holds a date{_found(tuple(seen))}; {kept} kept as undated. {mend}"
        )


def _found(names: tuple[str, ...]) -> str:
    shown = ", ".join(names[:12]) + (", ..." if len(names) > 12 else "")
    return f" (columns: {shown})" if names else ""


def _unpacked(raw: bytes) -> int:
    """Bytes, unpacked where it is a .zip, as a workbook is."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            return sum(member.file_size for member in packed.infolist())
    except zipfile.BadZipFile:
        return len(raw)


def _rows(blob: Blob, kind: str, options: LoadOptions) -> Iterator[Row]:
    if kind in {"json", "xlsx"} and (size := _unpacked(blob.raw)) > options.max_tree:
        most = options.max_tree // MEGABYTE
        raise ValueError(
            f"it holds {size // MEGABYTE} MB, and {most} MB are read: save it as CSV or JSON lines"
        )
    if kind in {"xlsx", "parquet"}:
        return _pandas(blob, "read_excel" if kind == "xlsx" else "read_parquet")
    if kind == "json":
        return _json(blob, options.records)
    return {"csv": _csv, "jsonl": _json_lines}[kind](blob)


def _csv(blob: Blob) -> Iterator[Row]:
    with text.stream(blob.raw) as opened:
        sample = opened.read(20_000)
    try:
        dialect: Any = csv.Sniffer().sniff(sample, delimiters=",;\t|")
        dialect.doublequote = True
    except csv.Error:
        dialect = csv.excel_tab if sample.count("\t") > sample.count(",") else csv.excel
    csv.field_size_limit(max(csv.field_size_limit(), len(blob.raw) + 1))
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


def _json_lines(blob: Blob) -> Iterator[Row]:
    for number, line in enumerate(text.stream(blob.raw, "\n"), 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield f"line {number}", f"It is not JSON: {_short(error)}."
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


def _pandas(blob: Blob, reader: str) -> Iterator[Row]:
    import pandas

    try:
        frame = getattr(pandas, reader)(io.BytesIO(blob.raw))
    except ImportError:
        raise
    except Exception as error:  # its engines fail in as many ways as there are broken files
        raise ValueError(_short(error)) from error
    names = [str(name) for name in frame.columns]
    for number, values in enumerate(frame.itertuples(index=False, name=None), 2):
        yield f"row {number}", dict(zip(names, values, strict=True))


def _chained(first: Row, rows: Iterator[Row]) -> Iterator[Row]:
    yield first
    yield from rows


def _short(error: Exception) -> str:
    if isinstance(error, ImportError):
        return f"the package {error.name or 'needed for it'} is not installed"
    return " ".join(str(error).split())[:200].rstrip(".") or type(error).__name__


_BROKEN = (ValueError, ImportError, OSError, KeyError, RecursionError, csv.Error)
_MEDIA = {
    "csv": "text/csv",
    "jsonl": "application/jsonl",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "parquet": "application/vnd.apache.parquet",
}

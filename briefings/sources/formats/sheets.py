"""Excel and Parquet: tables that lie packed in their files, unpacked a few rows at a time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from briefings.sources.items import short
from briefings.sources.options import MEGABYTE, LoadOptions

if TYPE_CHECKING:
    import pyarrow

Row = tuple[str, Mapping[str, object] | str]
"""Where it stands (``line 7``) and either its cells or what is wrong with it."""

_AT_ONCE = 50
"""Rows of Parquet that are unpacked at once."""


def workbook(raw: bytes, options: LoadOptions) -> Iterator[Row]:
    """The rows of a workbook's first sheet; its first row that is not empty names the columns.

    Raises ``ValueError`` when it cannot be read or unpacks to more than ``options.max_file``.
    """
    import openpyxl

    try:
        _refuse_large(_unpacked(raw), options)
        book = openpyxl.load_workbook(io.BytesIO(raw), read_only=True, data_only=True, keep_links=False)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # what the file says of its size is often wrong
        names: list[str] = []
        for number, cells in enumerate(sheet.iter_rows(values_only=True), 1):
            if not any(cell is not None for cell in cells):
                continue
            if names:
                yield f"row {number}", dict(zip(names, cells, strict=False))
            else:
                names = [str(cell or "") for cell in cells]
    except MemoryError:
        raise
    except Exception as error:  # it fails in as many ways as there are broken files
        raise ValueError(short(error)) from error


def parquet(raw: bytes, options: LoadOptions) -> Iterator[Row]:
    """The rows of a Parquet file.

    Raises ``ValueError`` when it cannot be read or unpacks to more than ``options.max_file`` by what it says itself of
    its columns; where one value stands for many rows, that shows only as they are read.
    """
    import pyarrow
    from pyarrow.parquet import ParquetFile

    try:
        file = ParquetFile(pyarrow.BufferReader(raw), coerce_int96_timestamp_unit="us")
        groups = (file.metadata.row_group(n) for n in range(file.metadata.num_row_groups))
        _refuse_large(sum(group.total_byte_size for group in groups), options)
        batches = map(_in_microseconds, file.iter_batches(batch_size=_AT_ONCE))
        for number, row in enumerate((row for batch in batches for row in batch.to_pylist()), 1):
            yield f"row {number}", row
    except MemoryError:
        raise
    except Exception as error:
        raise ValueError(short(error)) from error


def _in_microseconds(batch: pyarrow.RecordBatch) -> pyarrow.Table:
    """The batch with times that Python has a type for: its own do not count nanoseconds."""
    import pyarrow

    def coarser(field: pyarrow.Field) -> pyarrow.Field:
        nano = pyarrow.types.is_timestamp(field.type) and field.type.unit == "ns"
        return field.with_type(pyarrow.timestamp("us", field.type.tz)) if nano else field

    fields = [coarser(field) for field in batch.schema]
    return pyarrow.Table.from_batches([batch]).cast(pyarrow.schema(fields), safe=False)


def _unpacked(raw: bytes) -> int:
    """Bytes of what lies in a .zip, as a workbook is."""
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        return sum(member.file_size for member in packed.infolist())


def _refuse_large(size: int, options: LoadOptions) -> None:
    if size > options.max_file:
        most = options.max_file // MEGABYTE
        raise ValueError(f"it unpacks to more than {most} MB, the most that is read: split it")

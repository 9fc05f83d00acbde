"""Edge in: files, archives, tables, mailboxes, feeds and single pages become ``Fetched`` documents."""

from __future__ import annotations

from briefings.sources.collect import CollectOptions, collect, collect_batches
from briefings.sources.files import split
from briefings.sources.items import Blob
from briefings.sources.load import listed, load, parts
from briefings.sources.options import LoadOptions

__all__ = [
    "Blob",
    "CollectOptions",
    "LoadOptions",
    "collect",
    "collect_batches",
    "listed",
    "load",
    "parts",
    "split",
]

"""Edge in: files, archives, tables, mailboxes, feeds and single pages become ``Fetched`` documents."""

from __future__ import annotations

from briefings.sources.collect import CollectOptions, collect, collect_batches
from briefings.sources.load import listed, load, load_one
from briefings.sources.options import LoadOptions

__all__ = ["CollectOptions", "LoadOptions", "collect", "collect_batches", "listed", "load", "load_one"]

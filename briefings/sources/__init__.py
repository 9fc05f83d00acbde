"""Edge in: files, archives, tables, mailboxes, feeds and single pages become ``Fetched`` documents."""

from __future__ import annotations

from briefings.sources.collect import CollectOptions, collect
from briefings.sources.load import load
from briefings.sources.options import LoadOptions

__all__ = ["CollectOptions", "LoadOptions", "collect", "load"]

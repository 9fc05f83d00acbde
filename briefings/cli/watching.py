"""What the commands about topics share: the watch list in force, its matcher, and articles read from a path."""

from __future__ import annotations

import hashlib
import os
import sys
from datetime import UTC, datetime
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefings.errors import InputError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.cli.app import Project
    from briefings.types import Article, Fetched, Problem, Source
    from briefings.watch import Entry, Matcher, WatchList

DEFAULT_LIST = "ca-af-cauc"


def watchlist_of(project: Project) -> WatchList:
    """The configured watch list; without any configuration the shipped one of the region."""
    if _unconfigured(project):
        from briefings import watch

        return watch.merge([watch.parse(_shipped(f"{DEFAULT_LIST}.yaml"), DEFAULT_LIST)])
    return project.config.watchlist


def matcher_of(project: Project) -> Matcher:
    """The compiled watch list."""
    from briefings.run.compiled import compiled

    return compiled(watchlist_of(project))


def outlets_of(project: Project) -> tuple[Source, ...]:
    """The directory of outlets; the shipped one without any configuration."""
    if _unconfigured(project):
        from briefings.settings import SourceSettings
        from briefings.types import Source

        trees: list[Any] = list(_shipped("outlets.yaml"))
        return tuple(Source(**SourceSettings.model_validate(tree).model_dump()) for tree in trees)
    return project.config.outlets


def articles_of(project: Project, path: str) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Read a path, or standard input for ``-``, into articles; nothing is stored."""
    from briefings.reading import Outlets
    from briefings.run.intake.readers import read_batch
    from briefings.types import Problem

    outlets = Outlets(outlets_of(project))
    given = [_standard_input()] if path == "-" else list(_loaded(path))
    documents = [one for one in given if not isinstance(one, Problem)]
    articles = [article for _, found in read_batch(documents, outlets) for article in found]
    return tuple(articles), tuple(one for one in given if isinstance(one, Problem))


def _unconfigured(project: Project) -> bool:
    return project.chosen is None and not os.environ.get("BRIEFINGS_CONFIG") and not project.path.exists()


def _shipped(name: str) -> Any:
    import yaml

    text = (resources.files("briefings") / "watchlists" / name).read_text("utf-8")
    return yaml.load(text, yaml.CSafeLoader)


def _loaded(path: str) -> Sequence[Fetched | Problem]:
    from briefings.run.intake.splitter import load

    if not Path(path).exists():
        raise InputError(f"There is no file or folder {path}.")
    return list(load([path], datetime.now(UTC)))


def _standard_input() -> Fetched:
    from briefings.types import Fetched

    raw = sys.stdin.buffer.read()
    digest = hashlib.sha256(raw).hexdigest()
    kind = "text/html" if raw.lstrip()[:1] == b"<" else "text/plain"
    return Fetched(raw, digest, kind, datetime.now(UTC), path="standard input")


def entry_of(watchlist: WatchList, topic: str) -> Entry:
    """The topic of that id; raises ``UsageError`` with the nearest known one."""
    import difflib

    if topic not in watchlist.by_id:
        near = difflib.get_close_matches(topic, list(watchlist.by_id), 1)
        hint = f"; did you mean '{near[0]}'?" if near else "; see `briefings topics list`"
        raise UsageError(f"There is no topic '{topic}'{hint}")
    return watchlist.by_id[topic]

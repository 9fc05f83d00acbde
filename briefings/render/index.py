"""``output/index.html``: every issue on one page."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from briefings.brief_types import PeriodLine
from briefings.render.inert import inert
from briefings.render.language import dates
from briefings.render.language.words import words as catalogue
from briefings.render.page.environment import fill
from briefings.render.tlp import mark


class Listed(Protocol):
    """What the list needs of an issue; the store's records have it."""

    @property
    def label(self) -> str:
        """Of the period: ``2024-W48``; also the folder of its files."""
        ...

    @property
    def version(self) -> int:
        """From 1."""
        ...

    @property
    def data(self) -> bytes:
        """Its ``brief.json``."""
        ...

    @property
    def files(self) -> Mapping[str, str]:
        """File name -> SHA-256."""
        ...


def index(issues: Sequence[Listed], templates: Path | None = None) -> bytes:
    """The page, newest period first, versions of one issue newest first."""
    newest: dict[tuple[str, str], int] = {}
    rows = sorted((_row(issue) for issue in issues), key=lambda row: row["order"], reverse=True)
    for row in rows:
        row["newest"] = newest.setdefault(row["order"][:2], row["version"])
    words = catalogue(rows[0]["language"] if rows else "en")
    return fill("index.html.j2", {"issues": rows, "words": words}, templates).encode()


def _row(issue: Listed) -> dict[str, Any]:
    tree = inert(json.loads(issue.data))
    identity, period = tree["brief"], tree["period"]
    line = PeriodLine(
        **{{"from": "start", "to": "end"}.get(k, k): v for k, v in period.items()},
    )
    return {
        "order": (line.end, identity["name"], issue.version),
        "title": identity["title"],
        "language": identity["language"],
        "sample": identity.get("sample", False),
        "version": issue.version,
        "mark": mark(identity["tlp"]),
        "week": dates.heading(line, catalogue(identity["language"])),
        "bottom_line": tree["bottom_line"],
        "files": [(name.rpartition(".")[2].upper(), f"{issue.label}/{name}") for name in sorted(issue.files)],
    }

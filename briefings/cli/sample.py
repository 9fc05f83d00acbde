"""``briefings sample``: the shipped sample week, as `make brief` renders it."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefings.cli.output import note, progress, say
from briefings.types import Memory, Poll

if TYPE_CHECKING:
    from briefings.run import Issue
    from briefings.run.desk import Tick

SHIPPED = Path(str(resources.files("briefings") / "sample"))

# Each issue is made on the Monday morning after its week, so that the brief has the same bytes on every day and
# machine. The first one gives the second something to compare with; W44 was never collected.
BEFORE = (
    "2024-W47",
    datetime(2024, 11, 25, 2, tzinfo=UTC),
    ("W40", "W41", "W42", "W43", "W45", "W46", "W47"),
)
WEEK = ("2024-W48", datetime(2024, 12, 2, 2, tzinfo=UTC), ("W48",))


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default="output")
def sample(folder: Path) -> None:
    """Render the shipped sample week into FOLDER and print the paths."""
    with tempfile.TemporaryDirectory(prefix="briefings-sample-") as name, progress("Sample week") as tick:
        project = Path(name)
        shutil.copyfile(SHIPPED / "config.yaml", project / "config.yaml")
        _issue(project, *BEFORE, ("html", "json"), tick)
        issue = _issue(project, *WEEK, ("pdf", "html", "json"), tick)
        shutil.copytree(project / "output", folder, dirs_exist_ok=True)
        for line in issue.missing:
            note(line)
        for path in issue.paths:
            say(str(folder / path.relative_to(project / "output")))


def _issue(
    project: Path, week: str, now: datetime, folders: Sequence[str], formats: Sequence[str], tick: Tick
) -> Issue:
    from briefings import run
    from briefings.config import load

    with run.opened(load(project / "config.yaml"), now) as desk:
        desk.store.put_polls(tuple(_polls(now)))
        run.import_(desk, [str(SHIPPED / "documents" / name) for name in folders], tick)
        return run.generate(desk, None, run.Asked(week), tuple(formats), tick)


def _polls(until: datetime) -> Iterator[Poll]:
    """What became of the one feed that is polled, week by week: it stops answering in the second."""
    for line in json.loads((SHIPPED / "polls.json").read_text("utf-8")):
        at = datetime.fromisoformat(line["at"])
        if (until - at).days < 7 and at < until:
            memory = Memory(line["source"])
            yield Poll(
                line["source"], at, line["state"], memory, reason=line["reason"], status=line["status"]
            )

"""``briefings init``: starts a project."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from briefings.cli.output import note, say
from briefings.errors import UsageError


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=".")
def init(folder: Path) -> None:
    """Start a project: a commented config.yaml, templates/ and output/."""
    from briefings.config import shipped

    config = folder / "config.yaml"
    if config.exists():
        raise UsageError(f"{config} is there already: it is not overwritten. Choose an empty folder.")
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(shipped("config.yaml"), config)
    _templates(folder / "templates", shipped("templates"))
    (folder / "output").mkdir(exist_ok=True)
    say(str(config))
    note(f"Next: cd {folder} && briefings check && briefings import PATH… && briefings generate")


def _templates(folder: Path, shipped: Path) -> None:
    """An empty folder with a note: a copy of ours would hide later improvements."""
    folder.mkdir(exist_ok=True)
    (folder / "README.md").write_text(
        "# Your templates\n\nA file in this folder replaces the shipped one of the same name; the others stay as they"
        f" are.\nThe shipped ones are in `{shipped}`: copy here only what you change.\n",
        encoding="utf-8",
    )

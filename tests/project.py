"""A project in a temporary folder, driven through the real command line in its own process."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from briefings.cli.app import cli
from briefings.errors import BriefingsError

ROOT = Path(__file__).parent.parent
NOW = "1764579600"
"""Mon 1 Dec 2025 09:00 UTC: after every week that the tests speak of."""


MEETING = {
    "title": "Border commanders of Tajikistan and Afghanistan meet at Panji Poyon",
    "text": "Border commanders met at Panji Poyon on 26 November to discuss the Tajik-Afghan border.",
    "date": "2024-11-26",
    "url": "https://vakhsh-courier.example/a/1",
}
"""One report of 2024-W48, for tests of what is done with an issue rather than of what stands in it."""


@dataclass(frozen=True)
class Ran:
    """What a command left."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Its standard output as a JSON document."""
        return json.loads(self.out)


@dataclass(frozen=True)
class Project:
    """A folder with a configuration."""

    folder: Path

    def run(self, *args: str, **environment: str) -> Ran:
        """Runs ``briefings`` there with a fixed clock and an otherwise empty environment."""
        env = {"PATH": os.environ["PATH"], "HOME": str(self.folder), "SOURCE_DATE_EPOCH": NOW} | environment
        command = [sys.executable, "-m", "briefings", *args]
        done = subprocess.run(command, cwd=self.folder, env=env, capture_output=True, text=True, check=False)
        return Ran(done.returncode, done.stdout, done.stderr)

    def take(self, *items: dict[str, str]) -> None:
        """Imports items from a JSONL file in the folder."""
        (self.folder / "week.jsonl").write_text(
            "".join(f"{json.dumps(i)}\n" for i in items), encoding="utf-8"
        )
        ran = self.run("import", "week.jsonl")
        assert ran.status == 0, ran.err

    def brief(self, *asked: str) -> dict[str, Any]:
        """Generates a brief as JSON alone and reads it."""
        ran = self.run("generate", *asked, "--format", "json")
        assert ran.status == 0, ran.err
        (path,) = ran.out.split()
        brief: dict[str, Any] = json.loads(Path(path).read_text("utf-8"))
        return brief


class Here(Project):
    """The same command line in this process: the watch list is compiled once for all tests."""

    def run(self, *args: str, **environment: str) -> Ran:
        """Runs a command as ``main`` would, told mistakes as standard error."""
        env = {"SOURCE_DATE_EPOCH": NOW} | environment
        made = CliRunner(env=env).invoke(
            cli, ["-c", str(self.folder / "config.yaml"), *args], standalone_mode=False
        )
        if made.exception is not None and not isinstance(made.exception, BriefingsError):
            raise made.exception
        said = f"{made.stderr}{made.exception or ''}"
        status = made.exception.exit_status if made.exception else int(made.return_value or 0)
        return Ran(status, made.stdout, said)


def start(folder: Path, kind: type[Project] = Project) -> Project:
    """A project with the shipped configuration."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(ROOT / "config.yaml", folder / "config.yaml")
    return kind(folder)

"""``briefings schedule``: a timer for ``run``."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import click

from briefings.cli.app import Project, json_option, pass_project
from briefings.cli.output import emit, note, say
from briefings.errors import BriefingsError


@click.command()
@click.option("--brief", "only", help="Only this brief; without it, one timer for each.")
@click.option("--cron", is_flag=True, help="A crontab line instead of a systemd timer.")
@click.option("--delay", default=10, show_default=True, help="Minutes after the close.")
@click.option("--install", is_flag=True, help="Put the timer into ~/.config/systemd/user and start it.")
@json_option
@pass_project
def schedule(project: Project, only: str | None, cron: bool, delay: int, install: bool, as_json: bool) -> int:
    """Print or install a timer that calls `run` right after a brief closes."""
    if cron and install:
        raise click.UsageError("A crontab is yours to edit: add the printed line with `crontab -e`.")
    files = _cron(project, only) if cron else _units(project, only, delay)
    if install:
        _install(files)
    if as_json:
        emit({"files": [{"name": name, "text": text} for name, text in files.items()]})
    else:
        for name, text in files.items():
            say(text if cron else f"# {name}\n{text}")
    return 0


def _names(project: Project, only: str | None) -> list[str]:
    return [project.config.brief(only)[0]] if only else list(project.config.settings.briefs)


def _command(project: Project, name: str | None) -> list[str]:
    chosen = ["--brief", name] if name else []
    return [sys.executable, "-m", "briefings", "-c", str(project.config.path), "run", "--due", *chosen]


def _cron(project: Project, only: str | None) -> dict[str, str]:
    from briefings.run import timing

    name = project.config.brief(only)[0] if only else None
    return {"crontab": timing.crontab(_command(project, name), project.config.folder)}


def _units(project: Project, only: str | None, delay: int) -> dict[str, str]:
    from briefings.run import timing
    from briefings.run.issues.periods import period_options

    files: dict[str, str] = {}
    for name in _names(project, only):
        options = period_options(project.config.brief(name)[1])
        unit = f"briefings-{name}"
        files[f"{unit}.service"] = timing.service(_command(project, name), project.config.folder)
        files[f"{unit}.timer"] = timing.timer(name, timing.on_calendar(options, delay))
    return files


def _install(files: dict[str, str]) -> None:
    folder = Path.home() / ".config" / "systemd" / "user"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
        note(f"wrote {folder / name}")
    timers = [name for name in files if name.endswith(".timer")]
    if shutil.which("systemctl") is None:
        raise BriefingsError("There is no systemctl here: the files are written, but nothing was started.")
    for call in (["daemon-reload"], ["enable", "--now", *timers]):
        done = subprocess.run(["systemctl", "--user", *call], capture_output=True, text=True, check=False)  # noqa: S603, S607 - fixed words
        if done.returncode:
            raise BriefingsError(
                f"The files are written, but `systemctl --user {' '.join(call)}` said: {done.stderr.strip()}"
            )

"""The table of commands, and what they share: the configuration and ``--json``."""

from __future__ import annotations

import importlib
import os
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefings import __version__

if TYPE_CHECKING:
    from briefings.config import Config

COMMANDS = {
    "sample": "briefings.cli.sample:sample",
    "init": "briefings.cli.start:init",
    "check": "briefings.cli.check:check",
    "import": "briefings.cli.gather:import_",
    "collect": "briefings.cli.gather:collect",
    "read": "briefings.cli.read:read",
    "tag": "briefings.cli.tag:tag",
    "generate": "briefings.cli.generate:generate",
    "edit": "briefings.cli.edit:edit",
    "desk": "briefings.cli.desk:desk",
    "preview": "briefings.cli.preview:preview",
    "send": "briefings.cli.send:send",
    "bounces": "briefings.cli.bounces:bounces",
    "unsubscribe": "briefings.cli.unsubscribe:unsubscribe",
    "run": "briefings.cli.weekly:run_",
    "schedule": "briefings.cli.schedule:schedule",
    "verify": "briefings.cli.verify:verify",
    "articles": "briefings.cli.look:articles",
    "stories": "briefings.cli.look:stories",
    "events": "briefings.cli.look:events",
    "topics": "briefings.cli.topics:topics",
    "sources": "briefings.cli.sources:sources",
    "export": "briefings.cli.export:export",
    "backup": "briefings.cli.export:backup",
    "restore": "briefings.cli.export:restore",
    "prune": "briefings.cli.export:prune",
}
"""Command -> module and object; in the order of a week's work, which is also that of the help page."""


@dataclass
class Project:
    """What every command may ask for; the configuration is read when it is first needed."""

    chosen: Path | None = None
    problems: list[str] = field(default_factory=list)

    @property
    def path(self) -> Path:
        """The configuration file: ``-c``, then $BRIEFINGS_CONFIG, then ./config.yaml."""
        return self.chosen or Path(os.environ.get("BRIEFINGS_CONFIG") or "config.yaml")

    @cached_property
    def config(self) -> Config:
        """Raises ``UsageError`` or ``ConfigError`` when it cannot be used."""
        from briefings.config import load

        return load(self.path)

    @property
    def config_or_shipped(self) -> Config:
        """The configuration, or the shipped one where there is none: for commands that keep nothing."""
        from briefings.config import load, shipped

        named = self.chosen or os.environ.get("BRIEFINGS_CONFIG")
        return self.config if named or self.path.exists() else load(shipped("config.yaml"))


class Commands(click.Group):
    """Imports a command's module when the command is called or listed."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """All names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, name: str) -> click.Command | None:
        """The command of that name."""
        if name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[name].partition(":")
        command: click.Command = getattr(importlib.import_module(module), attribute)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Names the nearest command for an unknown one."""
        import difflib

        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            close = difflib.get_close_matches(args[0], COMMANDS, n=1)
            hint = f"; did you mean '{close[0]}'?" if close else "; see briefings --help"
            raise click.UsageError(f"There is no command '{args[0]}'{hint}")
        return super().resolve_command(ctx, args)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "-c",
    "--config",
    type=click.Path(path_type=Path),
    help="Configuration file [$BRIEFINGS_CONFIG, ./config.yaml].",
)
@click.version_option(__version__, prog_name="briefings")
@click.pass_context
def cli(ctx: click.Context, config: Path | None) -> None:
    """Turns a week of news about a region's security into a dated brief."""
    ctx.obj = Project(config)


pass_project = click.make_pass_decorator(Project)
json_option = click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")

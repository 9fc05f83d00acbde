"""When a timer should call ``run``, and which issues are owed when it does."""

from __future__ import annotations

import re
import shlex
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from briefings.errors import UsageError
from briefings.types import Period

if TYPE_CHECKING:
    from briefings.brief import PeriodOptions

DELAY = 10
"""Minutes between the close and the run, so that outlets' last items of the period are there."""

CATCH_UP = 4
"""Missed issues that are still written; older ones are nobody's news any more."""


def owed(done: str | None, now: datetime, options: PeriodOptions) -> tuple[Period, ...]:
    """The closed periods after the one labelled ``done``, oldest first; without one, the last that has closed.

    Whoever calls this as often as he likes, whatever his clock does meanwhile, meets each period once.
    """
    from briefings.brief.material import period

    last = period.resolve("last", now, options)
    if done is None:
        return (last,)
    if done and done >= last.label:
        return ()
    missed = [last]
    while len(missed) < CATCH_UP and (earlier := period.before(missed[-1], 1, options)).label != done:
        missed.append(earlier)
    return tuple(reversed(missed))


def on_calendar(options: PeriodOptions, delay: int = DELAY) -> str:
    """The systemd calendar expression of the moment ``delay`` minutes after a close, in the brief's zone.

    A close that is not in every month (the 29th and later) is asked for daily: ``run --due`` does nothing on the
    other days. Raises ``UsageError`` when the delay is not within a day.
    """
    if not 0 <= delay < 24 * 60:
        raise UsageError("The delay is a number of minutes from 0 to 1439.")
    words = options.closes.lower().split() or ["24:00"]
    hours, minutes = (int(n) for n in words[-1].split(":"))
    days, moment = divmod(hours * 60 + minutes + delay, 24 * 60)
    at = f"{moment // 60:02}:{moment % 60:02}:00 {options.timezone}"
    return f"{_days(options, words[0], days)} {at}".strip()


def _days(options: PeriodOptions, first: str, later: int) -> str:
    names = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    if options.kind == "weekly":
        day = names.index(first) if first in names else 6
        return f"{names[(day + later) % 7][:3].title()} *-*-*"
    if options.kind == "monthly":
        day = int(first) if re.fullmatch(r"\d+", first) else 31
        if day == 31 and later == 1:
            return "*-*-01"
        return f"*-*-{day + later:02}" if day + later <= 28 else "*-*-*"
    return "*-*-*"


def service(command: list[str], folder: Path) -> str:
    """The systemd service that a timer starts."""
    return (
        "[Unit]\nDescription=Briefings: collect, write and send\nWants=network-online.target\n"
        "After=network-online.target\n\n"
        f"[Service]\nType=oneshot\nWorkingDirectory={_escaped(folder)}\nExecStart={_words(command)}\n"
    )


def timer(name: str, calendar: str) -> str:
    """The systemd timer; ``Persistent`` makes up for a run that was missed while the machine was off."""
    return (
        f"[Unit]\nDescription=Briefings: {name}\n\n[Timer]\nOnCalendar={calendar}\nPersistent=true\n\n"
        "[Install]\nWantedBy=timers.target\n"
    )


def crontab(command: list[str], folder: Path) -> str:
    """A crontab line: cron knows no zones, so it asks every hour, and ``run --due`` does what is owed once."""
    line = f"cd {shlex.quote(str(folder))} && {shlex.join(command)}"
    return f"{DELAY} * * * * {line.replace('%', chr(92) + '%')}\n"


def _escaped(path: Path) -> str:
    return str(path).replace("%", "%%")


def _words(command: list[str]) -> str:
    """Words as systemd splits them: quoted where needed, with ``%`` and ``$`` doubled."""
    quoted = (
        '"' + w.replace("\\", "\\\\").replace('"', '\\"') + '"' if re.search(r'[\s"\\]', w) else w
        for w in command
    )
    return " ".join(quoted).replace("%", "%%").replace("$", "$$")

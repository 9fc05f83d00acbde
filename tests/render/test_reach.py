"""What drawing hostile text reaches for, as the kernel saw it: no network, no file but programs, fonts and templates.

The one program that is started is ``fc-match``, which says where a font of the style sheet lies.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from os.path import normpath
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DRAWING = """
from pathlib import Path
from briefings.render import render
from briefings.render.paper import engine  # the engine looks for its libraries, whatever the text
from tests.cases.test_hostile_formats import ATTACKS, attacked
evil = " ".join(text.format(port=9) for key, text in ATTACKS.items() if key not in ("long", "marks"))
brief = attacked(f"{evil} file:///etc/hostname <object data='/etc/hostname'>")
Path("begun").touch()
for name in ("pdf", "html", "eml", "ics", "csv", "md", "docx", "json"):
    render(brief, [name])
Path("ended").touch()
import socket, subprocess
socket.socket().close()
subprocess.run(["true"])
Path("/usr/../etc/hostname").read_bytes()
"""
"""After the drawing it does all that a drawing must not do, so that a run shows that it would have been seen."""
NETWORK = re.compile(r"\b(?:socket|connect|bind|sendto|sendmsg)\(")
OPENED = re.compile(r'\bopen(?:at)?\((?:AT_FDCWD, )?"([^"]+)"')
OURS = (
    "/usr/",
    "/lib/",
    "/lib64/",
    "/etc/fonts/",
    "/etc/ld.so.",
    "/var/cache/fontconfig",
    "/proc/self/",
    "/dev/null",
    "/sys/devices/system/cpu/",
)
"""Programs, libraries, locales, zones and fonts."""


def test_nothing_is_asked_for_but_fonts_and_templates(tmp_path: Path) -> None:
    strace, log = shutil.which("strace"), tmp_path / "calls"
    if not strace or subprocess.run([strace, "-qq", "-o", "/dev/null", "true"], check=False).returncode:
        pytest.skip("no strace here, or no leave to use it; `make setup-test` installs it")
    calls = "trace=openat,open,execve,socket,connect,bind,sendto,sendmsg"
    command = [
        strace,
        "-f",
        "-qq",
        "--seccomp-bpf",
        "-e",
        calls,
        "-o",
        str(log),
        sys.executable,
        "-c",
        DRAWING,
    ]
    subprocess.run(
        command,
        cwd=tmp_path,
        check=True,
        env={"PYTHONPATH": str(ROOT), "HOME": str(tmp_path), "LANG": "C.UTF-8"},
    )
    seen = log.read_text("utf-8", "replace").splitlines()
    begun, ended = (
        next(n for n, line in enumerate(seen) if f'"{name}"' in line) for name in ("begun", "ended")
    )
    asked, started, opened = _reached(seen[begun + 1 : ended])
    assert (asked, started) == ([], [])
    allowed = (*OURS, str(ROOT), sys.prefix, sys.base_prefix, str(tmp_path))
    assert [path for path in sorted(opened - {"."}) if not path.startswith(allowed)] == []
    assert {Path(path).name for path in opened} >= {"brief.html.j2", "brief.css", "NotoSerif-Regular.ttf"}
    asked, started, opened = _reached(seen[ended + 1 :])
    assert asked
    assert started
    assert "/etc/hostname" in opened


def _reached(calls: list[str]) -> tuple[list[str], list[str], set[str]]:
    """Calls of the network, programs started other than ``fc-match``, and paths opened."""
    asked = [line for line in calls if NETWORK.search(line)]
    started = [line for line in calls if "execve(" in line and '["fc-match", ' not in line]
    return asked, started, {normpath(found[1]) for line in calls if (found := OPENED.search(line))}

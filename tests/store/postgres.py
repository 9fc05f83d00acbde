"""A PostgreSQL server of our own for the tests, where its programs are installed (apt install postgresql)."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def programs() -> Path | None:
    """Folder of initdb and postgres: Debian keeps them out of the path."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if found:
        return found[-1].parent
    held = shutil.which("initdb")
    return Path(held).parent if held else None


def owner() -> str | None:
    """The user that the server runs as: it refuses root; None = ourselves."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return next((name for name in ("postgres", "nobody") if name in names), None)


@contextmanager
def running() -> Iterator[str]:
    """A server on a free port of 127.0.0.1, its address without a database name."""
    where = programs()
    assert where is not None
    user = owner()
    with tempfile.TemporaryDirectory(prefix="briefings-pg-") as folder:
        if user is not None:
            shutil.chown(folder, user)
        data = f"{folder}/data"
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        _run(
            [where / "initdb", "-D", data, "-U", "tester", "-A", "trust", "-E", "UTF8", "--no-locale", "-N"],
            user,
        )
        options = f"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories= -c fsync=off"
        _run([where / "pg_ctl", "-D", data, "-w", "-o", options, "-l", f"{folder}/log", "start"], user)
        try:
            yield f"postgresql://tester@127.0.0.1:{port}"
        finally:
            _run([where / "pg_ctl", "-D", data, "-m", "immediate", "stop"], user)


def _run(command: list[str | Path], user: str | None) -> None:
    subprocess.run(command, user=user, check=True, capture_output=True, timeout=60, cwd="/")
